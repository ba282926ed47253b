import { group } from 'd3-array';
import { fold } from '../text/index.js';
import type { TermUse } from './types.js';

/** Most messages of one explanation. */
const mostMessages = 12;
/** So many of the best passages of a conversation speak for it. */
const strongest = 4;
/** A passage that is so much less likely than the best one, in log-odds, is left out. */
const farBelow = 2.5;
/** Beside a best one of these odds so is one that rather does not explain: what readers may be shown has little else in it. */
const likely = 1;
const leastBeside = (best: number) => Math.max(best - farBelow, best > likely ? 0 : Number.NEGATIVE_INFINITY);

/** Shortest explanation that a reader is shown, in characters. */
const shortestSure = 40;
/**
 * The log-odds above which a reader is shown an explanation: one of a talk; of members, one that defines the term more than
 * once, or once only, as most of what is said once is opinion in the form of a definition. Set by what readers said of
 * explanations (docs/definitions-sheet.md).
 */
const sureOdds = { inTalk: 1.5, saidAgain: 1.2, saidOnce: 2.5 };

/** A passage that may explain a term, with the log-odds that it does. */
export interface JudgedPassage {
  term: TermUse;
  /** Index of the message with which it begins. */
  at: number;
  /** Indices of its messages. */
  passage: number[];
  /** Whether it has the form of a definition, and asks nothing: X是指, X就是, 叫X, X（…）. */
  defines: boolean;
  /** Whether it is said in a talk. */
  inTalk: boolean;
  odds: number;
}

/** What a conversation says of a term, in the passages that explain it best. */
export interface Explanation {
  term: TermUse;
  /** Indices of its messages, rising. */
  messages: number[];
  /** Log of the summed odds of its best passages. */
  odds: number;
  /** How many of its passages have the form of a definition, and whether one of these is said in a talk. */
  defining: number;
  inTalk: boolean;
}

/** Whether an explanation is sure enough to be shown beside its term. */
export function isSure({ odds, defining, inTalk }: Explanation, text: string): boolean {
  const bar = inTalk ? 'inTalk' : defining > 1 ? 'saidAgain' : 'saidOnce';
  return defining > 0 && odds > sureOdds[bar] && text.length >= shortestSure;
}

function explanationOf(passages: readonly JudgedPassage[]): Explanation {
  const sorted = [...passages].sort((a, b) => b.odds - a.odds || a.at - b.at);
  const messages = new Set<number>();
  const least = leastBeside(sorted[0]!.odds);
  for (const { passage, odds } of sorted)
    for (const i of odds < least ? [] : passage) if (messages.size < mostMessages) messages.add(i);
  const best = sorted.slice(0, strongest);
  const defining = sorted.filter(({ at, defines }) => defines && messages.has(at));
  return {
    term: sorted[0]!.term,
    messages: [...messages].sort((a, b) => a - b),
    defining: defining.length,
    inTalk: defining.some(({ inTalk }) => inTalk),
    odds: Math.log(best.reduce((sum, { odds }) => sum + Math.exp(odds), 0)),
  };
}

/**
 * One explanation for each term and conversation: a group explains by turns, a sentence here and an example there, so
 * that passages of one conversation on one term belong together. `conversation` tells that of a message by its index.
 */
export function explanationsIn(
  passages: readonly JudgedPassage[],
  conversation: (index: number) => number,
): Explanation[] {
  const together = group(passages, ({ at, term }) => `${conversation(at)}\t${term.term}`);
  return [...together.values()].map(explanationOf);
}

/** A term as the day calls it: by its canonical form where that occurs, else by its commonest form there. */
export function nameInDay({ term, surface }: TermUse): string {
  return surface.find((form) => fold(form) === fold(term)) ? term : (surface[0] ?? term);
}
