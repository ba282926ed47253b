import { sum } from 'd3-array';
import { type Words, words } from '../../lang/index.js';
import { discoveryWords, termModelFor } from '../../pipeline/index.js';
import type { Day } from '../../read/index.js';
import { explainTerm, findTerms, phraseFigures, type TermReasons, type TermUse } from '../../terms/index.js';
import { fold, type Span } from '../../text/index.js';
import { prepared } from '../prepared-day.js';
import { forAndAgainst } from '../reasons.js';
import { CommandError, type Session } from '../session.js';

/** What a word of the day was judged by, and what became of it. */
export async function explainWord(path: string, day: Day, word: string, session: Session): Promise<number> {
  const { options, io, dictionaries } = session;
  const w = words(session.pipeline.lang).explain;
  const model = session.withModels(path, () => termModelFor(day.language));
  if (!model) throw new CommandError('no-term-model', w.noTermModel);
  const { people, lexicon, segmenter, tokens, rejected } = await prepared(path, day, session);
  const tools = { lexicon, segmenter, words: discoveryWords(dictionaries.words), rejected, model };
  const reasons = explainTerm(day, people.mentions, tokens, tools, word);
  const form = fold(word);
  const { terms, tokens: cut } = findTerms(day, people.mentions, tokens, tools, { discover: true });
  const term = terms.find((t) => [t.term, ...t.surface].some((f) => fold(f) === form));
  const outcome = term ? (term.known ? 'known' : 'found') : rejected.has(form) ? 'rejected' : 'left';
  // second copies are not counted among the places either
  const isForm = (text: string, { start, end }: Span) => fold(text.slice(start, end)) === form;
  const whole = sum(day.messages, ({ text, duplicateOf }, i) =>
    duplicateOf === null ? cut[i]!.filter((token) => isForm(text, token)).length : 0,
  );
  const others = term ? [] : overlapping(terms, form);
  if (options.json)
    session.answer({
      ...{ group: day.group, date: day.date, word, count: 0 },
      ...reasons,
      outcome: reasons && outcome,
      whole,
      others,
    });
  else if (reasons) io.out(`${termReasons(reasons, outcome, { whole, others }, w)}\n`);
  else {
    const isWritten = day.messages.some((m) => fold(m.text).includes(form));
    io.out(`${isWritten ? w.noRun(word) : w.notWritten(word)}\n`);
  }
  return session.exitCode;
}

/** Terms of the day that hold a form, or stand in it: they may have taken its places. */
const overlapping = (terms: readonly TermUse[], form: string): string[] =>
  terms
    .filter(({ surface }) => surface.map(fold).some((s) => s.includes(form) || form.includes(s)))
    .map(({ term }) => term);

type Outcome = 'known' | 'found' | 'rejected' | 'left';

/** What became of a word; of one that was left, why. */
function becameOf({ chance, bar, holds }: TermReasons, outcome: Outcome, w: Words['explain']): string {
  if (outcome !== 'left') return w.became[outcome];
  if (holds.length) return w.holdsOwn(holds.join(w.comma));
  return w.became[chance > bar ? 'covered' : 'unlikely'];
}

function termReasons(
  reasons: TermReasons,
  outcome: Outcome,
  { whole, others }: { whole: number; others: readonly string[] },
  w: Words['explain'],
): string {
  const { word, count, chance, bar, figures, evidence } = reasons;
  const percent = (share: number) => `${Math.round(100 * share)}%`;
  const told = figures && phraseFigures.map((name) => `${w.figures[name]} ${figures[name]}`).join(w.comma);
  return [
    w.term(word, count, percent(chance), percent(bar), becameOf(reasons, outcome, w)),
    `      ${told ? w.otherDays(told) : w.noOtherDays}`,
    ...forAndAgainst(evidence, w.termGroups, w),
    `      ${w.whole(whole, count)}${others.length ? w.others(others.join(w.comma)) : ''}`,
  ].join('\n');
}
