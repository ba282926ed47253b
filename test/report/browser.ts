/// <reference lib="dom" />
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium as engine, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import type { DayAnalysis } from '../../src/analysis/index.js';
import { htmlPage, type PageAssets } from '../../src/report/html.js';
import { sampleReport } from './sample-report.js';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What a page has besides its report, unless a test says otherwise. */
export const bare: PageAssets = { charts: [], image: () => null, brief: '灯塔支付 简报\n今天要办' };

/** A page that a test looks at, what it asked for and what went wrong in it. */
interface Opened {
  page: Page;
  address: string;
  requests: string[];
  errors: string[];
}

/** Opens the page of a day from the disk. */
export type Open = (
  analysis: DayAnalysis,
  options?: BrowserContextOptions & { assets?: Partial<PageAssets> },
) => Promise<Opened>;

/** Opens a page that is given as it is. */
export type OpenHtml = (source: string, options?: BrowserContextOptions) => Promise<Opened>;

/** Tests in a browser; without one they are skipped, and the title says so. */
export function describeChromium(title: string, tests: (browser: () => Browser) => void): void {
  const found = existsSync(chromium);
  describe.skipIf(!found)(`${title} in Chromium (skipped where ${chromium} is not installed)`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await engine.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
    });
    afterAll(async () => {
      await browser?.close();
    });
    tests(() => browser);
  });
}

/** Tests that look at pages in a browser. */
export function describeInChromium(title: string, tests: (open: Open, openHtml: OpenHtml) => void): void {
  describeChromium(title, (browser) => {
    let pages = 0;
    const folder = mkdtempSync(join(tmpdir(), 'huati-page-'));
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });
    const openHtml: OpenHtml = async (source, options) => {
      const file = join(folder, `${pages++}.html`);
      writeFileSync(file, source);
      const address = pathToFileURL(file).href;
      const context = await browser().newContext({ viewport: { width: 1100, height: 800 }, ...options });
      const page = await context.newPage();
      const [requests, errors]: [string[], string[]] = [[], []];
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(address);
      return { page, address, requests, errors };
    };
    const open: Open = (analysis, { assets = {}, ...options } = {}) =>
      openHtml([...htmlPage(sampleReport(analysis), { ...bare, ...assets })].join(''), options);
    tests(open, openHtml);
  });
}
