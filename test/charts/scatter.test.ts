import { expect, it } from 'vitest';
import { textWidth } from '../../src/charts/measure.js';
import { scatter } from '../../src/charts/scatter.js';
import { renderSvg } from '../../src/charts/svg.js';
import { fontSizes } from '../../src/charts/theme.js';
import { textsIn } from './day.js';

const list = ['清算', '分账', '头寸'].map((form, i) => ({
  ...{ form, rates: [i + 1, 3 - i] as const, z: 1 - i, differs: i !== 1, anchor: null },
}));
const labels = ['2021-03-01..2021-03-07', '2021-03-08..2021-03-14'] as const;

it.each([340, 720])('the legend says every side in full and stays in the picture, %i wide', async (width) => {
  const svg = await renderSvg(scatter(list, labels, { lang: 'zh', theme: 'light', width })!);
  for (const label of labels) expect(textsIn(svg)).toContain(`${label} 更多`);
  // an entry begins where the group about its square does
  const before = svg.split('role-legend-symbol').slice(0, -1);
  const starts = before.map((part) => Number(/.*<g transform="translate\(([\d.]+),/s.exec(part)![1]));
  expect(starts).toHaveLength(3);
  const longest = textWidth(`${labels[0]} 更多`, fontSizes.small);
  for (const start of starts.slice(0, 2)) expect(start + longest).toBeLessThan(width);
});
