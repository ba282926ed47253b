import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayAnalysis } from '../../src/analysis/index.js';
import { type Cache, cacheKey, folderCache, heldOver, noCache } from '../../src/pipeline/index.js';
import { tokenTypes } from '../../src/text/index.js';
import { entry, glossary, logOf } from '../threads/chat.js';
import { filesIn, folderWith } from './folder.js';
import { dayOf, dictionaries, pipeline } from './run.js';

const log = logOf('09:00 阿橙 灯塔的手续费是多少？\n09:01 半帆 @阿橙 千三');

/** A cache that keeps the keys asked for, and nothing else. */
function keys(): { cache: Cache; asked: string[] } {
  const asked: string[] = [];
  const get = (key: string) => {
    asked.push(key);
    return null;
  };
  return { asked, cache: { ...noCache, get } };
}

/** The key of a log's day under the options given. */
async function keyOf(options: Parameters<typeof dayOf>[1] = {}, path = '灯塔/2021-03-04.md', text = log) {
  const { asked, cache } = keys();
  await dayOf(folderWith({ [path]: text }), { cache, ...options });
  return asked[0]!;
}

describe('folderCache', () => {
  const key = 'ab'.repeat(32);
  const text = '千三';
  const analysis = { version: 1, date: '2021-03-04', messages: [{ n: 1, text }] } as never as DayAnalysis;
  const stored = { analysis, segmentation: [[0, 1, 6, 1, 2, 0]] };

  it('folderCache gives back what was put there', () => {
    const cache = folderCache(join(folderWith(), 'deep', 'cache'));
    expect(cache.get(key)).toBeNull();
    cache.put(key, stored);
    expect(cache.get(key)).toEqual(analysis);
    expect(cache.get('cd'.repeat(32))).toBeNull();
  });

  it('folderCache gives an analysis with its tokens where they are asked for, and heldOver does', () => {
    const cut = {
      ...analysis,
      messages: [{ n: 1, text, tokens: ['千', '三'], tokenTypes: [tokenTypes[6], tokenTypes[0]] }],
    };
    for (const cache of [folderCache(folderWith()), heldOver(folderCache(folderWith()))]) {
      cache.put(key, stored);
      expect(cache.get(key, true)).toEqual(cut);
    }
  });

  it('folderCache takes a damaged file for a missing one', () => {
    const folder = folderWith();
    const cache = folderCache(folder);
    cache.put(key, stored);
    const path = join(folder, filesIn(folder)[0]!);
    const whole = readFileSync(path, 'utf8');
    for (const damaged of [
      '',
      '{}',
      whole.slice(0, -1),
      whole.replace('2021', '2022'),
      whole.slice(10),
      '\n\n',
    ]) {
      writeFileSync(path, damaged);
      expect(cache.get(key)).toBeNull();
    }
    cache.put(key, stored);
    expect(cache.get(key)).toEqual(analysis);
  });

  it('folderCache takes for missing what lies under the key of something else', () => {
    const folder = folderWith();
    const cache = folderCache(folder);
    cache.put(key, stored);
    const other = key.replace(/..$/, '00');
    const path = join(folder, filesIn(folder)[0]!);
    writeFileSync(path.replace(key, other), readFileSync(path));
    expect(cache.has(other)).toBe(true);
    expect([cache.get(other), cache.json(other)]).toEqual([null, null]);
  });

  it('folderCache notices every change of a single character', () => {
    const folder = folderWith();
    const cache = folderCache(folder);
    cache.put(key, stored);
    const path = join(folder, filesIn(folder)[0]!);
    const whole = readFileSync(path, 'utf8');
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.constantFrom('x', '"', ' '), (at, character) => {
        fc.pre(whole[at] !== character);
        writeFileSync(path, whole.slice(0, at) + character + whole.slice(at + 1));
        expect(cache.get(key)).toBeNull();
      }),
      { seed: 811, numRuns: 100 },
    );
  });

  it('folderCache that cannot be written costs nothing but time', () => {
    const folder = folderWith({ cache: 'a file' });
    const cache = folderCache(join(folder, 'cache'));
    expect(() => cache.put(key, stored)).not.toThrow();
    expect(cache.get(key)).toBeNull();
    expect(filesIn(folder)).toEqual(['cache']);
  });

  it('folderCache gives an analysis as JSON, and none where the file is damaged', () => {
    const folder = folderWith();
    const cache = folderCache(folder);
    expect(cache.json(key)).toBeNull();
    cache.put(key, stored);
    expect(Buffer.from(cache.json(key)!).toString()).toBe(JSON.stringify(analysis));
    const path = join(folder, filesIn(folder)[0]!);
    writeFileSync(path, readFileSync(path, 'utf8').replace('2021', '2022'));
    expect(cache.json(key)).toBeNull();
  });

  it('heldOver keeps what is put in memory until it is asked for, and has what the other store has', () => {
    const folder = folderWith();
    const below = folderCache(folder);
    const store = heldOver(below);
    const [other, third] = ['cd'.repeat(32), 'ef'.repeat(32)];
    below.put(other, stored);
    store.put(key, stored);
    store.put(third, stored);
    expect(filesIn(folder)).toHaveLength(1);
    expect([key, third, other].map((k) => store.has(k))).toEqual([true, true, true]);
    expect([store.get(key), store.get(other)]).toEqual([analysis, analysis]);
    expect(Buffer.from(store.json(third)!).toString()).toBe(JSON.stringify(analysis));
    expect([key, third, other].map((k) => store.has(k))).toEqual([false, false, true]);
  });

  it('noCache has nothing and keeps nothing', () => {
    noCache.put(key, stored);
    expect(noCache.get(key)).toBeNull();
  });
});

