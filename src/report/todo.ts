import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import { type Lang, words } from '../lang/index.js';
import type { Names } from '../privacy/index.js';
import type { Todo } from './model.js';
import { shorten } from './shorten.js';
import { wordsOf } from './statements.js';

/** A notice that wants something done, rather than telling something. */
const calls =
  /征集|招募|志愿者|招(?:一|两|几)位|有意者|满员|人上限|满 ?\d+|请走|请(?:各位|大家|尽快|联系|修改|备注|.{0,6}私信)|清理|移出|报名|投票|填写|提交/;
const longestCall = 90;

/** `07-13 周五`. */
function dateLabel(date: string, lang: Lang): string {
  return `${date.slice(5)} ${words(lang).weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]}`;
}

function scheduleTodo(analysis: DayAnalysis, names: Names, lang: Lang): Todo[] {
  const { schedule } = analysis;
  if (!schedule) return [];
  const w = words(lang);
  // a day that is past, or whose talk was just given, leaves nothing to do
  const slots = schedule.slots.filter(
    ({ date }) => date > analysis.date || (date === analysis.date && !analysis.talks.length),
  );
  const vacant = slots
    .filter((slot) => slot.guest === null && slot.topic === null)
    .map((s) => `【${dateLabel(s.date, lang)} ${w.vacant}】`);
  const taken = slots.flatMap((s) =>
    s.guest === null
      ? []
      : [`${dateLabel(s.date, lang)} ${names.show(s.guest)}${s.topic ? `《${s.topic}》` : ''}`],
  );
  if (!slots.length) return [];
  return [{ text: w.todoSchedule([...vacant, ...taken].join('、')), messages: [schedule.n] }];
}

/** A notice without whom it calls, at most so long: why something is asked for stands before what is asked. */
const callOf = (text: string): string => shorten(text.replace(/^(?:@\S+\s*)+/, '').trim(), longestCall);

/** What notices of the day ask of the group. */
export function noticeTodos(analysis: DayAnalysis, names: Names, lang: Lang): Todo[] {
  const w = words(lang);
  const answered = new Set(
    analysis.links
      .filter((l) => l.parent !== l.n && isByAnother(l.n, l.parent, analysis))
      .map((l) => l.parent),
  );
  const announced = new Set(analysis.talks.flatMap((talk) => talk.announcements));
  return analysis.messages
    .filter(
      (m) =>
        m.kind === 'notice' &&
        m.duplicateOf === null &&
        m.n !== analysis.schedule?.n &&
        !announced.has(m.n) &&
        calls.test(m.text),
    )
    .map((m) => ({
      text: w.todoCall(callOf(wordsOf(m, names))) + (answered.has(m.n) ? '' : w.nobodyReplied),
      messages: [m.n],
    }));
}

function isByAnother(a: number, b: number, analysis: DayAnalysis): boolean {
  const [x, y] = [analysis.messages[a - 1]!, analysis.messages[b - 1]!];
  return x.speaker !== y.speaker && x.kind !== 'reaction';
}

/** Files that somebody sent and the exporter did not write out: their place holds no address. */
const isLost = (m: AnalysedMessage) =>
  m.attachments.some((a) => a.kind === 'file' && !/^https?:\/\//.test(a.url));

function fileTodo(analysis: DayAnalysis, names: Names, lang: Lang): Todo[] {
  const lost = analysis.messages.filter((m) => m.duplicateOf === null && isLost(m));
  if (!lost.length) return [];
  const senders = [...new Set(lost.map((m) => names.show(m.speaker)))];
  return [{ text: words(lang).todoFile(senders.join('、')), messages: lost.map((m) => m.n) }];
}

/** What the day leaves to be done, the most urgent first. */
export function todosOf(analysis: DayAnalysis, unanswered: number, names: Names, lang: Lang): Todo[] {
  const w = words(lang);
  return [
    ...scheduleTodo(analysis, names, lang),
    ...noticeTodos(analysis, names, lang),
    ...fileTodo(analysis, names, lang),
    ...analysis.talks.map(({ kind, title, passages, discussion }) =>
      kind === 'talk'
        ? { text: w.todoRecord(title), messages: [passages[0]!] }
        : { text: w.todoDiscussion(title), messages: [discussion[0]!] },
    ),
    ...(unanswered ? [{ text: w.todoUnanswered(unanswered), messages: [] }] : []),
  ];
}
