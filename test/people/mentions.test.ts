import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyone, findMentions, NameIndex } from '../../src/people/index.js';

/** The names that a text mentions, given those of the day's speakers. */
const namesIn = (text: string, known: string[] = []) =>
  findMentions(text, new NameIndex(known)).map((mention) => mention.name);

describe('NameIndex', () => {
  it('NameIndex.at finds the longest name that stands at a place', () => {
    const names = new NameIndex(['阿橙', '阿橙-灯塔', '阿橙-灯塔-领航']);
    expect(names.at('@阿橙-灯塔在吗', 1)).toBe('阿橙-灯塔');
    expect(names.at('@阿橙在吗', 1)).toBe('阿橙');
  });

  it('NameIndex.at finds nothing where no name stands', () => {
    const names = new NameIndex(['阿橙', '']);
    expect(names.at('阿橘', 0)).toBeNull();
    expect(names.at('阿橙', 1)).toBeNull();
    expect(names.at('阿橙', 2)).toBeNull();
    expect(names.at('', 0)).toBeNull();
  });

  it('NameIndex.at agrees with a search through all names', () => {
    const name = fc.string({ unit: fc.constantFrom('阿', '橙', '-', ' '), maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(name),
        fc.string({ unit: fc.constantFrom('阿', '橙', '-', ' '), minLength: 1 }),
        (known, text) => {
          const found = known.filter((n) => n !== '' && text.startsWith(n)).map((n) => n.length);
          expect(new NameIndex(known).at(text, 0)?.length ?? 0).toBe(Math.max(0, ...found));
        },
      ),
      { seed: 121, numRuns: 300 },
    );
  });
});

