import type { Token } from '../text/index.js';
import type { Links } from './links.js';
import type { ThreadLists } from './lists.js';

/** What a thread is about: the trade, the job and the group, or anything else (行业、职场与群务、闲聊). */
export const domains = ['payments', 'work', 'social'] as const;
export type Domain = (typeof domains)[number];

/** This share of a thread's wordy messages must carry a term of the trade, or this many of them. */
const leastShare = 0.18;
const enough = 8;

/** The domain of a thread, by its talk, its terms and the words of the lists; what says nothing is small talk. */
export function domainOf(numbers: number[], tokens: Token[][], links: Links, lists: ThreadLists): Domain {
  let wordy = 0;
  let trade = 0;
  let work = 0;
  let social = 0;
  for (const n of numbers) {
    const kind = links.kinds[n - 1]!;
    if (kind === 'talk') return 'payments';
    const words = links.words[n - 1]!;
    if (kind === 'reaction' || kind === 'signin') continue;
    if (words.length) wordy++;
    if (
      tokens[n - 1]!.some(
        (t) => t.type === 'term' || t.type === 'rate' || t.type === 'document' || t.type === 'cycle',
      )
    )
      trade++;
    if (kind === 'notice') work += 2;
    for (const word of words) {
      if (lists.work.has(word)) work++;
      if (lists.smalltalk.has(word)) social++;
    }
  }
  const kinds = numbers.map((n) => links.kinds[n - 1]!);
  if (trade && (trade >= leastShare * Math.max(wordy, 1) || trade >= enough) && trade >= work / 2)
    return 'payments';
  if (work > 0 && work >= social) return 'work';
  if (kinds.every((kind) => kind === 'signin' || kind === 'reaction') && kinds.includes('signin'))
    return 'payments';
  return 'social';
}
