import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processIo } from '../../src/cli/io.js';
import { program } from '../../src/cli/main.js';
import type { Problem } from '../../src/cli/problem.js';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { evening } from '../threads/talk.js';
import { huati } from './run.js';

const log = 'logs/灯塔/_posts/2021-03-04-chat.md';
const files = {
  [log]: logOf(evening),
  'logs/灯塔/_posts/2021-03-05-chat.md': logOf(
    '09:00 阿橙 灯塔的手续费是多少？\n09:01 半帆 @阿橙 千三\n09:02 群主 @所有人 明晚八点由小舵给大家分享，主题是“渡口的船票”',
  ),
  'gold/灯塔-2021-03-05.links.tsv': '1\t1\tchat\n2\t1\tchat\n3\t3\tchat\n',
  // told by each command that reads the workspace
  'glossary/bad.yaml': '- term: 浮标费\n  class: 浮标\n',
};

/** With what a command is called in the workspace; in this order, as some go on from what others wrote. */
const calls: Record<string, string[]> = {
  init: [],
  report: [],
  brief: [],
  analyze: ['--out', 'analyses'],
  run: ['daily'],
  records: ['--internal'],
  qa: ['--out', 'qa.csv'],
  schedule: [],
  members: [],
  topics: [],
  digest: ['--month'],
  compare: ['2021-03-04', '2021-03-05'],
  find: ['手续费', '--context', '1'],
  sql: ['SELECT date, count(*) AS lines FROM messages GROUP BY date'],
  tables: ['--out', 'tables'],
  site: [],
  people: [],
  explain: [log, '3'],
  correct: [log, '3', '--kind', 'question'],
  'glossary lint': [],
  'glossary candidates': ['--out', 'sheet.csv'],
  'glossary gaps': [],
  'glossary accept': ['灯塔费', '--force', '--by', '阿橙', '--on', '2021-03-06'],
  'glossary reject': ['浮标', '--by', '阿橙', '--on', '2021-03-06'],
  'glossary merge': ['灯塔手续费', '灯塔费', '--force', '--by', '阿橙', '--on', '2021-03-06'],
  'glossary later': ['船票', '--by', '阿橙', '--on', '2021-03-06'],
  'glossary undo': [],
  'glossary decide': ['sheet.csv'],
  'glossary approve': ['断直连', '--by', '阿橙', '--on', '2021-03-06'],
  'glossary show': ['手续费'],
  'glossary diff': ['2021-03-04', '2021-03-05'],
  'glossary export': ['--out', 'glossary.csv'],
  'glossary import': ['glossary.csv'],
  'glossary review': [],
  plan: ['--out', 'plan.jsonl'],
  worker: ['--stdio'],
  commit: ['plan.jsonl', '--out', 'committed'],
  'train threads': ['--gold', 'gold', '--source', 'logs', '--out', 'model.json'],
};

/** Answers line by line, as tasks come in, and speaks JSON whether it is asked to or not. */
const streaming = 'worker';
/** Asks people, and so no program. */
const asking = 'glossary review';
/** Know of no workspace. */
const workspaceless = ['init', 'train threads'];

/** Commands without commands of their own, by their names. */
function leavesOf(command: Command, name = ''): Map<string, Command> {
  const own = command.commands.filter((c) => c.name() !== 'help');
  return own.length
    ? new Map(own.flatMap((c) => [...leavesOf(c, `${name} ${c.name()}`.trim())]))
    : new Map([[name, command]]);
}
const declared = leavesOf(program('zh', processIo('zh'), () => {}));

/** A command with the options that make it quick, as far as it has them. */
function argvOf(name: string, given: readonly string[]): string[] {
  const has = (flag: string) => declared.get(name)!.options.some((option) => option.long === flag);
  const segmenter = has('--segmenter') ? ['--segmenter', '@node-rs/jieba'] : [];
  return [...name.split(' '), ...given, ...segmenter, '--json'];
}

