import type { DayAnalysis } from '../analysis/index.js';
import type { Words } from '../lang/index.js';
import type { Names } from '../privacy/index.js';
import type { TalkReport } from './model.js';
import { questionOf, statementsOf } from './statements.js';
import { weightsOf } from './threads.js';

const mostPoints = 6;

/** From this time of day on a talk is one of the evening. */
const evening = '17:00';

/** What a talk is called (晚间分享、讨论记录). */
export function talkKind({ kind, from }: Pick<TalkReport, 'kind' | 'from'>, w: Words): string {
  if (kind === 'discussion') return w.talkKinds.discussion;
  return from >= evening ? w.talkKinds.evening : w.talkKinds.talk;
}

/** What a reader gets of each talk of a day. */
export function reportTalks(analysis: DayAnalysis, names: Names): TalkReport[] {
  const weights = weightsOf(analysis);
  const time = (n: number) => analysis.messages[n - 1]!.time.slice(0, 5);
  return analysis.talks.map((talk) => {
    if (talk.kind === 'discussion') return discussionReport(talk, analysis, names);
    const last = talk.passages.at(-1)!;
    // a passage that is nothing but headings stands in the outline already
    const isOutline = (n: number) => talk.outline.filter((heading) => heading.n === n).length >= 3;
    const telling = talk.passages
      .filter((n) => !isOutline(n))
      .sort((a, b) => weights.get(b)! - weights.get(a)! || a - b)
      .slice(0, mostPoints);
    const isHis = (n: number) => analysis.messages[n - 1]!.speaker === talk.speaker;
    const guestAnswers = talk.qa.flatMap((q) => q.answers).filter(isHis);
    // what the guest asks is not put to him
    const open = analysis.unanswered
      .map((q) => q.question)
      .filter(([n]) => n! > talk.passages[0]! && isNear(n!, last, analysis) && !isHis(n!));
    const asked = talk.qa.flatMap((q) => [...q.question, ...q.answers]);
    return {
      kind: talk.kind,
      speaker: names.show(talk.speaker),
      title: talk.title,
      first: talk.passages[0]!,
      kept: new Set([...talk.passages, ...asked, ...talk.discussion]).size,
      pairs: talk.qa.length,
      announcements: talk.announcements,
      from: time(talk.passages[0]!),
      to: time(last),
      passages: talk.passages,
      // one heading alone divides nothing
      outline: talk.outline.length > 1 ? talk.outline : [],
      points: telling.sort((a, b) => a - b).flatMap((n) => statementsOf([n], analysis, names)),
      qa: talk.qa.map((q) => ({
        question: questionOf(q.question, analysis, names),
        answers: statementsOf(q.answers, analysis, names),
      })),
      open: open.map((q) => questionOf(q, analysis, names)),
      signins: new Set(talk.signins.map((n) => analysis.messages[n - 1]!.speaker)).size,
      images: talk.images,
      lastAnswer: guestAnswers.length ? time(guestAnswers.at(-1)!) : null,
    };
  });
}

/** The record of a discussion (讨论记录). */
function discussionReport(
  { kind, speaker, title, discussion }: DayAnalysis['talks'][number],
  { messages, qa }: DayAnalysis,
  names: Names,
): TalkReport {
  const time = (n: number) => messages[n - 1]!.time.slice(0, 5);
  const within = new Set(discussion);
  return {
    kind,
    speaker: names.show(speaker),
    title,
    first: discussion[0]!,
    kept: discussion.length,
    pairs: qa.filter((q) => q.question.every((n) => within.has(n))).length,
    from: time(discussion[0]!),
    to: time(discussion.at(-1)!),
    announcements: [],
    passages: [],
    outline: [],
    points: [],
    qa: [],
    open: [],
    signins: 0,
    images: [],
    lastAnswer: null,
  };
}

const nearby = 2 * 3600;
const isNear = (n: number, last: number, analysis: DayAnalysis) =>
  analysis.messages[n - 1]!.second - analysis.messages[last - 1]!.second <= nearby;
