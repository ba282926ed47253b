import { Automaton, type Hit } from './automaton.js';
import { type Entry, isRemembered } from './entry.js';
import { fold } from './fold.js';

/** Entries and the automaton that finds their forms. `value` of a hit is an index into `entries`. */
export class Lexicon {
  readonly entries: readonly Entry[];
  private readonly own: ReadonlySet<string>;
  private readonly automaton: Automaton;

  /** @param own canonical forms of the entries that the group itself accepted: a form that another has, too, is theirs */
  constructor(entries: readonly Entry[], own: Iterable<string> = []) {
    this.entries = entries.filter((entry) => !isRemembered(entry));
    this.own = new Set(own);
    const forms = this.entries.flatMap((entry, i) => formsOf(entry).map((form) => [form, i] as const));
    this.automaton = new Automaton([
      ...forms.filter(([, i]) => this.isOwn(i)),
      ...forms.filter(([, i]) => !this.isOwn(i)),
    ]);
  }

  /** Whether an entry, by its index, is one that the group itself accepted (本群收录): no guess takes its forms apart. */
  isOwn(entry: number): boolean {
    return this.own.has(this.entries[entry]!.term);
  }

  match(folded: string, accepts?: (hit: Hit) => boolean): Hit[] {
    return this.automaton.match(folded, accepts);
  }

  /** The entry that has a form, folded; undefined where none has. */
  named(folded: string): Entry | undefined {
    const hit = this.automaton.longestAt(folded, 0);
    return hit?.end === folded.length ? this.entries[hit.value] : undefined;
  }

  /** The entries whose forms occur in a text: the slice of the lexicon that an analysis of that text depends on. */
  occurringIn(text: string): Entry[] {
    const folded = fold(text);
    const found = new Set<number>();
    for (let at = 0; at < folded.length; at++) {
      // shorter forms, too: a longer one may give way to them
      let hit = this.automaton.longestAt(folded, at);
      for (; hit; hit = this.automaton.longestAt(folded, at, hit.end - 1)) found.add(hit.value);
    }
    return [...found].sort((a, b) => a - b).map((i) => this.entries[i]!);
  }
}

/** The folded forms of the entries that people rejected (拒绝的词), sorted: words that are not to be discovered. */
export const rejectedForms = (entries: readonly Entry[]): string[] =>
  [...new Set(entries.filter((e) => e.status === 'rejected').flatMap(formsOf))].sort();

const forms = new WeakMap<Entry, string[]>();

/** The folded forms of an entry; a form of several Latin words is found without its spaces too. */
export function formsOf(entry: Entry): readonly string[] {
  const known = forms.get(entry);
  if (known) return known; // it stands in the lexicons of many days
  const own = [entry.term, ...entry.aliases].map((form) => fold(form));
  const all = own.flatMap((form) => (form.includes(' ') ? [form, form.replaceAll(' ', '')] : [form]));
  const fresh = [...new Set(all)];
  forms.set(entry, fresh);
  return fresh;
}
