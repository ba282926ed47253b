import { findPeople, knownIn } from '../people/index.js';
import type { Day } from '../read/index.js';
import { Lexicon, loadSegmenter, resolveSegmenter, tokenize } from '../text/index.js';
import type { Session } from './session.js';

/** A day as the stages before links and terms leave it. */
export function prepared(day: Day, session: Session) {
  const known = knownIn(session.corrections.people, day.messages);
  const people = findPeople(day, session.workspace.owner, known);
  const { entries, own } = session.dictionaries;
  const lexicon = new Lexicon(session.pipeline.glossary ? entries : [], own);
  const segmenter = loadSegmenter(resolveSegmenter(session.pipeline.segmenter));
  const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i]!, lexicon, segmenter));
  return { people, lexicon, segmenter, tokens };
}
