import type { DayAnalysis } from '../analysis/index.js';
import { type CorpusDay, type DayQuestions, QuestionHistory } from '../corpus/index.js';
import type { DoneDay } from '../pipeline/index.js';
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

  /** @param dayOf gives a day of the run as a day of the corpus */
  constructor(private readonly dayOf: (day: DoneDay) => CorpusDay<'questions'>) {}

  /** Takes the next day, of which nothing is to be shown. */
  pass(day: DoneDay): void {
    this.passed.push(day);
  }

  /** Takes the next day, its questions and itself as it is shown; gives what its report tells of earlier ones. */
  before(questions: DayQuestions, analysis: DayAnalysis): Before {
    for (const passed of this.passed) this.history.pass(this.dayOf(passed).questions);
    this.passed = [];
    const history = this.history.next(questions);
    return showBefore(history, analysis, (q) => this.history.oldAnswers(q, analysis.date), innerNames);
  }
}
