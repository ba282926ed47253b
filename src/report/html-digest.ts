import { beforeParts, oldAnswers } from './html-before.js';
import { html, joined, type Markup, type Part } from './html-markup.js';
import { anchors, type Page } from './html-page.js';
import { cite, items, question, section } from './html-parts.js';
import { unseenItems } from './unseen.js';

/** What has to be done (今天要办), the first thing on the page; the public edition has no such section. */
export function todoSection({ w, report }: Page): Part {
  if (report.analysis.published) return null;
  const todos = report.todo.map((t) => html`${t.text} ${cite(t.messages)}`);
  return section(
    'todo',
    w.todo,
    todos.length
      ? html`<ol class="todo">
${items(todos)}</ol>`
      : html`<p>${w.nothingToDo}</p>`,
  );
}

/** Where a title of the summary is told of. */
function anchorOf({ report }: Page, title: string): string | null {
  const talk = report.talks.findIndex((t) => t.title === title);
  if (talk >= 0) return anchors.talk(talk);
  const thread = report.threads.find((t) => t.title === title);
  return thread ? anchors.thread(thread.id) : null;
}

/** The day in one line, each title leading to its section. */
export function summarySection(page: Page): Part {
  const { w, report } = page;
  if (!report.summary.length) return null;
  const titles = report.summary.map((title) => {
    const anchor = anchorOf(page, title);
    return anchor ? html`<a href="#${anchor}">${title}</a>` : title;
  });
  return section('summary', w.inOneLine, html`<p class="lead">${joined(titles, w.marks.semicolon)}</p>`);
}

/** Questions that wait for somebody (没人答). */
export function unansweredSection(page: Page): Part {
  const { w, report } = page;
  const { unanswered, before } = report;
  if (!unanswered.length && !before.carried.length && !before.closed.length && !before.continued.length)
    return null;
  return section(
    'unanswered',
    w.unanswered,
    unanswered.length > 0 &&
      html`<ul class="says">
${items(unanswered.map((s) => html`${question(page, s)}${oldAnswers(page, before.old.get(s.messages[0]!))}`))}</ul>
`,
    beforeParts(page),
  );
}

function foldedTalk({ w, report }: Page): Part {
  const { folded } = report;
  if (!folded.length) return null;
  const messages = folded.reduce((sum, t) => sum + t.messages.length, 0);
  const lines = folded.map((t) => html`${t.title} ${w.messages(t.messages.length)} ${cite(t.messages, 1)}`);
  return html`<details id="folded"><summary>${w.folded} <span class="count">${w.page.foldedSum(folded.length, messages)}</span></summary>
<ul class="plain columns">
${items(lines)}</ul></details>`;
}

/** What the log does not hold (没看到的), and the small talk that is counted and not shown. */
export function unseenSection(page: Page): Markup {
  const { w, report } = page;
  const parts = unseenItems(report.unseen, report.lang).map(
    ({ text, messages }) => html`${text} ${cite(messages, 8)}`,
  );
  return section(
    'unseen',
    w.unseen,
    parts.length
      ? html`<ul class="plain">
${items(parts)}</ul>
`
      : html`<p>${w.none}</p>
`,
    foldedTalk(page),
    html`<p class="facts">${w.silentNote}</p>`,
  );
}

/** Who spoke most; a name narrows the log to its messages. */
export function peopleSection({ w, report }: Page): Part {
  if (!report.people.length) return null;
  const most = Math.max(...report.people.map((p) => p.count));
  const rows = report.people.map(
    (
      p,
    ) => html`<li><a href="#log" data-find="${p.name}" title="${w.page.findSpeaker(p.name)}">${p.name}</a><span class="bar"><i style="width:${((100 * p.count) / most).toFixed(1)}%"></i></span><span class="count">${p.count}</span></li>
`,
  );
  return section(
    'people',
    w.whoSpoke,
    html`<ol class="people">
${rows}</ol>`,
  );
}

/** Notes of these rules quote a line of the log, in which a name may stand: the line's number does. */
const quoting: ReadonlySet<string> = new Set(['time-malformed', 'text-before-first']);

/** What was odd in the log's file, with its lines. */
export function notesSection({ w, report }: Page): Part {
  const { notes } = report.analysis;
  if (!notes.length) return null;
  const known: Record<string, string> = w.notes;
  const lines = notes.map(({ line, rule, detail }) => {
    const said = Object.hasOwn(known, rule) ? known[rule] : rule;
    return html`<span class="count">${line ? w.page.atLine(line) : w.page.wholeFile}</span> ${said}${!quoting.has(rule) && detail !== '' && html` <span class="detail">${detail}</span>`}`;
  });
  return section(
    'notes',
    w.readingNotes,
    html`<ul class="plain">
${items(lines)}</ul>`,
  );
}
