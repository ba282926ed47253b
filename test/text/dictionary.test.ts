import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDictionary } from '../../src/text/index.js';

const path = 'glossary/sea.yaml';
const dictionary = (text: string) => readDictionary({ path, text });
const terms = (text: string) => dictionary(text).entries.map((entry) => entry.term);

const good = (term: string) => `- term: ${term}\n  class: concept\n`;

describe('readDictionary', () => {
  it('a conflict that git left takes the entries that it goes through, and no others', () => {
    const whole = `<<<<<<< HEAD\n${good('甲灯')}||||||| base\n=======\n${good('乙灯')}>>>>>>> two\n`;
    const between = dictionary(good('灯塔') + whole + good('浮标'));
    expect(between.entries.map(({ term }) => term)).toEqual(['灯塔', '浮标']);
    expect(between.problems).toEqual([{ path, line: 3, reason: 'conflict markers of git in lines 3 to 10' }]);
    // within an entry nobody knows which side holds, and two conflicts of one entry are told at the first
    const within = '<<<<<<< HEAD\n  english: a\n=======\n  english: b\n>>>>>>> two\n';
    const broken = dictionary(`${good('灯塔')}${within}  notes: 甲\n${within}${good('浮标')}`);
    expect(broken.entries.map(({ term }) => term)).toEqual(['浮标']);
    expect(broken.problems.map(({ line }) => line)).toEqual([3]);
    expect(terms(`${good('灯塔')}=======\n${good('浮标')}`)).toEqual(['灯塔', '浮标']);
    expect(terms(whole.replaceAll('\n', '\r\n') + good('浮标'))).toEqual(['浮标']);
  });

  it('readDictionary reads every entry in order', () => {
    const { entries, problems } = dictionary(
      '# 海\n- term: 灯塔费\n  aliases: [灯费, Light Due]\n  class: concept\n- { term: 浮标, class: tech }\n',
    );
    expect(problems).toEqual([]);
    expect(entries.map(({ term, aliases }) => [term, aliases])).toEqual([
      ['灯塔费', ['灯费', 'Light Due']],
      ['浮标', []],
    ]);
  });

  it('readDictionary names the line of a malformed entry while the rest serves', () => {
    const text = `${good('灯塔费')}- term: 浮标\n  class: buoy\n${good('航道')}`;
    expect(terms(text)).toEqual(['灯塔费', '航道']);
    const [problem] = dictionary(text).problems;
    expect(problem).toMatchObject({ path, line: 3 });
    expect(problem!.reason).toMatch(/^class: /);
  });

  it('readDictionary says where each entry begins', () => {
    expect(dictionary(`# 海\n${good('灯塔费')}- term: 浮标\n  class: buoy\n${good('航道')}`).lines).toEqual([
      2, 6,
    ]);
  });

  it('readDictionary names every reason of an entry in one problem', () => {
    const { problems } = dictionary('- term: ""\n  class: buoy\n  colour: red\n');
    expect(problems).toHaveLength(1);
    expect(problems[0]!.reason).toMatch(/term: .*; class: .*; entry: .*colour/);
  });

  it.each(['- 浮标\n', '-\n', '- [浮标]\n', '- 7\n'])('readDictionary says that %j is no entry', (item) => {
    const { entries, problems } = dictionary(good('灯塔费') + item);
    expect(entries).toHaveLength(1);
    expect(problems.map((p) => [p.path, p.line])).toEqual([[path, 3]]);
  });

  it('readDictionary names the line of broken YAML while the rest serves', () => {
    const text = `${good('灯塔费')}- term: [浮标\n  class: tech\n${good('航道')}`;
    expect(terms(text)).toEqual(['灯塔费', '航道']);
    const lines = dictionary(text).problems.map((problem) => problem.line);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line >= 3 && line <= 5)).toBe(true);
  });

  it.each([
    [
      'one space too many',
      '- term: 浮标\n  class: tech\n   definition: 漂着。\n',
      3,
      '2 spaces before definition:, found 3',
    ],
    ['one space too few', '- term: 浮标\n class: tech\n', 2, '2 spaces before class:, found 1'],
    [
      'no spaces',
      '- term: 浮标\n  class: tech\ndefinition: 漂着。\n',
      3,
      '2 spaces before definition:, found 0',
    ],
    [
      'items at different columns',
      '- term: 浮标\n  class: tech\n  aliases:\n    - 浮筒\n   - 浮子\n',
      5,
      '4 spaces before -, found 3',
    ],
    ['a tab', '- term: 浮标\n\tclass: tech\n', 2, 'spaces as indentation, found a tab'],
  ])('readDictionary tells indentation that is off once, with its line: %s', (_, entry, line, said) => {
    const { entries, problems } = dictionary(entry + good('航道') + good('灯塔费'));
    expect(problems).toEqual([{ path, line, reason: `expected ${said}` }]);
    expect(entries.map((e) => e.term)).toEqual(['航道', '灯塔费']);
  });

  it('readDictionary reads what stands behind a quotation mark that is not closed', () => {
    const { entries, problems } = dictionary(
      `${good('灯塔费')}- term: "浮标\n  class: tech\n${good('航道')}`,
    );
    expect(entries.map((e) => e.term)).toEqual(['灯塔费', '航道']);
    expect(problems).toMatchObject([{ line: 3, reason: expect.stringContaining('quote') }]);
  });

  it('readDictionary leaves an entry out that is broken in part, even where a parser guesses at it', () => {
    expect(terms(`- term: 浮标\n  class: tech\n definition: 漂着。\n${good('航道')}`)).toEqual(['航道']);
  });

  it('readDictionary says so where a key stands twice', () => {
    const { problems } = dictionary('- term: 浮标\n  term: 航标\n  class: tech\n');
    expect(problems[0]).toMatchObject({ path, line: 2 });
  });

  it('readDictionary says where an alias of YAML leads nowhere', () => {
    const text = `${good('灯塔费')}- *nowhere\n${good('航道')}`;
    expect(terms(text)).toEqual(['灯塔费', '航道']);
    expect(dictionary(text).problems[0]).toMatchObject({ path, line: 3 });
  });

  it('readDictionary does not unfold aliases without end', () => {
    const level = (name: string, of: string) => `    &${name} [${Array(9).fill(of).join(', ')}]`;
    const names = [...'abcdefgh'];
    const levels = names.map((name, i) => level(name, i ? `*${names[i - 1]}` : '灯'));
    const { problems } = dictionary(`- term: x\n  class:\n  - ${levels.join('\n  - ').trim()}\n`);
    expect(problems).toHaveLength(1);
  });

  it('readDictionary reads an empty file and one of comments', () => {
    expect(dictionary('')).toEqual({ entries: [], lines: [], problems: [] });
    expect(dictionary('# 空\n')).toEqual({ entries: [], lines: [], problems: [] });
  });

  it.each(['term: 浮标\nclass: tech\n', '浮标', '7'])('readDictionary expects a list: %j', (text) => {
    expect(dictionary(text)).toEqual({
      entries: [],
      lines: [],
      problems: [{ path, line: 1, reason: 'expected a list of entries (- term: …)' }],
    });
  });

  it('readDictionary never throws, and names lines of the file', () => {
    const pieces = fc.constantFrom(
      ...[
        '- term: 浮标',
        '  class: tech',
        '  aliases: [',
        '- ',
        '- *x',
        '- &x',
        ']',
        '{',
        '"',
        '  - ',
        '\t',
        ': ',
      ],
      ...[
        '---',
        '...',
        '%YAML 1.2',
        '!!binary',
        '? ',
        '|',
        '>',
        '<<: *x',
        '  class: *x',
        '- &x {a: *x}',
        '#',
      ],
    );
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.constantFrom('\n', '', ' '), (list, between) => {
        const text = list.join(between);
        const { problems } = dictionary(text);
        const lines = text.split(/\r\n|\r|\n/).length;
        expect(
          problems.every((p) => p.path === path && p.line >= 1 && p.line <= lines && p.reason !== ''),
        ).toBe(true);
      }),
      { seed: 241, numRuns: 400 },
    );
  });

  it("readDictionary finds nothing wrong with the project's own glossary", () => {
    const folder = new URL('../../dictionaries/payments/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const { entries, problems } = readDictionary({
        path: name,
        text: readFileSync(new URL(name, folder), 'utf8'),
      });
      expect(problems).toEqual([]);
      expect(entries.length).toBeGreaterThan(0);
    }
  });
});
