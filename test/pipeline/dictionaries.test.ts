import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDictionaries } from '../../src/pipeline/index.js';
import { Lexicon } from '../../src/text/index.js';
import { folderWith } from './folder.js';

const load = (folder: string, ...overlays: string[]) =>
  loadDictionaries({ glossary: false, overlays: overlays.map((path) => join(folder, path)) });
const entry = (term: string, definition = '海上的词') =>
  `- { term: ${term}, class: concept, definition: ${definition} }\n`;

describe('loadDictionaries', () => {
  it('files in folders of a folder are read too, hidden ones are not', () => {
    const folder = folderWith({
      'in/b.yaml': entry('船'),
      'in/日本/a.yml': entry('灯'),
      'in/.git/c.yaml': entry('锚'),
      'in/日本/.d.yaml': entry('桨'),
    });
    expect(load(folder, 'in').entries.map((e) => e.term)).toEqual(['船', '灯']);
  });

  it('a link in a circle, one that leads nowhere and a folder called like a file cost no entry of those beside them', () => {
    const folder = folderWith({ 'in/a.yaml': entry('船'), 'in/b.yaml/c.yaml': entry('灯') });
    symlinkSync('.', join(folder, 'in/circle'));
    symlinkSync('gone.yaml', join(folder, 'in/dead.yaml'));
    symlinkSync('self.yaml', join(folder, 'in/self.yaml'));
    const { entries, problems } = load(folder, 'in');
    expect(entries.map((e) => e.term)).toEqual(['船', '灯']);
    expect(problems.map(({ path, line }) => [path, line])).toEqual([
      [join(folder, 'in/dead.yaml'), 0],
      [join(folder, 'in/self.yaml'), 0],
    ]);
  });

  it('loadDictionaries reads a file, or the YAML files of a folder by name', () => {
    const folder = folderWith({
      'b.yaml': entry('锚'),
      'in/b.yml': entry('船'),
      'in/a.yaml': entry('灯'),
      'in/notes.txt': '- nothing',
    });
    expect(load(folder, 'in', 'b.yaml').entries.map((e) => e.term)).toEqual(['灯', '船', '锚']);
  });

  it('loadDictionaries leaves out a malformed entry, says where it stands, and reads the rest', () => {
    const folder = folderWith({
      'a.yaml': `${entry('灯')}- term: 船\n  class: vessel\n${entry('锚')}- term: 帆\n  colour: red\n  class: concept\n`,
      'b.yaml': entry('桨'),
    });
    const { entries, problems } = load(folder, 'a.yaml', 'b.yaml');
    expect(entries.map((e) => e.term)).toEqual(['灯', '锚', '桨']);
    expect(problems.map((p) => [p.path, p.line])).toEqual([
      [join(folder, 'a.yaml'), 2],
      [join(folder, 'a.yaml'), 5],
    ]);
    expect(problems[0]!.reason).toContain('class');
    expect(problems[1]!.reason).toContain('colour');
  });

  it('loadDictionaries says which dictionary is not there, and reads the rest', () => {
    const folder = folderWith({ 'b.yaml': entry('桨') });
    const { entries, problems } = load(folder, 'nichts.yaml', 'b.yaml');
    expect(entries.map((e) => e.term)).toEqual(['桨']);
    expect(problems).toMatchObject([{ path: join(folder, 'nichts.yaml') }]);
  });

  it('loadDictionaries lets a later entry of the same term replace an earlier one', () => {
    const folder = folderWith({ 'a.yaml': entry('燈塔費', '旧'), 'b.yaml': entry('灯塔费', '新') });
    expect(load(folder, 'a.yaml', 'b.yaml').entries).toMatchObject([{ term: '灯塔费', definition: '新' }]);
  });

  it('loadDictionaries lays overlays over the shipped glossary', () => {
    const shipped = loadDictionaries({ glossary: true, overlays: [] });
    const folder = folderWith({ 'a.yaml': entry('灯塔费', '新') + entry(shipped.entries[0]!.term, '新') });
    const laid = loadDictionaries({ glossary: true, overlays: [join(folder, 'a.yaml')] });
    expect(laid.entries).toHaveLength(shipped.entries.length + 1);
    expect(laid.entries.find((e) => e.term === shipped.entries[0]!.term)!.definition).toBe('新');
  });

  it('loadDictionaries tells what the group itself accepted: drafts and approved entries of its own files that stand in for no shipped one', () => {
    const of = (term: string, status: string) => `- { term: ${term}, class: concept, status: ${status} }\n`;
    const shipped = loadDictionaries({ glossary: true, overlays: [] });
    expect(shipped.own).toEqual([]);
    const changed = shipped.entries[0]!.term;
    const folder = folderWith({
      'a.yaml': `${of('灯', 'draft')}${of('锚', 'approved')}${of('船', 'draft')}${entry(changed)}`,
      'b.yaml': `${of('船', 'deprecated')}${of('帆', 'rejected')}${of('桨', 'candidate')}${of('雾', 'deprecated')}`,
    });
    const overlays = ['a.yaml', 'b.yaml'].map((name) => join(folder, name));
    expect(loadDictionaries({ glossary: true, overlays }).own).toEqual(['灯', '锚']);
  });

  it('the shipped glossary and word lists are sound', () => {
    const { entries, words, problems } = loadDictionaries({ glossary: true, overlays: [] });
    expect(problems).toEqual([]);
    expect(entries.length).toBeGreaterThan(100);
    for (const [name, list] of Object.entries(words)) expect(list.size, name).toBeGreaterThan(20);
  });

  it('the shipped glossary tells what loans are funded from (资金渠道) from a payment channel', () => {
    const lexicon = new Lexicon(loadDictionaries({ glossary: true, overlays: [] }).entries);
    expect(['资金渠道', '支付通道', '渠道'].map((form) => lexicon.named(form)?.term)).toEqual([
      '资金渠道',
      '支付渠道',
      '支付渠道',
    ]);
  });

  it('loadDictionaries without the glossary still has the word lists', () => {
    const { entries, words } = load(folderWith());
    expect(entries).toEqual([]);
    expect(words.stopwords.size).toBeGreaterThan(20);
  });
});