describe('findMentions', () => {
  it('findMentions gives offsets from the @ to behind the name', () => {
    expect(findMentions('请 @阿橙\u2005看', new NameIndex([]))).toEqual([{ start: 2, end: 5, name: '阿橙' }]);
  });

  it('findMentions takes what U+2005 closes for a name, spaces and dashes and all', () => {
    expect(namesIn('@Li Lei - 灯塔\u2005看')).toEqual(['Li Lei - 灯塔']);
  });

  it('findMentions finds a known name with spaces that nothing closes', () => {
    expect(namesIn('@Li Lei 看一下', ['Li Lei'])).toEqual(['Li Lei']);
  });

  it('findMentions takes the longest known name', () => {
    expect(namesIn('@阿橙-灯塔看一下', ['阿橙', '阿橙-灯塔'])).toEqual(['阿橙-灯塔']);
  });

  it('findMentions takes what U+2005 closes over a shorter known name', () => {
    expect(namesIn('@阿橙-灯塔\u2005看一下', ['阿橙'])).toEqual(['阿橙-灯塔']);
  });

  it('findMentions takes a known name over a shorter one that U+2005 closes', () => {
    expect(namesIn('@阿橙\u2005灯塔 看', ['阿橙\u2005灯塔'])).toEqual(['阿橙\u2005灯塔']);
  });

  it('findMentions reads a known name with the question marks of lost emoji', () => {
    expect(namesIn('@阿橙??，看', ['阿橙??'])).toEqual(['阿橙??']);
  });

  it('findMentions reads an unknown name up to white space or punctuation', () => {
    expect(namesIn('@阿橙 看')).toEqual(['阿橙']);
    expect(namesIn('@阿橙，看')).toEqual(['阿橙']);
    expect(namesIn('@Lumen: look')).toEqual(['Lumen']);
  });

  it('findMentions reads an unknown name across dashes', () => {
    expect(namesIn('@阿橙 - 灯塔 - 领航 看')).toEqual(['阿橙 - 灯塔 - 领航']);
  });

  it('findMentions finds several mentions in order', () => {
    expect(namesIn('@阿橙 @Lumen @阿橙 看')).toEqual(['阿橙', 'Lumen', '阿橙']);
  });

  it('findMentions finds mentions that touch each other', () => {
    expect(namesIn('@阿橙@Lumen看', ['阿橙', 'Lumen'])).toEqual(['阿橙', 'Lumen']);
  });

  it('findMentions knows that everyone is nobody in particular', () => {
    expect(namesIn('@所有人 开船了')).toEqual([everyone]);
    expect(namesIn('@所有人\u2005开船了')).toEqual([everyone]);
  });

  it('findMentions does not take an e-mail address for a mention', () => {
    expect(namesIn('写信到 harbor.master@tower.example 或 a1@b2')).toEqual([]);
  });

  it('findMentions finds a mention behind Chinese text', () => {
    expect(namesIn('谢谢@阿橙')).toEqual(['阿橙']);
    expect(namesIn('ok@阿橙')).toEqual(['阿橙']);
  });

  it.each(['@', 'a @ b', '@，看', '@@', '@ 阿橙'])('findMentions(%j) finds nobody', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it('findMentions takes a name that is known by itself with the rest of its card', () => {
    const names = new NameIndex(['白鹭']);
    const named = (text: string) => findMentions(text, names).map((m) => m.name);
    expect(named('@白鹭-灯塔-产品-海口 在吗')).toEqual(['白鹭-灯塔-产品-海口']);
    expect(named('@白鹭-灯塔?在吗')).toEqual(['白鹭-灯塔']);
    expect(named('@白鹭 - 好的')).toEqual(['白鹭']);
  });

  it.each([
    ['@白鹭-灯塔- 产品经理-上海 在吗', '白鹭-灯塔- 产品经理-上海'],
    ['@白鹭- 开发经理 - 灯塔 - 上海?麻烦看下', '白鹭- 开发经理 - 灯塔 - 上海'],
    ['感谢@白鹭-灯塔 产品-海口-上海\n讲得好', '白鹭-灯塔 产品-海口-上海'],
    ['@白鹭-灯塔- COO?收到', '白鹭-灯塔- COO'],
    ['@白鹭 -灯塔PM-北京 别闹', '白鹭 -灯塔PM-北京'],
    ['@白鹭\u2005天地灯?产品?北京?这个要在线吗', '白鹭\u2005天地灯?产品?北京'],
    ['@白鹭\u2005天地灯?产品?北京\n欢迎', '白鹭\u2005天地灯?产品?北京'],
    ['@白鹭 北京?好的', '白鹭 北京'],
    ['@灯塔 周海葵?张总好', '灯塔 周海葵'],
    ['@白鹭\n天地灯 pm 昆明 潮汐表放哪了', '白鹭\n天地灯 pm 昆明'],
    ['@白鹭  天地灯支付 产品\n在吗', '白鹭  天地灯支付 产品'],
    ['@白鹭 pm 昆明 收到', '白鹭 pm 昆明'],
  ])('findMentions takes the whole of a card that the exporter broke: %s', (text, name) => {
    expect(namesIn(text, ['白鹭'])).toEqual([name]);
  });

  it.each([
    ['@白鹭-灯塔-产品-海口 海口上线了吗?', '白鹭-灯塔-产品-海口'],
    ['@白鹭 手续费多少?谁出?', '白鹭'],
    ['@白鹭 E-R图不方便给', '白鹭'],
    ['@白鹭 年化在80-100%', '白鹭'],
    ['@白鹭 2021-01-02 @阿橙', '白鹭'],
    ['@白鹭 聚合支付?', '白鹭'],
    ['@白鹭\n天地灯支付 产品 排期了', '白鹭'],
    ['@白鹭 对账 昆明那边没上线', '白鹭'],
    ['@白鹭\n对账 上海 也要改', '白鹭'],
    ['@白鹭 可以是灯塔支付 可以是灯塔银行 上海', '白鹭'],
    ['@白鹭\u2005是十个字?那就是五个汉字不?会不会不够', '白鹭'],
    ['@白鹭- 好的', '白鹭'],
    ['@白鹭 灯塔——利息调整', '白鹭'],
  ])('findMentions takes nothing of what is said behind a name: %s', (text, name) => {
    expect(namesIn(text, ['白鹭'])[0]!.replace(/-$/, '')).toBe(name);
  });

  it('findMentions does not reach for a U+2005 in another line or behind another @', () => {
    expect(namesIn('@阿橙 看\n灯\u2005')).toEqual(['阿橙']);
    expect(namesIn('@阿橙 和 @Lumen\u2005看')).toEqual(['阿橙', 'Lumen']);
  });

  it('findMentions does not reach for a U+2005 that is far away', () => {
    expect(namesIn(`@阿橙 ${'看'.repeat(60)}\u2005`)).toEqual(['阿橙']);
  });

  it('findMentions gives rising spans that do not overlap and hold what they name', () => {
    const pieces = fc.constantFrom('@', '阿橙', '-', ' ', '\u2005', 'a', '??', '，', '\n', '所有人', '😀');
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, fc.array(texts, { maxLength: 4 }), (text, known) => {
        let last = 0;
        for (const { start, end, name } of findMentions(text, new NameIndex(known))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(name).not.toBe('');
          expect(text.slice(start, end)).toBe(`@${name}`);
          last = end;
        }
      }),
      { seed: 122, numRuns: 400 },
    );
  });
});
