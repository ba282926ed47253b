import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Receipt, Task } from '../../src/pipeline/index.js';
import { contentsOf, filesIn, folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati, quick } from './run.js';

const log = logOf('09:00 阿橙 灯塔的手续费是多少？\n09:01 半帆 @阿橙 手续费千三\n09:02 阿橙 NFC 呢');
const dates = ['2021-03-04', '2021-03-05', '2021-03-06'];
const logs = () => Object.fromEntries(dates.map((date) => [`logs/灯塔/${date}.md`, log]));

const linesOf = (text: string): string[] => text.split('\n').filter(Boolean);

/** The lines of a plan over the logs. */
async function planned(folder: string, ...more: string[]): Promise<string[]> {
  const { code, out } = await huati(folder, ['plan', 'logs', ...quick, ...more]);
  expect(code).toBe(0);
  return linesOf(out);
}

/** Hands lines to a worker; gives its receipts. */
async function work(folder: string, lines: readonly string[], ...more: string[]) {
  const input = Readable.from(lines.map((line) => `${line}\n`));
  const { code, out } = await huati(folder, ['worker', '--stdio', ...quick, ...more], { input });
  return { code, receipts: linesOf(out).map((line) => JSON.parse(line) as Receipt) };
}

async function committed(folder: string, lines: readonly string[], out = 'out') {
  writeFileSync(join(folder, 'plan.jsonl'), lines.join('\n'));
  return huati(folder, ['commit', 'plan.jsonl', '--lang', 'en', '--out', out]);
}

/** A folder whose plan is done and committed, and what was written. */
async function through(lines: (folder: string) => Promise<string[]>): Promise<Record<string, string>> {
  const folder = folderWith(logs());
  const tasks = await lines(folder);
  expect((await work(folder, tasks)).code).toBe(0);
  expect((await committed(folder, tasks)).code).toBe(0);
  return contentsOf(join(folder, 'out'));
}

