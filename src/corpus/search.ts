import type { Address } from './address.js';
import { type Features, isTerm } from './features.js';
import type { Asked, DayQuestions, Said } from './questions.js';

/** An answer that the group gave before (以前答过). */
export interface OldAnswer {
  at: Address;
  question: Said[];
  answers: Said[];
  /** The talk in which it was given, or null. */
  talk: { speaker: string; title: string } | null;
  /** How much of what is asked both questions have in common, 0 to 1. */
  likeness: number;
  /** The terms and words in common. */
  shared: Features;
}

/** A term of the trade tells more than any word: two questions with the same terms are about the same. */
const termWeight = 3;
/** Old answers beside one question. */
const mostFound = 3;
/**
 * What an old question must have in common before it is shown; set by reading what comes out on days of the corpus
 * (docs/qa.md). So many things, so much weight, so great a share of both, and together so rare among all questions.
 */
const fewestFacets = 4;
const leastWeight = 2.4;
const leastLikeness = 0.33;
const commonest = { count: 3, share: 0.001 };
/** An answer of fewer characters helps nobody who was not there. */
const shortestAnswer = 15;

/** A question as far as it is looked for; what is shown of it is asked for when it is found. */
interface Document {
  at: Address;
  about: Features;
  told: Features;
  /** What its answers say of their own, in characters. */
  length: number;
  shown: () => Pick<Asked, 'question' | 'answers' | 'talk'>;
}

/** What {@link PastAnswers} holds, as JSON: features by number, and a row for each question. */
export interface PastState {
  features: string[];
  /** Group, date, number of the first message; features of the question and of its answers; characters of the answers. */
  documents: [string, string, number, number[], number[], number][];
}

/** How many things features name: pairs that follow one another in a word, and terms within terms, are one. */
export function facetsOf(shared: Features): number {
  const parsed = shared.map((f) => ({ term: isTerm(f), name: f.slice(f.indexOf(':') + 1) }));
  const isPart = (a: (typeof parsed)[number], b: (typeof parsed)[number]) =>
    (b.name.length > a.name.length && b.name.includes(a.name)) ||
    (!a.term && !b.term && a.name.length === 2 && b.name.length === 2 && b.name[1] === a.name[0]);
  return parsed.filter((a, i) => !parsed.some((b, k) => k !== i && isPart(a, b))).length;
}

const none: ReadonlySet<number> = new Set();

/** What two sorted lists of features have in common. */
export function inCommon(a: Features, b: Features): Features {
  const shared: string[] = [];
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    if (a[i] === b[k]) shared.push(a[i++]!);
    else if (a[i]! < b[k]!) i++;
    else k++;
  }
  return shared;
}

const lengthOf = (said: readonly Said[]) =>
  said.reduce((sum, m) => sum + m.text.replace(/@\S+|「.*?」|\s/gs, '').length, 0);

/**
 * What earlier days asked and were told (以前的问答), to be asked again. Days are added in order; a question is answered
 * from days added before. A feature weighs as its inverse document frequency among the questions so far (Spärck Jones
 * 1972, "A statistical interpretation of term specificity"), as a share of the greatest possible, so that thresholds
 * hold for ten days as for a thousand.
 */
export class PastAnswers {
  private readonly documents: Document[] = [];
  private readonly byFeature = new Map<string, Set<number>>();
  /** Weights as they are until the next day is added: the same features are weighed over and over in between. */
  private readonly weights = new Map<string, number>();
  private readonly masses = new Map<Features, number>();

  add(day: DayQuestions): void {
    this.weights.clear();
    this.masses.clear();
    const { group, date } = day;
    for (const asked of day.asked) {
      const { n, about, told } = asked;
      this.put({ at: { group, date, n }, about, told, length: lengthOf(asked.answers), shown: () => asked });
    }
  }

  private put(document: Document): void {
    const id = this.documents.push(document) - 1;
    for (const f of document.about) {
      const ids = this.byFeature.get(f);
      if (ids) ids.add(id);
      else this.byFeature.set(f, new Set([id]));
    }
  }

