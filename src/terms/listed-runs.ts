import { hashFrom, hashOf, hashStart, hashUnit } from './statistics.js';

/** Lists of words and of runs of words; all folded. */
export interface RunLists {
  notTerms: ReadonlySet<string>;
  /** Runs of words that the trade uses: the group may explain one, and they rather stay whole. */
  trade: ReadonlySet<string>;
  /** Runs of words that the trade could use: they rather stay whole, and that is all. */
  compounds: ReadonlySet<string>;
}

/** Each list's bit, and those of the two that hold runs of the trade. */
export const listBits = { trade: 1, compounds: 2, notTerms: 4, ofTrade: 3 } as const;

/** Seventy thousand listed forms leave most places free that so many bits of a hash tell apart. */
const listedBits = 21;
const listedMask = (1 << listedBits) - 1;
/** The same for what begins and ends them. */
const endBits = 20;
const endMask = (1 << endBits) - 1;
/** Beginnings and ends of so many characters at most are counted. */
const longestEnd = 6;

/**
 * The listed runs (表中词串), to be asked by hash: most runs of a day are in no list, and need no string to tell so. Hashes
 * are told apart by their last bits, so that a few more may seem to be there than are.
 */
export class ListedRuns {
  /** A bit each: whether a listed form has these last bits. */
  private readonly listed = new Uint8Array(1 << (listedBits - 3));
  /** How many runs of the trade begin and end with what has these last bits. */
  private readonly beginnings = new Uint16Array(1 << endBits);
  private readonly ends = new Uint16Array(1 << endBits);

  constructor(private readonly lists: RunLists) {
    for (const list of [lists.notTerms, lists.trade, lists.compounds])
      for (const form of list) {
        const place = hashOf(form) & listedMask;
        this.listed[place >> 3]! |= 1 << (place & 7);
      }
    for (const list of [lists.trade, lists.compounds]) for (const form of list) this.countEnds(form);
  }

  private countEnds(form: string): void {
    let opening = hashStart;
    for (let length = 1; length <= Math.min(longestEnd, form.length - 1); length++) {
      opening = hashUnit(opening, form.charCodeAt(length - 1));
      this.beginnings[opening & endMask]!++;
      this.ends[hashFrom(hashStart, form, form.length - length, form.length) & endMask]!++;
    }
  }

  /** Whether a form of this hash may be in a list. */
  mayHave(hash: number): boolean {
    const place = hash & listedMask;
    return ((this.listed[place >> 3]! >> (place & 7)) & 1) === 1;
  }

  /** Whether longer runs of the trade may begin with a form of this hash and so many characters. */
  mayGoOn(hash: number, length: number): boolean {
    return length > longestEnd || this.beginningWith(hash) > 0;
  }

  /** How many longer runs of the trade begin with a form of this hash. */
  beginningWith(hash: number): number {
    return this.beginnings[hash & endMask]!;
  }

  /** How many longer runs of the trade end with a form of this hash. */
  endingWith(hash: number): number {
    return this.ends[hash & endMask]!;
  }

  /** The lists that have a form, in {@link listBits}. */
  listsWith(folded: string): number {
    const { trade, compounds, notTerms } = this.lists;
    return (
      (trade.has(folded) ? listBits.trade : 0) |
      (compounds.has(folded) ? listBits.compounds : 0) |
      (notTerms.has(folded) ? listBits.notTerms : 0)
    );
  }
}
