import type { Message } from '../read/index.js';
import type { Token } from '../text/index.js';
import { affairOf } from './affairs.js';
import type { Links } from './links.js';

/** Longest title, in characters. */
export const longestTitle = 20;
const shortestTitle = 4;
/** Added to a clause's length before its weight is shared out over it, so that a bare keyword does not win. */
const lengthPrior = 20;
/** A group affair is what several take part in. */
const fewestInAffair = 4;
/** What a clause is worth whose beginning was left off. */
const cutPenalty = 0.9;
/** What a clause is worth that asks in words, stands in the first message, begins with what tells, or trails off. */
const worth = { asking: 1.5, opening: 1.3, telling: 1.15, trailing: 0.85 };
const asking = /怎么|如何|什么|吗|哪|多少|是否|有没有|能不能|会不会|可不可以|为什么|还是/;
const trailing = /(?:[了的吗着过么]|一下|来着)$/;

/** As much of a text as a title holds, no character cut in half. */
const fitting = (text: string) => text.slice(0, longestTitle).replace(/[\ud800-\udbff]$/, '');

/** What may be left off the head and the tail of a clause without changing what it is about. */
const head =
  /^(?:(?:[，。,.!！\s~～、]|那么?|然后|所以|但是?|不过|其实|就是说?|话说|关于|对了|还有|另外|就|嗯+|哦+|额|呃|啊|哈+|各位(?:大神|老师|大佬|亲)?|大家(?:好)?|大神们?|大佬们?|老师们?|兄弟们?|朋友们?|同学们?|群里|我?想?(?:请问|请教|咨询|问)(?:一?下|个问题|各位|大家)*|求(?:教|助|解)|麻烦(?:问)?(?:一?下)?|弱弱的?问|(?:有(?:没有)?|谁|哪位)?(?:人|朋友|大神|同学|小伙伴|筒子)?(?:知道|了解|清楚|懂|听说过?)(?:一?下)?|有(?:人|没有人|朋友|大神|同学)|我们?(?:这边|这里)?(?:觉得|感觉|看|想)?|你们?(?:那边)?|他们?|这个?|那个?)+)(?=.{4})/;
const tail = /(?:[，。,.!！?？~～…\s]|呢|啊|呀|吧|哈+|哦|嘛|谢谢.*)+$/;

const breaks = /[\n。！？!?；;，,：:…]|\s{2,}|--+/;

interface Clause {
  text: string;
  score: number;
}

/** Weight of a word for telling its thread apart: terms more, words of many threads less. */
function weigh(word: string, isTerm: boolean, count: number, spread: number): number {
  return ((isTerm ? 2 : 1) * count ** 0.8 * Math.min(word.length, 4)) / Math.sqrt(spread);
}

function keywords(
  numbers: number[],
  messages: Message[],
  tokens: Token[][],
  links: Links,
  spread: Map<string, number>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const terms = new Set<string>();
  for (const n of numbers) {
    for (const word of new Set(links.words[n - 1]!)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const t of tokens[n - 1]!)
      if (t.type === 'term') terms.add(messages[n - 1]!.text.slice(t.start, t.end).toLowerCase());
  }
  return new Map(
    [...counts].map(([word, count]) => [word, weigh(word, terms.has(word), count, spread.get(word) ?? 1)]),
  );
}

/** A clause without mentions, emoji, links, and what only leads in or out. */
function trimClause(text: string): string {
  return text.replace(head, '').replace(tail, '').trim();
}

function plainText(message: Message, tokens: Token[]): string {
  let text = '';
  let from = 0;
  for (const t of tokens) {
    if (t.type !== 'mention' && t.type !== 'emoji' && t.type !== 'url') continue;
    text += `${message.text.slice(from, t.start)} `;
    from = t.end;
  }
  return text + message.text.slice(from);
}

/** What a clause counts for standing early, asking, or naming a shared article. */
function placeBonus(order: number, message: Message, links: Links): number {
  const kind = links.kinds[message.n - 1]!;
  const asks = kind === 'question' ? 1.4 : 1;
  const shares = message.attachments.some((a) => a.kind === 'link') ? 1.3 : 1;
  return (asks * shares) / (1 + 0.12 * order);
}

