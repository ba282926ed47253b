import { group } from 'd3-array';
import { byInitial, inPinyinOrder, type ReadEntry } from '../glossary/export/pinyin.js';
import { type Lang, type Words, words } from '../lang/index.js';
import { type Entry, termClasses } from '../text/index.js';
import { escapeMarkdown, escapeWithin as md } from './escape.js';
import { factsOf } from './glossary-facts.js';
import { type FindDayPage, noDayPages, sourceMarkdown } from './source-links.js';

/** A definition with what it rests on, or that it rests on nothing. */
function defined(
  { definition, source }: Pick<Entry, 'definition' | 'source'>,
  find: FindDayPage,
  w: Words,
): string {
  const said = definition ? md(definition) : w.page.noDefinition;
  return `${said}${w.marks.aside(source ? sourceMarkdown(source, find) : w.noSource)}`;
}

function entryLines(entry: Entry, find: FindDayPage, w: Words): string[] {
  const { statuses } = w.glossary;
  const english = entry.english ? ` ${md(entry.english)}` : '';
  const facts = factsOf(entry, w).map(
    ({ label, terms, text }) =>
      `  - ${label}${w.marks.colon}${terms ? terms.map(md).join(w.marks.list) : md(text!)}`,
  );
  const senses = (entry.senses ?? []).map(
    (s) =>
      `  - ${w.glossary.fields.senses}${w.marks.colon}${md(s.where)}${w.marks.colon}${defined(s, find, w)}`,
  );
  const head = `- **${md(entry.term)}**${english} 〔${statuses[entry.status]}〕 ${defined(entry, find, w)}`;
  return [head, ...senses, ...facts];
}

const section = (title: string, entries: readonly ReadEntry[], find: FindDayPage, w: Words): string[] => [
  `## ${title}`,
  '',
  ...byInitial(entries).flatMap(([initial, its]) => [
    `### ${escapeMarkdown(initial)}`,
    '',
    ...its.flatMap(({ entry }) => entryLines(entry, find, w)),
    '',
  ]),
];

/**
 * A glossary as Markdown, by class and by pinyin initial, each definition with its source or that it has none. Sources lead
 * to the web and to the pages of days that `find` knows.
 */
export function glossaryMarkdown(
  entries: readonly Entry[],
  lang: Lang,
  find: FindDayPage = noDayPages,
): string {
  const w = words(lang);
  const byClass = group(inPinyinOrder(entries), (e) => e.entry.class);
  const sections = termClasses.flatMap((c) => {
    const its = byClass.get(c);
    return its ? section(`${w.glossary.classes[c]} ${its.length}`, its, find, w) : [];
  });
  const { page } = w.glossary;
  return [`# ${page.title}`, '', page.counts(entries.length), '', ...sections].join('\n');
}
