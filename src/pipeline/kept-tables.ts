import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ascending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { tables } from '../corpus/index.js';
import { cacheKey } from './cache.js';
import {
  type ChatMonth,
  fileOf,
  monthOf,
  removeFile,
  TableStore,
  type TablesManifest,
  tablesManifest,
} from './tables.js';
import { writeWhole } from './write.js';

/** A day as kept tables know it: by the key of its analysis. */
export interface KeyedDay {
  group: string;
  date: string;
  key: string;
}

const schema = cacheKey(
  'tables',
  tables.map(({ name, columns }) => [name, columns.map((c) => [c.name, c.type])]),
);

const keyOf = ({ group, date }: Pick<KeyedDay, 'group' | 'date'>) => `${group}/${date}`;
const dayOf = (key: string) => {
  const cut = key.lastIndexOf('/');
  return { group: key.slice(0, cut), date: key.slice(cut + 1) };
};
const monthKey = ({ chat, month }: ChatMonth) => JSON.stringify([chat, month]);
const chatMonth = ({ group, date }: Pick<KeyedDay, 'group' | 'date'>): ChatMonth => ({
  chat: group,
  month: monthOf(date),
});
const filesOf = (month: ChatMonth) => tables.map((table) => fileOf(table, month));

/** The manifest as it lies there; null where there is none that can be used. */
function readManifest(folder: string): TablesManifest | null {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, tablesManifest), 'utf8')) as TablesManifest;
    return manifest.version === 1 && manifest.kept?.schema === schema ? manifest : null;
  } catch {
    return null;
  }
}

/**
 * The tables that a workspace keeps (留存的语料表): a run tells of its days, and only the files of months that changed are
 * written again, one month at a time. Like a cache they can be thrown away; the same days give the same bytes, whatever
 * came before.
 */
export class KeptTables {
  private readonly keys: Map<string, string>;
  private readonly sizes: Map<string, number>;
  private readonly seen = new Set<string>();
  private store: TableStore | null = null;
  /** The month whose days are taken in, and the dates of them whose rows are replaced. */
  private open: (ChatMonth & { dates: string[] }) | null = null;
  private changed = false;
  /** Whether no manifest tells what lies in the folder: files of an older program, or nothing. */
  private readonly isFresh: boolean;

  constructor(private readonly folder: string) {
    const kept = readManifest(folder)?.kept;
    this.isFresh = kept === undefined;
    this.keys = new Map(Object.entries(kept?.keys ?? {}));
    this.sizes = new Map(Object.entries(kept?.sizes ?? {}));
    this.dropDamaged();
  }

  /** Months of which a file is missing, or is not as it was left, are to be made anew. */
  private dropDamaged(): void {
    const damaged = new Set(
      [...this.sizes].flatMap(([file, size]) =>
        statSync(join(this.folder, file), { throwIfNoEntry: false })?.size === size ? [] : [file],
      ),
    );
    if (!damaged.size) return;
    for (const key of this.keys.keys())
      if (filesOf(chatMonth(dayOf(key))).some((file) => damaged.has(file))) this.keys.delete(key);
    const sound = new Set([...this.keys.keys()].flatMap((key) => filesOf(chatMonth(dayOf(key)))));
    for (const file of this.sizes.keys()) if (!sound.has(file)) this.sizes.delete(file);
    this.changed = true;
  }

  /**
   * Takes the next day of a run; its analysis is read where it is not in the tables yet.
   * @throws where there is no DuckDB for this machine
   */
  async take(day: KeyedDay, analysis: () => DayAnalysis): Promise<void> {
    const key = keyOf(day);
    this.seen.add(key);
    if (this.keys.get(key) === day.key) return;
    await this.turnTo(chatMonth(day));
    await this.store!.add(analysis());
    this.open!.dates.push(day.date);
    this.keys.set(key, day.key);
  }

  private async turnTo(month: ChatMonth): Promise<void> {
    if (this.open && monthKey(this.open) === monthKey(month)) return;
    await this.flush();
    if (!this.store) {
      this.store = await TableStore.empty();
      if (this.isFresh && !this.changed) this.clear();
    }
    this.open = { ...month, dates: [] };
  }

  /** Takes away what nobody knows the rows of: whoever reads all files of a table would read them too. */
  private clear(): void {
    for (const { name } of tables) {
      const folder = join(this.folder, name);
      if (!existsSync(folder)) continue;
      for (const file of readdirSync(folder, { recursive: true }) as string[])
        removeFile(this.folder, `${name}/${file.replaceAll('\\', '/')}`);
    }
  }

  private async flush(): Promise<void> {
    if (!this.open) return;
    const { dates, ...month } = this.open;
    const files = filesOf(month);
    const there = new Set(files.filter((file) => this.sizes.has(file)));
    const written = new Set(await this.store!.writeMonth(this.folder, month, there, dates));
    for (const file of files)
      if (written.has(file)) this.sizes.set(file, statSync(join(this.folder, file)).size);
      else if (this.sizes.delete(file)) removeFile(this.folder, file);
    this.open = null;
    this.changed = true;
  }

  /** Takes the days away that the run did not have. */
  private async prune(): Promise<void> {
    const gone = [...this.keys.keys()].filter((key) => !this.seen.has(key));
    for (const key of gone) {
      await this.turnTo(chatMonth(dayOf(key)));
      this.open!.dates.push(dayOf(key).date);
      this.keys.delete(key);
    }
  }

  /**
   * Ends a run: the manifest is written where something changed.
   * @param isWhole whether the run had all days of the workspace: others are taken away
   * @returns the manifest as it stands
   */
  async finish(isWhole: boolean): Promise<TablesManifest> {
    try {
      if (isWhole) await this.prune();
      await this.flush();
    } finally {
      this.store?.close();
      this.store = null;
    }
    const sorted = <T>(map: ReadonlyMap<string, T>) =>
      Object.fromEntries([...map].sort(([a], [b]) => ascending(a, b)));
    const manifest: TablesManifest = {
      version: 1,
      edition: 'internal',
      days: this.keys.size,
      files: [...this.sizes.keys()].sort(),
      kept: { schema, keys: sorted(this.keys), sizes: sorted(this.sizes) },
    };
    const path = join(this.folder, tablesManifest);
    if (this.changed || this.isFresh) writeWhole(path, `${JSON.stringify(manifest, null, 1)}\n`);
    return manifest;
  }
}
