import type { DayAnalysis } from '../analysis/index.js';
import { type DayQuestions, QuestionHistory, questionsOf } from '../corpus/index.js';
import { type Cache, cacheKey, type DoneDay, noCache } from '../pipeline/index.js';
import { innerNames } from '../privacy/index.js';
import { type Before, showBefore } from '../report/index.js';

/**
 * What the days of a run know of those before them: questions and answers only, so that a long run stays small. A day
 * is told of days that the same run reported before it and that are earlier; of a file alone there are none.
 */
export class Earlier {
  private readonly history = new QuestionHistory();
  /** Days that were passed over and are not in the history yet: mostly nobody comes to ask. */
  private passed: DoneDay[] = [];

  private readonly common: string;

  constructor(
    private readonly stopwords: ReadonlySet<string>,
    private readonly cache: Cache = noCache,
  ) {
    this.common = cacheKey('questions', stopwords);
  }

  /** The questions of a day that is passed over; where a run before took them from its analysis, that is not read. */
  private questionsIn(day: DoneDay): DayQuestions {
    const known = this.cache.part(cacheKey(this.common, day.key)) as DayQuestions | null;
    return known ?? this.keep(day.key, day.analysis);
  }

  /** Takes the questions from a day's analysis, and keeps them for the runs to come. */
  private keep(key: string, analysis: DayAnalysis): DayQuestions {
    const questions = questionsOf(analysis, this.stopwords);
    this.cache.putPart(cacheKey(this.common, key), questions);
    return questions;
  }

  /** Takes the next day, of which nothing is to be shown. */
  pass(day: DoneDay): void {
    this.passed.push(day);
  }

  /**
   * Takes the next day, as it is shown; gives what its report tells of earlier ones.
   * @param key of the day, where it is shown as it was analysed: its questions are kept for the runs to come
   */
  before(analysis: DayAnalysis, key?: string): Before {
    for (const day of this.passed) this.history.pass(this.questionsIn(day));
    this.passed = [];
    const questions = key === undefined ? questionsOf(analysis, this.stopwords) : this.keep(key, analysis);
    const history = this.history.next(questions);
    return showBefore(history, analysis, (q) => this.history.oldAnswers(q, analysis.date), innerNames);
  }
}
