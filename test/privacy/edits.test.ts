import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, withinAny } from '../../src/privacy/edits.js';

const edit = (start: number, end: number, text: string): Edit => ({ start, end, text, why: 'name' });

describe('applyEdits', () => {
  // 海上的灯塔亮了 → 海〔甲〕灯乙亮了
  const { text, moved } = applyEdits('海上的灯塔亮了', [
    edit(1, 3, '〔甲〕'),
    edit(4, 5, '乙'),
    edit(5, 5, ''),
  ]);

  it('applyEdits puts each text in its place', () => {
    expect(text).toBe('海〔甲〕灯乙亮了');
  });

  it('applyEdits tells where a place has moved to', () => {
    expect([0, 1, 3, 4, 5, 7].map((at) => moved(at))).toEqual([0, 1, 4, 5, 6, 8]);
  });

  it('applyEdits moves a place within an edit to its begin or its end', () => {
    expect([moved(2), moved(2, true)]).toEqual([1, 4]);
  });
});

describe('withinAny', () => {
  it('withinAny is of places behind the begin of a span and before its end', () => {
    const isWithin = withinAny([
      { start: 6, end: 8 },
      { start: 1, end: 5 },
      { start: 2, end: 3 },
    ]);
    expect([0, 1, 2, 4, 5, 6, 7, 8].filter(isWithin)).toEqual([2, 4, 7]);
  });

  it('withinAny of no spans is of no place', () => {
    expect(withinAny([])(0)).toBe(false);
  });
});
