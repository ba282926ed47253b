import { type Command, Option } from 'commander';
import { type Lang, words } from '../lang/index.js';
import type { DiffOptions } from './commands/glossary-diff.js';
import type { GapsOptions } from './commands/glossary-gaps.js';
import type { ReviewOptions } from './commands/glossary-review.js';
import type { ShowOptions } from './commands/glossary-show.js';
import { examples, formatOption, segmenterOption, spanning } from './declare.js';
import type { Io } from './io.js';

/** Declares what a keeper of the glossary does from week to week: look a term up, review, compare, find gaps. */
export function declareKeeping(glossary: Command, lang: Lang, io: Io, finish: (code: number) => void): void {
  const w = words(lang).keeping;
  const { cli } = words(lang);

  spanning(glossary.command('show').description(w.show).argument('<term>', w.showTerm), lang)
    .option('--in <logs...>', w.showIn)
    .option('-o, --out <file>', w.showOut)
    .option('--public', cli.publicHere)
    .option('--no-cache', cli.noCache)
    .addOption(formatOption(lang))
    .option('--group <name>', cli.group)
    .addOption(segmenterOption(lang))
    .addHelpText(
      'after',
      examples(lang, ['huati glossary show NFC', 'huati glossary show POS --in logs --out pos.html']),
    )
    .action(async (term: string, _, command: Command) => {
      const { showTerm } = await import('./commands/glossary-show.js');
      finish(await showTerm(term, command.optsWithGlobals<ShowOptions>(), io));
    });

  glossary
    .command('review')
    .description(w.review)
    .argument('[paths...]', cli.paths)
    .option('--most <count>', w.reviewMost)
    .option('--by <name>', words(lang).glossary.by)
    .option('--on <date>', words(lang).glossary.on)
    .option('--no-cache', cli.noCache)
    .addOption(segmenterOption(lang))
    .addHelpText('after', examples(lang, ['huati glossary review', 'huati glossary review logs --most 20']))
    .action(async (paths: string[], _, command: Command) => {
      const { reviewCandidates } = await import('./commands/glossary-review.js');
      finish(await reviewCandidates(paths, command.optsWithGlobals<ReviewOptions>(), io));
    });

  glossary
    .command('diff')
    .description(w.diff)
    .argument('[paths...]', w.diffPaths)
    // the older way to name two spans
    .addOption(new Option('--from <span>').hideHelp())
    .addOption(new Option('--to <span>').hideHelp())
    .option('-o, --out <file>', w.diffOut)
    .option('--no-cache', cli.noCache)
    .addOption(segmenterOption(lang))
    .addHelpText(
      'after',
      examples(lang, [
        'huati glossary diff old/glossary glossary',
        'huati glossary diff 2024-05-16 2024-05-17',
        'huati glossary diff 2024-04 2024-05-01..2024-05-15 logs --out diff.csv',
      ]),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { diffGlossary } = await import('./commands/glossary-diff.js');
      finish(await diffGlossary(paths, command.optsWithGlobals<DiffOptions>(), io));
    });

  glossary
    .command('gaps')
    .description(w.gaps)
    .argument('[paths...]', cli.paths)
    .option('--unused <days>', w.gapsUnused)
    .option('--most <count>', w.gapsMost)
    .option('-o, --out <file>', w.gapsOut)
    .option('--no-cache', cli.noCache)
    .addOption(segmenterOption(lang))
    .addHelpText(
      'after',
      examples(lang, ['huati glossary gaps', 'huati glossary gaps logs --unused 90 --out gaps.csv']),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { glossaryGaps } = await import('./commands/glossary-gaps.js');
      finish(await glossaryGaps(paths, command.optsWithGlobals<GapsOptions>(), io));
    });
}
