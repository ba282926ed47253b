import { describe, expect, it } from 'vitest';
import { topicCharts } from '../../src/charts/index.js';
import { matrixChart } from '../../src/charts/matrix.js';
import { renderSvg } from '../../src/charts/svg.js';
import { innerNames } from '../../src/privacy/index.js';
import { findTopics } from '../../src/topics/index.js';
import { daysOf } from '../topics/days.js';

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
