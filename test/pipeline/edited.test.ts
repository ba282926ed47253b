import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  readEdited,
  readGlossary,
  readLocated,
  readWorkspace,
  writeDecisions,
  writeUndoable,
} from '../../src/pipeline/index.js';
import { gbk, utf16 } from '../read/log.js';
import { folderWith } from './folder.js';

const lantern = '# 灯塔的词\n- term: 灯塔费\n  class: concept\n  definition: 过灯塔时付的费用\n';
// a text that is UTF-8 but for one byte
const damaged = Buffer.concat([Buffer.from(lantern), Buffer.from([0xff]), Buffer.from('\n')]);
const harbour = {
  entry: { term: '港口费', aliases: [], class: 'concept' as const, status: 'draft' as const },
  change: {},
  decision: { on: '2021-03-04', by: '阿橙', did: 'accept' as const },
};

describe('a file that people write', () => {
  it('is read rightly in GBK and in UTF-16, as old editors save it', () => {
    const folder = folderWith({ 'gbk.yaml': gbk(lantern), 'utf16.yaml': utf16(lantern, 'little') });
    expect(readEdited(join(folder, 'gbk.yaml'))).toBe(lantern);
    expect(readEdited(join(folder, 'utf16.yaml'))).toBe(lantern);
  });

  it('gives its entries and its settings whichever encoding it is in', () => {
    const folder = folderWith({ 'g/own.yaml': gbk(lantern), 'huati.yaml': gbk('group: 灯塔夜谈\n') });
    const { entries, problems } = readGlossary(join(folder, 'g'));
    expect([entries.map(({ term }) => term), problems]).toEqual([['灯塔费'], []]);
    expect(readWorkspace(folder, folder).group).toBe('灯塔夜谈');
  });

  it('is UTF-8 as a whole once a decision is written into it', () => {
    const folder = folderWith({ 'own.yaml': gbk(lantern) });
    const path = join(folder, 'own.yaml');
    writeDecisions([path], [harbour]);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    expect(text).toMatch(/^# 灯塔的词\n- term: 灯塔费\n/);
    expect(readGlossary(path).entries.map(({ term }) => term)).toEqual(['灯塔费', '港口费']);
  });

  it('is again what it was, to the byte, when a decision is taken back', () => {
    const path = join(folderWith({ 'own.yaml': gbk(lantern) }), 'own.yaml');
    expect(writeUndoable([path], [harbour]).takeBack()).toBe(true);
    expect(readFileSync(path).equals(gbk(lantern))).toBe(true);
  });

  it('that is damaged is a problem with its line, is not written to, and lets the files beside it serve', () => {
    const folder = folderWith({ 'bad.yaml': damaged, 'good.yaml': '- term: 港口费\n  class: concept\n' });
    const path = join(folder, 'bad.yaml');
    const problem = { path, line: 5, reason: expect.stringContaining('neither UTF-8 nor GBK') };
    expect(readLocated([folder])).toMatchObject({
      entries: [{ entry: { term: '港口费' } }],
      problems: [problem],
    });
    expect(() => writeDecisions([path], [harbour])).toThrow('neither UTF-8 nor GBK');
    expect(readFileSync(path).equals(damaged)).toBe(true);
  });
});
