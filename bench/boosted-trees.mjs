// Gradient boosting of small regression trees with logistic loss (Friedman 2001, with second-order leaves as in Chen and
// Guestrin 2016). Features are cut at quantiles; same data, same trees.

/** The cuts of a feature: its quantiles, without repeats; a row is below a cut or not. */
function cutsOf(values, bins) {
  const sorted = Float64Array.from(values).sort();
  const cuts = [];
  for (let b = 1; b < bins; b++) {
    const cut = sorted[Math.floor((b * sorted.length) / bins)];
    if (cut > sorted[0] && cut !== cuts.at(-1)) cuts.push(cut);
  }
  // of a feature that hardly ever holds, whether it does
  if (!cuts.length && sorted.at(-1) > sorted[0]) cuts.push(sorted.at(-1));
  return cuts;
}

const binOf = (value, cuts) => {
  let bin = 0;
  while (bin < cuts.length && value >= cuts[bin]) bin++;
  return bin;
};

/** The split of rows that gains most; null where none gains. */
function bestSplit(own, { columns, slope, curve, total, used }, { bins, leaf, ridge }) {
  const whole = total.slope ** 2 / (total.curve + ridge);
  let best = null;
  const slopes = new Float64Array(bins + 1);
  const curves = new Float64Array(bins + 1);
  const counts = new Int32Array(bins + 1);
  for (const k of used) {
    const { cuts, binned } = columns[k];
    slopes.fill(0);
    curves.fill(0);
    counts.fill(0);
    for (const i of own) {
      const bin = binned[i];
      slopes[bin] += slope[i];
      curves[bin] += curve[i];
      counts[bin]++;
    }
    let [g, h, count] = [0, 0, 0];
    for (let bin = 0; bin < cuts.length; bin++) {
      g += slopes[bin];
      h += curves[bin];
      count += counts[bin];
      if (count < leaf || own.length - count < leaf) continue;
      const gain = g ** 2 / (h + ridge) + (total.slope - g) ** 2 / (total.curve - h + ridge) - whole;
      if (gain > 1e-6 && (!best || gain > best.gain)) best = { gain, k, bin };
    }
  }
  return best;
}

/**
 * @param rows `{ x: numbers, y: 0 or 1, weight }`
 * @param recipe `trees`, `depth`, `shrinkage`, `leaf` (fewest rows), `bins`, `ridge`, `share` of the features that each tree sees
 * @returns `base` log-odds and `trees` as `models/keeping.json` has them
 */
export function learnTrees(rows, recipe) {
  const columns = Array.from(rows[0].x, (_, k) => {
    const cuts = cutsOf(
      rows.map((r) => r.x[k]),
      recipe.bins,
    );
    return { cuts, binned: Uint8Array.from(rows, (r) => binOf(r.x[k], cuts)) };
  });
  const mean = rows.reduce((sum, r) => sum + r.weight, 0) / rows.length;
  const weight = Float64Array.from(rows, (r) => r.weight / mean);
  const positive = rows.reduce((sum, r, i) => sum + weight[i] * r.y, 0);
  const base = Number(Math.log(positive / (rows.length - positive)).toFixed(4));
  const odds = new Float64Array(rows.length).fill(base);
  const slope = new Float64Array(rows.length);
  const curve = new Float64Array(rows.length);
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const grow = (own, depth, used, nodes) => {
    const total = { slope: 0, curve: 0 };
    for (const i of own) {
      total.slope += slope[i];
      total.curve += curve[i];
    }
    const split =
      depth > 0 && own.length >= 2 * recipe.leaf
        ? bestSplit(own, { columns, slope, curve, total, used }, recipe)
        : null;
    if (!split) {
      const value = Number(((recipe.shrinkage * total.slope) / (total.curve + recipe.ridge)).toFixed(4));
      nodes.push([value]);
      for (const i of own) odds[i] += value;
      return;
    }
    const { cuts, binned } = columns[split.k];
    const node = [split.k, Number(cuts[split.bin].toPrecision(6)), 0];
    nodes.push(node);
    grow(
      own.filter((i) => binned[i] <= split.bin),
      depth - 1,
      used,
      nodes,
    );
    node[2] = nodes.length;
    grow(
      own.filter((i) => binned[i] > split.bin),
      depth - 1,
      used,
      nodes,
    );
  };
  const trees = Array.from({ length: recipe.trees }, () => {
    for (let i = 0; i < rows.length; i++) {
      const p = 1 / (1 + Math.exp(-odds[i]));
      slope[i] = weight[i] * (rows[i].y - p);
      curve[i] = weight[i] * p * (1 - p);
    }
    const used = [...columns.keys()].filter((k) => columns[k].cuts.length && random() < recipe.share);
    const nodes = [];
    grow(
      rows.map((_, i) => i),
      recipe.depth,
      used,
      nodes,
    );
    return nodes;
  });
  return { base, trees };
}
