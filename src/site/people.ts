import { ascending } from 'd3-array';
import { words } from '../lang/index.js';
import { html } from '../report/index.js';
import { dayPath, type SitePage, sitePage } from './page.js';

/** A name with what it did, as it may be shown. */
export interface SitePerson {
  name: string;
  messages: number;
  days: number;
  answered: number;
  terms: string[];
  talks: { group: string; date: string; n: number; title: string }[];
  last: { group: string; date: string; n: number };
}

/** Who spoke, who answered, who gave talks (成员): facts, most messages first. */
export function peoplePage(page: SitePage, people: readonly SitePerson[]): string {
  const { site, marks } = words(page.lang);
  const { columns } = site;
  const link = ({ group, date, n }: SitePerson['last'], text: string) =>
    html`<a href="${page.root}${dayPath(group, date)}#m${n}">${text}</a>`;
  const rows = [...people]
    .sort((a, b) => b.messages - a.messages || ascending(a.name, b.name))
    .map(
      (
        p,
      ) => html`<tr data-find="${p.name} ${p.terms.join(' ')}"><th scope="row">${p.name}</th><td>${p.messages}</td><td>${p.days}</td><td>${p.answered}</td><td class="wide-only text">${p.terms.join(marks.list)}</td><td class="text">${p.talks.map((t) => html`${link(t, t.title)} `)}</td><td>${link(p.last, p.last.date)}</td></tr>
`,
    );
  return sitePage(page, site.parts.people, site.parts.people, [
    html`<p class="how">${site.peopleHow}</p>
<p class="js"><input type="search" id="narrow" placeholder="${site.filter}" aria-label="${site.filter}" autocomplete="off"></p>
<table class="list"><thead><tr><th scope="col">${columns.name}</th><th scope="col">${columns.messages}</th><th scope="col">${columns.days}</th><th scope="col">${columns.answered}</th><th scope="col" class="wide-only">${columns.terms}</th><th scope="col">${columns.talks}</th><th scope="col">${columns.last}</th></tr></thead><tbody>
${rows}</tbody></table>
`,
  ]);
}
