import type { Command } from 'commander';
import { words } from '../lang/index.js';
import type { CompareOptions } from './commands/compare.js';
import type { FindOptions } from './commands/find.js';
import { analysing, type Declaring, examples, spanned } from './declare.js';
import type { SpanOptions } from './options.js';

/** Declares `huati compare`. */
function declareCompare({ root, lang, io, finish }: Declaring): void {
  const w = words(lang);
  const lines = [
    'huati compare 2024-05-15 2024-05-16 logs',
    'huati compare 2024-W19 2024-W20 logs',
    'huati compare ..2024-03-31 2024-04-01.. logs',
    'huati compare 2024-05-16 --usual logs',
    'huati compare night morning logs',
  ];
  analysing(root.command('compare').description(w.compare.description), lang)
    .argument('<sides...>', w.compare.sides)
    .option('--usual [weeks]', w.compare.usual)
    .option('-o, --out <folder>', w.compare.out)
    .option('--public', w.cli.public)
    .addHelpText('after', examples(lang, lines))
    .action(async (sides: string[], _, command: Command) => {
      const { compareSides } = await import('./commands/compare.js');
      finish(await compareSides(sides, command.optsWithGlobals<CompareOptions>(), io));
    });
}

/** Declares the commands that look at many days: compare, find, sql, site, tables. */
export function declareCorpus(declaring: Declaring): void {
  const { root, lang, io, finish } = declaring;
  declareCompare(declaring);
  const w = words(lang).tables;
  const asking = (command: Command) =>
    spanned(command.option('-o, --out <file>', w.outFile), lang, w.findPaths);
  asking(root.command('find').description(w.find).argument('<term>', w.sought))
    .option('--context <n>', w.context)
    .option('--limit <n>', w.limit)
    .addHelpText('after', examples(lang, ['huati find NFC logs --context 3', 'huati find NFC out/tables']))
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
  spanned(root.command('site').description(words(lang).site.description), lang)
    .option('-o, --out <folder>', words(lang).site.out)
    .addHelpText('after', examples(lang, ['huati site logs', 'huati site logs --out site --public']))
    .action(async (paths: string[], _, command: Command) => {
      const { site } = await import('./commands/site.js');
      finish(await site(paths, command.optsWithGlobals<SpanOptions>(), io));
    });
  spanned(root.command('tables').description(w.description).option('-o, --out <folder>', w.out), lang)
    .addHelpText('after', examples(lang, ['huati tables logs', 'huati tables logs --out tables --public']))
    .action(async (paths: string[], _, command: Command) => {
      const { writeTables } = await import('./commands/tables.js');
      finish(await writeTables(paths, command.optsWithGlobals<SpanOptions>(), io));
    });
}
