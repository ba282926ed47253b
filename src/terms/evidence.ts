/**
 * Pieces of evidence (证据) by number. A model knows them by name, `count:3`; a day has millions of them, so that each name
 * gets a small whole number once, and what is passed around are lists of numbers. Numbers hold within one process only.
 */
export type EvidenceId = number;

const names: string[] = [];
const ids = new Map<string, EvidenceId>();

export function evidenceId(name: string): EvidenceId {
  const known = ids.get(name);
  if (known !== undefined) return known;
  ids.set(name, names.length);
  return names.push(name) - 1;
}

export const evidenceName = (id: EvidenceId): string => names[id]!;

/** Evidence by a whole number from 0 to `most`, `name:0`, `name:1` …; what is more counts as the most. */
export function numbered(name: string, most: number): (value: number) => EvidenceId {
  const own = Int32Array.from({ length: most + 1 }, (_, k) => evidenceId(`${name}:${k}`));
  return (value) => own[Math.max(0, Math.min(most, Math.round(value)))]!;
}

/** Evidence by two whole numbers below `size`, `name:0:0`, `name:0:1` … */
export function paired(name: string, size: number): (a: number, b: number) => EvidenceId {
  const own = Int32Array.from({ length: size * size }, (_, k) =>
    evidenceId(`${name}:${Math.floor(k / size)}:${k % size}`),
  );
  return (a, b) => own[a * size + b]!;
}

/** Evidence by two truths, `name:true:false` … */
export function truths(name: string): (a: boolean, b: boolean) => EvidenceId {
  const [neither, second, first, both] = [':false:false', ':false:true', ':true:false', ':true:true'].map(
    (end) => evidenceId(name + end),
  ) as [EvidenceId, EvidenceId, EvidenceId, EvidenceId];
  return (a, b) => (a ? (b ? both : first) : b ? second : neither);
}

/** Evidence by a word of few, `name:v`. */
export function worded(name: string): (word: string) => EvidenceId {
  const own = new Map<string, EvidenceId>();
  return (word) => {
    const known = own.get(word);
    if (known !== undefined) return known;
    const id = evidenceId(`${name}:${word}`);
    own.set(word, id);
    return id;
  };
}

/** Weights by name, ready to weigh evidence by number. */
export class Weights {
  private readonly byId: number[] = [];

  constructor(private readonly byName: ReadonlyMap<string, number>) {}

  /** Log-odds from the evidence that holds. */
  sum(evidence: readonly EvidenceId[]): number {
    let sum = 0;
    for (let k = 0; k < evidence.length; k++) {
      const id = evidence[k]!;
      while (id >= this.byId.length) this.byId.push(this.byName.get(names[this.byId.length]!) ?? 0);
      sum += this.byId[id]!;
    }
    return sum;
  }
}
