import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Progress } from '../../src/cli/progress.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** What a progress line draws that says `texts`, a while after each other. */
function drawn(texts: string[], { shown = true, terminal = true, wait = 2000, clear = false } = {}) {
  let line = '';
  const io = {
    cwd: '',
    terminal,
    problems: [],
    interrupted: () => false,
    out: () => {},
    err: (text: string) => {
      line += text;
    },
  };
  const progress = new Progress(io, shown);
  for (const text of texts) {
    vi.advanceTimersByTime(wait);
    progress.say(text);
  }
  if (clear) progress.clear();
  return line;
}

describe('Progress', () => {
  it('Progress draws over its own line, and takes it away at the end', () => {
    expect(drawn(['1/2 a', '2/2 b'], { clear: true })).toBe('\r\u001b[K1/2 a\r\u001b[K2/2 b\r\u001b[K');
  });

  it('Progress draws nothing in the first second', () => {
    expect(drawn(['1/2 a'], { wait: 999, clear: true })).toBe('');
  });

  it('Progress draws nothing where there is no terminal or where silence is asked for', () => {
    expect(drawn(['1/2 a'], { terminal: false, clear: true })).toBe('');
    expect(drawn(['1/2 a'], { shown: false, clear: true })).toBe('');
  });

  it('Progress keeps to one line', () => {
    expect(drawn(['x'.repeat(300)]).length).toBeLessThan(80);
  });
});
