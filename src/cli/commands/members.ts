import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  addressOf,
  certainMember,
  type ListedMember,
  type Member,
  membersOf,
  scheduleOf,
  topTerms,
} from '../../corpus/index.js';
import { type Words, words } from '../../lang/index.js';
import { resolutionsOf } from '../../people/index.js';
import { type ListProblem, readMemberList } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import { readCorpus } from '../corpus.js';
import { csv } from '../csv.js';
import { plainLine } from '../excerpt.js';
import type { Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { spanOf } from '../span.js';
import { table } from '../table.js';
import { writeFile } from '../write-file.js';

export interface MembersOptions extends SpanOptions {
  /** The list of members that a manager keeps, a CSV file. */
  roster?: string;
}

const mostTerms = 5;

/** The list of members; what is wrong with it is said with its line. */
function readList(session: Session, path: string | undefined): ListedMember[] {
  if (path === undefined) return [];
  const file = resolve(session.io.cwd, path);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CommandError('unreadable', session.words.failed(session.shown(file), (error as Error).message));
  }
  const { members, problems } = readMemberList(bytes);
  const said = words(session.pipeline.lang).members.problems;
  const told = ({ line, rule, detail }: ListProblem) =>
    rule === 'list-broken'
      ? session.words.at(session.shown(file), line, detail)
      : `${session.shown(file)}:${line}: ${said[rule]}${detail ? words(session.pipeline.lang).marks.aside(plainLine(detail)) : ''}`;
  session.kindsOfFaults(
    file,
    problems.map((p) => ({ line: p.line, code: p.rule, kind: p.rule, said: told(p) })),
  );
  return members;
}

const show = (name: string) => innerNames.show(name);

/** A member in plain facts, names as they may be shown. */
function factsOf(member: Member, isPublic: boolean) {
  const { activity, listed } = member;
  return {
    name: show(member.name),
    names: member.names.map(show),
    card: show(member.card),
    // a pseudonym has no form
    inForm: isPublic ? null : member.inForm,
    last: activity ? `${activity.last.date} ${activity.last.time.slice(0, 5)}` : null,
    address: activity ? addressOf(activity.last) : null,
    messages: activity?.messages ?? 0,
    days: activity?.days.size ?? 0,
    signins: activity?.signins.size ?? 0,
    talks: [...(activity?.talks ?? [])].map(([address, title]) => ({ address, title })),
    coming: member.coming,
    answered: activity?.help.questions ?? 0,
    terms: activity ? topTerms(activity.help, mostTerms) : [],
    listed: listed !== null,
    exempt: listed?.exempt ?? null,
    note: listed?.note ?? '',
    certainty: member.certainty,
    certain: member.certainty >= certainMember,
    rivals: member.rivals.map(show),
  };
}
type Facts = ReturnType<typeof factsOf>;

const saidOf = (value: boolean | null, w: Words['members']) => (value === null ? '' : value ? w.yes : w.no);

/** The columns of the CSV file, each with its heading. */
const columns = (w: Words['members']): [heading: string, cell: (f: Facts) => string | number][] => [
  [w.name, (f) => f.name],
  [w.last, (f) => f.last ?? w.never],
  [w.address, (f) => f.address ?? ''],
  [w.messages, (f) => f.messages],
  [w.days, (f) => f.days],
  [w.signins, (f) => f.signins],
  [w.talks, (f) => f.talks.map((t) => [t.address, t.title].filter(Boolean).join(' ')).join('；')],
  [w.coming, (f) => f.coming.join('；')],
  [w.answered, (f) => f.answered],
  [w.terms, (f) => f.terms.join('、')],
  [w.listed, (f) => saidOf(f.listed, w)],
  [w.exempt, (f) => saidOf(f.exempt, w)],
  [w.note, (f) => f.note],
  [w.inForm, (f) => saidOf(f.inForm, w)],
  [w.card, (f) => f.card],
  [w.names, (f) => f.names.join('；')],
  [w.certainty, (f) => f.certainty],
  [w.part, (f) => saidOf(f.certain, w)],
  [w.rivals, (f) => f.rivals.join('；')],
];

/** The columns of the terminal's table: what fits a line. */
const row = (f: Facts, w: Words['members']): string[] => [
  f.name,
  f.last ?? w.never,
  f.address ?? '',
  String(f.messages),
  String(f.days),
  String(f.signins),
  String(f.talks.length),
  String(f.coming.length),
  String(f.answered),
  saidOf(f.exempt, w),
  saidOf(f.inForm, w),
  f.certainty.toFixed(2),
];
const head = (w: Words['members']): string[] => [
  w.name,
  w.last,
  w.address,
  w.messages,
  w.days,
  w.signins,
  w.talks,
  w.coming,
  w.answered,
  w.exempt,
  w.inForm,
  w.certainty,
];

/** Two tables: the members, and apart from them those of whom it is not certain who is who. */
function page(facts: readonly Facts[], first: string, last: string, w: Words['members']): string {
  const part = (title: string, some: readonly Facts[]) =>
    some.length ? `${title}\n${table([head(w), ...some.map((f) => row(f, w))])}\n\n` : '';
  const certain = facts.filter((f) => f.certain);
  const uncertain = facts.filter((f) => !f.certain);
  return `${part(w.title(certain.length, uncertain.length, first, last), certain)}${part(w.uncertain(uncertain.length), uncertain)}${w.silentNote}\n`;
}

/**
 * Lists facts of the group's members (成员表) in a span of days: last word, messages, sign-ins, talks given and to come,
 * exempt or not, form of the name, certainty. It proposes nothing.
 */
export async function members(paths: string[], options: MembersOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang).members;
  const span = spanOf(session, options);
  if (options.public && options.roster !== undefined) throw new CommandError('not-public', w.notPublic);
  const list = readList(session, options.roster);
  const corpus = await readCorpus(session, paths, ['people', 'roster', 'talks']);
  // who is who, and what is announced, is learned from all days
  const { first, last } = corpus.ends(span);
  const schedule = scheduleOf(corpus.talks()).filter((day) => day.date >= last);
  const activities = corpus.people(span);
  // a pseudonym is a person's already, and confirmed names are not to go out
  const { people } = session.corrections;
  const resolutions = options.public ? [] : resolutionsOf(corpus.roster(), people, session.workspace.owner);
  const facts = membersOf({ activities, resolutions, list, schedule }).map((member) =>
    factsOf(member, options.public === true),
  );
  let file: string | null = null;
  if (options.out) {
    file = resolve(io.cwd, options.out);
    const [certain, uncertain] = [facts.filter((f) => f.certain), facts.filter((f) => !f.certain)];
    const rows = [...certain, ...uncertain].map((f) => columns(w).map(([, cell]) => cell(f)));
    writeFile(session, file, csv([columns(w).map(([heading]) => heading), ...rows]));
  }
  if (options.json) session.answer({ from: first, to: last, members: facts, file });
  else if (file)
    session.say(w.written(facts.length, facts.filter((f) => !f.certain).length, session.shown(file)));
  else io.out(page(facts, first, last, w));
  return session.exitCode;
}