describe('cacheKey', () => {
  const bytes = new Uint8Array([1, 2, 3]);

  it('cacheKey is the same for the same and another for anything else', () => {
    const key = cacheKey(bytes, 'a', { b: [1] });
    expect(cacheKey(new Uint8Array([1, 2, 3]), 'a', { b: [1] })).toBe(key);
    for (const other of [
      cacheKey(new Uint8Array([1, 2, 4]), 'a', { b: [1] }),
      cacheKey(bytes, 'a', { b: [2] }),
      cacheKey(bytes, 'a'),
      cacheKey(bytes, 'a', { b: [1] }, ''),
      cacheKey(bytes, { b: [1] }, 'a'),
    ])
      expect(other).not.toBe(key);
  });

  it('cacheKey sees into sets', () => {
    expect(cacheKey(bytes, new Set(['a']))).not.toBe(cacheKey(bytes, new Set(['b'])));
  });

  it('cacheKey is a name that a file may have', () => {
    expect(cacheKey(bytes, '../..')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a run with a cache', () => {
  it('a day from the cache is the same, byte for byte', async () => {
    const folder = folderWith({ 'logs/灯塔/2021-03-04.md': log });
    const cache = folderCache(join(folder, '.huati'));
    const first = await dayOf(join(folder, 'logs'), { cache, tokens: true });
    const second = await dayOf(join(folder, 'logs'), { cache, tokens: true });
    expect([first.cached, second.cached]).toEqual([false, true]);
    expect(JSON.stringify(second.analysis)).toBe(JSON.stringify(first.analysis));
  });

  it('a day is analysed once, whether its tokens are asked for or not', async () => {
    const folder = folderWith({ 'logs/灯塔/2021-03-04.md': log });
    const cache = folderCache(join(folder, '.huati'));
    const day = (tokens: boolean, store: Cache) => dayOf(join(folder, 'logs'), { cache: store, tokens });
    const first = await day(false, cache);
    const second = await day(true, cache);
    expect([first.cached, second.cached, second.key]).toEqual([false, true, first.key]);
    const apart = await day(true, noCache);
    expect(second.json).toBe(apart.json);
    expect(Buffer.from((await day(false, cache)).json).toString()).toBe(first.json);
  });

  it('a damaged file in the cache is made anew', async () => {
    const folder = folderWith({ 'logs/灯塔/2021-03-04.md': log });
    const cache = folderCache(join(folder, '.huati'));
    const first = await dayOf(join(folder, 'logs'), { cache });
    const path = join(folder, '.huati', filesIn(join(folder, '.huati'))[0]!);
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));
    const second = await dayOf(join(folder, 'logs'), { cache });
    expect(second).toEqual({ ...first, input: expect.anything(), again: expect.any(Function) });
    expect((await dayOf(join(folder, 'logs'), { cache })).cached).toBe(true);
  });

  it('the key does not depend on where the log lies but for group and name', async () => {
    expect(await keyOf({}, 'a/b/灯塔/2021-03-04.md')).toBe(await keyOf());
  });

  it('a glossary entry that does not occur in the day leaves the key alone; one that occurs changes it', async () => {
    const withEntry = (term: string) =>
      keyOf({ dictionaries: { ...dictionaries, entries: [...glossary, entry(term)] } });
    expect(await withEntry('潮汐表')).toBe(await keyOf());
    expect(await withEntry('千三')).not.toBe(await keyOf());
  });

  it('another definition of an entry that occurs changes the key', async () => {
    const entries = glossary.map((e) => (e.term === '手续费' ? { ...e, class: 'product' as const } : e));
    expect(await keyOf({ dictionaries: { ...dictionaries, entries } })).not.toBe(await keyOf());
  });

  it('an entry that becomes the own one of the group changes the key where it occurs, and nowhere else', async () => {
    const withOwn = (term: string) => keyOf({ dictionaries: { ...dictionaries, own: [term] } });
    expect(await withOwn('备付金')).toBe(await keyOf());
    expect(await withOwn('手续费')).not.toBe(await keyOf());
  });

  it.each<[string, Parameters<typeof keyOf>]>([
    ['the group', [{ group: '码头' }]],
    ["the owner's names", [{ owner: ['掌灯人'] }]],
    ['the glossary left out', [{ pipeline: { ...pipeline, glossary: false } }]],
    [
      'the options of a stage',
      [
        {
          pipeline: {
            ...pipeline,
            stages: pipeline.stages.map((s) =>
              s.name === 'terms' ? { ...s, options: { discover: false } } : s,
            ),
          },
        },
      ],
    ],
    [
      'a word list',
      [{ dictionaries: { ...dictionaries, words: { ...dictionaries.words, reactions: new Set(['喏']) } } }],
    ],
    ['the date in its name', [{}, '灯塔/2021-03-05.md']],
    ['the text', [{}, '灯塔/2021-03-04.md', log.replace('千三', '千五')]],
  ])('%s changes the key', async (_, options) => {
    expect(await keyOf(...options)).not.toBe(await keyOf());
  });

  it('a log whose name begins to differ from its date is noted, cached or not', async () => {
    const dated = `---\ndate: 2021-03-04\n---\n${log}`;
    const folder = folderWith({ 'a/灯塔/2021-03-04.md': dated, 'b/灯塔/2021-03-05.md': dated });
    const cache = folderCache(join(folder, '.huati'));
    const rules = async (path: string) =>
      (await dayOf(join(folder, path), { cache })).analysis.notes.map((note) => note.rule);
    expect([await rules('a'), await rules('b')]).toEqual([[], ['date-differs']]);
  });
});
