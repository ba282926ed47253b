import { calledBy, type DoubtSources, doubtAbout, entryNamed, type Ruling } from '../glossary/index.js';
import { words } from '../lang/index.js';
import type { Roster } from '../people/index.js';
import { readRoster } from '../pipeline/index.js';
import { innerNames } from '../privacy/index.js';
import { type Entry, fold, isRemembered } from '../text/index.js';
import { inputsAtHand } from './log-texts.js';
import type { Session } from './session.js';

/** Says why a ruling should not be written unseen: its word is hardly a term. Null where nothing speaks against it. */
export type Doubter = (ruling: Ruling, entries: readonly Entry[], isSeen: boolean) => string | null;

/** Names that speak, are called, or stand under a second copy of what somebody said. */
const namesOf = ({ speakers, calls, pairs }: Roster): string[] => [
  ...speakers.keys(),
  ...calls.keys(),
  ...[...pairs].flatMap(([name, others]) => [name, ...others.keys()]),
];

/** Why a word is hardly a term, in words; null where nothing speaks against it. */
export type WordDoubter = (word: string, isSeen: boolean) => string | null;

/** The names of those who speak or are called in logs, by what each is called, with the whole name. */
export async function namesIn(session: Session, logs: readonly string[]): Promise<DoubtSources['names']> {
  const { owner } = session.workspace;
  const { inputs } = await inputsAtHand(session, logs);
  const { roster } = await readRoster(inputs, { ...session.reading, owner });
  return calledBy([...namesOf(roster), ...owner]);
}

/** What words are doubted by: the program's lists of words, and names. */
export function doubtSources(session: Session, names: DoubtSources['names']): DoubtSources {
  const { stopwords, reactions, smalltalk, work } = session.dictionaries.words;
  return { stop: [stopwords, reactions], everyday: [smalltalk, work], names };
}

/** A doubter of words that knows the program's lists, and the names in the logs. */
export async function wordDoubterFor(session: Session, logs: readonly string[]): Promise<WordDoubter> {
  const sources = doubtSources(session, await namesIn(session, logs));
  const { doubts } = words(session.pipeline.lang).glossary;
  return (word, isSeen) => {
    const doubt = doubtAbout(word, sources, isSeen);
    if (doubt === null) return null;
    return doubts[doubt](word, innerNames.show(sources.names.get(fold(word.trim())) ?? ''));
  };
}

/** The same of rulings: what they take up, where no entry has it already. */
export async function doubterFor(session: Session, logs: readonly string[]): Promise<Doubter> {
  const doubtOf = await wordDoubterFor(session, logs);
  return ({ did, term }, entries, isSeen) => {
    // what is rejected or put off is looked for nowhere; what an entry has already was judged before
    if (did !== 'accept' && did !== 'merge') return null;
    const entry = entryNamed(entries, term);
    return entry && !isRemembered(entry) ? null : doubtOf(term, isSeen);
  };
}
