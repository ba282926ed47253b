import type { Command } from 'commander';
import { words } from '../lang/index.js';
import type { DigestOptions } from './commands/digest.js';
import type { TopicsOptions } from './commands/topics.js';
import { type Declaring, examples, spanned } from './declare.js';

/** Declares `huati topics` and `huati digest`; their code is loaded when they are called. */
export function declareTopics({ root, lang, io, finish }: Declaring): void {
  const w = words(lang);
  spanned(root.command('topics').description(w.topics.description), lang)
    .option('--count <number>', w.topics.count)
    .option('--anew', w.topics.anew)
    .option('-o, --out <file>', w.topics.out)
    .addHelpText(
      'after',
      examples(lang, [
        'huati topics logs',
        'huati topics logs --span 2024-05 --out topics.html',
        'huati topics logs --count 20 --out topics.json',
      ]),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { topics } = await import('./commands/topics.js');
      finish(await topics(paths, command.optsWithGlobals<TopicsOptions>(), io));
    });
  spanned(root.command('digest').description(w.topics.digest.description), lang)
    .option('--week [week]', w.topics.digest.week)
    .option('--month [month]', w.topics.digest.month)
    .option('-o, --out <file>', w.topics.out)
    .addHelpText(
      'after',
      examples(lang, [
        'huati digest logs --week',
        'huati digest logs --span 2024-05 --out digest.html',
        'huati digest logs --span 2024-05-01..2024-05-10 --public --out digest.md',
      ]),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { digest } = await import('./commands/digest.js');
      finish(await digest(paths, command.optsWithGlobals<DigestOptions>(), io));
    });
}
