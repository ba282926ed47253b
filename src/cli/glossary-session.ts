import { TermSearch } from '../corpus/index.js';
import { type Candidate, findCandidates, openCandidates, withAllUses } from '../glossary/index.js';
import { writeWhole } from '../pipeline/index.js';
import { fold } from '../text/index.js';
import { readCorpus } from './corpus.js';
import { exitCodes } from './io.js';
import { CommandError, type Session } from './session.js';

/** The candidate that a word is, whichever of its forms it is. */
export function candidateFor(candidates: readonly Candidate[], word: string): Candidate | undefined {
  return candidates.find((c) => [c.term, ...c.aliases].some((form) => fold(form) === fold(word)));
}

/**
 * The candidates of the logs, each with all its uses, on days too that discovered nothing of it; none where there are no
 * logs at hand.
 */
export async function candidatesIn(session: Session, paths: readonly string[]): Promise<Candidate[]> {
  if (!paths.length && !session.workspace.sources.length) return [];
  // rejected words too: more may speak for one now
  const corpus = await readCorpus(session, paths, ['terms'], { rejectedToo: true });
  const { entries, words } = session.dictionaries;
  const found = findCandidates(corpus.terms(), entries, words['finance-morphemes']);
  const search = new TermSearch(found);
  const again = await readCorpus(session, paths, ['terms'], { rejectedToo: true, search, again: true });
  return openCandidates(withAllUses(found, again.terms()), entries);
}

/** Writes a file that a command makes. @throws {CommandError} where it cannot be written */
export function writeFile(session: Session, path: string, text: string | Iterable<string>): void {
  try {
    writeWhole(path, text);
  } catch (error) {
    const { message } = error as Error;
    throw new CommandError(session.words.cannotWrite(session.shown(path), message), exitCodes.output);
  }
}
