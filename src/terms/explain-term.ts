import type { Message } from '../read/index.js';
import { fold, type Lexicon, type Token } from '../text/index.js';
import { EvidenceList, weightsOf } from './evidence.js';
import { evidenceOf } from './features.js';
import type { TermModel } from './model.js';
import { ownInside, ownTerms } from './own.js';
import type { RunScene } from './run-scene.js';
import { candidateOf, type Place } from './runs.js';
import type { PhraseFigures } from './statistics.js';

/** What speaks for a term, put together as its readers think of it. */
export const termEvidenceGroups = [
  'spread',
  'surroundings',
  'company',
  'freedom',
  'nesting',
  'oddity',
  'speech',
  'shape',
  'characters',
  'lists',
] as const;
export type TermEvidenceGroup = (typeof termEvidenceGroups)[number];

/** Names of evidence by group; the first that fits. What is left tells of the shape. */
const groups: readonly (readonly [TermEvidenceGroup, RegExp])[] = [
  ['spread', /^(?:count|messages|people|unseen):|^(?:word|run)\.(?:days|speakers|burst)/],
  ['surroundings', /^(?:quoted|listed|explained|opens|closes):/],
  ['company', /company/i],
  ['freedom', /freedom/i],
  ['nesting', /nest/],
  ['oddity', /oddity/i],
  ['speech', /^(?:first|last|ends):/],
  ['lists', /^(?:notTerm|in(?:Trade|Compounds))|Listed:/],
  ['characters', /^(?:finance|characters|modifier:|head:)/],
];
const groupOf = (name: string): TermEvidenceGroup => groups.find(([, of]) => of.test(name))?.[0] ?? 'shape';

/** Why a run of words was taken for a term on a day, or was not (术语理由). */
export interface TermReasons {
  word: string;
  /** Places: as a run of whole words, or as a known term, which may begin or end inside a word. */
  count: number;
  /** The chance that it is a term, and the chance that it must have; 0 to 1. */
  chance: number;
  bar: number;
  /** What other days say of it, each from 0 to 15; null where it was not said, or hardly. */
  figures: PhraseFigures | null;
  /** Terms that the group itself accepted and that it holds: it is no term then, unless it is listed. */
  holds: string[];
  /** How much more (or less) each group brought than it brought other runs of the day on average (log-odds), strongest first. */
  evidence: { group: TermEvidenceGroup; weight: number }[];
}

/** What is weaker than this is not worth a word. */
const weakest = 0.1;
const chanceOf = (odds: number) => 1 / (1 + Math.exp(-odds));

/** Log-odds that each group brings a run, in the order of {@link termEvidenceGroups}. */
function broughtBy(run: number, scene: RunScene, model: TermModel, evidence: EvidenceList): number[] {
  evidenceOf(run, scene, evidence);
  const sums = termEvidenceGroups.map(() => 0);
  for (const name of evidence.names())
    sums[termEvidenceGroups.indexOf(groupOf(name))]! += model.terms.get(name) ?? 0;
  return sums;
}

/** In how many places a form stands that is a run in some; second copies do not count. */
function placesWith(
  form: string,
  places: readonly Place[],
  messages: readonly Message[],
  known: readonly (readonly Token[])[],
): number {
  const all = new Set(places.map(({ message, start }) => `${message}:${start}`));
  messages.forEach(({ text, duplicateOf }, i) => {
    if (duplicateOf !== null) return;
    for (const { start, end } of known[i]!)
      if (fold(text.slice(start, end)) === form) all.add(`${i}:${start}`);
  });
  return all.size;
}

/** What a run is judged beside: the log-odds that a candidate must have, and the known terms of each message. */
export interface Beside {
  bar: number;
  known: readonly (readonly Token[])[];
  lexicon: Lexicon;
}

/**
 * Explains what a run of words of a day was judged by.
 * @returns null where the word is no run of whole words of the day
 */
export function explainRun(
  scene: RunScene,
  model: TermModel,
  { bar, known, lexicon }: Beside,
  word: string,
): TermReasons | null {
  const { messages, runs, book } = scene;
  const form = fold(word);
  const run = Array.from({ length: runs.size }, (_, k) => k).find((k) => runs.folded(k) === form);
  if (run === undefined) return null;
  const evidence = new EvidenceList();
  const brought = broughtBy(run, scene, model, evidence);
  const odds = weightsOf(model.terms).sum(evidence);
  const mean = termEvidenceGroups.map(() => 0);
  for (let other = 0; other < runs.size; other++)
    broughtBy(other, scene, model, evidence).forEach((weight, g) => {
      mean[g]! += weight / runs.size;
    });
  const { places } = candidateOf(runs, run, messages);
  const phrase = book.statistics.find(runs.hashes[run]!);
  return {
    word,
    count: placesWith(form, places, messages, known),
    chance: chanceOf(odds),
    bar: chanceOf(bar),
    figures: phrase < 0 ? null : book.statistics.at(phrase),
    holds: ownInside(places, ownTerms(known, lexicon)),
    evidence: termEvidenceGroups
      .map((group, g) => ({ group, weight: brought[g]! - mean[g]! }))
      .filter(({ weight }) => Math.abs(weight) >= weakest)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}