/** Places in a clause where a shorter title may begin: at a word that carries meaning. */
function beginnings(clause: string, weights: Map<string, number>): number[] {
  const folded = clause.toLowerCase();
  return [...weights.keys()].flatMap((word) => {
    const at = folded.indexOf(word);
    return at > 0 && clause.length - at <= longestTitle ? [at] : [];
  });
}

/** What a clause counts for by its own form. */
function formBonus(text: string, weights: Map<string, number>): number {
  const folded = text.toLowerCase();
  const tells = [...weights.keys()].some((word) => folded.startsWith(word));
  return (
    (asking.test(text) ? worth.asking : 1) *
    (tells ? worth.telling : 1) *
    (trailing.test(text) ? worth.trailing : 1)
  );
}

/** A bracket without its other half tells that something was cut off. */
const isBalanced = (text: string) =>
  (text.match(/[（(]/g)?.length ?? 0) === (text.match(/[）)]/g)?.length ?? 0);

function scoreClause(text: string, weights: Map<string, number>): number {
  const folded = text.toLowerCase();
  let score = 0;
  for (const [word, weight] of weights) if (folded.includes(word)) score += weight;
  return score / (text.length + lengthPrior);
}

function clausesOf(
  numbers: number[],
  messages: Message[],
  tokens: Token[][],
  links: Links,
  weights: Map<string, number>,
): Clause[] {
  const clauses: Clause[] = [];
  const telling = numbers.filter((n) => !['reaction', 'signin'].includes(links.kinds[n - 1]!)).slice(0, 40);
  telling.forEach((n, order) => {
    const message = messages[n - 1]!;
    const bonus = placeBonus(order, message, links) * (n === numbers[0] ? worth.opening : 1);
    for (const piece of plainText(message, tokens[n - 1]!).split(breaks)) {
      const whole = trimClause(piece);
      for (const start of [0, ...beginnings(whole, weights)]) {
        const text = whole.slice(start);
        if (text.length < shortestTitle || text.length > longestTitle || !isBalanced(text)) continue;
        const form = formBonus(text, weights) * (start ? cutPenalty : 1);
        clauses.push({ text, score: scoreClause(text, weights) * bonus * form });
      }
    }
  });
  return clauses;
}

/** The two words that tell most, where no clause is short and telling enough. */
function fromKeywords(weights: Map<string, number>): string {
  const best = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
  const second = best.find((word) => !best[0]!.includes(word) && !word.includes(best[0]!));
  const title = second ? `${best[0]}与${second}` : best[0]!;
  return title.length <= longestTitle ? title : fitting(best[0]!);
}

const announced = /主题(?:是|为|：|:)?\s*[“"《「]\s*([^”"》」\n]{2,40}?)\s*[”"》」]/;

/** The title that an announcement gives its talk, if any. */
export function announcedTitle(text: string): string | null {
  return announced.exec(text)?.[1]?.trim() ?? null;
}

/**
 * A title for a thread (标题): of its own clauses the one that says most in the words that set the thread apart,
 * trimmed of greetings and particles; a talk's announced title first of all, then the name of a group affair; two keywords where no clause serves.
 */
export function titleOf(
  numbers: number[],
  messages: Message[],
  tokens: Token[][],
  links: Links,
  spread: Map<string, number>,
): string {
  for (const n of numbers) {
    const title = links.kinds[n - 1] === 'notice' ? announcedTitle(messages[n - 1]!.text) : null;
    if (title) return fitting(title);
  }
  const affair = numbers.length >= fewestInAffair ? affairOf(messages[numbers[0]! - 1]!.text) : null;
  if (affair && !numbers.some((n) => links.kinds[n - 1] === 'talk')) return affair;
  const weights = keywords(numbers, messages, tokens, links, spread);
  const clauses = clausesOf(numbers, messages, tokens, links, weights);
  const best = clauses.reduce<Clause | null>(
    (top, clause) => (clause.score > (top?.score ?? 0) ? clause : top),
    null,
  );
  if (best) return best.text;
  return weights.size ? fromKeywords(weights) : placeholder(numbers, messages, links);
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
