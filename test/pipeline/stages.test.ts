import { describe, expect, it } from 'vitest';
import type { Findings } from '../../src/analysis/index.js';
import { analyseDay, type Stage, stages } from '../../src/pipeline/index.js';
import { loadSegmenter } from '../../src/text/index.js';
import { allStages, wordLists } from '../analysis/analyse.js';
import { chat, glossary } from '../threads/chat.js';

const named = Object.entries(stages) as [string, Stage][];
const context = { entries: glossary, words: wordLists, owner: [], segmenter: '@node-rs/jieba' } as const;
const day = chat('09:00 阿橙 灯塔的手续费是多少？\n09:01 半帆 @阿橙 千三');

describe('stages', () => {
  it('stages stand in an order in which each finds what it needs', () => {
    const have = new Set<keyof Findings>();
    for (const [name, stage] of named) {
      for (const need of stage.needs) expect(have, name).toContain(need);
      for (const gift of stage.gives) have.add(gift);
    }
  });

  it('no two stages give the same', () => {
    const gifts = named.flatMap(([, stage]) => stage.gives);
    expect(new Set(gifts).size).toBe(gifts.length);
  });

  it('each stage gives what it declares, and nothing else', () => {
    let declared: typeof allStages = [];
    let before = Object.keys(analyseDay(day, [], context, loadSegmenter));
    for (const stage of allStages) {
      declared = [...declared, stage];
      const after = Object.keys(analyseDay(day, declared, context, loadSegmenter));
      const fresh = after.filter((key) => !before.includes(key));
      expect(fresh.sort(), stage.name).toEqual([...stages[stage.name].gives].sort());
      before = after;
    }
  });

  it('a stage changes nothing that it is handed', () => {
    const frozen = structuredClone(day);
    analyseDay(day, allStages, context, loadSegmenter);
    expect(day).toEqual(frozen);
  });

  it('the stages before segmentation load no segmenter', () => {
    const loads: string[] = [];
    const spy = (name: Parameters<typeof loadSegmenter>[0]) => {
      loads.push(name);
      return loadSegmenter(name);
    };
    analyseDay(day, allStages.slice(0, 1), context, spy);
    expect(loads).toEqual([]);
    analyseDay(day, allStages.slice(0, 2), context, spy);
    expect(loads).toEqual(['@node-rs/jieba']);
  });
});
