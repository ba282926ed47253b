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
import { Progress } from './progress.js';

/** A fault in a file that people write, as it is told with its line. */
export interface Fault {
  line: number;
  /** Faults of one kind are told together. */
  kind: string;
  said: string;
}

/** So many places of one kind are told of a file; of the others, how many there are. */
const mostOfAKind = 5;

/** Something kept for days, by `group/date`, and how it is told that its group has another name now. */
interface KeptForDays {
  keys: Iterable<string>;
  told: (old: string) => string;
}

/** What a command says beside its outputs, on standard error: how far it is, what it did, what went wrong. */
export class Teller {
  /** What went wrong so far, as it was said. */
  readonly problems: string[] = [];
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
  problem(text: string): void {
    if (this.isSaid) return;
    const safe = printable(text);
    this.problems.push(safe);
    this.line(safe);
  }

  /** The same, once however often it is found. */
  private problemOnce(text: string): void {
    if (!this.problems.includes(printable(text))) this.problem(text);
  }

  /**
   * Says what is wrong in a file, each fault where it stands: of a kind the first few, and how many more there are.
   * @param tell says one of them
   */
  faults(path: string, faults: readonly Fault[], tell = (said: string) => this.problem(said)): void {
    const kinds = group(faults, ({ kind }) => kind);
    const count = new Map<string, number>();
    for (const { kind, said } of faults) {
      const [told, alike] = [(count.get(kind) ?? 0) + 1, kinds.get(kind)!];
      count.set(kind, told);
      if (told <= mostOfAKind) tell(said);
      const more = alike.length - mostOfAKind;
      if (told !== mostOfAKind || more <= 0) continue;
      this.untold += more - 1;
      tell(`${this.shown(path)}: ${this.words.moreOfAKind(more, alike.at(-1)!.line)}`);
    }
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
    this.faultsIn(problems, this.words.dictionary, (said) => this.problemOnce(said));
  }

  /** What is wrong in corrections; the rest of them serves. */
  corrections({ problems }: Corrections): void {
    this.faultsIn(problems, this.words.correction);
  }

  /** What is wrong in what declares a run or a workspace; nothing was run. */
  declarations(problems: readonly DictionaryProblem[]): void {
    this.faultsIn(problems, this.words.at);
  }

  /** Faults of several files; one that cannot be read at all has no line. */
  private faultsIn(
    problems: readonly DictionaryProblem[],
    worded: (path: string, line: number, reason: string) => string,
    tell?: (said: string) => void,
  ): void {
    for (const [path, ofFile] of group(problems, (p) => p.path))
      this.faults(
        path,
        ofFile.map(({ line, reason }) => ({
          line,
          kind: faultKind(reason),
          said: line
            ? worded(this.shown(path), line, plainLine(reason))
            : this.words.failed(this.shown(path), reason),
        })),
        tell,
      );
  }

  /** Why a path gives nothing to read, in words. */
  missing({ path, reason, why = '' }: MissingInput): string {
    const shown = this.shown(path);
    if (reason === 'unreadable') return this.words.failed(shown, why);
    if (reason === 'no-file') return this.words.noFile(shown);
    return reason === 'missing' ? this.words.missing(shown) : this.words.noMatch(shown);
  }

  failure({ input, reason, notALog }: Extract<Outcome, { status: 'failed' }>): void {
    const path = this.shown(input.path);
    this.problem(notALog ? this.words.notALog(path) : this.words.failed(path, reason));
  }

  copy({ input, original }: Extract<Outcome, { status: 'copy' }>): void {
    this.say(this.words.copy(this.shown(input.path), this.shown(original.path)));
  }

  /** What was odd about a log: file, line, what was found. Harmless things are said, and do not count as problems. */
  notes({ input, notes }: Pick<DoneDay, 'input' | 'notes'>): void {
    const path = this.shown(input.path);
    for (const alike of group(notes, (note) => note.rule).values()) {
      for (const note of alike.slice(0, mostOfAKind)) this.note(note, this.placeOf(path, note));
      const rest = alike.slice(mostOfAKind);
      if (rest.length)
        this.note(rest[0]!, `${path}: ${this.words.moreOfAKind(rest.length, rest.at(-1)!.line)}`);
    }
  }

  private note({ level }: Note, text: string): void {
    if (level === 'info') this.say(text);
    else this.problem(text);
  }

  private placeOf(path: string, { rule, line, detail }: Note): string {
    const said: Record<string, string> = words(this.lang).notes;
    const found = detail && words(this.lang).marks.aside(detail.replace(/[\t\n]/g, ' '));
    return `${path}${line ? `:${line}` : ''}: ${said[rule] ?? rule}${found}`;
  }

  /** What was kept for days that have another group's name now, and so is without its day. */
  orphans(kept: readonly KeptForDays[], read: readonly OfDay[], now: string): void {
    for (const { keys, told } of kept)
      for (const old of orphanedGroups(keys, read, now)) this.problem(told(old));
  }
}
