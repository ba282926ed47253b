import { words } from '../../lang/index.js';
import type { Answer, TableStore } from '../../pipeline/index.js';
import { cellOf, openTables, recordsOf, writeAnswer } from '../corpus-store.js';
import { plainLine } from '../excerpt.js';
import type { Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { table } from '../table.js';

/** @throws {CommandError} with what DuckDB says of the query */
async function answered(session: Session, store: TableStore, query: string): Promise<Answer> {
  try {
    return await store.ask(query);
  } catch (error) {
    throw new CommandError(words(session.pipeline.lang).tables.badSql((error as Error).message));
  }
}

/** A cell in a terminal, on one line, without what would steer it. */
const shown = (value: Answer['rows'][number][number]) => plainLine(String(cellOf(value)));

/** Asks the corpus in SQL (`huati sql`). */
export async function sql(query: string, paths: string[], options: SpanOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const store = await openTables(session, paths, options);
  try {
    const answer = await answered(session, store, query);
    if (options.out) writeAnswer(session, answer, options.out);
    if (options.json) io.out(`${JSON.stringify(recordsOf(answer))}\n`);
    else if (!options.out && !answer.rows.length) io.out(`${words(session.pipeline.lang).tables.noRows}\n`);
    else if (!options.out)
      io.out(`${table([answer.columns, ...answer.rows.map((row) => row.map(shown))])}\n`);
  } finally {
    store.close();
  }
  return session.exitCode;
}
