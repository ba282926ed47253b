import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Automaton, type Hit } from '../../src/text/index.js';

const hitsOf = (forms: string[], text: string) =>
  new Automaton(forms.map((form, i) => [form, i] as const))
    .match(text)
    .map((h) => text.slice(h.start, h.end));

describe('Automaton', () => {
  it('Automaton finds a form with its offsets and its value', () => {
    expect(new Automaton([['灯塔', 7]]).match('看灯塔，灯塔')).toEqual([
      { start: 1, end: 3, value: 7 },
      { start: 4, end: 6, value: 7 },
    ]);
  });

  it('Automaton takes the longest form at a place', () => {
    expect(hitsOf(['灯', '灯塔', '灯塔管理员'], '灯塔管理员在灯塔管灯')).toEqual([
      '灯塔管理员',
      '灯塔',
      '灯',
    ]);
  });

  it('Automaton goes back to a shorter form where a longer one breaks off', () => {
    expect(hitsOf(['灯塔', '灯塔管理员'], '灯塔管理局')).toEqual(['灯塔']);
  });

  it('Automaton finds forms from left to right, none overlapping', () => {
    expect(hitsOf(['灯塔', '塔楼'], '灯塔楼')).toEqual(['灯塔']);
  });

  it('Automaton gives a form up for a shorter one where half of another would be left behind', () => {
    expect(hitsOf(['灯塔', '灯塔看守', '看守所'], '灯塔看守所')).toEqual(['灯塔', '看守所']);
  });

  it('Automaton keeps the longest form where what follows it is a form, too', () => {
    expect(hitsOf(['灯塔', '灯塔看守', '看守所', '所'], '灯塔看守所')).toEqual(['灯塔看守', '所']);
  });

  it('Automaton gives no form up for one that is refused', () => {
    const forms = ['灯塔', '灯塔看守', '看守所'];
    const automaton = new Automaton(forms.map((form, i) => [form, i] as const));
    expect(automaton.match('灯塔看守所', (hit) => hit.value !== 2)).toEqual([{ start: 0, end: 4, value: 1 }]);
  });

  it('Automaton finds what overlaps a hit that is refused', () => {
    const automaton = new Automaton([
      ['灯塔', 0],
      ['塔楼', 1],
    ]);
    expect(automaton.match('灯塔楼', (hit) => hit.value !== 0)).toEqual([{ start: 1, end: 3, value: 1 }]);
  });

  it('Automaton does not find a Latin form inside a longer Latin word', () => {
    expect(hitsOf(['pos'], 'postpone compos pos2 2pos')).toEqual([]);
  });

  it('Automaton finds a Latin form between Chinese characters and marks', () => {
    expect(hitsOf(['pos'], '用pos机,pos/pos')).toEqual(['pos', 'pos', 'pos']);
  });

  it('Automaton looks at the edges of a mixed form only where they are Latin', () => {
    expect(hitsOf(['t+1结算'], 'xt+1结算')).toEqual([]);
    expect(hitsOf(['t+1结算'], 't+1结算b')).toEqual(['t+1结算']);
    expect(hitsOf(['扫码b'], '扫码bc')).toEqual([]);
  });

  it('Automaton finds a shorter form where the longer one ends inside a word', () => {
    expect(hitsOf(['app', 'app store'], 'app stores')).toEqual(['app']);
  });

  it('Automaton keeps the first of equal forms', () => {
    const automaton = new Automaton([
      ['灯塔', 3],
      ['灯塔', 9],
    ]);
    expect(automaton.match('灯塔')).toEqual([{ start: 0, end: 2, value: 3 }]);
  });

  it('Automaton knows nothing of an empty form', () => {
    expect(hitsOf([''], '灯塔')).toEqual([]);
    expect(hitsOf([], '灯塔')).toEqual([]);
  });

  it('Automaton.longestAt finds nothing beyond the end of a text', () => {
    const automaton = new Automaton([['灯', 0]]);
    expect(automaton.longestAt('灯', 1)).toBeNull();
    expect(automaton.longestAt('', 0)).toBeNull();
  });

  it('Automaton agrees with a naive search for the longest form', () => {
    const alphabet = fc.constantFrom('a', 'b', '1', '灯', '塔', '-', ' ');
    const form = fc.string({ unit: alphabet, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(form, { maxLength: 12 }),
        fc.string({ unit: alphabet, maxLength: 30 }),
        (forms, text) => {
          const automaton = new Automaton(forms.map((f, i) => [f, i] as const));
          expect(automaton.match(text)).toEqual(naiveMatch(forms, text));
        },
      ),
      { seed: 211, numRuns: 1000 },
    );
  });

  it('lengthsAt gives the lengths of all forms at a place as bits, whatever touches them', () => {
    const forms = ['灯', '灯塔', '灯塔使用费', 'pos'].map((form, i) => [form, i] as const);
    const automaton = new Automaton(forms);
    expect(automaton.lengthsAt('上灯塔使用费', 1)).toBe(0b10011);
    expect(automaton.lengthsAt('上灯塔使', 1)).toBe(0b11);
    expect(automaton.lengthsAt('xposx', 1)).toBe(0b100);
    expect(automaton.lengthsAt('上灯塔', 0)).toBe(0);
  });
});

const latin = (c: string | undefined) => c !== undefined && /[a-z0-9]/.test(c);

/** The same by trying every form at every place. */
function naiveMatch(forms: string[], text: string): Hit[] {
  const stands = (form: string, at: number) =>
    form !== '' &&
    text.startsWith(form, at) &&
    !(latin(form[0]) && latin(text[at - 1])) &&
    !(latin(form.at(-1)) && latin(text[at + form.length]));
  const hits: Hit[] = [];
  for (let at = 0; at < text.length; at++) {
    const longest = Math.max(0, ...forms.filter((form) => stands(form, at)).map((form) => form.length));
    if (!longest) continue;
    const end = at + longest;
    hits.push({ start: at, end, value: forms.indexOf(text.slice(at, end)) });
    at = end - 1;
  }
  return hits;
}
