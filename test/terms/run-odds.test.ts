import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsIn } from '../../src/terms/discover.js';
import { EvidenceList, weightsOf } from '../../src/terms/evidence.js';
import { evidenceOf } from '../../src/terms/features.js';
import { RunOdds } from '../../src/terms/run-odds.js';
import type { RunScene } from '../../src/terms/run-scene.js';
import { PhraseStatistics } from '../../src/terms/statistics.js';
import { WordBook } from '../../src/terms/word-book.js';
import { Lexicon, loadSegmenter, tokenize } from '../../src/text/index.js';
import { chat } from '../threads/chat.js';
import { words } from './chat.js';

const segmenter = loadSegmenter('@node-rs/jieba');
const book = new WordBook(segmenter, words, PhraseStatistics.read(''));
const nothing = new Lexicon([]);
/** Every piece of evidence weighs something else, so that none can be missed. */
const weights = (scenes: readonly RunScene[]) => {
  const names = new Set<string>();
  const evidence = new EvidenceList();
  for (const scene of scenes)
    for (let run = 0; run < scene.runs.size; run++) {
      evidenceOf(run, scene, evidence);
      for (const name of evidence.names()) names.add(name);
    }
  return weightsOf(new Map([...names].map((name, i) => [name, 2 ** (i % 40)])));
};

function dayOf(...texts: string[]): RunScene {
  const { messages } = chat(texts.map((text, i) => `09:0${i} 阿橙 ${text}`).join('\n'));
  const tokens = messages.map((m) => tokenize(m.text, [], nothing, segmenter));
  return runsIn(messages, tokens, book);
}

const pieces = [
  '商户',
  '终端',
  '费率',
  '的',
  '号',
  'pay',
  'Pay',
  'LINE ',
  '3',
  '退款单',
  '，',
  '海蓝',
  '“',
  '、',
  '是',
];
const line = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((some) => some.join(''));

describe('RunOdds', () => {
  it('gives a run what all evidence on it adds up to, whatever was asked before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 }),
        (texts) => {
          const days = texts.map((text) => dayOf(...text));
          const byId = weights(days);
          const odds = RunOdds.of(book, byId);
          const evidence = new EvidenceList();
          for (const scene of days)
            for (let run = 0; run < scene.runs.size; run++) {
              evidenceOf(run, scene, evidence);
              expect(odds.of(run, scene)).toBe(byId.sum(evidence));
            }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('evidenceOf', () => {
  it('tells of a run the same however often it is asked', () => {
    const scene = dayOf('商户终端坏了', '商户终端在换');
    const [first, second] = [new EvidenceList(), new EvidenceList()];
    evidenceOf(0, scene, first);
    evidenceOf(0, scene, second);
    expect(second.names()).toEqual(first.names());
  });
});
