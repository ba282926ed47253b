import { type Lang, words } from '../lang/index.js';
import { escapeMarkdown as md } from './escape.js';
import type { ShownExchange } from './exchanges.js';
import type { ShownOldAnswer } from './model.js';
import { shorten } from './shorten.js';

const longest = 160;
const minute = 60;
const hour = 3600;
const day = 86_400;

/** How long an answer took, in words; empty where that is not known or it came at once. */
export function howLong(seconds: number | null, lang: Lang): string {
  const w = words(lang).qa;
  if (seconds === null || seconds < minute) return '';
  if (seconds < hour) return w.minutes(Math.round(seconds / minute));
  return seconds < day ? w.hours(Math.round(seconds / hour)) : w.days(Math.round(seconds / day));
}

/** An old answer in a line. `2018-03-02 某人：…` */
export function oldLine(old: ShownOldAnswer, lang: Lang): string {
  const { qa, marks } = words(lang);
  const answer = `${old.speaker}${marks.colon}${shorten(old.answer, longest)}`;
  return `${qa.old}${marks.colon}${old.date} ${answer}${marks.aside(shorten(old.question, 60))}`;
}

/** What is said of a question besides its answers: how long it is open, where it was asked again. */
export function openLine(e: Pick<ShownExchange, 'days' | 'date' | 'again'>, lang: Lang): string {
  const { qa, marks } = words(lang);
  const since = e.days === null ? qa.openSince(e.date) : qa.openFor(e.days, e.date);
  return [since, ...(e.again.length ? [qa.again(e.again.join(marks.list))] : [])].join(marks.semicolon);
}

/** A question in lines, the first its own, the rest what belongs to it; `text` makes log text safe, `at` cites. */
function lines(
  e: ShownExchange,
  lang: Lang,
  text: (said: string) => string,
  at: (address: string) => string,
): string[] {
  const w = words(lang);
  const answers = e.answers.map((a) => {
    const facts = [w.standing[a.standing], howLong(a.seconds, lang)].filter(Boolean).join(' · ');
    return `${w.answered} 〔${facts}〕${text(a.speaker)}${w.marks.colon}${text(shorten(a.text, longest))} ${at(a.address)}`;
  });
  const closing = e.closing
    ? [`〔${w.qa.reasons[e.closing.by]}${w.marks.comma}${w.qa.probability(e.closing.probability)}〕`]
    : [];
  return [
    `${w.asked} ${text(e.asker)}${w.marks.colon}${text(shorten(e.question, longest))} ${at(e.address)}`,
    ...answers,
    ...closing,
    ...(e.state === 'open' ? [openLine(e, lang)] : []),
    ...e.old.map((old) => `${text(oldLine(old, lang))} ${at(old.address)}`),
  ];
}

function byDay(exchanges: readonly ShownExchange[]): [string, ShownExchange[]][] {
  const days = new Map<string, ShownExchange[]>();
  for (const e of exchanges) {
    const key = `${e.group} ${e.date}`;
    const list = days.get(key);
    if (list) list.push(e);
    else days.set(key, [e]);
  }
  return [...days];
}

/** What a list of questions begins with. */
export interface QaHead {
  /** Counts in words. */
  counts: string;
  /** For whom it is. */
  edition: string;
}

/** Questions and answers of many days for a terminal. */
export function qaText(exchanges: readonly ShownExchange[], head: QaHead, lang: Lang): string {
  const plain = (said: string) => said.replace(/\p{Cc}/gu, ' ');
  const days = byDay(exchanges).map(
    ([day, list]) =>
      `${day}\n${list
        .map((e) => lines(e, lang, plain, (at) => at).map((line, i) => `${i ? '    ' : '  '}${line}`))
        .map((block) => block.join('\n'))
        .join('\n')}\n`,
  );
  return `${[`${head.counts}【${head.edition}】\n`, ...days].join('\n')}`;
}

/** The same as Markdown; everything that comes from a log is escaped. */
export function qaMarkdown(exchanges: readonly ShownExchange[], head: QaHead, lang: Lang): string {
  const days = byDay(exchanges).map(([day, list]) => {
    const items = list.map((e) => {
      const [first, ...rest] = lines(e, lang, md, (at) => `\`${at}\``);
      return [`- ${first}`, ...rest.map((line) => `  - ${line}`)].join('\n');
    });
    return `## ${md(day)}\n\n${items.join('\n')}`;
  });
  const title = `# ${words(lang).qa.title}【${head.edition}】`;
  return `${[title, head.counts, ...days].join('\n\n')}\n`;
}

/** The same as rows of a table, the first its head. */
export function qaRows(exchanges: readonly ShownExchange[], lang: Lang): (string | number)[][] {
  const w = words(lang);
  const rows = exchanges.map((e) => [
    e.date,
    e.group,
    e.address,
    e.asker,
    e.question,
    e.terms.join('、'),
    w.qa.state[e.state],
    [...new Set(e.answers.map((a) => a.speaker))].join('、'),
    e.answers.map((a) => `${a.speaker}：${a.text}`).join('\n'),
    [...new Set(e.answers.map((a) => w.standing[a.standing]))].join('、'),
    e.answers[0]?.seconds == null ? '' : Math.round(e.answers[0].seconds / minute),
    e.answers.map((a) => a.address).join('、'),
    e.closing ? w.qa.reasons[e.closing.by] : '',
    e.days ?? '',
    e.again.join('、'),
    e.old.map((old) => `${old.date} ${old.speaker}：${old.answer} ${old.address}`).join('\n'),
  ]);
  return [Object.values(w.qa.columns), ...rows];
}
