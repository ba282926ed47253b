import {
  type Candidate,
  CannotDecide,
  changeFor,
  entriesLike,
  entryNamed,
  type Ruling,
} from '../../glossary/index.js';
import { type Words, words } from '../../lang/index.js';
import { writeDecision } from '../../pipeline/index.js';
import { type Entry, fold } from '../../text/index.js';
import { excerpt, plainLine } from '../excerpt.js';
import { candidatesIn } from '../glossary-session.js';
import type { Io } from '../io.js';
import { BackedOut, type ReviewAction, ReviewPrompts } from '../review-prompts.js';
import { CommandError, Session } from '../session.js';
import { type DecideOptions, overlayOf, signed } from './glossary-decide.js';

/** What `huati glossary review` takes. */
export interface ReviewOptions extends DecideOptions {
  /** How many to ask about. */
  most?: string;
}

const longestExample = 140;
const mostLike = 5;

/** The entries after a change, as the files have them now. */
function after(
  entries: readonly Entry[],
  { entry, change, decision }: ReturnType<typeof changeFor>,
): Entry[] {
  const changed = { ...entry, ...change, history: [...(entry.history ?? []), decision] };
  return [...entries.filter((e) => fold(e.term) !== fold(entry.term)), changed];
}

/** What was decided about a candidate before, where it is asked about again. */
function memory(candidate: Candidate, entries: readonly Entry[], k: Words['keeping']): string[] {
  const entry = entryNamed(entries, candidate.term);
  const last = entry?.history?.findLast((d) => d.did === 'later' || d.did === 'reject');
  if (!last) return [];
  const { messages = 0, people = 0 } = last.seen ?? {};
  return last.did === 'later'
    ? [k.putOff(last.on, last.why ?? '')]
    : [k.rejectedBefore(last.on, last.why ?? '', messages, people)];
}

/** A candidate with what speaks for it, line by line. */
function evidenceLines(c: Candidate, entries: readonly Entry[], w: Words): string[] {
  const k = w.keeping;
  const list = (label: string, terms: readonly string[]) =>
    terms.length ? [`${label}：${terms.join('、')}`] : [];
  const forms = [c.term, ...c.aliases];
  const like = entriesLike(entries, c.term, mostLike).map((e) => e.term);
  return [
    [
      k.evidence(c.messages, c.days, c.people, c.threads),
      k.oneVoice(Math.round(100 * c.oneVoice)),
      ...(c.explained.length ? [k.explainedTimes(c.explained.length)] : []),
    ].join(' · '),
    k.seen(c.firstDay, c.lastDay),
    ...memory(c, entries, k),
    ...list(k.otherForms, c.aliases),
    ...list(k.often, c.company),
    ...list(k.closest, like),
    ...c.examples.flatMap((e) => ['', e.address, excerpt(e.text, forms, longestExample)]),
  ].map(plainLine);
}

/** Candidates in the order of the review: what was put off before comes last. */
function inOrder(candidates: readonly Candidate[], entries: readonly Entry[]): Candidate[] {
  const isPutOff = (c: Candidate) => entryNamed(entries, c.term)?.status === 'candidate';
  return [...candidates.filter((c) => !isPutOff(c)), ...candidates.filter(isPutOff)];
}

/** Asks what a ruling needs besides the action. @throws {BackedOut} */
async function rulingFor(
  action: Exclude<ReviewAction, 'quit'>,
  candidate: Candidate,
  entries: readonly Entry[],
  prompts: ReviewPrompts,
): Promise<Omit<Ruling, 'by' | 'on'>> {
  const { term } = candidate;
  if (action === 'later') return { did: 'later', term };
  if (action === 'edit') {
    const edited = await prompts.edit(candidate);
    return { did: 'accept', ...edited, why: await prompts.why() };
  }
  if (action !== 'merge') return { did: action, term, why: await prompts.why() };
  const live = entries.filter((e) => e.status !== 'rejected' && e.status !== 'candidate');
  const into = await prompts.into(entriesLike(live, term, mostLike), live);
  return { did: 'merge', term, into, why: await prompts.why() };
}

type Counts = Record<Ruling['did'], number>;

/** Asks about one candidate until something is decided; false where somebody wants to stop. */
async function review(
  candidate: Candidate,
  title: string,
  prompts: ReviewPrompts,
  keeper: { entries: Entry[]; write(ruling: Omit<Ruling, 'by' | 'on'>, candidate: Candidate): string },
  w: Words,
): Promise<Ruling['did'] | null> {
  prompts.evidence(evidenceLines(candidate, keeper.entries, w), title);
  for (;;) {
    const action = await prompts.action();
    if (action === 'quit') return null;
    try {
      const ruling = await rulingFor(action, candidate, keeper.entries, prompts);
      prompts.done(keeper.write(ruling, candidate));
      return ruling.did;
    } catch (error) {
      if (error instanceof BackedOut) prompts.problem(w.keeping.back);
      else if (error instanceof CannotDecide)
        prompts.problem(w.glossary.cannotDecide[error.hindrance](candidate.term, error.detail));
      else throw error;
    }
  }
}

/**
 * Goes through the candidates with somebody at a terminal (`huati glossary review`). Every decision is in the files before
 * the next question, so that stopping, however it comes, loses nothing.
 */
export async function reviewCandidates(paths: string[], options: ReviewOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang);
  const { keyboard } = io;
  if (!keyboard) throw new CommandError(w.keeping.noTerminal);
  const overlay = overlayOf(session);
  const most = options.most === undefined ? Number.POSITIVE_INFINITY : Number(options.most);
  if (!(most >= 1)) throw new CommandError(session.words.invalidValue('--most'));
  const by = signed(options);
  const keeper = {
    entries: [...session.dictionaries.entries],
    write(ruling: Omit<Ruling, 'by' | 'on'>, candidate: Candidate): string {
      const change = changeFor({ ...ruling, ...by }, this.entries, candidate);
      const path = writeDecision(overlay, change);
      this.entries = after(this.entries, change);
      return w.glossary.decided(ruling.term, w.glossary.did[ruling.did], session.shown(path));
    },
  };
  const candidates = inOrder(await candidatesIn(session, paths), keeper.entries).slice(0, most);
  if (io.interrupted()) return session.exitCode;
  const prompts = new ReviewPrompts(keyboard, w);
  prompts.intro(candidates.length ? w.keeping.reviewIntro(candidates.length) : w.glossary.noCandidates);
  const counts: Counts = { accept: 0, merge: 0, reject: 0, later: 0 };
  let left = candidates.length;
  for (const [i, candidate] of candidates.entries()) {
    const title = `${w.keeping.place(i + 1, candidates.length)}  ${plainLine(candidate.term)} 〔${w.glossary.classes[candidate.class]}〕`;
    const did = await review(candidate, title, prompts, keeper, w);
    if (did === null) break;
    counts[did]++;
    left--;
  }
  const told = (Object.keys(counts) as (keyof Counts)[])
    .filter((did) => counts[did])
    .map((did) => `${w.glossary.did[did]} ${counts[did]}`);
  prompts.outro(
    `${w.keeping.reviewDone(told.join('，'), left)}${told.length ? ` ${w.keeping.reviewUndo}` : ''}`,
  );
  return session.exitCode;
}
