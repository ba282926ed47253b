import type { Command } from 'commander';
import { words } from '../lang/index.js';
import type { QaOptions } from './commands/qa.js';
import { type Declaring, examples, reading } from './declare.js';

/** Declares `huati qa`; its code is loaded when it is called. */
export function declareQa({ root, lang, io, finish }: Declaring): void {
  const w = words(lang);
  const lines = [
    'huati qa logs',
    'huati qa logs --open',
    'huati qa logs --from 2024-05-01 --term POS --out qa.csv',
  ];
  const command = reading(root.command('qa'), lang)
    .description(w.qa.description)
    .option('--open', w.qa.open)
    .option('--from <date>', w.qa.from)
    .option('--to <date>', w.qa.to)
    .option('--term <term>', w.qa.term)
    .option('--keep <days>', w.qa.keep)
    .addHelpText('after', examples(lang, lines))
    .action(async (paths: string[], _, called: Command) => {
      const { qa } = await import('./commands/qa.js');
      finish(await qa(paths, called.optsWithGlobals<QaOptions>(), io));
    });
  const describe = (flag: string, text: string) => {
    for (const option of command.options) if (option.long === flag) option.description = text;
  };
  describe('--out', w.qa.out);
  describe('--public', w.cli.publicHere);
}
