import type { AnalysedMessage, DayAnalysis } from '../../src/analysis/index.js';
import type { Lang } from '../../src/lang/index.js';
import { innerNames, type Names } from '../../src/privacy/index.js';
import { buildReport, type Report } from '../../src/report/index.js';
import { type Entry, entrySchema } from '../../src/text/index.js';

/** A message as a test writes it down; all else follows from its place. */
export interface Line extends Partial<Omit<AnalysedMessage, 'n'>> {
  speaker: string;
  text: string;
  /** Number of the message that it goes on from. */
  parent?: number;
}

/** A day of these messages, a minute apart from 08:00:00 on, all in one thread unless `rest` says otherwise. */
export function sampleAnalysis(lines: readonly Line[], rest: Partial<DayAnalysis> = {}): DayAnalysis {
  const messages = lines.map(({ parent: _, ...line }, i): AnalysedMessage => {
    const time = line.time ?? new Date((480 + i) * 60_000).toISOString().slice(11, 19);
    const second = secondsOf(time);
    return { n: i + 1, line: 7 + 4 * i, time, second, kind: 'chat', ...plain, ...line };
  });
  const all = messages.map((m) => m.n);
  return {
    version: 1,
    group: '灯塔支付',
    date: '2024-03-01',
    format: 'jekyll',
    language: 'zh',
    segmenter: '@node-rs/jieba',
    header: { author: null, lines: null },
    messages,
    links: lines.map((line, i) => ({ n: i + 1, parent: line.parent ?? i + 1, probability: null })),
    threads: all.length ? [{ id: 1, title: '海岛收单', domain: 'payments', messages: all }] : [],
    terms: [],
    definitions: [],
    qa: [],
    unanswered: [],
    talks: [],
    documents: [],
    schedule: null,
    announced: [],
    notes: [],
    ...rest,
  };
}

function secondsOf(time: string): number {
  const [h, m, s] = time.split(':').map(Number) as [number, number, number];
  return (h * 60 + m) * 60 + s || 0;
}

const plain = { duplicateOf: null, attachments: [], mentions: [] };

/** Glossary entries of the sample day. */
const sampleEntries: Entry[] = [
  { term: '分账', class: 'concept', definition: '把一笔收款按约定分给几方。' },
  { term: '收单', class: 'concept', definition: '替商户收下付款并结算。', source: '灯塔标准 7 号' },
].map((entry) => entrySchema.parse(entry));

/** How a sample day is reported. */
export interface SampleOptions {
  lang?: Lang;
  names?: Names;
}

export const sampleReport = (
  analysis: DayAnalysis,
  { lang = 'zh', names = innerNames }: SampleOptions = {},
): Report => buildReport(analysis, { lang, names, entries: sampleEntries });

const image = {
  kind: 'image' as const,
  title: '2024-03-01 08:09:30',
  url: 'http://img.example.com/a.png',
  start: 0,
  end: 0,
};
const link = { kind: 'link' as const, title: '潮汐报告', url: 'https://example.org/tide', start: 3, end: 7 };

/** A small invented day that has something for every part of a page. */
export const lighthouseDay = (rest: Partial<DayAnalysis> = {}): DayAnalysis =>
  sampleAnalysis(
    [
      { speaker: '掌灯人', text: '征集志愿者整理分享记录，请私信我', kind: 'notice' },
      { speaker: '阿舟', text: '跨境分账由平台来做可以吗？', kind: 'question' },
      { speaker: '老贾', text: '可以的，我们一直这么做', kind: 'answer', parent: 2 },
      { speaker: '小满', text: '不行，资金会先进平台账户', kind: 'answer', parent: 2 },
      { speaker: '阿舟', text: '那先把每家商户的入网做全再说', parent: 4 },
      { speaker: '老贾', text: '听说隔壁岛有一家跑路了', parent: 5 },
      { speaker: '小满', text: '看海岛〔2020〕7号文件，分账要有牌照', parent: 5 },
      { speaker: '小满-合规', text: '看海岛〔2020〕7号文件，分账要有牌照', duplicateOf: 7, parent: 5 },
      { speaker: '陈默', text: '中午吃什么' },
      { speaker: '陈默', text: '', kind: 'share', attachments: [image], parent: 9 },
      { speaker: '白鹭', text: '一、海岛上的收单', kind: 'talk' },
      { speaker: '白鹭', text: '1、码牌比终端多，收单靠人跑', kind: 'talk', parent: 11 },
      { speaker: '阿舟', text: '海岛上怎么退款？', kind: 'question', parent: 12 },
      { speaker: '白鹭', text: '原路退，三天到账', kind: 'answer', parent: 13 },
      { speaker: '小满', text: '有人用过潮汐网关吗', kind: 'question', time: '12:00:00' },
      { speaker: '陈默', text: '转一个潮汐报告', attachments: [link], parent: 15, time: '12:00:30' },
    ],
    {
      threads: [
        { id: 1, title: '整理分享记录', domain: 'work', messages: [1] },
        { id: 2, title: '跨境分账谁来做', domain: 'payments', messages: [2, 3, 4, 5, 6, 7, 8] },
        { id: 9, title: '中午吃什么', domain: 'social', messages: [9, 10] },
        { id: 11, title: '海岛收单', domain: 'payments', messages: [11, 12, 13, 14] },
        { id: 15, title: '潮汐网关', domain: 'payments', messages: [15, 16] },
      ],
      terms: [
        { term: '分账', surface: ['分账'], class: 'concept', known: true, messages: [2, 7, 8] },
        { term: '收单', surface: ['收单'], class: 'concept', known: true, messages: [11, 12] },
        { term: '潮汐网关', surface: ['潮汐网关'], class: 'product', known: false, messages: [15] },
      ],
      qa: [{ question: [2], answers: [3, 4], follows: null, kind: 'question' }],
      unanswered: [{ question: [15], follows: null, kind: 'question' }],
      talks: [
        {
          kind: 'talk',
          speaker: '白鹭',
          title: '海岛收单',
          host: null,
          announcements: [],
          outline: [],
          images: [],
          links: [],
          signins: [],
          passages: [11, 12],
          qa: [{ question: [13], answers: [14], follows: null, kind: 'question' }],
          discussion: [],
        },
      ],
      notes: [{ level: 'warning', line: 0, rule: 'encoding', detail: 'gb18030' }],
      ...rest,
    },
  );
