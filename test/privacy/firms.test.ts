import { describe, expect, it } from 'vitest';
import type { DayAnalysis } from '../../src/analysis/index.js';
import { publish } from '../../src/privacy/index.js';
import { sampleAnalysis } from '../report/sample-report.js';
import { vocabulary } from './vocabulary.js';

const term = (word: string, kind: 'org' | 'product' | 'concept'): DayAnalysis['terms'][number] => ({
  ...{ term: word, surface: [word], class: kind, known: true, messages: [] },
});

/** What 鲸落 says, whose card has a firm, on a day with firms and terms that the glossary knows. */
const said = (...texts: string[]): string[] =>
  publish(
    sampleAnalysis(
      [
        { speaker: '白芷-浮标科技-运营', text: '早' },
        { speaker: '聚合支付_陈灯远', text: '早' },
        { speaker: '海葵-业务-海口', text: '早' },
        ...texts.map((text) => ({ speaker: '鲸落-海豚港-产品-上海', text })),
      ],
      {
        terms: [
          term('灯塔银行', 'org'),
          term('灯塔宝', 'product'),
          term('灯油代扣', 'product'),
          term('聚合支付', 'concept'),
        ],
      },
    ),
    { vocabulary, lang: 'zh' },
  )
    .analysis.messages.slice(3)
    .map((m) => m.text);

describe('the firm that somebody names as his own', () => {
  it.each([
    ['我是海豚港的运营负责人', '我是某公司的运营负责人'],
    ['大家好，我是来自灯塔银行的研发', '大家好，我是来自某公司的研发'],
    ['目前在灯塔银行负责清算，之前在灯塔宝负责过收单', '目前在某公司负责清算，之前在某公司负责过收单'],
    ['我是海鸥支付的产品经理', '我是某公司的产品经理'],
    ['现在就职于海鸥支付，做收单', '现在就职于某公司，做收单'],
    ['大家好，来自上海海豚港', '大家好，来自上海某公司'],
    ['我们海豚港也是这么做的', '我们某公司也是这么做的'],
    ['灯塔银行的贾海亮老师讲过', '某公司的群友老师讲过'],
    ['白芷之前在浮标待过，浮标年底搬家', '群友1之前在某公司待过，某公司年底搬家'],
    ['问过浮标科技产品经理白芷', '问过某公司产品经理群友1'],
    ['你们浮标科技支持分账吗？', '你们某公司支持分账吗？'],
    ['你们浮标支持分账吗？', '你们某公司支持分账吗？'],
    ['海豚港的收银台在改', '某公司的收银台在改'],
    ['白芷，你们灯塔银行的费率多少？', '群友1，你们某公司的费率多少？'],
  ])('is hidden: %s', (text, shown) => {
    expect(said(text)).toEqual([shown]);
  });

  it('is hidden where whoever is called is of it, and kinds of products are no firms', () => {
    const text = '@白芷-浮标科技-运营 你们浮标的灯油怎么算？你们灯油代扣走哪家？';
    const call = { start: 0, end: 11, name: '白芷-浮标科技-运营', speaker: '白芷-浮标科技-运营' };
    const day = sampleAnalysis(
      [
        { speaker: call.name, text: '早' },
        { speaker: '鲸落', text, mentions: [call] },
      ],
      { terms: [term('灯油代扣', 'product')] },
    );
    expect(publish(day, { vocabulary, lang: 'zh' }).analysis.messages[1]!.text).toBe(
      '@群友1 你们某公司的灯油怎么算？你们灯油代扣走哪家？',
    );
  });

  it.each([
    '灯塔银行的费率是千三',
    '我在灯塔银行开了户',
    '我是灯塔宝的用户',
    '现在灯塔银行负责转接',
    '我是做聚合支付的产品经理',
    '我是第三方支付公司的产品经理',
    '我是一家支付公司的产品经理',
    '聚合支付的产品经理怎么考核',
    '资金来自灯塔银行',
    '你们灯塔银行的卡能用吗',
    '那个浮标漂走了',
    '白鹭在灯塔银行开了户',
    '你们灯油代扣支持跨行吗',
    '我在灯油代扣做测试',
    '请教贵司业务流程',
  ])('and a firm or a term that is spoken of stays: %s', (text) => {
    expect(said(text)).toEqual([text]);
  });

  it('is hidden in all that he says that day, ordinary a word as it is', () => {
    const speaker = '穗禾-浮标科技-运营';
    const shown = (...texts: string[]) =>
      publish(sampleAnalysis(texts.map((text) => ({ speaker, text }))), {
        vocabulary,
        lang: 'zh',
      }).analysis.messages.map((m) => m.text);
    expect(shown('浮标的收银台在改', '我是浮标的产品经理')).toEqual([
      '某公司的收银台在改',
      '我是某公司的产品经理',
    ]);
    expect(shown('浮标夜里亮')).toEqual(['浮标夜里亮']);
  });

  it('goes from all that he says, and from titles made of it, where it is a word of nothing else', () => {
    const text = '周末去试海豚港平台';
    const { analysis } = publish(
      sampleAnalysis(
        [
          { speaker: '鲸落-海豚港-产品-上海', text },
          { speaker: '白芷-浮标科技-运营', text: '海豚港的费率多少' },
        ],
        { threads: [{ id: 1, title: '去试海豚港平台', domain: 'payments', messages: [1] }] },
      ),
      { vocabulary, lang: 'zh' },
    );
    expect(analysis.messages.map((m) => m.text)).toEqual(['周末去试某公司平台', '海豚港的费率多少']);
    expect(analysis.threads[0]!.title).toBe('去试某公司平台');
  });
});
