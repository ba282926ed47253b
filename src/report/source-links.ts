import { addressesIn } from '../corpus/index.js';
import { safeSegment } from '../read/index.js';
import { urlsIn } from '../text/index.js';
import { escapeWithin, webAddress } from './escape.js';
import { html, type Markup } from './html-markup.js';
import { outerLink } from './html-parts.js';

/** Finds the page of a day (日报页), as an address from the page that leads there; null where the day has none. */
export type FindDayPage = (group: string, date: string) => string | null;

/** For what lies nowhere, and so can lead to no page. */
export const noDayPages: FindDayPage = () => null;

/** A piece of a source, and where it leads: out to the web, to a message on a page of ours, or nowhere. */
interface Piece {
  text: string;
  out?: string;
  page?: string;
}

/** Text in pieces: what stands at the places given, and what stands between them. */
function split(text: string, places: readonly { start: number; end: number; piece: Piece }[]): Piece[] {
  const starts = [0, ...places.map((p) => p.end)];
  const pieces = starts.flatMap((from, i) => {
    const next = places[i];
    return [{ text: text.slice(from, next?.start) }, ...(next ? [next.piece] : [])];
  });
  return pieces.filter((piece) => piece.text !== '');
}

function withPages(text: string, find: FindDayPage): Piece[] {
  const places = addressesIn(text).flatMap(({ group, date, n, text: at, start }) => {
    // a source is written by anybody: no `..` gets into a path
    const isSafe = [group, date].every((name) => name === safeSegment(name));
    const page = isSafe ? find(group, date) : null;
    return page === null
      ? []
      : [{ start, end: start + at.length, piece: { text: at, page: `${page}#m${n}` } }];
  });
  return split(text, places);
}

/** An address up to the first bracket that has no partner: it belongs to what stands around the address. */
function withWholeBrackets(address: string): string {
  const open: number[] = [];
  for (let at = 0; at < address.length; at++) {
    if (address[at] === '(') open.push(at);
    if (address[at] === ')' && open.pop() === undefined) return address.slice(0, at);
  }
  return address.slice(0, open[0]);
}

/**
 * An address in a source, which is copied from browsers: they show Chinese in a path as it is (`/wiki/支付_(金融)`), which in
 * messages would be the next word; and it may end with a bracket.
 */
function addressAt(source: string, { start, end }: { start: number; end: number }): string {
  const goesOn = /[/_=]$/.test(source.slice(start, end)) ? /^[\p{Script=Han}\w()/~-]*/u : /^\)*/;
  return withWholeBrackets(source.slice(start, end) + goesOn.exec(source.slice(end))![0]);
}

/** Web addresses and addresses of messages (`group/date#n`) in a source. */
function piecesOf(source: string, find: FindDayPage): Piece[] {
  const places = urlsIn(source).flatMap((place) => {
    const text = addressAt(source, place);
    const out = webAddress(text);
    return out === null ? [] : [{ start: place.start, end: place.start + text.length, piece: { text, out } }];
  });
  return split(source, places).flatMap((piece) => (piece.out ? [piece] : withPages(piece.text, find)));
}

/** A source or an address for a page, linked where it leads somewhere. */
export const sourceHtml = (source: string, find: FindDayPage): Markup =>
  html`${piecesOf(source, find).map(({ text, out, page }) =>
    out ? outerLink(text, out) : page ? html`<a href="${page}">${text}</a>` : text,
  )}`;

/** What would end the address of a Markdown link, or be a tag of a template. */
const toEncode = /[()<>\\`[\]{}|$]/g;
const encoded = (address: string) =>
  address.replace(toEncode, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The same for Markdown. */
export const sourceMarkdown = (source: string, find: FindDayPage): string =>
  piecesOf(source, find)
    .map(({ text, out, page }) => {
      const to = out ?? page;
      return to ? `[${escapeWithin(text)}](${encoded(to)})` : escapeWithin(text);
    })
    .join('');
