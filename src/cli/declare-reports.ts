import type { Command } from 'commander';
import { words } from '../lang/index.js';
import { type Declaring, examples, reading } from './declare.js';
import type { RunCommandOptions } from './options.js';

/** Declares the commands that run a pipeline over logs; each one's code is loaded when it is called. */
export function declareReports({ root, lang, io, finish }: Declaring): void {
  const w = words(lang).cli;
  reading(root.command('report').description(w.report), lang)
    .option('--images <folder>', w.images)
    .addHelpText(
      'after',
      examples(lang, [
        'huati report logs/2024-05-16-chat.markdown',
        'huati report logs --out reports',
        "huati report 'logs/**/2024-05-*.markdown' --images img",
      ]),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { runPipeline } = await import('./commands/run.js');
      finish(await runPipeline('daily', paths, command.optsWithGlobals<RunCommandOptions>(), io));
    });
  reading(root.command('brief').description(w.brief), lang)
    .addHelpText(
      'after',
      examples(lang, ['huati brief logs/2024-05-16-chat.markdown', 'huati brief logs --out briefs']),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { brief } = await import('./commands/brief.js');
      finish(await brief(paths, command.optsWithGlobals<RunCommandOptions>(), io));
    });
  reading(root.command('analyze').description(w.analyze), lang)
    .option('--tokens', w.tokens)
    .addHelpText(
      'after',
      examples(lang, [
        'huati analyze logs --out analyses',
        'huati analyze logs --tokens --no-glossary --out analyses',
        'huati analyze --format irc irc/*.txt --out analyses',
      ]),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { runPipeline } = await import('./commands/run.js');
      finish(await runPipeline('analyze', paths, command.optsWithGlobals<RunCommandOptions>(), io));
    });
  reading(root.command('run').description(w.run).argument('<pipeline>', w.pipeline), lang)
    .option('--images <folder>', w.images)
    .option('--tokens', w.tokens)
    .addHelpText(
      'after',
      examples(lang, ['huati run daily logs', 'huati run my-pipeline.yaml logs --out out']),
    )
    .action(async (name: string, paths: string[], _, command: Command) => {
      const { runPipeline } = await import('./commands/run.js');
      finish(await runPipeline(name, paths, command.optsWithGlobals<RunCommandOptions>(), io));
    });
}
