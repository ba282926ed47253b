import { joinForms } from '../../glossary/forms-cell.js';
import { type Candidate, refusalOf } from '../../glossary/index.js';
import { type Words, words } from '../../lang/index.js';
import type { DecisionRecord } from '../../text/index.js';
import { csv } from '../csv.js';
import { excerpt, plainLine } from '../excerpt.js';
import { candidatesIn, type Near, nearFinder, nearLine, sheetPath } from '../glossary-session.js';
import type { Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { askedAgainLine } from '../refused.js';
import { Session } from '../session.js';
import { table } from '../table.js';
import { wholeNumber } from '../whole-number.js';
import { writeFile } from '../write-file.js';

/** What `huati glossary candidates` takes. */
export interface CandidatesOptions extends RunCommandOptions {
  /** How many to list. */
  most?: string;
}

const mostUnlessSaid = 30;
const longestExample = 60;
const longestInSheet = 200;
/** The columns that a keeper fills in. */
const filledIn = ['definition', 'source', 'decision', 'into', 'why'] as const;

/** A candidate with what it may be another spelling of, and what was decided about it before. */
type Shown = Candidate & { near: Near[]; before: DecisionRecord | null };

const percent = (share: number) => `${Math.round(100 * share)}%`;

/** A candidate on one line of a terminal, its first example below. */
function row(c: Candidate, w: Words['glossary']): string[] {
  return [
    c.term,
    w.classes[c.class],
    String(c.messages),
    String(c.days),
    String(c.people),
    String(c.threads),
    c.firstDay,
    c.lastDay,
    percent(c.oneVoice),
    String(c.explained.length),
    c.score.toFixed(1),
  ];
}

const head = ({ columns: c }: Words['glossary']) => [
  c.term,
  c.class,
  c.messages,
  c.days,
  c.people,
  c.threads,
  c.first,
  c.last,
  c.oneVoice,
  c.explained,
  c.score,
];

/** The sheet that a keeper fills in: the last five columns are theirs. */
function sheet(candidates: readonly Shown[], { glossary: w, keeping }: Words): string {
  const { columns } = w;
  const examples = [1, 2, 3].map((i) => `${columns.example}${i}`);
  const titles = [
    ...head(w),
    columns.aliases,
    columns.near,
    columns.before,
    columns.company,
    ...examples,
    ...filledIn.map((column) => columns[column]),
  ];
  const rows = candidates.map((c) => [
    ...row(c, w),
    joinForms(c.aliases),
    nearLine(c.near, w),
    askedAgainLine(c.before, keeping),
    c.company.join('、'),
    ...examples.map((_, i) => {
      const example = c.examples[i];
      return example
        ? `${example.address} ${excerpt(example.text, [c.term, ...c.aliases], longestInSheet)}`
        : '';
    }),
    ...filledIn.map(() => ''),
  ]);
  return csv([titles, ...rows]);
}

/** Candidates for a terminal, each with its other forms, what is near it, what was decided before and an example below, and how many of all those are. */
function page(candidates: readonly Shown[], all: number, { glossary: w, keeping }: Words): string {
  if (!candidates.length) return `${w.noCandidates}\n`;
  const example = (c: Candidate) => {
    const [first] = c.examples;
    return first
      ? `    ${first.address}  ${excerpt(first.text, [c.term, ...c.aliases], longestExample)}`
      : '';
  };
  const forms = (c: Shown) =>
    [
      [w.columns.aliases, c.aliases.join('、')],
      [w.columns.near, nearLine(c.near, w)],
      [w.columns.before, askedAgainLine(c.before, keeping)],
    ].flatMap(([title, said]) => (said ? [`    ${title}：${plainLine(said)}`] : []));
  const [titles, ...rows] = table([head(w), ...candidates.map((c) => row(c, w))]).split('\n');
  const below = (c: Shown) => [...forms(c), example(c)];
  const lines = [titles, ...rows.flatMap((line, i) => [line, ...below(candidates[i]!)])].filter(Boolean);
  const ending = [w.candidatesListed(candidates.length, all), w.candidatesHow, w.candidatesNext];
  return `${[...lines, '', ...ending].join('\n')}\n`;
}

/** Lists terms in use that no entry lists (`huati glossary candidates`), with evidence; as CSV with `--out`. */
export async function glossaryCandidates(
  paths: string[],
  options: CandidatesOptions,
  io: Io,
): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang);
  const most = wholeNumber(session.words, '--most', options.most) ?? mostUnlessSaid;
  const path = sheetPath(session, options.out);
  const found = await candidatesIn(session, paths);
  const all = found?.length ?? 0;
  const { entries } = session.dictionaries;
  const nearOf = nearFinder(entries, found ?? []);
  const shown = (c: Candidate): Shown => ({ ...c, near: nearOf(c), before: refusalOf(c, entries) });
  const candidates = (found ?? []).slice(0, most).map(shown);
  const file = found ? path : null;
  if (file !== null) writeFile(session, file, sheet(candidates, w));
  if (options.json) session.answer({ all, candidates, file });
  else if (!found) return session.exitCode;
  else if (file !== null) {
    session.say(w.glossary.candidatesWritten(candidates.length, all, session.shown(file)));
    if (candidates.length) session.say(w.glossary.sheetNext(session.shown(file)));
  } else io.out(page(candidates, all, w));
  return session.exitCode;
}
