import { dayEvidence, onceInDay, onceKinds } from './day-evidence.js';
import { EvidenceList, type Weights } from './evidence.js';
import { FormOdds } from './form-odds.js';
import type { RunScene } from './run-scene.js';
import type { WordBook } from './word-book.js';

const kept = new WeakMap<WordBook, RunOdds>();

/** Log-odds that runs are terms (词串之据): from what the day shows, and from their form. Both are worked out once where they come again. */
export class RunOdds {
  private readonly forms: FormOdds;
  private readonly evidence = new EvidenceList();
  /** Log-odds of runs that occur once, by what the day shows of them; NaN where nobody asked yet. */
  private readonly once = new Float64Array(onceKinds).fill(Number.NaN);

  private constructor(private readonly weights: Weights) {
    this.forms = new FormOdds(weights);
  }

  /** Those of a book of words by a model's weights, kept from day to day. */
  static of(book: WordBook, weights: Weights): RunOdds {
    const known = kept.get(book);
    if (known?.weights === weights) return known;
    const fresh = new RunOdds(weights);
    kept.set(book, fresh);
    return fresh;
  }

  of(run: number, scene: RunScene): number {
    return this.inDay(run, scene) + this.forms.of(run, scene);
  }

  private inDay(run: number, scene: RunScene): number {
    if (scene.runs.counts[run] !== 1) return this.weigh(run, scene);
    const kind = onceInDay(run, scene);
    if (Number.isNaN(this.once[kind])) this.once[kind] = this.weigh(run, scene);
    return this.once[kind]!;
  }

  private weigh(run: number, scene: RunScene): number {
    this.evidence.clear();
    dayEvidence(run, scene, this.evidence);
    return this.weights.sum(this.evidence);
  }
}
