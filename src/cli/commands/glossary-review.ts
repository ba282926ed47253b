import {
  type Candidate,
  CannotDecide,
  changesFor,
  entriesLike,
  entryNamed,
  type Ruling,
  refusalOf,
  withChange,
} from '../../glossary/index.js';
import { type Words, words } from '../../lang/index.js';
import { type WrittenDecision, writeUndoable } from '../../pipeline/index.js';
import { type Entry, isRemembered } from '../../text/index.js';
import { excerpt, plainLine } from '../excerpt.js';
import { candidatesIn, hindranceIn, type Near, nearFinder } from '../glossary-session.js';
import type { Io } from '../io.js';
import { askedAgainLine } from '../refused.js';
import { BackedOut, type ReviewAction, ReviewPrompts } from '../review-prompts.js';
import { CommandError, Session } from '../session.js';
import { wholeNumber } from '../whole-number.js';
import { type DecideOptions, overlaysOf, signed } from './glossary-decide.js';

/** What `huati glossary review` takes. */
export interface ReviewOptions extends DecideOptions {
  /** How many to ask about. */
  most?: string;
}

const longestExample = 140;
const mostLike = 5;

/** A candidate with what speaks for it, line by line. */
function evidenceLines(c: Candidate, entries: readonly Entry[], near: readonly Near[], w: Words): string[] {
  const k = w.keeping;
  const list = (label: string, terms: readonly string[]) =>
    terms.length ? [`${label}：${terms.join('、')}`] : [];
  const forms = [c.term, ...c.aliases];
  const before = askedAgainLine(refusalOf(c, entries), k);
  const like = entriesLike(entries, c.term, mostLike).map((e) => e.term);
  const standing = entries.filter((e) => e.status !== 'candidate');
  // what was decided since is no candidate any more
  const open = near.filter(({ known, term }) => !known && !entryNamed(standing, term));
  return [
    [
      k.evidence(c.messages, c.days, c.people, c.threads),
      k.oneVoice(Math.round(100 * c.oneVoice)),
      ...(c.explained.length ? [k.explainedTimes(c.explained.length)] : []),
    ].join(' · '),
    k.seen(c.firstDay, c.lastDay),
    ...(before ? [before] : []),
    ...list(k.otherForms, c.aliases),
    ...list(k.often, c.company),
    ...list(k.closest, like),
    ...list(
      k.closestCandidates,
      open.map(({ term }) => term),
    ),
    ...c.examples.flatMap((e) => ['', e.address, excerpt(e.text, forms, longestExample)]),
  ].map(plainLine);
}

/** Asks what a ruling needs besides the action. @throws {BackedOut} */
async function rulingFor(
  action: Exclude<ReviewAction, 'quit' | 'undo'>,
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
  const live = entries.filter((e) => !isRemembered(e));
  const into = await prompts.into(entriesLike(live, term, mostLike), live);
  return { did: 'merge', term, into, why: await prompts.why() };
}

type Counts = Record<Ruling['did'], number>;

/** A decision of this review, and the entries before it. */
interface Decided {
  did: Ruling['did'];
  term: string;
  written: WrittenDecision;
  before: Entry[];
}

/** Keeps what is decided in the files, and takes it back. */
class Keeper {
  readonly decided: Decided[] = [];

  constructor(
    public entries: Entry[],
    private readonly overlays: readonly string[],
    private readonly by: Pick<Ruling, 'by' | 'on'>,
  ) {}

  /** @throws {CannotDecide} */
  write(ruling: Omit<Ruling, 'by' | 'on'>, candidate: Candidate): string[] {
    const changes = changesFor({ ...ruling, ...this.by }, this.entries, candidate);
    const written = writeUndoable(this.overlays, changes);
    this.decided.push({ did: ruling.did, term: ruling.term, written, before: this.entries });
    this.entries = changes.reduce(withChange, this.entries);
    return written.paths;
  }

  /** Takes the last decision back, where its file is still as it was left. */
  undo(last: Decided): boolean {
    if (!last.written.takeBack()) return false;
    this.decided.pop();
    this.entries = last.before;
    return true;
  }
}

const shownAll = (session: Session, paths: readonly string[]): string =>
  paths.map((path) => session.shown(path)).join('、');

