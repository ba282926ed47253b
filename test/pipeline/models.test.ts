import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { linkModelFor, ownModelsFault, termModelFor } from '../../src/pipeline/index.js';
import { packaged } from '../../src/pipeline/paths.js';
import { huati, quick } from '../cli/run.js';
import { logOf } from '../threads/chat.js';
import { folderWith } from './folder.js';

/** A folder that `HUATI_MODELS` names from now on, with shipped models under names of its own. */
function ownFolder(copies: Record<string, string> = {}): string {
  const folder = join(folderWith({}), 'models');
  mkdirSync(folder, { recursive: true });
  for (const [name, shipped] of Object.entries(copies))
    copyFileSync(packaged('models', shipped), join(folder, name));
  process.env.HUATI_MODELS = folder;
  return folder;
}

afterEach(() => {
  delete process.env.HUATI_MODELS;
});

describe('HUATI_MODELS', () => {
  it("a folder with a link model of one's own keeps the shipped models beside it", () => {
    const shipped = termModelFor('zh');
    ownFolder({ 'threads-zh.json': 'threads-zh.json' });
    expect(linkModelFor('zh')).not.toBeNull();
    expect(linkModelFor('en')).not.toBeNull();
    expect(termModelFor('zh')).toBe(shipped);
  });

  it('an empty folder is without models: the rules decide', () => {
    ownFolder();
    expect([linkModelFor('zh'), termModelFor('zh'), ownModelsFault()]).toEqual([null, null, null]);
  });

  it('a model of the other language is refused', () => {
    ownFolder({ 'threads-en.json': 'threads-zh.json' });
    expect(() => linkModelFor('en')).toThrow('learned for zh');
  });

  it.each([
    ['a folder that is not there', '/nowhere/models', '没有文件夹 /nowhere/models'],
    ['a folder whose models have other names', null, 'threads-zh.json'],
  ])('a run with %s is refused before it begins, and says what is expected', async (_, named, said) => {
    const own = ownFolder();
    writeFileSync(join(own, 'mine.json'), '{}');
    process.env.HUATI_MODELS = named ?? own;
    const logs = folderWith({ 'logs/灯塔/2021-03-04.md': logOf('09:00 阿橙 早') });
    const { code, err } = await huati(logs, ['analyze', 'logs', ...quick, '--out', 'out']);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});
