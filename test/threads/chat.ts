import { findPeople } from '../../src/people/index.js';
import type { Day } from '../../src/read/index.js';
import { readDay } from '../../src/read/index.js';
import { type Entry, entrySchema, Lexicon, loadSegmenter, tokenize } from '../../src/text/index.js';
import { findLinks, findThreads, type ThreadLists } from '../../src/threads/index.js';
import { utf8 } from '../read/log.js';

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Word lists of the tests' own, short enough to keep in mind. */
export const lists: ThreadLists = {
  stopwords: wordsOf('的 了 是 在 我 你 就 都 也 有 这个 那个 什么 怎么 吗 呢 好 好的 请问 大家 一个'),
  reactions: wordsOf('好的 收到 谢谢 谢谢分享 哈哈 学习了 赞 厉害 早'),
  smalltalk: wordsOf('火锅 咖啡 吃饭 天气 电影'),
  work: wordsOf('招聘 简历 面试 群规 昵称 报名'),
};

export const entry = (term: string, aliases: string[] = [], entryClass: Entry['class'] = 'concept'): Entry =>
  entrySchema.parse({ term, aliases, class: entryClass });

/** A glossary of the tests' own. */
export const glossary: Entry[] = [
  entry('清算', ['资金清算']),
  entry('结算'),
  entry('分账'),
  entry('收单'),
  entry('备付金'),
  entry('POS', ['POS机'], 'tech'),
  entry('灯塔支付', ['灯塔'], 'org'),
  entry('手续费', ['费率']),
];

const line = /^(\d\d:\d\d(?::\d\d)?) (\S+) ?(.*)$/;

/** A log of the exporter from `HH:MM[:SS] name text` lines; `⏎` in a text is a line break. */
export const logOf = (script: string): string =>
  script
    .trim()
    .split('\n')
    .map((written) => {
      const [, time, name, text] = line.exec(written.trim())!;
      return `> ${time!.padEnd(8, ':00')}  ${name}\n\n${text!.replaceAll('⏎', '\n')}\n`;
    })
    .join('\n');

/** The day of a log of the exporter. */
export const readChat = (log: string): Day =>
  readDay(utf8(log), { path: '灯塔/_posts/2021-03-04-chat.md', format: 'jekyll' });

/** A Chinese day from `HH:MM[:SS] name text` lines. */
export const chat = (script: string): Day => readChat(logOf(script));

/** An English day from the lines of an IRC log. */
export const irc = (...lines: string[]): Day =>
  readDay(utf8(lines.join('\n')), { path: 'harbour/2009-05-06.txt', format: 'irc' });

/** What the stages up to the threads find in a day. */
export function follow(day: Day, entries: readonly Entry[] = glossary) {
  const people = findPeople(day);
  const lexicon = new Lexicon(entries);
  const segmenter = loadSegmenter('@node-rs/jieba');
  const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i]!, lexicon, segmenter));
  const links = findLinks(day, people, tokens, lists);
  const threads = findThreads(day.messages, tokens, links, lists);
  return { day, people, lexicon, segmenter, tokens, links, threads };
}

/** Each message's parent. */
export const parentsOf = (script: string): number[] => follow(chat(script)).links.parents;
/** What each message is. */
export const kindsOf = (script: string) => follow(chat(script)).links.kinds;
