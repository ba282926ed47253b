// Logistic regression over rows of numbers, by gradient descent with momentum (fixed order: same data, same weights).

const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/**
 * @param rows `{ x: numbers, y: 0 or 1, weight }`
 * @param names of the numbers, in their order
 * @param recipe `steps`, `rate`, `momentum`, and `decay` of weights of features brought to mean 0 and deviation 1
 * @returns bias and weights by name, for features as they are
 */
export function learnRegression(rows, names, { steps, rate, momentum, decay }) {
  const mean = names.map((_, k) => rows.reduce((sum, r) => sum + r.x[k], 0) / rows.length);
  const deviation = names.map(
    (_, k) => Math.sqrt(rows.reduce((sum, r) => sum + (r.x[k] - mean[k]) ** 2, 0) / rows.length) || 1,
  );
  const scaled = rows.map(({ x }) => Float64Array.from(names, (_, k) => (x[k] - mean[k]) / deviation[k]));
  const total = rows.reduce((sum, r) => sum + r.weight, 0);
  const w = new Float64Array(names.length + 1);
  const speed = new Float64Array(w.length);
  for (let step = 0; step < steps; step++) {
    const slope = new Float64Array(w.length);
    rows.forEach((row, i) => {
      const x = scaled[i];
      let z = w[names.length];
      for (let k = 0; k < names.length; k++) z += w[k] * x[k];
      const miss = ((sigmoid(z) - row.y) * row.weight) / total;
      for (let k = 0; k < names.length; k++) slope[k] += miss * x[k];
      slope[names.length] += miss;
    });
    for (let k = 0; k < w.length; k++) {
      speed[k] = momentum * speed[k] - rate * (slope[k] + (k < names.length ? decay * w[k] : 0));
      w[k] += speed[k];
    }
  }
  const weights = Object.fromEntries(
    names.map((name, k) => [name, Number((w[k] / deviation[k]).toFixed(4)) + 0]),
  );
  const bias = w[names.length] - names.reduce((sum, _, k) => sum + (w[k] * mean[k]) / deviation[k], 0);
  return { bias: Number(bias.toFixed(4)), weights };
}
