import type { DayAnalysis } from '../analysis/index.js';
import { QuestionHistory, questionsOf } from '../corpus/index.js';
import { innerNames } from '../privacy/index.js';
import { type Before, showBefore } from '../report/index.js';

/**
 * What the days of a run know of those before them: questions and answers only, so that a long run stays small. A day
 * is told of days that the same run reported before it and that are earlier; of a file alone there are none.
 */
export class Earlier {
  private readonly history = new QuestionHistory();

  constructor(private readonly stopwords: ReadonlySet<string>) {}

  /** Takes the next day, as it is shown; gives what its report tells of earlier ones. */
  before(analysis: DayAnalysis): Before {
    const history = this.history.next(questionsOf(analysis, this.stopwords));
    return showBefore(history, analysis, (q) => this.history.oldAnswers(q, analysis.date), innerNames);
  }
}
