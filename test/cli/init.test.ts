import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { workspaceTemplate } from '../../src/pipeline/index.js';
import { filesIn, folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati, quick } from './run.js';

describe('huati init', () => {
  it('huati init makes huati.yaml and the folders that it names', async () => {
    const folder = folderWith();
    const { code, out, err } = await huati(folder, ['init']);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(words('zh').cli.created(join(folder, 'huati.yaml')));
    expect(err).toContain(words('zh').cli.next);
    expect(err).toContain('logs/群名/');
    expect(filesIn(folder)).toEqual(['.gitignore', 'huati.yaml']);
    for (const name of ['logs', 'glossary']) expect(existsSync(join(folder, name))).toBe(true);
  });

  it('huati init makes the folder that it is given', async () => {
    const folder = folderWith();
    expect((await huati(folder, ['init', 'my/group'])).code).toBe(0);
    expect(readFileSync(join(folder, 'my/group/huati.yaml'), 'utf8')).toBe(workspaceTemplate);
  });

  it('huati init a second time leaves alone what is there, and says so', async () => {
    const folder = folderWith();
    await huati(folder, ['init']);
    writeFileSync(join(folder, 'huati.yaml'), 'sources: [mine]\n');
    const { code, err } = await huati(folder, ['init']);
    expect(code).toBe(0);
    expect(err).toContain(words('zh').cli.exists(join(folder, 'huati.yaml')));
    expect(readFileSync(join(folder, 'huati.yaml'), 'utf8')).toBe('sources: [mine]\n');
  });

  it('huati init keeps the key to the pseudonyms and the reports out of git, and says why', async () => {
    const folder = folderWith();
    expect((await huati(folder, ['init'])).err).toContain(
      words('zh').cli.created(join(folder, '.gitignore')),
    );
    const ignored = readFileSync(join(folder, '.gitignore'), 'utf8');
    expect(ignored).toBe(`# ${words('zh').cli.keptLocal}\n.huati/\nout/\n*.lock\n`);
    await huati(folder, ['init', 'english', '--lang', 'en']);
    expect(readFileSync(join(folder, 'english/.gitignore'), 'utf8')).toContain(words('en').cli.keptLocal);
  });

  it('huati init leaves a .gitignore alone, and says what it lacks', async () => {
    const folder = folderWith({ '.gitignore': 'layout\n/out\n' });
    const { err } = await huati(folder, ['init']);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('layout\n/out\n');
    expect(err).toContain(words('zh').cli.ignoreToo(join(folder, '.gitignore'), '.huati/ *.lock'));
    writeFileSync(join(folder, '.gitignore'), '.huati/\nout/\n*.lock\n');
    expect((await huati(folder, ['init'])).err).not.toContain('.gitignore');
  });

  it('in a clone that lacks the empty glossary folder, nothing is wrong, and a decision makes it', async () => {
    const folder = folderWith({ 'logs/灯塔/_posts/2021-03-04-chat.md': logOf('09:00 阿橙 灯塔费多少') });
    await huati(folder, ['init']);
    rmSync(join(folder, 'glossary'), { recursive: true });
    expect((await huati(folder, ['glossary', 'lint'])).code).toBe(0);
    const { code, err } = await huati(folder, ['glossary', 'accept', '灯塔费']);
    expect([code, err]).toEqual([0, expect.stringContaining('glossary/decided.yaml')]);
    expect(existsSync(join(folder, 'glossary/decided.yaml'))).toBe(true);
  });

  it('huati init --json tells a program', async () => {
    const folder = folderWith();
    const first = await huati(folder, ['init', '--json']);
    expect([JSON.parse(first.out), first.err]).toEqual([
      { workspace: folder, created: true, problems: [] },
      '',
    ]);
    expect(JSON.parse((await huati(folder, ['init', '--json'])).out).created).toBe(false);
  });

  it('huati init --quiet says nothing, and --lang en speaks English', async () => {
    expect(await huati(folderWith(), ['init', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
    expect((await huati(folderWith(), ['init', '--lang', 'en'])).err).toContain(words('en').cli.next);
  });

  it('huati init where a file stands in the way ends with 3', async () => {
    const folder = folderWith({ harbour: 'a file' });
    const { code, err } = await huati(folder, ['init', 'harbour']);
    expect([code, err]).toEqual([3, expect.stringContaining(join(folder, 'harbour'))]);
    expect(filesIn(folder)).toEqual(['harbour']);
  });

  it('after huati init, huati report reads what was put into logs/, from any folder of the workspace', async () => {
    const folder = folderWith({ 'logs/灯塔/_posts/2021-03-04-chat.md': logOf('09:00 阿橙 早') });
    await huati(folder, ['init']);
    const { code } = await huati(join(folder, 'logs'), ['report', ...quick]);
    expect(code).toBe(0);
    expect(filesIn(join(folder, 'out'))).toContain('灯塔/2021-03-04.html');
    expect(filesIn(join(folder, 'logs'))).toEqual(['灯塔/_posts/2021-03-04-chat.md']);
  });
});
