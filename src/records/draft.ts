import { groups } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import type { Names } from '../privacy/index.js';
import { strayNumbers } from './clean.js';
import { exchangesOf, turnsOf } from './exchanges.js';
import { messageLines, withoutHead } from './lines.js';
import { paragraphsOf } from './paragraphs.js';
import { messageOf, passagesOf, recorded, type Source } from './questions.js';
import { quotationFinder } from './quotation.js';
import { changeRecord, type Line, linesOf, type TalkRecord, type Turn, textOf } from './record.js';

/** The discussion beside the questions (自由讨论): `A` the guest, `S1`, `S2` others in the order in which they appear. */
function discussionOf(loose: readonly number[], source: Source): Turn[] {
  const speakers: string[] = [];
  return turnsOf(loose, source, (_, speaker) => {
    if (speaker === source.talk.speaker) return 'A';
    if (!speakers.includes(speaker)) speakers.push(speaker);
    return `S${speakers.indexOf(speaker) + 1}`;
  });
}

/**
 * Questions and discussion without stray numbering. Whoever numbers his remarks goes on counting in the next, so each
 * speaker's are looked at together.
 */
function withoutStrays(record: TalkRecord, { messages }: DayAnalysis): TalkRecord {
  const cuts = new Map<Line, number | null>();
  const speakers = groups(linesOf(record), (line) => messages[line.n - 1]!.speaker);
  for (const [, lines] of speakers) {
    const ordered = lines.sort((a, b) => a.n - b.n);
    const stray = strayNumbers(ordered.map(textOf));
    ordered.forEach((line, i) => {
      cuts.set(line, stray[i]!);
    });
  }
  return changeRecord(record, (line) => {
    const cut = cuts.get(line) ?? null;
    return cut === null ? null : withoutHead(line, cut);
  });
}

/**
 * Drafts the record of a talk (分享记录) or of a discussion (讨论记录) from a day's analysis: what was said, in its order, lightly cleaned and never
 * reworded, every line with its message.
 */
export function draftRecord(
  analysis: DayAnalysis,
  talk: DayAnalysis['talks'][number],
  names: Names,
): TalkRecord {
  // a discussion has no guest: whoever answers most is one of those who do
  const day = { analysis, talk: talk.kind === 'talk' ? talk : { ...talk, speaker: '' } };
  const source: Source = {
    ...{ ...day, names },
    quotedIn: quotationFinder(recorded(day).map((n) => messageOf(analysis, n))),
  };
  const first = talk.passages[0] ?? talk.discussion[0] ?? 1;
  const said = passagesOf(source).flatMap((n) => {
    const message = analysis.messages[n - 1]!;
    return messageLines(message, analysis.date, names).map((line) => ({ line, second: message.second }));
  });
  const { exchanges, loose } = exchangesOf(source);
  const asked: TalkRecord = {
    kind: talk.kind,
    group: analysis.group,
    date: analysis.date,
    time: analysis.messages[first - 1]?.time ?? '00:00:00',
    title: talk.title,
    guest: names.show(talk.speaker),
    host: talk.host === null ? null : names.show(talk.host),
    talk: [],
    exchanges,
    discussion: discussionOf(loose, source),
  };
  return { ...withoutStrays(asked, analysis), talk: paragraphsOf(said, talk.outline) };
}

/** A talk over midnight as one record: what was said after it stands behind what was said before. */
export const joinRecords = (evening: TalkRecord, night: TalkRecord): TalkRecord => ({
  ...evening,
  talk: [...evening.talk, ...night.talk],
  exchanges: [...evening.exchanges, ...night.exchanges],
  discussion: [...evening.discussion, ...night.discussion],
});
