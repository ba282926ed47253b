import { group } from 'd3-array';
import { byInitial, inPinyinOrder, type ReadEntry } from '../glossary/export/pinyin.js';
import { type Lang, type Words, words } from '../lang/index.js';
import { type Entry, termClasses } from '../text/index.js';
import { escapeMarkdown as md } from './escape.js';
import { factsOf } from './glossary-facts.js';

/** A definition with what it rests on, or that it rests on nothing. */
function defined(definition: string | undefined, source: string | undefined, w: Words): string {
  const said = definition ? md(definition) : w.page.noDefinition;
  return `${said}（${source ? md(source) : w.noSource}）`;
}

function entryLines(entry: Entry, w: Words): string[] {
  const { statuses } = w.glossary;
  const english = entry.english ? ` ${md(entry.english)}` : '';
  const facts = factsOf(entry, w).map(
    ({ label, terms, text }) => `  - ${label}：${terms ? terms.map(md).join('、') : md(text!)}`,
  );
  const senses = (entry.senses ?? []).map(
    (s) => `  - ${w.glossary.fields.senses}：${md(s.where)}：${defined(s.definition, s.source, w)}`,
  );
  const head = `- **${md(entry.term)}**${english} 〔${statuses[entry.status]}〕 ${defined(entry.definition, entry.source, w)}`;
  return [head, ...senses, ...facts];
}

const section = (title: string, entries: readonly ReadEntry[], w: Words): string[] => [
  `## ${title}`,
  '',
  ...byInitial(entries).flatMap(([initial, its]) => [
    `### ${md(initial)}`,
    '',
    ...its.flatMap(({ entry }) => entryLines(entry, w)),
    '',
  ]),
];

/** A glossary as Markdown, by class and by pinyin initial, each definition with its source or that it has none. */
export function glossaryMarkdown(entries: readonly Entry[], lang: Lang): string {
  const w = words(lang);
  const byClass = group(inPinyinOrder(entries), (e) => e.entry.class);
  const sections = termClasses.flatMap((c) => {
    const its = byClass.get(c);
    return its ? section(`${w.glossary.classes[c]} ${its.length}`, its, w) : [];
  });
  const { page } = w.glossary;
  return [`# ${page.title}`, '', page.counts(entries.length), '', ...sections].join('\n');
}
