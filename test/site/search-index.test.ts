import { describe, expect, it } from 'vitest';
import { innerNames } from '../../src/privacy/index.js';
import { foldingScript, SearchIndex } from '../../src/site/index.js';
import { fold } from '../../src/text/index.js';
import { analyse } from '../analysis/analyse.js';
import { chat, lists } from '../threads/chat.js';

const index = () => {
  const made = new SearchIndex(innerNames);
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

  it('traditional characters are kept as simplified ones', () => {
    const made = new SearchIndex(innerNames);
    made.add(analyse(chat('09:00 阿橙 請問清算對賬'), { tokens: true }), lists.stopwords);
    const words = Object.assign({}, ...[...made.files()].map(([, part]) => part));
    expect(words).toHaveProperty('清算');
    expect(words).not.toHaveProperty('對賬');
  });

  it('who wrote what is kept by names, as they are shown', () => {
    const made = new SearchIndex(innerNames);
    const day = chat('09:00 半帆 清算\n09:01 阿橙-燈塔 好\n09:02 半帆 是');
    made.add(analyse(day, { tokens: true }), lists.stopwords);
    expect(made.people).toEqual(['半帆', '阿橙-灯塔']);
    expect([...made.peopleFiles()]).toEqual([
      [0, { 0: [[0, 1, 3]] }],
      [1, { 1: [[0, 2]] }],
    ]);
  });

  it('a part of a longer word leads to it', () => {
    const made = new SearchIndex(innerNames);
    made.add(analyse(chat('09:00 阿橙 灯塔支付来了'), { tokens: true }), lists.stopwords);
    const words = Object.assign({}, ...[...made.files()].map(([, part]) => part)) as Record<
      string,
      number[][]
    >;
    expect(words.支付).toEqual([[0, 1]]);
  });

  it('amounts, rates and dates lead to their messages', () => {
    const made = new SearchIndex(innerNames);
    made.add(analyse(chat('09:00 阿橙 限额100万，费率0.6%，3月底生效'), { tokens: true }), lists.stopwords);
    const words = Object.assign({}, ...[...made.files()].map(([, part]) => part));
    for (const word of ['100万', '0.6%', '3月底']) expect(words).toHaveProperty([word], [[0, 1]]);
  });

  it('what spaces part is found by each of its words', () => {
    const made = new SearchIndex(innerNames);
    made.add(analyse(chat('09:00 阿橙 Harbor Pay 上线了'), { tokens: true }), lists.stopwords);
    const words = Object.assign({}, ...[...made.files()].map(([, part]) => part));
    for (const word of ['harbor pay', 'harbor', 'pay']) expect(words).toHaveProperty([word], [[0, 1]]);
  });

  it('a word stands in the file that its first character leads to, in order', () => {
    const made = new SearchIndex(innerNames);
    made.add(analyse(chat('09:00 阿橙 清算 结算 分账'), { tokens: true }), lists.stopwords);
    for (const [shard, words] of made.files()) {
      expect(Object.keys(words)).toEqual(Object.keys(words).sort());
      for (const word of Object.keys(words)) expect(word.charCodeAt(0) % 64).toBe(shard);
    }
  });
});

describe('foldingScript()', () => {
  const window = { huati: {} as { fold(text: string): string } };
  new Function('window', foldingScript())(window);

  it('folds in the browser as the index was folded', () => {
    for (const text of ['對賬與結算', 'ＰＯＳ　機', '「备付金」３ＤＳ', 'Café ÀÉ', '𠮷野家🙂'])
      expect(window.huati.fold(text)).toBe(fold(text));
  });

  it('folds every character of Chinese text alike', () => {
    const units = Array.from({ length: 0x9fff - 0x2e80 }, (_, i) => String.fromCharCode(0x2e80 + i)).join('');
    expect(window.huati.fold(units)).toBe(fold(units));
  });

  it('is small', () => {
    expect(Buffer.byteLength(foldingScript())).toBeLessThan(40_000);
  });
});
