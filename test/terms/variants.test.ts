import { describe, expect, it } from 'vitest';
import type { TermUse } from '../../src/terms/index.js';
import { joinVariants } from '../../src/terms/variants.js';

const use = (term: string, messages: number[], known = false): TermUse => ({
  term,
  surface: [term],
  class: 'concept',
  known,
  messages,
});

describe('joinVariants', () => {
  it('joins a discovered form with a tail that makes no concept of its own', () => {
    expect(joinVariants([use('分账', [1, 4], true), use('分账模式', [2, 4])])).toEqual([
      { ...use('分账', [1, 2, 4], true), surface: ['分账', '分账模式'] },
    ]);
  });

  it.each([
    ['the shorter form does not occur', [use('分账模式', [2])]],
    ['the longer form is a known term', [use('灯塔', [1]), use('灯塔支付', [2], true)]],
    ['the tail makes a narrower concept', [use('收单', [1], true), use('收单机构', [2])]],
  ])('keeps them apart where %s', (_, terms) => {
    expect(joinVariants(terms)).toEqual(terms);
  });
});
