import { createHash } from 'node:crypto';
import { byInitial, inPinyinOrder, type ReadEntry } from '../glossary/export/pinyin.js';
import { type Lang, type Words, words } from '../lang/index.js';
import { type Entry, fold, foldPairs, termClasses } from '../text/index.js';
import { factsOf } from './glossary-facts.js';
import { glossaryScript } from './glossary-page-script.js';
import { glossaryStyle } from './glossary-page-style.js';
import { html, joined, Markup, type Part } from './html-markup.js';
import { pageStyle } from './page-style.js';
import { type FindDayPage, noDayPages, sourceHtml } from './source-links.js';

/** Nothing is loaded, and no script runs but the page's own. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(glossaryScript).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** An entry's anchor: of its term alone, so that a link stays good when the glossary grows. */
const anchorOf = (term: string) => `w${createHash('sha256').update(fold(term)).digest('hex').slice(0, 10)}`;

/** What the parts of a page look up. */
interface GlossaryPage {
  w: Words;
  lang: Lang;
  /** Anchors of entries by the folded forms that lead to them. */
  anchors: ReadonlyMap<string, string>;
  findDay: FindDayPage;
}

const letterAnchor = (initial: string) => (initial === '#' ? 'letter-other' : `letter-${initial}`);

/** What a search looks at: every form and the English, and how the term is read, whole and by its initials. */
function soughtIn({ entry, syllables, initials }: ReadEntry): string {
  const forms = [entry.term, ...entry.aliases, entry.english ?? ''].flatMap((f) => [
    f.toLowerCase(),
    fold(f),
  ]);
  return [...new Set([...forms, syllables.join(''), syllables.join(' '), initials])].join('\n');
}

/**
 * Traditional characters beside what they are searched as, of those that the page has: all of {@link fold} would be many times
 * as much.
 */
function traditionalFor(sought: string): string {
  const here = new Set(sought);
  const [all, found] = [foldPairs(), [] as string[]];
  for (let at = 0; at < all.length; at += 2)
    if (here.has(all[at + 1]!) && /\p{Script=Han}/u.test(all[at]!)) found.push(all.slice(at, at + 2));
  return found.join('');
}

function termLink(term: string, { anchors }: GlossaryPage): Part {
  const anchor = anchors.get(fold(term));
  return anchor ? html`<a href="#${anchor}">${term}</a>` : term;
}

const sourceOf = (source: string | undefined, { w, findDay }: GlossaryPage): Markup =>
  source
    ? html`<span class="source">${sourceHtml(source, findDay)}</span>`
    : html`<span class="badge unverified">${w.noSource}</span>`;

function entryOf(read: ReadEntry, page: GlossaryPage): Markup {
  const { w } = page;
  const { entry } = read;
  const senses = (entry.senses ?? []).map(
    (s) => html`<p><b>${s.where}</b> ${s.definition} ${sourceOf(s.source, page)}</p>
`,
  );
  const facts = factsOf(entry, w).map(
    ({ label, terms, text }) =>
      html`<div><dt>${label}</dt><dd>${
        terms
          ? joined(
              terms.map((t) => termLink(t, page)),
              w.marks.list,
            )
          : text
      }</dd></div>`,
  );
  const isApproved = entry.status === 'approved';
  return html`<article class="entry" id="${anchorOf(entry.term)}" data-class="${entry.class}" data-find="${soughtIn(read)}">
<h3>${entry.term}${entry.english && html` <span class="english" lang="en">${entry.english}</span>`} <span class="badge">${w.glossary.classes[entry.class]}</span><span class="badge${isApproved && ' sourced'}">${w.glossary.statuses[entry.status]}</span></h3>
<p>${entry.definition ?? html`<i>${w.page.noDefinition}</i>`} ${sourceOf(entry.source, page)}</p>
${senses}${
  facts.length > 0 &&
  html`<dl>${facts}</dl>
`
}</article>
`;
}

const searchBox = ({ w }: GlossaryPage, traditional: string): Markup => {
  const { page, classes } = w.glossary;
  return html`<form class="filters js" role="search"><label class="wide-field"><span class="heard">${page.search}</span><input type="search" id="filter" data-traditional="${traditional}" placeholder="${page.searchHint}" autocomplete="off" spellcheck="false"></label>
<label><span class="heard">${w.glossary.class}</span><select id="class"><option value="">${page.allClasses}</option>${termClasses.map((c) => html`<option value="${c}">${classes[c]}</option>`)}</select></label>
<output id="shown" data-shown="${page.shown}"></output></form>
<p id="none" hidden>${page.noneShown}</p>
`;
};

const head = ({ lang, w }: GlossaryPage): Markup => html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${w.glossary.page.title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(pageStyle + glossaryStyle)}</style>
<script>${new Markup(glossaryScript)}</script>
</head>
`;

function anchorsOf(entries: readonly Entry[]): Map<string, string> {
  const aliases = entries.flatMap((e) => e.aliases.map((alias) => [fold(alias), anchorOf(e.term)] as const));
  return new Map([...aliases, ...entries.map((e) => [fold(e.term), anchorOf(e.term)] as const)]);
}

/**
 * A glossary as one page (词汇表网页) that opens from a disk and asks nothing of a network: in pinyin order under an index
 * of initials, searched by term, other form, English or pinyin. Sources lead to the web and to the pages of days that `findDay`
 * knows. In pieces. The same glossary gives the same bytes.
 */
export function* glossaryPage(
  entries: readonly Entry[],
  lang: Lang,
  findDay: FindDayPage = noDayPages,
): Generator<string> {
  const w = words(lang);
  const page: GlossaryPage = { w, lang, anchors: anchorsOf(entries), findDay };
  const read = inPinyinOrder(entries);
  const letters = byInitial(read);
  const links = letters.map(([initial]) => html`<li><a href="#${letterAnchor(initial)}">${initial}</a></li>`);
  yield head(page).source;
  yield html`<body>
<a class="skip" href="#main">${w.page.skip}</a>
<div class="page glossary">
<nav class="contents" aria-label="${w.glossary.page.index}"><ol>${links}</ol>
<button type="button" id="theme" class="js">${w.page.theme}</button></nav>
<main id="main" tabindex="-1">
<header class="masthead"><h1>${w.glossary.page.title}</h1><p class="facts">${w.glossary.page.counts(entries.length)}</p></header>
${searchBox(page, traditionalFor(read.map(soughtIn).join('')))}`.source;
  for (const [initial, its] of letters) {
    yield html`<section class="letter-section" id="${letterAnchor(initial)}" style="--n:${its.length}"><h2>${initial}</h2>
`.source;
    for (const one of its) yield entryOf(one, page).source;
    yield '</section>\n';
  }
  yield '</main>\n</div>\n</body>\n</html>\n';
}
