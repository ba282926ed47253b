import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { words } from '../../lang/index.js';
import { linkModelFor } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import { type Day, readDay } from '../../read/index.js';
import { type Explanation, explainLink, prepare } from '../../threads/index.js';
import { exitCodes, type Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { prepared } from '../prepared-day.js';
import { forAndAgainst } from '../reasons.js';
import { CommandError, Session } from '../session.js';
import { explainWord } from './explain-word.js';

const longestText = 40;

/** A message in a line: number, time, name, how its text begins. */
function line(day: Day, n: number): string {
  const { time, speaker, text } = day.messages[n - 1]!;
  const flat = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
  const shown =
    flat.length > longestText ? `${flat.slice(0, longestText).replace(/[\ud800-\udbff]$/, '')}…` : flat;
  return `#${n} ${time} ${innerNames.show(speaker)}  ${shown}`;
}

/**
 * Shows why a message goes on from where it does, by its number; or why a word was taken for a term that day, or was not.
 */
export async function explain(
  path: string,
  what: string,
  options: RunCommandOptions,
  io: Io,
): Promise<number> {
  const session = new Session('analyze', options, io);
  const day = readFile(resolve(io.cwd, path), session);
  return /^\d+$/.test(what) ? explainMessage(day, what, session) : explainWord(day, what.trim(), session);
}

/** The candidates of one message with what spoke for and against each. */
function explainMessage(day: Day, number: string, session: Session): number {
  const { options, io } = session;
  const w = words(session.pipeline.lang);
  const n = Number(number);
  if (!day.messages[n - 1]) throw new CommandError(w.explain.noMessage(number, day.messages.length));
  const model = linkModelFor(day.language);
  if (!model) throw new CommandError(w.explain.noModel);
  const { people, tokens } = prepared(day, session);
  const found = explainLink(prepare(day, people, tokens, session.dictionaries.words), model, n);
  if (options.json) io.out(`${JSON.stringify(found)}\n`);
  else io.out(found ? `${page(day, found, w)}\n` : `${line(day, n)}\n${w.explain.notWeighed}\n`);
  return exitCodes.ok;
}

function readFile(path: string, session: Session): Day {
  const { format } = session.pipeline.read;
  try {
    return readDay(readFileSync(path), { path, ...(format !== 'auto' && { format }) });
  } catch (error) {
    throw new CommandError(session.words.failed(session.shown(path), (error as Error).message));
  }
}

function page(day: Day, found: Explanation, w: ReturnType<typeof words>): string {
  const lines = found.candidates.map((candidate) => {
    const percent = `${Math.round(100 * candidate.probability)}%`.padStart(4);
    const what = candidate.n === found.n ? w.explain.starts : line(day, candidate.n);
    const mark = candidate.n === found.parent ? ` ← ${w.explain.chosen}` : '';
    return [
      `${percent}  ${what}${mark}`,
      ...forAndAgainst(candidate.evidence, w.explain.groups, w.explain),
    ].join('\n');
  });
  return `${line(day, found.n)}\n${lines.join('\n')}`;
}
