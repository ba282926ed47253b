import { z } from 'zod';

/**
 * A regression tree over rows of numbers, its nodes one after another, the root first: `[feature, cut, other]` goes on with
 * the next node where the feature is below the cut, else with the node at `other`; `[value]` ends.
 */
export type Tree = ([number, number, number] | [number])[];

const isNode = (node: unknown) =>
  Array.isArray(node) && (node.length === 1 || node.length === 3) && node.every(Number.isFinite);
/** Looked at in one go: a model has thousands of nodes. */
const treeSchema = z.custom<Tree>(
  (value) => Array.isArray(value) && value.every(isNode),
  'expected the nodes of a tree',
);

/** Trees as a model's file has them: log-odds before anything is known, and what each tree adds. */
export const forestSchema = z.strictObject({ base: z.number(), trees: z.array(treeSchema) });
export interface Boosted {
  base: number;
  trees: readonly Tree[];
}

/** Trees laid end to end: a node's feature, its cut (of a leaf its value), and where it leads if not to the next, 0 for a leaf. */
export class Forest {
  private readonly feature: Int32Array;
  private readonly cut: Float64Array;
  private readonly other: Int32Array;
  private readonly roots: Int32Array;

  /**
   * @param places where each feature of the trees stands in the rows
   * @throws where a tree leads out of itself or back
   */
  constructor(boosted: Boosted, places: readonly number[]) {
    const trees: Tree[] = [[[boosted.base]], ...boosted.trees]; // what is known before is one leaf
    const size = trees.reduce((sum, tree) => sum + tree.length, 0);
    this.feature = new Int32Array(size);
    this.cut = new Float64Array(size);
    this.other = new Int32Array(size);
    this.roots = new Int32Array(trees.length);
    let root = 0;
    trees.forEach((tree, k) => {
      this.roots[k] = root;
      tree.forEach((node, at) => {
        this.set(root, at, node, tree.length, places);
      });
      root += tree.length;
    });
  }

  private set(root: number, at: number, node: Tree[number], size: number, places: readonly number[]): void {
    if (node.length === 1) {
      this.cut[root + at] = node[0];
      return;
    }
    const [feature, cut, other] = node;
    if (at + 1 >= size || other >= size || places[feature] === undefined)
      throw new Error('a tree leads to a node or a feature that it has not');
    if (other <= at) throw new Error('a tree leads back to itself');
    this.feature[root + at] = places[feature];
    this.cut[root + at] = cut;
    this.other[root + at] = root + other;
  }

  /** The log-odds that all trees give a row. */
  value(row: ArrayLike<number>): number {
    const { feature, cut, other, roots } = this;
    let sum = 0;
    for (let k = 0; k < roots.length; k++) {
      let at = roots[k]!;
      for (let to = other[at]!; to; to = other[at]!) at = row[feature[at]!]! < cut[at]! ? at + 1 : to;
      sum += cut[at]!;
    }
    return sum;
  }

  /** The chance that goes with them. */
  chance(row: ArrayLike<number>): number {
    return 1 / (1 + Math.exp(-this.value(row)));
  }
}
