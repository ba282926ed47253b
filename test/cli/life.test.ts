import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zh } from '../../src/lang/zh.js';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const files = {
  'huati.yaml': 'group: 灯塔\nsources: [logs]\n',
  'logs/灯塔/2021-03-04.md': logOf(`
    09:00 群主 近期分享安排：⏎2021-03-06 周六 @半帆-灯塔⏎灯油怎么记账⏎2021-03-08 周一 @=小舵
    09:10 半帆 好的
    09:20 =小舵 收到`),
  'logs/灯塔/2021-03-05.md': logOf('09:00 群主 明晚的分享提前到19:00'),
  'members.csv': '名字,免签,备注\n群主,是,\n老贾,,很久没来\n',
};

describe('huati schedule', () => {
  it('huati schedule lists the talks to come, with gaps and changes', async () => {
    const { code, out } = await huati(folderWith(files), ['schedule', '-q']);
    expect(code).toBe(0);
    expect(out).toMatch(/2021-03-06 +周六 +19:00 +半帆-灯塔 +灯油怎么记账 +已排/);
    expect(out).toMatch(/2021-03-07 +周日.+没排到/);
    expect(out).toContain('灯塔/2021-03-04#1');
  });

  it('huati schedule writes a calendar, CSV or Markdown by the ending, and refuses others', async () => {
    const folder = folderWith(files);
    for (const name of ['t.ics', 't.csv', 't.md']) {
      expect((await huati(folder, ['schedule', '-q', '-o', name])).code).toBe(0);
      expect(readFileSync(join(folder, name), 'utf8')).toContain('灯油怎么记账');
    }
    expect(readFileSync(join(folder, 't.csv'), 'utf8')).toContain(",'=小舵");
    const { code, err } = await huati(folder, ['schedule', '-o', 't.doc']);
    expect([code, err.includes('.ics')]).toEqual([2, true]);
  });

  it('huati schedule --json gives the days as data, of a span where one is asked', async () => {
    const folder = folderWith(files);
    const { out } = await huati(folder, ['schedule', '--json', '--from', '2021-03-08', '--to', '2021-03-08']);
    expect(JSON.parse(out).schedule).toMatchObject([{ date: '2021-03-08', guest: '=小舵' }]);
    const { code, err } = await huati(folder, ['schedule', '--from', '2021-02-30']);
    expect([code, err]).toEqual([2, `${zh.cli.notADate('2021-02-30')}\n`]);
  });

  it('huati schedule --public names nobody', async () => {
    const { out } = await huati(folderWith(files), ['schedule', '--json', '--public']);
    expect(out).not.toMatch(/半帆|小舵/);
    expect(JSON.parse(out).schedule).toHaveLength(4);
  });
});

describe('huati members', () => {
  it('huati members lists facts of who spoke and who is on the list', async () => {
    const { code, out } = await huati(folderWith(files), ['members', '-q', '--roster', 'members.csv']);
    expect(code).toBe(0);
    expect(out).toMatch(/老贾 +没有发言/);
    expect(out).toMatch(/群主 +2021-03-05 09:00 +灯塔\/2021-03-05#1/);
  });

  it('huati members --out writes CSV in which nothing is a formula', async () => {
    const folder = folderWith(files);
    await huati(folder, ['members', '-q', '-o', 'm.csv', '--to', '2021-03-04']);
    const text = readFileSync(join(folder, 'm.csv'), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    for (const row of text.slice(1).split('\r\n')) expect(row).not.toMatch(/(^|,)"?[=+@-]/);
    expect(text).toContain('2021-03-04 09:00');
  });

  it('huati members says what is wrong with the list, with file and line, and goes on', async () => {
    const folder = folderWith({ ...files, 'members.csv': '名字,免签\n群主,大概\n' });
    const { code, err, out } = await huati(folder, ['members', '--roster', 'members.csv']);
    expect(code).toBe(1);
    expect(err).toContain('members.csv:2');
    expect(out).toContain('群主');
    expect((await huati(folder, ['members', '--roster', 'none.csv'])).code).toBe(2);
  });

  it('huati members --public gives pseudonyms only, and reads no list of names', async () => {
    const folder = folderWith(files);
    const { out } = await huati(folder, ['members', '--json', '--public']);
    expect(out).not.toMatch(/半帆|小舵|群主-/);
    expect(JSON.parse(out).members).toHaveLength(3);
    const { code } = await huati(folder, ['members', '--public', '--roster', 'members.csv']);
    expect(code).toBe(2);
  });
});
