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
    const key = cacheKey(this.common, day.key);
    const known = this.cache.part(key) as DayQuestions | null;
    if (known) return known;
    const questions = questionsOf(day.analysis, this.stopwords);
    this.cache.putPart(key, questions);
    return questions;
  }

  /** Takes the next day, of which nothing is to be shown. */
  pass(day: DoneDay): void {
    this.passed.push(day);
  }

  /** Takes the next day, as it is shown; gives what its report tells of earlier ones. */
  before(analysis: DayAnalysis): Before {
    for (const day of this.passed) this.history.next(this.questionsIn(day));
    this.passed = [];
    const history = this.history.next(questionsOf(analysis, this.stopwords));
    return showBefore(history, analysis, (q) => this.history.oldAnswers(q, analysis.date), innerNames);
  }
}
