import { describe, expect, it } from 'vitest';
import { applyFixes, offerFixes } from '../../src/records/index.js';
import { linesOf, textOf } from '../../src/records/record.js';
import { said, talkOf } from './talk-day.js';

const offered = (...texts: string[]) =>
  offerFixes(talkOf(said(...texts))).map(({ kind, at, from, to }) => [kind, at, from, to]);
const texts = (record: ReturnType<typeof talkOf>) => linesOf(record).map(textOf);

describe('offerFixes', () => {
  it('a word typed for another is offered with what was meant, and a word typed twice', () => {
    expect(offered('每天对帐，灯灯亮了的的')).toEqual([
      ['slip', '2024-03-01#1', '对帐', '对账'],
      ['slip', '2024-03-01#1', '的的', '的'],
    ]);
  });

  it('words that only look doubled are left alone', () => {
    expect(offered('目的的确如此', '这就是是否点亮的事', '亮了了解一下')).toEqual([]);
  });

  it('a passage that repeats is offered, a short one is not', () => {
    expect(offered('先把油灌满再把芯子拨正', '好的', '先把油灌满再把芯子拨正', '好的')).toEqual([]);
    const text = '先把油灌满，再把芯子慢慢拨正';
    expect(offered(text, text)).toEqual([['repeat', '2024-03-01#2', text, '']]);
  });

  it('of an introduction of oneself only the sentence is offered, and only at the head of the talk', () => {
    const text = '大家好。我是灯塔公司的产品经理。今晚说灯。';
    expect(offered(text)).toEqual([['introduction', '2024-03-01#1', '我是灯塔公司的产品经理。', '']]);
    const later = [
      ...Array.from({ length: 14 }, (_, i) => `第几步呢这里说的是步骤${'一二三四五六七八九十'[i % 10]}`),
      text,
    ];
    expect(offered(...later).filter(([kind]) => kind === 'introduction')).toEqual([]);
  });
});

describe('applyFixes', () => {
  it('what was accepted is changed, and nothing else', () => {
    const record = talkOf(said('每天对帐，我是灯塔公司的产品。然后关灯'));
    const [first, second] = offerFixes(record);
    expect(texts(applyFixes(record, [second!]))).toEqual(['每天对账，我是灯塔公司的产品。然后关灯']);
    expect(texts(applyFixes(record, [first!]))).toEqual(['然后关灯']);
    expect(applyFixes(record, [])).toEqual(record);
  });

  it('of a passage that repeats the first stays', () => {
    const text = '先把油灌满，再把芯子慢慢拨正';
    const record = talkOf(said(text, text, '完'));
    expect(texts(applyFixes(record, offerFixes(record)))).toEqual([text, '完']);
  });

  it('a change of another message, or of words that are no longer there, changes nothing', () => {
    const record = talkOf(said('每天对账'));
    const fix = { kind: 'slip' as const, at: '2024-03-01#1', from: '对帐', to: '对账' };
    expect(applyFixes(record, [fix, { ...fix, at: '2024-03-01#2', from: '每天' }])).toEqual(record);
  });

  it('what a change puts in is no pattern', () => {
    const record = talkOf(said('每天对帐'));
    const fix = { kind: 'slip' as const, at: '2024-03-01#1', from: '对帐', to: '$&' };
    expect(texts(applyFixes(record, [fix]))).toEqual(['每天$&']);
  });
});
