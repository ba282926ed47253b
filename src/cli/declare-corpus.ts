import type { Command } from 'commander';
import { words } from '../lang/index.js';
import type { FindOptions } from './commands/find.js';
import { type Declaring, examples, spanned } from './declare.js';
import type { SpanOptions } from './options.js';

/** Declares the commands that ask the corpus: find, sql, tables. */
export function declareCorpus({ root, lang, io, finish }: Declaring): void {
  const w = words(lang).tables;
  const asking = (command: Command) => spanned(command.option('-o, --out <file>', w.outFile), lang);
  asking(root.command('find').description(w.find).argument('<term>', w.sought))
    .option('--context <n>', w.context)
    .option('--limit <n>', w.limit)
    .addHelpText('after', examples(lang, ['huati find 二清 logs --context 3', 'huati find 二清 out/tables']))
    .action(async (term: string, paths: string[], _, command: Command) => {
      const { find } = await import('./commands/find.js');
      finish(await find(term, paths, command.optsWithGlobals<FindOptions>(), io));
    });
  asking(root.command('sql').description(w.sql).argument('<query>', w.query))
    .addHelpText(
      'after',
      examples(lang, [
        'huati sql "SELECT date, count(*) FROM messages GROUP BY date ORDER BY date" logs',
        'huati sql "SELECT term, count(*) AS uses FROM terms GROUP BY term ORDER BY uses DESC LIMIT 20" out/tables',
      ]),
    )
    .action(async (query: string, paths: string[], _, command: Command) => {
      const { sql } = await import('./commands/sql.js');
      finish(await sql(query, paths, command.optsWithGlobals<SpanOptions>(), io));
    });
  spanned(root.command('tables').description(w.description).option('-o, --out <folder>', w.out), lang)
    .addHelpText('after', examples(lang, ['huati tables logs', 'huati tables logs --out tables --public']))
    .action(async (paths: string[], _, command: Command) => {
      const { writeTables } = await import('./commands/tables.js');
      finish(await writeTables(paths, command.optsWithGlobals<SpanOptions>(), io));
    });
}
