import { type Lang, words } from '../lang/index.js';
import { html, Markup, type Part, pageHead, type SiteFrame, siteNav } from '../report/index.js';

/** What every page of a site is made with. */
export interface SitePage extends SiteFrame {
  lang: Lang;
  isPublic: boolean;
}

const siteStyle = `
main.site-main { grid-column: 1 / -1; max-width: 64rem; width: 100%; margin: 0 auto; padding-top: 1.5rem; }
.site-main section, #compared h2 { margin-top: 2.2rem; }
.site-main small, .site-main .how { color: var(--muted); }
.site-main .how { font-size: .88rem; margin: .3rem 0 .8rem; }
.site-main ul.plain > li { padding: .25rem 0; }
.site-main mark { background: var(--lit); color: inherit; }
.site-main .none { color: var(--muted); }
.months { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1.2rem 2rem; }
.month table { border-collapse: separate; border-spacing: 2px; width: 100%; table-layout: fixed; font-size: .78rem; }
.month caption { text-align: left; color: var(--muted); padding-bottom: .2rem; }
.month th { font-weight: 400; color: var(--muted); }
.month td { text-align: center; padding: 0; height: 1.9rem; border-radius: 3px; background: var(--shade); color: var(--muted); }
.month td a { display: block; line-height: 1.9rem; border-radius: 3px; color: inherit; }
.month td.l1 { background: var(--step1); color: var(--step1-ink); }
.month td.l2 { background: var(--step2); color: var(--step2-ink); }
.month td.l3 { background: var(--step3); color: var(--step3-ink); }
.month td.l4 { background: var(--step4); color: var(--step4-ink); }
.month td.off { background: none; }
.site-main table.list { border-collapse: collapse; width: 100%; font-size: .9rem; }
.site-main table.list th, .site-main table.list td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
.site-main table.list td:not(.text) { white-space: nowrap; }
.site-main table.list thead th { word-break: keep-all; overflow-wrap: normal; }
#narrow { width: 22rem; margin-bottom: .8rem; }
.site-main form { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; margin: 1rem 0; }
.site-main form label { display: flex; flex-direction: column; font-size: .85rem; color: var(--muted); flex: 1 1 12rem; }
.site-main .words { columns: 14rem; }
.site-main .s0 { color: var(--payments-ink); } .site-main .s1 { color: var(--work-ink); }
.site-main .track { display: inline-block; width: min(5rem, 100%); }
.site-main .bar { display: block; height: .7em; border-radius: 2px; }
.site-main .bar-0 { background: var(--payments); } .site-main .bar-1 { background: var(--work); }
.site-main button.word { border: 0; background: none; padding: 0; color: var(--accent); font-weight: 600; text-align: left; }
.site-main .beside { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: .9rem; }
.site-main .beside th, .site-main .beside td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
.site-main .sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.5rem; }
@media screen and (max-width: 40rem) { .site-main .beside, .site-main table.list { font-size: .8rem; } .wide-only { display: none; } }
`;

/** A page of the site: its head, the menu, a heading and what stands under it. `scripts` lie in `assets/`. */
export function sitePage(
  page: SitePage,
  heading: Part,
  title: string,
  body: readonly Part[],
  scripts: readonly string[] = [],
): string {
  const w = words(page.lang);
  const edition = page.isPublic
    ? html`<span class="badge public">${w.privacy.edition}</span>`
    : html`<span class="badge inner">${w.inner}</span>`;
  const head = pageHead(page.lang, `${title} · ${w.site.title}`, siteStyle, page).source.replace(
    '</head>',
    `${scripts.map((file) => html`<script src="${page.root}assets/${file}" defer></script>\n`.source).join('')}</head>`,
  );
  return new Markup(
    head +
      html`<body>
<a class="skip" href="#main">${w.page.skip}</a>
${siteNav(page, page.lang)}<div class="page">
<main id="main" class="site-main" tabindex="-1">
<header class="masthead"><p class="kicker">${w.site.title} ${edition} <button type="button" id="theme" class="js">${w.page.theme}</button></p>
<h1>${heading}</h1></header>
${body}</main>
</div>
</body>
</html>
`.source,
  ).source;
}

/** Words for a script, as it reads them from the page. `<` is written so that no text can end the element. */
export const wordsFor = (said: object): Markup =>
  new Markup(
    `<script type="application/json" id="words">${JSON.stringify(said).replaceAll('<', '\\u003c')}</script>\n`,
  );

/** The address of a day's page from the root of the site. */
export const dayPath = (group: string, date: string): string =>
  `days/${encodeURIComponent(group)}/${encodeURIComponent(date)}.html`;
