import type { Message } from '../read/index.js';
import type { MessageKind } from '../threads/index.js';
import { heads, isList, listOf, ofOneWay } from './announced-list.js';
import { talkAnnounced, unquoted } from './announced-talk.js';
import type { Announcement, Mentions, Said } from './announcement.js';
import { daysIn } from './when.js';

/** A heading stands so many seconds before its list at the most. */
const headsWithin = 600;
/** What is longer is a talk itself, in characters. */
const longestList = 1200;

/**
 * Everything that a day's messages announce of talks to come (分享预告), in the order in which they say it: lists of days,
 * single talks, talks called off, moved, swapped, given another time. What a later one says holds.
 * @param date the log's own day, `YYYY-MM-DD`: what 明晚 and 下周三 count from
 */
export function findAnnouncements(
  messages: readonly Message[],
  mentions: readonly Mentions[],
  kinds: readonly MessageKind[],
  date: string,
): Announcement[] {
  const headed = new Map<string, number>();
  return messages.flatMap((message, i): Announcement[] => {
    if (message.duplicateOf !== null || !message.speaker || message.text.length > longestList) return [];
    const text = unquoted(message.text);
    const said: Said = { message, mentions: mentions[i]!, kind: kinds[i] ?? 'chat', date };
    const days = daysIn(text, date);
    const isHeaded =
      message.second - (headed.get(message.speaker) ?? Number.NEGATIVE_INFINITY) <= headsWithin;
    if (heads.test(text)) headed.set(message.speaker, message.second);
    const lines = ofOneWay(text, days);
    if (isList(said, lines, isHeaded)) {
      const list = listOf(said, lines);
      if (list.some((slot) => slot.guest !== null)) return list;
    }
    return talkAnnounced(said, text, days);
  });
}
