import { descending } from 'd3-array';
import { words } from '../lang/index.js';
import { html } from '../report/index.js';
import { dayPath, type SitePage, sitePage } from './page.js';

/** A talk in the site's list. */
export interface SiteRecord {
  group: string;
  date: string;
  /** Its first message. */
  n: number;
  title: string;
  guest: string;
  /** From the root of the site; null where its consent keeps the record out. */
  path: string | null;
}

/** The talks of all days (分享记录), the latest first. */
export function recordsPage(page: SitePage, records: readonly SiteRecord[], withheld: number): string {
  const { site } = words(page.lang);
  const rows = [...records]
    .sort((a, b) => descending(a.date, b.date) || a.n - b.n)
    .map(({ group, date, n, title, guest, path }) => {
      const shown = path ? html`<a href="${page.root}${path}">${title}</a>` : title;
      return html`<tr data-find="${title} ${guest}"><td><a href="${page.root}${dayPath(group, date)}#m${n}">${date}</a></td><td class="text">${shown}</td><td class="text">${guest}</td><td class="wide-only">${group}</td></tr>
`;
    });
  return sitePage(page, site.parts.records, site.parts.records, [
    html`<p class="how">${site.recordsHow}</p>
${withheld > 0 && html`<p class="how">${site.withheld(withheld)}</p>`}${
  rows.length
    ? html`<p class="js"><input type="search" id="narrow" placeholder="${site.filter}" aria-label="${site.filter}" autocomplete="off"></p>
<table class="list"><tbody>
${rows}</tbody></table>
`
    : withheld === 0 &&
      html`<p>${site.noRecords}</p>
`
}`,
  ]);
}
