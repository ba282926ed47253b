import { cardParts, formParts, isOffice, isPlace, isTrade } from './card.js';
import { isPersonal } from './names.js';

/** Parts of a card behind dashes without blanks: `-灯塔-社保-海口`. */
const dashed = /^(?:[-–—|_～~+][^\s@?，。,：:！!；;…、\-–—|_～~+]{1,20})+/u;

/** A number alone is a date or an amount. */
const part = String.raw`(?!\p{N}+(?!\p{L}))[\p{L}\p{N}()（）&+]{1,12}`;
const dash = '[-–—|_～~]';
/** Where a name ends that the exporter broke: at the mark that was U+2005, at white space, before another mention. */
const end = String.raw`(?=[\s?@]|$)`;

/** `阿橙-灯塔- 产品-海口`: a dash before a blank says that the card goes on. */
const behindDash = new RegExp(`^ ?${part}(?: ?${dash} ?${part})*${end}`, 'u');
/** `阿橙-灯塔 产品-海口`, `阿橙- COO`, `阿橙 -灯塔-海口`. */
const behindBlank = new RegExp(
  `^(?: ${dash}?${part}(?:${dash}${part})*|${dash} ${part}(?: ?${dash} ?${part})*)${end}`,
  'u',
);
/** `阿橙?灯塔?产品?海口`: question marks for dashes; the first of them may have been read as the end of a mention. */
const marked = /^[\u2005 ?][\p{L}\p{N}]{2,8}(?:\?[\p{L}\p{N}]{2,8})+(?=[?\s]|$)/u;
/** `阿橙 海口?`: one more part, up to the mark that was U+2005. */
const closed = /^ ([\p{L}\p{N}]{2,6})(?=\?(?!\?))/u;

/** `阿橙  灯塔 产品 海口`, `阿橙⏎灯塔 产品 海口`: blanks for dashes; behind the name there may be a line break. */
const spacedParts = new RegExp(`^[\\s\u2005]+${part}(?: +${part}){1,2}${end}`, 'u');

/** What people say and ask, rather than are called. */
const spoken = /[吗呢么啊吧没不是有什怎多为谁哪能会要可的了我你他她这那给就也都在做问]/;

const isOnCard = (text: string) => isTrade(text) || isOffice(text);

const partsOf = (text: string) => text.split(/[-–—|_～~ ?\u2005]+/).filter(Boolean);

/** Whether parts behind a blank are a card's: the last says what somebody does, or where, or there are many. */
function areCards(rest: string): boolean {
  const parts = partsOf(rest);
  return !spoken.test(rest) && (isOffice(parts.at(-1) ?? '') || parts.length >= formParts - 1);
}

/** Of a card with question marks for dashes what stands up to its last office or place. */
function markedRest(behind: string): string {
  const found = marked.exec(behind)?.[0] ?? '';
  const parts = [...found.matchAll(/[^?\u2005 ]+/g)];
  const last = parts.slice(1).findLast(([text]) => isOffice(text));
  const rest = last ? found.slice(0, last.index + last[0].length) : '';
  return spoken.test(rest) ? '' : rest;
}

/**
 * Of a card with blanks for dashes what stands up to its last office or place, which has a trade before it: words behind a name
 * are parted by blanks, too. An office ends a card only where the line ends.
 */
function spacedRest(behind: string): string {
  const words = [...(spacedParts.exec(behind)?.[0] ?? '').matchAll(/\S+/g)];
  const last = words.findLastIndex(
    ({ 0: text, index }, i) =>
      i > 0 &&
      isOffice(text) &&
      isOnCard(words[i - 1]![0]) &&
      (isPlace(text) || /^[ \u2005]*(?:[\n?@]|$)/.test(behind.slice(index + text.length))),
  );
  if (last < 0) return '';
  const rest = behind.slice(0, words[last]!.index + words[last]![0].length);
  return spoken.test(rest) ? '' : rest;
}

/** One part behind a blank: an office, a place, or a person's own name; anything short behind a name that nobody bears alone. */
function closedRest(behind: string, name: string, isBorne: boolean): string {
  const [found = '', text = ''] = closed.exec(behind) ?? [];
  if (!text || spoken.test(text)) return '';
  const isOne = cardParts(name) < 2;
  return isOffice(text) || (isOne && (isPersonal(text) || !isBorne)) ? found : '';
}

/**
 * What belongs to a name card behind the part of it that was recognised: the exporter breaks cards at blanks and emoji.
 * @param isBorne whether somebody bears the name as it stands
 */
export function restOfCard(name: string, behind: string, isBorne: boolean): string {
  const firm = isBorne ? (dashed.exec(behind)?.[0] ?? '') : '';
  const [card, after] = [name + firm, behind.slice(firm.length)];
  const parts = cardParts(card);
  if (parts >= formParts) return firm;
  const isOpen = /[-–—|_～~]$/.test(card);
  const spaced = (isOpen ? behindDash : behindBlank).exec(after)?.[0] ?? '';
  if (spaced && areCards(spaced) && (isOpen || partsOf(spaced).length > 1 || !/^ [^-–—|_～~]/.test(spaced)))
    return firm + spaced;
  const broken =
    (parts < 2 && (markedRest(after) || spacedRest(after))) ||
    (parts < formParts - 1 && closedRest(after, card, isBorne));
  return firm + (broken || '');
}
