import { isPersonal, isTrade } from '../people/index.js';

/** A part of a display name, as offsets into it. */
interface Part {
  start: number;
  end: number;
  text: string;
}

/** A display name (名片) taken apart: `名-公司-岗位-城市` and its like. */
export interface Card {
  parts: readonly Part[];
  /** The person's own name in it, where a part looks like one: never the company, the trade or the city. */
  personal: readonly string[];
}

/** Dashes, brackets and damage part a name; a dash damaged to `?` does, too. */
const part = /[^-_—–|｜·•~～/\\、,，+＋()（）[\]【】&@\s?:：;；.。…“”"']+/gu;
const run = /\p{Script=Han}+|[A-Za-z][A-Za-z0-9]*/gu;

/** Han parts that begin with a surname, companies and trades left out; Latin letters beside them do not count. */
function personalIn(text: string): string[] {
  return [...text.matchAll(run)]
    .map(([found]) => found)
    .filter((found) => isPersonal(found) && !isTrade(found));
}

const cards = new Map<string, Card>();

/** Takes a display name apart. Of several parts that look personal the first part's are the person's. */
export function cardOf(name: string): Card {
  const card = cards.get(name) ?? takeApart(name);
  cards.set(name, card);
  return card;
}

function takeApart(name: string): Card {
  const source = name.replace(/\[表情\]/g, '    ');
  const parts = [...source.matchAll(part)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    text,
  }));
  const found = parts.map(({ text }) => personalIn(text));
  // 秋水（李某）: the name in brackets behind the first part is his, too
  const bracketed = parts[1] && /[(（]$/.test(name.slice(0, parts[1].start)) ? found[1]! : [];
  const own = [...(found[0] ?? []), ...bracketed];
  return { parts, personal: own.length ? own : found.flat().slice(0, 1) };
}
