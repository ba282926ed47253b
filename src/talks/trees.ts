import { z } from 'zod';

/**
 * A regression tree over rows of numbers, its nodes one after another, the root first: `[feature, cut, other]` goes on with
 * the next node where the feature is below the cut, else with the node at `other`; `[value]` ends.
 */
export const treeSchema = z.array(
  z.union([z.tuple([z.int().min(0), z.number(), z.int().min(1)]), z.tuple([z.number()])]),
);
export type Tree = z.infer<typeof treeSchema>;

/**
 * The value that a tree gives a row.
 * @throws where the tree leads out of itself
 */
export function treeValue(tree: Tree, row: ArrayLike<number>): number {
  for (let at = 0; ; ) {
    const node = tree[at];
    if (node === undefined) throw new Error('a tree of models/keeping.json leads to a node that it has not');
    if (node.length === 1) return node[0];
    const next = row[node[0]]! < node[1] ? at + 1 : node[2];
    // nodes lead onwards only, so that a damaged file ends too
    if (next <= at) throw new Error('a tree of models/keeping.json leads back to itself');
    at = next;
  }
}
