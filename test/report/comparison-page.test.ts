import { expect, it } from 'vitest';
import { comparisonCharts } from '../../src/charts/index.js';
import { compare, comparedParts, readSide } from '../../src/compare/index.js';
import { corpusOf, mergeCorpora, Query } from '../../src/corpus/index.js';
import { drawCharts } from '../../src/pipeline/index.js';
import { innerNames } from '../../src/privacy/index.js';
import { comparisonPage, showComparison, wordAnchor } from '../../src/report/index.js';
import { analyse } from '../analysis/analyse.js';
import { chat, lists } from '../threads/chat.js';
import { describeInChromium } from './browser.js';
import { poorContrast } from './contrast.js';

const people = ['阿橙', '<img/src=x>', '小舵', '白芷'];
const dayOf = (date: string, about: string) => {
  const script = Array.from(
    { length: 24 },
    (_, i) =>
      `09:${String(i).padStart(2, '0')} ${people[i % people.length]} ${about}第${i}批<script>alert(1)</script>`,
  );
  const analysis = { ...analyse(chat(script.join('\n')), { tokens: true }), date };
  return corpusOf(analysis, [...comparedParts, 'said'], {
    stopwords: lists.stopwords,
    empty: lists.stopwords,
  });
};

async function page(second = '分账'): Promise<string> {
  const corpus = new Query(mergeCorpora(dayOf('2021-03-04', '清算'), dayOf('2021-03-05', second)));
  const shown = showComparison(
    compare([readSide('2021-03-04'), readSide('2021-03-05')], corpus.days()),
    innerNames,
    'zh',
  );
  const listed = [...shown.lists[0]!.differs, ...shown.lists[0]!.fewVoices].map((w) => w.word);
  const charts = await drawCharts(
    (options) =>
      comparisonCharts(
        shown.comparison,
        (word) => (listed.includes(word) ? wordAnchor(0, listed.indexOf(word)) : null),
        options,
      ),
    'zh',
  );
  return comparisonPage(shown, {
    charts,
    edition: '内部版',
    isPublic: false,
    findPage: () => null,
    quote: (at) => corpus.quote(at),
  });
}

it('leads to passages only where there are some', async () => {
  expect(await page()).toContain('href="#passages"');
  expect(await page('清算')).not.toContain('href="#passages"');
});

it('no column or row is headed by nothing', async () => {
  expect(await page()).not.toMatch(/<th[^>]*><\/th>/);
});

describeInChromium('the page of a comparison', (_, open) => {
  it.each(['light', 'dark'] as const)('every word has contrast enough in the %s', async (colorScheme) => {
    const { page: shown } = await open(await page(), { colorScheme });
    expect(await poorContrast(shown)).toEqual([]);
  });

  it('a click on a word of the scatter shows what both sides said with it', async () => {
    const { page: shown, errors, requests, address } = await open(await page());
    await shown.locator('.chart-scatter a:visible').first().click();
    const passages = shown.locator('article.passages:target');
    expect(await passages.count()).toBe(1);
    expect(await passages.locator('.sides > div').count()).toBe(2);
    expect(errors).toEqual([]);
    expect(requests).toEqual([address]);
  });

  it('the sides stand beside each other on a phone too, and nothing runs over', async () => {
    const { page: shown } = await open(await page(), { viewport: { width: 360, height: 740 } });
    const [left, right] = await Promise.all(
      [0, 1].map((i) => shown.locator('article.passages .sides > div').nth(i).boundingBox()),
    );
    expect(left!.y).toBe(right!.y);
    expect(left!.x).toBeLessThan(right!.x);
    expect(await shown.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('what people wrote stays text', async () => {
    const { page: shown } = await open(await page());
    expect(await shown.locator('main script, main img').count()).toBe(0);
    expect(await shown.locator('article.passages').first().textContent()).toContain('<script>');
  });
});
