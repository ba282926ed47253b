import type { AnalysedMessage } from '../analysis/index.js';
import { showText } from '../privacy/index.js';
import { apart, fold } from '../text/index.js';
import { webAddress } from './escape.js';
import { html, type Markup, type Part } from './html-markup.js';
import { anchors, type Page } from './html-page.js';
import { outerLink } from './html-parts.js';
import { listedTerms } from './html-terms.js';

/** A part of a message's text and what stands in its place. */
interface Piece {
  start: number;
  end: number;
  markup: Markup;
}

type Attachment = AnalysedMessage['attachments'][number];

/** A form of a term that the page tells of, folded. */
interface Form {
  form: string;
  anchor: string;
}

/** Looks up the forms of terms in a message: those of terms that the page lists, longest first. */
export type FormsOf = (n: number) => readonly Form[];

/** Gathers by message what terms it has, once for a page. */
export function formsByMessage(page: Page): FormsOf {
  const found = new Map<number, Form[]>();
  listedTerms(page.report).forEach((term, order) => {
    const anchor = anchors.term(order);
    const forms = [...new Set([term.term, ...term.surface].map(fold))].map((form) => ({ form, anchor }));
    for (const n of term.messages) found.set(n, [...(found.get(n) ?? []), ...forms]);
  });
  for (const forms of found.values()) forms.sort((a, b) => b.form.length - a.form.length);
  return (n) => found.get(n) ?? [];
}

const isLatin = (unit: string | undefined) => unit !== undefined && /[a-z0-9]/.test(unit);

/** Where a folded form begins in a folded text, not within a longer Latin word; -1 where it does not. */
function placeOf(text: string, form: string): number {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const end = at + form.length;
    const isCut = (isLatin(form[0]) && isLatin(text[at - 1])) || (isLatin(form.at(-1)) && isLatin(text[end]));
    if (!isCut) return at;
  }
  return -1;
}

/** Each term is marked where it first stands in the message: a mark at every place would be in the reader's way. */
function termPieces(text: string, forms: readonly Form[]): Piece[] {
  if (!forms.length) return [];
  const folded = fold(text);
  return forms.flatMap(({ form, anchor }) => {
    const start = placeOf(folded, form);
    const end = start + form.length;
    return start < 0
      ? []
      : [{ start, end, markup: html`<a class="t" href="#${anchor}">${text.slice(start, end)}</a>` }];
  });
}

/** As in the segmenter: full-width punctuation ends an address, and so does a mark at its end. */
const webAddresses = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w\-~/#@$&*+=%]/gi;

const addressPieces = (text: string): Piece[] =>
  [...text.matchAll(webAddresses)].map(({ 0: url, index }) => ({
    start: index,
    end: index + url.length,
    markup: outerLink(url, url),
  }));

/** A time that the exporter gave an image as its title, else the message's. */
const timeOf = (m: AnalysedMessage, title: string): string =>
  /\d\d:\d\d(?::\d\d)?$/.exec(title)?.[0] ?? m.time;

/** An address is taken for a picture only if it leads to a file near the page, and nowhere else. */
function besideThePage(address: string | null): string | null {
  return address && !/^[/\\]|^[^/?#]*:|[\\\p{Cc}]/u.test(address) ? address : null;
}

/** `〔图片 19:47:47〕`, in place of what the log names and does not hold. */
function placeholder({ w }: Page, m: AnalysedMessage, { kind, title, url }: Attachment): Markup {
  const said = kind === 'file' && title ? title : timeOf(m, kind === 'image' ? title : '');
  const words = html`〔${w.attachments[kind]} ${said}〕`;
  const address = kind === 'image' || kind === 'file' ? webAddress(url) : null;
  return address
    ? html`<a class="lost" href="${address}" rel="noopener noreferrer nofollow" target="_blank" title="${w.page.openLink}">${words}</a>`
    : html`<span class="lost">${words}</span>`;
}

function attachment(page: Page, m: AnalysedMessage, a: Attachment): Markup {
  if (a.kind === 'link') return outerLink(a.title, a.url);
  const near = a.kind === 'image' ? besideThePage(page.assets.image({ title: a.title, url: a.url })) : null;
  if (!near) return placeholder(page, m, a);
  const words = `${page.w.attachments.image} ${timeOf(m, a.title)}`;
  return html`<a class="picture" href="${near}"><img src="${near}" alt="${words}" loading="lazy" decoding="async"></a>`;
}

/** A mention takes along the space that ends it, as {@link showText} does. */
function mentionPieces({ report }: Page, { text, mentions }: AnalysedMessage): Piece[] {
  return mentions.map(({ start, end, name }) => {
    const shown = showText(text.slice(start, end), [{ start: 0, end: end - start, name }], report.names);
    const after = text[end] === '\u2005' || text[end] === ' ' ? 1 : 0;
    return { start, end: end + after, markup: html`<span class="at">${shown.trimEnd()}</span> ` };
  });
}

/** A message's words as they stand in the log: mentions, links, what it carried and terms marked. */
export function messageText(page: Page, m: AnalysedMessage, formsOf: FormsOf): Markup {
  const pieces = apart([
    ...m.attachments.map((a) => ({ start: a.start, end: a.end, markup: attachment(page, m, a) })),
    ...mentionPieces(page, m),
    ...addressPieces(m.text),
    ...termPieces(m.text, formsOf(m.n)),
  ]);
  const parts: Part[] = [];
  let from = 0;
  for (const { start, end, markup } of pieces) {
    parts.push(m.text.slice(from, start), markup);
    from = end;
  }
  return html`${parts}${m.text.slice(from)}`;
}
