import { describe, expect, it } from 'vitest';
import { addCounts } from '../../src/corpus/counts.js';

describe('addCounts', () => {
  it('addCounts adds what both have, and puts the keys in order, whichever table comes first', () => {
    const a = new Map([
      ['灯油', 2],
      ['押金', 1],
    ]);
    const b = new Map([
      ['码牌', 1],
      ['灯油', 3],
    ]);
    const sum = [
      ['押金', 1],
      ['灯油', 5],
      ['码牌', 1],
    ];
    expect([...addCounts(a, b)]).toEqual(sum);
    expect([...addCounts(b, a)]).toEqual(sum);
    expect([...a]).toEqual([
      ['灯油', 2],
      ['押金', 1],
    ]);
  });
});
