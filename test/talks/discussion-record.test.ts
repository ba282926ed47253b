import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayEvidence, type KeepingModel, readKeeping, worthOf } from '../../src/talks/index.js';
import { chat } from '../threads/chat.js';
import { evening } from '../threads/talk.js';
import { study } from './study.js';

const shipped = readKeeping(readFileSync(new URL('../../models/keeping.json', import.meta.url), 'utf8'));
/** The shipped model with another judge of days, who keeps every message. */
const judging = (bias: number, threshold = 0): KeepingModel => ({
  ...shipped,
  threshold,
  day: { bias, weights: {}, threshold: 0.5 },
});

/** So many questions on payments, each answered by somebody; 小舵 answers most. */
const discussed = (questions: number) =>
  Array.from({ length: questions }, (_, i) => {
    const minute = (k: number) => String(i * 2 + k).padStart(2, '0');
    const [asker, answerer] = [['阿橙', '半帆', '老锚'][i % 3]!, i % 4 ? '小舵' : '海灯'];
    return `  10:${minute(0)} ${asker} 请问第${i}种支付牌照的备付金怎么对账？
  10:${minute(1)} ${answerer} @${asker} 第${i}种备付金按清算日对账，差错第二天调账`;
  }).join('\n');
const day = chat(`\n${discussed(12)}\n  10:40 老锚 签到`);

describe('findTalks on a day without a guest', () => {
  it('the discussion of a day that the model holds worth a record is one, of its own kind', () => {
    const { talks } = study(day, judging(5));
    expect(talks).toHaveLength(1);
    expect(talks[0]).toMatchObject({ kind: 'discussion', speaker: '小舵', passages: [], qa: [], host: null });
    expect(talks[0]!.discussion).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
  });

  it('its title is that of the thread of which most is kept', () => {
    const { talks, threads } = study(day, judging(5));
    expect(threads.map((t) => t.title)).toContain(talks[0]!.title);
  });

  it('a day that the model does not hold worth one has none', () => {
    expect(study(day, judging(-5)).talks).toEqual([]);
  });

  it('without a model, or with few messages that are kept, there is none', () => {
    expect(study(day).talks).toEqual([]);
    expect(study(day, judging(5, 1)).talks).toEqual([]);
    expect(study(chat(`\n${discussed(2)}`), judging(5)).talks).toEqual([]);
  });

  it('pictures are no discussion: ten messages at least, and half of all that is kept, say something in words', () => {
    const pictures = (count: number) =>
      Array.from(
        { length: count },
        (_, i) => `  11:${String(i).padStart(2, '0')} 海灯 ![2024-05-16 11:00](images/${i}.jpg)`,
      ).join('\n');
    const talksOf = (questions: number, images: number) =>
      study(chat(`\n${discussed(questions)}\n${pictures(images)}`), judging(5)).talks;
    expect(talksOf(6, 10).map((talk) => talk.discussion.length)).toEqual([22]);
    expect(talksOf(6, 14)).toEqual([]);
    expect(talksOf(4, 4)).toEqual([]);
  });

  it('a day with a talk has its talk, and no record of a discussion beside it', () => {
    expect(study(chat(evening), judging(5)).talks.map((talk) => talk.kind)).toEqual(['talk']);
  });
});

describe('worthOf', () => {
  const worth = (script: string) => {
    const found = study(chat(script));
    return worthOf(dayEvidence({ ...found, ...chat(script), mentions: found.people.mentions }), shipped.day);
  };

  it('a day of many answered questions is worth more than one of few', () => {
    expect(worth(`\n${discussed(29)}`)).toBeGreaterThan(worth(`\n${discussed(2)}`));
  });

  it('the shipped judge holds a short day no record', () => {
    expect(worth(`\n${discussed(12)}`)).toBeLessThan(shipped.day.threshold);
  });

  it('second copies of messages count for nothing', () => {
    const { messages } = day;
    const found = study(day);
    const copied = messages.map((m) => ({ ...m, duplicateOf: m.n > 1 ? 1 : null }));
    const evidence = dayEvidence({ ...found, ...day, messages: copied, mentions: found.people.mentions });
    expect(evidence.messages).toBeCloseTo(Math.log(2));
    expect(evidence.answered).toBeLessThanOrEqual(Math.log(2));
  });
});
