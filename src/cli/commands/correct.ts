import { addressOf } from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import {
  type DayList,
  dayCorrectionsPath,
  dayItemSchemas,
  type NewCorrection,
  writeCorrections,
} from '../../pipeline/index.js';
import { type Day, Fingerprints, fingerprint, type MessageReference } from '../../read/index.js';
import { domains, longestTitle, messageKinds } from '../../threads/index.js';
import { exitCodes, type Io } from '../io.js';
import { messageNumber } from '../message-number.js';
import type { RunCommandOptions } from '../options.js';
import { CommandError, Session } from '../session.js';

/** What may be put right about a message. */
export interface CorrectOptions extends RunCommandOptions {
  parent?: string;
  start?: boolean;
  kind?: string;
  title?: string;
  domain?: string;
}

/** A message by its number, as corrections name it. */
function referenceOf(day: Day, number: string, session: Session): MessageReference {
  const message = day.messages[Number(messageNumber(day, number) ?? Number.NaN) - 1];
  if (message) return { message: fingerprint(message), n: message.n };
  throw new CommandError(
    'no-message',
    words(session.pipeline.lang).explain.noMessage(number, day.messages.length),
  );
}

/** What may stand in the place of a value that is not valid. */
function refused(list: DayList, option: string, value: string | undefined, session: Session): string {
  const w = session.words;
  if (list === 'kinds') return w.badChoice(option, messageKinds.join(', '));
  if (list === 'domains') return w.badChoice(option, domains.join(', '));
  return w.badTitle(longestTitle, value?.trim().length ?? 0);
}

/** The corrections that the options ask for, each checked. */
function asked(day: Day, of: MessageReference, options: CorrectOptions, session: Session): NewCorrection[] {
  const parent =
    options.parent === undefined ? options.start && of : referenceOf(day, options.parent, session);
  if (parent && parent.n > of.n)
    throw new CommandError('parent-behind', session.words.parentBehind(parent.n, of.n));
  const given: [DayList, string, object | false | undefined][] = [
    ['links', '--parent', parent && { parent }],
    ['kinds', '--kind', options.kind !== undefined && { kind: options.kind }],
    ['titles', '--title', options.title !== undefined && { title: options.title }],
    ['domains', '--domain', options.domain !== undefined && { domain: options.domain }],
  ];
  const corrections = given.flatMap(([list, option, value]) => {
    if (!value) return [];
    const parsed = dayItemSchemas[list].safeParse({ ...of, ...value });
    if (!parsed.success)
      throw new CommandError('invalid-value', refused(list, option, options.title, session));
    return [{ list, item: parsed.data } as NewCorrection];
  });
  if (!corrections.length) throw new CommandError('nothing-to-correct', session.words.nothingToCorrect);
  return corrections;
}

/** Writes into the workspace what is right about one message of a log, and says where. */
export async function correct(
  file: string,
  number: string,
  options: CorrectOptions,
  io: Io,
): Promise<number> {
  const session = new Session('analyze', options, io);
  const day = session.day(file);
  const of = referenceOf(day, number, session);
  const corrections = asked(day, of, options, session);
  const path = dayCorrectionsPath(session.workspace.corrections, day.group, day.date);
  const prints = new Fingerprints(day.messages);
  try {
    writeCorrections(path, corrections, (other) => prints.find(other) === of.n);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandError(
      'cannot-correct',
      session.words.cannotCorrect(session.shown(path), message),
      exitCodes.output,
    );
  }
  session.say(session.words.corrected(of.n, session.shown(path)));
  const at = { group: day.group, date: day.date, n: of.n };
  if (options.json) session.answer({ ...at, address: addressOf(at), corrections, file: path });
  return session.exitCode;
}
