import type { ComparedWord, PairedTopic } from '../compare/index.js';
import {
  addressText,
  glanceRows,
  rateText,
  remarks,
  type ShownComparison,
  type ShownWords,
  voicesText,
} from './comparison.js';
import { escapeMarkdown as safe } from './escape.js';
import { shorten } from './shorten.js';

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  `${row(head)}${row(head.map(() => '---'))}${rows.map(row).join('')}`;

function wordCells(shown: ShownComparison, word: ComparedWord): string[] {
  const { w } = shown;
  const sides = word.sides.map((side) => {
    if (!side.messages) return w.compare.none;
    const { group, date, n } = side.at[0]!;
    return `${w.compare.count(side.messages, side.voices.length, rateText(side.rate))} ${safe(addressText({ group, date, n }))}`;
  });
  const change = [w.compare.changes[word.change], voicesText(shown, word)]
    .filter(Boolean)
    .join(w.marks.semicolon);
  return [safe(word.form), ...sides, change, word.z.toFixed(1)];
}

function wordsPart(shown: ShownComparison, list: ShownWords): string {
  const { compare } = shown.w;
  const head = [compare.columns.word, ...list.columns.map(safe), compare.columns.change, compare.columns.z];
  const listed = (words: readonly ComparedWord[]) =>
    table(
      head,
      words.map((word) => wordCells(shown, word)),
    );
  const differs = list.differs.length ? listed(list.differs) : `${compare.noneDiffer}\n`;
  const more = list.more ? `\n${compare.moreWords(list.more)}\n` : '';
  const few = list.fewVoices.length
    ? `\n### ${compare.fewVoices}\n\n${compare.fewVoicesHow}\n\n${listed(list.fewVoices)}`
    : '';
  return `## ${safe(list.heading)}\n\n${compare.differsHow(list.tested, list.all)}\n\n${differs}${more}${few}\n`;
}

function topicCells({ w }: ShownComparison, topic: PairedTopic): string[] {
  const sides = topic.sides.map(({ threads, messages, people }) => {
    if (!threads.length) return w.compare.none;
    const titles = threads
      .slice(0, 3)
      .map(
        (t) => `${safe(t.title)} ${safe(addressText({ group: t.group, date: t.date, n: t.messages[0]! }))}`,
      );
    return `${titles.join('<br>')}<br>${w.compare.topicSize(threads.length, messages, people)}`;
  });
  const words = safe(topic.words.join(' · '));
  return [topic.topic ? `**${safe(topic.name)}**<br>${words}` : words, ...sides];
}

function wentOnPart(shown: ShownComparison): string {
  const { compare, marks } = shown.w;
  return shown.comparison.steps
    .map((step, i) => {
      const heading =
        shown.labels.length > 2
          ? compare.wentOnFrom(safe(shown.labels[i]!), safe(shown.labels[i + 1]!))
          : compare.wentOn;
      const threads = step.threads.map(
        ({ from, to, words, likeness }) =>
          `- ${safe(from.title)} ${safe(`${from.group}/${from.date}#${from.id}`)} → ${safe(to.title)} ${safe(`${to.group}/${to.date}#${to.id}`)}${marks.aside(`${safe(words.join(' '))}${marks.comma}${compare.likeness(likeness.toFixed(2))}`)}\n`,
      );
      const questions = step.questions.map(
        (q) =>
          `- ${safe(shorten(q.text, 120))}${marks.aside(`${safe(q.asker)} ${safe(addressText(q.at))}${marks.semicolon}${q.answered ? `${compare.carriedAnswered} ${safe(addressText(q.answered))}` : compare.carriedOpen}`)}\n`,
      );
      return `## ${heading}\n\n${threads.join('') || `${compare.noneWentOn}\n`}\n### ${compare.carried}\n\n${questions.join('') || `${compare.noneCarried}\n`}\n`;
    })
    .join('');
}

/** A comparison as Markdown. */
export function comparisonMarkdown(shown: ShownComparison, edition: string): string {
  const { w, labels, comparison, lists } = shown;
  const { compare } = w;
  const safeLabels = labels.map(safe);
  const notes = remarks(shown).map((note) => `> ${safe(note)}\n`);
  const talks = comparison.sides.map(
    ({ talks: given }) =>
      given
        .map((t) => `${safe(t.title)}${w.marks.aside(`${safe(t.speaker)} ${safe(addressText(t.at))}`)}`)
        .join('<br>') || compare.none,
  );
  const people = comparison.steps.map(
    ({ people: p }) => `${compare.cameAndWent(p.gone.length, p.both, p.came.length)}\n`,
  );
  return [
    `# ${compare.title} ${safeLabels.join(compare.and)}\n\n${safe(edition)}\n\n${notes.join('')}${notes.length ? '\n' : ''}`,
    `## ${compare.glance}\n\n${table(
      ['', ...safeLabels],
      glanceRows(shown).map(([name, cells]) => [name, ...cells]),
    )}\n`,
    ...lists.map((list) => wordsPart(shown, list)),
    `## ${compare.topics}\n\n${compare.topicsHow}\n\n${
      comparison.topics.length
        ? table(
            ['', ...safeLabels],
            comparison.topics.slice(0, 30).map((t) => topicCells(shown, t)),
          )
        : `${compare.noTopics}\n`
    }\n`,
    wentOnPart(shown),
    `## ${compare.people}\n\n${people.join('')}\n`,
    `## ${compare.talks}\n\n${table(safeLabels, [talks])}`,
  ].join('');
}
