import { group } from 'd3-array';
import type { OfDay } from '../corpus/index.js';
import { faultKind, type Lang, words } from '../lang/index.js';
import type { Corrections, DoneDay, MissingInput, Outcome } from '../pipeline/index.js';
import type { Note } from '../read/index.js';
import type { DictionaryProblem } from '../text/index.js';
import { plainLine } from './excerpt.js';
import type { Io } from './io.js';
import { orphanedGroups } from './orphans.js';
import { printable } from './printable.js';
import type { Place } from './problem.js';
import { Progress } from './progress.js';

/** A fault in a file that people write, as it is told with its line. */
export interface Fault {
  line: number;
  /** For programs. */
  code: string;
  /** Faults of one kind are told together. */
  kind: string;
  said: string;
}

/** So many places of one kind are told of a file; of the others, how many there are. */
const mostOfAKind = 5;

/**
 * Faults where they stand: of a kind the first few, and behind them in one how many more there are.
 * @param moreOf words that, by the last fault of the kind and the count
 */
export function inShort<T extends Fault>(
  faults: readonly T[],
  moreOf: (last: T, count: number) => string,
): T[] {
  const kinds = group(faults, ({ kind }) => kind);
  const count = new Map<string, number>();
  return faults.flatMap((fault) => {
    const [told, alike] = [(count.get(fault.kind) ?? 0) + 1, kinds.get(fault.kind)!];
    count.set(fault.kind, told);
    const [more, last] = [alike.length - mostOfAKind, alike.at(-1)!];
    if (told > mostOfAKind) return [];
    return told < mostOfAKind || more <= 0 ? [fault] : [fault, { ...last, said: moreOf(last, more) }];
  });
}

/** Something kept for days, by `group/date`, and who tells that its group has another name now. */
interface KeptForDays {
  keys: Iterable<string>;
  tell: (old: string) => void;
}

/** Why a file could not be read. */
type Failure = Pick<Extract<Outcome, { status: 'failed' }>, 'reason' | 'notALog'> & {
  input: { path: string };
};

/** A place in a file; of line 0 the file as a whole is meant. */
const placeIn = (path: string, line: number): Place => ({ path, ...(line && { line }) });

/** What a command says beside its outputs, on standard error: how far it is, what it did, what went wrong. */
export class Teller {
  /** How many faults were not told by themselves. */
  untold = 0;
  /** Whether what is read now was read before, and all about it said. */
  isSaid = false;
  private readonly progress: Progress;

  /**
   * @param quiet whether only what went wrong is said
   * @param shown a path as the user would write it
   */
  constructor(
    private readonly io: Io,
    private readonly lang: Lang,
    private readonly quiet: boolean,
    private readonly shown: (path: string) => string,
  ) {
    this.progress = new Progress(io, !quiet);
  }

  private get words() {
    return words(this.lang).cli;
  }

  /** Says what is wrong, whatever else is silent. */
  problem(code: string, text: string, place: Place = {}): void {
    if (this.isSaid) return;
    const message = printable(text);
    this.io.problems.push({ code, message, ...place });
    this.line(message);
  }

  /** The same, once however often it is found. */
  private problemOnce(code: string, text: string, place: Place): void {
    const said = printable(text);
    if (!this.io.problems.some(({ message }) => message === said)) this.problem(code, text, place);
  }

  /**
   * Says what is wrong in a file, each fault where it stands: of a kind the first few, and how many more there are.
   * @param tell says one of them
   */
  faults(
    path: string,
    faults: readonly Fault[],
    tell = ({ code, said }: Fault, place: Place) => this.problem(code, said, place),
  ): void {
    const told = this.inShort(path, faults);
    this.untold += faults.length - told.length;
    for (const fault of told) tell(fault, placeIn(path, fault.line));
  }

  private inShort<T extends Fault>(path: string, faults: readonly T[]): T[] {
    return inShort(
      faults,
      ({ line }, count) => `${this.shown(path)}: ${this.words.moreOfAKind(count, line)}`,
    );
  }

  say(text: string): void {
    if (!this.isSaid && !this.quiet) this.line(printable(text));
  }

  private line(safe: string): void {
    this.progress.clear();
    this.io.err(`${safe}\n`);
  }

  /** How far a run is, where somebody watches; null when it is through. */
  progressed(text: string | null): void {
    if (text === null) this.progress.clear();
    else this.progress.say(text);
  }

  /** What is wrong in files of entries; the rest of them serves. A file that cannot be read at all has no line. */
  dictionary(problems: readonly DictionaryProblem[]): void {
    this.faultsIn('dictionary', problems, this.words.dictionary, (fault, place) =>
      this.problemOnce(fault.code, fault.said, place),
    );
  }

  /** What is wrong in corrections; the rest of them serves. */
  corrections({ problems }: Corrections): void {
    this.faultsIn('correction', problems, this.words.correction);
  }

  /** Says what is wrong in files that people write; one that cannot be read at all has no line. */
  faultsIn(
    code: string,
    problems: readonly DictionaryProblem[],
    worded: (path: string, line: number, reason: string) => string,
    tell?: (fault: Fault, place: Place) => void,
  ): void {
    for (const [path, ofFile] of group(problems, (p) => p.path))
      this.faults(
        path,
        ofFile.map(({ line, reason }) => ({
          ...{ line, code: line ? code : 'unreadable', kind: faultKind(reason) },
          said: line
            ? worded(this.shown(path), line, plainLine(reason))
            : this.words.failed(this.shown(path), reason),
        })),
        tell,
      );
  }

  /** Why a path gives nothing to read. */
  missing({ path, reason, why = '' }: MissingInput): void {
    const shown = this.shown(path);
    const said: Record<MissingInput['reason'], () => string> = {
      unreadable: () => this.words.failed(shown, why),
      'no-file': () => this.words.noFile(shown),
      missing: () => this.words.missing(shown),
      'no-match': () => this.words.noMatch(shown),
    };
    this.problem(reason, said[reason](), { path });
  }

  failure({ input, reason, notALog }: Failure): void {
    const { path } = input;
    const shown = this.shown(path);
    if (notALog) this.problem('not-a-log', this.words.notALog(shown), { path });
    else this.problem('unreadable', this.words.failed(shown, reason), { path });
  }

  copy({ input, original }: Extract<Outcome, { status: 'copy' }>): void {
    this.say(this.words.copy(this.shown(input.path), this.shown(original.path)));
  }

  /** What was odd about a log: file, line, what was found. Harmless things are said, and do not count as problems. */
  notes({ input, notes }: Pick<DoneDay, 'input' | 'notes'>): void {
    const { path } = input;
    const shown = this.shown(path);
    const faults = notes.map((note) => ({
      ...{ line: note.line, level: note.level, code: note.rule, kind: note.rule },
      said: this.placeOf(shown, note),
    }));
    for (const { level, code, line, said } of this.inShort(path, faults))
      if (level === 'info') this.say(said);
      else this.problem(code, said, placeIn(path, line));
  }

  private placeOf(path: string, { rule, line, detail }: Note): string {
    const said: Record<string, string> = words(this.lang).notes;
    const found = detail && words(this.lang).marks.aside(detail.replace(/[\t\n]/g, ' '));
    return `${path}${line ? `:${line}` : ''}: ${said[rule] ?? rule}${found}`;
  }

  /** What was kept for days that have another group's name now, and so is without its day. */
  orphans(kept: readonly KeptForDays[], read: readonly OfDay[], now: string): void {
    for (const { keys, tell } of kept) for (const old of orphanedGroups(keys, read, now)) tell(old);
  }
}
