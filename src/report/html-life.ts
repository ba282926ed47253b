import { html, joined, type Markup, type Part } from './html-markup.js';
import type { Page } from './html-page.js';
import { cite, foldedList, items, outerLink, section, threadLink } from './html-parts.js';
import { articleFacts, helperLine, scheduleLine } from './life-words.js';
import type { LifeReport } from './model.js';

const mostArticles = 12;

function scheduleSection({ w, report }: Page): Part {
  const { schedule } = report.life;
  if (!schedule.length) return null;
  const lines = schedule.map(
    (day) =>
      html`<span class="${day.state === 'planned' ? 'said' : 'count'}">${scheduleLine(day, w)}</span> ${cite(day.messages)}`,
  );
  return section(
    'schedule',
    w.life.schedule,
    html`<ul class="plain">
${items(lines)}</ul>`,
  );
}

function signinSection({ w, report }: Page): Part {
  const { names, messages } = report.life.signins;
  if (!names.length) return null;
  return section(
    'signins',
    w.life.signins,
    html`<details><summary>${w.life.signedIn(names.length)}</summary>
<p>${joined(names, w.marks.list)} ${cite(messages, 3)}</p></details>
<p class="facts">${w.schedule.silentNote}</p>`,
  );
}

function helperSection({ w, report }: Page): Part {
  const { helpers } = report.life;
  if (!helpers.length) return null;
  const lines = helpers.map(
    (h) =>
      html`<a href="#log" data-find="${h.name}" title="${w.page.findSpeaker(h.name)}">${h.name}</a>${helperLine(h, w).slice(h.name.length)}`,
  );
  return section(
    'helpers',
    w.life.helpers,
    html`<ul class="plain">
${items(lines)}</ul>`,
  );
}

const article = (page: Page, a: LifeReport['articles'][number]): Markup =>
  html`<p>${outerLink(a.title, a.url)} · ${a.speaker} · ${articleFacts(a, page.w)} ${cite(a.messages)}${a.after > 0 && threadLink(page, a.messages[0]!, a.thread.id)}</p>
`;

function articleSection(page: Page): Part {
  const { articles } = page.report.life;
  if (!articles.length) return null;
  return section(
    'articles',
    page.w.life.articles,
    foldedList(
      articles.map((a) => article(page, a)),
      mostArticles,
      page.w.page.moreItems,
    ),
  );
}

/** The group's life: talks to come, who signed in, who helped, what was shared. */
export const lifeSections = (page: Page): Part[] => [
  scheduleSection(page),
  signinSection(page),
  helperSection(page),
  articleSection(page),
];
