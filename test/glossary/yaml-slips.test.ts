import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yamlSlips } from '../../src/glossary/index.js';

const told = (text: string) =>
  yamlSlips({ path: 'sea.yaml', text }).map((s) => `${s.line} ${s.term} ${s.rule} ${s.detail}`.trim());

const entry = (...fields: string[]) =>
  ['- term: 灯塔费', 'class: concept', ...fields].join('\n  ').concat('\n');

describe('yamlSlips', () => {
  it('an entry as it should be has no slips, whatever marks its texts have', () => {
    const text = entry(
      'aliases: [灯费, “岸”灯费, C++, 24%, 《灯规》, "“灯”费", "甲，乙", 甲、乙费]',
      'definition: “灯塔”的费，见：第3条。 # 待核',
      'source: 海令〔2021〕3号 # 已核',
      'notes: "见 #3 条"',
      'related: [雾号] # 再看',
    );
    expect(told(text)).toEqual([]);
  });

  it('items that full-width marks part are one item, and are told as that', () => {
    expect(told(entry('aliases: [“灯费”，“灯钱”]'))).toEqual([
      '3 灯塔费 full-width-list aliases: [“灯费”，“灯钱”]',
    ]);
    expect(told(entry('aliases: [灯费，灯钱, 岸费]'))).toEqual([
      '3 灯塔费 full-width-list aliases: [灯费，灯钱]',
    ]);
    expect(told(entry('related:', '- 雾号、浮标'))).toEqual([
      '4 灯塔费 full-width-list related: [雾号、浮标]',
    ]);
  });

  it('an enumeration comma within a form is the form’s own where the list has other items', () => {
    expect(told(entry('aliases: [二、三类灯, 小灯]'))).toEqual([]);
  });

  it('words of two characters or more that 、 parts are items, beside others too', () => {
    expect(told(entry('aliases: [灯费、岸费]'))).toEqual(['3 灯塔费 full-width-list aliases: [灯费、岸费]']);
    expect(told(entry('aliases: [灯费、岸费, 小灯]'))).toEqual([
      '3 灯塔费 full-width-list aliases: [灯费、岸费]',
    ]);
    expect(told(entry('aliases: [小灯, 灯费；岸费]'))).toHaveLength(1);
  });

  it('Chinese words in one pair of quotation marks are told, a name with a comma and a form with 、 are not', () => {
    expect(told(entry('aliases: ["灯费,岸费"]'))).toEqual(['3 灯塔费 quoted-list aliases: ["灯费,岸费"]']);
    expect(told(entry("aliases: ['灯费; 岸费', 小灯]"))).toEqual([
      '3 灯塔费 quoted-list aliases: ["灯费; 岸费"]',
    ]);
    expect(told(entry('aliases: ["Harbor, Inc.", "灯费、岸费"]'))).toEqual([]);
  });

  it('full-width quotation marks around a value are told, not those within it', () => {
    expect(told(entry('english: “light due”', 'notes: “灯”和“塔”'))).toEqual([
      '3 灯塔费 full-width-quotes english: “light due”',
    ]);
  });

  it('a # that cuts a text is told, a comment behind a finished one is not', () => {
    expect(told(entry('definition: 见 #3 条', 'source: 灯塔/2021-03-04 #12'))).toEqual([
      '3 灯塔费 cut-by-comment definition: 见 #3 条',
      '4 灯塔费 cut-by-comment source: 灯塔/2021-03-04 #12',
    ]);
    expect(told(entry('definition: 见 # 3 条'))).toHaveLength(1);
    expect(told(entry('definition: 为灯塔付的费。 # 3 条'))).toEqual([]);
  });

  it('a field that became part of the text above it is told at its line', () => {
    expect(told(entry('definition: 为灯塔付的费。', '  source：海令〔2021〕3号'))).toEqual([
      '4 灯塔费 swallowed-key source：海令〔2021〕3号',
    ]);
  });

  it('a form with spaces or marks at its ends, or invisible characters in it, is told', () => {
    expect(told(entry('aliases: [" 灯费", 灯钱；, 灯\u200b税]'))).toEqual([
      '3 灯塔费 form-edge aliases: " 灯费"',
      '3 灯塔费 form-edge aliases: "灯钱；"',
      '3 灯塔费 form-edge aliases: "灯\u200b税"',
    ]);
  });

  it('the first tab of an entry is told', () => {
    expect(told(entry('english:\tlight due', 'notes: 灯\t塔'))).toEqual(['3 灯塔费 tab']);
  });

  it('what stands in meanings and in the history is looked at too', () => {
    const text = entry(
      'senses:',
      '- {where: 日本, definition: “灯”}',
      'history:',
      '- {on: 2021-03-04, by: “阿橙”, did: accept}',
    );
    expect(told(text).map((s) => s.slice(0, 26))).toEqual([
      '4 灯塔费 full-width-quotes de',
      '6 灯塔费 full-width-quotes by',
    ]);
  });

  it('lines are those of the file, below an entry that is no YAML too', () => {
    expect(told(`- term: 浮标\n   class: tech\n${entry('definition: 见 #3 条')}`)).toEqual([
      '5 灯塔费 cut-by-comment definition: 见 #3 条',
    ]);
  });

  it('no text makes it throw, and lines are in the file', () => {
    const pieces = fc.constantFrom(
      '- term: 灯',
      '\n',
      '  ',
      'aliases: [',
      ']',
      '，',
      '“',
      ' #',
      '\t',
      '*a',
      '&a',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 12 }), (list) => {
        const text = list.join('');
        const lines = text.split('\n').length;
        expect(yamlSlips({ path: '', text }).every((s) => s.line >= 1 && s.line <= lines)).toBe(true);
      }),
      { seed: 241, numRuns: 300 },
    );
  });

  it("the project's own glossary has none", () => {
    const folder = new URL('../../dictionaries/payments/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) expect(told(readFileSync(new URL(name, folder), 'utf8'))).toEqual([]);
  });
});
