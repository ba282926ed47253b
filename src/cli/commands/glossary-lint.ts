import { resolve, sep } from 'node:path';
import { ascending, rollup } from 'd3-array';
import {
  type DoubtSources,
  type LintLevel,
  type LintProblem,
  lint,
  yamlSlips,
} from '../../glossary/index.js';
import { words } from '../../lang/index.js';
import { glossaryTexts, isBegun, readLocated, shippedGlossary } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import type { Day } from '../../read/index.js';
import { isDate } from '../../talks/index.js';
import { fold, loadSegmenter, resolveSegmenter } from '../../text/index.js';
import { doubtSources, namesIn } from '../glossary-doubts.js';
import type { Io } from '../io.js';
import { logDays, textsOf } from '../log-texts.js';
import type { RunCommandOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { today } from '../today.js';

/** What `huati glossary lint` takes. */
export interface LintOptions extends RunCommandOptions {
  /** Logs in which forms should stay whole. */
  in?: string[];
  /** The day after which nothing was checked or decided yet. */
  on?: string;
}

/** Whether a file is one of the paths or lies below one. */
const isUnder = (file: string, paths: readonly string[]) =>
  paths.some((path) => file === path || file.startsWith(path + sep));

/** How many messages each day of each group has. */
const lengthsOf = (days: readonly Day[]) =>
  rollup(
    days,
    (alike) => Math.max(...alike.map((d) => d.messages.length)),
    (d) => d.group,
    (d) => d.date,
  );

/** What entries are held against of logs, besides the lists of words: nothing where there are none. */
async function heldAgainst(session: Session, logs: readonly string[]) {
  const days = logs.length ? await logDays(session, logs) : [];
  const names = logs.length ? await namesIn(session, logs) : new Map<string, string>();
  return { texts: textsOf(days), lengths: lengthsOf(days), doubts: doubtSources(session, names) };
}

/** By file, then line: who mends a file goes through it once. */
const byPlace = (a: LintProblem, b: LintProblem) => ascending(a.path, b.path) || a.line - b.line;

/** What was found of an entry, in words, with its place; another entry is told with the place of that one. */
function told(
  session: Session,
  { path, line, term, rule, level, detail, first, other, doubt }: LintProblem,
  names: DoubtSources['names'],
): string {
  const { rules, levels, doubts } = words(session.pipeline.lang).glossary;
  const placeOf = (at: NonNullable<LintProblem['first']>) => `${session.shown(at.path)}:${at.line}`;
  const about = doubt ? doubts[doubt](detail, innerNames.show(names.get(fold(detail)) ?? '')) : detail;
  const said = rules[rule](first ? placeOf(first) : about, other ? placeOf(other) : '');
  return `${session.shown(path)}:${line}: ${term}: ${level === 'problem' ? '' : levels[level]}${said}`;
}

/**
 * Checks a glossary (`huati glossary lint`): what is found in the files named, with path and line; exit 1 where that is a problem.
 */
export async function lintGlossary(paths: string[], options: LintOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io, { others: paths.length > 0 });
  const w = words(session.pipeline.lang).glossary;
  const day = options.on ?? today();
  if (!isDate(day)) throw new CommandError('not-a-date', session.words.notADate(day));
  const given = paths.length ? paths.map((path) => resolve(io.cwd, path)) : session.workspace.dictionaries;
  const checked = given.length ? given : [shippedGlossary()];
  const begun = paths.length ? checked : checked.filter(isBegun);
  // what is checked may lead to shipped entries, and clash with them
  const { entries, replaced, problems } = readLocated([...new Set([shippedGlossary(), ...begun])]);
  const malformed = problems.filter(({ path }) => isUnder(path, checked));
  session.reportDictionary(malformed);
  const segmenter = loadSegmenter(resolveSegmenter(session.pipeline.segmenter));
  const logs = options.in ?? [];
  const ofLogs = await heldAgainst(session, logs);
  const isChecked = (path: string) => isUnder(path, checked);
  const { documents } = session.dictionaries;
  const found = [
    ...glossaryTexts(begun).flatMap(yamlSlips),
    ...lint(entries, { segmenter, documents, isChecked, replaced, ...ofLogs, today: day }),
  ].sort(byPlace);
  const count = entries.filter(({ path }) => isChecked(path)).length;
  for (const p of found) {
    if (p.level === 'problem')
      session.problem(p.rule, told(session, p, ofLogs.doubts.names), { path: p.path, line: p.line });
    else session.say(told(session, p, ofLogs.doubts.names));
  }
  if (options.json) session.answer({ entries: count, findings: found, malformed });
  const numberOf = (level: LintLevel) => found.filter((p) => p.level === level).length;
  session.say(w.linted(count, session.faultCount, numberOf('warning'), numberOf('note')));
  return session.exitCode;
}
