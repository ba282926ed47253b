import { html, Markup, type Part } from './html-markup.js';
import type { Page, ThemedChart } from './html-page.js';
import { section } from './html-parts.js';

const drawn = ({ light, dark }: ThemedChart, size: 'wide' | 'narrow' | 'any'): Markup =>
  html`<div class="${size} on-light">${new Markup(light)}</div><div class="${size} on-dark">${new Markup(dark)}</div>`;

/**
 * The day's charts, each for light and dark, wide and narrow; the style shows the one that fits. What a chart says in
 * words is for those who hear the page: those who see it read the same in the picture.
 */
export function chartsSection({ assets, w }: Page): Part {
  if (!assets.charts.length) return null;
  const figures = assets.charts.map(
    (chart) => html`<figure>
<div aria-hidden="true">${drawn(chart, chart.narrow ? 'wide' : 'any')}${chart.narrow && drawn(chart.narrow, 'narrow')}</div>
<figcaption class="heard">${chart.title}: ${chart.summary}</figcaption>
</figure>
`,
  );
  return section('charts', w.figures, figures);
}
