import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  analyse,
  type Corpus,
  corpusOf,
  emptyCorpus,
  findInputs,
  folderCache,
  loadDictionaries,
  makingWith,
  mergeCorpora,
  noCache,
  packaged,
  Query,
  readPipeline,
  runDays,
} from '../../src/index.js';
import { huati } from '../cli/run.js';
import { logOf } from '../threads/chat.js';
import { folderWith } from './folder.js';

const log = logOf(`
  09:00:00 阿橙 请问灯塔的备付金按217号文怎么处理？
  09:01:00 半帆 @阿橙 217号文之后都要集中存管
  09:02:00 阿橙 @岚 你们呢`);

describe('the library', () => {
  it('analyse gives what huati analyze gives of that log alone, the documents that it cites too', async () => {
    const folder = folderWith({ 'logs/灯塔/2021-03-04.md': log });
    const path = join(folder, 'logs/灯塔/2021-03-04.md');
    await huati(folder, ['analyze', path, '--segmenter', '@node-rs/jieba', '--tokens', '--out', 'out']);
    const written = JSON.parse(readFileSync(join(folder, 'out/灯塔/2021-03-04.json'), 'utf8'));
    const analysis = analyse(readFileSync(path), { path, segmenter: '@node-rs/jieba', tokens: true });
    expect(analysis.documents[0]?.document?.number).toBe('银办发〔2017〕217号');
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(written);
  });

  it('analyse knows the names under which others speak of the account that exported the log', () => {
    const spoken = logOf('09:00 阿橙 @岚 灯塔的手续费是多少？\n09:01 我 千三');
    const mentioned = (owner?: string[]) =>
      analyse(Buffer.from(spoken), {
        path: '2021-03-04.md',
        segmenter: '@node-rs/jieba',
        ...(owner && { owner }),
      }).messages[0]!.mentions[0]?.speaker;
    expect([mentioned(), mentioned(['岚'])]).toEqual([null, '我']);
  });

  it('runs days and asks what they add up to with what it exports, and nothing else', async () => {
    const folder = folderWith({ 'logs/灯塔/2021-03-04.md': log, 'logs/灯塔/2021-03-05.md': log });
    const { inputs } = await findInputs([join(folder, 'logs')]);
    const dictionaries = loadDictionaries({ glossary: false, overlays: [] });
    const declared = readFileSync(packaged('pipelines', 'analyze.yaml'), 'utf8');
    const pipeline = { ...readPipeline('analyze', declared), segmenter: '@node-rs/jieba' as const };
    const making = makingWith(dictionaries.words);
    for (const cache of [noCache, folderCache(join(folder, 'cache'))]) {
      let corpus: Corpus<'questions'> = emptyCorpus;
      for await (const day of runDays(inputs, { pipeline, dictionaries, cache, owner: [], tokens: false }))
        if (day.status === 'done')
          corpus = mergeCorpora(corpus, corpusOf(day.analysis, ['questions'], making));
      const questions = new Query(corpus).questions();
      expect(questions.map(({ state }) => state)).toEqual(['answered', 'answered']);
    }
  });
});
