import type { Lexicon, Span, Token } from '../text/index.js';
import { covers } from './discover.js';
import type { Place } from './runs.js';

/** A place of a term that the group itself accepted (本群收录), with its canonical form. */
export interface OwnTerm extends Span {
  term: string;
}

/** The own terms among the known ones of each message. */
export const ownTerms = (known: readonly (readonly Token[])[], lexicon: Lexicon): OwnTerm[][] =>
  known.map((row) =>
    row
      .filter(({ entry }) => lexicon.isOwn(entry))
      .map(({ start, end, entry }) => ({ start, end, term: lexicon.entries[entry]!.term })),
  );

/**
 * The own terms that a run holds and is longer than, by their canonical forms. Such a run is no term, however much speaks
 * for it: it is a guess, while somebody decided about 入金; 资金入金 is a term where it is listed, too.
 */
export function ownInside(places: readonly Place[], own: readonly (readonly OwnTerm[])[]): string[] {
  const inside = new Set<string>();
  for (const place of places)
    for (const { start, end, term } of own[place.message]!)
      if (covers(place, { start, end }) && place.end - place.start > end - start) inside.add(term);
  return [...inside];
}
