import { readFileSync } from 'node:fs';
import { Command, CommanderError, type Help, Option } from 'commander';
import { type Lang, langs, words } from '../lang/index.js';
import type { CorrectOptions } from './commands/correct.js';
import type { MembersOptions } from './commands/members.js';
import type { TrainOptions } from './commands/train.js';
import { declareGlossary } from './declare-glossary.js';
import { declareQa } from './declare-qa.js';
import { exitCodes, type Io, processIo } from './io.js';
import type { CommonOptions, RunCommandOptions, SpanOptions } from './options.js';

/** The language asked for, found before anything is parsed, so that help and errors speak it too. */
function langOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value =
    at < 0 ? undefined : argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : argv[at + 1];
  return langs.find((lang) => lang === value) ?? 'zh';
}

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

const examples = (lang: Lang, lines: string[]) =>
  `\n${words(lang).cli.examples}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;

/** What a program for users looks like; each command's code is loaded when it is called. */
function program(lang: Lang, io: Io, finish: (code: number) => void): Command {
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

  const reading = (command: Command) =>
    command
      .argument('[paths...]', w.paths)
      .option('-o, --out <folder>', w.out)
      .addOption(new Option('--format <name>', `${w.format} jekyll, irc`).choices(['jekyll', 'irc']))
      .option('--group <name>', w.group)
      .addOption(
        new Option('--segmenter <name>', w.segmenter).choices(['auto', 'nodejieba', '@node-rs/jieba']),
      )
      .option('--public', w.public)
      .option('--no-glossary', w.noGlossary)
      .option('--no-cache', w.noCache);

  reading(root.command('report').description(w.report))
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
  reading(root.command('brief').description(w.brief))
    .addHelpText(
      'after',
      examples(lang, ['huati brief logs/2024-05-16-chat.markdown', 'huati brief logs --out briefs']),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { brief } = await import('./commands/brief.js');
      finish(await brief(paths, command.optsWithGlobals<RunCommandOptions>(), io));
    });
  reading(root.command('analyze').description(w.analyze))
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
  reading(root.command('run').description(w.run).argument('<pipeline>', w.pipeline))
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
  reading(root.command('records').description(w.records))
    .option('--no-public', w.noPublic)
    .addOption(new Option('--internal', w.noPublic).implies({ public: false }))
    .addHelpText(
      'after',
      examples(lang, ['huati records logs', 'huati records logs/2024-05-16-chat.markdown --no-public']),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { records } = await import('./commands/records.js');
      finish(await records(paths, command.optsWithGlobals<RunCommandOptions>(), io));
    });
  root
    .command('explain')
    .description(w.explain)
    .argument('<file>', w.explainFile)
    .argument('<n>', w.explainNumber)
    .addOption(new Option('--format <name>', `${w.format} jekyll, irc`).choices(['jekyll', 'irc']))
    .addHelpText('after', examples(lang, ['huati explain logs/2024-05-16-chat.markdown 12']))
    .action(async (file: string, n: string, _, command: Command) => {
      const { explain: run } = await import('./commands/explain.js');
      finish(await run(file, n, command.optsWithGlobals<RunCommandOptions>(), io));
    });
  root
    .command('people')
    .description(w.people)
    .argument('[paths...]', w.paths)
    .option('-o, --out <file>', w.peopleOut)
    .addOption(new Option('--format <name>', `${w.format} jekyll, irc`).choices(['jekyll', 'irc']))
    .addHelpText('after', examples(lang, ['huati people logs', 'huati people logs --out people.csv']))
    .action(async (paths: string[], _, command: Command) => {
      const { people } = await import('./commands/people.js');
      finish(await people(paths, command.optsWithGlobals<RunCommandOptions>(), io));
    });
  const spanned = (command: Command) =>
    command
      .argument('[paths...]', w.paths)
      .option('--from <date>', w.fromDate)
      .option('--to <date>', w.toDate)
      .option('--public', w.public)
      .addOption(new Option('--format <name>', `${w.format} jekyll, irc`).choices(['jekyll', 'irc']))
      .option('--group <name>', w.group);
  spanned(root.command('schedule').description(w.schedule))
    .option('-o, --out <file>', w.scheduleOut)
    .addHelpText(
      'after',
      examples(lang, [
        'huati schedule logs',
        'huati schedule logs --out talks.ics',
        'huati schedule logs --from 2024-05-01 --out talks.csv',
      ]),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { schedule } = await import('./commands/schedule.js');
      finish(await schedule(paths, command.optsWithGlobals<SpanOptions>(), io));
    });
  spanned(root.command('members').description(w.members))
    .option('--roster <file>', w.memberList)
    .option('-o, --out <file>', w.membersOut)
    .addHelpText(
      'after',
      examples(lang, [
        'huati members logs --roster members.csv',
        'huati members logs --roster members.csv --from 2024-05-01 --out facts.csv',
      ]),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { members } = await import('./commands/members.js');
      finish(await members(paths, command.optsWithGlobals<MembersOptions>(), io));
    });
  root
    .command('correct')
    .description(w.correct)
    .argument('<file>', w.explainFile)
    .argument('<n>', w.explainNumber)
    .addOption(new Option('--parent <m>', w.correctParent).conflicts('start'))
    .option('--start', w.correctStart)
    .option('--kind <kind>', w.correctKind)
    .option('--title <text>', w.correctTitle)
    .option('--domain <domain>', w.correctDomain)
    .addOption(new Option('--format <name>', `${w.format} jekyll, irc`).choices(['jekyll', 'irc']))
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
  root
    .command('train')
    .description(w.train)
    .command('threads')
    .description(w.trainThreads)
    .requiredOption('--gold <folder>', w.gold)
    .option('--source <folder>', w.source)
    .option('-o, --out <file>', w.modelOut)
    .option('--cross-validate', w.crossValidate)
    .option('--folds <count>', w.folds)
    .option('--check <folder>', w.check)
    .option('--without <days>', w.without)
    .addHelpText(
      'after',
      examples(lang, [
        'huati train threads --lang zh --gold gold --source logs --cross-validate --out models/threads-zh.json',
        'huati train threads --lang en --gold irc/train --check irc/dev --out models/threads-en.json',
      ]),
    )
    .action(async (_, command: Command) => {
      const { trainThreads } = await import('./commands/train.js');
      finish(await trainThreads(command.optsWithGlobals<TrainOptions>(), io));
    });
  declareQa(reading(root.command('qa')), lang, io, finish);
  declareGlossary(root, lang, io, finish);
  root
    .command('init')
    .description(w.init)
    .argument('[folder]', w.folder)
    .addHelpText('after', examples(lang, ['huati init', 'huati init my-group']))
    .action(async (folder: string | undefined, _, command: Command) => {
      const { init } = await import('./commands/init.js');
      finish(await init(folder, command.optsWithGlobals<CommonOptions>(), io));
    });
  return root;
}

/** Commander's complaint about the arguments, in the reader's language; it names the culprit in quotation marks. */
function usageError({ code, message }: CommanderError, lang: Lang): string {
  const w = words(lang).cli;
  const culprit = /'([^']*)'/.exec(message)?.[1] ?? '';
  const said: Record<string, (name: string) => string> = {
    'commander.unknownOption': w.unknownOption,
    'commander.unknownCommand': w.unknownCommand,
    'commander.missingArgument': w.missingArgument,
    'commander.optionMissingArgument': w.missingValue,
    'commander.invalidArgument': w.invalidValue,
  };
  return said[code]?.(culprit) ?? message;
}

/** Says why a command could not run and gives its exit code. */
function explain(error: unknown, lang: Lang, io: Io): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.ok;
    io.err(`${usageError(error, lang)}\n`);
    return exitCodes.usage;
  }
  const { name, message, code } = error as Error & { code?: number };
  io.err(
    `${name === 'CommandError' || name === 'InvalidPipeline' ? message : words(lang).cli.unexpected((error as Error).stack ?? message)}\n`,
  );
  return name === 'CommandError' && typeof code === 'number'
    ? code
    : name === 'InvalidPipeline'
      ? exitCodes.usage
      : exitCodes.problems;
}

/** The program: takes arguments, returns its exit code (see {@link exitCodes}). */
export async function main(argv: string[], io: Io = processIo()): Promise<number> {
  const lang = langOf(argv);
  let code: number = exitCodes.ok;
  try {
    const root = program(lang, io, (done) => {
      code = done;
    });
    if (!argv.length) root.outputHelp();
    else await root.parseAsync(argv, { from: 'user' });
  } catch (error) {
    return explain(error, lang, io);
  }
  return code;
}