/** Asks about one candidate until something is decided or the last decision is to be taken back; null where somebody wants to stop. */
async function review(
  candidate: Candidate,
  near: readonly Near[],
  title: string,
  prompts: ReviewPrompts,
  keeper: Keeper,
  session: Session,
): Promise<'decided' | 'undo' | null> {
  const w = words(session.pipeline.lang);
  prompts.evidence(evidenceLines(candidate, keeper.entries, near, w), title);
  for (;;) {
    const action = await prompts.action({ decide: true, undo: keeper.decided.length > 0 });
    if (action === 'quit') return null;
    if (action === 'undo') return 'undo';
    try {
      const ruling = await rulingFor(action, candidate, keeper.entries, prompts);
      const paths = shownAll(session, keeper.write(ruling, candidate));
      prompts.done(w.glossary.decided(ruling.term, w.glossary.did[ruling.did], paths));
      return 'decided';
    } catch (error) {
      if (error instanceof BackedOut) prompts.problem(w.keeping.back);
      else if (error instanceof CannotDecide)
        prompts.problem(hindranceIn(error, candidate.term, keeper.entries, w));
      else throw error;
    }
  }
}

/** Takes the last decision back and says so, or says why it stands. Returns whether it is gone. */
function takeBack(keeper: Keeper, prompts: ReviewPrompts, session: Session): boolean {
  const { keeping } = words(session.pipeline.lang);
  const last = keeper.decided.at(-1)!;
  const paths = shownAll(session, last.written.paths);
  const isGone = keeper.undo(last);
  if (isGone) prompts.done(keeping.undone(last.term, paths));
  else prompts.problem(keeping.cannotUndo(paths));
  return isGone;
}

/** Goes through the candidates one by one, back where a decision is taken back. */
async function reviewAll(
  candidates: readonly Candidate[],
  nearOf: (candidate: Candidate) => Near[],
  prompts: ReviewPrompts,
  keeper: Keeper,
  session: Session,
): Promise<void> {
  const w = words(session.pipeline.lang);
  for (let i = 0; ; ) {
    const candidate = candidates[i];
    if (!candidate && !keeper.decided.length) return;
    const title = candidate
      ? `${w.keeping.place(i + 1, candidates.length)}  ${plainLine(candidate.term)} 〔${w.glossary.classes[candidate.class]}〕`
      : '';
    const did = candidate
      ? await review(candidate, nearOf(candidate), title, prompts, keeper, session)
      : await prompts.action({ decide: false, undo: true });
    if (did === 'decided') i++;
    else if (did !== 'undo') return;
    else if (takeBack(keeper, prompts, session)) i--;
  }
}

/** How many were decided which way, and how many are left. */
function summaryOf(keeper: Keeper, all: number, w: Words): string {
  const counts: Counts = { accept: 0, merge: 0, reject: 0, later: 0 };
  for (const { did } of keeper.decided) counts[did]++;
  const told = (Object.keys(counts) as (keyof Counts)[])
    .filter((did) => counts[did])
    .map((did) => `${w.glossary.did[did]} ${counts[did]}`);
  const said = w.keeping.reviewDone(told.join('，'), all - keeper.decided.length);
  return told.length ? `${said} ${w.keeping.reviewUndo}` : said;
}

/**
 * Goes through the candidates with somebody at a terminal (`huati glossary review`). Every decision is in the files before
 * the next question, so that stopping, however it comes, loses nothing.
 */
export async function reviewCandidates(paths: string[], options: ReviewOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang);
  const { keyboard } = io;
  if (!keyboard) throw new CommandError('no-terminal', w.keeping.noTerminal);
  if (options.json) throw new CommandError('conflict', session.words.conflict('review --json'));
  const overlays = overlaysOf(session);
  const most = wholeNumber(session.words, '--most', options.most);
  const keeper = new Keeper([...session.dictionaries.entries], overlays, signed(session, options));
  const found = await candidatesIn(session, paths);
  if (!found) return session.exitCode;
  const candidates = found.slice(0, most);
  const prompts = new ReviewPrompts(keyboard, w);
  prompts.intro(candidates.length ? w.keeping.reviewIntro(candidates.length) : w.glossary.noCandidates);
  await reviewAll(candidates, nearFinder(keeper.entries, found), prompts, keeper, session);
  prompts.outro(summaryOf(keeper, candidates.length, w));
  return session.exitCode;
}
