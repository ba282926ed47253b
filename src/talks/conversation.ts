import type { ResolvedMention } from '../people/index.js';
import type { Message } from '../read/index.js';
import { replaceSpans } from '../text/index.js';
import { type Alternative, callsOf, type MessageKind, type Thread } from '../threads/index.js';
import { judgeTurns, type TurnModel } from './judge.js';
import type { Judged, Turn } from './turn.js';

export type { Turn } from './turn.js';

/** What questions are found in: the messages, and what the stages before found out about them. */
export interface Conversation {
  messages: Message[];
  /** Each message's parent, by number. */
  parents: readonly number[];
  /** How probable each parent is; null or absent where nothing is known of it. By index. */
  probabilities?: readonly (number | null)[];
  /** The messages that each may go on from, by number; none where that is decided or not known. By index. */
  alternatives?: readonly (readonly Alternative[])[];
  kinds: readonly MessageKind[];
  threads: readonly Thread[];
  /** The mentions of each message, by index. */
  mentions: readonly (readonly ResolvedMention[])[];
  /** Content words of each message, folded, by index. */
  words?: readonly (readonly string[])[];
  /** How many words of the trade each message has, by index. */
  tradeWords?: readonly number[];
  /** Who gives a talk that day. */
  guests?: ReadonlySet<string>;
  /** The messages, by number, whose link or kind a person put right. */
  byHand?: { links: ReadonlySet<number>; kinds: ReadonlySet<number> };
  /** Judges what each message does; without it, its kind decides. */
  judge?: TurnModel | null;
}

/** Probability of links that a rule or a person decided. */
const decided = 0.7;

/** Words of a message's own: what stands besides the mentions. */
function ownWords(message: Message, mentions: readonly ResolvedMention[]): string {
  if (message.attachments.some((a) => a.kind === 'redpacket')) return '';
  return replaceSpans(message.text, mentions, () => '')
    .replace(/^[\s?？:：,，]+/, '')
    .trim();
}

const unjudged: Judged = { asks: 0, answers: 0 };

/** What a person said of a message: that it answers, that it is something else, or nothing. */
function toldOf(n: number, kind: MessageKind, byHand: Conversation['byHand']): Turn['told'] {
  if (byHand?.kinds.has(n)) return kind === 'answer' ? 'answer' : 'other';
  return byHand?.links.has(n) && kind === 'answer' ? 'answer' : null;
}

/** The thread of each message, by index. */
function threadsOf({ messages, threads }: Conversation): (Thread | undefined)[] {
  const found = messages.map((): Thread | undefined => undefined);
  for (const thread of threads) for (const n of thread.messages) found[n - 1] = thread;
  return found;
}

/** The place of each message among the turns, by index; of a second copy that of its original, -1 where there is none. */
function placesOf(messages: readonly Message[], originals: readonly Message[]): Int32Array {
  const places = new Int32Array(messages.length).fill(-1);
  originals.forEach((m, i) => {
    places[m.n - 1] = i;
  });
  for (const { n, duplicateOf } of messages)
    if (duplicateOf !== null) places[n - 1] = places[duplicateOf - 1] ?? -1;
  return places;
}

/** The turns of a conversation, in order. What goes on from a second copy goes on from its original. */
export function turnsOf(c: Conversation): Turn[] {
  const threads = threadsOf(c);
  const originals = c.messages.filter((m) => m.duplicateOf === null);
  const places = placesOf(c.messages, originals);
  const last = new Map<string, number>();
  const turns = originals.map((m, i): Turn => {
    const at = m.n - 1;
    const parent = c.parents[at]!;
    const mentions = c.mentions[at] ?? [];
    const thread = threads[at];
    const placeOf = (n: number) => (places[n - 1]! < 0 ? i : places[n - 1]!);
    const probability = c.probabilities?.[at] ?? decided;
    const told = (c.alternatives?.[at] ?? []).map((a) => ({
      parent: placeOf(a.parent),
      probability: a.probability,
    }));
    const previousOwn = last.get(m.speaker) ?? -1;
    last.set(m.speaker, i);
    return {
      n: m.n,
      i,
      second: m.second,
      speaker: m.speaker,
      kind: c.kinds[at]!,
      text: ownWords(m, mentions),
      parent: placeOf(parent),
      probability,
      alternatives: told.length ? told : parent === m.n ? [] : [{ parent: placeOf(parent), probability }],
      calls: callsOf(m, mentions),
      callsUnknown: mentions.some((x) => x.speaker === null),
      words: c.words?.[at] ?? [],
      trade: c.tradeWords?.[at] ?? 0,
      domain: thread?.domain ?? 'social',
      thread: thread?.id ?? m.n,
      isGuest: c.guests?.has(m.speaker) ?? false,
      previousOwn,
      nextOwn: -1,
      judged: unjudged,
      told: toldOf(m.n, c.kinds[at]!, c.byHand),
    };
  });
  for (const t of turns) if (t.previousOwn >= 0) turns[t.previousOwn]!.nextOwn = t.i;
  judgeTurns(turns, c.judge ?? null).forEach((judged, i) => {
    turns[i]!.judged = judged;
  });
  return turns;
}
