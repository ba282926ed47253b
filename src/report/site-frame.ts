import { type Lang, words } from '../lang/index.js';
import { html, type Markup } from './html-markup.js';

/** The parts of a site, in the order of its menu, each with its page. */
export const siteParts = {
  home: 'index.html',
  topics: 'topics/index.html',
  terms: 'terms/index.html',
  records: 'records/index.html',
  people: 'people/index.html',
  compare: 'compare.html',
  search: 'search.html',
} as const;
export type SitePart = keyof typeof siteParts;

/** Where a page stands in a site. */
export interface SiteFrame {
  /** From the page to the root of the site: '', '../', '../../'. */
  root: string;
  part: SitePart;
  /** The parts that there are. */
  parts: readonly SitePart[];
}

/** The site's own script; it says where the root is, so that what it loads is found from any page. */
export const siteScripts = ({ root }: SiteFrame): Markup =>
  html`<script src="${root}assets/site.js" data-root="${root}" defer></script>
`;

/** The menu of the site. */
export function siteNav({ root, part, parts }: SiteFrame, lang: Lang): Markup {
  const w = words(lang).site;
  const links = parts.map(
    (name) =>
      html`<li><a href="${root}${siteParts[name]}"${name === part && html` aria-current="page"`}>${w.parts[name]}</a></li>`,
  );
  return html`<nav class="site" aria-label="${w.nav}"><ul>${links}</ul></nav>
`;
}

/** A chart that is not drawn says in words what it would show. */
const saidNotDrawn = (charts: string): string =>
  `${charts} .plot { display: none; }
${charts} .heard { position: static; width: auto; height: auto; clip-path: none; white-space: normal; }`;

/** Style of the menu, and of charts that a script draws. */
export const siteNavStyle = `
nav.site { border-bottom: 1px solid var(--line); background: var(--sheet); }
nav.site ul { display: flex; flex-wrap: wrap; gap: 0 1.4rem; max-width: 68rem; margin: 0 auto; padding: .5rem 2rem; font-size: .9rem; }
nav.site a { display: block; padding: .25rem 0; color: var(--muted); }
nav.site a[aria-current] { color: var(--accent); font-weight: 600; }
.embedded .plot { min-height: 8rem; }
${saidNotDrawn(':root:not(.scripted) .embedded')}
@media print {
nav.site, .site-main button:not(.word) { display: none; }
${saidNotDrawn('.embedded:not([data-drawn])')}
}
@media screen and (max-width: 62rem) { nav.site ul { padding: .4rem 1rem; } }
`;
