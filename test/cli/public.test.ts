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

  it('two runs at once give nobody the pseudonym of another', async () => {
    const sea = ['洛灯远', '半帆舟', '贾潮生', '白芷舟', '穗禾帆', '阿舟海'];
    const others = ['卢海生', '韦浪平', '施锚链', '邓雾号'];
    const day = (names: string[]) =>
      logOf(names.map((name, i) => `09:0${i} ${name} 第${i}批对账`).join('\n'));
    const folder = folderWith({ 'a/灯塔/2021-03-04.md': day(sea), 'b/码头/2021-03-04.md': day(others) });
    await Promise.all(['a', 'b'].map((path) => huati(folder, ['analyze', path, '--public', ...quick])));
    const { people } = JSON.parse(readFileSync(join(folder, key), 'utf8')) as {
      people: { number: number; names: string[] }[];
    };
    const numberOf = new Map(people.flatMap(({ number, names }) => names.map((name) => [name, number])));
    for (const [group, names] of [
      ['灯塔', sea],
      ['码头', others],
    ] as const) {
      const { messages } = JSON.parse(
        readFileSync(join(folder, `out/public/${group}/2021-03-04.json`), 'utf8'),
      );
      expect(messages.map((m: { speaker: string }) => m.speaker)).toEqual(
        names.map((name) => privacy.member(numberOf.get(name)!)),
      );
    }
    expect(new Set(numberOf.values()).size).toBe(sea.length + others.length);
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
