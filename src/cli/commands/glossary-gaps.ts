import { daysBetween } from '../../corpus/index.js';
import {
  type Candidate,
  type Gaps as EntryGaps,
  findGaps,
  type RestsOnEnded,
  refusalOf,
  type UsedEntry,
} from '../../glossary/index.js';
import { type Words, words } from '../../lang/index.js';
import type { DecisionRecord } from '../../text/index.js';
import { readCorpus } from '../corpus.js';
import { csv } from '../csv.js';
import { excerpt, plainLine } from '../excerpt.js';
import { candidatesOf, sheetPath } from '../glossary-session.js';
import type { Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { askedAgainLine } from '../refused.js';
import { Session } from '../session.js';
import { table } from '../table.js';
import { wholeNumber } from '../whole-number.js';
import { writeFile } from '../write-file.js';

/** What `huati glossary gaps` takes. */
export interface GapsOptions extends RunCommandOptions {
  /** Days without use that count as long. */
  unused?: string;
  /** How many terms without an entry to list. */
  most?: string;
}

const unusedUnlessSaid = 180;
const mostUnlessSaid = 20;
/** Of entries long unused a terminal shows so many. */
const mostStale = 20;
const longestExample = 60;

/** What the glossary lacks: entries, and what is amiss with those it has. */
interface Gaps extends EntryGaps {
  /** Terms in use that no entry lists, the most useful first, with what was decided about each before. */
  missing: (Candidate & { before: DecisionRecord | null })[];
}

/** Where no day was read nothing is known to be missing. */
const noGaps: Gaps = { missing: [], stale: [], never: [], replaced: [], outlived: [] };

/** The days of the logs that have a date, from the first to the last. */
interface LogSpan {
  first: string;
  last: string;
  days: number;
}

/** Why an entry's source is to be looked at again. */
function endedDetail({ entry, rule, recheck }: RestsOnEnded, k: Words['keeping']): string {
  const checked = entry.checked ? k.checkedOn(entry.checked.on) : k.checkedNever;
  return `${k.ended(rule.number, rule.until, rule.replacedBy ?? '', rule.unsure)}；${checked}${recheck ? `，${k.recheck}` : ''}`;
}

const headed = (heading: string, lines: readonly string[]): string[] =>
  lines.length ? ['', heading, ...lines.map((line) => `  ${line}`)] : [];

function page(gaps: Gaps, span: LogSpan, unused: number, most: number, w: Words): string {
  const { keeping: k, glossary } = w;
  const { columns: c } = glossary;
  const shown = gaps.missing.slice(0, most);
  const [titles, ...rows] = table([
    [c.term, c.aliases, c.class, c.messages, c.days, c.people, c.last, c.example],
    ...shown.map((m) => [
      plainLine(m.term),
      plainLine(m.aliases.join('、')),
      glossary.classes[m.class],
      String(m.messages),
      String(m.days),
      String(m.people),
      m.lastDay,
      excerpt(m.examples[0]?.text ?? '', [m.term, ...m.aliases], longestExample),
    ]),
  ]).split('\n');
  const before = shown.map((m) => plainLine(askedAgainLine(m.before, k)));
  const missing = rows.flatMap((row, i) => [row, ...(before[i] ? [`    ${c.before}：${before[i]}`] : [])]);
  const stale = gaps.stale
    .slice(0, mostStale)
    .map((u) => `${plainLine(u.entry.term)}  ${k.lastUse(u.last, u.messages)}`);
  if (gaps.stale.length > stale.length) stale.push('…');
  const isShort = span.days < unused;
  const sections = [
    ...headed(k.missing(shown.length, gaps.missing.length), shown.length ? [titles!, ...missing] : []),
    ...headed(
      k.replaced(gaps.replaced.length),
      gaps.replaced.map((r) => `${plainLine(r.entry.term)}  ${plainLine(endedDetail(r, k))}`),
    ),
    ...headed(
      k.outlived(gaps.outlived.length),
      gaps.outlived.map(
        (u) => `${plainLine(u.entry.term)}  ${k.outlivedLine(u.entry.until!, u.messages, u.last)}`,
      ),
    ),
    ...(isShort ? ['', k.short(span.days, unused)] : headed(k.stale(gaps.stale.length, unused), stale)),
    ...(gaps.never.length ? ['', k.never(gaps.never.length)] : []),
  ];
  return [
    span.last ? k.gapsSpan(span.first, span.last, span.days) : k.undated,
    ...(sections.length ? [...sections, '', k.nextStep] : [k.noGaps]),
    '',
  ].join('\n');
}

function rowsOf(gaps: Gaps, w: Words): (string | number)[][] {
  const { keeping: k, glossary } = w;
  const { columns: c } = glossary;
  const candidate = (m: Gaps['missing'][number]) => {
    const [example] = m.examples;
    const before = m.before ? [`${c.before}：${askedAgainLine(m.before, k)}`] : [];
    const forms = m.aliases.length ? [`${c.aliases}：${m.aliases.join('、')}`] : [];
    const shown = example ? [`${example.address} ${plainLine(example.text)}`] : [];
    return [
      k.kinds.missing,
      m.term,
      [...forms, ...before, ...shown].join('；'),
      m.messages,
      m.days,
      m.people,
      m.lastDay,
    ];
  };
  const used = (kind: string, detail: string, { entry, messages, last }: UsedEntry) => [
    kind,
    entry.term,
    detail,
    messages,
    '',
    '',
    last,
  ];
  return [
    [k.kind, c.term, k.detail, c.messages, c.days, c.people, c.last],
    ...gaps.missing.map(candidate),
    ...gaps.replaced.map((r) => [k.kinds.replaced, r.entry.term, endedDetail(r, k), '', '', '', '']),
    ...gaps.outlived.map((u) =>
      used(k.kinds.outlived, k.outlivedLine(u.entry.until!, u.messages, u.last), u),
    ),
    ...gaps.stale.map((u) => used(k.kinds.stale, '', u)),
    ...gaps.never.map((e) => [k.kinds.never, e.term, e.definition ?? '', 0, 0, 0, '']),
  ];
}

/** Tells what the glossary lacks for the logs at hand (`huati glossary gaps`); all of it as CSV with `--out`. */
export async function glossaryGaps(paths: string[], options: GapsOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang);
  const unused = wholeNumber(session.words, '--unused', options.unused) ?? unusedUnlessSaid;
  const most = wholeNumber(session.words, '--most', options.most) ?? mostUnlessSaid;
  const path = sheetPath(session, options.out);
  const corpus = await readCorpus(session, paths, ['terms'], { rejectedToo: true });
  const ends = corpus.ends();
  const span: LogSpan = { ...ends, days: (daysBetween(ends.first, ends.last) ?? -1) + 1 };
  if (!corpus.dates().length) {
    if (options.json) session.answer({ ...span, unused, ...noGaps, file: null });
    return session.exitCode;
  }
  const { entries, documents } = session.dictionaries;
  const uses = corpus.terms();
  const missing = await candidatesOf(session, paths, uses);
  const gaps: Gaps = {
    missing: missing.map((c) => ({ ...c, before: refusalOf(c, entries) })),
    ...findGaps(uses, entries, documents, { last: span.last, unused }),
  };
  if (path !== null) {
    const rows = rowsOf(gaps, w);
    writeFile(session, path, csv(rows));
    session.say(w.keeping.rowsWritten(rows.length - 1, session.shown(path)));
  }
  if (options.json) {
    const never = gaps.never.map((e) => e.term);
    session.answer({ ...span, unused, ...gaps, never, file: path });
  } else if (path === null) io.out(page(gaps, span, unused, most, w));
  return session.exitCode;
}
