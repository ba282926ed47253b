import type { Readable, Writable } from 'node:stream';
import * as clack from '@clack/prompts';
import { type Candidate, entriesLike } from '../glossary/index.js';
import type { Words } from '../lang/index.js';
import { type Entry, type TermClass, termClasses } from '../text/index.js';

/** The streams of a terminal that somebody sits at. */
export interface Keyboard {
  input: Readable;
  output: Writable;
}

export type ReviewAction = keyof Words['keeping']['actions'];

/** What somebody makes of a candidate before it is accepted. */
export interface Edited {
  term: string;
  class: TermClass;
  english: string;
  definition: string;
  source: string;
}

const keys = { accept: 'a', edit: 'e', merge: 'm', reject: 'r', later: 'l', undo: 'u', quit: 'q' } as const;
const deciding = ['accept', 'edit', 'merge', 'reject', 'later'] as const;

/** What may be done next: decide or not, and take the last decision back where there is one. */
export interface Offered {
  decide: boolean;
  undo: boolean;
}
const mostOptions = 8;
const mostFound = 50;

/** Thrown where somebody backs out of a question (Esc, Ctrl-C). */
export class BackedOut extends Error {}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (clack.isCancel(answer)) throw new BackedOut();
  return answer as Exclude<T, symbol>;
}

/** The questions of a review, asked on a terminal by @clack/prompts. */
export class ReviewPrompts {
  constructor(
    private readonly at: Keyboard,
    private readonly w: Words,
  ) {}

  intro(text: string): void {
    clack.intro(text, this.at);
  }

  outro(text: string): void {
    clack.outro(text, this.at);
  }

  /** Says in one line what became of a term. */
  done(text: string): void {
    clack.log.success(text, this.at);
  }

  problem(text: string): void {
    clack.log.error(text, this.at);
  }

  evidence(lines: readonly string[], title: string): void {
    clack.note(lines.join('\n'), title, this.at);
  }

  /** What is to be done; backing out is to stop. */
  async action({ decide, undo }: Offered): Promise<ReviewAction> {
    const { ask, askAgain, askLast, actions } = this.w.keeping;
    const names: ReviewAction[] = [...(decide ? deciding : []), ...(undo ? ['undo' as const] : []), 'quit'];
    // the first option is what the prompt shows where no key was chosen: it is to be none that decides
    const options = [
      { value: '?', label: askAgain },
      ...names.map((name) => ({ value: keys[name] as string, label: actions[name] })),
    ];
    for (;;) {
      const key = await clack.selectKey({ ...this.at, message: decide ? ask : askLast, options });
      if (clack.isCancel(key)) return 'quit';
      const name = names.find((each) => keys[each] === key);
      if (name) return name;
    }
  }

  /** @throws {BackedOut} */
  async why(): Promise<string> {
    return this.line(this.w.keeping.whyAsk);
  }

  /**
   * The entry to merge into, found by some of its forms; those that look like the candidate stand first.
   * @throws {BackedOut}
   */
  async into(like: readonly Entry[], entries: readonly Entry[]): Promise<string> {
    const { mergeInto, noneLike } = this.w.keeping;
    const first = new Set(like.map((e) => e.term));
    const all = [...like, ...entries.filter((e) => !first.has(e.term))];
    const option = (e: Entry) => ({ value: e.term, label: e.term, hint: e.aliases.join('、') });
    const chosen = await clack.autocomplete({
      ...this.at,
      message: mergeInto,
      maxItems: mostOptions,
      options() {
        const sought = this.userInput.trim();
        return (sought ? entriesLike(entries, sought, mostFound) : all).map(option);
      },
      validate: (value) => (value ? undefined : noneLike),
    });
    return answered(chosen) as string;
  }

  /** @throws {BackedOut} */
  async edit(candidate: Pick<Candidate, 'term' | 'class'>): Promise<Edited> {
    const { keeping: k, glossary } = this.w;
    const term = answered(
      await clack.text({
        ...this.at,
        message: k.askTerm,
        initialValue: candidate.term,
        validate: (value) => (value?.trim() ? undefined : k.empty),
      }),
    ).trim();
    const termClass = answered(
      await clack.select<TermClass>({
        ...this.at,
        message: k.askClass,
        initialValue: candidate.class,
        options: termClasses.map((value) => ({ value, label: glossary.classes[value] })),
      }),
    );
    const english = await this.line(k.askEnglish);
    const definition = await this.line(k.askDefinition);
    const source = await this.line(k.askSource);
    return { term, class: termClass, english, definition, source };
  }

  private async line(message: string): Promise<string> {
    return (answered(await clack.text({ ...this.at, message })) ?? '').trim();
  }
}
