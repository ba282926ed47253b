import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { words } from '../../lang/index.js';
import { findPeople, knownIn } from '../../people/index.js';
import { discoveryWords, linkModelFor, termModelFor } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import { type Day, readDay } from '../../read/index.js';
import { explainTerm, findTerms, phraseFigures, type TermReasons } from '../../terms/index.js';
import { fold, Lexicon, loadSegmenter, rejectedForms, resolveSegmenter, tokenize } from '../../text/index.js';
import { type Explanation, explainLink, prepare } from '../../threads/index.js';
import { exitCodes, type Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { CommandError, Session } from '../session.js';

const longestText = 40;

/** A message in a line: number, time, name, how its text begins. */
function line(day: Day, n: number): string {
  const { time, speaker, text } = day.messages[n - 1]!;
  const flat = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
  const shown =
    flat.length > longestText ? `${flat.slice(0, longestText).replace(/[\ud800-\udbff]$/, '')}…` : flat;
  return `#${n} ${time} ${innerNames.show(speaker)}  ${shown}`;
}

/**
 * Shows why a message goes on from where it does, by its number; or why a word was taken for a term that day, or was not.
 */
export async function explain(
  path: string,
  what: string,
  options: RunCommandOptions,
  io: Io,
): Promise<number> {
  const session = new Session('analyze', options, io);
  const day = readFile(resolve(io.cwd, path), session);
  return /^\d+$/.test(what) ? explainMessage(day, what, session) : explainWord(day, what.trim(), session);
}

/** A day as the stages before links and terms leave it. */
function prepared(day: Day, session: Session) {
  const known = knownIn(session.corrections.people, day.messages);
  const people = findPeople(day, session.workspace.owner, known);
  const lexicon = new Lexicon(session.pipeline.glossary ? session.dictionaries.entries : []);
  const segmenter = loadSegmenter(resolveSegmenter(session.pipeline.segmenter));
  const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i]!, lexicon, segmenter));
  return { people, lexicon, segmenter, tokens };
}

/** The candidates of one message with what spoke for and against each. */
function explainMessage(day: Day, number: string, session: Session): number {
  const { options, io } = session;
  const w = words(session.pipeline.lang);
  const n = Number(number);
  if (!day.messages[n - 1]) throw new CommandError(w.explain.noMessage(number, day.messages.length));
  const model = linkModelFor(day.language);
  if (!model) throw new CommandError(w.explain.noModel);
  const { people, tokens } = prepared(day, session);
  const found = explainLink(prepare(day, people, tokens, session.dictionaries.words), model, n);
  if (options.json) io.out(`${JSON.stringify(found)}\n`);
  else io.out(found ? `${page(day, found, w)}\n` : `${line(day, n)}\n${w.explain.notWeighed}\n`);
  return exitCodes.ok;
}

/** What a word of the day was judged by, and what became of it. */
function explainWord(day: Day, word: string, session: Session): number {
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
  w: ReturnType<typeof words>['explain'],
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

function readFile(path: string, session: Session): Day {
  const { format } = session.pipeline.read;
  try {
    return readDay(readFileSync(path), { path, ...(format !== 'auto' && { format }) });
  } catch (error) {
    throw new CommandError(session.words.failed(session.shown(path), (error as Error).message));
  }
}

function page(day: Day, found: Explanation, w: ReturnType<typeof words>): string {
  const lines = found.candidates.map((candidate) => {
    const percent = `${Math.round(100 * candidate.probability)}%`.padStart(4);
    const what = candidate.n === found.n ? w.explain.starts : line(day, candidate.n);
    const mark = candidate.n === found.parent ? ` ← ${w.explain.chosen}` : '';
    return [
      `${percent}  ${what}${mark}`,
      ...forAndAgainst(candidate.evidence, w.explain.groups, w.explain),
    ].join('\n');
  });
  return `${line(day, found.n)}\n${lines.join('\n')}`;
}

/** What spoke for a candidate and what against it, each in a line; nothing where nothing did. */
function forAndAgainst<G extends string>(
  evidence: readonly { group: G; weight: number }[],
  groups: Readonly<Record<G, string>>,
  w: ReturnType<typeof words>['explain'],
): string[] {
  const say = (title: string, some: typeof evidence) => {
    const told = some.map(
      ({ group, weight }) => `${groups[group]} ${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`,
    );
    return told.length ? [`      ${title}${told.join(w.comma)}`] : [];
  };
  return [
    ...say(
      w.supports,
      evidence.filter((e) => e.weight > 0),
    ),
    ...say(
      w.opposes,
      evidence.filter((e) => e.weight < 0),
    ),
  ];
}
