import type { DayAnalysis } from '../../src/analysis/index.js';
import { htmlPage, type PageAssets } from '../../src/report/html.js';
import { type SampleOptions, sampleReport } from './sample-report.js';

export const bare: PageAssets = { charts: [], image: () => null, brief: '灯塔支付 简报\n第二行 <b>' };

export function pageOf(
  analysis: DayAnalysis,
  assets: Partial<PageAssets> = {},
  options: SampleOptions = {},
): string {
  return [...htmlPage(sampleReport(analysis, options), { ...bare, ...assets })].join('');
}

/** The text of a piece of the page as a reader has it. */
export const textOf = (source: string): string =>
  source.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity]!);
const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

export const messageOf = (page: string, n: number): string =>
  new RegExp(`<li id="m${n}".*?</li>`, 's').exec(page)![0];
export const wordsOf = (page: string, n: number): string =>
  textOf(/<div class="x">(.*?)<\/div>(?:<\/details>)?<\/li>/s.exec(messageOf(page, n))![1]!);
