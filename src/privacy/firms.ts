import type { DayAnalysis } from '../analysis/index.js';
import { Automaton, fold } from '../text/index.js';
import {
  firmsOnCard,
  hasKind,
  introducesHimself,
  isHis,
  isTheirs,
  isYours,
  kindBehind,
  look,
  namesNear,
  shortNameOf,
} from './firm-words.js';
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
    private readonly vocabulary: Vocabulary,
  ) {
    const isFirms = (word: string) => !vocabulary.isKindOfProduct(word);
    const firms = new Set(
      analysis.terms
        .filter((t) => t.class === 'org' || (t.class === 'product' && isFirms(t.term)))
        .flatMap((t) => [t.term, ...t.surface])
        .map(fold),
    );
    const ofCards = (names: readonly string[]) => new Set(names.flatMap((name) => this.firmsOf(name, firms)));
    const speakers = [...new Set(analysis.messages.map((m) => m.speaker))];
    this.cards = new Map(speakers.map((speaker) => [speaker, ofCards(namesOf(speaker))]));
    this.onCards = ofCards(present);
    const forms = new Set([...firms, ...this.onCards]);
    this.known = new Automaton([...forms].sort().map((form, i) => [form, i]));
    for (const { text, speaker } of analysis.messages) {
      const folded = fold(text);
      const own = this.firmsIn(folded, [speaker]).filter((f) => f.isOwn && isHis(folded, f, true, false));
      const said = own.map(({ start, end }) => folded.slice(start, end)).filter((f) => !vocabulary.isTerm(f));
      for (const name of namesOf(speaker))
        this.named.set(name, new Set([...(this.named.get(name) ?? []), ...said]));
    }
  }

  /** The firms of a name card, each with its short name; a term is none, unless it is a firm's. */
  private firmsOf(name: string, firms: ReadonlySet<string>): string[] {
    const isFirm = (form: string) => firms.has(form) || !this.vocabulary.isTerm(form);
    const isName = (short: string) =>
      isFirm(short) && (!this.vocabulary.isOrdinary(short) || this.vocabulary.isNoun(short));
    return firmsOnCard(name)
      .filter(isFirm)
      .flatMap((firm) => {
        const short = shortNameOf(firm);
        return short !== null && isName(short) ? [firm, short] : [firm];
      });
  }

  /** All firms that a folded text names, whosever they are. */
  private firmsIn(folded: string, speakers: readonly string[]): Firm[] {
    const isOwn = (form: string) => speakers.some((speaker) => this.cards.get(speaker)?.has(form));
    const known = this.known.match(folded).map(({ start, end }) => ({
      start,
      end: end + (kindBehind.exec(folded.slice(end))?.[0].length ?? 0),
      isOwn: isOwn(folded.slice(start, end)),
    }));
    const looks = [...folded.matchAll(look)]
      .map(({ 0: found, index }) => ({ start: index, end: index + found.length, isOwn: false }))
      .filter((a) => !known.some((b) => overlap(a, b)));
    return [...known, ...looks];
  }

  /** The firms of a folded text that stand on the speaker's card and are words of nothing else: they go wherever he says them. */
  private distinctive(folded: string, firms: readonly Firm[]): Firm[] {
    const own = firms.filter((f) => f.isOwn);
    if (!own.length) return [];
    const { isTerm, isOrdinary, seams } = this.vocabulary;
    const across = seams(folded);
    const isWithin = (at: number) => across[at] || /^[a-z0-9]{2}$/.test(folded.slice(at - 1, at + 1));
    return own.filter(({ start, end }) => {
      const word = folded.slice(start, end);
      const isName = !isTerm(word) && (!isOrdinary(word) || hasKind(word));
      return isName && !isWithin(start) && !isWithin(end);
    });
  }

  /**
   * @param speakers whoever says it
   * @param named names found in the text
   */
  find(text: string, speakers: readonly string[], named: readonly Named[]): Named[] {
    const folded = fold(text);
    const firms = this.firmsIn(folded, speakers);
    const wordOf = ({ start, end }: Named) => folded.slice(start, end);
    const isIntroduction = introducesHimself(folded);
    const namesBeside = namesNear(named);
    const told = new Set(
      firms
        .filter(
          (f) =>
            isTheirs(folded, f, namesBeside(f)) ||
            isHis(folded, f, f.isOwn, isIntroduction) ||
            (isYours(folded, f) && (this.onCards.has(wordOf(f)) || named.length > 0)),
        )
        .map(wordOf),
    );
    for (const firm of this.distinctive(folded, firms)) told.add(wordOf(firm));
    const own = new Set(speakers.flatMap((speaker) => [...(this.named.get(speaker) ?? [])]));
    return firms.filter((f) => told.has(wordOf(f)) || own.has(wordOf(f)));
  }
}
