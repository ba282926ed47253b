import { setImmediate } from 'node:timers/promises';
import { findPeople, type KnownName } from '../people/index.js';
import { namesOf, type SeenName } from '../privacy/index.js';
import type { Input } from './inputs.js';
import { dayAt } from './read-log.js';
import { knownNames, type RosterSources, readRoster } from './roster.js';

/**
 * Every name of the logs of a run, in the order in which it appears, and whom it means by what all of them say: so that a
 * person of a later day is hidden on an earlier one, too. Logs that cannot be read have no names; the run says so.
 */
export async function namesOfLogs(
  inputs: readonly Input[],
  sources: RosterSources & { confirmed: readonly KnownName[] },
): Promise<SeenName[]> {
  const { owner, confirmed, interrupted } = sources;
  const { roster } = await readRoster(inputs, sources);
  const known = new Map(knownNames(roster, confirmed, owner).map(({ name, is }) => [name, is]));
  const seen = new Map<string, SeenName>();
  for (const { path } of inputs) {
    await setImmediate();
    if (interrupted?.()) break;
    try {
      const day = dayAt(path, sources);
      const { mentions } = findPeople(day, owner, confirmed);
      const messages = day.messages.map((m, i) => ({ ...m, mentions: mentions[i]! }));
      for (const one of namesOf({ messages, header: day.header, schedule: null })) {
        const before = seen.get(one.name);
        const is = known.get(one.name) ?? before?.is ?? one.is;
        seen.set(one.name, {
          name: one.name,
          is,
          called: Boolean(one.called && (before?.called ?? true)),
          ...(known.get(one.name) != null && { sure: true }),
        });
      }
    } catch {
      // said by the run itself
    }
  }
  return [...seen.values()];
}
