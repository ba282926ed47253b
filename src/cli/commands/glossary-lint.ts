import { resolve, sep } from 'node:path';
import { type LintProblem, lint } from '../../glossary/index.js';
import { words } from '../../lang/index.js';
import { isBegun, readLocated, shippedGlossary } from '../../pipeline/index.js';
import { loadSegmenter, resolveSegmenter } from '../../text/index.js';
import type { Io } from '../io.js';
import { logTexts } from '../log-texts.js';
import type { RunCommandOptions } from '../options.js';
import { Session } from '../session.js';

/** What `huati glossary lint` takes. */
export interface LintOptions extends RunCommandOptions {
  /** Logs in which forms should stay whole. */
  in?: string[];
}

/** Whether a file is one of the paths or lies below one. */
const isUnder = (file: string, paths: readonly string[]) =>
  paths.some((path) => file === path || file.startsWith(path + sep));

/** What is wrong with an entry, in words; what another entry has too is told with the place of that one. */
function ruleText(session: Session, { rule, detail, first, other }: LintProblem): string {
  const { rules } = words(session.pipeline.lang).glossary;
  const placeOf = ({ path, line }: NonNullable<LintProblem['first']>) => `${session.shown(path)}:${line}`;
  return rules[rule](first ? placeOf(first) : detail, other ? placeOf(other) : '');
}

/** Checks a glossary (`huati glossary lint`): problems of the files named, with path and line; exit 1 where there are any. */
export async function lintGlossary(paths: string[], options: LintOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang).glossary;
  const given = paths.length ? paths.map((path) => resolve(io.cwd, path)) : session.workspace.dictionaries;
  const checked = given.length ? given : [shippedGlossary()];
  const begun = paths.length ? checked : checked.filter(isBegun);
  // what is checked may lead to shipped entries, and clash with them
  const { entries, problems } = readLocated([...new Set([shippedGlossary(), ...begun])]);
  const toldBefore = new Set(session.dictionaries.problems.map((p) => p.path));
  const malformed = problems.filter(({ path }) => isUnder(path, checked));
  session.reportDictionary(malformed.filter(({ path }) => !toldBefore.has(path)));
  const segmenter = loadSegmenter(resolveSegmenter(session.pipeline.segmenter));
  const logs = options.in ?? [];
  const texts = logs.length ? await logTexts(session, logs, (said) => session.problem(said)) : [];
  const isChecked = (path: string) => isUnder(path, checked);
  const { documents } = session.dictionaries;
  const found = lint(entries, { segmenter, documents, texts, isChecked });
  const count = entries.filter(({ path }) => isChecked(path)).length;
  for (const p of found)
    session.problem(`${session.shown(p.path)}:${p.line}: ${p.term}: ${ruleText(session, p)}`);
  if (options.json) io.out(`${JSON.stringify({ entries: count, problems: found, malformed })}\n`);
  const { length } = session.problems;
  session.say(length ? w.found(length, count) : w.sound(count));
  return session.exitCode;
}
