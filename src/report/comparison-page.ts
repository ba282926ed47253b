import { topicColour } from '../charts/index.js';
import type { ComparedWord, PairedTopic } from '../compare/index.js';
import type { Address, Quoted, ThreadDoc } from '../corpus/index.js';
import {
  addressText,
  type FindPage,
  glanceRows,
  rateText,
  remarks,
  type ShownComparison,
  type ShownWords,
  voicesText,
} from './comparison.js';
import { comparisonStyle } from './comparison-style.js';
import type { PageAssets } from './html.js';
import { figures } from './html-charts.js';
import { html, joined, type Markup, type Part } from './html-markup.js';
import { items, section } from './html-parts.js';
import { pageHead } from './html-shell.js';
import { shorten } from './shorten.js';

/** What a page of a comparison is made with. */
export interface ComparisonAssets {
  charts: PageAssets['charts'];
  /** For whom it is. */
  edition: string;
  isPublic: boolean;
  findPage: FindPage;
  /** A message, to be quoted. */
  quote(at: Address): Quoted | null;
}

interface ComparisonPage extends ComparisonAssets {
  shown: ShownComparison;
}

const mostPassages = 5;
const mostTopics = 30;
const longestPassage = 160;

/** The anchor of a word's passages. */
export const wordAnchor = (list: number, word: number): string => `w${list}-${word}`;

function messageLink(at: Address, page: ComparisonPage, text?: string): Markup {
  const href = page.findPage(at);
  const words = text ?? addressText(at);
  return href ? html`<a href="${href}">${words}</a>` : html`<span>${words}</span>`;
}

function masthead(page: ComparisonPage): Markup {
  const { shown } = page;
  const { w, labels } = shown;
  const notes = remarks(shown);
  return html`<header class="masthead">
<p class="kicker">${w.compare.kicker} <span class="badge ${page.isPublic ? 'public' : 'inner'}">${page.edition}</span></p>
<h1>${labels.map((label, i) => html`${i > 0 && html`<small>${w.compare.and}</small>`}<span class="s${i % 2}">${label}</span>`)}</h1>
${notes.map((note) => html`<p class="facts">${note}</p>`)}
</header>
`;
}

/** A table whose rows go across the sides. */
const sidesTable = (page: ComparisonPage, rows: readonly Part[]): Markup =>
  html`<table class="beside"><thead><tr><td></td>${page.shown.labels.map((label, i) => html`<th scope="col" class="s${i % 2}">${label}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table>
`;

function glance(page: ComparisonPage): Markup {
  const { w } = page.shown;
  const rows = glanceRows(page.shown).map(
    ([
      name,
      cells,
    ]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  );
  return section('glance', w.compare.glance, sidesTable(page, rows));
}

/** A word in a row: what each side has of it, and how it changed. */
function wordRow(page: ComparisonPage, word: ComparedWord, anchor: string): Markup {
  const { w } = page.shown;
  const voices = voicesText(page.shown, word);
  const cells = word.sides.map((side) =>
    side.messages
      ? html`<td><a href="#${anchor}">${w.compare.count(side.messages, side.voices.length, rateText(side.rate))}</a></td>`
      : html`<td class="none">${w.compare.none}</td>`,
  );
  return html`<tr><th scope="row">${word.form}${word.class && html` <small>${w.glossary.classes[word.class]}</small>`}</th>${cells}<td>${w.compare.changes[word.change]}${voices && html`<br><small>${voices}</small>`}</td><td>${word.z.toFixed(1)}</td></tr>
`;
}

function wordTable(
  page: ComparisonPage,
  list: ShownWords,
  chosen: readonly ComparedWord[],
  from: number,
  index: number,
) {
  const { columns, word } = { columns: list.columns, word: page.shown.w.compare.columns };
  return html`<table class="beside words"><thead><tr><th scope="col">${word.word}</th>${columns.map((label, i) => html`<th scope="col" class="s${i}">${label}</th>`)}<th scope="col">${word.change}</th><th scope="col">${word.z}</th></tr></thead>
<tbody>
${chosen.map((one, i) => wordRow(page, one, wordAnchor(index, from + i)))}</tbody></table>
`;
}

/** What the section of a list of words is called in addresses. */
const wordsId = (index: number) => (index ? `words-${index}` : 'words');

function wordsSection(page: ComparisonPage, list: ShownWords, index: number): Part {
  const { w } = page.shown;
  const few = list.fewVoices.length > 0 && [
    html`<h3>${w.compare.fewVoices}</h3>
