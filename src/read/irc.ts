import { dateIn, isOfChats, nameForDate, safeSegment, stemOf } from './address.js';
import type { Day, Message } from './day.js';
import type { Format, Hint } from './format.js';
import { textLines } from './lines.js';

const spoken = /^\[(\d\d):(\d\d)\] {1,2}(?:<([^>\s]+)>|\* ?(\S+)) ?(.*)$/s;
const system = /^=== /;
/** A clock that falls by more than half a day has passed midnight. */
const half = 12 * 3600;

/** Plain IRC logs: `[HH:MM] <nick> text`, `[HH:MM]  * nick acts`, `=== …` for what the server says; message `n` is line `n`. */
export const irc: Format = {
  name: 'irc',
  recognises: (opening) => {
    const lines = opening.split('\n').filter(Boolean).slice(0, 50);
    return (
      lines.length > 0 &&
      lines.filter((line) => spoken.test(line) || system.test(line)).length >= 0.8 * lines.length
    );
  },
  parse(text: string, hint: Hint): Day {
    const lines = textLines(text);
    if (lines.at(-1) === '') lines.pop();
    let clock = 0;
    let midnights = 0;
    const messages = lines.map((line, i): Message => {
      const found = spoken.exec(line);
      if (found) {
        const now = Number(found[1]) * 3600 + Number(found[2]) * 60;
        if (now < clock - half) midnights++;
        clock = now;
      }
      return {
        n: i + 1,
        line: i + 1,
        time: found ? `${found[1]}:${found[2]}:00` : new Date(clock * 1000).toISOString().slice(11, 19),
        second: midnights * 86400 + clock,
        speaker: found ? (found[3] ?? found[4]!) : '',
        text: found ? found[5]! : line,
        attachments: [],
        duplicateOf: null,
      };
    });
    const date = dateIn(stemOf(hint.path));
    const isFar = date !== null && !isOfChats(date);
    return {
      group: hint.group ? safeSegment(hint.group) : 'irc',
      date: nameForDate(hint.path),
      format: 'irc',
      language: 'en',
      header: { author: null, lines: null },
      messages,
      notes: isFar ? [{ level: 'warning', rule: 'date-far', line: 0, detail: date }] : [],
    };
  },
};
