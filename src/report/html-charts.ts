import { html, Markup, type Part } from './html-markup.js';
import type { Page, ThemedChart } from './html-page.js';
import { section } from './html-parts.js';

const drawn = ({ light, dark }: ThemedChart, size: 'wide' | 'narrow' | 'any'): Markup =>
  html`<div class="${size} on-light">${new Markup(light)}</div><div class="${size} on-dark">${new Markup(dark)}</div>`;

/**
 * Charts, each for light and dark, wide and narrow; the style shows the one that fits. What a chart says in words is for
 * those who hear the page: those who see it read the same in the picture. A picture with links in it is for both.
 */
export const figures = (charts: Page['assets']['charts']): Part =>
  charts.map((chart) =>
    'embedded' in chart
      ? html`<figure class="embedded" data-charts="${chart.embedded}" data-chart="${chart.name}"><div class="plot" aria-hidden="true"></div>
<figcaption class="heard">${chart.title}: ${chart.summary}</figcaption>
</figure>
`
      : html`<figure>
<div${!chart.light.includes('<a ') && html` aria-hidden="true"`}>${drawn(chart, chart.narrow ? 'wide' : 'any')}${chart.narrow && drawn(chart.narrow, 'narrow')}</div>
<figcaption class="heard">${chart.title}: ${chart.summary}</figcaption>
</figure>
`,
  );

/** The day's charts. */
export const chartsSection = ({ assets, w }: Page): Part =>
  assets.charts.length > 0 && section('charts', w.figures, figures(assets.charts));