<p class="how">${w.compare.fewVoicesHow}</p>
`,
    wordTable(page, list, list.fewVoices, list.differs.length, index),
  ];
  return section(
    wordsId(index),
    list.heading,
    html`<p class="how">${w.compare.differsHow(list.tested, list.all)}</p>
`,
    list.differs.length
      ? wordTable(page, list, list.differs, 0, index)
      : html`<p>${w.compare.noneDiffer}</p>
`,
    list.more > 0 && html`<p class="rest">${w.compare.moreWords(list.more)}</p>`,
    few,
  );
}

const threadItem = (page: ComparisonPage, t: ThreadDoc): Markup =>
  messageLink({ group: t.group, date: t.date, n: t.messages[0]! }, page, t.title);

function topicRow(page: ComparisonPage, topic: PairedTopic): Markup {
  const { w } = page.shown;
  const cells = topic.sides.map(({ threads, messages, people }) =>
    threads.length
      ? html`<td><ul>${threads.slice(0, 3).map((t) => html`<li>${threadItem(page, t)} <small>${t.date}</small></li>`)}</ul><small>${w.compare.topicSize(threads.length, messages, people)}</small></td>`
      : html`<td class="none">${w.compare.none}</td>`,
  );
  return html`<tr><th scope="row">${topic.topic && html`<i class="topic" style="background:${topicColour(topic.topic.colour)}"></i>${topic.name}<br>`}<small>${topic.words.join(' · ')}</small></th>${cells}</tr>
`;
}

function topics(page: ComparisonPage): Part {
  const { w, comparison } = page.shown;
  const all = comparison.topics;
  const isPaired = (topic: PairedTopic) => topic.sides.filter((side) => side.threads.length).length > 1;
  const shown = [...all.filter(isPaired), ...all.filter((topic) => !isPaired(topic))].slice(0, mostTopics);
  return section(
    'topics',
    w.compare.topics,
    html`<p class="how">${w.compare.topicsHow}</p>
`,
    all.length
      ? sidesTable(
          page,
          shown.map((topic) => topicRow(page, topic)),
        )
      : html`<p>${w.compare.noTopics}</p>`,
    all.length > shown.length && html`<p class="rest">${w.compare.moreWords(all.length - shown.length)}</p>`,
  );
}

function wentOn(page: ComparisonPage): Part {
  const { w, comparison, labels } = page.shown;
  return comparison.steps.map((step, i) => {
    const threads = step.threads.map(
      (t) =>
        html`${threadItem(page, t.from)} <small>${t.from.date}</small> → ${threadItem(page, t.to)} <small>${t.to.date} · ${t.words.join(' ')} · ${w.compare.likeness(t.likeness.toFixed(2))}</small>`,
    );
    const questions = step.questions.map(
      (q) =>
        html`${shorten(q.text, longestPassage)} <small>${q.asker} ${messageLink(q.at, page)} · ${q.answered ? html`${w.compare.carriedAnswered} ${messageLink(q.answered, page)}` : w.compare.carriedOpen}</small>`,
    );
    const heading = labels.length > 2 ? w.compare.wentOnFrom(labels[i]!, labels[i + 1]!) : w.compare.wentOn;
    return section(
      i ? `went-on-${i}` : 'went-on',
      heading,
      threads.length ? html`<ul class="plain">${items(threads)}</ul>` : html`<p>${w.compare.noneWentOn}</p>`,
      html`<h3>${w.compare.carried}</h3>
`,
      questions.length
        ? html`<ul class="plain">${items(questions.slice(0, 12))}</ul>${questions.length > 12 && html`<p class="rest">${w.compare.moreWords(questions.length - 12)}</p>`}`
        : html`<p>${w.compare.noneCarried}</p>`,
    );
  });
}

function people(page: ComparisonPage): Markup {
  const { w, comparison } = page.shown;
  const hours = page.charts.filter((chart) => chart.name === 'hours');
  const cells = comparison.sides.map(
    ({ pace }) =>
      html`<td><ol class="plain">${pace.most.map(([name, count]) => html`<li>${name} <small>${count}</small></li>`)}</ol></td>`,
  );
  const said = comparison.steps.map(
    ({ people: p }) => html`<p>${w.compare.cameAndWent(p.gone.length, p.both, p.came.length)}</p>
