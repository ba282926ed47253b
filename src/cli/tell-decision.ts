import type { DecisionRecord } from '../text/index.js';
import type { Session } from './session.js';

/** What became of a decision about a term. */
export interface ToldDecision {
  decision: Pick<DecisionRecord, 'did' | 'on' | 'by'> & { term: string };
  /** Files that were written; none where all stood there already. */
  paths: string[];
  /** What whoever decided should know, in words. */
  notes: string[];
}

/** Tells what was decided: in words, or with `--json` as an object. */
export function tellDecision(session: Session, told: ToldDecision): void {
  for (const note of told.notes) session.say(note);
  if (session.options.json) session.answer(told);
}
