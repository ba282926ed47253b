import { type Command, Option } from 'commander';
import { words } from '../lang/index.js';
import type { CorrectOptions } from './commands/correct.js';
import { type Declaring, deciding, examples, formatOption } from './declare.js';
import type { RunCommandOptions } from './options.js';

/** Declares the commands with which people look into what was found, and put it right. */
export function declareCorrections({ root, lang, io, finish }: Declaring): void {
  const w = words(lang).cli;
  const explaining = root
    .command('explain')
    .description(w.explain)
    .argument('<file>', w.explainFile)
    .argument('<n>', w.explainNumber);
  deciding(explaining, lang)
    .option('--no-cache', w.noCache)
    .addHelpText(
      'after',
      examples(lang, [
        'huati explain logs/2024-05-16-chat.markdown 12',
        'huati explain logs/2024-05-16-chat.markdown NFC',
      ]),
    )
    .action(async (file: string, n: string, _, command: Command) => {
      const { explain: run } = await import('./commands/explain.js');
      finish(await run(file, n, command.optsWithGlobals<RunCommandOptions>(), io));
    });
  root
    .command('people')
    .description(w.people)
    .argument('[paths...]', w.paths)
    .option('-o, --out <file>', w.peopleOut)
    .addOption(formatOption(lang))
    .addHelpText('after', examples(lang, ['huati people logs', 'huati people logs --out people.csv']))
    .action(async (paths: string[], _, command: Command) => {
      const { people } = await import('./commands/people.js');
      finish(await people(paths, command.optsWithGlobals<RunCommandOptions>(), io));
    });
  root
    .command('correct')
    .description(w.correct)
    .argument('<file>', w.explainFile)
    .argument('<n>', w.correctNumber)
    .addOption(new Option('--parent <m>', w.correctParent).conflicts('start'))
    .option('--start', w.correctStart)
    .option('--kind <kind>', w.correctKind)
    .option('--title <text>', w.correctTitle)
    .option('--domain <domain>', w.correctDomain)
    .addOption(formatOption(lang))
    .option('--group <name>', w.group)
    .addHelpText(
      'after',
      examples(lang, [
        'huati correct logs/2024-05-16-chat.markdown 12 --parent 9',
        'huati correct logs/2024-05-16-chat.markdown 12 --start --kind question',
      ]),
    )
    .action(async (file: string, n: string, _, command: Command) => {
      const { correct } = await import('./commands/correct.js');
      finish(await correct(file, n, command.optsWithGlobals<CorrectOptions>(), io));
    });
}
