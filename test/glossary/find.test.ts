import { describe, expect, it } from 'vitest';
import { entriesLike, entryNamed, spelledLike } from '../../src/glossary/index.js';
import { entry } from './entries.js';

const entries = [
  entry({ term: '灯塔费', aliases: ['灯费', 'Light Dues'] }),
  entry({ term: '港口费' }),
  entry({ term: '灯塔旧费', status: 'rejected' }),
];

describe('entryNamed(entries, word)', () => {
  it('finds an entry by any of its forms, whatever their case, width and spaces', () => {
    for (const word of ['灯塔费', '灯费', 'light dues', 'ＬＩＧＨＴ DUES', 'lightdues', ' 灯費 '])
      expect(entryNamed(entries, word)?.term).toBe('灯塔费');
    expect(entryNamed(entries, '雾号')).toBeUndefined();
  });
});

describe('entriesLike(entries, word, most)', () => {
  it('offers what has most in common with a word, and nothing that was rejected', () => {
    expect(entriesLike(entries, '灯塔', 5).map((e) => e.term)).toEqual(['灯塔费']);
    expect(entriesLike(entries, '港口使费', 1).map((e) => e.term)).toEqual(['港口费']);
    expect(entriesLike(entries, '雾号', 5)).toEqual([]);
    expect(entriesLike(entries, '', 5)).toEqual([]);
  });

  it('offers first what is read the same, then what has the word in it, then what differs in a character', () => {
    const like = ['登船费', '登记费', '登记费表', '等级', '港口'].map((term) => entry({ term }));
    const named = (word: string) => entriesLike(like, word, 5).map((e) => e.term);
    expect(named('登寄费')).toEqual(['登记费', '登船费', '登记费表']);
    expect(named('登记费')).toEqual(['登记费', '登记费表', '登船费']);
    expect(named('登级')).toEqual(['等级']);
    expect(named('雾笛')).toEqual([]);
  });
});

describe('spelledLike(entries)', () => {
  const like = spelledLike([
    entry({ term: '灯塔费', aliases: ['塔灯费'] }),
    entry({ term: '灯塔会' }),
    entry({ term: '等塔费' }),
    entry({ term: '港口灯塔费率' }),
    entry({ term: '灯塔非', status: 'rejected' }),
  ]);
  const named = (word: string, most = 5) => like(word, most).map(({ entry: e, form }) => [e.term, form]);

  it('finds what is read the same first, then what differs in a third at most, and no word itself', () => {
    expect(named('灯踏费')).toEqual([
      ['灯塔费', '灯塔费'],
      ['等塔费', '等塔费'],
    ]);
    expect(named('灯塔费')).toEqual([
      ['等塔费', '等塔费'],
      ['灯塔会', '灯塔会'],
    ]);
    expect(named('灯踏费', 1)).toHaveLength(1);
  });

  it('says which form of an entry is like the word, and offers no longer word that holds it', () => {
    expect(named('塔灯废')).toEqual([['灯塔费', '塔灯费']]);
    expect(named('港口')).toEqual([]);
  });
});
