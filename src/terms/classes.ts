import { type TermClass, termClasses } from '../text/index.js';

/** Endings of so many characters are evidence. */
const longestEnding = 3;
const longestLength = 8;

/** What a term is like, by name: how it is written, its length, what it ends in. */
export function classEvidence(folded: string): string[] {
  const isLatin = /^[\x20-\x7e]+$/.test(folded);
  const script = isLatin ? 'latin' : /[a-z0-9]/.test(folded) ? 'mixed' : 'han';
  const endings = Array.from(
    { length: Math.min(longestEnding, folded.length) },
    (_, i) => `-${folded.slice(-i - 1)}`,
  );
  return [`script:${script}`, `length:${Math.min(longestLength, folded.length)}`, ...endings];
}

/** Log-odds of each class that a piece of evidence adds: class → evidence → weight. */
export type ClassWeights = Readonly<Partial<Record<TermClass, Readonly<Record<string, number>>>>>;

/** Guesses the class of terms that no entry lists: the likeliest by {@link classEvidence}. */
export class ClassJudge {
  private readonly weights: readonly (readonly [TermClass, ReadonlyMap<string, number>])[];
  /** A term is met in many messages. */
  private readonly guessed = new Map<string, TermClass>();

  constructor(weights: ClassWeights) {
    this.weights = termClasses.map((of) => [of, new Map(Object.entries(weights[of] ?? {}))]);
  }

  guess(folded: string): TermClass {
    const known = this.guessed.get(folded);
    if (known !== undefined) return known;
    const evidence = classEvidence(folded);
    let [best, most]: [TermClass, number] = ['concept', Number.NEGATIVE_INFINITY];
    for (const [of, weights] of this.weights) {
      const odds = evidence.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0);
      if (odds > most) [best, most] = [of, odds];
    }
    this.guessed.set(folded, best);
    return best;
  }
}
