import type { Token } from '../text/index.js';
import type { Links } from './links.js';
import type { ThreadLists } from './lists.js';

/** What speaks for or against a domain. Shares are square roots, so that the first few messages tell most. */
export const domainFeatures = [
  'always',
  'share-of-trade-messages',
  'share-of-trade-words',
  'share-of-work-messages',
  'share-of-smalltalk-messages',
  'opens-with-trade',
  'opens-with-smalltalk',
  'has-notice',
] as const;

const trade = new Set(['term', 'rate', 'document', 'cycle']);

/** How much of the trade a message carries: its terms, rates, numbered documents and settlement cycles. */
export function tradeWords(tokens: readonly Token[]): number {
  let count = 0;
  for (const t of tokens) if (trade.has(t.type)) count++;
  return count;
}

const share = (part: number, whole: number) => Math.sqrt(part / Math.max(whole, 1));

/** The evidence on a thread's domain, in the order of `domainFeatures`. `numbers` are not none. */
export function domainEvidence(
  numbers: number[],
  tokens: Token[][],
  links: Links,
  lists: ThreadLists,
): number[] {
  const names = (n: number, list: ReadonlySet<string>) => links.words[n - 1]!.some((word) => list.has(word));
  const kind = (n: number) => links.kinds[n - 1]!;
  const spoken = numbers.filter((n) => kind(n) !== 'reaction' && kind(n) !== 'signin');
  const wordy = spoken.filter((n) => links.words[n - 1]!.length).length;
  const count = (holds: (n: number) => boolean) => share(spoken.filter(holds).length, wordy);
  const words = numbers.reduce((sum, n) => sum + links.words[n - 1]!.length, 0);
  const tradeIn = spoken.map((n) => tradeWords(tokens[n - 1]!));
  const tradeInAll = tradeIn.reduce((sum, count) => sum + count, 0);
  const root = numbers[0]!;
  return [
    1,
    share(tradeIn.filter((found) => found > 0).length, wordy),
    share(tradeInAll, words),
    count((n) => names(n, lists.work)),
    count((n) => names(n, lists.smalltalk)),
    Number(tradeWords(tokens[root - 1]!) > 0),
    Number(names(root, lists.smalltalk)),
    Number(numbers.some((n) => kind(n) === 'notice')),
  ];
}