describe('huati plan, worker, commit', () => {
  it('of logs that are not there is no plan, and one that stands is left alone', async () => {
    const folder = folderWith({ 'plan.jsonl': 'earlier\n' });
    const { code, out } = await huati(folder, ['plan', 'nosuch', ...quick]);
    expect([code, out]).toEqual([1, '']);
    expect((await huati(folder, ['plan', 'nosuch', '--out', 'plan.jsonl', ...quick])).code).toBe(1);
    expect(readFileSync(join(folder, 'plan.jsonl'), 'utf8')).toBe('earlier\n');
  });

  it('what is committed with its segmentation is another run than without', async () => {
    const folder = folderWith(logs());
    const tasks = await planned(folder);
    await work(folder, tasks);
    writeFileSync(join(folder, 'plan.jsonl'), tasks.join('\n'));
    const runOf = async (...more: string[]) =>
      JSON.parse((await huati(folder, ['commit', 'plan.jsonl', '--json', ...more])).out).run;
    const bare = await runOf('--out', 'bare');
    expect(await runOf('--out', 'again')).toBe(bare);
    expect(await runOf('--out', 'cut', '--tokens')).not.toBe(bare);
  });

  it('what workers made and commit wrote is what huati analyze writes, with the terms and a manifest', async () => {
    const folder = folderWith(logs());
    const tasks = await planned(folder, '--shard', '2');
    expect(tasks.map((line) => (JSON.parse(line) as Task).task)).toEqual([
      ...['map', 'map', 'reduce', 'reduce', 'reduce', 'reduce'],
    ]);
    const { receipts } = await work(folder, tasks);
    expect(receipts.map(({ status, made }) => `${status} ${made}`)).toEqual([
      ...['done 2', 'done 1', 'done 1', 'done 1', 'done 1', 'done 1'],
    ]);
    await committed(folder, tasks);
    await huati(folder, ['analyze', 'logs', ...quick, '--no-cache', '--out', 'plain']);
    const { 'manifest.json': manifest, 'terms.jsonl': terms, ...days } = contentsOf(join(folder, 'out'));
    expect(days).toEqual(contentsOf(join(folder, 'plain')));
    expect(JSON.parse(manifest!)).toMatchObject({ days: 3, terms: linesOf(terms!).length });
    expect(linesOf(terms!).map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ term: 'NFC', days: 3, messages: 3, groups: ['灯塔'], first: dates[0] }),
    );
  });

  it('how days and terms are dealt out changes nothing of what is written', async () => {
    const few = await through((folder) => planned(folder, '--shard', '3', '--ranges', '1'));
    const many = await through((folder) => planned(folder, '--shard', '1', '--ranges', '7'));
    const parsed = JSON.parse(few['manifest.json']!) as { run: string };
    expect({ ...many, 'manifest.json': JSON.parse(many['manifest.json']!) }).toEqual({
      ...few,
      'manifest.json': parsed,
    });
  });

  it('the order in which the lines of a plan lie, and lines that stand twice, change nothing of what is written', async () => {
    const folder = folderWith(logs());
    const tasks = await planned(folder, '--shard', '1', '--ranges', '3');
    await work(folder, tasks);
    await committed(folder, tasks);
    const crlf = [...tasks].reverse().map((line) => `${line}\r`);
    expect((await committed(folder, ['\ufeff', ...crlf, tasks[0]!, tasks.at(-1)!], 'other')).code).toBe(0);
    expect(contentsOf(join(folder, 'other'))).toEqual(contentsOf(join(folder, 'out')));
  });

  it('commit refuses a plan of which lines are missing, and one with lines of another', async () => {
    const folder = folderWith(logs());
    const tasks = await planned(folder, '--shard', '1', '--ranges', '2');
    const others = await planned(folder, '--shard', '1', '--ranges', '3');
    await work(folder, [...tasks, ...others]);
    for (const lines of [
      [],
      tasks.slice(1),
      tasks.slice(0, -1),
      tasks.slice(0, 3),
      [...tasks, others.at(-1)!],
    ]) {
      const { code, err } = await committed(folder, lines);
      expect([code, err]).toEqual([2, expect.stringContaining('plan.jsonl')]);
    }
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('an earlier manifest vouches for nothing while commit writes', async () => {
    const folder = folderWith(logs());
    const tasks = await planned(folder);
    await work(folder, tasks);
    await committed(folder, tasks);
    const interrupted = () => true;
    const stopped = await huati(folder, ['commit', 'plan.jsonl', '--out', 'out'], { interrupted });
    expect([stopped.code, existsSync(join(folder, 'out/manifest.json'))]).toEqual([130, false]);
  });

  it('a task that is done twice, or late, changes nothing', async () => {
    const folder = folderWith(logs());
    const tasks = await planned(folder);
    await work(folder, tasks);
    const store = contentsOf(join(folder, '.huati'));
    await committed(folder, tasks);
    const out = contentsOf(join(folder, 'out'));
    const { receipts } = await work(folder, tasks);
    expect(receipts.map(({ status, made }) => `${status} ${made}`)).toEqual(Array(5).fill('done 0'));
    expect(contentsOf(join(folder, '.huati'))).toEqual(store);
    await committed(folder, tasks);
    expect(contentsOf(join(folder, 'out'))).toEqual(out);
  });

  it('commit writes nothing while an output is missing or damaged, and names its task', async () => {
    const folder = folderWith(logs());
    const tasks = await planned(folder);
    const ids = tasks.map((line) => (JSON.parse(line) as Task).id);
    await work(folder, tasks.slice(0, 2));
    const early = await committed(folder, tasks);
    expect([early.code, existsSync(join(folder, 'out'))]).toEqual([1, false]);
    expect(early.err).toContain(ids[2]);
    expect(early.err).not.toContain(ids[0]);
    await work(folder, tasks);
    const analysis = filesIn(join(folder, '.huati')).find((file) => /cache\/..\/\w+\.json$/.test(file))!;
    const path = join(folder, '.huati', analysis);
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -9));
    expect((await committed(folder, tasks)).err).toContain(ids[0]);
    await work(folder, tasks);
    expect((await committed(folder, tasks)).code).toBe(0);
  });

  it('a worker refuses a day whose log has changed, and one that was planned with other options', async () => {
    const folder = folderWith(logs());
    const tasks = await planned(folder, '--shard', '1');
    writeFileSync(join(folder, 'logs/灯塔/2021-03-04.md'), log.replace('千三', '千五'));
    const changed = await work(folder, tasks.slice(0, 2));
    expect([changed.code, ...changed.receipts.map((receipt) => receipt.status)]).toEqual([
      ...[1, 'failed', 'done'],
    ]);
    expect(changed.receipts[0]!.failures[0]!.path).toContain('2021-03-04.md');
    writeFileSync(join(folder, 'huati.yaml'), 'owner: [掌灯人]\n');
    const other = await work(folder, tasks.slice(2, 3));
    expect(other.receipts[0]!.failures[0]!.reason).toContain('重新做一份计划');
  });

  it('a worker answers a line that is no task, and goes on', async () => {
    const folder = folderWith(logs());
    const [task] = await planned(folder);
    const { code, receipts } = await work(folder, ['{', '{"task":"nap"}', '', task!]);
    expect([code, ...receipts.map(({ id, status }) => `${id === null} ${status}`)]).toEqual([
      ...[1, 'true failed', 'true failed', 'false done'],
    ]);
  });

  it('a worker that is interrupted stops between two days, keeps what is done, and gives no receipt', async () => {
    const folder = folderWith(logs());
    const tasks = await planned(folder);
    const kept = () => filesIn(folder).filter((file) => /cache\/..\/\w+\.json$/.test(file)).length;
    const input = Readable.from(tasks.map((line) => `${line}\n`));
    const interrupted = () => kept() > 0;
    const { code, out } = await huati(folder, ['worker', '--stdio', ...quick], { input, interrupted });
    expect([code, out, kept()]).toEqual([130, '', 1]);
  });

  it('commit refuses what is no plan, with its line', async () => {
    const folder = folderWith();
    const { code, err } = await committed(folder, ['', 'not a plan']);
    expect([code, err]).toEqual([2, expect.stringContaining('plan.jsonl:2')]);
    const absent = await huati(folder, ['commit', 'absent.jsonl']);
    expect([absent.code, absent.err]).toEqual([2, expect.stringContaining('absent.jsonl')]);
  });

  it('commit --json tells what was written, or every task that is to be done first, and where their outputs were sought', async () => {
    const folder = folderWith(logs());
    const tasks = await planned(folder, '--shard', '1', '--ranges', '6');
    const ids = tasks.map((line) => (JSON.parse(line) as Task).id);
    writeFileSync(join(folder, 'plan.jsonl'), tasks.join('\n'));
    const commit = ['commit', 'plan.jsonl', '--out', 'out', '--json', '--lang', 'en'];
    const early = await huati(folder, commit);
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('.huati/cache')]);
    const told = JSON.parse(early.out);
    expect([told.manifest, told.missing, told.problems.length]).toEqual([null, ids, 1]);
    await work(folder, tasks);
    const done = await huati(folder, commit);
    const { run, files, ...rest } = JSON.parse(done.out);
    const path = join(folder, 'out', 'manifest.json');
    expect(rest).toMatchObject({ manifest: path, missing: [], days: 3, problems: [] });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ run, files });
  });

  it('commit says which days an earlier plan left in the folder', async () => {
    const folder = folderWith(logs());
    const all = await planned(folder);
    await work(folder, all);
    await committed(folder, all);
    rmSync(join(folder, 'logs', '灯塔', `${dates[1]}.md`));
    const fewer = await planned(folder);
    await work(folder, fewer);
    expect((await committed(folder, fewer)).err).toContain(`without a log now: 灯塔/${dates[1]}`);
    rmSync(join(folder, 'out', '灯塔', `${dates[1]}.json`));
    expect((await committed(folder, fewer)).err).not.toContain(dates[1]);
  });

  it('the receipt of a reduce task that comes too early says so in the language of the reader', async () => {
    const folder = folderWith(logs());
    const tasks = await planned(folder, '--ranges', '1');
    const { receipts } = await work(folder, tasks.slice(1));
    expect(receipts[0]!.failures[0]!.reason).toContain('先做它所在的 map 任务');
  });

  it('a plan without a sensible count is refused', async () => {
    const { code, err } = await huati(folderWith(logs()), ['plan', 'logs', ...quick, '--shard', '0']);
    expect([code, err]).toEqual([2, expect.stringContaining('--shard 0')]);
  });
});
