import { longestRead, type Message } from '../read/index.js';
import type { Token } from '../text/index.js';
import type { Links } from './links.js';
import {
  type KeywordIndex,
  keywordIndex,
  standsIn,
  type TellingWord,
  tellingWords,
} from './telling-words.js';

/** Longest title, in characters. */
export const longestTitle = 20;
const shortestTitle = 4;
/** Added to a clause's length before its weight is shared out over it, so that a bare keyword does not win. */
const lengthPrior = 20;
/** What a clause is worth whose beginning, or end, was left off. */
const cutPenalty = 0.9;
/** A term tells more than another word; a word that is said again a little less each time; a long one more, up to so many characters. */
const termWeight = 1.5;
const repetition = 0.8;
const longestCounted = 4;
/** What a clause is worth that asks in words, stands in the first message, begins with what tells, trails off, or hangs on something else. */
const worth = { asking: 1.5, opening: 1.3, telling: 1.15, trailing: 0.85, hanging: 0.85 };
/** So many messages of a thread say what it is about. */
const mostMessages = 40;
/** How a clause asks in words. */
export const asking = /怎么|如何|什么|吗|哪|多少|是否|有没有|能不能|会不会|可不可以|为什么|还是/;
const trailing = /(?:[了的吗着过么]|一下|来着)$/;

/** What may be left off the head and the tail of a clause without changing what it is about; never half of 他的 or 这么. */
const head =
  /^(?:(?:[，。,.!！\s~～、]|那么?|然后|所以|但是?|不过|其实|就是说?|话说|关于|对了|还有|另外|就|嗯+|哦+|额|呃|啊|哈+|各位(?:大神|老师|大佬|亲)?|大家(?:好)?|大神们?|大佬们?|老师们?|兄弟们?|朋友们?|同学们?|群里|我?想?(?:请问|请教|咨询|问)(?:一?下|个问题|各位|大家)*|求(?:教|助|解)|麻烦(?:问)?(?:一?下)?|弱弱的?问|(?:有(?:没有)?|谁|哪位)?(?:人|朋友|大神|同学|小伙伴|筒子)?(?:知道|了解|清楚|懂|听说过?)(?:一?下)?|有(?:人|没有人|朋友|大神|同学)|我们?(?:这边|这里)?(?:觉得|感觉|看|想)?|你们?(?:那边)?|他们?|有?(?:谁|哪位|没有)(?:人|朋友|大神|大佬|老师|同学)?有|有没有(?:人|哪位)?|[这那]种|这个?|那个?)+)(?=[^的么们].{3})/;
/** What such a tail ends in, or has in it. */
const tailEnds = '，。,.!！?？~～…呢啊呀吧哈哦嘛';
const tail = /(?:[，。,.!！?？~～…\s]|呢|啊|呀|吧|哈+|哦|嘛|谢谢.*)+$/;

/** What a clause cut short does not begin with, and what it does not end in. */
const looseStart = /^(?:[这那哪几某][种个些位]|大神|大佬|是否|目前|现在)/;
export const looseEnd =
  /(?:是否|如何|怎么|什么|哪些?|目前|还是|或者?|以及|能不能|有没有|用来(?:解决|处理|做)?|[是于]|走向|成为|被[^\s被]{1,4})$/;

/** What denies the words behind it: without it, a title would say the opposite. */
const denial =
  /(?:[非没未]|(?<![能会是可要想好])不|没有|不(?:是|能|会|可|可以|让|用|要|再|许|允许|支持|需要?)|无法|无需|禁止|停止|暂停|取消|避免|防止)$/;
const longestDenial = 4;

/** What goes on from something, is said of something else, or breaks off: `是用的哪种数据库`, `背后的力量竟是`. */
export const hangsOn =
  /^(?:是(?!否)|还|或者?|又|也|都|才|要(?![求素点件])|不知|居然|分别|以便|只|则|且|并(?!购|行|发)|而|于|把|被|让|给|将|以(?!上|下|前|后)|之|的|得|倒数|说要|既然|因为|虽然|即使|好像|第[一二三四五]个?是)|(?:[就被把让从很更最]|竟是|遇到(?:同样)?|是在)$/;

const breaks = /[\n。！？!?；;，,：:…]|\s{2,}|[-=]{2,}>?|->|→/g;

