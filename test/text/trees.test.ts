import { describe, expect, it } from 'vitest';
import { Forest, type Tree } from '../../src/text/trees.js';

const tree: Tree = [[0, 0.5, 2], [-1], [1, 3, 4], [2], [7]];
const value = (trees: Tree[], row: number[], places = [0, 1]) =>
  new Forest({ base: 0, trees }, places).value(row);

describe('Forest', () => {
  it('a tree goes on with the next node below a cut, and elsewhere at or above it', () => {
    expect(value([tree], [0.4, 9])).toBe(-1);
    expect(value([tree], [0.5, 2.9])).toBe(2);
    expect(value([tree], [0.5, 3])).toBe(7);
  });

  it('trees are added up, on top of a base, and find their features where they stand in the row', () => {
    expect(new Forest({ base: 100, trees: [tree, [[10]], tree] }, [2, 1]).value([9, 3, 0.4])).toBe(108);
    expect(value([tree], [9, 3, 0.5], [2, 1])).toBe(7);
  });

  it('a tree that leads out of itself, back, or to a feature that there is not is refused', () => {
    expect(() => value([[[0, 0.5, 9], [1]]], [1])).toThrow(/not/);
    expect(() => value([[[0, 0.5, 1]]], [1])).toThrow(/not/);
    expect(() => value([[[7, 0.5, 2], [1], [2]]], [1])).toThrow(/not/);
    expect(() => value([[[0, 9, 1], [0, 0.5, 1], [3]]], [1])).toThrow(/back/);
  });
});
