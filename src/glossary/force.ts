import { citationsIn, type Document } from '../talks/index.js';
import type { Entry } from '../text/index.js';

/** A rule that an entry rests on and that is out of force. */
export type EndedRule = Document & { until: string };

const isEnded = (document: Document): document is EndedRule => document.until !== undefined;

/** What took a document's place, and what took that one's, by number. */
function successors(document: Document, documents: readonly Document[]): Set<string> {
  const found = new Set<string>();
  for (let next = document.replacedBy; next && !found.has(next); ) {
    found.add(next);
    const number: string = next;
    next = documents.find((d) => d.number === number)?.replacedBy;
  }
  return found;
}

/**
 * The rules in an entry's sources that are out of force (失效的出处), each once. A source that names what took a rule's
 * place beside it says so itself, and is none.
 */
export function endedRules(entry: Entry, documents: readonly Document[]): EndedRule[] {
  const sources = [entry.source, ...(entry.senses ?? []).map((s) => s.source)].filter((s) => s !== undefined);
  const found = sources.flatMap((source) => {
    const numbers = new Set(citationsIn(source, documents).map((c) => c.document?.number));
    const cited = documents.filter((d) => numbers.has(d.number));
    return cited
      .filter(isEnded)
      .filter((d) => ![...successors(d, documents)].some((number) => source.includes(number)));
  });
  return documents.filter(isEnded).filter((d) => found.includes(d));
}
