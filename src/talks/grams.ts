/** Where two neighbouring characters stand: anywhere in a turn, or at its beginning or end. */
type Place = 'inside' | 'first' | 'last';

const marks = { first: '^', last: '$' } as const;
const first = marks.first.charCodeAt(0);
const last = marks.last.charCodeAt(0);
/** Stands where there is no character; no text has it. */
const nothing = 0xffff;

/** Which characters below the ideographs are spaces or digits. */
const gaps = Uint8Array.from({ length: 0x3001 }, (_, unit) =>
  Number(/[\s\d]/.test(String.fromCharCode(unit))),
);
const byteOrderMark = 0xfeff;
const isGap = (unit: number) => (unit < gaps.length ? gaps[unit] === 1 : unit === byteOrderMark);

const trailing = /(?:\[[^\]]*\]|\s)+$/;
/** Where a text ends, emoji and spaces behind it left off. */
function endOf(said: string): number {
  const unit = said.charCodeAt(said.length - 1);
  return unit === 0x5d || isGap(unit) ? (trailing.exec(said)?.index ?? said.length) : said.length;
}

/**
 * Goes through the pairs of neighbouring characters of a turn, spaces and digits left out, and how it begins and ends:
 * with one character, marked by `^` or `$` beside it, and with two. As code units; some come more than once.
 */
function eachGram(said: string, visit: (a: number, b: number, place: Place) => void): void {
  let before = nothing;
  for (let i = 0; i < said.length; i++) {
    const unit = said.charCodeAt(i);
    if (isGap(unit)) continue;
    if (before !== nothing) visit(before, unit, 'inside');
    before = unit;
  }
  const end = endOf(said);
  visit(first, said.length ? said.charCodeAt(0) : nothing, 'inside');
  visit(end ? said.charCodeAt(end - 1) : nothing, last, 'inside');
  if (said.length > 1) visit(said.charCodeAt(0), said.charCodeAt(1), 'first');
  if (end > 1) visit(said.charCodeAt(end - 2), said.charCodeAt(end - 1), 'last');
}

/** Pairs of neighbouring characters of a turn, and how it begins (`^`) and ends (`$`): each once. */
export function gramsOf(said: string): Set<string> {
  const grams = new Set<string>();
  eachGram(said, (a, b, place) => {
    const pair = String.fromCharCode(...[a, b].filter((unit) => unit !== nothing));
    grams.add(place === 'inside' ? pair : place === 'first' ? marks.first + pair : pair + marks.last);
  });
  return grams;
}

/** The two code units of a gram as it is written in a model, wherever it may stand; a mark counts as a character, too. */
function placesOf(gram: string): [place: Place, a: number, b: number][] {
  const [a = nothing, b = nothing, c = nothing] = Array.from({ length: gram.length }, (_, k) =>
    gram.charCodeAt(k),
  );
  if (gram.length === 1) return [a === last ? ['inside', nothing, last] : ['inside', a, nothing]];
  if (gram.length === 2) return [['inside', a, b]];
  const found: [Place, number, number][] = [];
  if (gram.length === 3 && a === first) found.push(['first', b, c]);
  if (gram.length === 3 && c === last) found.push(['last', a, b]);
  return found;
}

/** Finds those grams of a turn that a model knows. */
export class GramTable {
  /** A number for each code unit that some gram has; 0 for others. */
  private readonly units = new Uint16Array(nothing + 1);
  private readonly size: number;
  /** Numbers of grams, from 1 on, by those of their units. */
  private readonly numbers: Record<Place, Uint16Array>;
  /** Which grams were found already in the turn at hand. */
  private readonly isFound: Uint8Array;

  /** @param grams their numbers count from 0 on in this order */
  constructor(grams: readonly string[]) {
    const all = grams.flatMap((gram, g) => placesOf(gram).map(([place, a, b]) => ({ g, place, a, b })));
    let size = 1;
    for (const unit of new Set(all.flatMap(({ a, b }) => [a, b]))) this.units[unit] = size++;
    this.size = size;
    this.isFound = new Uint8Array(grams.length);
    const table = () => new Uint16Array(size * size);
    this.numbers = { inside: table(), first: table(), last: table() };
    for (const { g, place, a, b } of all) this.numbers[place][this.at(a, b)] = g + 1;
  }

  private at(a: number, b: number): number {
    return this.units[a]! * this.size + this.units[b]!;
  }

  /** The known grams of a turn by their numbers, each once, in the order of {@link gramsOf}. */
  in(said: string): number[] {
    const found: number[] = [];
    eachGram(said, (a, b, place) => {
      const g = this.numbers[place][this.at(a, b)]! - 1;
      if (g < 0 || this.isFound[g]) return;
      this.isFound[g] = 1;
      found.push(g);
    });
    for (const g of found) this.isFound[g] = 0;
    return found;
  }
}
