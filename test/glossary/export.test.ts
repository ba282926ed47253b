import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Jieba } from '@node-rs/jieba';
import fc from 'fast-check';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { inPinyinOrder, toJieba, toJson, toSkos, toTbx } from '../../src/glossary/export/index.js';
import { resolveSegmenter } from '../../src/text/index.js';
import { folderWith } from '../pipeline/folder.js';
import { anyEntry, entry } from './entries.js';

const lighthouse = entry({
  term: '灯塔费',
  aliases: ['灯费', 'LH Fee'],
  class: 'product',
  english: 'lighthouse fee',
  definition: '过往船只为灯塔付的费。',
  source: '海规〔2001〕1号',
  broader: ['费'],
  confused: ['浮标费'],
  related: ['浮标费'],
  replacedBy: '航标费',
  from: '2001-05',
  senses: [{ where: '日本', definition: '港口代收的费。' }],
  history: [
    { on: '2021-03-04', by: '阿橙', did: 'accept', why: '常用', seen: { messages: 9, days: 3, people: 4 } },
  ],
});
const buoy = entry({ term: '浮标费', checked: { by: '半帆', on: '2021-03-05', original: true } });

const schema = fileURLToPath(new URL('../../../shared/tbx/TBXcoreStructV03.rng', import.meta.url));

describe.skipIf(!existsSync(schema))(`toTbx (skipped where the schema is not at hand: ${schema})`, () => {
  const valid = (xml: string) =>
    validateXML({
      xml: { fileName: 'glossary.tbx', contents: xml },
      schema: { fileName: 'core.rng', contents: readFileSync(schema, 'utf8') },
      extension: 'relaxng',
      maxMemoryPages: memoryPages.GiB,
    });

  it('is valid TBX (ISO 30042:2019 core)', async () => {
    expect((await valid(toTbx([lighthouse, buoy], '词汇表'))).rawOutput).toContain('validates');
  });

  it('is valid whatever stands in the entries', async () => {
    const entries = fc.sample(anyEntry, { numRuns: 200, seed: 5 });
    const { valid: isValid, errors } = await valid(toTbx(entries, '<词汇表>'));
    expect([isValid, errors]).toEqual([true, []]);
  });

  it('without a concept it would not be: the check can fail', async () => {
    expect((await valid(toTbx([], '词汇表'))).valid).toBe(false);
  });
});