/** A part of a message that may serve as a title, or as half of one. */
export interface Clause {
  text: string;
  /** What its words and its form count for, over its length. */
  score: number;
  /** The piece that it is of, and where it begins in that one's message. */
  piece: Piece;
  from: number;
}

/** By what the weight of a clause of so many characters is multiplied. */
export const shareOf = (length: number) => 1 / (length + lengthPrior);

/** Weight of a word for telling its thread apart: terms more, words of many threads less. */
function weigh(word: string, isTerm: boolean, count: number, spread: number): number {
  return (
    ((isTerm ? termWeight : 1) * count ** repetition * Math.min(word.length, longestCounted)) /
    Math.sqrt(spread)
  );
}

/** The words of a thread by what they tell of it. `spread`: in how many threads of the day each occurs. */
export function keywords(
  numbers: number[],
  messages: Message[],
  tokens: Token[][],
  links: Links,
  spread: Map<string, number>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const terms = new Set<string>();
  for (const n of numbers) {
    links.words[n - 1]!.forEach((word, k, all) => {
      if (all.indexOf(word) === k) counts.set(word, (counts.get(word) ?? 0) + 1);
    });
    for (const t of tokens[n - 1]!)
      if (t.type === 'term') terms.add(messages[n - 1]!.text.slice(t.start, t.end).toLowerCase());
  }
  return new Map(
    [...counts].map(([word, count]) => [word, weigh(word, terms.has(word), count, spread.get(word) ?? 1)]),
  );
}

/** The text with mentions, emoji and links blanked out, so that the places of its words stay. */
function plainText(message: Message, tokens: Token[]): string {
  let text = '';
  let from = 0;
  for (const t of tokens) {
    if (t.type !== 'mention' && t.type !== 'emoji' && t.type !== 'url') continue;
    text += message.text.slice(from, t.start) + ' '.repeat(t.end - t.start);
    from = t.end;
  }
  return text + message.text.slice(from);
}

/** A text without what only leads out of it. */
function tailless(text: string): string {
  const last = text.at(-1) ?? '';
  return tailEnds.includes(last) || last.trim() === '' || text.includes('谢谢')
    ? text.replace(tail, '').trimEnd()
    : text;
}

/** Where the clauses of a text start and end, what only leads in or out left off. */
function placesOf(text: string): { start: number; end: number }[] {
  const ends = [...[...text.matchAll(breaks)].map((m) => [m.index, m.index + m[0].length]), [text.length, 0]];
  let from = 0;
  return ends.map(([at, next]) => {
    const piece = text.slice(from, at);
    const headless = piece.replace(head, '').trimStart();
    const start = from + piece.length - headless.length;
    from = next!;
    return { start, end: start + tailless(headless).length };
  });
}

/** What the clauses of a question, and of a message with an article, are worth beside others; and how fast that falls with each message. */
const placeWorth = { question: 1.4, article: 1.3, fall: 0.12 };

/** What the clauses of a message count for its standing early, asking, or sharing an article. */
function placeBonus(order: number, message: Message, links: Links): number {
  const asks = links.kinds[message.n - 1] === 'question' ? placeWorth.question : 1;
  const shares = message.attachments.some((a) => a.kind === 'link') ? placeWorth.article : 1;
  return (asks * shares) / (1 + placeWorth.fall * order);
}

/** Brackets and quotation marks, each kind with its other half. */
const pairs = ['（(|）)', '“|”', '《|》', '「|」', '【|】'].map(
  (pair) => pair.split('|') as [string, string],
);
const bracket = /[（(）)“”《》「」【】]/;

/** A bracket or quotation mark without its other half tells that something was cut off. */
function isBalanced(text: string): boolean {
  return pairs.every((pair) => {
    const [open, close] = pair.map((marks) => [...text].filter((c) => marks.includes(c)).length);
    return open === close;
  });
}

/** The telling words in a clause. */
export function wordsIn({ piece, from, text }: Clause): string[] {
  const start = from - piece.start;
  return piece.telling.filter((t) => standsIn(t, start, start + text.length)).map((t) => t.word);
}

/** A part of a message between two marks, with the words in it that tell. */
interface Piece {
  /** The whole message, and where the piece starts and ends in it. */
  text: string;
  start: number;
  end: number;
  telling: readonly TellingWord[];
  /** Whether it asks in words anywhere, and has any bracket or quotation mark. */
  asks: boolean;
  hasBrackets: boolean;
  /** What its message counts for; see {@link placeBonus}. */
  bonus: number;
}

