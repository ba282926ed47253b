import { words } from '../../lang/index.js';
import { type Answer, NoQuery, type TableStore } from '../../pipeline/index.js';
import { cellOf, checkAnswerFile, openTables, recordsOf, writeAnswer } from '../corpus-store.js';
import { plainLine } from '../excerpt.js';
import type { Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { table } from '../table.js';

/** @throws {CommandError} where it is no query, or with what DuckDB says of it */
async function answered(session: Session, store: TableStore, query: string): Promise<Answer> {
  try {
    return await store.query(query);
  } catch (error) {
    const w = words(session.pipeline.lang).tables;
    if (error instanceof NoQuery) throw new CommandError('no-query', w.noQuery);
    const said = (error as Error).message.replace(/^Failed to extract statements: /, '');
    throw new CommandError('bad-sql', w.badSql(said));
  }
}

/** A cell in a terminal, on one line, without what would steer it. */
const shown = (value: Answer['rows'][number][number]) => plainLine(String(cellOf(value)));

/** Asks the corpus in SQL (`huati sql`). */
export async function sql(query: string, paths: string[], options: SpanOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  checkAnswerFile(session, options.out);
  const store = await openTables(session, paths, options);
  try {
    const answer = await answered(session, store, query);
    const file = options.out ? writeAnswer(session, answer, options.out) : null;
    if (options.json) session.answer({ columns: answer.columns, rows: recordsOf(answer), file });
    else if (!options.out && !answer.rows.length) io.out(`${words(session.pipeline.lang).tables.noRows}\n`);
    else if (!options.out)
      io.out(`${table([answer.columns, ...answer.rows.map((row) => row.map(shown))])}\n`);
  } finally {
    store.close();
  }
  return session.exitCode;
}
