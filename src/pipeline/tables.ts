import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DuckDBAppender, DuckDBConnection, DuckDBInstance, DuckDBValue, Json } from '@duckdb/node-api';
import type { DayAnalysis } from '../analysis/index.js';
import { type ColumnType, type OfDay, type Table, tables, type Value } from '../corpus/index.js';
import { unfinishedName, writeWhole } from './write.js';

/** The file that says which Parquet files belong to a folder of tables; written last. */
export const tablesManifest = 'tables.json';

/** What a folder of tables holds. */
export interface TablesManifest {
  version: 1;
  /** 内部 or 外发: whether names were taken out. */
  edition: 'internal' | 'public';
  days: number;
  /** Paths from the folder, sorted. */
  files: string[];
  /** Of the tables that a workspace keeps: what they were made from, so that a run sees what is to be made again. */
  kept?: KeptState;
}

/** What kept tables were made from. */
export interface KeptState {
  /** Digest of all tables' columns. */
  schema: string;
  /** The key of each day's analysis, by `chat/date`, sorted. */
  keys: Record<string, string>;
  /** Bytes of each file: one that somebody else wrote counts as missing. */
  sizes: Record<string, number>;
}

/** A group's month: what a file of a table holds. */
export interface ChatMonth {
  chat: string;
  month: string;
}

/** What a query gave: the names of its columns, and its rows. */
export interface Answer {
  columns: string[];
  rows: Json[][];
}

/** Thrown where somebody asks with what is no query: it would change, write or load something. */
export class NoQuery extends Error {
  override name = 'NoQuery';
}

const sqlTypes: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  real: 'DOUBLE',
  boolean: 'BOOLEAN',
};

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
/** A table's columns as they stand in its files: the group is told by the folder. */
const ownColumns = (table: Table) =>
  table.columns
    .filter((c) => c.name !== 'chat')
    .map((c) => `"${c.name}"`)
    .join(', ');

/** Where the rows of a group's month lie. */
export const fileOf = ({ name }: Pick<Table, 'name'>, { chat, month }: ChatMonth): string =>
  `${name}/chat=${encodeURIComponent(chat)}/month=${month}/part.parquet`;

const columnsOf = (table: Table) => table.columns.map((c) => `"${c.name}"`).join(', ');
/** `2024-05`, or `undated`. */
export const monthOf = (date: string) => /^\d{4}-\d\d/.exec(date)?.[0] ?? 'undated';

function append(appender: DuckDBAppender, type: ColumnType, value: Value): void {
  if (value === null) appender.appendNull();
  else if (type === 'text') appender.appendVarchar(String(value));
  else if (type === 'integer') appender.appendInteger(Number(value));
  else if (type === 'real') appender.appendDouble(Number(value));
  else appender.appendBoolean(value === true);
}

/** So many digits a number holds whatever they are. */
const surelyHeld = 15;

/** A number that DuckDB gives as text; the text where a number would not hold all of its digits. */
function numberIn(value: Json): Json {
  const text = String(value);
  const digits = text.replace(/\D/g, '').replace(/^0+/, '').length;
  const isHeld = text.includes('.') ? digits <= surelyHeld : Number.isSafeInteger(Number(text));
  return isHeld ? Number(text) : value;
}

/**
 * The tables of a corpus in an embedded DuckDB (语料库): filled a day at a time, asked in SQL, kept as Parquet. What does
 * not fit into memory goes to disk.
 */
export class TableStore {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  /** @throws where there is no DuckDB for this machine */
  private static async connect(): Promise<TableStore> {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:');
    return new TableStore(instance, await instance.connect());
  }

  /** A store without rows, for {@link add}. */
  static async empty(): Promise<TableStore> {
    const store = await TableStore.connect();
    for (const table of tables) {
      const columns = table.columns.map((c) => `"${c.name}" ${sqlTypes[c.type]}`).join(', ');
      await store.connection.run(`CREATE TABLE "${table.name}" (${columns})`);
    }
    return store;
  }

