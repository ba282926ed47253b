import { describe, expect, it } from 'vitest';
import { printable, printableName } from '../../src/cli/printable.js';

describe('printable', () => {
  it('printable leaves lines and tabs, and nothing that a terminal obeys', () => {
    expect(printable('灯\u001b[31m塔\n\t海\u009b2J\r岸')).toBe('灯 [31m塔\n\t海 2J 岸');
  });

  it('printable leaves no mark that turns the direction of text', () => {
    expect(printable('灯\u202e塔\u2066海\u200f')).toBe('灯 塔 海 ');
  });
});

describe('printableName', () => {
  it('printableName leaves a name as it is that has nothing hidden', () => {
    expect(printableName('日志/灯塔 (1)/2021-03-04 👩‍👧.md')).toBe('日志/灯塔 (1)/2021-03-04 👩‍👧.md');
  });

  it('printableName writes in one line what cannot be seen', () => {
    expect(printableName('灯\n塔\u001b[31m\u202e\u200b\u2028.md')).toBe(
      '灯\\n塔\\u001b[31m\\u202e\\u200b\\u2028.md',
    );
  });
});
