import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay } from '../threads/arbitrary.js';
import { chat, entry } from '../threads/chat.js';
import { study, termsOf } from './chat.js';

const known = (script: string) => termsOf(script, { discover: false });

describe('findTerms: the glossary', () => {
  it('findTerms finds a term with the messages in which it occurs', () => {
    expect(
      known(`
        09:00 阿橙 备付金月底交
        09:01 半帆 天气不错
        09:02 小舵 备付金？备付金早交了`),
    ).toEqual([{ term: '备付金', surface: ['备付金'], class: 'concept', known: true, messages: [1, 3] }]);
  });

  it('findTerms makes one entry of a term and its aliases', () => {
    expect(
      known(`
        09:00 阿橙 费率谈了没
        09:01 半帆 手续费谈到千三
        09:02 小舵 费率还能再低`),
    ).toEqual([
      { term: '手续费', surface: ['费率', '手续费'], class: 'concept', known: true, messages: [1, 2, 3] },
    ]);
  });

  it('findTerms makes one entry, and one form, of traditional, full-width and capital forms', () => {
    expect(
      known(`
        09:00 阿橙 清算晚了
        09:01 半帆 ＰＯＳ机和清算都晚了
        09:02 小舵 清算，POS机，pos机
        09:03 老锚 手續費和費率`),
    ).toEqual([
      { term: '清算', surface: ['清算'], class: 'concept', known: true, messages: [1, 2, 3] },
      { term: 'POS', surface: ['ＰＯＳ机'], class: 'tech', known: true, messages: [2, 3] },
      { term: '手续费', surface: ['手續費', '費率'], class: 'concept', known: true, messages: [4] },
    ]);
  });

  it('findTerms names a form as it stood in the log first, the most frequent form first', () => {
    const [term] = known(`
      09:00 阿橙 資金清算晚了
      09:01 半帆 清算、清算
      09:02 小舵 资金清算`);
    expect(term!.surface).toEqual(['資金清算', '清算']);
  });

  it('findTerms gives terms by first occurrence', () => {
    expect(known('09:00 阿橙 结算之后才分账，分账之后又清算').map((t) => t.term)).toEqual([
      '结算',
      '分账',
      '清算',
    ]);
  });

  it('findTerms gives no name of its own to what is a form of the glossary, wherever it stands', () => {
    const terms = termsOf('09:00 阿橙 0PAY还有吗\n09:01 半帆 PAY换了，0PAY没有了', {
      entries: [entry('钱包', ['PAY'])],
    });
    expect(terms.map(({ term, surface, messages }) => ({ term, surface, messages }))).toEqual([
      { term: '钱包', surface: ['PAY'], messages: [1, 2] },
    ]);
  });

  it('findTerms gives the class of the glossary', () => {
    expect(known('09:00 阿橙 灯塔的POS').map((t) => t.class)).toEqual(['org', 'tech']);
  });

  it('findTerms never takes a name in the place of a mention for a term', () => {
    expect(
      known(`
        09:00 分账小能手 早
        09:01 阿橙 @分账小能手 在吗
        09:02 阿橙 @清算-灯塔\u2005你也来`),
    ).toEqual([]);
  });

  it('findTerms does not count a speaker whose name is a term', () => {
    expect(known('09:00 清算 早')).toEqual([]);
  });

  it('findTerms does not find a term on the seam of two words', () => {
    expect(known('09:00 阿橙 部分账户还没开')).toEqual([]);
  });

  it('findTerms does not count a second copy', () => {
    const lines = Array.from({ length: 7 }, (_, i) => `09:0${i} 阿橙 清算第${i}回`);
    const twice = lines.flatMap((line) => [line, line.replace('阿橙', '阿橙-灯塔')]);
    expect(known(twice.join('\n'))[0]!.messages).toEqual([1, 3, 5, 7, 9, 11, 13]);
  });

  it('findTerms without a glossary and without discovery finds nothing', () => {
    expect(termsOf('09:00 阿橙 清算', { entries: [], discover: false })).toEqual([]);
  });

  it('findTerms finds no rejected entry', () => {
    const rejected = { ...entry('清算'), status: 'rejected' as const };
    expect(termsOf('09:00 阿橙 清算', { entries: [rejected], discover: false })).toEqual([]);
  });

  it('each concept has one entry, each form once, and its messages hold one of its forms', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { terms, definitions } = study(day);
        const concepts = terms.map((t) => `${t.known} ${t.term.toLowerCase()}`);
        expect(new Set(concepts).size).toBe(concepts.length);
        for (const { surface, messages } of terms) {
          expect(new Set(surface).size).toBe(surface.length);
          expect(messages).toEqual([...new Set(messages)].sort((a, b) => a - b));
          for (const form of surface)
            expect(messages.some((n) => day.messages[n - 1]!.text.includes(form))).toBe(true);
          for (const n of messages) expect(day.messages[n - 1]!.duplicateOf).toBeNull();
        }
        for (const { term, messages } of definitions) {
          expect(terms.map((t) => t.term)).toContain(term);
          expect(messages).toEqual([...new Set(messages)].sort((a, b) => a - b));
        }
      }),
      { seed: 501, numRuns: 150 },
    );
  });

  it('no name in the place of a mention is a term, whoever is called', () => {
    const name = fc.constantFrom(
      '清算',
      '分账小能手',
      'POS机-灯塔',
      '商户终端',
      'NFC',
      '备付金 灯塔',
      'Harbor Light',
    );
    const close = fc.constantFrom('\u2005', '\u2005在吗', '\u2005');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, close), { minLength: 1, maxLength: 8 }), (calls) => {
        const day = chat(calls.map((_, i) => `09:0${i} 阿橙 `).join('\n'));
        const messages = day.messages.map((m, i) => ({ ...m, text: `@${calls[i]!.join('')}` }));
        expect(study({ ...day, messages }).terms).toEqual([]);
      }),
      { seed: 502, numRuns: 100 },
    );
  });
});
