import { calledBy, doubtAbout, entryNamed, type Ruling } from '../glossary/index.js';
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

/** A doubter that knows the program's lists of words, and the names of those who speak or are called in the logs. */
export async function doubterFor(session: Session, logs: readonly string[]): Promise<Doubter> {
  const { owner } = session.workspace;
  const { inputs } = await inputsAtHand(session, logs);
  const { roster } = await readRoster(inputs, { ...session.reading, owner });
  const { stopwords, reactions, smalltalk, work } = session.dictionaries.words;
  const names = calledBy([...namesOf(roster), ...owner]);
  const sources = { stop: [stopwords, reactions], everyday: [smalltalk, work], names };
  const { doubts } = words(session.pipeline.lang).glossary;
  return ({ did, term }, entries, isSeen) => {
    // what is rejected or put off is looked for nowhere; what an entry has already was judged before
    if (did !== 'accept' && did !== 'merge') return null;
    const entry = entryNamed(entries, term);
    if (entry && !isRemembered(entry)) return null;
    const doubt = doubtAbout(term, sources, isSeen);
    if (doubt === null) return null;
    return doubts[doubt](term, innerNames.show(names.get(fold(term.trim())) ?? ''));
  };
}