/** Where clauses of a piece may end: at its own end, or at that of a telling word where nothing hangs loose. */
function endsOf({ text, end }: Piece, inside: readonly Token[]): { to: number; trails: boolean }[] {
  const isLoose = (to: number) => to < end && looseEnd.test(text.slice(to - shortestTitle, to));
  return [...new Set([end, ...inside.map((t) => t.end)])]
    .filter((to) => !isLoose(to))
    .map((to) => ({ to, trails: trailing.test(text.slice(to - shortestTitle, to)) }));
}

/** Where clauses of a piece may start, likewise, and never behind what denies them. */
function startsOf({ text, start }: Piece, inside: readonly Token[]): number[] {
  const isLoose = (from: number) =>
    from > start &&
    (looseStart.test(text.slice(from, from + shortestTitle)) ||
      denial.test(text.slice(Math.max(from - longestDenial, start), from)));
  return [...new Set([start, ...inside.map((t) => t.start)])].filter((from) => !isLoose(from));
}

/** A stretch of a piece as a clause; null where no word in it tells anything, or half of a bracket is missing. */
function clauseOf(piece: Piece, from: number, to: number, trails: boolean): Clause | null {
  let says = false;
  let tells = false;
  let weight = 0;
  const first = from - piece.start;
  const last = to - piece.start;
  for (const t of piece.telling) {
    if (!standsIn(t, first, last)) continue;
    says = true;
    weight += t.weight;
    tells ||= t.places.includes(first);
  }
  if (!says) return null;
  const text = piece.text.slice(from, to);
  if (piece.hasBrackets && !isBalanced(text)) return null;
  const form =
    (piece.asks && asking.test(text) ? worth.asking : 1) *
    (tells ? worth.telling : 1) *
    (trails ? worth.trailing : 1) *
    (hangsOn.test(text) ? worth.hanging : 1);
  const cuts = (from > piece.start ? cutPenalty : 1) * (to < piece.end ? cutPenalty : 1);
  const score = weight * form * (piece.bonus * cuts);
  return { text, score: score * shareOf(text.length), piece, from };
}

/** Adds the clauses of one message, whole or from one telling word to another. */
function addClauses(
  text: string,
  tokens: Token[],
  keywords: KeywordIndex,
  bonus: number,
  into: Clause[],
): void {
  const folded = text.toLowerCase();
  for (const { start, end } of placesOf(text)) {
    if (end - start < shortestTitle) continue;
    const telling = tellingWords(folded.slice(start, end), keywords);
    if (!telling.length) continue;
    const whole = text.slice(start, end);
    const flags = { asks: asking.test(whole), hasBrackets: bracket.test(whole) };
    const piece: Piece = { text, start, end, telling, ...flags, bonus };
    const tells = ({ start, end }: Token) =>
      telling.some(({ word }) => word.length === end - start && folded.startsWith(word, start));
    const inside = tokens.filter((t) => t.start >= start && t.end <= end && tells(t));
    const ends = endsOf(piece, inside);
    for (const from of startsOf(piece, inside)) {
      for (const { to, trails } of ends) {
        if (to - from < shortestTitle || to - from > longestTitle) continue;
        const clause = clauseOf(piece, from, to, trails);
        if (clause) into.push(clause);
      }
    }
  }
}

/** What may be a title of a thread: the clauses of its first messages that say anything, in order. */
export function clausesOf(
  numbers: number[],
  messages: Message[],
  tokens: Token[][],
  links: Links,
  weights: Map<string, number>,
): Clause[] {
  const index = keywordIndex(weights);
  const isSaid = (n: number) => links.kinds[n - 1] !== 'reaction' && links.kinds[n - 1] !== 'signin';
  const clauses: Clause[] = [];
  for (const [order, n] of numbers.filter(isSaid).slice(0, mostMessages).entries()) {
    const message = messages[n - 1]!;
    const bonus = placeBonus(order, message, links) * (n === numbers[0] ? worth.opening : 1);
    // nothing is cut into words beyond that, and no title stands so far down
    const read = plainText(message, tokens[n - 1]!).slice(0, longestRead);
    addClauses(read, tokens[n - 1]!, index, bonus, clauses);
  }
  return clauses;
}
