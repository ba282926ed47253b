import fc from 'fast-check';
import { compile } from 'vega-lite';
import { afterEach, describe, expect, it } from 'vitest';
import { type ChartOptions, dayCharts, renderSvg } from '../../src/charts/index.js';
import { dayOf, phone } from './day.js';

const dayTitled = (title: string) =>
  dayOf(
    [
      { title, domain: 'payments', at: ['09:00', '09:05', '09:20', '11:00'] },
      { title: '外卖点什么', domain: 'social', at: ['12:00', '12:01', '12:02'] },
    ],
    [
      [title, [1, 2, 3], false],
      ['网联', [2, 3]],
      ['备付金', [3, 4]],
    ],
  );
const day = dayTitled('断直连以后代扣怎么办');
const draw = (analysis = day, options = phone) =>
  Promise.all(dayCharts(analysis, options).map((chart) => renderSvg(chart)));
const everyOption: ChartOptions[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['zh', 'en'] as const).flatMap((lang) => [360, 720].map((width) => ({ theme, lang, width }))),
);

describe('dayCharts(analysis, options)', () => {
  it('gives the four charts of a day in the order of the report', () => {
    expect(dayCharts(day, phone).map(({ name }) => name)).toEqual([
      'timeline',
      'activity',
      'terms',
      'company',
    ]);
  });

  it('gives none for an empty day', () => {
    expect(dayCharts(dayOf([]), phone)).toEqual([]);
  });

  it.each(everyOption)(
    'gives specs that vega-lite takes without a warning: $theme $lang $width',
    (options) => {
      const said: unknown[] = [];
      const note = (...args: readonly unknown[]) => {
        said.push(...args);
        return logger;
      };
      const logger = { level: () => logger, error: note, warn: note, info: note, debug: () => logger };
      // the logger's types want to be both getter and setter of its level
      for (const { spec } of dayCharts(day, options)) compile(spec, { logger: logger as never });
      expect(said).toEqual([]);
    },
  );
});

describe('renderSvg(chart)', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('gives the same bytes for the same chart, at the same time or later, in every time zone', async () => {
    process.env.TZ = 'Asia/Shanghai';
    const [first, beside] = await Promise.all([draw(), draw()]);
    process.env.TZ = 'America/Lima';
    expect(beside).toEqual(first);
    expect(await draw()).toEqual(first);
  });

  it.each(everyOption)(
    'is exactly as wide as asked for, whatever the labels: $theme $lang $width',
    async (options) => {
      for (const svg of await draw(dayTitled('商户结算周期'.repeat(9)), options))
        expect(svg).toMatch(
          new RegExp(`^<svg [^>]*width="${options.width}" [^>]*viewBox="0 0 ${options.width} `),
        );
    },
  );

  it('says what it is to those who cannot see it, and shrinks with the page', async () => {
    for (const svg of await draw()) {
      expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
      expect(svg).toMatch(/^<svg [^>]*style="max-width:100%;height:auto"/);
    }
  });

  it('has no ids, as several charts stand in one page', async () => {
    expect((await draw()).join('')).not.toMatch(/\sid=|url\(#/);
  });

  it('has vega measure Chinese as wide as it is drawn', async () => {
    await draw();
    const vega: object = await import('vega');
    const { textMetrics } = vega as { textMetrics: { width: (item: object, text: string) => number } };
    expect(textMetrics.width({ fontSize: 10 }, '支付账户')).toBe(40);
  });

  it('keeps a hostile summary text', async () => {
    const [chart] = dayCharts(day, phone);
    const svg = await renderSvg({ ...chart!, title: '</title>"', summary: 'a\u0000\ud800</desc><b>' });
    expect(svg).toContain('<title>&lt;/title&gt;&quot;</title><desc>a\ufffd&lt;/desc&gt;&lt;b&gt;</desc>');
  });

  it('keeps hostile titles text', async () => {
    const [svg] = await draw(dayTitled('</desc></text><script>alert(1)</script>'));
    expect(svg).not.toContain('<script');
    expect(svg).toMatch(/<text[^>]*>&lt;\/desc&gt;&lt;\/text&gt;&lt;script&gt;/);
    expect(svg).toMatch(/<desc>[^<]*&lt;script&gt;/);
  });

  it('does not run a title as an expression, nor take it for a pattern of its own', async () => {
    const title = "'+(1+1)+' $& datum";
    const [svg] = await draw(dayTitled(title));
    expect(svg!.split("'+(1+1)+' $&amp; datum")).toHaveLength(3);
  });

  it('holds well-formed XML of the same elements and attributes for any title', async () => {
    const names = (svg: string) => new Set([...svg.matchAll(/<\/?([\w-]+)|\s([\w:-]+)="/g)].map((m) => m[0]));
    const plain = names((await draw()).join(''));
    const title = fc.string({
      unit: fc.oneof(fc.constantFrom(...'<>&"\'=/]'), fc.string({ unit: 'binary' })),
    });
    await fc.assert(
      fc.asyncProperty(title, async (text) => {
        for (const svg of await draw(dayTitled(text))) {
          expect(svg).not.toMatch(/\p{Surrogate}/u);
          expect(svg).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&(?!(?:amp|lt|gt|quot);)/);
          const inTags = svg.replace(/>[^<]*</g, '><');
          expect([...names(inTags)].filter((name) => !plain.has(name))).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });
});
