import { basename, resolve } from 'node:path';
import { TermSearch, type TermUses } from '../corpus/index.js';
import {
  type Candidate,
  type CannotDecide,
  entriesLike,
  findCandidates,
  openCandidates,
  refusalOf,
  spelledLike,
  withAllUses,
} from '../glossary/index.js';
import { type Words, words } from '../lang/index.js';
import { type Entry, fold, formsOf } from '../text/index.js';
import { readCorpus } from './corpus.js';
import { refusedLine } from './refused.js';
import { CommandError, type Session } from './session.js';

/** The candidate that a word is, whichever of its forms it is. */
export function candidateFor(candidates: readonly Candidate[], word: string): Candidate | undefined {
  return candidates.find((c) => [c.term, ...c.aliases].some((form) => fold(form) === fold(word)));
}

/** The candidates among the terms that logs discovered, each with all its uses, on days too that discovered nothing of it. */
export async function candidatesOf(
  session: Session,
  paths: readonly string[],
  discovered: TermUses,
): Promise<Candidate[]> {
  const { entries, words } = session.dictionaries;
  const { 'finance-morphemes': morphemes, trade, compounds } = words;
  const listed = new Set([...trade, ...compounds, ...entries.flatMap(formsOf)]);
  const found = findCandidates(discovered, entries, { morphemes, listed });
  const search = new TermSearch(found);
  const again = await readCorpus(session, paths, ['terms'], { rejectedToo: true, search, again: true });
  return openCandidates(withAllUses(found, again.terms(), listed), entries);
}

/**
 * The candidates of the logs; null where nothing of them could be read, which is another thing than that they have none.
 * @throws {CommandError} where there are no logs at hand
 */
export async function candidatesIn(session: Session, paths: readonly string[]): Promise<Candidate[] | null> {
  // rejected words too: more may speak for one now
  const corpus = await readCorpus(session, paths, ['terms'], { rejectedToo: true });
  return corpus.dates().length ? candidatesOf(session, paths, corpus.terms()) : null;
}

const mostLike = 5;

/** Names of entries that a word may have been meant for, other than its own. */
export const namesLike = (word: string, entries: readonly Entry[]): string[] =>
  entriesLike(entries, word, mostLike + 1)
    .map((e) => e.term)
    .filter((name) => fold(name) !== fold(word))
    .slice(0, mostLike);

/** A candidate as the entry that it would be, to be compared with. */
export const entryLike = ({ term, aliases, class: of }: Candidate): Entry => ({
  term,
  aliases,
  class: of,
  status: 'candidate',
});

/** An entry, or a candidate that none lists, which another candidate may be a spelling of (近似). */
export interface Near {
  term: string;
  /** Which of its forms is like the candidate, folded. */
  form: string;
  known: boolean;
}

const mostNear = 3;

/** Finds what a candidate may be another spelling of: entries, and candidates that nobody has decided about. */
export function nearFinder(
  entries: readonly Entry[],
  candidates: readonly Candidate[],
): (candidate: Candidate) => Near[] {
  const decided = entries.filter((e) => e.status !== 'candidate');
  const taken = new Set(decided.flatMap(formsOf));
  const open = candidates.filter((c) => !taken.has(fold(c.term)));
  const find = spelledLike([...decided, ...open.map(entryLike)]);
  return ({ term }) =>
    find(term, mostNear).map(({ entry, form }) => ({
      term: entry.term,
      form,
      known: entry.status !== 'candidate',
    }));
}

/** Near terms in one line: those that are candidates are called so, and the form that is like is told where it is another. */
export const nearLine = (near: readonly Near[], { nearTerm }: Words['glossary']): string =>
  near.map(({ term, form, known }) => nearTerm(term, fold(term) === form ? '' : form, known)).join('、');

/**
 * Why a decision about a term cannot be written, with the entries that may have been meant where one is missing, and with the
 * earlier decision where that stands in the way.
 */
export function hindranceIn(
  { hindrance, detail, path }: CannotDecide,
  term: string,
  entries: readonly Entry[],
  { glossary, keeping }: Words,
): string {
  const said = glossary.cannotDecide[hindrance](term, detail, path && basename(path));
  if (hindrance === 'rejected' || hindrance === 'put-off') {
    const before = refusalOf({ term: detail, aliases: [] }, entries);
    return before ? `${said}\n${refusedLine(before, keeping)}` : said;
  }
  const like = hindrance === 'no-entry' || hindrance === 'not-an-entry' ? namesLike(detail, entries) : [];
  return like.length ? said + keeping.didYouMean(like.join('、')) : said;
}

/**
 * Where a sheet goes that `--out` names; null where it names none.
 * @throws {CommandError} where the file is called as another kind is: it would open as that
 */
export function sheetPath(session: Session, out: string | undefined): string | null {
  if (out === undefined) return null;
  const path = resolve(session.io.cwd, out);
  if (!/\.csv$/i.test(path))
    throw new CommandError('bad-out', words(session.pipeline.lang).keeping.csvOnly(session.shown(path)));
  return path;
}
