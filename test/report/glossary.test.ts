import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossaryMarkdown } from '../../src/report/glossary-markdown.js';
import { glossaryPage } from '../../src/report/glossary-page.js';
import type { Entry } from '../../src/text/index.js';
import { anyEntry, entry } from '../glossary/entries.js';
import { describeInChromium } from './browser.js';

const entries = [
  entry({
    term: '灯塔费',
    aliases: ['灯费'],
    class: 'product',
    english: 'lighthouse fee',
    definition: '为灯塔付的费。',
    source: '海规1',
    status: 'approved',
    confused: ['浮标费'],
    where: '中国内地',
    senses: [{ where: '日本', definition: '港口代收的费。' }],
  }),
  entry({ term: '浮标费', class: 'product', definition: '为浮标付的费。', from: '2001' }),
  entry({ term: '雾号', class: 'tech' }),
];
const pageOf = (list: readonly Entry[]) => [...glossaryPage(list, 'zh')].join('');

describe('glossaryMarkdown', () => {
  it('entries stand by class and initial, with status, definition and source or that there is none', () => {
    expect(glossaryMarkdown(entries, 'zh')).toBe(`# 词汇表

3 个词条

## 技术 1

### W

- **雾号** 〔草稿〕 还没有释义（无出处）

## 产品 2

### D

- **灯塔费** lighthouse fee 〔已批准〕 为灯塔付的费。（海规1）
  - 义项：日本：港口代收的费。（无出处）
  - 别的写法：灯费
  - 别混：浮标费
  - 适用：中国内地

### F

- **浮标费** 〔草稿〕 为浮标付的费。（无出处）
  - 有效：2001 至 今
`);
  });

  it('nothing in an entry is markup', () => {
    fc.assert(
      fc.property(anyEntry, (any) => {
        expect(glossaryMarkdown([any], 'zh')).not.toMatch(/<|(?<!\\)`|\r/);
      }),
    );
  });
});

describe('glossaryPage', () => {
  it('nothing in an entry is markup', () => {
    const tags = (page: string) =>
      page.match(/<\/?[a-z][^>]*>/gi)!.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    const hostile = '"><script>alert(1)</script><b x=\'';
    const plain = pageOf([entry({ term: '甲', definition: '甲', notes: '甲', english: '甲' })]);
    const page = pageOf([entry({ term: hostile, definition: hostile, notes: hostile, english: hostile })]);
    const known = new Set(tags(plain));
    expect(tags(page).filter((tag) => !known.has(tag))).toEqual([]);
  });

  it('the same glossary gives the same bytes, in whichever order it is given', () => {
    expect(pageOf([...entries].reverse())).toBe(pageOf(entries));
  });
});

describeInChromium('a glossary page', (_, open) => {
  const shown = (page: Awaited<ReturnType<typeof open>>['page']) =>
    page.locator('.entry:visible h3').allTextContents();

  it('is searched by term, other form, English, pinyin and its initials; Escape shows all again', async () => {
    const { page } = await open(pageOf(entries));
    for (const sought of ['灯塔', '灯费', 'LightHouse', 'dengta', 'dtf', '海鸥']) {
      await page.keyboard.press('/');
      await page.locator('#filter').fill(sought);
      await expect
        .poll(() => page.locator('#shown').textContent())
        .toBe(sought === '海鸥' ? '0 / 3 条' : '1 / 3 条');
      if (sought !== '海鸥') expect((await shown(page))[0]).toContain('灯塔费');
    }
    expect(await page.locator('#none').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await shown(page)).toHaveLength(3);
  });

  it.each([390, 1280])('a letter of the index leads to its entries, at a width of %i', async (width) => {
    const many = ['灯', '浮', '雾', '锚'].flatMap((first, k) =>
      Array.from({ length: 40 }, (_, i) =>
        entry({ term: `${first}塔${i}`, definition: '照亮海面。'.repeat((i % 9) * (k + 1)) }),
      ),
    );
    const { page } = await open(pageOf(many), { viewport: { width, height: 800 } });
    for (const letter of ['F', 'M', 'W']) {
      await page.click(`nav.contents a[href="#letter-${letter}"]`);
      const heading = page.locator(`#letter-${letter} h2`);
      await expect.poll(async () => (await heading.boundingBox())!.y).toBeLessThan(200);
      expect((await heading.boundingBox())!.y).toBeGreaterThan(50);
    }
  });

  it('is searched in traditional characters, and by initials between digits and letters that stand whole', async () => {
    const { page } = await open(
      pageOf([...entries, entry({ term: '7×24灯POS费' }), entry({ term: '雾号機' })]),
    );
    for (const [sought, term] of [
      ['燈塔費', '灯塔费'],
      ['霧號机', '雾号機'],
      ['7x24dposf', '7×24灯POS费'],
    ]) {
      await page.locator('#filter').fill(sought!);
      await expect.poll(() => shown(page)).toEqual([expect.stringContaining(term!)]);
    }
  });

  it('asks nothing of a network, and no script of an entry runs', async () => {
    const hostile = '<img src=https://example.org/x onerror=alert(1)><script>document.title="x"</script>';
    const { page, requests, errors, address } = await open(
      pageOf([...entries, entry({ term: '标', definition: hostile, notes: hostile })]),
    );
    expect([requests, errors]).toEqual([[address], []]);
    expect(await page.title()).toBe('词汇表');
    expect(await page.locator('.entry', { hasText: 'onerror' }).count()).toBe(1);
  });

  it('is narrowed to a class, and a link to a hidden entry shows it', async () => {
    const { page } = await open(
      pageOf([...entries, entry({ term: '海费', related: ['雾号'], class: 'role' })]),
    );
    await page.locator('#class').selectOption('role');
    expect(await page.locator('.entry:visible').count()).toBe(1);
    await page.locator('.entry:visible a').click();
    expect(await page.locator('.entry:target h3').textContent()).toContain('雾号');
    expect(await page.locator('.entry:target').isVisible()).toBe(true);
  });

  it('fits a phone, and is dark where the reader wants it', async () => {
    const { page } = await open(pageOf(entries), {
      viewport: { width: 360, height: 700 },
      colorScheme: 'dark',
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await paper();
    await page.locator('#theme').click();
    expect(await paper()).not.toBe(dark);
  });

  it('without scripts it is whole, and has no search that would not work', async () => {
    const { page } = await open(pageOf(entries), { javaScriptEnabled: false });
    expect(await page.locator('.entry:visible').count()).toBe(3);
    expect(await page.locator('#filter').isVisible()).toBe(false);
  });
});
