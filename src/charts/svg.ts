import type { Chart } from './chart.js';
import { plainLine } from './label.js';
import { mendMeasure } from './measure.js';

/** A chart holds its data: whatever else it asks for, from a disk or a network, it does not get. It links to its own page. */
const nothing = {
  load: () => Promise.reject(new Error('a chart loads nothing')),
  sanitize: (address: string) =>
    /^#[\w-]+$/.test(address)
      ? Promise.resolve({ href: address })
      : Promise.reject(new Error('a chart links to nothing else')),
  http: () => Promise.reject(new Error('a chart loads nothing')),
  file: () => Promise.reject(new Error('a chart loads nothing')),
};

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string) => plainLine(text).replace(/[&<>"]/g, (c) => entities[c]!);

/** Vega is large, and most runs draw nothing: it is loaded when it is first called for. */
async function loadVega() {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  mendMeasure(vega);
  return { vega, vegaLite };
}

/** In place of vega's opening tag: as wide as drawn where there is room, else as wide as the page. */
function openingTag(tag: string, { title, summary, name }: Chart): string {
  const [, width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(tag)!;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-${escapeText(name)}" role="img" width="${width}" height="${height}"` +
    ` viewBox="0 0 ${width} ${height}" style="max-width:100%;height:auto">` +
    `<title>${escapeText(title)}</title><desc>${escapeText(summary)}</desc>`
  );
}

/**
 * The picture of a chart, as an SVG element that can stand in a page or in a file of its own. The same chart gives the
 * same bytes. Whatever its data say stays text.
 */
export async function renderSvg(chart: Chart): Promise<string> {
  const { vega, vegaLite } = await loadVega();
  const { spec } = vegaLite.compile(chart.spec);
  const view = new vega.View(vega.parse(spec), { renderer: 'none', loader: nothing, logLevel: vega.Error });
  try {
    const svg = await view.toSVG();
    return svg.replace(/^<svg[^>]*>/, (tag) => openingTag(tag, chart));
  } finally {
    view.finalize();
  }
}
