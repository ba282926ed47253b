import { existsSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { DayAnalysis } from '../analysis/index.js';
import type { OfDay } from '../corpus/index.js';
import { type Words, words } from '../lang/index.js';
import { type KnownName, knownIn } from '../people/index.js';
import {
  type Cache,
  type ConsentFile,
  type Corrections,
  consentedTalks,
  type DayTask,
  DayWork,
  type Dictionaries,
  type DoneDay,
  dayAt,
  fileAt,
  findInputs,
  findWorkspace,
  folderCache,
  type Input,
  loadDictionaries,
  type MissingInput,
  modelNames,
  noCache,
  ownModels,
  ownModelsFault,
  type Pipeline,
  planDays,
  type Reading,
  type RunOptions,
  readConsents,
  readCorrections,
  readWorkspace,
  runDays,
  type Workspace,
  workspaceFile,
} from '../pipeline/index.js';
import { type Day, NotALog } from '../read/index.js';
import { type DictionaryProblem, type Entry, resolveSegmenter } from '../text/index.js';
import { CommandError, Interrupted } from './command-error.js';
import { exitCodes, type Io } from './io.js';
import { loadPipeline, withOptions } from './load-pipeline.js';
import { mixedGroups } from './mixed-groups.js';
import type { RunCommandOptions } from './options.js';
import { printableName } from './printable.js';
import { answerOf, type Place, type Problem } from './problem.js';
import { PublicEdition } from './public-edition.js';
import { type Fault, Teller } from './teller.js';
import { wholeNumber } from './whole-number.js';

export { CommandError } from './command-error.js';

/** Said once: that entries of the glossary stay inside. */
const entriesKept = 'entries-kept';

/** More processes than any machine runs. */
const mostWorkers = 999;

/** What a command may ask of a run besides what its session says. */
type AskedOfRun = Pick<RunOptions, 'wanted' | 'rejectedToo' | 'tokens'>;

/** All that a command which reads logs works with. */
export class Session {
  readonly workspace: Workspace;
  readonly pipeline: Pipeline;
  readonly dictionaries: Dictionaries;
  readonly corrections: Corrections;
  readonly words: Words['cli'];
  private readonly teller: Teller;
  private publicEdition: PublicEdition | null = null;
  private consents: ConsentFile | null = null;
  private opened: Cache | null = null;

  /**
   * @param about.others whether the command is about other files than the workspace's own, whose faults are not told then
   * @throws {CommandError | InvalidPipeline} before anything runs
   */
  constructor(
    readonly name: string,
    readonly options: RunCommandOptions,
    readonly io: Io,
    about: { others?: boolean } = {},
  ) {
    const lang = options.lang ?? 'zh';
    this.words = words(lang).cli;
    const folder = options.workspace ? resolve(io.cwd, options.workspace) : findWorkspace(io.cwd);
    if (folder !== null && !existsSync(join(folder, workspaceFile)))
      throw new CommandError('missing', this.words.missing(this.shown(join(folder, workspaceFile))));
    this.workspace = readWorkspace(folder, io.cwd);
    this.pipeline = withOptions(loadPipeline(name, this.workspace, lang, io.cwd), options);
    this.words = words(this.pipeline.lang).cli;
    const segmenter = this.pipeline.segmenter;
    if (segmenter === 'nodejieba' && resolveSegmenter('auto') !== 'nodejieba')
      throw new CommandError('segmenter-missing', this.words.segmenterMissing(segmenter));
    const modelsFault = ownModelsFault();
    if (modelsFault)
      throw new CommandError(
        'no-models',
        this.words.ownModels[modelsFault](ownModels()!, modelNames.join(' ')),
      );
    this.dictionaries = loadDictionaries({
      glossary: this.pipeline.glossary,
      overlays: this.workspace.dictionaries,
    });
    this.corrections = readCorrections(this.workspace.corrections);
    const { images } = options;
    if (images && !existsSync(resolve(io.cwd, images)))
      throw new CommandError('missing', this.words.missing(images));
    const isQuiet = Boolean(options.quiet || options.json);
    this.teller = new Teller(io, this.pipeline.lang, isQuiet, (path) => this.shown(path));
    if (about.others) return;
    this.reportDictionary(this.dictionaries.problems);
    this.teller.corrections(this.corrections);
  }

  /** What a log's models give; one that cannot be used ends the command with its name. */
  withModels<T>(path: string, use: () => T): T {
    try {
      return use();
    } catch (error) {
      throw new CommandError('broken-model', this.words.failed(this.shown(path), (error as Error).message));
    }
  }

  /** What went wrong so far, as it was said. */
  get problems(): readonly Problem[] {
    return this.io.problems;
  }

  /** Answers the program that asked with `--json`. */
  answer(answer: object): void {
    this.io.out(answerOf(answer, this.problems));
  }

  /** Says what is wrong in files of entries, once however often they are read. */
  reportDictionary(problems: readonly DictionaryProblem[]): void {
    this.teller.dictionary(problems);
  }

  /** Where outputs go; those of the public edition stand apart, so that a folder can be sent as it is. */
  get out(): string {
    return this.edited(this.options.out ? resolve(this.io.cwd, this.options.out) : this.workspace.output);
  }

  /** Where other commands put their outputs, for one whose `--out` is a file. */
  get usualOut(): string {
    return this.edited(this.workspace.output);
  }

  private edited(folder: string): string {
    return this.options.public ? join(folder, 'public') : folder;
  }

  /**
   * A day as it goes into outputs: as it is, or with `--public` as it may leave the group.
   * @param gated whether talks whose guests have not agreed stay inside; false for a command that asks for consent itself
   * @throws {CommandError} where the key to the pseudonyms cannot be read or kept, before anything is written
   */
  edition(analysis: DayAnalysis, gated = true): DayAnalysis {
    return this.options.public ? this.published.of(analysis, gated) : analysis;
  }

  /**
   * A line that people wrote in the workspace's files, as it goes into outputs.
   * @throws {CommandError} as {@link edition} does
   */
  line(text: string): string {
    return this.options.public ? this.published.line(text) : text;
  }

  /**
   * The glossary as it goes into outputs: with `--public` by the members that are known by now. Entries that stay inside are
   * told, how many of them as a problem; which ones is no part of any output.
   */
  get entries(): readonly Entry[] {
    if (!this.options.public) return this.dictionaries.entries;
    const { entries, keptInside } = this.published.glossary;
    const { privacy } = words(this.pipeline.lang);
    const said = privacy.entriesKept(keptInside.length);
    if (keptInside.length && !this.problems.some(({ code }) => code === entriesKept)) {
      this.problem(entriesKept, said);
      this.say(privacy.entriesKeptAre(keptInside.join('、')));
    }
    return entries;
  }

  /** An entry as it goes into outputs; null where it stays inside. */
  entry(entry: Entry): Entry | null {
    return this.options.public ? this.published.entry(entry) : entry;
  }

  /** Makes the members of the workspace's logs known to the public edition, for a command that reads no days. */
  async enrol(): Promise<void> {
    const { inputs } = await findInputs(this.workspace.sources);
    await this.published.enrol(inputs, this.reading, () => this.io.interrupted());
    this.stopIfInterrupted();
  }

  /**
   * What guests said of the publication of their talks; what is wrong with the file is said once.
   * @throws {InvalidPipeline} where it is no YAML or no list
   */
  get consent(): ConsentFile {
    if (this.consents) return this.consents;
    this.consents = readConsents(this.workspace.consent);
    this.faults(this.workspace.consent, 'consent', this.consents.problems);
    return this.consents;
  }

  /** @throws {CommandError} as {@link edition} does */
  private get published(): PublicEdition {
    this.publicEdition ??= new PublicEdition({
      workspace: this.workspace,
      people: this.corrections.people,
      consents: this.consent,
      dictionaries: this.dictionaries,
      lang: this.pipeline.lang,
      out: this.out,
      shown: (path) => this.shown(path),
    });
    return this.publicEdition;
  }

  /** What earlier runs left; nothing with `--no-cache`. */
  get cache(): Cache {
    this.opened ??=
      this.options.cache === false ? noCache : folderCache(this.elsewhere ?? this.workspace.cache);
    return this.opened;
  }

  /** Where the tables of the corpus are kept: beside the cache, where that is somewhere else than in the workspace. */
  get corpusFolder(): string {
    return this.elsewhere === null ? this.workspace.corpus : join(this.elsewhere, 'corpus');
  }

  private get elsewhere(): string | null {
    const named = process.env.HUATI_CACHE;
    return named ? resolve(this.io.cwd, named) : null;
  }

  /** Whether there is a `huati.yaml`. */
  get hasWorkspace(): boolean {
    return existsSync(join(this.workspace.folder, workspaceFile));
  }

  /** A path as the user would write it, fit to be printed. */
  shown(path: string): string {
    const near = relative(this.io.cwd, path);
    return printableName(near && !near.startsWith('..') ? near : path);
  }

  /** A path as a page shows it: from the workspace, wherever the command was called from, and after the workspace has moved. */
  shownOnPages(path: string): string {
    const near = relative(this.workspace.folder, path);
    return near && !near.startsWith('..') ? near.replaceAll('\\', '/') : this.shown(path);
  }

  /** Says what is wrong, on standard error, whatever else is silent. */
  problem(code: string, text: string, place?: Place): void {
    this.teller.problem(code, text, place);
  }

  /** Says what is wrong in a file that people write, by line: of a kind the first few, and how many more there are. */
  faults(
    path: string,
    code: string,
    problems: readonly { line: number; reason: string }[],
    worded: (path: string, line: number, reason: string) => string = this.words.at,
  ): void {
    this.teller.faultsIn(
      code,
      problems.map(({ line, reason }) => ({ path, line, reason })),
      worded,
    );
  }

  /** The same of faults that are worded already. */
  kindsOfFaults(path: string, faults: readonly Fault[]): void {
    this.teller.faults(path, faults);
  }

  /** How many faults there were, those too that were told in one line with others. */
  get faultCount(): number {
    return this.problems.length + this.teller.untold;
  }

  say(text: string): void {
    this.teller.say(text);
  }

  get exitCode(): number {
    if (this.io.interrupted()) return exitCodes.interrupted;
    return this.problems.length ? exitCodes.problems : exitCodes.ok;
  }

  /**
   * Finds the logs that paths stand for, or those of the workspace, saying what is missing.
   * @throws {CommandError} where neither is given, or where `--group` would give one name to groups that share days
   */
  private async inputsOf(paths: readonly string[]): Promise<Input[]> {
    const given = paths.length ? paths.map((path) => resolve(this.io.cwd, path)) : this.workspace.sources;
    if (!given.length) throw new CommandError('no-paths', this.words.noPaths);
    const { inputs, missing } = await findInputs(given);
    for (const input of missing) this.missing(input);
    const { group } = this.options;
    const mixed = group === undefined ? [] : mixedGroups(inputs.map(({ path }) => path));
    if (mixed.length)
      throw new CommandError(
        'mixed-groups',
        this.words.mixedGroups(group!, mixed.join(words(this.pipeline.lang).marks.list)),
      );
    return inputs;
  }

  /** Says why a path gives nothing to read. */
  missing(input: MissingInput): void {
    this.teller.missing(input);
  }

  /** Says why a file could not be read; a file that is no log only where it was named. */
  unreadable({ path, named }: Pick<Input, 'path' | 'named'>, error: Error): void {
    const notALog = error instanceof NotALog;
    if (named || !notALog) this.teller.failure({ input: { path }, reason: error.message, notALog });
  }

  /** What is to be done for paths, and nothing of it done: the tasks of their days. Says what goes wrong. */
  async plan(paths: readonly string[]): Promise<DayTask[]> {
    const planned = await planDays(await this.inputsOf(paths), new DayWork(this.run), this.run);
    const tasks: DayTask[] = [];
    for (const day of planned ?? [])
      if ('task' in day) {
        this.teller.notes(day);
        tasks.push(day.task);
      } else if (day.status === 'failed') this.teller.failure(day);
      else if (day.status === 'copy') this.teller.copy(day);
    if (planned && !tasks.length) this.problem('nothing-read', this.words.nothingRead);
    return tasks;
  }

  /** How logs are read. */
  get reading(): Reading {
    return { format: this.pipeline.read.format, group: this.options.group ?? this.workspace.group };
  }

  /**
   * Reads a log.
   * @throws {CommandError} saying why it cannot be read
   */
  day(path: string): Day {
    try {
      return dayAt(resolve(this.io.cwd, path), this.reading);
    } catch (error) {
      throw new CommandError('unreadable', this.words.failed(path, (error as Error).message));
    }
  }

  /**
   * Names in a log whose bearers are known: by all logs of the workspace where it is one of them, as runs over them know
   * it; else those that people confirmed.
   */
  async knownIn(path: string, { messages }: Day): Promise<readonly KnownName[]> {
    const { inputs } = await findInputs(this.workspace.sources);
    const file = fileAt(resolve(this.io.cwd, path));
    const own = inputs.find((input) => fileAt(input.path) === file);
    const planned = own ? await planDays(inputs, new DayWork(this.run), this.run) : null;
    this.stopIfInterrupted();
    const day = planned?.find(({ input }) => input === own);
    return day && 'task' in day ? day.task.people : knownIn(this.corrections.people, messages);
  }

  /** What a run of this session is made of. */
  get run(): RunOptions {
    return {
      pipeline: this.pipeline,
      dictionaries: this.dictionaries,
      cache: this.cache,
      group: this.reading.group,
      owner: this.workspace.owner,
      corrections: this.corrections,
      tokens: this.options.tokens ?? false,
      workers: this.workers,
      interrupted: () => this.io.interrupted(),
    };
  }

  /** How many workers are asked for; nothing where that is left to the run. */
  private get workers(): number | undefined {
    return wholeNumber(this.words, '--workers', this.options.workers, { most: mostWorkers });
  }

  /**
   * Reads and analyses what the paths stand for, day by day, saying what goes wrong; yields the days that were done.
   * @param asked.wanted which days are asked for, where not all are; the others are not analysed
   * @param asked.rejectedToo whether rejected words are discovered, to see whether more speaks for them now
   * @param asked.again whether all this was said before
   */
  async *days(
    paths: readonly string[],
    { again = false, ...asked }: Partial<AskedOfRun> & { again?: boolean } = {},
  ): AsyncGenerator<DoneDay> {
    this.teller.isSaid = again;
    try {
      yield* this.read(paths, asked);
    } finally {
      this.teller.isSaid = false;
    }
  }

  /**
   * Ends a command that needs all days where somebody interrupted: of some of them nothing is told or written.
   * @throws {Interrupted}
   */
  stopIfInterrupted(): void {
    if (this.io.interrupted()) throw new Interrupted();
  }

  private async *read(paths: readonly string[], asked: Partial<AskedOfRun>): AsyncGenerator<DoneDay> {
    const run = { ...this.run, ...asked };
    const inputs = await this.inputsOf(paths);
    const { interrupted } = run;
    if (this.options.public) await this.published.enrol(inputs, this.reading, interrupted!);
    const outcomes = runDays(inputs, run);
    let [seen, done, skipped, cached] = [0, 0, 0, 0];
    const read: OfDay[] = [];
    for await (const outcome of outcomes) {
      seen++;
      this.teller.progressed(
        this.words.progress(seen, inputs.length, printableName(basename(outcome.input.path))),
      );
      if (outcome.status === 'skipped') skipped++;
      else if (outcome.status === 'failed') this.teller.failure(outcome);
      else if (outcome.status === 'copy') this.teller.copy(outcome);
      else {
        done++;
        this.teller.notes(outcome);
        read.push({ group: outcome.group, date: outcome.date });
        if (outcome.status === 'done') {
          yield outcome;
          if (outcome.unread || outcome.cached) cached++;
        }
      }
      if (this.io.interrupted()) break;
    }
    this.teller.progressed(null);
    this.reportOrphans(read);
    if (skipped) this.say(this.words.skipped(skipped));
    if (cached) this.say(this.words.cachedDays(cached));
    const trouble = this.cache.trouble();
    if (trouble) this.say(this.words.cacheNotKept(this.shown(this.cache.folder!), trouble));
    if (this.io.interrupted()) this.say(this.words.interrupted);
    else if (!done) this.problem('nothing-read', this.words.nothingRead);
  }

  private reportOrphans(read: readonly OfDay[]): void {
    const { corrections, workspace, words } = this;
    const { group } = this.reading;
    if (group === undefined) return;
    const ofCorrections = (old: string) => {
      const path = join(workspace.corrections, 'days', old);
      this.problem('orphaned-corrections', words.orphanedCorrections(this.shown(path), old, group), { path });
    };
    const ofConsents = (old: string) => {
      const path = workspace.consent;
      this.problem('orphaned-consents', words.orphanedConsents(this.shown(path), old, group), { path });
    };
    this.teller.orphans(
      [
        { keys: corrections.days.keys(), tell: ofCorrections },
        { keys: consentedTalks(workspace.consent), tell: ofConsents },
      ],
      read,
      group,
    );
  }
}
