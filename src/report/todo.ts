import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import { type Notice, noticesOf } from '../corpus/index.js';
import { type Lang, words } from '../lang/index.js';
import { type Names, showText } from '../privacy/index.js';
import { isWordedAsQuestion } from '../talks/index.js';
import type { LifeReport, Todo } from './model.js';
import { shorten } from './shorten.js';
import { sayWords } from './statements.js';

const longestCall = 90;

/** `07-13 周五`. */
function dateLabel(date: string, lang: Lang): string {
  return `${date.slice(5)} ${words(lang).weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]}`;
}

/** Where a list was announced: its free days, whatever message tells of them, then those that it gives away itself. */
function scheduleTodo(analysis: DayAnalysis, coming: LifeReport['schedule'], lang: Lang): Todo[] {
  const { schedule } = analysis;
  if (!schedule) return [];
  const w = words(lang);
  // a day whose talk was just given leaves nothing to do
  const days = coming.filter(({ date }) => date > analysis.date || !analysis.talks.length);
  const free = days.filter(({ state }) => state === 'open' || state === 'gap');
  const taken = days.filter((day) => day.state === 'planned' && day.messages.includes(schedule.n));
  const said = [
    ...free.map((day) => `【${dateLabel(day.date, lang)} ${w.schedule.states[day.state]}】`),
    ...taken.map(
      ({ date, guest, topic }) => `${dateLabel(date, lang)} ${guest ?? ''}${topic ? `《${topic}》` : ''}`,
    ),
  ];
  const messages = [...new Set([...free, ...taken].flatMap((day) => day.messages))].sort((a, b) => a - b);
  return said.length ? [{ text: w.todoSchedule(said.join(w.marks.list)), messages }] : [];
}

/** Whom a notice calls, and the punctuation behind. */
const called = /^(?:@[^\s，,。：:；;！!]+[\s，,。：:；;！!]*)+/;

/** A notice without whom it calls, at most so long: why something is asked for stands before what is asked. */
const callOf = (text: string): string => shorten(text.replace(called, '').trim(), longestCall);

/** What a notice asks of the group, in a line. */
export const noticeTodo = ({ said, answered }: Notice, names: Names, lang: Lang): Todo => {
  const w = words(lang);
  const text = w.todoCall(callOf(sayWords(showText(said.text, said.mentions, names))));
  // what tells something waits for no reply
  const isOpen = !answered && isWordedAsQuestion(said.text);
  return { text: isOpen ? text + w.nobodyReplied : text, messages: [said.n] };
};

/** Files that somebody sent and the exporter did not write out: their place holds no address. */
const isLost = (m: AnalysedMessage) =>
  m.attachments.some((a) => a.kind === 'file' && !/^https?:\/\//.test(a.url));

function fileTodo(analysis: DayAnalysis, names: Names, lang: Lang): Todo[] {
  const lost = analysis.messages.filter((m) => m.duplicateOf === null && isLost(m));
  if (!lost.length) return [];
  const senders = [...new Set(lost.map((m) => names.show(m.speaker)))];
  return [
    { text: words(lang).todoFile(senders.join(words(lang).marks.list)), messages: lost.map((m) => m.n) },
  ];
}

/** What the day leaves to be done, the most urgent first. It is the organisers' business: the public edition has none of it. */
export function todosOf(
  analysis: DayAnalysis,
  coming: LifeReport['schedule'],
  unanswered: number,
  names: Names,
  lang: Lang,
): Todo[] {
  if (analysis.published) return [];
  const w = words(lang);
  return [
    ...scheduleTodo(analysis, coming, lang),
    ...noticesOf(analysis).map((notice) => noticeTodo(notice, names, lang)),
    ...fileTodo(analysis, names, lang),
    ...analysis.talks.map(({ kind, title, passages, discussion }) =>
      kind === 'talk'
        ? { text: w.todoRecord(title), messages: [passages[0]!] }
        : { text: w.todoDiscussion(title), messages: [discussion[0]!] },
    ),
    ...(unanswered ? [{ text: w.todoUnanswered(unanswered), messages: [] }] : []),
  ];
}
