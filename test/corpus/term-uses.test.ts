import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mergeByHalves,
  mergeTermUses,
  mostExamples,
  noTermUses,
  type TermUses,
  termUsesOf,
} from '../../src/corpus/index.js';
import { analyse } from '../analysis/analyse.js';
import { chat } from '../threads/chat.js';

const usesOf = (script: string, date = '2021-03-04'): TermUses =>
  termUsesOf({ ...analyse(chat(script)), date });

const days = [
  usesOf('09:00 阿橙 清算和结算有什么区别？\n09:01 半帆 结算在清算后面\n12:00 小舟 手续费涨了', '2021-03-04'),
  usesOf('09:00 小舟 资金清算几点？\n09:05 阿橙 清算三点', '2021-03-05'),
  usesOf('09:00 半帆 费率多少\n09:01 半帆 费率又涨\n09:02 半帆 费率还涨\n09:03 半帆 费率', '2021-03-06'),
];
const plain = (uses: TermUses) => JSON.stringify([...uses], (_, v) => (v instanceof Map ? [...v] : v));

describe('termUsesOf', () => {
  it('a term is counted with its forms, days, threads and people', () => {
    const clearing = mergeTermUses(days[0]!, days[1]!).get('清算')!;
    expect(Object.fromEntries(clearing.days)).toEqual({ '灯塔/2021-03-04': 2, '灯塔/2021-03-05': 2 });
    expect(Object.fromEntries(clearing.people)).toEqual({ 半帆: 1, 小舟: 1, 阿橙: 2 });
    expect([...clearing.forms.keys()]).toEqual(['清算', '资金清算']);
    expect(clearing).toMatchObject({ messages: 4, threads: 2 });
  });

  it('terms that stand in the same threads keep it company', () => {
    expect([...days[0]!.get('结算')!.company.keys()]).toEqual(['清算']);
  });

  it('a few examples are kept, each with its address', () => {
    const { examples } = days[2]!.get('手续费')!;
    expect(examples).toHaveLength(mostExamples);
    expect(examples[0]).toMatchObject({ address: '灯塔/2021-03-06#1', text: '费率多少' });
  });

  it('the best of another day stands before a second one of a day, and what tells something before a mere word', () => {
    const uses = [usesOf('09:00 阿橙 费率\n09:01 半帆 新商户的费率要等总部批下来才能改'), days[2]!];
    const { examples } = uses.reduce(mergeTermUses, noTermUses).get('手续费')!;
    expect(examples.map((e) => e.address)).toEqual([
      '灯塔/2021-03-04#2',
      '灯塔/2021-03-06#1',
      '灯塔/2021-03-04#1',
    ]);
  });

  it('days add up to the same bytes in any order and any grouping', () => {
    const whole = plain(mergeByHalves(days, mergeTermUses, noTermUses));
    fc.assert(
      fc.property(fc.shuffledSubarray(days, { minLength: days.length }), fc.boolean(), (order, left) => {
        const merged = left
          ? order.reduce(mergeTermUses, noTermUses)
          : order.reduceRight((sum, day) => mergeTermUses(day, sum), noTermUses);
        expect(plain(merged)).toBe(whole);
      }),
    );
  });
});
