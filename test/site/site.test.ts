import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { huati } from '../cli/run.js';
import { filesIn, folderWith } from '../pipeline/folder.js';
import { describeChromium } from '../report/browser.js';
import { poorContrast } from '../report/contrast.js';
import { logOf } from '../threads/chat.js';

const people = ['阿橙', '半帆', '小舵', '白芷', '穗禾', '阿舟'];
const talk = (about: string, times: number) =>
  Array.from(
    { length: times },
    (_, i) => `09:${String(i).padStart(2, '0')} ${people[i % people.length]} ${about}第${i}批<b>怎么样</b>`,
  ).join('\n');
const files = {
  'logs/灯塔/2021-03-04.md': logOf(talk('清算对账', 30)),
  'logs/灯塔/2021-03-05.md': logOf(talk('报送备付金', 30)),
};

async function made(...argv: string[]): Promise<string> {
  const folder = folderWith(files);
  const { code } = await huati(folder, ['site', 'logs', '-o', 's', ...argv]);
  expect(code).toBe(0);
  return join(folder, 's');
}

describe('huati site', () => {
  it('every address on a page leads to a file of the site, or to a part of the page', async () => {
    const folder = await made();
    const pages = filesIn(folder).filter((name) => name.endsWith('.html'));
    expect(pages).toContain('days/灯塔/2021-03-04.html');
    const there = new Set(filesIn(folder));
    for (const name of pages) {
      const source = readFileSync(join(folder, name), 'utf8');
      const base = new URL(`site:///${name.split('/').map(encodeURIComponent).join('/')}`);
      for (const [, href] of source.matchAll(/<(?:a|script)\b[^>]* (?:href|src)="([^"]*)"/g)) {
        if (/^https?:/.test(href!)) continue;
        const { pathname } = new URL(href!, base);
        expect(there, `${href} in ${name}`).toContain(decodeURIComponent(pathname.slice(1)));
      }
    }
  }, 60_000);

  it('the source of an entry leads to its message where the site has that day', async () => {
    const folder = folderWith({
      ...files,
      'huati.yaml': 'dictionaries: [own.yaml]\n',
      'own.yaml': '- {term: 清算, class: concept, source: 灯塔/2021-03-04#2；灯塔/2020-01-01#1}\n',
    });
    await huati(folder, ['site', 'logs', '-o', 's']);
    const link = `<a href="../days/${encodeURIComponent('灯塔')}/2021-03-04.html#m2">灯塔/2021-03-04#2</a>；灯塔/2020-01-01#1`;
    const pages = filesIn(join(folder, 's')).filter((name) =>
      readFileSync(join(folder, 's', name), 'utf8').includes(link),
    );
    // the glossary and the page of the term
    expect(pages).toEqual([expect.stringMatching(/^terms\/[0-9a-f]{12}\.html$/), 'terms/glossary.html']);
  }, 60_000);

  it("a term's page names the forms that the logs have, and no other form of its entry", async () => {
    const folder = folderWith({
      'logs/灯塔/2021-03-04.md': logOf('09:00 阿橙 备付金放哪\n09:01 半帆 客户备用金吧\n09:02 小舵 备付金'),
      'huati.yaml': 'dictionaries: [own.yaml]\n',
      'own.yaml': '- {term: 备付金, class: concept, aliases: [客户备用金, 保备金]}\n',
    });
    await huati(folder, ['site', 'logs', '-o', 's']);
    const page = filesIn(join(folder, 's'))
      .filter((name) => /^terms\/[0-9a-f]{12}\.html$/.test(name))
      .map((name) => readFileSync(join(folder, 's', name), 'utf8'))
      .find((source) => source.includes('<h1>备付金 '));
    expect(page).toContain(`${words('zh').page.forms} 客户备用金</p>`);
  }, 60_000);

  it('the same days give the same bytes', async () => {
    const [a, b] = [await made(), await made()];
    for (const name of filesIn(a))
      expect(readFileSync(join(b, name)).equals(readFileSync(join(a, name))), name).toBe(true);
  }, 60_000);

  it('what an earlier run wrote and no longer belongs is taken away, of one that was broken off, too', async () => {
    const folder = await made();
    const own = join(folder, 'days/灯塔/notes.txt');
    writeFileSync(own, '');
    rmSync(join(folder, '../logs/灯塔/2021-03-05.md'));
    mkdirSync(join(folder, 'records/码头'), { recursive: true });
    writeFileSync(join(folder, 'records/码头/2021-03-01.html'), '');
    appendFileSync(join(folder, 'files.txt'), 'records/码头/2021-03-01.html\n../huati.yaml\n');
    writeFileSync(join(folder, '../huati.yaml'), '');
    await huati(join(folder, '..'), ['site', 'logs', '-o', 's']);
    expect(existsSync(own)).toBe(true);
    rmSync(own);
    expect(existsSync(join(folder, '../huati.yaml'))).toBe(true);
    const alone = folderWith({ 'logs/灯塔/2021-03-04.md': files['logs/灯塔/2021-03-04.md'] });
    await huati(alone, ['site', 'logs', '-o', 's']);
    expect(filesIn(folder)).toEqual(filesIn(join(alone, 's')));
    expect(
      readFileSync(join(folder, 'files.txt'), 'utf8').split('\n').filter(Boolean).concat('files.txt').sort(),
    ).toEqual(filesIn(folder).sort());
  }, 60_000);

  it('a public site names nobody, in no file', async () => {
    const folder = await made('--public');
    for (const name of filesIn(folder))
      for (const person of people)
        expect(readFileSync(join(folder, name), 'utf8'), name).not.toContain(person);
  }, 60_000);
});

