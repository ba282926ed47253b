import { type Lang, type Words, words } from '../lang/index.js';
import { escapeMarkdown as md } from './escape.js';
import type { ShownThread, ShownTopic, ShownTopics } from './topics-model.js';

/** What a list of topics begins with. */
export interface TopicsHead {
  /** Which days it is of. */
  span: string;
  /** For whom it is. */
  edition: string;
  /** Where corrections are written, as the user would write it; null where they are not told of. */
  corrections: string | null;
}

const shownThreads = 3;
const shownLeftovers = 15;

/** What topics there are, and what is said of them below; that there are none. */
export function countsOf({ topics, threads, messages, leftovers, latest }: ShownTopics, w: Words): string {
  if (!topics.length) return w.topics.nothing;
  const counts = w.topics.counts(topics.length, threads, messages, leftovers.length);
  return latest === null ? counts : `${counts}${w.topics.since(latest)}`;
}

const percent = (part: number, all: number) => (all ? Math.round((100 * part) / all) : 0);

/** `话题线 12 · 消息 340（占 5%）· 近期升温`. */
export function topicFacts(topic: ShownTopic, all: number, w: Words): string {
  const { threads, messages, trend, pinned } = topic;
  return [
    w.topics.threads(threads.length),
    `${w.topics.messages(messages)} ${w.topics.share(percent(messages, all))}`,
    ...(trend === 'steady' ? [] : [`${w.topics.latest} ${w.topics.trends[trend]}`]),
    ...(pinned ? [w.topics.pinned] : []),
  ].join(' · ');
}

const answerersLine = ({ answerers }: ShownTopic, w: Words): string =>
  answerers.map((a) => `${a.name} ${w.topics.answered(a.questions)}`).join(w.marks.list);

/** Topics for a terminal. */
export function topicsText(shown: ShownTopics, head: TopicsHead, lang: Lang): string {
  const w = words(lang);
  const plain = (said: string) => said.replace(/\p{Cc}/gu, ' ');
  if (!shown.topics.length) return `${w.topics.nothing}\n`;
  const thread = (t: ShownThread) =>
    `    ${t.date} ${plain(t.title)}${w.marks.aside(w.topics.messages(t.messages))}${t.address}`;
  const topics = shown.topics.map((t) =>
    [
      `${plain(t.name)}${w.marks.aside(plain(t.id))} ${topicFacts(t, shown.messages, w)}`,
      `    ${plain(t.terms.join(' '))}`,
      ...(t.answerers.length
        ? [`    ${w.topics.answerers}${w.marks.colon}${plain(answerersLine(t, w))}`]
        : []),
      ...t.threads.slice(0, shownThreads).map(thread),
    ].join('\n'),
  );
  const notes = head.corrections === null ? [] : [w.topics.correct(head.corrections)];
  return `${[`${head.span} ${countsOf(shown, w)}【${head.edition}】`, ...topics, ...notes].join('\n\n')}\n`;
}

function topicMarkdown(t: ShownTopic, shown: ShownTopics, w: Words): string {
  const threads = t.threads
    .slice(0, shownThreads)
    .flatMap((x) => [
      `- ${md(x.title)}${w.marks.aside(w.topics.messages(x.messages))}\`${x.address}\``,
      ...(x.quote ? [`  > ${md(x.quote.speaker)}${w.marks.colon}${md(x.quote.text)}`] : []),
    ]);
  return [
    `### ${md(t.name)}`,
    `\`${t.id.replaceAll('`', '')}\` · ${topicFacts(t, shown.messages, w)}`,
    `${w.topics.terms}${w.marks.colon}${md(t.terms.join(w.marks.list))}`,
    ...(t.answerers.length ? [`${w.topics.answerers}${w.marks.colon}${md(answerersLine(t, w))}`] : []),
    threads.join('\n'),
  ].join('\n\n');
}

/** The same as Markdown; everything that comes from a log is escaped. */
export function topicsMarkdown(shown: ShownTopics, head: TopicsHead, lang: Lang): string {
  const w = words(lang);
  const byId = new Map(shown.topics.map((t) => [t.id, t]));
  const families = shown.families.map(({ name, topics }) =>
    [`## ${md(name)}`, ...topics.map((id) => topicMarkdown(byId.get(id)!, shown, w))].join('\n\n'),
  );
  const left = shown.leftovers
    .slice(0, shownLeftovers)
    .map((t) => `- ${md(t.title)}${w.marks.aside(w.topics.messages(t.messages))}\`${t.address}\``);
  const more = shown.leftovers.length - left.length;
  const leftovers = left.length
    ? [
        `## ${w.topics.leftovers}\n\n${[...left, ...(more > 0 ? [`- ${w.topics.more(more)}`] : [])].join('\n')}`,
      ]
    : [];
  const notes = head.corrections === null ? [] : [`> ${w.topics.correct(md(head.corrections))}`];
  const title = `# ${w.topics.title} ${md(head.span)}【${head.edition}】`;
  return `${[title, countsOf(shown, w), ...families, ...leftovers, ...notes].join('\n\n')}\n`;
}
