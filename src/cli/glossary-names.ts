import { langs, type Words, words } from '../lang/index.js';
import { type EntryStatus, entryStatuses, type TermClass, termClasses } from '../text/index.js';

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
