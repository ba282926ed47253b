import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { z } from 'zod';
import type { KnownName } from '../people/index.js';
import { fingerprintLength } from '../read/index.js';
import { domains, longestTitle, messageKinds } from '../threads/index.js';
import { readEdited } from './edited.js';
import { type DeclarationProblem, InvalidPipeline, issuesOf, keyed, parseYaml } from './yaml.js';

const print = z.string().regex(new RegExp(`^[0-9a-f]{${fingerprintLength}}$`), {
  error: `expected the ${fingerprintLength} hexadecimal digits of a message, in quotation marks`,
});
const reference = { message: print, n: z.int().min(1) };

/** What a correction of a day may say, by the list that it stands in. */
export const dayItemSchemas = {
  links: keyed({ ...reference, parent: keyed(reference) }),
  kinds: keyed({ ...reference, kind: z.enum(messageKinds) }),
  titles: keyed({
    ...reference,
    title: z
      .string()
      .trim()
      .min(1)
      .max(longestTitle)
      .regex(/^\P{Cc}*$/u, { error: 'expected one line' }),
  }),
  domains: keyed({ ...reference, domain: z.enum(domains) }),
};

export type DayItems = { [K in keyof typeof dayItemSchemas]: z.output<(typeof dayItemSchemas)[K]>[] };
export type DayList = keyof DayItems;
export const dayLists = Object.keys(dayItemSchemas) as DayList[];

const personSchema = keyed({ name: z.string().min(1), is: z.string().min(1).nullable() });

/** What people put right in a workspace, as it is written; what is malformed is a problem with its line. */
export interface Corrections {
  people: KnownName[];
  /** By `group/date`. */
  days: ReadonlyMap<string, DayItems>;
  problems: DeclarationProblem[];
}

export const noCorrections: Corrections = { people: [], days: new Map(), problems: [] };

/** Where corrections of a day stand. */
export const dayCorrectionsPath = (folder: string, group: string, date: string): string =>
  join(folder, 'days', group, `${date}.yaml`);

/** The items of a list that are valid; the others are problems, each with its line. */
function itemsOf<T>(
  list: unknown,
  schema: z.ZodType<T>,
  at: PropertyKey[],
  fail: (at: PropertyKey[], reason: string) => void,
): T[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) {
    fail(at, `${at.join('.') || 'file'}: expected a list`);
    return [];
  }
  return list.flatMap((item: unknown, i) => {
    const parsed = schema.safeParse(item);
    if (parsed.success) return [parsed.data];
    for (const issue of issuesOf(parsed.error))
      fail([...at, i, ...issue.at], `${[...at, ...issue.at].join('.') || 'entry'}: ${issue.reason}`);
    return [];
  });
}

/** Reads one file by `items`; what is no YAML is a problem, too. */
function readFile<T>(
  path: string,
  problems: DeclarationProblem[],
  items: (data: unknown, fail: (at: PropertyKey[], reason: string) => void) => T,
): T | null {
  try {
    const { data, lineOf } = parseYaml(path, readEdited(path));
    return items(data, (at, reason) => problems.push({ path, line: lineOf(at), reason }));
  } catch (error) {
    if (error instanceof InvalidPipeline) problems.push(...error.problems);
    else problems.push({ path, line: 0, reason: (error as Error).message });
    return null;
  }
}

function dayItems(data: unknown, fail: (at: PropertyKey[], reason: string) => void): DayItems {
  const none: DayItems = { links: [], kinds: [], titles: [], domains: [] };
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    fail([], `expected ${dayLists.join(', ')}`);
    return none;
  }
  const lists = data as Record<string, unknown>;
  for (const key of Object.keys(lists))
    if (!Object.hasOwn(none, key)) fail([key], `unknown key ${key}; expected ${dayLists.join(', ')}`);
  return {
    links: itemsOf(lists.links, dayItemSchemas.links, ['links'], fail),
    kinds: itemsOf(lists.kinds, dayItemSchemas.kinds, ['kinds'], fail),
    titles: itemsOf(lists.titles, dayItemSchemas.titles, ['titles'], fail),
    domains: itemsOf(lists.domains, dayItemSchemas.domains, ['domains'], fail),
  };
}

/** Reads the corrections of one day's file; nothing where it is missing. */
export function readDayCorrections(path: string, problems: DeclarationProblem[]): DayItems | null {
  return existsSync(path) ? readFile(path, problems, dayItems) : null;
}

function readPeople(folder: string, problems: DeclarationProblem[]): KnownName[] {
  const path = join(folder, 'people.yaml');
  if (!existsSync(path)) return [];
  const people = readFile(path, problems, (data, fail) =>
    isEmpty(data) ? [] : itemsOf(data, personSchema, [], fail),
  );
  return people ?? [];
}

/** A file without content reads as an empty mapping. */
const isEmpty = (data: unknown) =>
  typeof data === 'object' && data !== null && !Array.isArray(data) && !Object.keys(data).length;

/** Reads the corrections of a workspace: `people.yaml` and `days/<group>/<date>.yaml`. A missing folder is fine. */
export function readCorrections(folder: string): Corrections {
  const problems: DeclarationProblem[] = [];
  const people = readPeople(folder, problems);
  const days = new Map<string, DayItems>();
  const root = join(folder, 'days');
  const files = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
  for (const file of files.filter((name) => name.endsWith('.yaml')).sort()) {
    const items = readDayCorrections(join(root, file), problems);
    if (items) days.set(file.split(sep).join('/').slice(0, -'.yaml'.length), items);
  }
  return { people, days, problems };
}