describeChromium('a site', (browser) => {
  it('opens from a disk, searches, compares and draws, and asks no other place for anything', async () => {
    const folder = await made();
    const page = await browser().newPage({ viewport: { width: 1100, height: 900 } });
    const [asked, errors]: [string[], string[]] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const at = (path: string) => pathToFileURL(folder).href + path;

    await page.goto(at('/search.html#q=%E5%A4%87%E4%BB%98%E9%87%91'));
    await page.locator('#hits li').first().waitFor();
    expect(await page.locator('#hits li').count()).toBe(30);
    expect(await page.locator('#hits b').count()).toBe(0);
    await page.locator('#hits a').first().click();
    await page.waitForURL(/2021-03-05\.html#m30$/);

    await page.locator('figure.embedded').first().scrollIntoViewIfNeeded();
    await page.locator('figure.embedded svg').first().waitFor();

    const found = async (query: string) => {
      await page.goto(at(`/search.html#q=${encodeURIComponent(query)}`));
      return () => page.locator('#hits li').count();
    };
    await expect.poll(await found('備付金')).toBe(30);
    await expect.poll(await found('阿橙')).toBe(10);
    await expect.poll(await found('阿橙 备付金')).toBe(5);

    await page.goto(at('/compare.html#2021-03-04,2021-03-05'));
    await page.locator('button.word').first().click();
    expect(await page.locator('#compared').textContent()).toContain(words('zh').compare.changes.new);

    await page.goto(at('/terms/index.html'));
    await page.locator('#narrow').fill('备付金');
    await expect.poll(() => page.locator('ul.words li:visible').count()).toBe(1);
    for (const sought of ['備付金', 'beifujin', 'bfj']) {
      await page.locator('#narrow').fill(sought);
      await expect.poll(() => page.locator('ul.words li:visible').allTextContents()).toHaveLength(1);
    }
    const left = (selector: string) => page.locator(selector).first().boundingBox();
    expect((await left('nav.site a'))!.x).toBe((await left('main h1'))!.x);
    expect(errors).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(at('/')))).toEqual([]);
    await page.close();
  }, 60_000);

  it('an address that was cut short is taken as it stands', async () => {
    const folder = await made();
    const page = await browser().newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${pathToFileURL(join(folder, 'search.html')).href}#q=%E5%A4%87%E4%BB`);
    await expect.poll(() => page.locator('#said').textContent()).toBe(words('zh').site.search.none);
    await page.goto(`${pathToFileURL(join(folder, 'compare.html')).href}#2021-03-04,%E5`);
    await page.locator('#compared .none').waitFor();
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);

  it('what was asked last is what is shown, however late the answer to what was asked before it comes', async () => {
    const folder = await made();
    const page = await browser().newPage();
    /** Asks for one thing and then for another; what the first alone needs comes when the second is shown. */
    const askTwice = async (file: string, held: RegExp, asked: string[], isShown: () => Promise<void>) => {
      let letGo = () => {};
      const shown = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      await page.route(held, async (route) => {
        await shown;
        await route.continue();
      });
      await page.goto(pathToFileURL(join(folder, file)).href);
      const begun = page.waitForRequest(held);
      for (const hash of asked) {
        await page.evaluate((to) => {
          location.hash = to;
        }, hash);
      }
      await begun;
      await isShown();
      letGo();
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(300);
      await isShown();
    };
    const compared = () =>
      expect.poll(() => page.locator('#compared thead').first().textContent()).toBe('2021-03-042021-03-04');
    await askTwice(
      'compare.html',
      /words.*2021-03-05/,
      ['2021-03-04,2021-03-05', '2021-03-04,2021-03-04'],
      compared,
    );
    const said = () => expect.poll(() => page.locator('#said').textContent()).toBe('');
    await askTwice('search.html', /data\/search\/index/, ['q=蜃楼', 'q='], said);
    await page.close();
  }, 60_000);

  it('a chart on paper is light, however dark the screen, and says in words what it shows where it was not drawn', async () => {
    const folder = await made();
    const page = await browser().newPage({ viewport: { width: 1100, height: 900 }, colorScheme: 'dark' });
    await page.goto(pathToFileURL(join(folder, 'days/灯塔/2021-03-04.html')).href);
    const paper = () => page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const caption = page.locator('figure.embedded figcaption').first();
    await paper();
    expect((await caption.boundingBox())!.height).toBeGreaterThan(10);

    await page.emulateMedia({ media: null, colorScheme: 'dark' });
    await page.locator('figure.embedded').first().scrollIntoViewIfNeeded();
    const drawn = page.locator('figure.embedded svg').first();
    await drawn.waitFor();
    const ground = () => drawn.evaluate((svg) => (svg as SVGElement).style.backgroundColor);
    expect(await ground()).toBe('rgb(21, 24, 28)');
    await page.evaluate(() => {
      matchMedia('print').addEventListener('change', ({ matches: printing }) => {
        const svg = document.querySelector<SVGElement>('figure.embedded svg')!;
        if (printing) document.body.dataset.printed = svg.style.backgroundColor;
      });
    });
    await page.pdf();
    expect(await page.evaluate(() => document.body.dataset.printed)).toBe('rgb(255, 255, 255)');
    await expect.poll(ground).toBe('rgb(21, 24, 28)');
    await page.close();
  }, 60_000);

  it.each(['light', 'dark'] as const)(
    'every word has contrast enough in the %s',
    async (colorScheme) => {
      const folder = await made();
      const page = await browser().newPage({ colorScheme });
      for (const name of ['index.html', 'people/index.html', 'compare.html#2021-03-04,2021-03-05']) {
        await page.goto(`${pathToFileURL(folder).href}/${name}`);
        if (name.startsWith('compare')) await page.locator('.beside').first().waitFor();
        expect(await poorContrast(page), name).toEqual([]);
      }
      await page.close();
    },
    60_000,
  );

  it('a calendar heads its columns with the days of the week, and a day stands under its own', async () => {
    const folder = await made();
    const page = await browser().newPage();
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    const month = page.locator('.month table').first();
    expect(await month.locator('thead th').allTextContents()).toEqual(words('zh').site.weekdays);
    const column = (text: string) =>
      month.locator('td a', { hasText: text }).evaluate((day) => day.closest('td')!.cellIndex);
    expect([await column('4'), await column('5')]).toEqual([3, 4]); // 2021-03-04 was a Thursday
    await page.close();
  }, 60_000);

  it('nothing that invites to type is cut, and no heading of a column is broken', async () => {
    const folder = await made();
    const page = await browser().newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(pathToFileURL(join(folder, 'people/index.html')).href);
    const field = page.locator('#narrow');
    const needed = await field.evaluate((input: HTMLInputElement) => {
      const context = document.createElement('canvas').getContext('2d')!;
      context.font = getComputedStyle(input).font;
      return context.measureText(input.placeholder).width;
    });
    expect((await field.boundingBox())!.width).toBeGreaterThan(needed + 20);
    const heads = page.locator('table.list thead th:visible');
    const lines = await heads.evaluateAll((all) =>
      all.map((th) => th.clientHeight / Number.parseFloat(getComputedStyle(th).lineHeight)),
    );
    expect(Math.max(...lines)).toBeLessThan(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.close();
  }, 60_000);

  it('what a hand would use is on no paper, and charts are told in words where scripts are off', async () => {
    const folder = await made();
    const context = await browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'days/灯塔/2021-03-04.html')).href);
    const caption = page.locator('figure.embedded figcaption').first();
    expect((await caption.boundingBox())!.height).toBeGreaterThan(10);
    await context.close();
    const printed = await browser().newPage();
    await printed.emulateMedia({ media: 'print' });
    for (const name of ['index.html', 'terms/index.html', 'terms/glossary.html', 'search.html']) {
      await printed.goto(pathToFileURL(join(folder, name)).href);
      const controls = await printed.locator('button, #narrow, #filter, select, nav').all();
      expect(controls.length).toBeGreaterThan(0);
      for (const control of controls) expect(await control.isVisible(), name).toBe(false);
    }
    await printed.close();
  }, 60_000);

  it('any two bars of a comparison are as long as their rates, at every width', async () => {
    const folder = folderWith({
      'logs/灯塔/2021-03-04.md': logOf(`${talk('清算对账', 40)}\n${talk('头寸不够', 20)}`),
      'logs/灯塔/2021-03-05.md': logOf(`${talk('报送备付金', 55)}\n${talk('头寸不够', 5)}`),
    });
    await huati(folder, ['site', 'logs', '-o', 's']);
    for (const width of [1280, 390]) {
      const page = await browser().newPage({ viewport: { width, height: 900 } });
      await page.goto(`${pathToFileURL(join(folder, 's/compare.html')).href}#2021-03-04,2021-03-05`);
      await page.locator('.track').first().waitFor();
      const bars = await page.locator('td:has(.bar)').evaluateAll((cells) =>
        cells.map((cell) => ({
          rate: Number(/([\d.]+)‰/.exec(cell.textContent)?.[1] ?? 0),
          pixels: cell.querySelector('.bar')!.getBoundingClientRect().width,
        })),
      );
      const highest = bars.reduce((a, b) => (b.rate > a.rate ? b : a));
      expect(new Set(bars.map((bar) => bar.rate)).size, `rates at ${width}`).toBeGreaterThan(3);
      for (const { rate, pixels } of bars)
        expect(pixels / highest.pixels, `${rate}‰ at ${width}`).toBeCloseTo(rate / highest.rate, 1);
      await page.close();
    }
  }, 60_000);

  it('a page loads less than a megabyte before data is asked for', async () => {
    const folder = await made();
    const page = await browser().newPage({ viewport: { width: 1100, height: 900 } });
    for (const name of ['index.html', 'search.html', 'terms/index.html', 'days/灯塔/2021-03-04.html']) {
      const asked = new Set<string>();
      page.on('request', (request) => asked.add(request.url()));
      await page.goto(pathToFileURL(join(folder, name)).href);
      const bytes = [...asked].map((url) => readFileSync(new URL(url.replace(/#.*/, ''))).length);
      expect(
        bytes.reduce((a, b) => a + b, 0),
        name,
      ).toBeLessThan(1_000_000);
      page.removeAllListeners('request');
    }
    await page.close();
  }, 60_000);
});
