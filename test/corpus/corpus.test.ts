import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusOf, mergeQuestions, noQuestions, type QuestionCorpus } from '../../src/corpus/index.js';
import { asked, asks, questionsOn } from './days.js';

const day = fc
  .record({
    group: fc.constantFrom('灯塔', '码头'),
    date: fc.constantFrom('2024-03-01', '2024-03-02', '2024-03-03'),
    text: fc.constantFrom('备付金怎么对账？', '分账谁来做？', '潮汐网关的批次号在哪？'),
  })
  .map(({ group, date, text }) =>
    corpusOf({ ...questionsOn(date, [asks('阿舟', text)], { unanswered: [asked(1)] }), group }),
  );
const corpus = fc.array(day, { maxLength: 5 }).map((days) => days.reduce(mergeQuestions, noQuestions));
const bytes = (c: QuestionCorpus) => JSON.stringify(c);

describe('mergeQuestions', () => {
  it('mergeQuestions gives the same bytes in whatever order and grouping days are merged', () => {
    fc.assert(
      fc.property(corpus, corpus, corpus, (a, b, c) => {
        expect(bytes(mergeQuestions(a, b))).toBe(bytes(mergeQuestions(b, a)));
        expect(bytes(mergeQuestions(mergeQuestions(a, b), c))).toBe(
          bytes(mergeQuestions(a, mergeQuestions(b, c))),
        );
      }),
    );
  });

  it('mergeQuestions with nothing, or with itself, changes nothing', () => {
    fc.assert(
      fc.property(corpus, (a) => {
        expect(bytes(mergeQuestions(a, noQuestions))).toBe(bytes(a));
        expect(bytes(mergeQuestions(a, a))).toBe(bytes(a));
      }),
    );
  });

  it('mergeQuestions keeps each day once, by group and date', () => {
    fc.assert(
      fc.property(corpus, corpus, (a, b) => {
        const keys = mergeQuestions(a, b).days.map((d) => `${d.group}/${d.date}`);
        expect(keys).toEqual([...new Set(keys)].sort());
      }),
    );
  });
});
