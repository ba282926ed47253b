import type { Message } from '../read/index.js';
import type { Runs } from './runs.js';

/** In how many of its places a candidate is quoted, in a list, explained, and opens or closes a clause. */
export interface Surroundings {
  quoted: number;
  listed: number;
  explained: number;
  opens: number;
  closes: number;
}

/** What a character before or after a candidate tells, as bits. */
const bits = { quotes: 1, lists: 2, explains: 4, pauses: 8, known: 128 } as const;
type Mark = Exclude<keyof typeof bits, 'known'>;

/** Gives the bits of a UTF-16 unit; each unit is looked at once. */
function marksBy(patterns: Readonly<Record<Mark, RegExp>>): (unit: number) => number {
  const table = new Uint8Array(65_536);
  return (unit) => {
    if (table[unit] === 0) {
      const character = String.fromCharCode(unit);
      let marks: number = bits.known;
      for (const mark of Object.keys(patterns) as Mark[])
        if (patterns[mark].test(character)) marks |= bits[mark];
      table[unit] = marks;
    }
    return table[unit]!;
  };
}

const before = marksBy({ quotes: /["“「《【]/, lists: /[、/]/, explains: /[叫谓]/, pauses: /[，。,\s]/ });
const after = marksBy({
  quotes: /["”」》】]/,
  lists: /[、/]/,
  explains: /[是指（(:：=]/,
  pauses: /[，。,？?\s]/,
});
const [just, also, is] = ['就', '也', '是'].map((character) => character.charCodeAt(0)) as [
  number,
  number,
  number,
];

/** Whether 就是 or 也是 stands at an offset. */
function isEven(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit === just || unit === also) && text.charCodeAt(at + 1) === is;
}

/** Counts what stands around a run in all its places. */
export function around(messages: readonly Message[], runs: Runs, run: number): Surroundings {
  const { messageOf, starts, ends } = runs.parts;
  const found: Surroundings = { quoted: 0, listed: 0, explained: 0, opens: 0, closes: 0 };
  for (let place = runs.firstPlaces[run]!; place >= 0; place = runs.nextPlace[place]!) {
    const first = runs.from[place]!;
    const { text } = messages[messageOf[first]!]!;
    const [start, end] = [starts[first]!, ends[runs.to[place]! - 1]!];
    const left = start > 0 ? before(text.charCodeAt(start - 1)) : bits.pauses;
    const right = end < text.length ? after(text.charCodeAt(end)) : bits.pauses;
    if (left & right & bits.quotes) found.quoted++;
    if ((left | right) & bits.lists) found.listed++;
    if ((left | right) & bits.explains || isEven(text, end)) found.explained++;
    if (left & bits.pauses) found.opens++;
    if (right & bits.pauses) found.closes++;
  }
  return found;
}
