import { type Entry, fold, formsOf } from '../../text/index.js';
import { entryOf, type Told, type ToldEntry } from '../told.js';
import { distinctAliases } from './differences.js';

/** Whether an entry, or a line about one, only remembers that it was rejected. */
export const isRejected = ({ status }: { status?: Entry['status'] | undefined }): boolean =>
  status === 'rejected';

/** What a line makes a new entry of. */
export const newEntryOf = (told: Told): Entry => ({ ...entryOf(told), aliases: distinctAliases(told) });

const byForm = (entries: readonly Entry[]): Map<string, Entry> => {
  const live = entries.filter((e) => !isRejected(e));
  const aliases = live.flatMap((e) => formsOf(e).map((form) => [form, e] as const));
  return new Map([...aliases, ...entries.map((e) => [fold(e.term), e] as const)]);
};

/** Which entry has a form, while the lines of a file are gone through: what lines take changes hands. */
export class Holders {
  private readonly byForm: Map<string, Entry>;
  /** What the file says of each term that is to be imported; of a term that stands twice the first line counts. */
  private readonly lines: ReadonlyMap<string, Told>;

  /** @param stuck lines that are left out: what they say of forms has no effect */
  constructor(lines: readonly ToldEntry[], entries: readonly Entry[], stuck: ReadonlySet<number>) {
    this.byForm = byForm(entries);
    const effective = lines.filter(({ line }) => !stuck.has(line)).reverse();
    this.lines = new Map(effective.map(({ told }) => [fold(told.term), told]));
  }

  /** Whether the file itself rejects an entry, or says its other forms and leaves this one out. */
  private givesUp(holder: Entry, form: string): boolean {
    const told = this.lines.get(fold(holder.term));
    if (!told) return false;
    return (
      isRejected(told) || (distinctAliases(told).length > 0 && !formsOf(newEntryOf(told)).includes(form))
    );
  }

  /**
   * A form of a line that another entry has and keeps; null where there is none. What the line's own entry has already is none:
   * the entry of a word that was merged stands rejected beside the one that took it in.
   */
  clashOf(told: Told, entry: Entry | undefined): { form: string; holder: Entry } | null {
    if (isRejected(told)) return null;
    const known = new Set(entry && !isRejected(entry) ? formsOf(entry) : []);
    for (const form of formsOf(newEntryOf(told))) {
      const holder = this.byForm.get(form);
      const isOther = holder && fold(holder.term) !== fold(told.term);
      if (isOther && !known.has(form) && !this.givesUp(holder, form)) return { form, holder };
    }
    return null;
  }

  /** A line takes the forms that it says, so that no later one has them. */
  take(told: Told): void {
    if (isRejected(told)) return;
    const entry = newEntryOf(told);
    for (const form of formsOf(entry)) {
      const holder = this.byForm.get(form);
      if (!holder || this.givesUp(holder, form)) this.byForm.set(form, entry);
    }
  }
}
