import { type Command, Option } from 'commander';
import { type Lang, words } from '../lang/index.js';
import type { LintOptions } from './commands/glossary-lint.js';
import type { Io } from './io.js';

/** Declares `huati glossary …`; each part's code is loaded when it is called. */
export function declareGlossary(root: Command, lang: Lang, io: Io, finish: (code: number) => void): void {
  const w = words(lang).glossary;
  const glossary = root.command('glossary').description(w.description);
  glossary
    .command('lint')
    .description(w.lint)
    .argument('[paths...]', w.lintPaths)
    .option('--in <logs...>', w.lintIn)
    .addOption(
      new Option('--segmenter <name>', words(lang).cli.segmenter).choices([
        'auto',
        'nodejieba',
        '@node-rs/jieba',
      ]),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { lintGlossary } = await import('./commands/glossary-lint.js');
      finish(await lintGlossary(paths, command.optsWithGlobals<LintOptions>(), io));
    });
}
