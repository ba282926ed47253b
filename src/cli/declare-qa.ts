import type { Command } from 'commander';
import { words } from '../lang/index.js';
import type { QaOptions } from './commands/qa.js';
import { type Declaring, examples, spanned } from './declare.js';

/** Declares `huati qa`; its code is loaded when it is called. */
export function declareQa({ root, lang, io, finish }: Declaring): void {
  const w = words(lang);
  const lines = [
    'huati qa logs',
    'huati qa logs --open',
    'huati qa logs --span 2024-05-01.. --term POS --out qa.csv',
  ];
  spanned(root.command('qa').description(w.qa.description), lang)
    .option('-o, --out <file>', w.qa.out)
    .option('--open', w.qa.open)
    .option('--term <term>', w.qa.term)
    .option('--keep <days>', w.qa.keep)
    .addHelpText('after', examples(lang, lines))
    .action(async (paths: string[], _, called: Command) => {
      const { qa } = await import('./commands/qa.js');
      finish(await qa(paths, called.optsWithGlobals<QaOptions>(), io));
    });
}
