import { ascending, descending, group as grouped, max, sum } from 'd3-array';
import { words } from '../lang/index.js';
import { html, type Markup, type Part } from '../report/index.js';
import { dayPath, type SitePage, sitePage } from './page.js';

/** What the site's first page tells of a day. */
export interface SiteDay {
  group: string;
  date: string;
  messages: number;
  people: number;
  /** Titles of its largest threads. */
  titles: string[];
  talks: string[];
  /** Questions that nobody answered that day. */
  open: number;
}

const latestDays = 10;
const monthOf = (date: string) => date.slice(0, 7);

/** How dark a day is, from 1 to 4, by the share of the busiest day; by its root, so that one busy day does not fade all. */
const levelOf = (messages: number, most: number) => Math.max(1, Math.ceil(4 * Math.sqrt(messages / most)));

function monthTable(page: SitePage, month: string, days: readonly SiteDay[], most: number): Markup {
  const w = words(page.lang);
  const [year, number] = month.split('-') as [string, string];
  const first = new Date(Date.UTC(Number(year), Number(number) - 1, 1));
  const length = new Date(Date.UTC(Number(year), Number(number), 0)).getUTCDate();
  const offset = (first.getUTCDay() + 6) % 7;
  const byDate = new Map(days.map((day) => [day.date.slice(0, 10), day]));
  const cells = Array.from({ length: Math.ceil((offset + length) / 7) * 7 }, (_, i) => {
    const day = i - offset + 1;
    if (day < 1 || day > length) return html`<td class="off"></td>`;
    const own = byDate.get(`${month}-${String(day).padStart(2, '0')}`);
    if (!own) return html`<td title="${w.site.noLog}">${day}</td>`;
    return html`<td class="l${levelOf(own.messages, most)}"><a href="${page.root}${dayPath(own.group, own.date)}" title="${own.date} ${w.site.dayFacts(own.messages, own.people)}">${day}</a></td>`;
  });
  const rows = Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(7 * i, 7 * i + 7));
  return html`<div class="month"><table><caption>${w.site.monthOf(year, number)}</caption><thead><tr>${w.site.weekdays.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row}</tr>`)}</tbody></table></div>
`;
}

/** A group's calendar, the newest month first; `how` says under the first heading how it is read. */
function groupPart(
  page: SitePage,
  group: string,
  days: readonly SiteDay[],
  most: number,
  how: string | null,
): Markup {
  const months = [...grouped(days, (day) => monthOf(day.date))].filter(([month]) =>
    /^\d{4}-\d\d$/.test(month),
  );
  months.sort(([a], [b]) => descending(a, b));
  const undated = days.filter((day) => !/^\d{4}-\d\d-/.test(day.date));
  return html`<section><h2>${group}</h2>
${how !== null && html`<p class="how">${how}</p>`}<div class="months">
${months.map(([month, own]) => monthTable(page, month, own, most))}</div>
${undated.length > 0 && html`<p>${undated.map((day) => html`<a href="${page.root}${dayPath(day.group, day.date)}">${day.date}</a> `)}</p>`}
</section>
`;
}

/** Talks and threads of a day, each title once. */
function titlesOf({ talks, titles }: SiteDay): string[] {
  const named = talks.map((title) => (/^《|》$/.test(title) ? title : `《${title}》`));
  return [
    ...new Set([
      ...named,
      ...titles.filter((title) => !talks.some((t) => t.includes(title) || title.includes(t))),
    ]),
  ];
}

const dayLine = (page: SitePage, day: SiteDay): Part => {
  const w = words(page.lang).site;
  const open = day.open > 0 && html` · ${w.open(day.open)}`;
  return html`<li><a href="${page.root}${dayPath(day.group, day.date)}"><b>${day.date}</b> ${day.group}</a> <small>${w.dayFacts(day.messages, day.people)}${open}</small><br>${titlesOf(day).join(words(page.lang).marks.semicolon)}</li>
`;
};

/** The first page of a site (首页): a calendar of each group, and the latest days. */
export function homePage(page: SitePage, days: readonly SiteDay[]): string {
  const w = words(page.lang).site;
  const groups = grouped(days, (day) => day.group);
  const most = max(days, (day) => day.messages) ?? 1;
  const latest = [...days].sort((a, b) => descending(a.date, b.date)).slice(0, latestDays);
  const messages = sum(days, (day) => day.messages);
  return sitePage(page, w.title, w.parts.home, [
    html`<p class="facts">${w.facts(new Set(days.map((day) => day.date.slice(0, 10))).size, messages, [...groups.keys()].sort().join(words(page.lang).marks.list))}</p>
<section><h2>${w.latest}</h2><ul class="plain">
${latest.map((day) => dayLine(page, day))}</ul></section>
`,
    [...groups]
      .sort(([a], [b]) => ascending(a, b))
      .map(([group, own], i) => groupPart(page, group, own, most, i ? null : w.calendarHow)),
  ]);
}
