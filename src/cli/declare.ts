import { type Command, Option } from 'commander';
import { type Lang, words } from '../lang/index.js';
// the formats themselves are loaded with a command that reads
import { formatNames } from '../read/format.js';
import type { Io } from './io.js';

/** What a command is declared with: where it hangs, the language that it speaks, and who is told its exit code. */
export interface Declaring {
  root: Command;
  lang: Lang;
  io: Io;
  finish(code: number): void;
}

/** Examples behind a command's help. */
export const examples = (lang: Lang, lines: readonly string[]): string =>
  `\n${words(lang).cli.examples}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;

/** `--format`: how logs are read. */
export const formatOption = (lang: Lang): Option =>
  new Option('--format <name>', `${words(lang).cli.format} ${formatNames.join(', ')}`).choices(formatNames);

/** `--segmenter`: what cuts Chinese into words. */
export const segmenterOption = (lang: Lang): Option =>
  new Option('--segmenter <name>', words(lang).cli.segmenter).choices([
    'auto',
    'nodejieba',
    '@node-rs/jieba',
  ]);

/** Options by which an analysis comes out as it does; who is to come to the same one must be told them alike. */
export function deciding(command: Command, lang: Lang): Command {
  const w = words(lang).cli;
  return command
    .addOption(formatOption(lang))
    .option('--group <name>', w.group)
    .addOption(segmenterOption(lang))
    .option('--no-glossary', w.noGlossary);
}

/** Options of how logs are read and analysed. */
export function analysing(command: Command, lang: Lang): Command {
  const w = words(lang).cli;
  return deciding(command, lang).option('--no-cache', w.noCache).option('--workers <n>', w.workers);
}

/** A command that reads logs and writes into a folder. */
export function reading(command: Command, lang: Lang): Command {
  const w = words(lang).cli;
  command.argument('[paths...]', w.paths).option('-o, --out <folder>', w.out).option('--public', w.public);
  return analysing(command, lang);
}

/** `--span`, alike for all commands. Its older way, `--from` and `--to`, serves and is not shown. */
export const spanning = (command: Command, lang: Lang): Command =>
  command
    .addOption(new Option('--span <span>', words(lang).cli.span).conflicts(['from', 'to']))
    .addOption(new Option('--from <date>').hideHelp())
    .addOption(new Option('--to <date>').hideHelp());

/** A command that reads the logs of a span of days; `paths` says what it reads, where that is not only logs. */
export function spanned(command: Command, lang: Lang, paths?: string): Command {
  const w = words(lang).cli;
  spanning(command.argument('[paths...]', paths ?? w.paths), lang).option('--public', w.publicHere);
  return analysing(command, lang);
}
