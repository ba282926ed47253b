import { greatest } from 'd3-array';
import type { Stretches } from '../corpus/index.js';
import { type Lang, type Words, words } from '../lang/index.js';
import { factsOf } from './glossary-facts.js';
import { shorten } from './shorten.js';
import { lately, type TermView } from './term-view.js';

/** How much of a term a terminal shows. */
const most = { threads: 8, explained: 5, company: 12 };
const longestExplanation = 160;
const longestTitle = 60;

const bars = '▁▂▃▄▅▆▇█';

/** Stretches as bars a character high (Tufte's sparkline); one without a use is a dot, one without a log a blank. */
export function sparkline(stretches: Stretches['stretches']): string {
  const peak = Math.max(0, ...stretches.map((s) => s.uses));
  const bar = (uses: number) => bars[Math.ceil((uses / peak) * bars.length) - 1]!;
  return stretches.map(({ uses, logged }) => (uses > 0 ? bar(uses) : logged ? '·' : ' ')).join('');
}

/** Chat text as one line that a terminal can show: nothing in it speaks to the terminal. */
const plain = (text: string) => text.replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim();

function entryLines({ entry, ended }: TermView, w: Words): string[] {
  if (!entry) return [`  ${w.keeping.noEntry}`];
  const sourced = (definition: string, source: string | undefined) =>
    `${definition}${w.marks.aside(source ?? w.noSource)}`;
  const senses = (entry.senses ?? []).map(
    (s) => `${s.where}${w.marks.colon}${sourced(s.definition, s.source)}`,
  );
  const facts = factsOf(entry, w).map(
    ({ label, terms, text }) => `${label}${w.marks.colon}${terms?.join(w.marks.list) ?? text}`,
  );
  const warnings = ended.map((d) => w.keeping.ended(d.number, d.until, d.replacedBy ?? '', d.unsure));
  const definition = entry.definition ? sourced(entry.definition, entry.source) : w.page.noDefinition;
  return [definition, ...senses, ...warnings, ...facts].map((line) => `  ${plain(line)}`);
}

function historyLines({ entry }: TermView, w: Words): string[] {
  if (!entry?.history?.length) return [];
  const lines = entry.history.map((d) =>
    plain(`${d.on} ${d.by} ${w.glossary.did[d.did]}${d.why ? `${w.marks.colon}${d.why}` : ''}`),
  );
  return ['', w.keeping.history, ...lines.map((line) => `  ${line}`)];
}

function sparkLine({ unit, stretches }: Stretches, w: Words): string {
  const peak = greatest(stretches, (s) => s.uses)!;
  const line = sparkline(stretches);
  const [first, last] = [stretches[0]!.name, stretches.at(-1)!.name];
  const gaps = stretches.some((s) => !s.logged);
  return `${first} ${line} ${last}  ${w.keeping.spark(unit, peak.name, peak.uses, gaps)}`;
}

const headed = (heading: string, lines: readonly string[]): string[] =>
  lines.length ? ['', heading, ...lines.map((line) => `  ${line}`)] : [];

/** A term on a terminal (`huati glossary show`). */
export function termText(view: TermView, lang: Lang): string {
  const w = words(lang);
  const k = w.keeping;
  const { entry, use, threads, explained, company } = view;
  const badges = entry
    ? `  ${entry.english ? `${plain(entry.english)}  ` : ''}〔${w.glossary.classes[entry.class]}〕〔${w.glossary.statuses[entry.status]}〕`
    : '';
  const useLines = use
    ? [
        k.uses(use.first, use.last, use.messages, use.days, use.people, use.threads),
        ...(view.stretches.stretches.length > 1 ? [sparkLine(view.stretches, w)] : []),
        k.lately(use.lately.messages, lately, use.lately.to),
      ]
    : [view.daysRead ? k.unused : k.useUnknown];
  const threadLines = threads
    .slice(0, most.threads)
    .map((t) => `${t.address}  ${k.count(t.messages)}  ${plain(shorten(t.title, longestTitle))}`);
  const explanations = explained
    .slice(0, most.explained)
    .map(
      (e) =>
        `${e.address}  ${k.parts[e.part]}${e.name ? ` ${plain(e.name)}` : ''}${w.marks.colon}${plain(shorten(e.text, longestExplanation))}`,
    );
  const often = company
    .slice(0, most.company)
    .map(([term, count]) => `${plain(term)} ${count}`)
    .join(w.marks.list);
  return [
    `${plain(view.term)}${badges}  ${view.isPublic ? w.privacy.edition : w.inner}`,
    ...entryLines(view, w),
    ...headed(k.use, useLines),
    ...headed(k.threads(threadLines.length, threads.length), threadLines),
    ...headed(k.explained(explanations.length, explained.length), explanations),
    ...headed(k.company, often ? [often] : []),
    ...historyLines(view, w),
    '',
  ].join('\n');
}