  /**
   * A store over a folder that {@link write} made.
   * @param days those of its days that are asked for; null for all
   * @throws where a file of it is missing or damaged
   */
  static async over(
    folder: string,
    { files }: TablesManifest,
    days: readonly OfDay[] | null = null,
  ): Promise<TableStore> {
    const store = await TableStore.connect();
    if (days) await store.choose(days);
    const chosen = days ? ' WHERE (chat, date) IN (SELECT (chat, date) FROM chosen_days)' : '';
    for (const table of tables) {
      const own = files.filter((file) => file.startsWith(`${table.name}/`));
      const source = `read_parquet([${own.map((file) => quoted(join(folder, file))).join(', ')}], hive_partitioning = true, hive_types = {'chat': VARCHAR, 'month': VARCHAR})`;
      const empty = `SELECT ${table.columns.map((c) => `NULL::${sqlTypes[c.type]} AS "${c.name}"`).join(', ')} WHERE false`;
      const rows = own.length ? `SELECT ${columnsOf(table)} FROM ${source}${chosen}` : empty;
      await store.connection.run(`CREATE VIEW "${table.name}" AS ${rows}`);
    }
    return store;
  }

  private async choose(days: readonly OfDay[]): Promise<void> {
    await this.connection.run('CREATE TEMP TABLE chosen_days (chat VARCHAR, date VARCHAR)');
    const appender = await this.connection.createAppender('chosen_days');
    for (const { group, date } of days) {
      appender.appendVarchar(group);
      appender.appendVarchar(date);
      appender.endRow();
    }
    appender.closeSync();
  }

  /** Takes in a day, once. */
  async add(analysis: DayAnalysis): Promise<void> {
    for (const table of tables) {
      const appender = await this.connection.createAppender(table.name);
      for (const row of table.rowsOf(analysis)) {
        table.columns.forEach((column, i) => {
          append(appender, column.type, row[i]!);
        });
        appender.endRow();
      }
      appender.closeSync();
    }
  }

  /**
   * Asks in SQL; `?` stand for the values.
   * @throws what DuckDB says of the query
   */
  async ask(sql: string, values: DuckDBValue[] = []): Promise<Answer> {
    const reader = await this.connection.runAndReadAll(sql, values);
    const wide = reader.columnTypes().map((type) => /^(?:U?(?:BIG|HUGE)INT|DECIMAL\b.*)$/.test(String(type)));
    const rows = reader.getRowsJson();
    return {
      columns: reader.deduplicatedColumnNames(),
      // counts, sums and decimals come as text, because they might be past what a number holds
      rows: rows.map((row) => row.map((value, i) => (wide[i] && value !== null ? numberIn(value) : value))),
    };
  }

  /**
   * Asks in words of a user's own: one query, and nothing that changes, writes or loads.
   * @throws {NoQuery} where it is anything else
   * @throws what DuckDB says of the query
   */
  async query(sql: string): Promise<Answer> {
    if (!(await this.isQuery(sql))) throw new NoQuery();
    return this.ask(sql);
  }

