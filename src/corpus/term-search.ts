import type { DayAnalysis } from '../analysis/index.js';
import { Automaton, fold, type TermClass, urlsIn } from '../text/index.js';
import { foundIn } from './occurrences.js';
import { byCount, type TermRecord } from './term-uses.js';

/** A term that is no entry of the lexicon, to be looked for wherever it is written. */
export interface SoughtTerm {
  term: string;
  aliases: readonly string[];
  class: TermClass;
}

/** A discovered term by what days say of it: its commonest form stands for it, and its class is that of most days. */
export function soughtIn({ forms, classes }: TermRecord): SoughtTerm {
  const [term, ...aliases] = byCount(forms);
  return { term: term!, aliases, class: byCount(classes)[0]! };
}

type Term = DayAnalysis['terms'][number];
type Message = DayAnalysis['messages'][number];
interface Place {
  start: number;
  end: number;
}

/** Names and addresses are no use of a word. */
const apart = ({ mentions, attachments, text }: Message): Place[] => [
  ...mentions,
  ...attachments.filter((a) => a.kind === 'link'),
  ...urlsIn(text),
];

/** Where the tokens of a message stand; none where the day was analysed without them. */
function tokensIn({ text, tokens = [] }: Message): Place[] {
  let from = 0;
  return tokens.map((token) => {
    const start = text.indexOf(token, from);
    from = start + token.length;
    return { start, end: from };
  });
}

/** Whether a place is only the seam of two words: 入金 in 引入金融. */
const isSeam = (tokens: readonly Place[], { start, end }: Place): boolean =>
  tokens.some(
    (t) =>
      (t.start < start && start < t.end && t.end < end) || (start < t.start && t.start < end && end < t.end),
  );

/**
 * Finds terms wherever they are written (全文查词). Discovery takes a word for a term only on days that speak for it; whoever
 * decides about one wants all its uses.
 */
export class TermSearch {
  private readonly automaton: Automaton;
  private readonly byForm = new Map<string, number>();

  constructor(private readonly sought: readonly SoughtTerm[]) {
    // names first: no alias of another takes one
    const forms = [
      ...sought.map(({ term }, i) => [fold(term), i] as const),
      ...sought.flatMap(({ aliases }, i) => aliases.map((form) => [fold(form), i] as const)),
    ];
    for (const [form, i] of forms) if (!this.byForm.has(form)) this.byForm.set(form, i);
    this.automaton = new Automaton(this.byForm);
  }

  /** The day with the sought terms in place of those that it discovered; terms of the glossary stay as they are. */
  in(analysis: DayAnalysis): DayAnalysis {
    const uses = new Map<number, { surface: Set<string>; messages: Set<number> }>();
    const add = (i: number, surface: string, numbers: readonly number[]) => {
      const use = uses.get(i) ?? { surface: new Set(), messages: new Set() };
      uses.set(i, use);
      use.surface.add(surface);
      for (const n of numbers) use.messages.add(n);
    };
    for (const { known, term, surface, messages } of analysis.terms) {
      const form = known ? undefined : [term, ...surface].find((f) => this.byForm.has(fold(f)));
      if (form !== undefined) add(this.byForm.get(fold(form))!, form, messages);
    }
    const termsAt = surfacesByMessage(analysis.terms);
    for (const message of analysis.messages)
      if (message.duplicateOf === null)
        for (const { i, surface } of this.written(message, termsAt.get(message.n) ?? []))
          add(i, surface, [message.n]);
    const found = [...uses].map(([i, { surface, messages }]): Term => {
      const { term, class: of } = this.sought[i]!;
      const numbers = [...messages].sort((a, b) => a - b);
      return { term, surface: [...surface], class: of, known: false, messages: numbers };
    });
    return { ...analysis, terms: [...analysis.terms.filter((t) => t.known), ...found] };
  }

  /** Sought terms in a message, where they are no seam of words and not part of a name, of an address or of a longer term. */
  private written(message: Message, terms: readonly string[]): { i: number; surface: string }[] {
    const folded = fold(message.text);
    const hits = this.automaton.match(folded);
    if (!hits.length) return [];
    const skipped = apart(message);
    const tokens = tokensIn(message);
    return hits.flatMap(({ start, end, value }) => {
      const form = folded.slice(start, end);
      const longer = terms.filter((t) => t.length > form.length && fold(t).includes(form));
      const others = foundIn(message.text, longer).map((f) => ({
        start: f.start,
        end: f.start + f.form.length,
      }));
      const isPart = [...skipped, ...others].some((p) => p.start <= start && end <= p.end);
      return isPart || isSeam(tokens, { start, end })
        ? []
        : [{ i: value, surface: message.text.slice(start, end) }];
    });
  }
}

function surfacesByMessage(terms: readonly Term[]): ReadonlyMap<number, string[]> {
  const surfaces = new Map<number, string[]>();
  for (const { surface, messages } of terms)
    for (const n of messages) {
      const list = surfaces.get(n);
      if (list) list.push(...surface);
      else surfaces.set(n, [...surface]);
    }
  return surfaces;
}
