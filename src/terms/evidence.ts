/**
 * Pieces of evidence (证据) by number. A model knows them by name, `count:3`; a day has millions of them, so that each name
 * gets a small whole number once, and what is passed around are lists of numbers. Numbers hold within one process only.
 */
export type EvidenceId = number;

const names: string[] = [];
const ids = new Map<string, EvidenceId>();

/** The number of a name, given out where it has none yet. */
export function evidenceId(name: string): EvidenceId {
  const known = ids.get(name);
  if (known !== undefined) return known;
  ids.set(name, names.length);
  return names.push(name) - 1;
}

/** The name that a number stands for. */
export const evidenceName = (id: EvidenceId): string => names[id]!;

/** Evidence by a whole number below `size`, `name:0`, `name:1` … */
export const indexed = (name: string, size: number): Int32Array =>
  Int32Array.from({ length: size }, (_, k) => evidenceId(`${name}:${k}`));

/** Evidence by a number from 0 to `most`, rounded; what is more counts as the most. */
export function numbered(name: string, most: number): (value: number) => EvidenceId {
  const own = indexed(name, most + 1);
  return (value) => own[Math.max(0, Math.min(most, Math.round(value)))]!;
}

/** Evidence by two whole numbers below `size`, `name:0:0`, `name:0:1` … */
export function paired(name: string, size: number): (a: number, b: number) => EvidenceId {
  const own = Int32Array.from({ length: size * size }, (_, k) =>
    evidenceId(`${name}:${Math.floor(k / size)}:${k % size}`),
  );
  return (a, b) => own[a * size + b]!;
}

/** Evidence by a truth, `name:true` or `name:false`. */
export function truth(name: string): (holds: boolean) => EvidenceId {
  const [yes, no] = [evidenceId(`${name}:true`), evidenceId(`${name}:false`)];
  return (holds) => (holds ? yes : no);
}

/** Evidence by two truths, `name:true:false` … */
export function truths(name: string): (a: boolean, b: boolean) => EvidenceId {
  const [neither, second, first, both] = [':false:false', ':false:true', ':true:false', ':true:true'].map(
    (end) => evidenceId(name + end),
  ) as [EvidenceId, EvidenceId, EvidenceId, EvidenceId];
  return (a, b) => (a ? (b ? both : first) : b ? second : neither);
}

/** Evidence by a word of few, under the name that is made of it; each name is made once. */
export function named(nameOf: (word: string) => string): (word: string) => EvidenceId {
  const own = new Map<string, EvidenceId>();
  return (word) => {
    const known = own.get(word);
    if (known !== undefined) return known;
    const id = evidenceId(nameOf(word));
    own.set(word, id);
    return id;
  };
}

/** Evidence by a word of few, `name:v`. */
export const worded = (name: string) => named((word) => `${name}:${word}`);

/** Evidence by a word of few and a truth, `name:v:true` or `name:v:false`. */
export function wordedTruth(name: string): (word: string, holds: boolean) => EvidenceId {
  const [yes, no] = [named((word) => `${name}:${word}:true`), named((word) => `${name}:${word}:false`)];
  return (word, holds) => (holds ? yes(word) : no(word));
}

/** How many code units ASCII has. */
const ascii = 128;

/** Evidence by two ASCII characters, as code units, `name:nv`. */
export function lettered(name: string): (a: number, b: number) => EvidenceId {
  const own = new Int32Array(ascii * ascii).fill(-1);
  return (a, b) => {
    const place = a * ascii + b;
    if (own[place]! < 0) own[place] = evidenceId(`${name}:${String.fromCharCode(a, b)}`);
    return own[place]!;
  };
}

/** A list of evidence (一组证据) to be filled again and again: a day has millions of pieces. */
export class EvidenceList {
  private ids = new Int32Array(256);
  length = 0;

  add(id: EvidenceId): void {
    if (this.length === this.ids.length) {
      const longer = new Int32Array(this.length * 2);
      longer.set(this.ids);
      this.ids = longer;
    }
    this.ids[this.length++] = id;
  }

  clear(): void {
    this.length = 0;
  }

  at(k: number): EvidenceId {
    return this.ids[k]!;
  }

  /** The names of what it holds. */
  names(): string[] {
    return Array.from(this.ids.subarray(0, this.length), evidenceName);
  }
}

/** Weights by name, ready to weigh evidence by number. */
export class Weights {
  private byId = new Float64Array(0);
  private filled = 0;

  constructor(private readonly byName: ReadonlyMap<string, number>) {}

  /** Log-odds from the evidence that holds. */
  sum(evidence: EvidenceList): number {
    if (this.filled < names.length) this.fill();
    let sum = 0;
    for (let k = 0; k < evidence.length; k++) sum += this.byId[evidence.at(k)]!;
    return sum;
  }

  /** Looks up the weights of evidence that got its number since. */
  private fill(): void {
    if (names.length > this.byId.length) {
      const longer = new Float64Array(names.length * 2);
      longer.set(this.byId);
      this.byId = longer;
    }
    for (; this.filled < names.length; this.filled++)
      this.byId[this.filled] = this.byName.get(names[this.filled]!) ?? 0;
  }
}

const ready = new WeakMap<ReadonlyMap<string, number>, Weights>();

/** A model's weights, made ready once. */
export function weightsOf(byName: ReadonlyMap<string, number>): Weights {
  const known = ready.get(byName) ?? new Weights(byName);
  ready.set(byName, known);
  return known;
}
