import type { Message } from '../read/index.js';
import type { Token } from '../text/index.js';
import { domainOf } from './domain.js';
import type { Domain } from './domains.js';
import type { Links } from './links.js';
import type { ThreadLists } from './lists.js';
import { titleOf } from './title.js';

/** A conversation (话题线): what the links join, no more and no less. */
export interface Thread {
  /** `n` of its first message. */
  id: number;
  /** At most 20 characters. */
  title: string;
  domain: Domain;
  /** `n`, rising. */
  messages: number[];
}

/** Message numbers by the first message of their thread. */
export function groupByRoot(parents: number[]): Map<number, number[]> {
  const roots: number[] = [];
  const groups = new Map<number, number[]>();
  parents.forEach((parent, i) => {
    const n = i + 1;
    const root = parent === n ? n : roots[parent - 1]!;
    roots.push(root);
    const group = groups.get(root);
    if (group) group.push(n);
    else groups.set(root, [n]);
  });
  return groups;
}

/** The threads of a day, by first message, each with its title and domain. */
export function findThreads(
  messages: Message[],
  tokens: Token[][],
  links: Links,
  lists: ThreadLists,
): Thread[] {
  const groups = groupByRoot(links.parents);
  const spread = wordSpread(groups, links.words);
  return [...groups].map(([id, numbers]) => {
    const own = numbers.filter((n) => messages[n - 1]!.duplicateOf === null);
    return {
      id,
      title: titleOf(own, messages, tokens, links, spread),
      domain: domainOf(own, tokens, links, lists),
      messages: numbers,
    };
  });
}

/** In how many threads of the day each word occurs. */
function wordSpread(groups: Map<number, number[]>, words: string[][]): Map<string, number> {
  const found = new Map<string, { threads: number; last: number }>();
  for (const [id, numbers] of groups) {
    for (const n of numbers) {
      for (const word of words[n - 1]!) {
        const known = found.get(word);
        if (!known) found.set(word, { threads: 1, last: id });
        else if (known.last !== id) {
          known.threads++;
          known.last = id;
        }
      }
    }
  }
  return new Map(Array.from(found, ([word, { threads }]) => [word, threads]));
}
