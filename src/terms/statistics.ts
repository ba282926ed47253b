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
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) >>> 0;

/** The hash of what was hashed so far and of a stretch of text behind it. */
export function hashFrom(hash: number, text: string, start: number, end: number): number {
  let whole = hash;
  for (let i = start; i < end; i++) whole = hashUnit(whole, text.charCodeAt(i));
  return whole;
}

export const hashOf = (phrase: string): number => hashFrom(hashStart, phrase, 0, phrase.length);

const pack = (figures: PhraseFigures) =>
  phraseFigures.reduce((sum, name, k) => (sum | (figures[name] << (4 * k))) >>> 0, 0);

/** Phrases by hash, rising, with their figures packed in half bytes. */
export class PhraseStatistics {
  constructor(
    private readonly hashes: Uint32Array,
    private readonly packed: Uint32Array,
  ) {}

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
    let low = 0;
    let high = this.hashes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.hashes[middle]! < hash) low = middle + 1;
      else high = middle;
    }
    return this.hashes[low] === hash ? low : -1;
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
