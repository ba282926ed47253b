import type { DayAnalysis } from '../analysis/index.js';
import {
  type Address,
  type Asked,
  type CorpusDay,
  type DayQuestions,
  type HistoryState,
  QuestionHistory,
} from '../corpus/index.js';
import { type Cache, cacheKey, type DoneDay } from '../pipeline/index.js';
import { innerNames } from '../privacy/index.js';
import { type Before, showBefore } from '../report/index.js';

/** After so many days what the history knows is kept, so that a later run goes on from there. */
const keptEvery = 48;

/**
 * What the days of a run know of those before them: questions and answers only, so that a long run stays small. A day
 * is told of days that the same run reported before it and that are earlier; of a file alone there are none.
 */
export class Earlier {
  private history = new QuestionHistory();
  /** Days that were passed over and are not in the history yet: mostly nobody comes to ask. */
  private passed: DoneDay[] = [];
  /** How the questions of each day are read again. */
  private readonly days = new Map<string, () => DayQuestions>();
  /** Digest of all days that the history has taken, in their order. */
  private digest: string;
  private sinceKept = 0;

  /**
   * @param dayOf gives a day of the run as a day of the corpus
   * @param kept where its state is kept from run to run, under what the questions of a day are made with; null for nowhere
   */
  constructor(
    private readonly dayOf: (day: DoneDay) => CorpusDay<'questions'>,
    private readonly kept: { cache: Cache; under: string } | null = null,
  ) {
    this.digest = cacheKey('history', kept?.under);
  }

  /** Takes the next day, of which nothing is to be shown. */
  pass(day: DoneDay): void {
    this.passed.push(day);
    this.know(day, () => this.dayOf(day).questions);
  }

  /** Takes the next day, its questions and itself as it is shown; gives what its report tells of earlier ones. */
  before(day: DoneDay, questions: DayQuestions, analysis: DayAnalysis): Before {
    this.catchUp();
    const history = this.history.next(questions);
    this.know(day, () => questions);
    this.took(day);
    return showBefore(history, analysis, (q) => this.history.oldAnswers(q, analysis.date), innerNames);
  }

  private know({ group, date }: DoneDay, questions: () => DayQuestions): void {
    const name = `${group}/${date}`;
    if (this.kept && !this.days.has(name)) this.days.set(name, questions);
  }

  /** Takes the days that were passed over, from the last of them on behind which an earlier run kept the history. */
  private catchUp(): void {
    const { passed } = this;
    this.passed = [];
    for (const day of passed.slice(this.resume(passed))) {
      this.history.pass(this.dayOf(day).questions);
      this.took(day);
    }
  }

  /** Goes on from what was kept behind one of some days; gives how many of them that spares. */
  private resume(passed: readonly DoneDay[]): number {
    const digests: string[] = [];
    for (const { key } of passed) digests.push(cacheKey(digests.at(-1) ?? this.digest, key));
    for (let k = digests.length; this.kept && k > 0; k--) {
      const state = this.kept.cache.part(digests[k - 1]!) as HistoryState | null;
      if (!state) continue;
      this.history = QuestionHistory.from(state, (at) => this.read(at));
      this.digest = digests[k - 1]!;
      this.sinceKept = 0;
      return k;
    }
    return 0;
  }

  private read({ group, date, n }: Address): Asked {
    return this.days.get(`${group}/${date}`)!().asked.find((q) => q.n === n)!;
  }

  private took({ key }: DoneDay): void {
    this.digest = cacheKey(this.digest, key);
    if (!this.kept || ++this.sinceKept < keptEvery) return;
    this.sinceKept = 0;
    this.kept.cache.putPart(this.digest, this.history.state());
  }
}
