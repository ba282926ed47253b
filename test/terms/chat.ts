import { findPeople } from '../../src/people/index.js';
import type { Day } from '../../src/read/index.js';
import { findTerms, type TermUse } from '../../src/terms/index.js';
import type { Entry, SegmenterName } from '../../src/text/index.js';
import { Lexicon, loadSegmenter, tokenize } from '../../src/text/index.js';
import { chat, glossary } from '../threads/chat.js';

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Word lists of the tests' own. */
export const words = {
  stopwords: wordsOf('的 了 是 在 我 你 就 都 也 有 和 用 要 吗 这个 那个 我们 今天'),
  morphemes: wordsOf('付 款 账 费 率 卡 金 融 结 算 支付 渠道 商户 终端 代付 跨境 收单 备付 结算'),
  notTerms: wordsOf('ok app 付出 金额 价格 账号'),
};

export interface TermOptions {
  entries?: readonly Entry[];
  segmenter?: SegmenterName;
  discover?: boolean;
}

/** The terms of a day and where they are explained. */
export function study(
  day: Day,
  { entries = glossary, segmenter = '@node-rs/jieba', discover = true }: TermOptions = {},
) {
  const people = findPeople(day);
  const lexicon = new Lexicon(entries);
  const jieba = loadSegmenter(segmenter);
  const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i]!, lexicon, jieba));
  return findTerms(day, tokens, lexicon, jieba, words, { discover });
}

/** The terms of a log. */
export const termsOf = (script: string, options?: TermOptions): TermUse[] =>
  study(chat(script), options).terms;
