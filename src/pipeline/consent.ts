import { z } from 'zod';
import { type Lang, langs, words } from '../lang/index.js';
import { isDate } from '../talks/index.js';
import { readToAdd } from './edited.js';
import { alone } from './lock.js';
import { writeWhole } from './write.js';
import { type DeclarationProblem, keyed } from './yaml.js';
import { readList, withItems } from './yaml-list.js';

/** What a guest said of the publication of a talk (公开许可), the strictest last; `words().record.consents` has their words. */
export const consents = ['open', 'unasked', 'group', 'refused'] as const;
export type Consent = (typeof consents)[number];

/** A talk as the consent file names it: `group/date`, and the guest by the name that the group sees. */
export interface TalkAt {
  talk: string;
  guest: string;
}

/** A date that lacks something, as `2018-1-13` and `2018-01-` do; logs without a date are named otherwise. */
const likeDate = /^\d{2,4}[-./年]\d{0,2}(?:[-./月]\d{0,2}日?)?(?:_\d+)?$/;

/** Whether it is told which day's talk is meant: `group/date`. */
function tellsDay(talk: string): boolean {
  const date = talk.slice(talk.lastIndexOf('/') + 1);
  return date !== talk && date !== '' && (isDate(date.replace(/_\d+$/, '')) || !likeDate.test(date));
}

const entrySchema = keyed({
  talk: z.string().refine(tellsDay, { error: 'expected a talk as group/date, the date as YYYY-MM-DD' }),
  /** Where it is missing, every talk of that day is meant. */
  guest: z.string().min(1).optional(),
  title: z.string().optional(),
  consent: z.string(),
});

type Entry = z.output<typeof entrySchema>;

/** What a workspace says of the publication of its talks. */
export interface ConsentFile {
  path: string;
  entries: (Entry & { known: Consent | null })[];
  /** Whether an entry does not tell which talk it speaks of: it may refuse any, so that none counts as agreed. */
  isDoubtful: boolean;
  problems: DeclarationProblem[];
}

/** A consent may be written in either language, whatever huati speaks. */
const spoken = new Map(
  langs.flatMap((lang) =>
    consents.map((consent) => [words(lang).record.consents[consent], consent] as const),
  ),
);
const knownAs = (value: string): Consent | null => spoken.get(value.trim()) ?? null;
const unknown = (value: string) => `consent: ${value} is none of ${[...spoken.keys()].join(', ')}`;

/** What a malformed entry says all the same; null where it does not tell the day. */
function saved(item: unknown): ConsentFile['entries'][number] | null {
  const { talk, title, consent } = (item ?? {}) as Partial<Record<keyof Entry, unknown>>;
  if (typeof talk !== 'string' || !tellsDay(talk)) return null;
  const said = String(consent ?? '');
  const known = knownAs(said);
  return {
    ...{ talk, consent: said, known: known === 'open' ? null : known },
    ...(typeof title === 'string' && { title }),
  };
}

/**
 * Reads the consent file; a missing one says nothing of any talk. What it says and is not understood counts as not asked; a
 * malformed entry, which may be a refusal, speaks of all talks of its day, and agrees to none.
 * @throws {InvalidPipeline} where it is no YAML or no list
 */
export function readConsents(path: string): ConsentFile {
  const { items, invalid, problems, lineOf } = readList(path, entrySchema);
  const strange = items
    .filter((item) => knownAs(item.consent) === null)
    .map((item) => ({ path, line: lineOf(item, 'consent'), reason: unknown(item.consent) }));
  return {
    path,
    entries: [
      ...items.map((item) => ({ ...item, known: knownAs(item.consent) })),
      ...invalid.flatMap((item) => saved(item) ?? []),
    ],
    isDoubtful: invalid.some((item) => saved(item) === null),
    problems: [...problems, ...strange],
  };
}

/** The days (`group/date`) of which the file says something; none where it cannot be read, which who needs it says. */
export function consentedTalks(path: string): string[] {
  try {
    return readConsents(path).entries.map(({ talk }) => talk);
  } catch {
    return [];
  }
}

const speaksOf = ({ talk, guest }: Entry, at: TalkAt): boolean =>
  talk === at.talk && (guest === undefined || guest === at.guest);

/** What may become of a talk's record; of several entries the strictest holds. */
export function consentOf({ entries, isDoubtful }: ConsentFile, at: TalkAt): Consent {
  const said = isDoubtful ? [...saidOf(entries, at), 'unasked'] : saidOf(entries, at);
  return consents.findLast((consent) => said.includes(consent)) ?? 'unasked';
}

const saidOf = (entries: ConsentFile['entries'], at: TalkAt): Consent[] =>
  entries.filter((entry) => speaksOf(entry, at)).map((entry) => entry.known ?? 'unasked');

/** Adds a line, not asked yet (未问), for each talk that the file says nothing of, and keeps all that stands there. Returns how many. */
export function addTalks(
  file: ConsentFile,
  talks: readonly (TalkAt & { title: string })[],
  lang: Lang,
): number {
  if (!lackingIn(file, talks).length) return 0;
  return alone(file.path, () => {
    // somebody may have added talks since it was read
    const fresh = lackingIn(readConsents(file.path), talks);
    const { consentHead: head, consents: said } = words(lang).record;
    const items = fresh.map(({ talk, guest, title }) => ({ talk, guest, title, consent: said.unasked }));
    if (fresh.length) writeWhole(file.path, withItems(readToAdd(file.path), items, head));
    return fresh.length;
  });
}

/** The talks that the file says nothing of, each once. */
const lackingIn = <T extends TalkAt>(file: ConsentFile, talks: readonly T[]): T[] =>
  talks.filter(
    (at, i) =>
      !file.entries.some((entry) => speaksOf(entry, at)) &&
      talks.findIndex((other) => other.talk === at.talk && other.guest === at.guest) === i,
  );
