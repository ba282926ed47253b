import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { alone, Held, hold } from '../../src/pipeline/index.js';
import { machine } from '../../src/pipeline/write.js';
import { folderWith } from './folder.js';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return { ...fs, writeFileSync: vi.fn(fs.writeFileSync) };
});

/** The number of a process that has ended. */
const ended = () => spawnSync(process.execPath, ['-e', '']).pid;

/** A file that a process holds, or held. */
function heldBy(pid: number): string {
  const path = join(folderWith(), 'tide.json');
  mkdirSync(`${path}.lock`);
  writeFileSync(join(`${path}.lock`, 'holder'), `${machine} ${pid}`);
  return path;
}

describe('hold(path)', () => {
  it('one at a time holds a file; who lets go leaves nothing behind', () => {
    const path = join(folderWith(), 'deep', 'tide.json');
    const release = hold(path)!;
    expect(hold(path, 0)).toBeNull();
    release();
    expect(existsSync(`${path}.lock`)).toBe(false);
    hold(path, 0)!();
  });

  it('who cannot write down who holds it, as on a full disk, leaves no lock that others would wait for', () => {
    const path = join(folderWith(), 'tide.json');
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    vi.mocked(writeFileSync).mockImplementationOnce(() => {
      throw full;
    });
    expect(() => hold(path, 0)).toThrow('ENOSPC');
    expect(existsSync(`${path}.lock`)).toBe(false);
    hold(path, 0)!();
  });

  it('what a process that has ended held is free', () => {
    const path = heldBy(ended()!);
    const release = hold(path, 100);
    expect(release).not.toBeNull();
    release!();
  });
});

describe('alone(path, work)', () => {
  it('lets go when the work is done, and where it fails', () => {
    const path = join(folderWith(), 'tide.json');
    expect(alone(path, () => '落')).toBe('落');
    expect(() =>
      alone(path, () => {
        throw new Error('潮');
      }),
    ).toThrow('潮');
    expect(alone(path, () => '涨')).toBe('涨');
  });

  it('names the file that another process holds', () => {
    const path = heldBy(process.ppid);
    expect(() => hold(path, 0)).not.toThrow();
    expect(new Held(path).message).toContain('tide.json');
    expect(hold(path, 0)).toBeNull();
  });
});
