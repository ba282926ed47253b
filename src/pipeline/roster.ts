import { setImmediate } from 'node:timers/promises';
import { mergeByHalves } from '../corpus/index.js';
import {
  emptyRoster,
  findPeople,
  type KnownName,
  mergeRosters,
  type Roster,
  resolutionsOf,
  rosterOf,
} from '../people/index.js';
import type { Input } from './inputs.js';
import { dayAt, type Reading } from './read-log.js';

/** What a roster is made with. */
export interface RosterSources extends Reading {
  /** Names of the account's owner. */
  owner: readonly string[];
  /** Told of each log that cannot be read; the others serve. */
  failed?(input: Input, error: Error): void;
  interrupted?(): boolean;
}

/** What all days of a run say about who is who. */
export async function readRoster(
  inputs: readonly Input[],
  sources: RosterSources,
): Promise<{ roster: Roster; days: number }> {
  const { owner, failed, interrupted } = sources;
  const rosters: Roster[] = [];
  for (const input of inputs) {
    await setImmediate();
    if (interrupted?.()) break;
    try {
      const day = dayAt(input.path, sources);
      rosters.push(rosterOf(day, findPeople(day, owner)));
    } catch (error) {
      failed?.(input, error as Error);
    }
  }
  return { roster: mergeByHalves(rosters, mergeRosters, emptyRoster), days: rosters.length };
}

/** Names whose bearer is confirmed, or told by the roster with confidence. */
export function knownNames(
  roster: Roster,
  confirmed: readonly KnownName[],
  owner: readonly string[],
): KnownName[] {
  return resolutionsOf(roster, confirmed, owner)
    .filter((r) => r.resolved)
    .map(({ name, speaker }) => ({ name, is: speaker }));
}
