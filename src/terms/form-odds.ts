import { EvidenceList, type Weights } from './evidence.js';
import { formEvidence } from './form-evidence.js';
import type { RunScene } from './run-scene.js';

/** So many forms have room, in 8 MB; three quarters of it full, they are begun anew. */
const room = 1 << 18;
const mostForms = (room / 4) * 3;
/** A form lies in so many numbers: its words, five at most, its hash, and its log-odds, which take two. */
const width = 8;
const mostWords = 5;
const atHash = 5;
const atOdds = 6;

/**
 * What speaks for runs of words by their form (词形之据), whatever day they stand in: three of five were said on an earlier
 * one, and are weighed once. Latin is weighed each time: its capitals and spaces are no part of its words.
 */
export class FormOdds {
  private size = 0;
  /** Open addressing, by hash; a form and its odds lie together, as to fetch them is most of what asking costs. */
  private readonly forms = new Int32Array(room * width);
  private readonly odds = new Float64Array(this.forms.buffer);
  private readonly evidence = new EvidenceList();
  /** The form that is looked for: each word with whether it is a stop word there; 0 behind the last. */
  private readonly sought = new Int32Array(mostWords);

  constructor(private readonly weights: Weights) {}

  /** Log-odds from a run's form. */
  of(run: number, scene: RunScene): number {
    if (!this.seek(run, scene)) return this.weigh(run, scene);
    const hash = scene.runs.hashes[run]! | 0;
    const form = this.placeOf(hash);
    if (this.forms[form] === 0) {
      this.forms.set(this.sought, form);
      this.forms[form + atHash] = hash;
      this.odds[(form + atOdds) / 2] = this.weigh(run, scene);
      this.size++;
    }
    const odds = this.odds[(form + atOdds) / 2]!;
    if (this.size === mostForms) this.beginAnew();
    return odds;
  }

  private weigh(run: number, scene: RunScene): number {
    this.evidence.clear();
    formEvidence(run, scene, this.evidence);
    return this.weights.sum(this.evidence);
  }

  /** Sets out to look for a run; false where it is not kept. */
  private seek(run: number, { runs }: RunScene): boolean {
    const { words, stops } = runs.parts;
    const place = runs.firstPlaces[run]!;
    const [from, to] = [runs.from[place]!, runs.to[place]!];
    for (let k = 0; k < mostWords; k++) {
      const at = from + k;
      if (at >= to) {
        this.sought[k] = 0;
        continue;
      }
      const word = words[at]!;
      if (word.isLatin) return false;
      this.sought[k] = 2 * word.number + stops[at]!;
    }
    return true;
  }

  /** Where the form that is looked for lies, or belongs. */
  private placeOf(hash: number): number {
    const { forms, sought } = this;
    for (let k = hash & (room - 1); ; k = (k + 1) & (room - 1)) {
      const form = k * width;
      if (forms[form] === 0) return form;
      if (
        forms[form + atHash] === hash &&
        forms[form] === sought[0] &&
        forms[form + 1] === sought[1] &&
        forms[form + 2] === sought[2] &&
        forms[form + 3] === sought[3] &&
        forms[form + 4] === sought[4]
      )
        return form;
    }
  }

  private beginAnew(): void {
    this.forms.fill(0);
    this.size = 0;
  }
}
