import type { DayAnalysis } from '../../analysis/index.js';
import { words } from '../../lang/index.js';
import {
  addTalks,
  type Consent,
  type ConsentFile,
  consentOf,
  type DraftResult,
  earlierDraft,
  writeDraft,
} from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import {
  continuationOf,
  draftRecord,
  type Edition,
  joinRecords,
  type TalkRecord,
} from '../../records/index.js';
import type { Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { Session } from '../session.js';
import { unwritable } from '../write-file.js';

/** A day with those before and after it in its group, where they are given, too. */
interface Placed {
  before: DayAnalysis | null;
  day: DayAnalysis;
  after: DayAnalysis | null;
}

/** Days of each group beside their neighbours; days come in the order of their dates. */
async function* placed(days: AsyncIterable<{ analysis: DayAnalysis }>): AsyncGenerator<Placed> {
  const open = new Map<string, Omit<Placed, 'after'>>();
  for await (const { analysis: day } of days) {
    const last = open.get(day.group);
    if (last) yield { ...last, after: day };
    open.set(day.group, { before: last?.day ?? null, day });
  }
  for (const last of open.values()) yield { ...last, after: null };
}

/** The talks of a day by their place in its list; what goes on from the evening before is none of this day's. */
function talksOf({ before, day }: Placed): number[] {
  const goneOn = (before?.talks ?? []).map((talk) => continuationOf(before!, talk, day)?.passages[0]);
  return day.talks.flatMap((talk, i) =>
    goneOn.some((n) => n !== undefined && talk.passages.includes(n)) ? [] : [i],
  );
}

/** The record of a talk in the edition that is written; one over midnight is whole. */
function recordOf({ day, after }: Placed, i: number, session: Session): TalkRecord {
  const shown = session.edition(day, false);
  const talk = shown.talks[i]!;
  const record = draftRecord(shown, talk, innerNames);
  const shownAfter = after && continuationOf(day, day.talks[i]!, after) && session.edition(after, false);
  const night = shownAfter && continuationOf(shown, talk, shownAfter);
  return night ? joinRecords(record, draftRecord(shownAfter, night, innerNames)) : record;
}

/** Consent decides what may be written: a draft for publication where the guest agreed, one for the group unless he refused. */
const mayWrite = (consent: Consent, edition: Edition): boolean =>
  edition === 'public' ? consent === 'open' : consent !== 'refused';

/** One talk as `--json` reports it; its guest as the group knows him. */
interface Reported {
  /** `group/date`. */
  talk: string;
  guest: string;
  title: string;
  consent: Consent;
  outcome: DraftResult['outcome'] | 'withheld';
  files: string[];
}

/** Drafts the records of the talks that the paths hold (`huati records`), as far as each guest's consent goes. */
export async function records(paths: string[], options: RunCommandOptions, io: Io): Promise<number> {
  const session = new Session('analyze', { ...options, public: options.public !== false }, io);
  const edition: Edition = session.options.public ? 'public' : 'inner';
  const { consent } = session;
  const reported: Reported[] = [];
  const taken = new Set<string>();
  for await (const place of placed(session.days(paths)))
    for (const i of talksOf(place)) {
      const { day } = place;
      const { speaker, title } = day.talks[i]!;
      const at = { talk: `${day.group}/${day.date}`, guest: innerNames.show(speaker) };
      const said = { ...at, title, consent: consentOf(consent, at) };
      const isWritten = mayWrite(said.consent, edition);
      if (isWritten) reported.push(write(recordOf(place, i, session), said, edition, session, taken));
      else reported.push(withhold(said, day, consent, session));
    }
  if (!reported.length && !session.problems.length) session.say(session.words.noTalks);
  attempt(session, consent.path, () => addTalks(consent, reported, session.pipeline.lang));
  if (edition === 'inner') sayInner(session, reported);
  if (options.json) session.answer({ edition, consent: consent.path, talks: reported });
  return session.exitCode;
}

/** Drafts of the internal edition come before anybody asked the guests: the last line says so. */
function sayInner(session: Session, reported: readonly Reported[]): void {
  const drafts = reported.filter(({ outcome }) => outcome !== 'withheld');
  if (!drafts.length) return;
  const unasked = drafts.filter((talk) => talk.consent === 'unasked').length;
  session.say(session.words.recordsInner(drafts.length, unasked, session.shown(session.workspace.consent)));
}

/** Runs what writes to `path`; what the file system refuses is said as such. */
function attempt<T>(session: Session, path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw unwritable(session, path, error);
  }
}

type Said = Omit<Reported, 'outcome' | 'files'>;

const consentIn = (session: Session, { consent }: Said): string =>
  words(session.pipeline.lang).record.consents[consent];

function write(
  record: TalkRecord,
  said: Said,
  edition: Edition,
  session: Session,
  taken: Set<string>,
): Reported {
  const { out } = session;
  const { lang } = session.pipeline;
  const options = { out, lang, edition, consent: consentIn(session, said) };
  const result = attempt(session, out, () => writeDraft(record, options, taken));
  sayResult(session, record, result);
  return { ...said, outcome: result.outcome, files: [result.markdown, result.page] };
}

/** Says that nothing is written of a talk, and what is still there of it. */
function withhold(said: Said, { group, date }: DayAnalysis, file: ConsentFile, session: Session): Reported {
  const w = session.words;
  session.say(w.recordWithheld(said.talk, said.title, consentIn(session, said), session.shown(file.path)));
  const earlier = earlierDraft(session.out, group, date);
  if (earlier) session.say(w.recordStale(session.shown(earlier)));
  return { ...said, outcome: 'withheld', files: [] };
}

function sayResult(session: Session, record: TalkRecord, result: DraftResult): void {
  const w = session.words;
  const path = session.shown(result.markdown);
  for (const { path: file, line, reason } of result.problems)
    session.problem('record-fixes', session.words.at(session.shown(file), line, reason), {
      path: file,
      line,
    });
  if (result.outcome === 'foreign')
    session.problem('record-foreign', w.recordForeign(path), { path: result.markdown });
  else if (result.outcome === 'encoding')
    session.problem('record-encoding', w.recordEncoding(path), { path: result.markdown });
  else if (result.outcome === 'written')
    session.say(
      record.kind === 'talk'
        ? w.recordDone(record.guest, record.title, path)
        : w.discussionDone(record.title, path),
    );
  else if (result.outcome === 'appended') session.say(w.recordAppended(path));
  else session.say(result.outcome === 'kept' ? w.recordKept(path) : w.recordUnchanged(path));
  if (result.pageKept) session.say(w.recordPageKept(session.shown(result.page)));
  if (result.byHand) session.say(w.recordFixesByHand(result.byHand, path));
  if (result.open) session.say(w.recordFixesWaiting(result.open, session.shown(result.fixesFile)));
}
