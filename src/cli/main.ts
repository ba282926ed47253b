import { readFileSync } from 'node:fs';
import { Command, CommanderError, type Help, Option } from 'commander';
import { faultKind, type Lang, langs, words } from '../lang/index.js';
import type { Held, InvalidPipeline } from '../pipeline/index.js';
import { CommandError } from './command-error.js';
import { examples } from './declare.js';
import { declareCorpus } from './declare-corpus.js';
import { declareCorrections } from './declare-corrections.js';
import { declareGlossary } from './declare-glossary.js';
import { declareGroup } from './declare-group.js';
import { declareReports } from './declare-reports.js';
import { declareTasks } from './declare-tasks.js';
import { declareTopics } from './declare-topics.js';
import { declareUpkeep } from './declare-upkeep.js';
import { plainLine } from './excerpt.js';
import { exitCodes, type Io, processIo } from './io.js';
import { printable, printableName } from './printable.js';
import { answerOf } from './problem.js';
import { inShort } from './teller.js';

/** The language asked for, found before anything is parsed, so that help and errors speak it too. */
function langOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value =
    at < 0 ? undefined : argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : argv[at + 1];
  return langs.find((lang) => lang === value) ?? 'zh';
}

/** Whether a program asked, which is to be answered whatever else is wrong with its arguments. */
const isJsonAsked = (argv: readonly string[]): boolean =>
  argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined).includes('--json');

/** Commander's own words, in the reader's language. */
function localised(lang: Lang): Partial<Help> {
  const w = words(lang).cli;
  const titles: Record<string, string> = {
    'Usage:': w.usage,
    'Arguments:': w.arguments,
    'Options:': w.options,
    'Global Options:': w.globalOptions,
    'Commands:': w.commands,
  };
  return {
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: (option) => option.description,
    showGlobalOptions: true,
  };
}

/** What a program for users looks like; each command's code is loaded when it is called. */
export function program(lang: Lang, io: Io, finish: (code: number) => void): Command {
  const w = words(lang).cli;
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const root = new Command('huati')
    .description(w.description)
    .version(version, '-V, --version', w.versionOption)
    .helpOption('-h, --help', w.helpOption)
    .helpCommand('help [command]', w.helpCommand)
    .configureHelp(localised(lang))
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {} })
    .addOption(new Option('--lang <lang>', w.lang).choices(langs))
    .option('-q, --quiet', w.quiet)
    .option('--json', w.json)
    .option('--workspace <folder>', w.workspace)
    .exitOverride()
    .showHelpAfterError(false)
    .addHelpText(
      'after',
      () =>
        `\n${w.exitCodes}\n${Object.values(w.exit)
          .map((line) => `  ${line}`)
          .join(
            '\n',
          )}\n${examples(lang, ['npm start', 'huati report logs/2024-05-16-chat.markdown', 'huati brief logs', 'huati report --help'])}`,
    );

  const declaring = { root, lang, io, finish };
  declareReports(declaring);
  declareGroup(declaring);
  declareCorpus(declaring);
  declareTopics(declaring);
  declareCorrections(declaring);
  declareGlossary(root, lang, io, finish);
  declareTasks(declaring);
  declareUpkeep(declaring);
  return root;
}

/** The command that arguments call, a sub-command where they name one. */
function calledBy(argv: readonly string[], root: Command): Command {
  return argv.reduce((command, word) => command.commands.find((c) => c.name() === word) ?? command, root);
}

/** A command as it is written, without the program: `glossary show`. */
const nameOf = (command: Command): string =>
  command.parent?.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();

/** Commander's complaint about the arguments, in the reader's language; it names the culprits in quotation marks. */
function usageError({ code, message }: CommanderError, lang: Lang, called: Command): string {
  const w = words(lang).cli;
  const [culprit = '', other = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, name]) => name!);
  const what = called.registeredArguments.find((argument) => argument.name() === culprit)?.description ?? '';
  const choices = /Allowed choices are (.+)\.$/.exec(message)?.[1];
  const said: Record<string, () => string> = {
    'commander.unknownOption': () => w.unknownOption(culprit),
    'commander.unknownCommand': () => w.unknownCommand(culprit),
    'commander.missingArgument': () => w.missingArgument(culprit, what),
    'commander.missingMandatoryOptionValue': () => w.missingArgument(culprit, ''),
    'commander.optionMissingArgument': () => w.missingValue(culprit),
    'commander.excessArguments': () =>
      w.tooManyArguments(nameOf(called), /Expected (\d+)/.exec(message)?.[1] ?? '0'),
    'commander.conflictingOption': () => w.conflict(`${culprit} ${other}`),
    'commander.invalidArgument': () => (choices ? w.badChoice(culprit, choices) : w.invalidValue(culprit)),
  };
  return said[code]?.() ?? message;
}

