import { approvalOf, CannotDecide, endedRules, isApproved } from '../../glossary/index.js';
import { words } from '../../lang/index.js';
import { writeDecisions } from '../../pipeline/index.js';
import { hindranceIn } from '../glossary-session.js';
import type { Io } from '../io.js';
import { CommandError, Session } from '../session.js';
import { type DecideOptions, overlayOf, signed } from './glossary-decide.js';

/** What `huati glossary approve` takes. */
export interface ApproveOptions extends DecideOptions {
  checkedAgainstOriginal?: boolean;
}

/** Approves an entry of the glossary for somebody who checked it against its source (`huati glossary approve`). */
export function approveTerm(term: string, options: ApproveOptions, io: Io): number {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang);
  const overlay = overlayOf(session);
  const { entries, documents } = session.dictionaries;
  const { source, why, checkedAgainstOriginal: original = false } = options;
  try {
    const approval = { term, source: source?.trim(), original, why, ...signed(session, options) };
    const approved = approvalOf(approval, entries);
    const { entry, change } = approved;
    if (isApproved(approved)) {
      session.say(w.glossary.decidedBefore(entry.term, w.glossary.did.approve));
      return session.exitCode;
    }
    const paths = writeDecisions(overlay, [approved]).map((path) => session.shown(path));
    const now = change.source ?? entry.source!;
    const shown = entry.source && entry.source !== now ? `${entry.source} → ${now}` : now;
    session.say(w.glossary.approved(entry.term, shown, original, paths.join('、')));
    if (entry.status === 'deprecated') session.say(w.glossary.reinstated(entry.term));
    for (const { number, until, replacedBy = '', unsure } of endedRules({ ...entry, ...change }, documents))
      session.say(w.keeping.ended(number, until, replacedBy, unsure));
  } catch (error) {
    if (error instanceof CannotDecide) throw new CommandError(hindranceIn(error, term, entries, w));
    throw error;
  }
  return session.exitCode;
}
