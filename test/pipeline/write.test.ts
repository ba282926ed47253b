import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/pipeline/index.js';
import { filesIn, folderWith } from './folder.js';

/** Does something as a user who may not write everywhere: root may. */
function asNobody(work: () => void): void {
  const root = process.getuid?.() === 0;
  if (root) process.seteuid!(65_534);
  try {
    work();
  } finally {
    if (root) process.seteuid!(0);
  }
}

describe('writeWhole', () => {
  it('writeWhole writes a text, and makes the folders that it needs', () => {
    const folder = folderWith();
    writeWhole(join(folder, 'a', 'b', '潮.txt'), '潮来了\n');
    expect(readFileSync(join(folder, 'a', 'b', '潮.txt'), 'utf8')).toBe('潮来了\n');
    expect(filesIn(folder)).toEqual(['a/b/潮.txt']);
  });

  it('writeWhole leaves who may read a file as it is, and a link a link', () => {
    const folder = folderWith({ 'tide.txt': '落' });
    const [path, link] = [join(folder, 'tide.txt'), join(folder, 'link.txt')];
    chmodSync(path, 0o600);
    symlinkSync('tide.txt', link);
    writeWhole(link, '涨');
    expect([readFileSync(path, 'utf8'), lstatSync(link).isSymbolicLink()]).toEqual(['涨', true]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    writeWhole(join(folder, 'key.txt'), '钥匙', 0o600);
    expect(statSync(join(folder, 'key.txt')).mode & 0o777).toBe(0o600);
  });

  it('writeWhole says of the file itself what keeps it from being written', () => {
    const folder = folderWith({ 'tide.txt': '落' });
    chmodSync(folder, 0o555);
    asNobody(() => {
      expect(() => writeWhole(join(folder, 'tide.txt'), '涨')).toThrow(
        expect.objectContaining({ code: 'EACCES', syscall: 'write', path: join(folder, 'tide.txt') }),
      );
      expect(() => writeWhole(join(folder, 'tide.txt'), '涨')).toThrow(/tide\.txt'$/);
    });
  });

  it('writeWhole makes a file where a link leads nowhere', () => {
    const folder = folderWith();
    symlinkSync('gone.txt', join(folder, 'link.txt'));
    writeWhole(join(folder, 'link.txt'), '潮');
    expect(readFileSync(join(folder, 'link.txt'), 'utf8')).toBe('潮');
  });

  it('writeWhole writes pieces one after another, as they come', () => {
    const folder = folderWith();
    const path = join(folder, 'tide.txt');
    let pulled = 0;
    function* pieces() {
      for (const piece of ['潮', '', '来', '了']) {
        pulled++;
        expect(filesIn(folder)).not.toContain('tide.txt');
        yield piece;
      }
    }
    writeWhole(path, pieces());
    expect(pulled).toBe(4);
    expect(readFileSync(path, 'utf8')).toBe('潮来了');
  });

  it('writeWhole writes an empty file for nothing', () => {
    const folder = folderWith();
    writeWhole(join(folder, 'a.txt'), '');
    writeWhole(join(folder, 'b.txt'), []);
    expect(filesIn(folder)).toEqual(['a.txt', 'b.txt']);
  });

  it('writeWhole writes a large piece to its end', () => {
    const folder = folderWith();
    const text = '潮'.repeat(3_000_000);
    writeWhole(join(folder, 'a.txt'), [text, '落']);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(`${text}落`);
  });

  it('writeWhole writes a file whose name is as long as a name can be', () => {
    const folder = folderWith();
    const name = '灯'.repeat(85);
    writeWhole(join(folder, name), '潮');
    expect(filesIn(folder)).toEqual([name]);
  });

  it('writeWhole replaces what is there', () => {
    const folder = folderWith({ 'a.txt': '旧'.repeat(100) });
    writeWhole(join(folder, 'a.txt'), '新');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('新');
  });

  it('writeWhole leaves nothing behind where the pieces end in an error', () => {
    const folder = folderWith();
    function* pieces() {
      yield '潮'.repeat(10_000);
      throw new Error('ebb');
    }
    expect(() => writeWhole(join(folder, 'a.txt'), pieces())).toThrow('ebb');
    expect(filesIn(folder)).toEqual([]);
  });

  it('writeWhole leaves what is there alone where the pieces end in an error', () => {
    const folder = folderWith({ 'a.txt': '旧' });
    const pieces = {
      *[Symbol.iterator]() {
        yield '新';
        throw new Error('ebb');
      },
    };
    expect(() => writeWhole(join(folder, 'a.txt'), pieces)).toThrow('ebb');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('旧');
    expect(filesIn(folder)).toEqual(['a.txt']);
  });

  it('writeWhole throws where a file stands in the place of a folder', () => {
    const folder = folderWith({ out: '' });
    expect(() => writeWhole(join(folder, 'out', 'a.txt'), '潮')).toThrow(/EEXIST|ENOTDIR/);
    expect(filesIn(folder)).toEqual(['out']);
  });

  it('writeWhole throws and leaves nothing where a folder stands in the place of the file', () => {
    const folder = folderWith({ 'a.txt/b': '' });
    expect(() => writeWhole(join(folder, 'a.txt'), '潮')).toThrow(/EISDIR|EEXIST|ENOTEMPTY|EPERM/);
    expect(filesIn(folder)).toEqual(['a.txt/b']);
  });

  it.skipIf(process.platform === 'win32')(
    'writeWhole throws and leaves nothing where the folder cannot be written to',
    () => {
      const folder = folderWith();
      chmodSync(folder, 0o500);
      asNobody(() => expect(() => writeWhole(join(folder, 'a.txt'), '潮')).toThrow(/EACCES/));
      chmodSync(folder, 0o700);
      expect(filesIn(folder)).toEqual([]);
    },
  );

  it('writeWhole does not trip over what an earlier, killed run left behind', () => {
    const folder = folderWith();
    writeFileSync(join(folder, `.${process.pid}.00000000.tmp`), '半');
    writeWhole(join(folder, 'a.txt'), '潮');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('潮');
  });

  it('writeWhole takes away what a killed process left unfinished, and nothing of one that runs', () => {
    const folder = folderWith();
    const module = JSON.stringify(new URL('../../dist/pipeline/write.js', import.meta.url).href);
    // a piece that never comes: the process is killed between two pieces
    const code = `import(${module}).then(({ writeWhole }) => writeWhole(process.argv[1], (function* () { yield '潮'; process.kill(process.pid, 'SIGKILL'); yield '汐'; })()))`;
    spawnSync(process.execPath, ['-e', code, join(folder, 'a.txt')]);
    const [left] = filesIn(folder);
    expect(left).toMatch(/^\.[0-9a-f]{6}-\d+\.[0-9a-f]{8}\.tmp$/);
    const ours = left!.replace(/-\d+\./, `-${process.pid}.`);
    writeFileSync(join(folder, ours), '半');
    writeWhole(join(folder, 'b.txt'), '潮');
    expect(filesIn(folder).sort()).toEqual([ours, 'b.txt'].sort());
  });
});
