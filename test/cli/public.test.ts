import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { contentsOf, filesIn, folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati, quick } from './run.js';

const logs = {
  'logs/灯塔/_posts/2021-03-04-chat.md': logOf('09:00 洛灯远 听贾潮生讲过\n09:01 半帆舟 @洛灯远 千三'),
  'logs/灯塔/_posts/2021-03-05-chat.md': logOf('09:00 贾潮生 早\n09:01 洛灯远 早'),
};
const key = '.huati/pseudonyms.json';
const { privacy } = words('zh');

describe('--public', () => {
  it('writes the public edition apart, with the same pseudonyms on every day and in every run', async () => {
    const folder = folderWith(logs);
    const { code } = await huati(folder, ['analyze', 'logs', '--public', ...quick]);
    expect(code).toBe(0);
    const outputs = filesIn(join(folder, 'out'));
    expect(outputs).toEqual(['public/灯塔/2021-03-04.json', 'public/灯塔/2021-03-05.json']);
    const contents = contentsOf(join(folder, 'out'));
    for (const text of Object.values(contents)) expect(text).not.toMatch(/洛灯远|半帆舟|贾潮生/);
    expect(contents[outputs[1]!]).toContain('"speaker":"群友1"');
    const kept = readFileSync(join(folder, key), 'utf8');
    await huati(folder, ['analyze', 'logs/灯塔/_posts/2021-03-05-chat.md', '--public', ...quick]);
    expect(readFileSync(join(folder, key), 'utf8')).toBe(kept);
    expect(contentsOf(join(folder, 'out'))).toEqual(contents);
  });

  it('a key that cannot be read is left alone, and nothing is written', async () => {
    const folder = folderWith({ ...logs, [key]: '{' });
    const { code, err } = await huati(folder, ['analyze', 'logs', '--public', ...quick]);
    expect(code).toBe(2);
    expect(err).toContain(key);
    expect(readFileSync(join(folder, key), 'utf8')).toBe('{');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('a key that would be sent along with the outputs is refused', async () => {
    const folder = folderWith({ ...logs, 'huati.yaml': 'pseudonyms: out/public/key.json\n' });
    const { code, err } = await huati(folder, ['analyze', 'logs', '--public', ...quick]);
    expect(code).toBe(2);
    expect(err).toContain(privacy.keyInOutput(join('out', 'public', 'key.json')));
  });
});
