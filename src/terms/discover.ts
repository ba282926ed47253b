import type { Message } from '../read/index.js';
import type { Segmenter, Token } from '../text/index.js';
import { type Candidate, collectCandidates, type Place, partsOf } from './candidates.js';
import { bestReading, type Span } from './decode.js';
import { Weights } from './evidence.js';
import { type CandidateScene, evidenceOf } from './features.js';
import type { TermModel } from './model.js';
import { nestingOf } from './nesting.js';
import type { PhraseStatistics } from './statistics.js';
import { type DiscoveryWords, wordFacts } from './word-facts.js';

/** A candidate with the log-odds that it is a term. */
export interface Judged {
  candidate: Candidate;
  odds: number;
}

/**
 * The candidates of a day that are worth judging, and what they are judged by: a run that nobody said on other days and
 * that holds a stop word is no term, with hardly an exception, and most runs do. `tokens` are segmented without a
 * glossary: a term must not lean on its neighbours in it.
 */
export function candidatesIn(
  messages: readonly Message[],
  tokens: Token[][],
  words: DiscoveryWords,
  segmenter: Segmenter,
  statistics: PhraseStatistics,
): { candidates: Candidate[]; scene: CandidateScene } {
  const factsOf = wordFacts(words, statistics);
  const candidates = collectCandidates(messages, partsOf(messages, tokens, segmenter), {
    isStop: (word) => factsOf(word).isStop,
    isKnown: (hash) => statistics.find(hash) >= 0,
  });
  return { candidates, scene: { messages, words, statistics, factsOf, nested: nestingOf(candidates) } };
}

/** Judges every candidate of a day by a model. */
export function judgeCandidates(
  messages: readonly Message[],
  tokens: Token[][],
  words: DiscoveryWords,
  segmenter: Segmenter,
  model: TermModel,
): Judged[] {
  const { candidates, scene } = candidatesIn(messages, tokens, words, segmenter, model.statistics);
  const weights = new Weights(model.terms);
  return candidates.map((candidate) => ({ candidate, odds: weights.sum(evidenceOf(candidate, scene)) }));
}

/** A term that a reading keeps: a known one by its token, or a candidate at a place. */
export type Reading = Span<{ known: Token } | { candidate: Candidate; place: Place }>[];

/** Whether one stretch holds the other, or is the same. */
export const covers = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start <= b.start && a.end >= b.end;

/** Whether a place may stand beside the known terms of its message: it cuts none in two, nor is it just one. */
function fits(place: Place, known: readonly Token[]): boolean {
  return known.every(
    (k) =>
      k.end <= place.start ||
      k.start >= place.end ||
      (covers(place, k) && place.end - place.start > k.end - k.start),
  );
}

/**
 * How each message is read: known terms and candidates above the bar, none overlapping, those for which most speaks.
 * A longer candidate takes in a known term only where more speaks for it.
 */
export function readTerms(
  messages: readonly Message[],
  known: readonly (readonly Token[])[],
  judged: readonly Judged[],
  bars: { candidate: number; known: number },
): Reading[] {
  const spans: Reading[] = known.map((row) =>
    row.map((token) => ({ start: token.start, end: token.end, score: bars.known, of: { known: token } })),
  );
  for (const { candidate, odds } of judged) {
    if (odds <= bars.candidate) continue;
    for (const place of candidate.places)
      if (fits(place, known[place.message]!))
        spans[place.message]!.push({
          start: place.start,
          end: place.end,
          score: odds - bars.candidate,
          of: { candidate, place },
        });
  }
  const readings = spans.map((row) => bestReading(row));
  // a second copy reads as the first does
  return readings.map((reading, i) => {
    const first = messages[i]!.duplicateOf;
    return first !== null && messages[first - 1]!.text === messages[i]!.text ? readings[first - 1]! : reading;
  });
}
