import { describe, expect, it } from 'vitest';
import { joinForms, splitForms } from '../../src/glossary/forms-cell.js';

describe('splitForms(cell)', () => {
  it.each([
    '灯费、岸费',
    '灯费,岸费',
    '灯费, 岸费',
    '灯费，岸费',
    '灯费;岸费',
    '灯费；岸费',
    '灯费|岸费',
    '灯费\n岸费',
    '灯费\r\n岸费',
    '灯费 岸费',
    '灯费　岸费',
    '、灯费，、岸费；',
  ])('%j is two forms', (cell) => {
    expect(splitForms(cell)).toEqual(['灯费', '岸费']);
  });

  it.each(['Apple Pay', '灯塔 Pay', 'T+0 到账', 'C:\\x'])('%s is one form', (cell) => {
    expect(splitForms(cell)).toEqual([cell]);
  });

  it('a mark of a form’s own is written with a backslash, and read back as it was', () => {
    const forms = ['二、三类灯', '灯, 塔', '灯 塔', '灯\\塔', '灯'];
    expect(joinForms(forms)).toBe('二\\、三类灯、灯\\, 塔、灯\\ 塔、灯\\\\塔、灯');
    expect(splitForms(joinForms(forms))).toEqual(forms);
  });
});
