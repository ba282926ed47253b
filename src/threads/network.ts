import type { Row } from './row.js';

/** How big a network is: features of a message, features of a pair, hidden units of the pair scorer and of the start scorer. */
export interface Shape {
  messages: number;
  pairs: number;
  hidden: number;
  startHidden: number;
}

/**
 * Where each block of weights begins in the one array that holds them all. A pair's score is
 * `out · relu(bias + own·message + candidate·parent + pair·both)`; starting a thread scores
 * `startShift + startOut · relu(startBias + start·message)`. So what a message contributes is worked out once for all its pairs.
 */
export interface Layout {
  own: number;
  candidate: number;
  pair: number;
  bias: number;
  out: number;
  start: number;
  startBias: number;
  startOut: number;
  startShift: number;
  size: number;
}

/** The layout of a network's weights, by its shape. */
export function layoutOf({ messages, pairs, hidden, startHidden }: Shape): Layout {
  const own = 0;
  const candidate = own + messages * hidden;
  const pair = candidate + messages * hidden;
  const bias = pair + pairs * hidden;
  const out = bias + hidden;
  const start = out + hidden;
  const startBias = start + messages * startHidden;
  const startOut = startBias + startHidden;
  const startShift = startOut + startHidden;
  return {
    own,
    candidate,
    pair,
    bias,
    out,
    start,
    startBias,
    startOut,
    startShift,
    size: startShift + 1,
  };
}

/** A feedforward network with one hidden layer, and its shape. */
export interface Network {
  shape: Shape;
  weights: Float64Array;
}

/**
 * Adds a sparse row times a block of weights to `into`, from `to` on. Nearly all time goes in here: four features at a
 * time save reads and writes of `into`. They are added two by two, whatever comes four at a time: another order would
 * round otherwise, and old analyses would not come out the same.
 */
export function addRow(
  into: Float64Array,
  to: number,
  row: Row,
  weights: Float64Array,
  block: number,
  width: number,
): void {
  const { index, value, count } = row;
  let a = 0;
  for (; a + 3 < count; a += 4) {
    const x = value[a]!;
    const y = value[a + 1]!;
    const z = value[a + 2]!;
    const u = value[a + 3]!;
    const p = block + index[a]! * width;
    const q = block + index[a + 1]! * width;
    const r = block + index[a + 2]! * width;
    const s = block + index[a + 3]! * width;
    for (let h = 0; h < width; h++) {
      const half = into[to + h]! + (x * weights[p + h]! + y * weights[q + h]!);
      into[to + h] = half + (z * weights[r + h]! + u * weights[s + h]!);
    }
  }
  for (; a + 1 < count; a += 2) {
    const x = value[a]!;
    const y = value[a + 1]!;
    const p = block + index[a]! * width;
    const q = block + index[a + 1]! * width;
    for (let h = 0; h < width; h++) into[to + h]! += x * weights[p + h]! + y * weights[q + h]!;
  }
  if (a === count) return;
  const x = value[a]!;
  const p = block + index[a]! * width;
  for (let h = 0; h < width; h++) into[to + h]! += x * weights[p + h]!;
}

/** The output of a hidden layer that begins at `at`: its positive units times `out`. */
export function outputOf(
  hidden: Float64Array,
  at: number,
  weights: Float64Array,
  out: number,
  width: number,
): number {
  let z = 0;
  for (let h = 0; h < width; h++) {
    const x = hidden[at + h]!;
    if (x > 0) z += x * weights[out + h]!;
  }
  return z;
}

/** Several networks of one shape as one that scores with the mean of their scores. */
export function joined(shape: Shape, members: readonly Float64Array[]): Network {
  const count = members.length;
  const big: Shape = { ...shape, hidden: shape.hidden * count, startHidden: shape.startHidden * count };
  const [from, to] = [layoutOf(shape), layoutOf(big)];
  const weights = new Float64Array(to.size);
  members.forEach((w, e) => {
    const copy = (name: keyof Layout, rows: number, width: number, scale = 1) => {
      for (let r = 0; r < rows; r++)
        for (let k = 0; k < width; k++)
          weights[to[name] + (r * count + e) * width + k] = w[from[name] + r * width + k]! * scale;
    };
    const { messages, pairs, hidden, startHidden } = shape;
    copy('own', messages, hidden);
    copy('candidate', messages, hidden);
    copy('pair', pairs, hidden);
    copy('bias', 1, hidden);
    copy('out', 1, hidden, 1 / count);
    copy('start', messages, startHidden);
    copy('startBias', 1, startHidden);
    copy('startOut', 1, startHidden, 1 / count);
    weights[to.startShift]! += w[from.startShift]! / count;
  });
  return { shape: big, weights };
}
