import { group } from 'd3-array';
import type { OfDay } from '../corpus/index.js';
import { type Lang, words } from '../lang/index.js';
import type { Corrections, DoneDay, MissingInput, Outcome } from '../pipeline/index.js';
import type { Note } from '../read/index.js';
import type { DictionaryProblem } from '../text/index.js';
import type { Io } from './io.js';
import { orphanedGroups } from './orphans.js';
import { printable } from './printable.js';
import { Progress } from './progress.js';

/** So many places of one kind are told of a log; of the others, how many there are. */
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
    for (const { path, line, reason } of problems)
      this.problemOnce(
        line
          ? this.words.dictionary(this.shown(path), line, reason)
          : this.words.failed(this.shown(path), reason),
      );
  }

  /** What is wrong in corrections; the rest of them serves. */
  corrections({ problems }: Corrections): void {
    for (const { path, line, reason } of problems)
      this.problem(
        line
          ? this.words.correction(this.shown(path), line, reason)
          : this.words.failed(this.shown(path), reason),
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
