/** What many days of talk say of a phrase, each from 0 to 15; see `docs/terms.md` for how they are counted. */
export const phraseFigures = [
  'days',
  'speakers',
  'freedom',
  'nesting',
  'company',
  'oddity',
  'burst',
] as const;
export type PhraseFigures = Record<(typeof phraseFigures)[number], number>;

/** FNV-1a over UTF-16 units: phrases are kept by hash alone, so that no text of a log is in the model. */
export const hashStart = 0x811c9dc5;
/** A hash that goes on over one more UTF-16 unit (FNV-1a, 32 bits). */
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) >>> 0;

/** The hash of what was hashed so far and of a stretch of text behind it. */
export function hashFrom(hash: number, text: string, start: number, end: number): number {
  let whole = hash;
  for (let i = start; i < end; i++) whole = hashUnit(whole, text.charCodeAt(i));
  return whole;
}

/** The hash of a folded phrase, as {@link PhraseStatistics} finds it by. */
export const hashOf = (phrase: string): number => hashFrom(hashStart, phrase, 0, phrase.length);

const pack = (figures: PhraseFigures) =>
  phraseFigures.reduce((sum, name, k) => (sum | (figures[name] << (4 * k))) >>> 0, 0);

/** Hashes are spread evenly: of those that begin with the same so many bits there is hardly more than one. */
const leadingBits = 16;

/** Phrases by hash, rising, with their figures packed in half bytes. */
export class PhraseStatistics {
  /** By the leading bits of a hash: the place of the first phrase that has them, or more. */
  private readonly leading = new Uint32Array((1 << leadingBits) + 1);

  constructor(
    private readonly hashes: Uint32Array,
    private readonly packed: Uint32Array,
  ) {
    let place = 0;
    for (let bits = 0; bits < this.leading.length; bits++) {
      while (place < hashes.length && hashes[place]! >>> (32 - leadingBits) < bits) place++;
      this.leading[bits] = place;
    }
  }

  /** @param base64 little-endian 32-bit numbers: the hashes, rising, then as many packed figures */
  static read(base64: string): PhraseStatistics {
    const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
    const numbers = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
    const half = numbers.length >> 1;
    return new PhraseStatistics(numbers.subarray(0, half), numbers.subarray(half));
  }

  static write(phrases: Iterable<readonly [string, PhraseFigures]>): string {
    const byHash = new Map<number, number>();
    for (const [phrase, figures] of phrases) byHash.set(hashOf(phrase), pack(figures));
    const rows = [...byHash].sort((a, b) => a[0] - b[0]);
    const numbers = Uint32Array.from([...rows.map((r) => r[0]), ...rows.map((r) => r[1])]);
    return Buffer.from(numbers.buffer).toString('base64');
  }

  /** The place of a phrase by its hash; -1 for one that was not seen, or hardly. */
  find(hash: number): number {
    const bits = hash >>> (32 - leadingBits);
    const end = this.leading[bits + 1]!;
    for (let place = this.leading[bits]!; place < end; place++) if (this.hashes[place] === hash) return place;
    return -1;
  }

  /** A figure of the phrase at a place. */
  figure(place: number, name: keyof PhraseFigures): number {
    return (this.packed[place]! >>> (4 * phraseFigures.indexOf(name))) & 15;
  }

  /** The figures of the phrase at a place, in half bytes, the first of {@link phraseFigures} lowest. */
  packedAt(place: number): number {
    return this.packed[place]!;
  }

  /** The figures of the phrase at a place. */
  at(place: number): PhraseFigures {
    const packed = this.packed[place]!;
    const figures = {} as PhraseFigures;
    for (let k = 0; k < phraseFigures.length; k++) figures[phraseFigures[k]!] = (packed >>> (4 * k)) & 15;
    return figures;
  }

  /** The figures of a folded phrase; null for one that was not seen, or hardly. */
  of(phrase: string): PhraseFigures | null {
    const place = this.find(hashOf(phrase));
    return place < 0 ? null : this.at(place);
  }
}
