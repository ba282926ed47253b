import { addressOf } from '../../corpus/index.js';
import { type Words, words } from '../../lang/index.js';
import { linkModelFor, withCorrections } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import type { Day } from '../../read/index.js';
import { type Explanation, explainLink, prepare } from '../../threads/index.js';
import type { Io } from '../io.js';
import { messageNumber } from '../message-number.js';
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
  const day = session.day(path);
  const number = messageNumber(day, what);
  return number === null
    ? explainWord(path, day, what.trim(), session)
    : explainMessage(path, day, number, session);
}

/** The candidates of one message with what spoke for and against each. */
async function explainMessage(path: string, day: Day, number: string, session: Session): Promise<number> {
  const { options, io } = session;
  const w = words(session.pipeline.lang);
  const n = Number(number);
  if (!day.messages[n - 1])
    throw new CommandError('no-message', w.explain.noMessage(number, day.messages.length));
  const model = session.withModels(path, () => linkModelFor(day.language));
  if (!model) throw new CommandError('no-model', w.explain.noModel);
  const { people, tokens } = await prepared(path, day, session);
  const found = explainLink(prepare(day, people, tokens, session.dictionaries.words), model, n);
  const { corrections } = withCorrections(day, session.corrections);
  const corrected = corrections?.links.findLast((link) => link.n === n)?.parent ?? null;
  if (options.json) {
    const at = { group: day.group, date: day.date, n };
    // of what is not weighed there is no candidate
    session.answer({ ...at, address: addressOf(at), parent: null, candidates: [], ...found, corrected });
  } else {
    const own = corrected === null ? '' : `${w.explain.corrected}${placeOf(day, n, corrected, w)}\n`;
    io.out(own + (found ? `${page(day, found, w)}\n` : `${line(day, n)}\n${w.explain.notWeighed}\n`));
  }
  return session.exitCode;
}

/** Where a message goes on from, in words. */
const placeOf = (day: Day, n: number, parent: number, w: Words): string =>
  parent === n ? w.explain.starts : line(day, parent);

function page(day: Day, found: Explanation, w: Words): string {
  const lines = found.candidates.map((candidate) => {
    const percent = `${Math.round(100 * candidate.probability)}%`.padStart(4);
    const what = placeOf(day, found.n, candidate.n, w);
    const mark = candidate.n === found.parent ? ` ← ${w.explain.chosen}` : '';
    return [
      `${percent}  ${what}${mark}`,
      ...forAndAgainst(candidate.evidence, w.explain.groups, w.explain),
    ].join('\n');
  });
  return `${line(day, found.n)}\n${lines.join('\n')}`;
}
