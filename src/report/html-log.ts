import type { AnalysedMessage } from '../analysis/index.js';
import { domains } from '../threads/index.js';
import { html, type Markup, type Part } from './html-markup.js';
import { anchors, type Page, type ThreadPlace } from './html-page.js';
import { type FormsOf, formsByMessage, messageText } from './html-text.js';

/** What every line of the log looks up. */
interface Log {
  page: Page;
  formsOf: FormsOf;
  parentOf: ReadonlyMap<number, number>;
}

/** The thread of a message, said where it is not that of the message before; leads to its section or to the thread alone. */
function threadLabel(place: ThreadPlace): Markup {
  const words = html`${place.letter && html`<b>${place.letter}</b> `}${place.title}`;
  return place.anchor
    ? html`<a class="of told" href="#${place.anchor}">${words}</a>`
    : html`<a class="of" href="#${anchors.message(place.id)}" data-thread="${place.id}">${words}</a>`;
}

function kindMark({ w }: Page, { kind }: AnalysedMessage): Part {
  return (
    kind !== 'chat' && html` <abbr class="kind ${kind}" title="${w.page.kinds[kind]}">${w.kinds[kind]}</abbr>`
  );
}

function replyMark({ w }: Page, m: AnalysedMessage, parent: number | undefined): Part {
  if (parent === undefined || parent === m.n) return null;
  return html` <a class="up" href="#${anchors.message(parent)}" title="${w.page.goesOn(parent)}">↳ #${parent}</a>`;
}

/** A message of which another says the same in the same second: one line, which unfolds. */
function copy({ w }: Page, original: number, body: Markup): Markup {
  return html`<details><summary>${w.page.copyOf(original)}</summary><div class="x">${body}</div></details>`;
}

function message(log: Log, m: AnalysedMessage, before: AnalysedMessage | undefined): Markup {
  const { page } = log;
  const place = page.threadOf.get(m.n);
  const isNew = place && (!before || page.threadOf.get(before.n) !== place);
  const body = messageText(page, m, log.formsOf);
  const isCopy = m.duplicateOf !== null;
  return html`<li id="${anchors.message(m.n)}" class="m ${place?.domain}${isCopy && ' copy'}" data-in="${place?.id}"><a class="n" href="#${anchors.message(m.n)}">${m.n}</a><time>${m.time}</time><div class="h"><span class="who">${page.report.names.show(m.speaker)}</span>${!isCopy && kindMark(page, m)}${!isCopy && replyMark(page, m, log.parentOf.get(m.n))}${isNew && threadLabel(place)}</div>${m.duplicateOf !== null ? copy(page, m.duplicateOf, body) : html`<div class="x">${body}</div>`}</li>
`;
}

/** Filters over the log. They do nothing without the script, so it is the script that shows them. */
function filters({ w, report }: Page): Markup {
  const present = domains.filter((domain) => report.analysis.threads.some((t) => t.domain === domain));
  return html`<div class="filters js" role="search">
<input id="filter" type="search" autocomplete="off" spellcheck="false" aria-label="${w.page.filter}" placeholder="${w.page.filterHint}">
<span class="domains">${present.map((d) => html`<label class="${d}"><input type="checkbox" value="${d}" checked> ${w.domains[d]}</label>`)}</span>
<select id="thread" aria-label="${w.page.allThreads}"><option value="">${w.page.allThreads}</option>${report.analysis.threads.map((t) => html`<option value="${t.id}">#${t.id} ${t.title} (${t.messages.length})</option>`)}</select>
<button type="button" id="clear" hidden>${w.page.clear}</button>
<output id="shown" data-shown="${w.page.shown}"></output>
</div>
<p class="js" id="none" hidden>${w.page.noneShown}</p>
`;
}

/** Messages of one hour; an hour that comes again, after midnight or where the clock jumps, is another part. */
function* hours(messages: readonly AnalysedMessage[]): Generator<AnalysedMessage[]> {
  let part: AnalysedMessage[] = [];
  for (const m of messages) {
    if (part.length && part[0]!.time.slice(0, 2) !== m.time.slice(0, 2)) {
      yield part;
      part = [];
    }
    part.push(m);
  }
  if (part.length) yield part;
}

/** The whole log, every message with its anchor; in pieces, as it may be long. */
export function* logSection(page: Page): Generator<Markup> {
  const { report, w } = page;
  const { analysis } = report;
  const parentOf = new Map(analysis.links.map((l) => [l.n, l.parent]));
  const log: Log = { page, parentOf, formsOf: formsByMessage(page) };
  yield html`<section id="log" aria-labelledby="log-h" lang="${analysis.language === 'zh' ? 'zh-CN' : 'en'}">
<h2 id="log-h">${w.log} <span class="count">${w.messages(analysis.messages.length)}</span></h2>
<label class="print"><input type="checkbox" id="print-log"> ${w.page.printLog}</label>
${filters(page)}`;
  for (const part of hours(analysis.messages)) {
    yield html`<section class="hour" style="--n:${part.length}"><h3>${w.page.hour(part[0]!.time.slice(0, 2))} <span class="count">${part.length}</span></h3>
<ol>
`;
    for (const m of part) yield message(log, m, analysis.messages[m.n - 2]);
    yield html`</ol></section>
`;
  }
  yield html`</section>
`;
}
