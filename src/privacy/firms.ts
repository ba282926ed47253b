import type { DayAnalysis } from '../analysis/index.js';
import { Automaton, fold } from '../text/index.js';
import { firmsOnCard, isHis, isTheirs, isYours, kindBehind, look } from './firm-words.js';
import type { Named } from './introductions.js';
import type { Vocabulary } from './vocabulary.js';

interface Firm extends Named {
  /** Whether it stands on a card of whoever speaks. */
  isOwn: boolean;
}

const overlap = (a: Named, b: Named) => a.start < b.end && b.start < a.end;

/** Finds the firms that people name as their own, as somebody's whom they name, or as theirs to whom they speak (自我介绍里的公司). */
export class FirmFinder {
  private readonly known: Automaton;
  /** Firms that stand on a card of somebody present, folded. */
  private readonly onCards: ReadonlySet<string>;
  /** Firms that stand on the cards of a speaker, folded. */
  private readonly cards: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of these, those that he named as his own, and no terms: whoever says where he works goes on about it. */
  private readonly named = new Map<string, Set<string>>();

  /**
   * @param present all names of the people of the day
   * @param namesOf all names of whoever bears a name
   */
  constructor(
    analysis: DayAnalysis,
    present: readonly string[],
    namesOf: (name: string) => readonly string[],
    vocabulary: Vocabulary,
  ) {
    const firms = new Set(
      analysis.terms
        .filter((t) => t.class === 'org' || t.class === 'product')
        .flatMap((t) => [t.term, ...t.surface])
        .map(fold),
    );
    const isFirm = (form: string) => firms.has(form) || !vocabulary.isTerm(form);
    const speakers = [...new Set(analysis.messages.map((m) => m.speaker))];
    this.cards = new Map(
      speakers.map((speaker) => [speaker, new Set(namesOf(speaker).flatMap(firmsOnCard).filter(isFirm))]),
    );
    this.onCards = new Set(present.flatMap(firmsOnCard).filter(isFirm));
    const forms = new Set([...firms, ...this.onCards]);
    this.known = new Automaton([...forms].sort().map((form, i) => [form, i]));
    for (const { text, speaker } of analysis.messages) {
      const folded = fold(text);
      const own = this.firmsIn(folded, speaker).filter((f) => f.isOwn && isHis(folded, f, true));
      const said = own.map(({ start, end }) => folded.slice(start, end)).filter((f) => !vocabulary.isTerm(f));
      for (const name of namesOf(speaker))
        this.named.set(name, new Set([...(this.named.get(name) ?? []), ...said]));
    }
  }

  /** All firms that a folded text names, whosever they are. */
  private firmsIn(folded: string, speaker: string | null): Firm[] {
    const own = this.cards.get(speaker ?? '');
    const known = this.known.match(folded).map(({ start, end }) => ({
      start,
      end: end + (kindBehind.exec(folded.slice(end))?.[0].length ?? 0),
      isOwn: own?.has(folded.slice(start, end)) ?? false,
    }));
    const looks = [...folded.matchAll(look)]
      .map(({ 0: found, index }) => ({ start: index, end: index + found.length, isOwn: false }))
      .filter((a) => !known.some((b) => overlap(a, b)));
    return [...known, ...looks];
  }

  /**
   * @param speaker whoever says it; null where that is not one person
   * @param named names found in the text
   */
  find(text: string, speaker: string | null, named: readonly Named[]): Named[] {
    const folded = fold(text);
    const firms = this.firmsIn(folded, speaker);
    const wordOf = ({ start, end }: Named) => folded.slice(start, end);
    const told = new Set(
      firms
        .filter(
          (f) =>
            isTheirs(folded, f, named) ||
            isHis(folded, f, f.isOwn) ||
            (isYours(folded, f) && (this.onCards.has(wordOf(f)) || named.length > 0)),
        )
        .map(wordOf),
    );
    const own = this.named.get(speaker ?? '');
    return firms.filter((f) => told.has(wordOf(f)) || own?.has(wordOf(f)));
  }
}
