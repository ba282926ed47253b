import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, replaceSpans } from '../../src/text/index.js';

const spans = fc.array(
  fc.tuple(fc.nat(30), fc.nat(6)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 20 },
);

describe('replaceSpans', () => {
  it('replaceSpans puts something else in the place of each span', () => {
    const spans = [
      { start: 0, end: 3, by: '' },
      { start: 3, end: 3, by: '的' },
      { start: 4, end: 6, by: '船' },
    ];
    expect(replaceSpans('@阿橙灯塔亮了', spans, ({ by }) => by)).toBe('的灯船了');
  });

  it('replaceSpans leaves out a span that reaches into the one before', () => {
    const spans = [
      { start: 1, end: 4 },
      { start: 2, end: 3 },
    ];
    expect(replaceSpans('海上的灯塔', spans, () => '-')).toBe('海-塔');
  });

  it('replaceSpans gives what replacing them one by one from the end gives', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(20)), (text, cuts) => {
        const places = [...new Set(cuts)].filter((at) => at <= text.length).sort((a, b) => a - b);
        const spans = places.flatMap((start, i) =>
          i % 2 || i + 1 === places.length ? [] : [{ start, end: places[i + 1]! }],
        );
        const slowly = spans.reduceRight((rest, s) => `${rest.slice(0, s.start)}@${rest.slice(s.end)}`, text);
        expect(replaceSpans(text, spans, () => '@')).toBe(slowly);
      }),
      { seed: 91, numRuns: 200 },
    );
  });
});

describe('apart', () => {
  it('keeps each span that overlaps none named before it, in the order of the text', () => {
    fc.assert(
      fc.property(spans, (named) => {
        const kept: typeof named = [];
        for (const span of named)
          if (!kept.some((other) => span.start < other.end && span.end > other.start)) kept.push(span);
        expect(apart(named)).toEqual(kept.sort((a, b) => a.start - b.start || a.end - b.end));
      }),
    );
  });
});
