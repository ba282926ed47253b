import { type Day, Fingerprints, type MessageReference, type Note } from '../read/index.js';
import type { ThreadCorrections } from '../threads/index.js';
import { type Corrections, type DayItems, dayCorrectionsPath } from './corrections.js';

/** The corrections of one day, their messages found, and what could not be. */
interface FoundCorrections {
  corrections: ThreadCorrections | null;
  lost: MessageReference[];
}

/** Finds the messages that the corrections of a day mean. */
function findCorrected(day: Day, items: DayItems): FoundCorrections {
  const prints = new Fingerprints(day.messages);
  const lost: MessageReference[] = [];
  const found = <T extends MessageReference>(list: T[]): (T & { at: number })[] =>
    list.flatMap((item) => {
      const at = prints.find(item);
      if (at === null) lost.push(item);
      return at === null ? [] : [{ ...item, at }];
    });
  const links = found(items.links).flatMap((item) => {
    const parent = prints.find(item.parent);
    if (parent !== null && parent <= item.at) return [{ n: item.at, parent }];
    lost.push(item);
    return [];
  });
  const corrections = {
    links,
    kinds: found(items.kinds).map(({ at, kind }) => ({ n: at, kind })),
    titles: found(items.titles).map(({ at, title }) => ({ n: at, title })),
    domains: found(items.domains).map(({ at, domain }) => ({ n: at, domain })),
  };
  return { corrections: Object.values(corrections).some((list) => list.length) ? corrections : null, lost };
}

/** A day with a note for each correction of it that means no message there, and the corrections that hold. */
export function withCorrections(
  day: Day,
  { days }: Corrections,
): { day: Day; corrections: ThreadCorrections | null } {
  const items = days.get(`${day.group}/${day.date}`);
  if (!items) return { day, corrections: null };
  const { corrections, lost } = findCorrected(day, items);
  const file = dayCorrectionsPath('', day.group, day.date);
  const notes = lost.map(
    ({ message, n }): Note => ({
      level: 'warning',
      line: 0,
      rule: 'correction-lost',
      detail: `${file}: ${message} n=${n}`,
    }),
  );
  return { day: lost.length ? { ...day, notes: [...day.notes, ...notes] } : day, corrections };
}
