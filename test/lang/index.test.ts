import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { langs, words } from '../../src/lang/index.js';
import { messageKinds } from '../../src/threads/index.js';

/** The words of a language by path, functions too. */
function flat(node: unknown, path = ''): [string, unknown][] {
  if (typeof node !== 'object' || node === null) return [[path, node]];
  return Object.entries(node).flatMap(([key, value]) => flat(value, path ? `${path}.${key}` : key));
}

/** What a word says, its gaps filled with numbers and names. */
const said = (word: unknown): string => {
  if (typeof word !== 'function') return String(word);
  const counts = { messages: 2, speakers: 2, first: '09:00', last: '10:00', minutes: 2 };
  return word.length === 1 && /\br\b/.test(word.toString().slice(0, 4)) ? word(counts) : word(2, 2, 'x');
};

const han = /[\u4e00-\u9fff]/;
const spoken = Object.fromEntries(langs.map((lang) => [lang, new Map(flat(words(lang)))]));

describe('words', () => {
  it('every language has the same keys, and takes as many gaps in each', () => {
    const shape = (lang: (typeof langs)[number]) =>
      [...spoken[lang]!].map(([key, word]) => `${key} ${typeof word === 'function' ? word.length : 'text'}`);
    expect(shape('en')).toEqual(shape('zh'));
  });

  it.each(langs)('no word of %s is empty', (lang) => {
    for (const [key, word] of spoken[lang]!) expect(said(word).trim(), key).not.toBe('');
  });

  it('English words hold no Chinese', () => {
    for (const [key, word] of spoken.en!) expect(said(word), key).not.toMatch(han);
  });

  it('Chinese words are Chinese, but for names of what stays English', () => {
    const other = [...spoken.zh!]
      .filter(([key, word]) => !key.startsWith('marks.') && !han.test(said(word)))
      .map(([key]) => key);
    expect(other.sort()).toEqual([
      'cli.at',
      'cli.progress',
      'compare.answered',
      'compare.columns.z',
      'compare.csv.chance',
      'compare.csv.z',
      'compare.line',
      'compare.none',
      'compare.wentOnFrom',
      'explain.comma',
    ]);
  });

  it('a word with a gap says what fills it', () => {
    for (const lang of langs) {
      const w = words(lang).cli;
      expect(w.missing('码头.md')).toContain('码头.md');
      expect(w.dictionary('码头.yaml', 7, 'x')).toContain('码头.yaml:7');
      expect(w.unknownCommand('沉船')).toContain('沉船');
      expect(words(lang).messages(7)).toContain('7');
    }
  });

  it('English counts one thing as one', () => {
    const w = words('en');
    expect([w.messages(1), w.messages(2)]).toEqual(['1 message', '2 messages']);
    expect([w.people(1), w.people(2)]).toEqual(['1 person', '2 people']);
    expect(w.cli.skipped(1)).toContain('1 file that is');
    expect(w.cli.skipped(2)).toContain('2 files that are');
  });

  it('no English word counts one day, message or person as many', () => {
    const many =
      /\b1 (?:more |open |accepted )?(?:messages|days|weeks|people|threads|topics|questions|terms|times|changes|places|rows|words|tasks|clashes)\b/;
    // its gap is a share, 2/3
    const isShare = (key: string) => key === 'glossary.rules.split';
    for (const [key, word] of spoken.en!)
      if (typeof word === 'function' && !isShare(key) && !/^\((?:r|d)\)/.test(word.toString()))
        expect(word(1, 1, 1, 1, 1, 1), key).not.toMatch(many);
  });

  it.each(langs)('%s has seven days of the week', (lang) => {
    expect(new Set(words(lang).weekdays).size).toBe(7);
  });

  it.each(langs)('%s has a word for every kind of message', (lang) => {
    expect(Object.keys(words(lang).kinds).sort()).toEqual([...messageKinds].sort());
    expect(Object.keys(words(lang).page.kinds).sort()).toEqual([...messageKinds].sort());
  });

  it.each(langs)('%s has words for every note of a reader', (lang) => {
    const source = readFileSync(new URL('../../src/read/day.ts', import.meta.url), 'utf8');
    const rules = [...source.slice(source.indexOf('NoteRule =')).matchAll(/^ {2}\| '([\w-]+)'/gm)].map(
      (m) => m[1]!,
    );
    expect(rules.length).toBeGreaterThan(5);
    expect(Object.keys(words(lang).notes).sort()).toEqual(rules.sort());
  });

  it.each(langs)('%s explains every exit code', (lang) => {
    const codes = Object.values(words(lang).cli.exit).map((line) => Number.parseInt(line, 10));
    expect(codes).toEqual([0, 1, 2, 3, 130]);
  });

  it('a thread is called 话题线 wherever it is spoken of', () => {
    const folder = new URL('../../src/lang/', import.meta.url);
    const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
    expect(texts.join('\n')).not.toContain('话题串');
    expect(words('zh').topics.threads(3)).toBe('3 条话题线');
  });

  it.each(langs)('%s says what the kinds of offered changes mean', (lang) => {
    for (const kind of Object.keys(words(lang).record.fix))
      expect(words(lang).record.fixesHead).toContain(kind);
  });

  it('nothing but src/lang says anything to readers in Chinese on the command line', () => {
    const folder = new URL('../../src/cli/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    for (const name of files) {
      const code = readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8');
      const texts = [...code.matchAll(/(['"`])(?:\\.|(?!\1)[^\\])*\1/g)].map((m) => m[0]);
      expect(
        texts.filter((text) => /[\u4e00-\u9fff]{2}/.test(text)),
        name,
      ).toEqual([]);
    }
  });
});
