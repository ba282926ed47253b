import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isWithin, type Span, soughtIn, TermSearch } from '../../corpus/index.js';
import {
  changesOfUse,
  compareGlossaries,
  type FieldDifference,
  type SpanUse,
  type UseChange,
  useChanges,
} from '../../glossary/index.js';
import { type Words, words } from '../../lang/index.js';
import { type Entry, fold, Lexicon } from '../../text/index.js';
import { changeShown } from '../change-shown.js';
import { readCorpus } from '../corpus.js';
import { csv } from '../csv.js';
import { plainLine } from '../excerpt.js';
import { type GlossaryState, readGlossaryState, shippedBelow, stateNow } from '../glossary-file.js';
import { fieldName, fieldShown } from '../glossary-names.js';
import { sheetPath } from '../glossary-session.js';
import type { Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { parseSpan, readSpan } from '../span.js';
import { table } from '../table.js';
import { writeFile } from '../write-file.js';

/** What `huati glossary diff` takes. */
export interface DiffOptions extends RunCommandOptions {
  from?: string;
  to?: string;
}

/** A difference as it is told: for people, for a sheet, for programs. */
interface Told {
  text: string;
  rows: (string | number)[][];
  json: object;
}

const headed = (heading: string, lines: readonly string[], { marks }: Words): string[] =>
  lines.length
    ? [
        '',
        `${heading}${marks.aside(String(lines.filter((line) => !line.startsWith(' ')).length))}`,
        ...lines.map((line) => `  ${line}`),
      ]
    : [];

/** What changed between two glossaries. */
function tellGlossaries(
  before: GlossaryState,
  after: GlossaryState,
  below: readonly Entry[],
  w: Words,
): Told {
  const { keeping: k, glossary } = w;
  const difference = compareGlossaries(before.entries, after.entries, below);
  const shown = ({ field, before, after }: FieldDifference) => ({
    field: fieldName(field, glossary),
    before: fieldShown(field, before, glossary),
    after: fieldShown(field, after, glossary),
  });
  const { added, joined, gone, changed } = difference;
  const entryLine = ({ term, class: c, status, definition }: (typeof added)[number]) =>
    plainLine(`${term} 〔${glossary.classes[c]}〕〔${glossary.statuses[status]}〕 ${definition ?? ''}`);
  const changedLines = changed.flatMap(({ entry, fields, decisions }) => [
    plainLine(
      `${entry.term}${decisions.map((d) => `  ${d.on} ${d.by} ${glossary.did[d.did]}${d.why ? `${w.marks.colon}${d.why}` : ''}`).join('')}`,
    ),
    ...fields.map(shown).map((f) => `  ${f.field}${w.marks.colon}${changeShown(f.before, f.after)}`),
  ]);
  const lines = [
    ...headed(k.groups.added, added.map(entryLine), w),
    ...headed(k.groups.changed, changedLines, w),
    ...headed(
      k.groups.joined,
      joined.map(({ entry, into }) => plainLine(k.joinedTo(entry.term, into))),
      w,
    ),
    ...headed(k.groups.gone, gone.map(entryLine), w),
  ];
  return {
    text: [
      k.compared(before.name, after.name),
      k.glossaryCounts(difference.before, difference.after),
      ...(lines.length ? lines : [k.nothingChanged]),
      '',
    ].join('\n'),
    rows: [
      [k.change, glossary.columns.term, k.field, k.before, k.after],
      ...added.map((e) => [k.groups.added, e.term, '', '', e.definition ?? '']),
      ...changed.flatMap(({ entry, fields }) =>
        fields.map(shown).map((f) => [k.groups.changed, entry.term, f.field, f.before, f.after]),
      ),
      ...joined.map(({ entry, into }) => [k.groups.joined, entry.term, '', '', into]),
      ...gone.map((e) => [k.groups.gone, e.term, '', e.definition ?? '', '']),
    ],
    json: { compared: { before: before.name, after: after.name }, ...difference },
  };
}

const mostLines = 20;
const countsOf = ({ messages, days, people }: UseChange['before']) => [messages, days, people];

/** How the use of terms changed between two spans. */
function tellUse(changes: readonly UseChange[], spans: [string, SpanUse][], w: Words): Told {
  const { keeping: k, glossary } = w;
  const rate = (number: number) => number.toFixed(2);
  const head = [
    glossary.columns.term,
    k.before,
    k.after,
    k.rate,
    glossary.columns.days,
    glossary.columns.people,
    k.entryColumn,
  ];
  const row = (c: UseChange) => [
    plainLine(c.term),
    String(c.before.messages),
    String(c.after.messages),
    `${rate(c.rates.before)} → ${rate(c.rates.after)}`,
    `${c.before.days} → ${c.after.days}`,
    `${c.before.people} → ${c.after.people}`,
    c.known ? k.isKnown.yes : k.isKnown.no,
  ];
  const lines = useChanges.flatMap((kind) => {
    const its = changes.filter((c) => c.kind === kind);
    if (!its.length) return [];
    const shown = its.slice(0, mostLines);
    const count = shown.length < its.length ? `${shown.length} / ${its.length}` : String(its.length);
    const rows = table([head, ...shown.map(row)]).split('\n');
    return ['', `${k.groups[kind]}${w.marks.aside(count)}`, ...rows.map((line) => `  ${line}`)];
  });
  return {
    text: [
      ...spans.map(([name, { days, messages }]) => k.spanCounts(name, days, messages)),
      ...(lines.length ? lines : [k.nothingChanged]),
      '',
      k.spanNote,
      '',
    ].join('\n'),
    rows: [
      [
        k.change,
        glossary.columns.term,
        ...[k.before, k.after].flatMap((span) =>
          [glossary.columns.messages, glossary.columns.days, glossary.columns.people, k.rate].map(
            (c) => `${span} ${c}`,
          ),
        ),
        'G²',
        k.entryColumn,
      ],
      ...changes.map((c) => [
        k.groups[c.kind],
        c.term,
        ...countsOf(c.before),
        c.rates.before,
        ...countsOf(c.after),
        c.rates.after,
        c.certainty,
        c.known ? k.isKnown.yes : k.isKnown.no,
      ]),
    ],
    json: {
      spans: spans.map(([span, { days, messages }]) => ({ span, days, messages })),
      changes,
    },
  };
}

/** Two spans, as they are written, and the logs that they are of. */
interface AskedSpans {
  from: string;
  to: string;
  logs: readonly string[];
}

/**
 * The spans whose use of terms is asked for; null where two glossaries are to be compared. What lies on the disk is a
 * glossary, whatever it is called.
 * @throws {CommandError} where there is one span alone
 */
function spansAsked(
  session: Session,
  paths: readonly string[],
  { from, to }: DiffOptions,
): AskedSpans | null {
  const k = words(session.pipeline.lang).keeping;
  if (from !== undefined && to !== undefined) return { from, to, logs: paths };
  if (from !== undefined || to !== undefined) throw new CommandError('diff-both', k.diffBoth);
  const isOfTime = (text: string) => parseSpan(text) !== null && !existsSync(resolve(session.io.cwd, text));
  const [first, second, ...logs] = paths;
  if (!paths.slice(0, 2).some(isOfTime)) return null;
  if (second === undefined || !isOfTime(first!) || !isOfTime(second))
    throw new CommandError('diff-both', k.diffBoth);
  return { from: first!, to: second, logs };
}

function spansOf(session: Session, { from, to }: AskedSpans): [Span, Span] {
  const k = words(session.pipeline.lang).keeping;
  const [before, after] = [readSpan(session, from), readSpan(session, to)];
  if (before.from <= after.to && after.from <= before.to)
    throw new CommandError('overlapping', k.overlapping(from, to));
  return [before, after];
}

/** Terms of the lexicon by their canonical forms: days know all their uses. */
const listed = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(new Lexicon(entries).entries.map((e) => fold(e.term)));

/** The use of terms in spans; of those that no entry lists on days too that discovered nothing of them. */
async function usesOfSpans(
  session: Session,
  paths: readonly string[],
  spans: readonly Span[],
): Promise<SpanUse[]> {
  const asked = {
    rejectedToo: true,
    wanted: (day: { date: string }) => spans.some((span) => isWithin(day.date, span)),
  };
  const corpus = await readCorpus(session, paths, ['terms', 'pace'], asked);
  const known = listed(session.dictionaries.entries);
  const discovered = [...corpus.terms()].filter(([key]) => !known.has(key));
  const search = new TermSearch(discovered.map(([, record]) => soughtIn(record)));
  const again = await readCorpus(session, paths, ['terms'], { ...asked, search, again: true });
  return spans.map((span) => ({
    uses: new Map([...[...corpus.terms(span)].filter(([key]) => known.has(key)), ...again.terms(span)]),
    days: corpus.dates(span).length,
    messages: corpus.messages(span),
  }));
}

/** Tells what changed between two glossaries, or in the use of terms between two spans of days (`huati glossary diff`). */
export async function diffGlossary(paths: string[], options: DiffOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const path = sheetPath(session, options.out);
  const w = words(session.pipeline.lang);
  const k = w.keeping;
  let told: Told;
  const asked = spansAsked(session, paths, options);
  if (asked) {
    const { from, to, logs } = asked;
    const spans = spansOf(session, asked);
    const [before, after] = (await usesOfSpans(session, logs, spans)) as [SpanUse, SpanUse];
    for (const [name, { days }] of [
      [from, before],
      [to, after],
    ] as const)
      if (!days) throw new CommandError('no-span-days', k.noSpanDays(name));
    told = tellUse(
      changesOfUse(before, after, session.dictionaries.entries),
      [
        [from, before],
        [to, after],
      ],
      w,
    );
  } else {
    const [old, now] = paths;
    if (old === undefined || paths.length > 2) throw new CommandError('diff-two', k.diffTwo);
    const stateOf = async (path: string) => ({ name: path, entries: await readGlossaryState(session, path) });
    const before = await stateOf(old);
    const after = now === undefined ? stateNow(session, old, before.entries) : await stateOf(now);
    told = tellGlossaries(before, after, shippedBelow(session, [old, now]), w);
  }
  if (path !== null) {
    writeFile(session, path, csv(told.rows));
    session.say(k.rowsWritten(told.rows.length - 1, session.shown(path)));
  }
  if (options.json) session.answer({ ...told.json, file: path });
  else if (path === null) io.out(told.text);
  return session.exitCode;
}
