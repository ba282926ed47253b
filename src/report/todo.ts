import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import { type Notice, noticesOf } from '../corpus/index.js';
import { type Lang, words } from '../lang/index.js';
import { type Names, showText } from '../privacy/index.js';
import { isWordedAsQuestion } from '../talks/index.js';
import type { Todo } from './model.js';
import { shorten } from './shorten.js';
import { sayWords } from './statements.js';

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
  return [{ text: words(lang).todoFile(senders.join('、')), messages: lost.map((m) => m.n) }];
}

/** What the day leaves to be done, the most urgent first. It is the organisers' business: the public edition has none of it. */
export function todosOf(analysis: DayAnalysis, unanswered: number, names: Names, lang: Lang): Todo[] {
  if (analysis.published) return [];
  const w = words(lang);
  return [
    ...scheduleTodo(analysis, names, lang),
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
