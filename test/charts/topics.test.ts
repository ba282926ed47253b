import { describe, expect, it } from 'vitest';
import { topicCharts } from '../../src/charts/index.js';
import { matrixChart } from '../../src/charts/matrix.js';
import { renderSvg } from '../../src/charts/svg.js';
import { whoAnswers } from '../../src/charts/who-answers.js';
import { innerNames } from '../../src/privacy/index.js';
import { findTopics } from '../../src/topics/index.js';
import { dayOf, daysOf } from '../topics/days.js';
import { textsIn } from './day.js';

const options = { lang: 'zh', theme: 'light', width: 720 } as const;
const days = daysOf(12);
const { found } = findTopics(days, null, [], { and: '与', count: 3 });
const charts = topicCharts(found, days, innerNames, options);
const drawn = async (name: string) => renderSvg(charts.find((c) => c.name === name)!);

describe('topicCharts(found, days)', () => {
  it('topics over time, map, terms, calendar, term trends and who answers whom', () => {
    expect(charts.map((c) => c.name)).toEqual([
      'topics-time',
      'topics-map',
      'topic-terms',
      'calendar',
      'term-trends',
      'who-answers',
    ]);
  });

  it('each names its topics, months or people', async () => {
    for (const name of ['topics-time', 'topics-map', 'topic-terms'])
      for (const topic of found.topics) expect(await drawn(name)).toContain(topic.name);
    expect(await drawn('calendar')).toContain('2024-03');
    expect(await drawn('who-answers')).toContain('1 半帆');
  });

  it('the same days give the same pictures', async () => {
    const again = topicCharts(found, days, innerNames, options);
    expect(await Promise.all(again.map(renderSvg))).toEqual(await Promise.all(charts.map(renderSvg)));
  });

  it('of no days there are none', () => {
    const none = findTopics([], null, [], { and: '与' }).found;
    expect(topicCharts(none, [], innerNames, options)).toEqual([]);
  });
});

describe('whoAnswers(days)', () => {
  const people = Array.from({ length: 14 }, (_, i) => `灯塔看守${String.fromCharCode(0x7532 + i)}`);
  const answers = people.flatMap((answerer, i) =>
    Array.from({ length: 40 - i }, (_, k) => ({ asker: `新人${k}`, answerer })),
  );
  const [day] = days;
  const busy = [{ ...day!, threads: [{ ...day!.threads[0]!, answers }] }] as typeof days;

  it('on a phone draws as many people as leave room for their counts, and writes every count', async () => {
    const texts = textsIn(await renderSvg(whoAnswers(busy, innerNames, { ...options, width: 340 })!));
    const rows = texts.filter((text) => /^\d+ 灯/.test(text)).length;
    expect(rows).toBeGreaterThanOrEqual(6);
    expect(rows).toBeLessThan(12);
    for (let i = 0; i < rows; i++) expect(texts).toContain(String(40 - i));
  });

  it('draws twelve where there is room', async () => {
    const texts = textsIn(await renderSvg(whoAnswers(busy, innerNames, options)!));
    expect(texts.filter((text) => /^\d+ 灯/.test(text))).toHaveLength(12);
  });
});

describe('charts of topics and terms over months', () => {
  const about = ['对账', '跨境', '风控'] as const;
  const months = [
    ...[dayOf('2023-11-02', about), dayOf('2024-01-05', [])],
    ...[dayOf('2024-03-03', ['对账', '对账']), dayOf('2024-07-12', about)],
  ];
  const topics = findTopics(months, null, [], { and: '与', count: 3 }).found;
  const over = topicCharts(topics, months, innerNames, options);
  const labels = ['23-11', '23-12', '24-01', '24-02', '24-03', '24-04', '24-05', '24-06', '24-07'];

  it.each(['topics-time', 'term-trends'])('%s has a labelled column for every month', async (name) => {
    const texts = textsIn(await renderSvg(over.find((c) => c.name === name)!));
    expect(texts.filter((text) => /^\d\d-\d\d$/.test(text))).toEqual(labels);
  });

  it.each(['topics-time', 'term-trends'])(
    '%s leaves months without a log blank, not those in which nothing was said, and says so',
    (name) => {
      const { spec, summary } = over.find((c) => c.name === name)!;
      const [cells] = (spec as unknown as { layer: { data: { values: { left: number }[] } }[] }).layer;
      const lefts = [...new Set(cells!.data.values.map((cell) => cell.left))].sort((a, b) => a - b);
      const width = Math.min(...lefts.slice(1).map((left, i) => left - lefts[i]!)) / 2;
      expect(lefts.map((left) => labels[Math.round((left - lefts[0]!) / width)])).toEqual([
        ...['23-11', '24-01', '24-03', '24-07'],
      ]);
      expect(summary).toContain('空白的月份没有记录');
    },
  );

  it('the calendar says what it counts', () => {
    expect(over.find((c) => c.name === 'calendar')!.summary).toContain('不算签到、通知、单发的链接');
  });
});

describe('matrixChart(matrix)', () => {
  const matrix = { name: 'm', title: '灯', subtitle: '油', rows: ['阿橙'], columns: ['1', '2'] };

  it('writes a count in its cell, and none where there is nothing', async () => {
    const svg = await renderSvg(matrixChart({ ...matrix, values: [[37, 0]] }, options)!);
    expect(svg).toContain('>37<');
    expect(svg).not.toContain('>0<');
  });

  it('is none where all is empty', () => {
    expect(matrixChart({ ...matrix, values: [[0, null]] }, options)).toBeNull();
  });
});
