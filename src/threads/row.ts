/** A sparse row of features, used over and over: the names that are not zero, and their values. */
export class Row {
  readonly index: Int32Array;
  readonly value: Float64Array;
  count = 0;

  constructor(width: number) {
    this.index = new Int32Array(width);
    this.value = new Float64Array(width);
  }

  clear(): void {
    this.count = 0;
  }

  set(feature: number, value: number): void {
    if (value === 0) return;
    this.index[this.count] = feature;
    this.value[this.count++] = value;
  }

  flag(feature: number, on: boolean): void {
    if (on) this.set(feature, 1);
  }
}

/** Places of names in a row. */
export const placesOf = <N extends string>(names: readonly N[]): Record<N, number> =>
  Object.fromEntries(names.map((name, place) => [name, place])) as Record<N, number>;
