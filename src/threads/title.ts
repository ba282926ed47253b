import { ascending } from 'd3-array';
import type { Message } from '../read/index.js';
import { cutTo, type Token } from '../text/index.js';
import { affairOf, introductions, repeatedIn, welcomes } from './affairs.js';
import { announcedTitle, announcementOf } from './announced.js';
import {
  asking,
  type Clause,
  clausesOf,
  hangsOn,
  keywords,
  longestTitle,
  looseEnd,
  shareOf,
  wordsIn,
} from './clauses.js';
import type { Links } from './links.js';

export { longestTitle } from './clauses.js';

/** A group affair is what several take part in. */
const fewestInAffair = 4;
/** Whoever says something of his own uses so many words. */
const fewestSaying = 5;
/** Where so many messages, and so large a share of the thread, say something else, an introduction only opens a conversation. */
const conversation = { fewest: 4, share: 0.25 };
/** Two subjects are worth naming only in a conversation, and only out of so many of its best clauses. */
const fewestInPair = 5;
const mostPaired = 40;
/** What two clauses joined are worth beside one. */
const pairPenalty = 0.9;
/** What does not stand well as half of a title: talk to and about persons, pointing words, questions by particle, loose ends, names as on a visiting card. */
const unfitForPair = /我|你|您|咱|他|这|那|哈|吗|么$|[了的不没]$|-.+-/;

/** What a link begins with that tells nothing. */
const scheme = /^https?:\/\/(?:www\.)?/;

/** As much of a text as a title holds. */
const fitting = (text: string) => cutTo(text.replace(scheme, ''), longestTitle);

/** An opening bracket whose other half was cut off: at the head it goes, further on all from it on. */
function withoutOpen(title: string): string {
  const at = title.search(/[（(“《「【][^）)”》」】]*$/);
  if (at < 0) return title;
  return at ? title.slice(0, at).trimEnd() : title.slice(1);
}

/** The announced title of a talk, as many of its words as a title holds, none cut. */
function announcedIn(n: number, messages: Message[], tokens: Token[][]): string {
  const { text } = messages[n - 1]!;
  const title = announcedTitle(text)!;
  if (title.length <= longestTitle) return withoutOpen(title);
  const start = text.indexOf(title);
  const ends = tokens[n - 1]!.filter((t) => t.type !== 'mark' && t.end - t.start > 1)
    .map((t) => t.end - start)
    .filter((end) => end >= longestTitle / 2 && end <= longestTitle && !looseEnd.test(title.slice(0, end)));
  return withoutOpen(ends.length ? title.slice(0, ends.at(-1)) : fitting(title));
}

/** The best clauses that may be half of a title, each text once. */
function bestForPair(clauses: readonly Clause[]): Clause[] {
  const byText = new Map<string, Clause>();
  for (const clause of clauses.filter((c) => c.score > 0).sort((a, b) => b.score - a.score)) {
    if (byText.size === mostPaired) break;
    if (byText.has(clause.text) || unfitForPair.test(clause.text) || hangsOn.test(clause.text)) continue;
    byText.set(clause.text, clause);
  }
  return [...byText.values()];
}

/** Two clauses that share no telling word, joined, a question last, where together they tell more than the best one. */
function pairOf(clauses: Clause[], best: Clause): string | null {
  const halves = bestForPair(clauses).map((clause) => ({
    text: clause.text,
    words: wordsIn(clause),
    weight: clause.score / shareOf(clause.text.length),
    asks: asking.test(clause.text),
  }));
  let top: string | null = null;
  let topScore = best.score;
  for (const a of halves) {
    if (a.asks) continue;
    for (const b of halves) {
      const length = a.text.length + b.text.length + 1;
      if (a === b || length > longestTitle) continue;
      const score = pairPenalty * (a.weight + b.weight) * shareOf(length);
      if (score <= topScore || a.words.some((word) => b.words.includes(word))) continue;
      topScore = score;
      top = `${a.text}与${b.text}`;
    }
  }
  return top;
}

/** The two words that tell most, where no clause is short and telling enough. */
function fromKeywords(weights: Map<string, number>): string {
  const best = [...weights].sort(([a, x], [b, y]) => y - x || ascending(a, b)).map(([word]) => word);
  const second = best.find((word) => !best[0]!.includes(word) && !word.includes(best[0]!));
  const title = second ? `${best[0]}与${second}` : best[0]!;
  return title.length <= longestTitle ? title : fitting(best[0]!);
}

/** Whether a message says something, and neither who its speaker is nor welcome to somebody who is new. */
function isBeside(n: number, messages: Message[], tokens: Token[][]): boolean {
  const { text } = messages[n - 1]!;
  const words = tokens[n - 1]!.filter((t) => t.type !== 'mark' && t.type !== 'mention');
  return words.length >= fewestSaying && affairOf(text) !== introductions && !welcomes(text);
}

/** The name of the group affair that a thread is about, if it is about one. */
function affairIn(numbers: number[], messages: Message[], tokens: Token[][], links: Links): string | null {
  if (numbers.length < fewestInAffair || numbers.some((n) => links.kinds[n - 1] === 'talk')) return null;
  const affair = affairOf(messages[numbers[0]! - 1]!.text);
  if (affair !== introductions) return affair;
  const beside = numbers.filter((n) => isBeside(n, messages, tokens)).length;
  const isConversation = beside >= conversation.fewest && beside >= numbers.length * conversation.share;
  return isConversation ? null : affair;
}

/**
 * A title for a thread (标题): a talk's announced title first of all, then the name of a group affair; else of its own
 * clauses the one that says most in the words that set the thread apart, trimmed of greetings and particles, or two
 * of them joined where it has two subjects; two keywords where no clause serves. The rules of the group and red
 * packets give a title only to a thread of nothing else.
 */
export function titleOf(
  numbers: number[],
  messages: Message[],
  tokens: Token[][],
  links: Links,
  spread: Map<string, number>,
): string {
  const announcement = announcementOf(numbers, messages, links);
  if (announcement) return announcedIn(announcement, messages, tokens);
  const affair = affairIn(numbers, messages, tokens, links);
  if (affair) return affair;
  const repeated = (n: number) => repeatedIn(messages[n - 1]!.text);
  const told = numbers.filter((n) => !repeated(n));
  const weights = keywords(told, messages, tokens, links, spread);
  const clauses = clausesOf(told, messages, tokens, links, weights);
  const best = clauses.reduce<Clause | null>(
    (top, clause) => (clause.score > (top?.score ?? 0) ? clause : top),
    null,
  );
  if (best) return (told.length >= fewestInPair ? pairOf(clauses, best) : null) ?? best.text;
  if (weights.size) return fromKeywords(weights);
  return repeated(numbers[0]!) ?? placeholder(numbers, messages, links);
}

/** A thread without words: what it consists of. */
function placeholder(numbers: number[], messages: Message[], links: Links): string {
  const first = messages[numbers[0]! - 1]!;
  if (links.kinds[first.n - 1] === 'signin') return '签到';
  const carried = first.attachments[0]?.kind;
  if (carried === 'image') return '图片';
  if (carried === 'redpacket') return '红包';
  if (carried === 'quote') return '转发的内容';
  return fitting(first.text.replace(/\s+/g, ' ').trim()) || '无文字';
}
