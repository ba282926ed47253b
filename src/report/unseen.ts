import { type Lang, words } from '../lang/index.js';
import type { Unseen } from './model.js';

/** What the log names but does not hold, in words; nothing for what is not missing. */
export function unseenItems(unseen: Unseen, lang: Lang): { text: string; messages: number[] }[] {
  const w = words(lang);
  const listed: [number[], (count: number) => string][] = [
    [unseen.images, w.unseenImages],
    [unseen.files, w.unseenFiles],
    [unseen.stickers, w.unseenStickers],
    [unseen.quotes, w.unseenQuotes],
    [unseen.redpackets, w.unseenRedpackets],
    [unseen.privately, w.unseenPrivate],
  ];
  const items = listed
    .filter(([messages]) => messages.length)
    .map(([messages, text]) => ({ text: text(messages.length), messages }));
  return unseen.unresolved ? [...items, { text: w.unseenNames(unseen.unresolved), messages: [] }] : items;
}
