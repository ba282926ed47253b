import { approvalOf, CannotDecide, endedRules, isApproved } from '../../glossary/index.js';
import { words } from '../../lang/index.js';
import { writeDecisions } from '../../pipeline/index.js';
import { hindranceIn } from '../glossary-session.js';
import type { Io } from '../io.js';
import { CommandError, Session } from '../session.js';
import { tellDecision } from '../tell-decision.js';
import { type DecideOptions, overlaysOf, signed } from './glossary-decide.js';

/** What `huati glossary approve` takes. */
export interface ApproveOptions extends DecideOptions {
  checkedAgainstOriginal?: boolean;
}

/** Approves an entry of the glossary for somebody who checked it against its source (`huati glossary approve`). */
export function approveTerm(term: string, options: ApproveOptions, io: Io): number {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang);
  const overlays = overlaysOf(session);
  const { entries, documents } = session.dictionaries;
  const { source, why, checkedAgainstOriginal: original = false } = options;
  try {
    const signature = signed(session, options);
    const approval = { term, source: source?.trim(), original, why, ...signature };
    const approved = approvalOf(approval, entries);
    const { entry, change } = approved;
    const tell = (paths: string[], notes: string[]): number => {
      tellDecision(session, { decision: { term: entry.term, did: 'approve', ...signature }, paths, notes });
      return session.exitCode;
    };
    if (isApproved(approved)) return tell([], [w.glossary.decidedBefore(entry.term, w.glossary.did.approve)]);
    const paths = writeDecisions(overlays, [approved]);
    const shown = paths.map((path) => session.shown(path)).join('、');
    const now = change.source ?? entry.source!;
    const told = entry.source && entry.source !== now ? `${entry.source} → ${now}` : now;
    return tell(paths, [
      w.glossary.approved(entry.term, told, original, shown),
      ...(entry.status === 'deprecated' ? [w.glossary.reinstated(entry.term)] : []),
      ...endedRules({ ...entry, ...change }, documents).map(({ number, until, replacedBy = '', unsure }) =>
        w.keeping.ended(number, until, replacedBy, unsure),
      ),
    ]);
  } catch (error) {
    if (error instanceof CannotDecide)
      throw new CommandError(error.hindrance, hindranceIn(error, term, entries, w));
    throw error;
  }
}
