import { findPeople } from '../people/index.js';
import { DayWork } from '../pipeline/index.js';
import type { Day } from '../read/index.js';
import { Lexicon, loadSegmenter, tokenize } from '../text/index.js';
import type { Session } from './session.js';

/**
 * A day as the stages before links and terms leave it, with what its analysis works with: in a workspace as its runs know
 * it, so that what is told of a day is what became of it there.
 */
export async function prepared(path: string, day: Day, session: Session) {
  const context = new DayWork(session.run).contextOf(day, await session.knownIn(path, day));
  const people = findPeople(day, context.owner, context.people);
  const lexicon = new Lexicon(context.entries, context.own);
  const segmenter = loadSegmenter(context.segmenter);
  const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i]!, lexicon, segmenter));
  return { people, lexicon, segmenter, tokens, rejected: new Set(context.rejected) };
}
