import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { packaged } from '../../src/pipeline/index.js';
import { logOf } from '../threads/chat.js';
import { contentsOf, folderWith } from './folder.js';

const dates = Array.from({ length: 12 }, (_, i) => `2021-03-${String(i + 1).padStart(2, '0')}`);
const lines = Array.from({ length: 40 }, (_, i) =>
  i % 2 ? `半帆 第${i}档的手续费是千三` : `阿橙 灯塔第${i}档的手续费是多少？`,
);
const log = logOf(lines.map((line, i) => `09:${String(i).padStart(2, '0')} ${line}`).join('\n'));
const logs = () => Object.fromEntries(dates.map((date) => [`logs/灯塔/${date}.md`, log]));

const program = packaged('bin', 'huati.mjs');
const analyze = ['analyze', 'logs', '--segmenter', '@node-rs/jieba', '--tokens', '--out', 'out'];
const shell = (cwd: string) => ({ cwd, env: { ...process.env, HUATI_CACHE: '' }, encoding: 'utf8' as const });

/** Runs the program in a process of its own. */
const run = (cwd: string, ...more: string[]) =>
  spawnSync(process.execPath, [program, ...analyze, ...more], shell(cwd));

const written = (folder: string) => contentsOf(join(folder, 'out'));

/** The children of a process, as the system tells them. */
const childrenOf = (pid: number): number[] => {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean).map(Number);
};

/** Kills a process, unless it has ended since it was seen. */
function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits until something holds, not for ever. */
async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 2000 && !holds(); i++) await setTimeout(10);
  expect(holds()).toBe(true);
}

const hasPgrep = spawnSync('pgrep', ['-V']).status === 0;

