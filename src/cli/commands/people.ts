import { resolve } from 'node:path';
import { type Words, words } from '../../lang/index.js';
import { type Resolution, type ResolutionEvidence, resolutionsOf, unborneNames } from '../../people/index.js';
import { findInputs, readRoster } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import { csv } from '../csv.js';
import type { Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { table } from '../table.js';
import { writeFile } from '../write-file.js';

/** Reads the roster of all days that the paths stand for; what cannot be read is said. */
async function rosterOfPaths(session: Session, paths: readonly string[]) {
  const given = paths.length ? paths.map((p) => resolve(session.io.cwd, p)) : session.workspace.sources;
  if (!given.length) throw new CommandError('no-paths', session.words.noPaths);
  const { inputs, missing } = await findInputs(given);
  for (const input of missing) session.missing(input);
  const read = await readRoster(inputs, {
    ...session.reading,
    owner: session.workspace.owner,
    interrupted: () => session.io.interrupted(),
    failed: (input, error) => session.unreadable(input, error),
  });
  if (!read.days) session.problem('nothing-read', session.words.nothingRead);
  return read;
}

/** The evidence in words, with its counts. */
function evidenceIn(e: ResolutionEvidence, w: Words['roster']): string {
  const said = [
    ...(e.parts ? [w.parts(e.parts)] : []),
    ...(e.doubled ? [w.doubled(e.doubled)] : []),
    ...(e.answers ? [w.answers(e.answers, e.calls, e.answerDays)] : []),
    ...(e.together ? [w.together(e.together)] : []),
  ];
  return said.join('; ') || (e.calls ? w.called(e.calls) : w.nothing);
}

/** A resolution with its names as they may be shown. */
const shown = (r: Resolution): Resolution => ({
  ...r,
  name: innerNames.show(r.name),
  speaker: r.speaker === null ? null : innerNames.show(r.speaker),
});

const rowOf = (r: Resolution, w: Words['roster']): string[] => [
  r.name,
  r.speaker ?? w.nobody,
  r.confidence.toFixed(2),
  evidenceIn(r.evidence, w),
  r.confirmed ? w.yes : w.no,
];

const head = (w: Words['roster']) => [w.name, w.speaker, w.confidence, w.evidence, w.confirmed];

/** Two tables: who is who, and apart from them the names of which nothing is sure. */
function page(people: Resolution[], w: Words['roster']): string {
  const part = (title: string, some: Resolution[]) =>
    some.length ? `${title}\n${table([head(w), ...some.map((r) => rowOf(r, w))])}\n` : '';
  const [known, open] = [people.filter((r) => r.resolved), people.filter((r) => !r.resolved)];
  return [part(w.known(known.length), known), part(w.unresolved(open.length), open)]
    .filter(Boolean)
    .join('\n');
}

function write(session: Session, out: string, people: Resolution[], w: Words['roster']): string {
  const path = resolve(session.io.cwd, out);
  const rows = people.map((r) => [...rowOf(r, w), r.resolved ? w.yes : w.no]);
  writeFile(session, path, csv([[...head(w), w.resolved], ...rows]));
  return path;
}

/** Lists who is who over all days given: names as called, whom they mean, how sure that is and why. */
export async function people(paths: string[], options: RunCommandOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const { roster: w, marks } = words(session.pipeline.lang);
  const { roster, days } = await rosterOfPaths(session, paths);
  if (io.interrupted()) session.say(session.words.interrupted);
  session.stopIfInterrupted();
  const found = resolutionsOf(roster, session.corrections.people, session.workspace.owner).map(shown);
  const unborne = unborneNames(session.corrections.people, roster.speakers);
  if (unborne.length) session.say(w.unborne(unborne.map((name) => innerNames.show(name)).join(marks.list)));
  const file = options.out ? write(session, options.out, found, w) : null;
  if (options.json) session.answer({ days, people: found, file });
  else if (file) session.say(w.written(found.length, session.shown(file)));
  else io.out(page(found, w));
  return session.exitCode;
}
