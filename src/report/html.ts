import { chartsSection } from './html-charts.js';
import {
  notesSection,
  peopleSection,
  summarySection,
  todoSection,
  unansweredSection,
  unseenSection,
} from './html-digest.js';
import { lifeSections } from './html-life.js';
import { logSection } from './html-log.js';
import { html, type Part } from './html-markup.js';
import { type Page, type PageAssets, preparePage } from './html-page.js';
import { contents, documentHead, masthead } from './html-shell.js';
import { talkSection } from './html-talk.js';
import { termsSection } from './html-terms.js';
import { threadsSection } from './html-threads.js';
import type { Report } from './model.js';
import { siteNav } from './site-frame.js';

export type { PageAssets, ThemedChart } from './html-page.js';

/** The day's sections, what must be done first and statistics last. */
const digest = (page: Page): Part[] => [
  todoSection(page),
  summarySection(page),
  page.report.talks.map((talk, i) => talkSection(page, talk, i)),
  threadsSection(page),
  unansweredSection(page),
  termsSection(page),
  ...lifeSections(page),
  unseenSection(page),
  peopleSection(page),
  chartsSection(page),
  notesSection(page),
];

/**
 * A day's report as one page (日报网页) that opens from a disk and asks nothing of a network: first what its readers want,
 * at the end the whole log, to which every statement leads. In pieces, so that a very large day can be written as it is
 * made. The same report gives the same bytes.
 *
 * @example writeFileSync('day.html', [...htmlPage(report, { charts: [], image: () => null, brief: toBrief(report) }).join('')
 */
export function* htmlPage(report: Report, assets: PageAssets): Generator<string> {
  const page = preparePage(report, assets);
  const hasMessages = report.counts.messages > 0;
  yield documentHead(page).source;
  yield html`<body>
<a class="skip" href="#main">${page.w.page.skip}</a>
${assets.site && siteNav(assets.site, report.lang)}<div class="page">
${hasMessages && contents(page)}<main id="main" tabindex="-1">
${masthead(page)}`.source;
  if (hasMessages) {
    for (const part of digest(page)) yield html`${part}`.source;
    for (const part of logSection(page)) yield part.source;
  } else yield html`${notesSection(page)}`.source;
  yield html`</main>
</div>
<button type="button" id="back" class="js" hidden>↩ ${page.w.page.back}</button>
</body>
</html>
`.source;
}