/** System calls that write: what fails in them could not be written. */
const writing = new Set(['write', 'mkdir', 'rename', 'copyfile', 'unlink', 'rm', 'rmdir', 'fsync']);

/** Why a command stopped. */
interface Failure {
  exit: number;
  /** For programs: `unknown-option`. */
  code: string;
  /** For people; nothing where it was said already. */
  said: string;
}

/** `commander.unknownOption` as other codes are written. */
const codeOf = ({ code }: CommanderError): string =>
  code.replace(/^commander\./, '').replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

/** Why a command could not run, or did not come to its end. */
function failureOf(error: unknown, lang: Lang, called: Command): Failure {
  const w = words(lang).cli;
  if (error instanceof CommanderError) {
    // a command without its sub-command shows its help, and has nothing to add
    if (error.code === 'commander.help') return { exit: exitCodes.usage, code: 'missing-command', said: '' };
    return { exit: exitCodes.usage, code: codeOf(error), said: usageError(error, lang, called) };
  }
  if (error instanceof CommandError) return { exit: error.exit, code: error.code, said: error.message };
  const { name, message, stack, code, path, syscall } = error as NodeJS.ErrnoException;
  if (name === 'InvalidPipeline') {
    const { problems } = error as InvalidPipeline;
    const said = inShort(
      problems.map(({ path, line, reason }) => ({
        ...{ path, line, code: 'invalid-declaration', kind: `${path} ${faultKind(reason)}` },
        said: w.at(printableName(path), line, plainLine(reason)),
      })),
      ({ path, line }, more) => `${printableName(path)}: ${w.moreOfAKind(more, line)}`,
    );
    return {
      ...{ exit: exitCodes.usage, code: 'invalid-declaration' },
      said: said.map((fault) => fault.said).join('\n'),
    };
  }
  if (name === 'Held')
    return { exit: exitCodes.output, code: 'held', said: w.held(printableName((error as Held).path)) };
  if (syscall && /^E[A-Z]+$/.test(code ?? '')) {
    const said = w.cannotUse(printableName(path ?? syscall), message);
    return writing.has(syscall)
      ? { exit: exitCodes.output, code: 'cannot-write', said }
      : { exit: exitCodes.problems, code: 'unreadable', said };
  }
  return { exit: exitCodes.problems, code: 'unexpected', said: w.unexpected(stack ?? message) };
}

/** Says why a command stopped, with `--json` to the program, too, and gives its exit code. */
function explain(error: unknown, argv: readonly string[], io: Io, root: Command): number {
  // help and version were asked for
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
  const lang = langOf(argv);
  const called = calledBy(argv, root);
  const { exit, code, said } = failureOf(error, lang, called);
  if (said) io.err(`${printable(said)}\n`);
  if (isJsonAsked(argv)) {
    const { cli } = words(lang);
    const silent: Record<string, string> = {
      interrupted: cli.interrupted,
      'missing-command': cli.missingCommand(called === root ? '' : nameOf(called)),
    };
    io.out(answerOf({ error: { code, message: printable(said || (silent[code] ?? '')) } }, io.problems));
  }
  return exit;
}

/** The program: takes arguments, returns its exit code (see {@link exitCodes}). */
export async function main(argv: string[], io: Io = processIo(langOf(argv))): Promise<number> {
  const lang = langOf(argv);
  let code: number = exitCodes.ok;
  const root = program(lang, io, (done) => {
    code = done;
  });
  try {
    if (!argv.length) root.outputHelp();
    else await root.parseAsync(argv, { from: 'user' });
  } catch (error) {
    return explain(error, argv, io, root);
  }
  return code;
}
