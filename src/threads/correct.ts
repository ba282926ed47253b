import { ascending, least } from 'd3-array';
import type { Message } from '../read/index.js';
import type { Domain } from './domains.js';
import type { MessageKind } from './form.js';
import type { Links } from './links.js';
import type { Monologue } from './monologue.js';
import type { Thread } from './threads.js';

/** What a person put right about the threads of a day, by message number. Of two about one message the later holds. */
export interface ThreadCorrections {
  /** `parent` is never behind `n`; `n` itself starts a thread. */
  links: { n: number; parent: number }[];
  kinds: { n: number; kind: MessageKind }[];
  /** The thread that holds message `n` has this title. */
  titles: { n: number; title: string }[];
  domains: { n: number; domain: Domain }[];
}

/** What a message is under its corrected parent: an answer where that is another's question, or its speaker's own answer. */
function kindUnder(parent: Message, parentKind: MessageKind, m: Message, kind: MessageKind): MessageKind {
  if (kind !== 'chat' && kind !== 'answer') return kind;
  if (parent.n === m.n) return 'chat';
  return parentKind === (parent.speaker === m.speaker ? 'answer' : 'question') ? 'answer' : 'chat';
}

/**
 * Talks as a person put them right: what is said to be no talk is no passage, and what is said to be one is a passage of its
 * speaker's talk that stands nearest. A talk without passages is none.
 */
function correctTalks(
  talks: readonly Monologue[],
  { kinds, said }: { kinds: readonly MessageKind[]; said: ReadonlySet<number> },
  messages: readonly Message[],
): Monologue[] {
  if (!said.size) return [...talks];
  const corrected = talks.map(({ speaker, passages }) => ({
    speaker,
    passages: passages.filter((n) => kinds[n - 1] === 'talk'),
  }));
  const known = new Set(talks.flatMap(({ passages }) => passages));
  for (const { n, speaker, duplicateOf } of messages) {
    if (!said.has(n) || kinds[n - 1] !== 'talk' || known.has(n) || duplicateOf !== null) continue;
    const distance = (talk: Monologue) => Math.min(...talk.passages.map((passage) => Math.abs(passage - n)));
    const own = least(
      corrected.filter((talk) => talk.speaker === speaker),
      distance,
    );
    if (own) own.passages = [...own.passages, n].sort(ascending);
    else corrected.push({ speaker, passages: [n] });
  }
  return corrected
    .filter(({ passages }) => passages.length > 0)
    .sort((a, b) => a.passages[0]! - b.passages[0]!);
}

/**
 * Links, kinds and talks as a person put them right; what only its link is put right of is an answer or none by it. The second copy
 * of a corrected message goes along with it.
 */
export function correctLinks(
  links: Links,
  { links: relinked, kinds: renamed }: ThreadCorrections,
  messages: readonly Message[],
): Links {
  const parents = [...links.parents];
  const kinds = [...links.kinds];
  const probabilities = [...links.probabilities];
  const alternatives = [...links.alternatives];
  for (const { n, parent } of relinked) {
    if (parent > n) continue;
    parents[n - 1] = parent;
    probabilities[n - 1] = null;
    alternatives[n - 1] = [];
  }
  for (const { n, kind } of renamed) kinds[n - 1] = kind;
  const moved = new Set(relinked.map(({ n }) => n));
  const said = new Set(renamed.map(({ n }) => n));
  for (const n of [...moved].sort((a, b) => a - b)) {
    if (said.has(n)) continue;
    const parent = parents[n - 1]!;
    kinds[n - 1] = kindUnder(messages[parent - 1]!, kinds[parent - 1]!, messages[n - 1]!, kinds[n - 1]!);
  }
  for (const { n, duplicateOf } of messages) {
    if (duplicateOf === null) continue;
    if (moved.has(duplicateOf) && !moved.has(n)) parents[n - 1] = duplicateOf;
    if (said.has(duplicateOf) && !said.has(n)) kinds[n - 1] = kinds[duplicateOf - 1]!;
  }
  const talks = correctTalks(links.talks, { kinds, said }, messages);
  return {
    ...links,
    talks,
    parents,
    kinds,
    probabilities,
    alternatives,
    byHand: { links: moved, kinds: said },
  };
}

/** Titles and domains as a person put them right. */
export function correctThreads(threads: Thread[], { titles, domains }: ThreadCorrections): Thread[] {
  if (!titles.length && !domains.length) return threads;
  const title = new Map(titles.map((x) => [x.n, x.title]));
  const domain = new Map(domains.map((x) => [x.n, x.domain]));
  return threads.map((thread) => ({
    ...thread,
    title: firstOf(thread.messages, title) ?? thread.title,
    domain: firstOf(thread.messages, domain) ?? thread.domain,
  }));
}

/** What was said about a thread: about its first message before what was said about others. */
function firstOf<T>(numbers: number[], said: Map<number, T>): T | undefined {
  const n = numbers.find((number) => said.has(number));
  return n === undefined ? undefined : said.get(n);
}
