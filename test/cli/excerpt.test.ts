import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/cli/excerpt.js';
import { parseSpan } from '../../src/cli/span.js';

describe('excerpt(text, forms, most)', () => {
  const long = `${'前情提要。'.repeat(20)}这里说到备付金的交存，${'后话。'.repeat(30)}`;

  it('shows the words around a form, and says that something is gone on either side', () => {
    expect(excerpt(long, ['备付金'], 30)).toMatch(/^….*备付金.*…$/);
    expect(excerpt('备付金要交存', ['备付金'], 30)).toBe('备付金要交存');
  });

  it('never speaks to the terminal, and is never longer than asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 5, max: 60 }),
        (text, most) => {
          const shown = excerpt(text, ['付'], most);
          expect(shown.length).toBeLessThanOrEqual(most + 2);
          expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        },
      ),
    );
  });
});

describe('parseSpan(text)', () => {
  it('a year, a month, a day and two ends are spans of days', () => {
    expect(parseSpan('2020')).toEqual({ from: '2020-01-01', to: '2020-12-31' });
    expect(parseSpan('2020-02')).toEqual({ from: '2020-02-01', to: '2020-02-29' });
    expect(parseSpan('2020-02-03')).toEqual({ from: '2020-02-03', to: '2020-02-03' });
    expect(parseSpan('2020-02..2020-03-04')).toEqual({ from: '2020-02-01', to: '2020-03-04' });
    expect(parseSpan('2020-W06')).toEqual({ from: '2020-02-03', to: '2020-02-09' });
  });

  it('an end that is left out is open', () => {
    expect(parseSpan('2020-02..')).toEqual({ from: '2020-02-01', to: '9999-12-31' });
    expect(parseSpan('..2020-02')).toEqual({ from: '', to: '2020-02-29' });
  });

  it('anything else is none', () => {
    for (const text of [
      '',
      '2020-13',
      '2021-02-29',
      '2020-03..2020-02',
      '2020..2021..2022',
      '上个月',
      '灯塔/2020-02',
      '..',
    ])
      expect(parseSpan(text)).toBeNull();
  });
});