describe('a run with workers', () => {
  /** What a run without workers writes, file by file. */
  let expected: Record<string, string>;
  beforeAll(() => {
    execFileSync(process.execPath, [packaged('bin', 'build.mjs')]);
    const folder = mkdtempSync(join(tmpdir(), 'huati-'));
    mkdirSync(join(folder, 'logs', '灯塔'), { recursive: true });
    for (const [path, text] of Object.entries(logs())) writeFileSync(join(folder, path), text);
    expect(run(folder, '--workers', '1').status).toBe(0);
    expected = written(folder);
    rmSync(folder, { recursive: true });
    expect(Object.keys(expected)).toHaveLength(dates.length);
  }, 120_000);

  it('writes the same bytes with any number of workers, with a cache and without', () => {
    const folder = folderWith(logs());
    expect(run(folder, '--workers', '3', '--no-cache').status).toBe(0);
    expect(written(folder)).toEqual(expected);
    rmSync(join(folder, 'out'), { recursive: true });
    expect(run(folder, '--workers', '2').status).toBe(0);
    expect(written(folder)).toEqual(expected);
  });

  it('two runs at once share a cache and neither harms the other', async () => {
    const folder = folderWith(logs());
    const both = ['out', 'other'].map((out) =>
      spawn(process.execPath, [program, ...analyze, '--out', out, '--workers', '2'], shell(folder)),
    );
    const codes = await Promise.all(both.map((one) => new Promise((done) => one.on('exit', done))));
    expect(codes).toEqual([0, 0]);
    expect(written(folder)).toEqual(expected);
    execFileSync('diff', ['-r', 'out', 'other'], { cwd: folder });
  });

  it.skipIf(!hasPgrep)('goes on when a worker is killed: its days are done again', async () => {
    const folder = folderWith(logs());
    const child = spawn(process.execPath, [program, ...analyze, '--workers', '3'], shell(folder));
    const code = new Promise((done) => child.on('exit', done));
    await until(() => childrenOf(child.pid!).length === 2);
    process.kill(childrenOf(child.pid!)[0]!, 'SIGKILL');
    expect(await code).toBe(0);
    expect(written(folder)).toEqual(expected);
  });

  it.skipIf(!hasPgrep)('goes on when every worker is killed as soon as it is there', async () => {
    const folder = folderWith(logs());
    const child = spawn(process.execPath, [program, ...analyze, '--workers', '3'], shell(folder));
    const code = new Promise((done) => child.on('exit', done));
    const killing = setInterval(() => {
      for (const pid of childrenOf(child.pid!)) killed(pid);
    }, 20);
    expect(await code).toBe(0);
    clearInterval(killing);
    expect(written(folder)).toEqual(expected);
  });

  it.skipIf(process.platform === 'win32').each([
    ['is told to end', 143, (child: ChildProcess) => child.kill('SIGTERM')],
    ['loses its terminal', 129, (child: ChildProcess) => child.kill('SIGHUP')],
    ['is not listened to any more', 0, (child: ChildProcess) => child.stdout!.destroy()],
  ])('takes its temporary files away when it %s', async (_, expectedCode, end) => {
    const folder = folderWith({ ...logs(), 'tmp/.keep': '' });
    const files = () => readdirSync(join(folder, 'tmp')).filter((name) => name !== '.keep');
    const brief = ['brief', 'logs', '--segmenter', '@node-rs/jieba', '--no-cache', '--workers', '2'];
    const { env, ...where } = shell(folder);
    const child = spawn(process.execPath, [program, ...brief], {
      ...where,
      env: { ...env, TMPDIR: join(folder, 'tmp') },
    });
    const code = new Promise((done) => child.on('exit', done));
    await until(() => files().some((name) => readdirSync(join(folder, 'tmp', name)).length > 0));
    end(child);
    expect(await code).toBe(expectedCode);
    await setTimeout(100); // nothing writes on
    expect(files()).toEqual([]);
  });

  it('one process does all where there is no place for temporary files', () => {
    const folder = folderWith(logs());
    const { env, ...where } = shell(folder);
    const args = [program, ...analyze, '--no-cache', '--workers', '2'];
    const { status } = spawnSync(process.execPath, args, {
      ...where,
      env: {
        ...env,
        TMPDIR: join(folder, 'absent'),
        TMP: join(folder, 'absent'),
        TEMP: join(folder, 'absent'),
      },
    });
    expect(status).toBe(0);
    expect(written(folder)).toEqual(expected);
  });

  it('stops on an interrupt, and keeps what is done', async () => {
    const folder = folderWith(logs());
    const child = spawn(process.execPath, [program, ...analyze, '--workers', '2'], shell(folder));
    const code = new Promise((done) => child.on('exit', done));
    const cache = join(folder, '.huati', 'cache');
    const kept = () =>
      existsSync(cache)
        ? readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((f) =>
            /^..[\\/]\w+\.json$/.test(f),
          )
        : [];
    await until(() => kept().length > 0);
    const began = performance.now();
    child.kill('SIGINT');
    expect(await code).toBe(130);
    expect(performance.now() - began).toBeLessThan(5000); // a second, on a machine that has nothing else to do
    expect(kept().length).toBeGreaterThan(0);
    expect(run(folder).status).toBe(0);
    expect(written(folder)).toEqual(expected);
  });

  it.skipIf(process.platform === 'win32')(
    'a disk that takes no more costs the cache, and not the results',
    () => {
      const folder = folderWith(logs());
      // no file may grow past a block: every analysis is larger
      const command = `ulimit -f 1; '${process.execPath}' '${program}' find 手续费 logs --limit 3`;
      const full = spawnSync('sh', ['-c', command], shell(folder));
      const free = spawnSync(
        process.execPath,
        [program, 'find', '手续费', 'logs', '--limit', '3'],
        shell(folder),
      );
      expect(full.stdout).toBe(free.stdout);
      expect(full.stdout).toContain('手续费');
    },
  );

  it.skipIf(!existsSync('/dev/full'))(
    'a standard output that takes no more is told, and not as a fault of the program',
    () => {
      const folder = folderWith(logs());
      const command = `'${process.execPath}' '${program}' plan logs --lang en > /dev/full`;
      const { status, stderr } = spawnSync('sh', ['-c', command], shell(folder));
      expect([status, stderr]).toEqual([3, expect.stringMatching(/^stdout: cannot be used: no space left/m)]);
    },
  );

  it('a number of workers that is none is refused', () => {
    const folder = folderWith(logs());
    const { status, stderr } = run(folder, '--workers', '0', '--lang', 'en');
    expect(status).toBe(2);
    expect(stderr).toContain('--workers 0');
    expect(readdirSync(folder)).toEqual(['logs']);
  });
});
