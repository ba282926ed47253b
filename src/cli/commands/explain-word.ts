import { type Words, words } from '../../lang/index.js';
import { discoveryWords, termModelFor } from '../../pipeline/index.js';
import type { Day } from '../../read/index.js';
import { explainTerm, findTerms, phraseFigures, type TermReasons } from '../../terms/index.js';
import { fold, rejectedForms } from '../../text/index.js';
import { exitCodes } from '../io.js';
import { prepared } from '../prepared-day.js';
import { forAndAgainst } from '../reasons.js';
import { CommandError, type Session } from '../session.js';

/** What a word of the day was judged by, and what became of it. */
export function explainWord(day: Day, word: string, session: Session): number {
  const { options, io, dictionaries } = session;
  const w = words(session.pipeline.lang).explain;
  const model = termModelFor(day.language);
  if (!model) throw new CommandError(w.noTermModel);
  const { people, lexicon, segmenter, tokens } = prepared(day, session);
  const rejected = new Set(rejectedForms(dictionaries.entries));
  const tools = { lexicon, segmenter, words: discoveryWords(dictionaries.words), rejected, model };
  const reasons = explainTerm(day, people.mentions, tokens, tools, word);
  const form = fold(word);
  const { terms } = findTerms(day, people.mentions, tokens, tools, { discover: true });
  const term = terms.find((t) => [t.term, ...t.surface].some((f) => fold(f) === form));
  const outcome = term ? (term.known ? 'known' : 'found') : rejected.has(form) ? 'rejected' : 'left';
  if (options.json) io.out(`${JSON.stringify({ ...reasons, outcome: reasons && outcome })}\n`);
  else if (reasons) io.out(`${termReasons(reasons, outcome, w)}\n`);
  else {
    const isWritten = day.messages.some((m) => fold(m.text).includes(form));
    io.out(`${isWritten ? w.noRun(word) : w.notWritten(word)}\n`);
  }
  return exitCodes.ok;
}

function termReasons(
  { word, count, chance, bar, figures, evidence }: TermReasons,
  outcome: 'known' | 'found' | 'rejected' | 'left',
  w: Words['explain'],
): string {
  const percent = (share: number) => `${Math.round(100 * share)}%`;
  const became = outcome === 'left' ? (chance > bar ? 'covered' : 'unlikely') : outcome;
  const told = figures && phraseFigures.map((name) => `${w.figures[name]} ${figures[name]}`).join(w.comma);
  return [
    w.term(word, count, percent(chance), percent(bar), w.became[became]),
    `      ${told ? w.otherDays(told) : w.noOtherDays}`,
    ...forAndAgainst(evidence, w.termGroups, w),
  ].join('\n');
}
