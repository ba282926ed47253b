import { expect, it, vi } from 'vitest';
import { dayCharts } from '../../src/charts/index.js';
import { dayOf, phone } from './day.js';

const loaded = vi.hoisted(() => [] as string[]);
vi.mock('vega', async (original) => {
  loaded.push('vega');
  return original();
});
vi.mock('vega-lite', async (original) => {
  loaded.push('vega-lite');
  return original();
});

it('dayCharts(analysis, options) does not load vega; renderSvg(chart) does', async () => {
  const [chart] = dayCharts(dayOf([{ at: ['09:00', '09:01', '09:02'] }]), phone);
  expect(loaded).toEqual([]);
  const { renderSvg } = await import('../../src/charts/index.js');
  await renderSvg(chart!);
  expect(loaded.sort()).toEqual(['vega', 'vega-lite']);
});