`,
  );
  const row = html`<tr><th scope="row">${w.compare.most}</th>${cells}</tr>
`;
  return section('people', w.compare.people, said, sidesTable(page, [row]), figures(hours));
}

function talks(page: ComparisonPage): Markup {
  const { w, comparison } = page.shown;
  const cells = comparison.sides.map(({ talks: all }) => {
    return html`<td>${
      all.length
        ? html`<ul>${all.map((t) => html`<li>${messageLink(t.at, page, t.title)} <small>${t.speaker} ${t.at.date}</small></li>`)}</ul>`
        : w.compare.none
    }</td>`;
  });
  const row = html`<tr><th scope="row">${w.compare.talks}</th>${cells}</tr>
`;
  return section('talks', w.compare.talks, sidesTable(page, [row]));
}

function passagesOnSide(page: ComparisonPage, at: readonly Address[]): Markup {
  const { w } = page.shown;
  if (!at.length) return html`<p class="none">${w.compare.notSaid}</p>`;
  const shown = at.slice(0, mostPassages).map((address) => {
    const m = page.quote(address);
    return html`<li>${m && shorten(m.text, longestPassage)} <small>${m?.speaker} ${messageLink(address, page)}</small></li>`;
  });
  const more = at.slice(mostPassages);
  return html`<ul class="plain">${shown}</ul>${
    more.length > 0 &&
    html`<details class="more"><summary>${w.compare.morePassages(more.length)}</summary><p>${joined(
      more.slice(0, 200).map((address) => messageLink(address, page)),
      ' ',
    )}</p></details>`
  }`;
}

function passages(page: ComparisonPage): Part {
  const { w, lists } = page.shown;
  if (!hasPassages(page)) return null;
  const blocks = lists.flatMap((list, index) =>
    [...list.differs, ...list.fewVoices].map(
      (
        word,
        i,
      ) => html`<article class="passages" id="${wordAnchor(index, i)}" tabindex="-1"><h3>${w.compare.passagesOf(word.form)}</h3>
<div class="sides">${word.sides.map((side, k) => html`<div><h4 class="s${k}">${list.columns[k]!}</h4>${passagesOnSide(page, side.at)}</div>`)}</div></article>
`,
    ),
  );
  return section('passages', w.compare.passages, blocks);
}

const hasPassages = ({ shown }: ComparisonPage): boolean =>
  shown.lists.some(({ differs, fewVoices }) => differs.length + fewVoices.length > 0);

function contents(page: ComparisonPage): Markup {
  const { w, lists } = page.shown;
  const { compare } = w;
  const links: [string, string][] = [
    ['glance', compare.glance],
    ...lists.map(({ heading }, i): [string, string] => [wordsId(i), heading]),
    ['topics', compare.topics],
    ['went-on', compare.wentOn],
    ['people', compare.people],
    ['talks', compare.talks],
    ...(hasPassages(page) ? [['passages', compare.passages] as [string, string]] : []),
  ];
  return html`<nav class="contents" aria-label="${w.page.contents}"><ol>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ol>
<button type="button" id="theme" class="js">${w.page.theme}</button></nav>
`;
}

/** A comparison as one page (对比页) that opens from a disk: the sides beside each other, row for row. */
export function comparisonPage(shown: ShownComparison, assets: ComparisonAssets): string {
  const page: ComparisonPage = { ...assets, shown };
  const { labels, lists, w } = shown;
  const drawn = assets.charts.filter((chart) => chart.name !== 'hours');
  const body = html`<body>
<a class="skip" href="#main">${w.page.skip}</a>
<div class="page comparison">
${contents(page)}<main id="main" tabindex="-1">
${masthead(page)}${glance(page)}${figures(drawn)}${lists.map((list, i) => wordsSection(page, list, i))}${topics(page)}${wentOn(page)}${people(page)}${talks(page)}${passages(page)}</main>
</div>
</body>
</html>
`;
  return (
    pageHead(shown.lang, `${w.compare.title} ${labels.join(w.compare.and)}`, comparisonStyle).source +
    body.source
  );
}
