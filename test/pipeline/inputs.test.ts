import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputs } from '../../src/pipeline/index.js';
import { folderWith } from './folder.js';

/** What paths below a folder stand for: `path` of one found, `path!` of one named, `path?` of one missing. */
async function found(folder: string, ...paths: string[]) {
  const { inputs, missing } = await findInputs(paths.map((path) => join(folder, path)));
  const short = (path: string) => relative(folder, path).replaceAll('\\', '/');
  return [
    ...inputs.map((input) => short(input.path) + (input.named ? '!' : '')),
    ...missing.map((m) => `${short(m.path)}?${m.reason}`),
  ];
}

const logs = { 'logs/a.md': '', 'logs/b.markdown': '', 'logs/灯塔/_posts/c.md': '', 'logs/d.txt': '' };

describe('findInputs', () => {
  it('findInputs takes a file that is named', async () => {
    expect(await found(folderWith(logs), 'logs/a.md')).toEqual(['logs/a.md!']);
  });

  it('findInputs takes every file of a folder and of those in it, by path', async () => {
    expect(await found(folderWith(logs), 'logs')).toEqual([
      'logs/a.md',
      'logs/b.markdown',
      'logs/d.txt',
      'logs/灯塔/_posts/c.md',
    ]);
  });

  it('findInputs takes the files that a glob stands for', async () => {
    const folder = folderWith(logs);
    expect(await found(folder, 'logs/*.md')).toEqual(['logs/a.md']);
    expect(await found(folder, 'logs/**/*.md')).toEqual(['logs/a.md', 'logs/灯塔/_posts/c.md']);
    expect(await found(folder, 'logs/{a,d}.*')).toEqual(['logs/a.md', 'logs/d.txt']);
  });

  it('findInputs takes a file once, however many links lead to it', async () => {
    const folder = folderWith(logs);
    symlinkSync('灯塔', join(folder, 'logs/a-current'));
    symlinkSync('.', join(folder, 'logs/灯塔/_posts/loop'));
    symlinkSync('a.md', join(folder, 'logs/z.md'));
    expect(await found(folder, 'logs')).toEqual(await found(folderWith(logs), 'logs'));
  });

  it('findInputs tells what it cannot look into, and takes the rest', async () => {
    const folder = folderWith(logs);
    symlinkSync('gone.md', join(folder, 'logs/c.md'));
    symlinkSync('gone.png', join(folder, 'logs/c.png'));
    expect(await found(folder, 'logs')).toEqual([
      ...(await found(folderWith(logs), 'logs')),
      'logs/c.md?unreadable',
    ]);
  });

  it('findInputs takes no device for a file that is missing', async () => {
    expect(await found('/', 'dev/null')).toEqual(['dev/null?no-file']);
  });

  it('findInputs takes a file once, and as named where one path names it', async () => {
    const folder = folderWith(logs);
    expect(await found(folder, 'logs/*.md', 'logs/a.md', 'logs/a.md')).toEqual(['logs/a.md!']);
    expect(await found(folder, 'logs/a.md', 'logs')).toContain('logs/a.md!');
  });

  it('findInputs says which paths lead to nothing, and reads the rest', async () => {
    expect(await found(folderWith(logs), 'logs/nichts.md', 'logs/a.md', 'logs/*.log')).toEqual([
      'logs/a.md!',
      'logs/nichts.md?missing',
      'logs/*.log?no-match',
    ]);
  });

  it('findInputs of nothing is nothing', async () => {
    expect(await found(folderWith())).toEqual([]);
    expect(await found(folderWith({ 'leer/.keep': '' }), 'leer')).toEqual([]);
  });

  it("findInputs leaves out what is surely no log in a folder, the program's own output among it", async () => {
    const folder = folderWith({
      'a.md': '',
      'a.html': '',
      'a.json': '',
      'a/timeline.svg': '',
      'a/timeline.vl.json': '',
      'huati.yaml': '',
      'a.annotation.txt': '',
      'tide.PNG': '',
      'tide.xlsx': '',
    });
    expect(await found(folder, '.')).toEqual(['a.md']);
    expect(await found(folder, '*')).toEqual(['a.md']);
  });

  it('findInputs takes even such a file that is named', async () => {
    expect(await found(folderWith({ 'a.json': '' }), 'a.json')).toEqual(['a.json!']);
  });

  it('findInputs leaves out the cache, packages and what is hidden', async () => {
    const folder = folderWith({
      '.huati/cache/x.md': '',
      '.git/x.md': '',
      'node_modules/x/README.md': '',
      '.hidden.md': '',
      'a.md': '',
    });
    expect(await found(folder, '.')).toEqual(['a.md']);
  });

  it.each(['a[b]', 'logs (1)', '{x}', 'a*b', '!a', '灯塔 日志'])(
    'findInputs reads a folder that is called %j, and globs below it',
    async (name) => {
      const folder = folderWith({ [`${name}/a.md`]: '', [`${name}/in/b.md`]: '' });
      expect(await found(folder, name)).toEqual([`${name}/a.md`, `${name}/in/b.md`]);
      expect(await found(join(folder, name), '*.md')).toEqual(['a.md']);
      expect(await found(folder, `${name}/**/b.md`)).toEqual([`${name}/in/b.md`]);
      expect(await found(join(folder, name), 'nichts.md')).toEqual(['nichts.md?missing']);
    },
  );

  it('findInputs tells a folder in which patterns find nothing, as its name has a line break', async () => {
    const folder = folderWith({ 'logs/灯\n塔/a.md': '', 'logs/灯\n塔.md': '', 'logs/b.md': '' });
    expect(await found(folder, 'logs')).toEqual(['logs/b.md', 'logs/灯\n塔.md', 'logs/灯\n塔?unreadable']);
  });

  it('findInputs takes a file whose name looks like a glob', async () => {
    expect(await found(folderWith({ 'a[1].md': '' }), 'a[1].md')).toEqual(['a[1].md!']);
  });
});
