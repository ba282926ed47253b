import type { Cache } from './cache.js';
import type { Dictionaries } from './context.js';
import type { Corrections } from './corrections.js';
import type { Pipeline } from './declaration.js';

/** What a run is made of. */
export interface RunOptions {
  pipeline: Pipeline;
  dictionaries: Dictionaries;
  cache: Cache;
  /** Overrides the group that a path suggests. */
  group?: string | undefined;
  /** Names of the account's owner. */
  owner: readonly string[];
  /** What people put right in the workspace. */
  corrections?: Corrections;
  /** Whether the messages of analyses carry their tokens: those of the cache have them either way. */
  tokens: boolean;
  /** Whether rejected words are discovered nevertheless: to weigh new evidence on them. */
  rejectedToo?: boolean;
  /** Which days are asked for; the others are known by their logs, and not analysed. Asked once of each day, in order. */
  wanted?(day: { group: string; date: string }): boolean;
  /** How many processes analyse days side by side, this one among them; where it is not given, as many as pay. Results do not depend on it. */
  workers?: number | undefined;
  /** Asked between logs while they are read for the roster, before the first outcome. */
  interrupted?(): boolean;
}