  private async isQuery(sql: string): Promise<boolean> {
    if (!sql.replace(/--.*$/gm, '').trim()) return false;
    const { StatementType } = await import('@duckdb/node-api');
    const statements = await this.connection.extractStatements(sql);
    // PIVOT over values that it is to find is two statements: their type is made first
    if (statements.count === 2 && /^\s*PIVOT\b[^;]*;?\s*$/i.test(sql)) return true;
    if (statements.count !== 1) return false;
    const { statementType } = await statements.prepare(0);
    if (statementType !== StatementType.EXPLAIN) return statementType === StatementType.SELECT;
    // EXPLAIN ANALYZE runs what it explains
    const explained = sql.replace(/^\s*EXPLAIN\s+(?:ANALYZE\s+|\([^)]*\)\s*)?/i, '');
    return explained !== sql && this.isQuery(explained);
  }

  /**
   * Writes every table as Parquet, a file for each group and month: `messages/chat=…/month=…/part.parquet`. Each file
   * comes whole or not at all, the manifest last; the files of an earlier manifest that no longer belong are taken away.
   * The same rows give the same bytes.
   * @returns the manifest
   */
  async write(folder: string, edition: TablesManifest['edition'], before: TablesManifest | null) {
    await this.connection.run('SET threads = 1');
    const files: string[] = [];
    for (const table of tables) files.push(...(await this.writeTable(table, folder)));
    const days = await this.ask('SELECT count(DISTINCT (chat, date)) FROM messages');
    const manifest: TablesManifest = {
      version: 1,
      edition,
      days: Number(days.rows[0]![0]),
      files: files.sort(),
    };
    const kept = new Set(files);
    writeWhole(join(folder, tablesManifest), `${JSON.stringify(manifest, null, 1)}\n`);
    for (const file of before?.files ?? []) if (!kept.has(file)) removeFile(folder, file);
    return manifest;
  }

  private async writeTable(table: Table, folder: string): Promise<string[]> {
    const name = `"${table.name}"`;
    const days = await this.ask(`SELECT DISTINCT chat, date FROM ${name} ORDER BY ALL`);
    const parts = new Map(
      days.rows.map(([chat, date]) => {
        const month = monthOf(String(date));
        const own = { chat: String(chat), month };
        return [fileOf(table, own), own];
      }),
    );
    const own = ownColumns(table);
    for (const [path, { chat, month }] of parts) {
      const where = `chat = ${quoted(chat)} AND ${month === 'undated' ? "NOT regexp_matches(date, '^\\d{4}-\\d\\d')" : `date[1:7] = ${quoted(month)}`}`;
      await this.copy(`SELECT ${own} FROM ${name} WHERE ${where} ORDER BY ALL`, join(folder, path));
    }
    return [...parts.keys()];
  }

  /**
   * Writes the days that were taken in, all of one month, into the month's files, beside the days that stand there, and
   * forgets them.
   * @param there files of the month that hold rows
   * @param replaced dates whose rows are not to stay
   * @returns those files that hold rows now
   */
  async writeMonth(
    folder: string,
    month: ChatMonth,
    there: ReadonlySet<string>,
    replaced: readonly string[],
  ): Promise<string[]> {
    await this.connection.run('SET threads = 1');
    const gone = replaced.length ? ` WHERE date NOT IN (${replaced.map(quoted).join(', ')})` : '';
    const written: string[] = [];
    for (const table of tables) {
      const file = fileOf(table, month);
      const path = join(folder, file);
      const [own, fresh] = [ownColumns(table), `"${table.name}"`];
      const stand = there.has(file)
        ? ` UNION ALL SELECT ${own} FROM read_parquet(${quoted(path)}, hive_partitioning = false)${gone}`
        : '';
      const rows = `SELECT ${own} FROM ${fresh}${stand}`;
      const [[count]] = (await this.ask(`SELECT count(*) FROM (${rows})`)).rows as [[number]];
      if (count) {
        await this.copy(`SELECT * FROM (${rows}) ORDER BY ALL`, path);
        written.push(file);
      }
      await this.connection.run(`DELETE FROM ${fresh}`);
    }
    return written;
  }

  private async copy(query: string, path: string): Promise<void> {
    const beside = unfinishedName(path);
    try {
      await this.connection.run(`COPY (${query}) TO ${quoted(beside)} (FORMAT parquet, COMPRESSION zstd)`);
      renameSync(beside, path);
    } finally {
      rmSync(beside, { force: true });
    }
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

/** Takes away a file of an older state of the folder, and the folders that it leaves empty. */
export function removeFile(folder: string, file: string): void {
  if (!/^[^/]+\/chat=[^/]+\/month=[^/]+\/part\.parquet$/.test(file)) return; // a manifest that was tampered with
  rmSync(join(folder, file), { force: true });
  for (let at = dirname(file); at !== '.'; at = dirname(at)) {
    const path = join(folder, at);
    if (!statSync(path, { throwIfNoEntry: false }) || readdirSync(path).length) return;
    rmSync(path, { recursive: true });
  }
}