describe('toSkos', () => {
  const triples = (text: string) =>
    new Parser().parse(text).map((q) => [q.subject.value, q.predicate.value.split(/[#/:]/).at(-1), q.object]);
  const said = (text: string, property: string) =>
    triples(text)
      .filter(([, p]) => p === property)
      .map(([, , object]) => (object as { value: string }).value);

  it('labels, definition, source and relations of a concept are said in the words of SKOS and Dublin Core', () => {
    const text = toSkos([lighthouse, buoy, entry({ term: '费' }), entry({ term: '航标费' })]);
    expect(said(text, 'prefLabel')).toEqual(['灯塔费', 'lighthouse fee', '浮标费', '费', '航标费']);
    expect(said(text, 'broader')).toEqual([`urn:huati:term:${encodeURIComponent('费')}`]);
    expect(said(text, 'altLabel')).toEqual(['灯费', 'LH Fee']);
    expect(said(text, 'definition')).toEqual(['过往船只为灯塔付的费。']);
    expect(said(text, 'source')).toEqual(['海规〔2001〕1号']);
    expect(said(text, 'scopeNote')).toEqual(['日本：港口代收的费。']);
    expect(said(text, 'isReplacedBy')).toEqual([`urn:huati:term:${encodeURIComponent('航标费')}`]);
    expect(said(text, 'status')).toEqual(['draft', 'draft', 'draft', 'draft']);
  });

  it("a concept's name is that of its term, under the base that is given, whichever form names it", () => {
    const base = 'https://example.org/terms/';
    const name = base + encodeURIComponent('灯塔费');
    expect(triples(toSkos([lighthouse], base)).map(([s]) => s)).toContain(name);
    expect(said(toSkos([lighthouse, entry({ term: '港费', related: ['灯费'] })], base), 'related')).toContain(
      name,
    );
  });

  it('relations to entries that are not written are left out', () => {
    const text = toSkos([lighthouse]);
    for (const property of ['broader', 'related', 'confusedWith', 'isReplacedBy'])
      expect(said(text, property)).toEqual([]);
  });

  it('what is broader or narrower, by some steps too, is not also related', () => {
    const text = toSkos([
      entry({ term: '灯塔费', broader: ['港口费'], related: ['规费', '港费', '引航费'] }),
      entry({ term: '港口费', aliases: ['港费'] }),
      entry({ term: '规费', narrower: ['港费'], related: ['灯塔费'] }),
      entry({ term: '引航费' }),
    ]);
    expect(said(text, 'related')).toEqual([`urn:huati:term:${encodeURIComponent('引航费')}`]);
  });

  it('a form with kana is Japanese, and an alias that is the term is no other label of it', () => {
    const text = toSkos([entry({ term: '灯塔', aliases: ['灯塔', '燈塔', '灯台のひかり'] })]);
    const labels = triples(text).filter(([, p]) => String(p).endsWith('Label'));
    expect(labels.map(([, p, o]) => [p, (o as { id: string }).id])).toEqual([
      ['prefLabel', '"灯塔"@zh'],
      ['altLabel', '"燈塔"@zh'],
      ['altLabel', '"灯台のひかり"@ja'],
    ]);
  });

  it('is Turtle whatever stands in the entries', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 3 }), (entries) => {
        const terms = said(toSkos(entries), 'prefLabel');
        for (const { term } of entries) expect(terms).toContain(term.replace(/\p{Surrogate}/gu, '\ufffd'));
      }),
    );
  });
});

describe('toJieba', () => {
  it('every form has a line with frequency and part of speech, those with spaces none', () => {
    expect(toJieba([lighthouse, buoy])).toBe('灯塔费 100000 nz\n灯费 100000 nz\n浮标费 100000 n\n');
  });

  it('every line is one that nodejieba survives, whatever stands in the entries', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 4 }), (entries) => {
        expect(toJieba(entries)).toMatch(/^(?:[^\s\p{C}\p{Z}]+ \d+ [a-z]+\n)*$/u);
      }),
    );
  });

  it('the segmenter keeps the forms whole that it would cut', () => {
    const jieba = Jieba.withDict(Buffer.from(toJieba([lighthouse])));
    expect(jieba.cut('付灯塔费', false)).toEqual(['付', '灯塔费']);
  });

  it.skipIf(resolveSegmenter('auto') !== 'nodejieba')(
    'nodejieba loads it (skipped where it is not installed)',
    () => {
      const entries = fc.sample(anyEntry, { numRuns: 300, seed: 7 });
      const path = join(folderWith(), 'user.utf8');
      writeFileSync(path, toJieba([...entries, lighthouse]));
      const module = createRequire(import.meta.url).resolve('nodejieba');
      const script = `const j = require(${JSON.stringify(module)}); j.load({ userDict: process.argv[1] }); console.log(j.cut('付灯塔费', false).join('|'))`;
      // malformed lines end the process, so it has one of its own
      expect(execFileSync(process.execPath, ['-e', script, path], { encoding: 'utf8' }).trim()).toBe(
        '付|灯塔费',
      );
    },
  );
});

describe('toJson', () => {
  it('is the entries', () => expect(JSON.parse(toJson([lighthouse, buoy]))).toEqual([lighthouse, buoy]));
});

describe('inPinyinOrder', () => {
  it('terms stand as in a dictionary, by how they are read, and what begins with no letter comes last', () => {
    const terms = ['2清', '支付', 'POS机', '清算', '重复支付', '绿色支付', '行业卡'].map((term) =>
      entry({ term }),
    );
    expect(inPinyinOrder(terms).map((e) => e.initial + e.entry.term)).toEqual([
      'C重复支付',
      'H行业卡',
      'L绿色支付',
      'PPOS机',
      'Q清算',
      'Z支付',
      '#2清',
    ]);
  });
});
