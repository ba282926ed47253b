import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { KeptTables, TableStore } from '../../src/pipeline/index.js';
import { unfinishedName } from '../../src/pipeline/write.js';
import { analyse } from '../analysis/analyse.js';
import { chat } from '../threads/chat.js';
import { folderWith } from './folder.js';

const analysis = analyse(chat('09:00 阿橙 请问清算几点？\n09:01 半帆 @阿橙 资金清算三点'));
const other = analyse(chat('09:00 小舵 备付金怎么对账？'));
const days = [
  { group: '灯塔', date: '2021-03-04', key: 'a', of: analysis },
  { group: '灯塔', date: '2021-03-05', key: 'b', of: other },
  { group: '灯塔', date: '2021-04-01', key: 'c', of: analysis },
  { group: '海堤', date: '2021-03-04', key: 'd', of: other },
];
type Day = (typeof days)[number];

/** Runs over some days; gives the addresses of those whose analysis was asked for. */
async function run(folder: string, some: readonly Day[], isWhole = true): Promise<string[]> {
  const tables = new KeptTables(folder);
  const read: string[] = [];
  for (const { of, ...day } of some)
    await tables.take(day, () => {
      read.push(`${day.group}/${day.date}`);
      return { ...of, group: day.group, date: day.date };
    });
  await tables.finish(isWhole);
  return read;
}
const files = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((f) => /\.(?:parquet|json)$/.test(f)).sort();
const bytes = (folder: string) =>
  files(folder).map((f) => [f, readFileSync(join(folder, f)).toString('base64')]);
const empty = () => join(folderWith({}), 'corpus');

describe('KeptTables', () => {
  it('the same days give the same bytes, in one run or in many, whatever came before', async () => {
    const [once, grown] = [empty(), empty()];
    await run(once, days);
    await run(grown, [{ ...days[1]!, key: 'old', of: analysis }], false);
    await run(grown, [days[3]!, { ...days[0]!, date: '2021-03-09' }], false);
    await run(grown, [days[2]!], false);
    await run(grown, days);
    expect(bytes(grown)).toEqual(bytes(once));
  });

  it('what a killed run left unfinished beside a file of a table goes when the file is written again', async () => {
    const folder = empty();
    await run(folder, days);
    const month = dirname(join(folder, files(folder).find((f) => f.endsWith('.parquet'))!));
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    const left = unfinishedName(join(month, 'part.parquet')).replace(`-${process.pid}.`, `-${ended}.`);
    writeFileSync(left, '半');
    vi.resetModules(); // another run looks into the folder for the first time
    const { KeptTables: Again } = await import('../../src/pipeline/index.js');
    const tables = new Again(folder);
    for (const { of, ...day } of days)
      await tables.take({ ...day, key: `${day.key}'` }, () => ({ ...of, group: day.group, date: day.date }));
    await tables.finish(true);
    expect(existsSync(left)).toBe(false);
  });

  it('a run with nothing new reads no day and writes no file', async () => {
    const folder = empty();
    await run(folder, days);
    const times = () => files(folder).map((f) => statSync(join(folder, f)).mtimeMs);
    const before = times();
    expect(await run(folder, days)).toEqual([]);
    expect(times()).toEqual(before);
  });

  it('a day that changed has its month written again, and no other', async () => {
    const folder = empty();
    await run(folder, days);
    const times = () =>
      new Map(
        files(folder)
          .filter((f) => f.startsWith('messages'))
          .map((f) => [decodeURIComponent(f), statSync(join(folder, f)).mtimeMs]),
      );
    const before = times();
    expect(await run(folder, [{ ...days[0]!, key: 'new' }], false)).toEqual(['灯塔/2021-03-04']);
    const changed = [...times()].filter(([f, time]) => before.get(f) !== time).map(([f]) => f);
    expect(changed).toEqual(['messages/chat=灯塔/month=2021-03/part.parquet']);
  });

  it('a day that a whole run does not have is taken away, with what it leaves empty', async () => {
    const folder = empty();
    await run(folder, days);
    await run(folder, days.slice(0, 2));
    expect(files(folder).join()).not.toContain('2021-04');
    expect(existsSync(join(folder, 'messages', `chat=${encodeURIComponent('海堤')}`))).toBe(false);
    const fresh = empty();
    await run(fresh, days.slice(0, 2));
    expect(bytes(folder)).toEqual(bytes(fresh));
  });

  it('a file that is missing or damaged has its month made again', async () => {
    const folder = empty();
    await run(folder, days);
    const before = bytes(folder);
    const [first, second] = files(folder).filter((f) => f.startsWith('messages'));
    rmSync(join(folder, first!));
    writeFileSync(join(folder, second!), 'nothing');
    expect((await run(folder, days)).length).toBeGreaterThan(0);
    expect(bytes(folder)).toEqual(before);
  });

  it('a folder whose manifest is lost or of other columns is made anew, and old files go', async () => {
    const [folder, fresh] = [empty(), empty()];
    await run(folder, days);
    writeFileSync(join(folder, 'tables.json'), '{"version": 1, "kept": {"schema": "old"}}');
    expect(await run(folder, days.slice(0, 2), false)).toHaveLength(2);
    await run(fresh, days.slice(0, 2), false);
    expect(bytes(folder)).toEqual(bytes(fresh));
  });

  it('days that are asked for are seen alone', async () => {
    const folder = empty();
    await run(folder, days);
    const manifest = await new KeptTables(folder).finish(false);
    const store = await TableStore.over(folder, manifest, [days[0]!]);
    const { rows } = await store.ask('SELECT DISTINCT chat, date FROM messages');
    store.close();
    expect(rows).toEqual([['灯塔', '2021-03-04']]);
  });
});
