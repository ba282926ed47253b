import type { Message } from '../read/index.js';
import type { Span, Token } from '../text/index.js';
import { bestReading, type ScoredSpan } from './decode.js';
import { weightsOf } from './evidence.js';
import { listBits } from './listed-runs.js';
import { partsOf } from './parts.js';
import { RunOdds } from './run-odds.js';
import { type RunScene, runSceneOf } from './run-scene.js';
import { type Candidate, candidateOf, collectRuns, type Place } from './runs.js';
import type { WordBook } from './word-book.js';

/** A candidate with the log-odds that it is a term. */
export interface Judged {
  candidate: Candidate;
  odds: number;
  /** Whether it is listed as a run of words that the trade uses. */
  isListed: boolean;
}

/**
 * The runs of a day that are worth judging, and what they are judged by: a run that nobody said on other days and that
 * holds a stop word by itself is no term, with hardly an exception, and most runs do. `tokens` are segmented without a
 * glossary: a term must not lean on its neighbours in it. `known` are the terms of the glossary in each message.
 */
export function runsIn(
  messages: readonly Message[],
  tokens: readonly (readonly Token[])[],
  book: WordBook,
  known: readonly (readonly Token[])[] = [],
): RunScene {
  const runs = collectRuns(
    messages,
    partsOf(messages, tokens, book, known),
    (hash) => book.statistics.find(hash) >= 0,
  );
  return runSceneOf(messages, runs, book);
}

/**
 * Judges every run of a day by a model's weights. Three in four are far below all that anybody asks for, so that only
 * those with at least so much in their favour come back, and the words of the trade, which stay whole anyway.
 */
export function judgeCandidates(
  scene: RunScene,
  weights: ReadonlyMap<string, number>,
  leastOdds: number,
): Judged[] {
  const { messages, runs, lists, book } = scene;
  const ofRuns = RunOdds.of(book, weightsOf(weights));
  const judged: Judged[] = [];
  for (let run = 0; run < runs.size; run++) {
    const odds = ofRuns.of(run, scene);
    const isListed = (lists[run]! & listBits.ofTrade) > 0;
    if (odds >= leastOdds || isListed)
      judged.push({ candidate: candidateOf(runs, run, messages), odds, isListed });
  }
  return judged;
}

/** A term that a reading keeps: a known one by its token, or a candidate at a place. */
export type Reading = ScoredSpan<{ known: Token } | { candidate: Candidate; place: Place }>[];

/** Whether one stretch holds the other, or is the same. */
export const covers = (a: Span, b: Span): boolean => a.start <= b.start && a.end >= b.end;

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
  return copiesAsFirst(
    messages,
    spans.map((row) => bestReading(row)),
  );
}

/** Readings of messages, a second copy read as the first is where their texts are the same. */
export function copiesAsFirst(messages: readonly Message[], readings: readonly Reading[]): Reading[] {
  return readings.map((reading, i) => {
    const first = messages[i]!.duplicateOf;
    return first !== null && messages[first - 1]!.text === messages[i]!.text ? readings[first - 1]! : reading;
  });
}
