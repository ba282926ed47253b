import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OfDay } from '../corpus/index.js';
import type { Session } from './session.js';

/** What outputs of a day are called: its date, and what they are. */
const output = /^(\d{4}-\d\d-\d\d)\.(?:html|md|txt|json)$/;

/**
 * Days whose outputs lie in a folder though a run over all logs wrote none of them (旧页): their logs were taken away, or
 * have another date or group now.
 * @param out where `<group>/<date>.html` and the like lie
 * @returns `group/date`, rising
 */
export function leftBehind(out: string, written: readonly OfDay[]): string[] {
  if (!existsSync(out)) return [];
  const now = new Set(written.map(({ group, date }) => `${group}/${date}`));
  const found = new Set<string>();
  for (const folder of readdirSync(out, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const name of readdirSync(join(out, folder.name))) {
      const date = output.exec(name)?.[1];
      if (date && !now.has(`${folder.name}/${date}`)) found.add(`${folder.name}/${date}`);
    }
  }
  return [...found].sort();
}

/** So many of the days left behind are named. */
const mostNamed = 5;

/** Says which days were left behind in the folder of outputs. */
export function sayLeftBehind(session: Session, stale: readonly string[]): void {
  if (!stale.length) return;
  const named = [...stale.slice(0, mostNamed), ...(stale.length > mostNamed ? ['…'] : [])].join(', ');
  session.say(session.words.leftBehind(session.shown(session.out), stale.length, named));
}
