import { appendFileSync, existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { makeFolder, writeWhole } from '../pipeline/index.js';

const listName = 'files.txt';

/** Whether a line of the list names a file below the folder: somebody may have touched the list. */
const isBelow = (path: string) =>
  path !== '' && !isAbsolute(path) && normalize(path) === path && !path.startsWith('..');

/**
 * Which files a site has (文件清单), one a line in `files.txt`: what earlier runs wrote and this one does not, such as the
 * record of a talk whose guest has changed his mind, is to go.
 */
export class SiteFiles {
  private readonly list: string;
  private readonly before: ReadonlySet<string>;
  private readonly now = new Set<string>();

  constructor(private readonly folder: string) {
    this.list = join(folder, listName);
    const lines = existsSync(this.list) ? readFileSync(this.list, 'utf8').split('\n') : [];
    this.before = new Set(lines.filter(isBelow));
  }

  /** Notes a file that is about to be written: if this run is broken off, the next one knows of it. */
  note(path: string): void {
    if (!this.before.has(path) && !this.now.has(path)) {
      makeFolder(this.folder);
      appendFileSync(this.list, `${path}\n`);
    }
    this.now.add(path);
  }

  /** Takes away what does not belong to the site any more. */
  finish(): void {
    for (const path of this.before) if (!this.now.has(path)) this.remove(path);
    const files = [...this.now].sort();
    writeWhole(this.list, files.map((path) => `${path}\n`).join(''));
  }

  private remove(path: string): void {
    rmSync(join(this.folder, path), { force: true });
    for (let at = dirname(path); at !== '.'; at = dirname(at)) {
      const folder = join(this.folder, at);
      if (!existsSync(folder) || readdirSync(folder).length) return;
      rmdirSync(folder);
    }
  }
}
