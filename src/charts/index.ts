export { activity } from './activity.js';
export type { Chart, ChartOptions } from './chart.js';
export { company } from './company.js';
export { dayCharts } from './day.js';
export { renderSvg } from './svg.js';
export { terms } from './terms.js';
export { type Palette, paletteOf } from './theme.js';
export { timeline } from './timeline.js';
