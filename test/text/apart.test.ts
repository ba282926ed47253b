import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart } from '../../src/text/index.js';

const spans = fc.array(
  fc.tuple(fc.nat(30), fc.nat(6)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 20 },
);

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
