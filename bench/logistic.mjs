// Logistic regression over named evidence that holds or does not (AdaGrad, ridge penalty, fixed order: same data, same weights).

/** @param items `{ x: names of evidence, y: 0 or 1 }` @param ridge penalty of a name's weight */
export function learn(items, { epochs, rate, ridge }) {
  const ids = new Map();
  const rows = items.map(({ x }) =>
    Int32Array.from(x, (name) => {
      if (!ids.has(name)) ids.set(name, ids.size);
      return ids.get(name);
    }),
  );
  const penalty = Float64Array.from(ids.keys(), ridge);
  const weights = new Float64Array(ids.size);
  const squares = new Float64Array(ids.size).fill(1);
  const order = items.map((_, i) => i);
  let seed = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const i of order) {
      const row = rows[i];
      let odds = 0;
      for (const f of row) odds += weights[f];
      const miss = 1 / (1 + Math.exp(-odds)) - items[i].y;
      for (const f of row) {
        const slope = miss + penalty[f] * weights[f];
        squares[f] += slope * slope;
        weights[f] -= (rate * slope) / Math.sqrt(squares[f]);
      }
    }
  }
  return new Map([...ids].map(([name, id]) => [name, weights[id]]));
}
