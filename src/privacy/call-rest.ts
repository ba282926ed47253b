import { isTrade } from '../people/index.js';

/** Words behind a call up to the `?` that the exporter wrote where the call ended, in pieces that blanks part. */
const upToEnd = /^[ \u2005]?((?:[^\s?？，。,.!！@「」[\]]{1,10} ){0,3}[^\s?？，。,.!！@「」[\]]{1,12})(?=\?)/;
/** What a question has, or what somebody is honoured with: no part of a card. */
const said = /[的了吗么呢吧是有没不什怎哪啥谁我你]|同学|大神|老师|大佬/;

/**
 * How many characters behind a call are the rest of the name card that was called (`@阿橙 灯塔 开发?`), UTF-16: the exporter
 * breaks a card at its blanks, and ends it with `?`. 0 where somebody goes on talking.
 */
export function restOfCard(behind: string): number {
  const [whole, rest] = upToEnd.exec(behind) ?? [];
  if (whole === undefined || !rest || said.test(rest)) return 0;
  const isLast = behind.slice(whole.length + 1).trim() === ''; // or a question: @阿橙 收单 结算?
  const marks = [rest.includes(' '), isTrade(rest)];
  return marks.every(Boolean) || (!isLast && marks.some(Boolean)) ? whole.length : 0;
}
