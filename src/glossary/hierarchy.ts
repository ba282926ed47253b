import { type Entry, fold, formsOf } from '../text/index.js';

/** Broader and narrower terms (上位词、下位词) of a glossary, from whichever side they are said. */
export class Hierarchy {
  private readonly broader = new Map<string, string[]>();
  /** The folded term of the entry that has a form. */
  private readonly terms: ReadonlyMap<string, string>;

  constructor(entries: readonly Entry[]) {
    const forms = entries.flatMap((e) => formsOf(e).map((form) => [form, fold(e.term)] as const));
    this.terms = new Map([...forms, ...entries.map((e) => [fold(e.term), fold(e.term)] as const)]);
    for (const entry of entries) {
      for (const broad of entry.broader ?? []) this.isBroader(broad, entry.term);
      for (const narrow of entry.narrower ?? []) this.isBroader(entry.term, narrow);
    }
  }

  /** The terms that are said to be broader than a term, one step up, as they are written. */
  broaderOf(term: string): readonly string[] {
    return this.broader.get(fold(term)) ?? [];
  }

  /** Whether of two terms, whichever of their forms name them, one is broader than the other, by however many steps. */
  isSubordinate(a: string, b: string): boolean {
    return this.isAbove(a, b) || this.isAbove(b, a);
  }

  private isAbove(upper: string, lower: string): boolean {
    const goal = this.termOf(upper);
    const seen = new Set<string>();
    const open = [this.termOf(lower)];
    for (let term = open.pop(); term !== undefined; term = open.pop()) {
      for (const broad of this.broaderOf(term).map((name) => this.termOf(name))) {
        if (broad === goal) return true;
        if (!seen.has(broad)) open.push(broad);
        seen.add(broad);
      }
    }
    return false;
  }

  private termOf(form: string): string {
    return this.terms.get(fold(form)) ?? fold(form);
  }

  private isBroader(broad: string, narrow: string): void {
    const form = this.termOf(narrow);
    this.broader.set(form, [...(this.broader.get(form) ?? []), broad]);
  }
}
