/** A keyword of a thread; `rank` is its place among them. */
interface Keyword {
  word: string;
  weight: number;
  rank: number;
}

/** The keywords of a thread by their first UTF-16 unit. */
export type KeywordIndex = ReadonlyMap<number, readonly Keyword[]>;

/** Makes a thread's keywords ready to be looked for in text. */
export function keywordIndex(weights: ReadonlyMap<string, number>): KeywordIndex {
  const byFirst = new Map<number, Keyword[]>();
  let rank = 0;
  for (const [word, weight] of weights) {
    const unit = word.charCodeAt(0);
    const list = byFirst.get(unit);
    const entry = { word, weight, rank: rank++ };
    if (list) list.push(entry);
    else byFirst.set(unit, [entry]);
  }
  return byFirst;
}

/** A keyword in a piece of text, with every place where it begins there. */
export interface TellingWord extends Keyword {
  places: number[];
}

/** The keywords that stand in a folded piece of text, by rank. */
export function tellingWords(piece: string, keywords: KeywordIndex): TellingWord[] {
  const found: TellingWord[] = [];
  for (let at = 0; at < piece.length; at++) {
    const words = keywords.get(piece.charCodeAt(at));
    if (!words) continue;
    for (const { word, weight, rank } of words) {
      if (!piece.startsWith(word, at)) continue;
      const known = found.find((t) => t.rank === rank);
      if (known) known.places.push(at);
      else found.push({ word, weight, rank, places: [at] });
    }
  }
  return found.length > 1 ? found.sort((a, b) => a.rank - b.rank) : found;
}

/** Whether a word stands in a stretch of its piece. */
export function standsIn({ word, places }: TellingWord, from: number, to: number): boolean {
  for (const at of places) if (at >= from && at + word.length <= to) return true;
  return false;
}
