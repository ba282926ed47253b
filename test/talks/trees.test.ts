import { describe, expect, it } from 'vitest';
import { type Tree, treeValue } from '../../src/talks/trees.js';

const tree: Tree = [[0, 0.5, 2], [-1], [1, 3, 4], [2], [7]];

describe('treeValue', () => {
  it('treeValue goes on with the next node below a cut, and elsewhere at or above it', () => {
    expect(treeValue(tree, [0.4, 9])).toBe(-1);
    expect(treeValue(tree, [0.5, 2.9])).toBe(2);
    expect(treeValue(tree, [0.5, 3])).toBe(7);
  });

  it('treeValue refuses a tree that leads out of itself or back', () => {
    expect(() => treeValue([[0, 0.5, 9], [1]], [1])).toThrow(/not/);
    expect(() => treeValue([[0, 9, 1], [0, 0.5, 1], [3]], [1])).toThrow(/back/);
  });
});
