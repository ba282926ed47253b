import { langs, type Words, words } from '../lang/index.js';
import { type Entry, type EntryStatus, entryStatuses, type TermClass, termClasses } from '../text/index.js';

/** Which of several ids is meant by itself, or by the name that either language shows for it. */
function named<Id extends string>(
  ids: readonly Id[],
  namesIn: (w: Words['glossary']) => Readonly<Record<Id, string>>,
): (said: string) => Id | undefined {
  const meant = new Map<string, Id>();
  for (const id of ids)
    for (const name of [id, ...langs.map((lang) => namesIn(words(lang).glossary)[id])])
      meant.set(name.toLowerCase(), id);
  return (said) => meant.get(said.trim().toLowerCase());
}

/** The class that somebody writes, 概念 or `concept`. */
export const classNamed: (said: string) => TermClass | undefined = named(termClasses, (w) => w.classes);

/** The status that somebody writes, 已批准 or `approved`. */
export const statusNamed: (said: string) => EntryStatus | undefined = named(entryStatuses, (w) => w.statuses);

/** What a field of an entry is called where a change of it is told. */
export const fieldName = (field: string, { fields, page }: Words['glossary']): string =>
  field === 'checked' ? page.check : ((fields as Record<string, string>)[field] ?? field);

/** What a field of an entry says, in the words of readers; empty where it says nothing. */
export function fieldShown(field: string, value: unknown, w: Words['glossary']): string {
  if (value === undefined) return '';
  if (field === 'class') return w.classes[value as TermClass];
  if (field === 'status') return w.statuses[value as EntryStatus];
  if (field === 'checked') {
    const { by, on, original } = value as NonNullable<Entry['checked']>;
    return w.page.checked(by, on, original);
  }
  if (Array.isArray(value) && value.every((v) => typeof v === 'string')) return value.join('、');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