const address = /^[^/#]+\/[^/#]+#\d+$/;

/** Places in an answer where a message is not named by its address, a text. */
function misnamed(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  const isMessage = ['group', 'date', 'n'].every((key) => key in own);
  const named = own.address === null || address.test(String(own.address));
  const isWrong = 'address' in own ? !named : isMessage;
  const inner = Object.entries(own).flatMap(([key, part]) => misnamed(part, `${at}.${key}`));
  return isWrong ? [at, ...inner] : inner;
}

/** The one line of an answer. */
function answerIn(out: string): Record<string, unknown> & { problems: Problem[] } {
  expect(out.match(/\n/g)).toHaveLength(1);
  const answer = JSON.parse(out);
  expect(Array.isArray(answer)).toBe(false);
  for (const { code, message, path, line } of answer.problems as Problem[]) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(message).not.toBe('');
    expect(path === undefined || isAbsolute(path)).toBe(true);
    expect(line === undefined || line > 0).toBe(true);
  }
  return answer;
}

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'huati-json-')));
  for (const [path, content] of Object.entries({
    ...files,
    'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('--json', () => {
  it('every command that is declared is called by these tests', () => {
    expect(Object.keys(calls).sort()).toEqual([...declared.keys()].sort());
  });

  it('docs/json.md has the keys of every command', () => {
    const doc = readFileSync(new URL('../../docs/json.md', import.meta.url), 'utf8');
    for (const name of declared.keys()) {
      const last = name.split(' ').at(-1)!;
      expect([name, doc.includes(`\`${name}`) || doc.includes(`\`${last}\``)]).toEqual([name, true]);
    }
  });

  it.each(Object.keys(calls).filter((name) => name !== streaming && name !== asking))(
    'huati %s answers with one object: messages by their addresses, what was wrong with a code, its file and its line',
    async (name) => {
      const { code, out } = await huati(folder, argvOf(name, calls[name]!));
      const { error, problems, ...answer } = answerIn(out);
      expect([error, misnamed(answer)]).toEqual([undefined, []]);
      expect(Object.keys(answer)).not.toEqual([]);
      const path = join(folder, 'glossary/bad.yaml');
      const bad = expect.objectContaining({ code: 'dictionary', path, line: 1 });
      expect(problems).toEqual(workspaceless.includes(name) ? [] : expect.arrayContaining([bad]));
      expect(code).toBe(workspaceless.includes(name) ? 0 : 1);
      // a worker does what was planned, for what comes next
      if (name === 'plan') await work();
    },
  );

  /** Has the plan done; gives what the worker said. */
  async function work() {
    const input = Readable.from(readFileSync(join(folder, 'plan.jsonl')));
    return huati(folder, argvOf(streaming, calls[streaming]!), { input });
  }

  it('huati worker --stdio answers each task with a receipt on its line', async () => {
    const { out } = await work();
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ id: expect.any(String), status: 'done' });
  });

  it.each(Object.keys(calls))(
    'huati %s that cannot run ends with 2: the reason for people on standard error, an object with its code for programs',
    async (name) => {
      const required = name === 'train threads' ? ['--gold', 'gold'] : [];
      const { code, out, err } = await huati(folder, [
        ...name.split(' '),
        ...required,
        '--nonsense',
        '--json',
      ]);
      const { error } = answerIn(out);
      expect(code).toBe(2);
      expect(error).toEqual({ code: 'unknown-option', message: err.trimEnd() });
    },
  );

  it('huati glossary review asks nobody for a program', async () => {
    const { code, out } = await huati(folder, argvOf(asking, []));
    expect([code, answerIn(out).error]).toMatchObject([2, { code: 'no-terminal' }]);
  });

  it('huati glossary without a command of its own is an error that names none', async () => {
    const { code, out } = await huati(folder, ['glossary', '--json']);
    expect([code, answerIn(out).error]).toMatchObject([2, { code: 'missing-command' }]);
  });

  it.each([
    ...[['report'], ['brief'], ['qa'], ['topics'], ['digest'], ['find', '船'], ['site']],
    ...[['compare', '2021', '2022'], ['plan'], ['glossary gaps'], ['glossary candidates']],
  ])('huati %s of a folder without logs says so in its answer', async (name, ...given) => {
    const place = folderWith({ 'empty/a.txt': '没有记录' });
    const { code, out } = await huati(place, argvOf(name!, [...given, 'empty']));
    expect([code, answerIn(out).problems.map((p) => p.code)]).toEqual([1, ['nothing-read']]);
  });

  it('a workspace that is not valid is told as an error with its code', async () => {
    const place = folderWith({ 'huati.yaml': 'sources: 3\n' });
    const { code, out } = await huati(place, ['report', '--json']);
    expect([code, answerIn(out).error]).toMatchObject([2, { code: 'invalid-declaration' }]);
  });

  it('what was wrong before a command stopped is told beside its error', async () => {
    const place = folderWith({ ...files, 'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n' });
    const { code, out } = await huati(place, ['qa', '--out', 'qa.txt', '--json']);
    const { error, problems } = answerIn(out);
    expect([code, error, problems]).toMatchObject([
      2,
      { code: 'bad-out' },
      [{ code: 'dictionary', line: 1 }],
    ]);
  });
});
