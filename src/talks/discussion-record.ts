import { greatest, rollups } from 'd3-array';
import { type KeepingModel, keeperOf } from './keeping.js';
import { type KeepingSources, threadsByMessage } from './keeping-day.js';
import { dayEvidence, worthOf } from './record-day.js';
import { isRecordable, type Talk } from './talk-entry.js';

/** Of fewer messages that say something in words no record is made, nor where most show a picture or a file alone. */
const fewest = 10;
const isReadable = (worded: number, kept: number) => worded >= Math.max(fewest, kept / 2);

/** The first of those for whom a count is greatest; null of none. */
function most<T, K>(list: readonly T[], keyOf: (one: T) => K): K | null {
  const counts = rollups(list, (own) => own.length, keyOf);
  return greatest(counts, ([, a], [, b]) => a - b)?.[0] ?? null;
}

/** What a day's discussion is called of which no thread has a title: a name is none. */
const untitled = '一天的讨论';

/** The title of the thread of which most is kept; small talk lends its own only where there is nothing else. */
function titleOf(kept: readonly number[], { threads }: KeepingSources): string {
  const threadOf = threadsByMessage(threads);
  const all = kept.flatMap((n) => threadOf.get(n) ?? []);
  const working = all.filter((t) => t.domain !== 'social');
  return most(working.length ? working : all, (t) => t)?.title || untitled;
}

/** Whoever gives most answers, else says most, of what is kept. */
function leaderOf(kept: readonly number[], { messages, questions }: KeepingSources): string | null {
  const within = new Set(kept);
  const answers = questions.flatMap((q) => q.answers.filter((n) => within.has(n)));
  return most(answers.length ? answers : kept, (n) => messages[n - 1]!.speaker);
}

/**
 * The record of a day's discussion (讨论记录), where nobody gives a talk and the day is like those that editors published
 * whole; null where it is not. It has no passages, and its speaker is whoever answered most.
 */
export function discussionRecord(sources: KeepingSources, model: KeepingModel): Talk | null {
  if (worthOf(dayEvidence(sources), model.day) < model.day.threshold) return null;
  const { messages, links } = sources;
  const { keeps } = keeperOf([], sources, model);
  const discussion = messages
    .filter((m) => isRecordable(m, links.kinds[m.n - 1]!) && keeps(m.n))
    .map((m) => m.n);
  const speaker = leaderOf(discussion, sources);
  const worded = discussion.filter((n) => messages[n - 1]!.text !== '');
  if (!isReadable(worded.length, discussion.length) || speaker === null) return null;
  return {
    kind: 'discussion',
    speaker,
    title: titleOf(discussion, sources),
    host: null,
    announcements: [],
    signins: [],
    passages: [],
    outline: [],
    images: [],
    links: [],
    qa: [],
    discussion,
  };
}
