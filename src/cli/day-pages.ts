import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Session } from './session.js';

/** Where the pages of days lie below a folder of outputs: reports, and those of a site. */
const places = ['', 'days', join('site', 'days')];

/**
 * Finds the pages of days for the links of a page (日报页): beside it, or where reports and the site of the workspace lie.
 * The public edition leads to public pages only.
 * @param file where the page will lie
 * @returns address of a day's page from there; null where the day has none
 */
export function dayPages(session: Session, file: string): (group: string, date: string) => string | null {
  const own = dirname(file);
  const folders = session.options.public
    ? [
        ...(basename(own) === 'public' ? [own] : []),
        join(own, 'public'),
        session.out,
        join(session.workspace.output, 'public'),
      ]
    : [own, session.out, session.workspace.output];
  const found = new Map<string, string | null>();
  return (group, date) => {
    const key = `${group}/${date}`;
    if (!found.has(key)) {
      const paths = folders.flatMap((folder) => places.map((at) => join(folder, at, group, `${date}.html`)));
      const path = paths.find((candidate) => existsSync(candidate));
      const from = path === undefined ? null : relative(own, path);
      found.set(key, from === null ? null : from.split(sep).map(encodeURIComponent).join('/'));
    }
    return found.get(key)!;
  };
}
