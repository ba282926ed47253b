import { type AnalysedMessage, type DayAnalysis, guestTalks } from '../analysis/index.js';

type Talk = DayAnalysis['talks'][number];

const day = 86_400;
/** Whoever speaks so long before midnight, and so long after, in seconds, goes on with his talk. */
const aroundMidnight = 1800;
/** After midnight a talk is over when its guest is silent for so long, in seconds. */
const longestSilence = 1200;

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / (day * 1000);

/** Whether the second day of one group is the morrow of the first. */
export const isMorrow = (today: DayAnalysis, morrow: DayAnalysis): boolean =>
  today.group === morrow.group && dayNumber(morrow.date) - dayNumber(today.date) === 1;

/** All that the record takes of a talk, in order. */
const messagesOf = (talk: Talk): number[] =>
  [...talk.passages, ...talk.qa.flatMap((q) => q.answers), ...talk.discussion].sort((a, b) => a - b);

const isRemark = (m: AnalysedMessage) =>
  m.kind !== 'reaction' && m.kind !== 'signin' && m.duplicateOf === null;

/** The guest's messages of the night after: those from midnight until he is silent. */
function nightOf(speaker: string, morrow: DayAnalysis): AnalysedMessage[] {
  const own: AnalysedMessage[] = [];
  for (const m of morrow.messages) {
    if (m.speaker !== speaker || !isRemark(m)) continue;
    if (m.second > (own.at(-1)?.second ?? aroundMidnight - longestSilence) + longestSilence) break;
    own.push(m);
  }
  return own;
}

/**
 * What goes on of a talk in the next day's log (过零点的分享): its speaker talks in the last half hour before midnight and
 * in the first after it. A talk of the next day's where it was found as one, else one of what he says and answers until he
 * is silent; null where the talk ends on its day.
 */
export function continuationOf(today: DayAnalysis, talk: Talk, morrow: DayAnalysis): Talk | null {
  if (talk.kind !== 'talk' || !isMorrow(today, morrow)) return null;
  const last = messagesOf(talk).findLast((n) => today.messages[n - 1]!.speaker === talk.speaker);
  if (last === undefined || today.messages[last - 1]!.second < day - aroundMidnight) return null;
  const found = guestTalks(morrow).find(
    (t) => t.speaker === talk.speaker && morrow.messages[(t.passages[0] ?? 1) - 1]!.second <= aroundMidnight,
  );
  if (found) return found;
  const own = nightOf(talk.speaker, morrow);
  if (!own.length) return null;
  const numbers = new Set(own.map((m) => m.n));
  const qa = morrow.qa.filter((q) => q.answers.some((n) => numbers.has(n)));
  const used = new Set(qa.flatMap((q) => [...q.question, ...q.answers]));
  const rest = own.filter((m) => !used.has(m.n)).map((m) => m.n);
  // where questions have begun the talk itself is over: what he adds is discussion
  const isOver = talk.qa.some((q) => q.answers.some((n) => n > (talk.passages.at(-1) ?? 0)));
  return {
    ...talk,
    announcements: [],
    signins: [],
    passages: isOver ? [] : rest,
    outline: [],
    images: [],
    links: [],
    qa,
    discussion: isOver ? rest : [],
  };
}
