import { describe, expect, it } from 'vitest';
import { SearchIndex } from '../../src/site/index.js';
import { analyse } from '../analysis/analyse.js';
import { chat, lists } from '../threads/chat.js';

const index = () => {
  const made = new SearchIndex();
  made.add(
    analyse(chat('09:00 阿橙 请问清算几点\n09:01 半帆 ＰＯＳ 的清算三点'), { tokens: true }),
    lists.stopwords,
  );
  made.add(analyse(chat('09:00 小舵 备付金怎么对账'), { tokens: true }), lists.stopwords);
  return Object.assign({}, ...[...made.files()].map(([, words]) => words)) as Record<string, number[][]>;
};

describe('SearchIndex', () => {
  it('a word leads to the days and messages that have it', () => {
    expect(index().清算).toEqual([[0, 1, 2]]);
    expect(index().备付金).toEqual([[1, 1]]);
  });

  it('width and case do not count, and words that say nothing are not kept', () => {
    expect(index().pos).toEqual([[0, 2]]);
    expect(index().的).toBeUndefined();
  });

  it('a part of a longer word leads to it', () => {
    const made = new SearchIndex();
    made.add(analyse(chat('09:00 阿橙 灯塔支付来了'), { tokens: true }), lists.stopwords);
    const words = Object.assign({}, ...[...made.files()].map(([, part]) => part)) as Record<
      string,
      number[][]
    >;
    expect(words.支付).toEqual([[0, 1]]);
  });

  it('a word stands in the file that its first character leads to, in order', () => {
    const made = new SearchIndex();
    made.add(analyse(chat('09:00 阿橙 清算 结算 分账'), { tokens: true }), lists.stopwords);
    for (const [shard, words] of made.files()) {
      expect(Object.keys(words)).toEqual(Object.keys(words).sort());
      for (const word of Object.keys(words)) expect(word.charCodeAt(0) % 64).toBe(shard);
    }
  });
});
