import type { Command } from 'commander';
import { words } from '../lang/index.js';
import type { TrainOptions } from './commands/train.js';
import { type Declaring, examples } from './declare.js';
import type { CommonOptions } from './options.js';

/** Declares the commands that set up a workspace and learn models. */
export function declareUpkeep({ root, lang, io, finish }: Declaring): void {
  const w = words(lang).cli;
  root
    .command('train')
    .description(w.train)
    .command('threads')
    .description(w.trainThreads)
    .requiredOption('--gold <folders...>', w.gold)
    .option('--source <folder>', w.source)
    .option('-o, --out <file>', w.modelOut)
    .option('--cross-validate', w.crossValidate)
    .option('--folds <count>', w.folds)
    .option('--check <folder>', w.check)
    .option('--without <days>', w.without)
    .addHelpText(
      'after',
      examples(lang, [
        'huati train threads --gold gold --source logs --cross-validate --out models/threads-zh.json',
        'huati train threads --gold irc/train --check irc/dev --out models/threads-en.json',
        'HUATI_MODELS=models huati report logs',
      ]),
    )
    .action(async (_, command: Command) => {
      const { trainThreads } = await import('./commands/train.js');
      finish(await trainThreads(command.optsWithGlobals<TrainOptions>(), io));
    });
  root
    .command('init')
    .description(w.init)
    .argument('[folder]', w.folder)
    .addHelpText('after', examples(lang, ['huati init', 'huati init my-group']))
    .action(async (folder: string | undefined, _, command: Command) => {
      const { init } = await import('./commands/init.js');
      finish(await init(folder, command.optsWithGlobals<CommonOptions>(), io));
    });
}
