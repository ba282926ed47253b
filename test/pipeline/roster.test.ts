import { describe, expect, it } from 'vitest';
import { folderCache } from '../../src/pipeline/index.js';
import { logOf } from '../threads/chat.js';
import { folderWith } from './folder.js';
import { doneOf, outcomes } from './run.js';

const words = ['灯塔', '潮汐', '渡口', '码头', '海风', '礁石', '帆布'];
/** A day whose messages all stand twice, under two names of one person: it tells that the two are one. */
const doubled = logOf(
  words.map((word, i) => `09:0${i} 远帆-灯塔-运营 ${word}\n09:0${i} 小鱼儿 ${word}`).join('\n'),
);
/** Another day, on which one of the names is called and only the other one speaks. */
const called = logOf('09:00 阿橙 @远帆-灯塔-运营\u2005手续费是多少？\n09:05 小鱼儿 千三\n09:06 半帆 早');

const meant = async (files: Record<string, string>, options = {}) => {
  const days = doneOf(await outcomes(folderWith(files), options));
  return days.at(-1)!.analysis.messages[0]!.mentions.map((m) => m.speaker);
};

describe('the roster of a run', () => {
  it('a name that only another day explains is resolved where both days are given', async () => {
    expect(await meant({ '灯塔/2021-03-05.md': called })).toEqual([null]);
    expect(await meant({ '灯塔/2021-03-04.md': doubled, '灯塔/2021-03-05.md': called })).toEqual(['小鱼儿']);
  });

  it('what a person confirmed wins over the roster', async () => {
    const corrections = {
      people: [{ name: '远帆-灯塔-运营', is: '半帆' }],
      days: new Map(),
      problems: [],
    };
    const files = { '灯塔/2021-03-04.md': doubled, '灯塔/2021-03-05.md': called };
    expect(await meant(files, { corrections })).toEqual(['半帆']);
  });

  it('a run that reads no log again knows the same names, and reads no analysis before it is asked for', async () => {
    const files = { '灯塔/2021-03-04.md': doubled, '灯塔/2021-03-05.md': called };
    const folder = folderWith(files);
    const cache = folderCache(folderWith());
    const last = async () => doneOf(await outcomes(folder, { cache })).at(-1)!;
    const first = await last();
    const second = await last();
    expect([first.unread, second.unread]).toEqual([false, true]);
    expect(second.analysis.messages[0]!.mentions.map((m) => m.speaker)).toEqual(['小鱼儿']);
    expect(second.key).toBe(first.key);
    expect([second.cached, second.unread]).toEqual([true, false]);
  });

  it('half a roster gives no results: an interrupt while it is read ends the run', async () => {
    const files = { '灯塔/2021-03-04.md': doubled, '灯塔/2021-03-05.md': called };
    expect(await outcomes(folderWith(files), { interrupted: () => true })).toEqual([]);
  });
});
