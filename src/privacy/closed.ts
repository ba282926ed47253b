import { extent } from 'd3-array';
import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';

type Talk = DayAnalysis['talks'][number];

/** Who gives a talk greets, and says who he is, within so many seconds before it. */
const opensWithin = 1800;
/** So many characters in a row of a talk's title, said by its guest, are the talk. */
const fewestTold = 6;

/** Whether so many characters in a row of a title stand in a text. */
export function shares(title: string, text: string, fewest: number): boolean {
  for (let at = 0; at + fewest <= title.length; at++)
    if (text.includes(title.slice(at, at + fewest))) return true;
  return false;
}

/** From where on what the guest says is of his talk: where he is announced, or half an hour before his first passage. */
function opening({ announcements, passages }: Talk, messages: readonly AnalysedMessage[]): number {
  const first = messages[(passages[0] ?? 1) - 1]!;
  const near = messages.find((m) => m.n <= first.n && m.second >= first.second - opensWithin);
  return Math.min(first.n, near?.n ?? first.n, ...announcements);
}

/**
 * What the guests of talks say in them, in answer to questions, in between, and before: who introduces himself, or goes on
 * about the matter without anybody's question found for it, gives his talk too. Of a discussion, which nobody gives, the
 * answers alone. Second copies go with their first.
 */
export function saidInTalks(analysis: DayAnalysis, places: ReadonlySet<number>): ReadonlySet<number> {
  const { messages } = analysis;
  const talks = analysis.talks.filter((_, i) => places.has(i));
  const said = new Set(
    talks.flatMap((talk) => {
      const { kind, speaker, passages, qa, title } = talk;
      const own = ({ n, duplicateOf }: AnalysedMessage) =>
        messages[(duplicateOf ?? n) - 1]!.speaker === speaker;
      // his answers in the talk's own thread, and what a record would keep of it, are of the talk hours later, too
      const thread = analysis.threads.find((t) => t.messages.includes(passages.at(-1) ?? 0));
      const later = [...analysis.qa.flatMap((q) => q.answers), ...talk.discussion].filter(
        (n) => kind === 'talk' && n > (passages.at(-1) ?? 0) && thread?.messages.includes(n),
      );
      const replies = [...qa.flatMap((q) => q.answers), ...later];
      const spoken = [...passages, ...replies.filter((n) => own(messages[n - 1]!))];
      const [, to] = extent(spoken);
      if (kind !== 'talk' || to === undefined) return spoken;
      const from = opening(talk, messages);
      const isOfIt = (m: AnalysedMessage) => (m.n >= from && m.n <= to) || shares(title, m.text, fewestTold);
      return [...spoken, ...messages.filter((m) => own(m) && isOfIt(m)).map((m) => m.n)];
    }),
  );
  for (const { n, duplicateOf } of messages) if (duplicateOf !== null && said.has(duplicateOf)) said.add(n);
  return said;
}

/**
 * Messages of the day that announce talks which may not go out. One that lists talks of several days does not count: of it the
 * titles alone are taken.
 */
export function noticesOf(analysis: DayAnalysis, places: ReadonlySet<number>): ReadonlySet<number> {
  const dates = new Map<number, Set<string>>();
  for (const { n, date } of analysis.announced) dates.set(n, (dates.get(n) ?? new Set()).add(date));
  const announcing = analysis.talks.filter((_, i) => places.has(i)).flatMap((talk) => talk.announcements);
  return new Set(announcing.filter((n) => (dates.get(n)?.size ?? 0) < 2));
}

/** What may not go out of the talks of a day: places in its lists, and titles of talks of other days. */
export interface ClosedTalks {
  talks: ReadonlySet<number>;
  announced: ReadonlySet<number>;
  slots: ReadonlySet<number>;
  titles: readonly string[];
}
