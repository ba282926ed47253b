import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { processIo } from '../../src/cli/io.js';
import { program } from '../../src/cli/main.js';
import { langs, words } from '../../src/lang/index.js';
import { filesIn, folderWith } from '../pipeline/folder.js';
import { huati } from './run.js';

const commands = ['report', 'brief', 'analyze', 'run', 'init'];
const han = /[\u4e00-\u9fff]/;

describe('huati --help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])(
    'huati %j shows the commands, the exit codes and examples',
    async (argv) => {
      const { code, out, err } = await huati(folderWith(), argv);
      expect([code, err]).toEqual([0, '']);
      for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
      for (const line of Object.values(words('zh').cli.exit)) expect(out).toContain(line);
      expect(out).toContain(words('zh').cli.examples);
    },
  );

  it.each(commands)(
    'huati %s --help describes its options and gives examples that call it',
    async (command) => {
      const { code, out } = await huati(folderWith(), [command, '--help']);
      const examples = out.slice(out.indexOf(words('zh').cli.examples)).match(/^ {2}huati .*/gm)!;
      expect(code).toBe(0);
      expect(examples.length).toBeGreaterThan(1);
      for (const example of examples) expect(example).toMatch(new RegExp(`^  huati ${command}\\b`));
      expect(out).toContain('--workspace');
    },
  );

  it('the options of how logs are read and analysed are those of every command that reads many', async () => {
    const all = ['--format', '--group', '--segmenter', '--no-glossary', '--no-cache', '--workers'];
    const told = ['report', 'analyze', 'run', 'records', 'qa', 'schedule', 'members', 'topics', 'digest'];
    for (const command of [...told, 'compare', 'site', 'tables', 'sql', 'find']) {
      const { out } = await huati(folderWith(), [command, '--help']);
      for (const option of all) expect(out, command).toContain(`  ${option} `);
    }
  });

  it.each(commands)('huati help %s is huati %s --help', async (command) => {
    const folder = folderWith();
    expect(await huati(folder, ['help', command])).toEqual(await huati(folder, [command, '--help']));
  });

  it.each(commands)('every option in an example of huati %s is one that it takes', async (command) => {
    const { out } = await huati(folderWith(), [command, '--help']);
    const at = out.indexOf(words('zh').cli.examples);
    for (const option of out.slice(at).match(/--[\w-]+/g) ?? []) expect(out.slice(0, at)).toContain(option);
  });

  it.each(commands)('huati --lang en %s --help speaks English', async (command) => {
    const folder = folderWith();
    const { out } = await huati(folder, ['--lang', 'en', command, '--help']);
    expect(out).not.toMatch(han);
    expect(await huati(folder, [command, '--lang=en', '--help'])).toMatchObject({ out });
  });

  it('help asks for nothing and writes nothing', async () => {
    const folder = folderWith();
    await huati(folder, ['report', '--help']);
    expect(filesIn(folder)).toEqual([]);
  });
});

describe('options', () => {
  /** A command with all below it. */
  const allOf = (command: Command): Command[] => [command, ...command.commands.flatMap(allOf)];
  const shownOf = (command: Command) => command.options.filter((option) => !option.hidden);

  it.each(langs)('no help tells two options in the same words, or one in none, in %s', (lang) => {
    for (const command of allOf(program(lang, processIo(lang), () => {}))) {
      const told = shownOf(command).map((option) => option.description);
      expect([command.name(), new Set(told).size, told.includes('')]).toEqual([
        command.name(),
        told.length,
        false,
      ]);
    }
  });

  it('a span of days is asked for by --span alone, whichever command it is', () => {
    const commands = allOf(program('zh', processIo('zh'), () => {}));
    const flags = commands.flatMap((command) => shownOf(command).map((option) => option.long));
    expect(flags).toContain('--span');
    for (const flag of ['--from', '--to', '--since', '--until']) expect(flags).not.toContain(flag);
  });
});

describe('huati --version', () => {
  it('huati --version is the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await huati(folderWith(), ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect((await huati(folderWith(), ['-V'])).out).toBe(`${version}\n`);
  });
});

describe('huati with arguments that are wrong ends with 2 and says why', () => {
  it.each(langs)('an unknown command, in %s', async (lang) => {
    const { code, out, err } = await huati(folderWith(), ['--lang', lang, 'sail']);
    expect([code, out, err]).toEqual([2, '', `${words(lang).cli.unknownCommand('sail')}\n`]);
  });

  it.each([
    [['report', '--sail'], '--sail'],
    [['--sail'], '--sail'],
    [['sail', '--now'], 'sail'],
    [['run'], 'pipeline'],
    [['report', '--out'], '--out'],
    [['--lang', 'la', 'report'], '--lang'],
    [['report', '--format', 'telegraph'], '--format'],
    [['report', '--segmenter', 'knife'], '--segmenter'],
    [['init', 'a', 'b'], 'init'],
  ])('%j', async (argv, named) => {
    const folder = folderWith();
    const { code, out, err } = await huati(folder, argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(named);
    expect(filesIn(folder)).toEqual([]);
  });

  it('an unknown pipeline, with those that there are', async () => {
    const { code, err } = await huati(folderWith(), ['run', 'tide', 'logs']);
    expect(code).toBe(2);
    expect(err).toBe(`${words('zh').cli.noPipeline('tide', 'analyze、brief、daily')}\n`);
  });

  it('a pipeline that is a file and is not there', async () => {
    const { code, err } = await huati(folderWith(), ['run', 'tide.yaml', 'logs']);
    expect([code, err]).toEqual([2, expect.stringContaining('tide.yaml')]);
  });

  it.each(['report', 'brief', 'analyze'])(
    'huati %s without paths and without a workspace',
    async (command) => {
      expect(await huati(folderWith(), [command])).toEqual({
        code: 2,
        out: '',
        err: `${words('zh').cli.noPaths}\n`,
      });
    },
  );

  it('a workspace that is not there', async () => {
    const { code, err } = await huati(folderWith(), ['report', 'logs', '--workspace', 'harbour']);
    expect([code, err]).toEqual([2, expect.stringContaining('harbour/huati.yaml')]);
  });
});
