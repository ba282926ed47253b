import { describe, expect, it } from 'vitest';
import { sparkline } from '../../src/report/term-text.js';

describe('sparkline(stretches)', () => {
  it('a month without a log is a blank, one in which nobody used the term a dot', () => {
    const months = [3, 0, 0, 6].map((uses, i) => ({
      ...{ name: `2021-0${i + 1}`, uses, all: 9 },
      logged: i !== 2,
    }));
    expect(sparkline(months)).toBe('▄· █');
  });
});