  /** All that it holds, without what is shown of a question that is found. */
  state(): PastState {
    const numbers = new Map<string, number>();
    const numberOf = (f: string) => {
      const known = numbers.get(f) ?? numbers.size;
      numbers.set(f, known);
      return known;
    };
    const documents = this.documents.map(({ at, about, told, length }): PastState['documents'][number] => [
      at.group,
      at.date,
      at.n,
      about.map(numberOf),
      told.map(numberOf),
      length,
    ]);
    return { features: [...numbers.keys()], documents };
  }

  /** @param read gives a question again that is to be shown */
  static from({ features, documents }: PastState, read: (at: Address) => Asked): PastAnswers {
    const past = new PastAnswers();
    const named = (numbers: readonly number[]) => numbers.map((k) => features[k]!);
    for (const [group, date, n, about, told, length] of documents) {
      const at = { group, date, n };
      past.put({ at, about: named(about), told: named(told), length, shown: () => read(at) });
    }
    return past;
  }

  private having(feature: string): ReadonlySet<number> {
    return this.byFeature.get(feature) ?? none;
  }

  private weight(feature: string): number {
    const known = this.weights.get(feature);
    if (known !== undefined) return known;
    const all = this.documents.length + 2;
    const idf = Math.log(all / (this.having(feature).size + 1)) / Math.log(all);
    const weight = idf * (isTerm(feature) ? termWeight : 1);
    this.weights.set(feature, weight);
    return weight;
  }

  private mass(features: Features): number {
    const known = this.masses.get(features);
    if (known !== undefined) return known;
    const mass = features.reduce((sum, f) => sum + this.weight(f), 0);
    this.masses.set(features, mass);
    return mass;
  }

  /** Whether features say one thing, and not what is asked every other day (微信, 支付宝 and 银联 together). */
  private isSpecific(shared: Features): boolean {
    const [rarest, ...rest] = shared.map((f) => this.having(f)).sort((a, b) => a.size - b.size);
    let together = 0;
    for (const id of rarest!) if (rest.every((ids) => ids.has(id))) together++;
    return together <= Math.max(commonest.count, commonest.share * this.documents.length);
  }

  /** What two questions have in common, and the share of their weight that it makes up (Dice 1945). */
  compare(a: Features, b: Features): { likeness: number; shared: Features } {
    const shared = inCommon(a, b);
    if (!shared.length) return { likeness: 0, shared };
    return { likeness: (2 * this.mass(shared)) / (this.mass(a) + this.mass(b)), shared };
  }

  /** Whether two questions ask the same. */
  areAlike(a: Features, b: Features): boolean {
    if (inCommon(a, b).length < fewestFacets) return false;
    const { likeness, shared } = this.compare(a, b);
    return likeness >= leastLikeness && this.tells(shared);
  }

  private tells(shared: Features): boolean {
    return facetsOf(shared) >= fewestFacets && this.mass(shared) >= leastWeight && this.isSpecific(shared);
  }

  /**
   * What the group answered to the same question on days before `date`, the likest first, at most three. An answer must
   * say something of its own about what is asked; better nothing than something else.
   */
  find(asked: Pick<Asked, 'about'>, group: string, date: string): OldAnswer[] {
    const counts = new Map<number, number>();
    for (const f of asked.about) for (const id of this.having(f)) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts]
      .flatMap(([id, count]) => (count >= fewestFacets ? [id] : []))
      .sort((a, b) => b - a)
      .flatMap((id) => {
        const { at, length, ...old } = this.documents[id]!;
        if (at.group !== group || at.date >= date || length < shortestAnswer) return [];
        const found = this.compare(asked.about, old.about);
        if (found.likeness < leastLikeness || !this.tells(found.shared)) return [];
        const matter = new Set([...asked.about, ...old.about]);
        if (!old.told.some((f) => matter.has(f))) return [];
        return [{ at, ...found, shown: old.shown }];
      })
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, mostFound)
      .map(({ shown, ...found }): OldAnswer => {
        const { question, answers, talk } = shown();
        return { ...found, question, answers, talk };
      });
  }
}
