import { findPeople } from '../../src/people/index.js';
import type { Day } from '../../src/read/index.js';
import {
  findDefinitions,
  findTerms,
  readTermModel,
  type TermModel,
  type TermUse,
} from '../../src/terms/index.js';
import { PhraseStatistics } from '../../src/terms/statistics.js';
import type { Entry, SegmenterName } from '../../src/text/index.js';
import { Lexicon, loadSegmenter, tokenize } from '../../src/text/index.js';
import { findLinks } from '../../src/threads/index.js';
import { chat, glossary, lists } from '../threads/chat.js';

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Word lists of the tests' own. */
export const words = {
  stopwords: wordsOf('的 了 是 在 我 你 就 都 也 有 和 用 要 吗 这个 那个 我们 今天 号 小'),
  morphemes: wordsOf('付 款 账 费 率 卡 金 融 结 算 支付 渠道 商户 终端 代付 跨境 收单 备付 结算'),
  notTerms: wordsOf('ok app 付出 金额 价格 账号'),
  trade: wordsOf('海蓝余额表'),
  compounds: wordsOf('半帆对账页 港口用船单 帆船9类证'),
};

/** A model of the tests' own, plain enough to add up in one's head; it has seen no days. */
export const model: TermModel = readTermModel(
  JSON.stringify({
    format: 3,
    language: 'zh',
    recipe: {},
    data: {},
    bars: { alone: 0, beside: 0, known: 2, explained: 0, definition: 0 },
    terms: {
      always: -4,
      'finance:5': 3,
      'shape:capitals:true': 3,
      'shape:camel:true': 3,
      'count:2': 2,
      'count:3': 2,
      'count:4': 2,
      'parts:2': 2,
      notTerm: -5,
      notTermPart: -5,
    },
    // what is likely a term stays whole, and so does what is known or listed, if nothing likely covers it
    pieces: {
      features: ['odds', 'known', 'listed', 'cover-odds'],
      base: 0,
      trees: [
        [[0, 0, 2], [-3], [3]],
        [[1, 0.5, 2], [0], [6]],
        [[2, 0.5, 2], [0], [5]],
        [[3, 0, 2], [0], [-6]],
      ],
    },
    definitions: {
      always: -2,
      'pattern.means': 3,
      'pattern.is': 3,
      'pattern.called': 3,
      'pattern.spelt': 3,
      'pattern.equals': 3,
      askedWhat: 3,
      'cue.asks': -9,
      'cue.lists': -9,
    },
    classes: { tech: { 'script:latin': 1, '-终端': 1 } },
    statistics: PhraseStatistics.write([]),
  }),
);

export interface TermOptions {
  entries?: readonly Entry[];
  /** Canonical forms of those that the group itself accepted. */
  own?: readonly string[];
  segmenter?: SegmenterName;
  discover?: boolean;
}

/** The terms of a day and where they are explained. */
export function study(
  day: Day,
  { entries = glossary, own = [], segmenter = '@node-rs/jieba', discover = true }: TermOptions = {},
) {
  const people = findPeople(day);
  const lexicon = new Lexicon(entries, own);
  const jieba = loadSegmenter(segmenter);
  const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i]!, lexicon, jieba));
  const tools = { lexicon, segmenter: jieba, words, model };
  const found = findTerms(day, people.mentions, tokens, tools, { discover });
  const links = findLinks(day, people, tokens, lists, null);
  return {
    ...found,
    definitions: findDefinitions(
      { messages: day.messages, ...links },
      [{ messages: day.messages.map((m) => m.n) }],
      found.explainable,
      model,
    ),
  };
}

/** The terms of a log. */
export const termsOf = (script: string, options?: TermOptions): TermUse[] =>
  study(chat(script), options).terms;

/** The tokens of a log's messages, as words. */
export const tokensOf = (script: string, options?: TermOptions): string[][] => {
  const day = chat(script);
  return study(day, options).tokens.map((row, i) =>
    row.map((t) => day.messages[i]!.text.slice(t.start, t.end)),
  );
};
