import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, entrySchema, fold, formsOf, Lexicon } from '../../src/text/index.js';

const entry = (term: string, aliases: string[] = [], status: Entry['status'] = 'draft'): Entry =>
  entrySchema.parse({ term, aliases, class: 'concept', status });

const found = (lexicon: Lexicon, text: string) =>
  lexicon.match(fold(text)).map((hit) => [text.slice(hit.start, hit.end), lexicon.entries[hit.value]!.term]);

describe('formsOf', () => {
  it('formsOf gives term and aliases, folded, each once', () => {
    expect(formsOf(entry('灯塔費', ['灯塔费', 'ＬＤ']))).toEqual(['灯塔费', 'ld']);
  });

  it('formsOf finds words with and without their spaces', () => {
    expect(formsOf(entry('Light Due Fee'))).toEqual(['light due fee', 'lightduefee']);
  });
});

describe('Lexicon', () => {
  it('Lexicon finds an entry by its term and by its aliases', () => {
    const lexicon = new Lexicon([entry('灯塔费', ['灯费']), entry('浮标')]);
    expect(found(lexicon, '灯费和浮标和灯塔费')).toEqual([
      ['灯费', '灯塔费'],
      ['浮标', '浮标'],
      ['灯塔费', '灯塔费'],
    ]);
  });

  it('Lexicon takes the longest alias', () => {
    const lexicon = new Lexicon([entry('灯塔'), entry('航标费', ['灯塔使用费'])]);
    expect(found(lexicon, '灯塔使用费')).toEqual([['灯塔使用费', '航标费']]);
  });

  it('Lexicon finds traditional, full-width and capital forms', () => {
    const lexicon = new Lexicon([entry('灯塔费'), entry('Light Due')]);
    expect(found(lexicon, '燈塔費 ＬＩＧＨＴ　ＤＵＥ lightdue')).toEqual([
      ['燈塔費', '灯塔费'],
      ['ＬＩＧＨＴ　ＤＵＥ', 'Light Due'],
      ['lightdue', 'Light Due'],
    ]);
  });

  it('Lexicon gives a form of two entries to the first', () => {
    expect(found(new Lexicon([entry('灯塔费', ['灯费']), entry('灯费')]), '灯费')).toEqual([
      ['灯费', '灯塔费'],
    ]);
  });

  it('Lexicon gives a form of two entries to the one that the group itself accepted', () => {
    const entries = [entry('灯塔费', ['灯费']), entry('浮标'), entry('灯费')];
    expect(found(new Lexicon(entries, ['灯费']), '灯费、灯塔费')).toEqual([
      ['灯费', '灯费'],
      ['灯塔费', '灯塔费'],
    ]);
  });

  it('Lexicon.isOwn tells the entries that the group itself accepted', () => {
    const lexicon = new Lexicon([entry('航标', [], 'candidate'), entry('灯塔'), entry('浮标')], ['浮标']);
    expect(lexicon.entries.map((_, i) => lexicon.isOwn(i))).toEqual([false, true]);
  });

  it('Lexicon leaves out what is rejected or not yet decided, and values fit the others', () => {
    const lexicon = new Lexicon([
      entry('浮标', [], 'rejected'),
      entry('航标', [], 'candidate'),
      entry('灯塔'),
      entry('航道', [], 'deprecated'),
    ]);
    expect(lexicon.entries.map((e) => e.term)).toEqual(['灯塔', '航道']);
    expect(found(lexicon, '浮标灯塔航道')).toEqual([
      ['灯塔', '灯塔'],
      ['航道', '航道'],
    ]);
  });

  it('Lexicon.match leaves out what is refused', () => {
    const lexicon = new Lexicon([entry('灯塔'), entry('塔楼')]);
    expect(lexicon.match('灯塔楼', (hit) => hit.start > 0)).toEqual([{ start: 1, end: 3, value: 1 }]);
  });

  it('Lexicon.occurringIn gives every entry once, in the order of the glossary', () => {
    const lexicon = new Lexicon([entry('灯塔'), entry('浮标'), entry('航道')]);
    expect(lexicon.occurringIn('航道上有灯塔，灯塔旁是航道').map((e) => e.term)).toEqual(['灯塔', '航道']);
    expect(lexicon.occurringIn('')).toEqual([]);
  });

  it('Lexicon.occurringIn gives entries too whose forms overlap others', () => {
    const lexicon = new Lexicon([entry('灯塔'), entry('塔楼')]);
    expect(lexicon.occurringIn('灯塔楼').map((e) => e.term)).toEqual(['灯塔', '塔楼']);
  });

  it('Lexicon.occurringIn gives the entry of a shorter form that a longer one gives way to', () => {
    const lexicon = new Lexicon([entry('灯塔'), entry('灯塔看守'), entry('看守所')]);
    const slice = new Lexicon(lexicon.occurringIn('灯塔看守所'));
    expect(found(slice, '灯塔看守所')).toEqual(found(lexicon, '灯塔看守所'));
    expect(found(slice, '灯塔看守所').map(([, term]) => term)).toEqual(['灯塔', '看守所']);
  });

  it('Lexicon with the entries that occur in a text finds the same there, whatever is refused', () => {
    const form = fc.string({ unit: fc.constantFrom('灯', '塔', '楼', 'a', ' '), minLength: 1, maxLength: 3 });
    const forms = fc.uniqueArray(
      form.filter((f) => f.trim() !== ''),
      { maxLength: 8 },
    );
    const texts = fc.string({ unit: fc.constantFrom('灯', '塔', '楼', 'a', ' '), maxLength: 15 });
    fc.assert(
      fc.property(forms, texts, fc.integer({ min: 1, max: 4 }), (list, text, modulus) => {
        const own = list.slice(0, modulus);
        const whole = new Lexicon([...list.map((f) => entry(f)), entry('航道', list)], own);
        const slice = new Lexicon(whole.occurringIn(text), own);
        const matched = (lexicon: Lexicon) =>
          lexicon
            .match(fold(text), (hit) => hit.start % modulus === 0)
            .map((hit) => [hit.start, hit.end, lexicon.entries[hit.value]!.term]);
        expect(matched(slice)).toEqual(matched(whole));
      }),
      { seed: 251, numRuns: 400 },
    );
  });
});
