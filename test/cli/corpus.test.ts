import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const zh = words('zh').tables;
const files = {
  'huati.yaml': 'sources: [logs]\n',
  'logs/灯塔/2021-03-04.md': logOf(
    '09:00 阿橙 请问二清怎么判？\n09:01 半帆 看资金是不是经过平台\n09:02 小舵 好的',
  ),
  'logs/灯塔/2021-04-05.md': logOf('10:00 小舵 资金二清要罚的'),
  'logs/海堤/2021-03-04.md': logOf('11:00 白芷 早'),
};
const run = (folder: string, ...argv: string[]) => {
  const [command, ...rest] = argv;
  return huati(folder, [command!, ...rest]);
};
const parquet = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((f) => f.endsWith('.parquet')).sort();

describe('huati tables, sql and find', () => {
  it('sql gives decimals as numbers, and as text only where a number would not hold their digits', async () => {
    const query =
      'SELECT 1.5 AS half, round(100.0 * 2, 1) AS share, -0.05 AS less, 12345678901234567.25 AS much';
    const { out } = await run(folderWith(files), 'sql', query, '--json');
    expect(JSON.parse(out)).toEqual({
      columns: ['half', 'share', 'less', 'much'],
      rows: [{ half: 1.5, share: 200, less: -0.05, much: '12345678901234567.25' }],
      ...{ file: null, problems: [] },
    });
  });

  it('tables go into folders by group and month, and answer as the logs do', async () => {
    const folder = folderWith(files);
    expect((await run(folder, 'tables', '-o', 'tables')).code).toBe(0);
    const messages = parquet(join(folder, 'tables', 'messages'));
    expect(messages.map((f) => decodeURIComponent(f))).toEqual([
      'chat=海堤/month=2021-03/part.parquet',
      'chat=灯塔/month=2021-03/part.parquet',
      'chat=灯塔/month=2021-04/part.parquet',
    ]);
    const query = 'SELECT chat, date, count(*) AS n FROM messages GROUP BY ALL ORDER BY ALL';
    const asked = JSON.parse((await run(folder, 'sql', query, 'tables', '--json')).out);
    expect(asked).toEqual(JSON.parse((await run(folder, 'sql', query, '--json')).out));
    expect(asked.rows).toContainEqual({ chat: '灯塔', date: '2021-03-04', n: 3 });
  });

  it('a run keeps the tables of its workspace up, and tables says where they are', async () => {
    const folder = folderWith(files);
    await run(folder, 'report', '--quiet');
    const kept = join(folder, '.huati', 'corpus');
    const before = parquet(kept);
    expect(before.length).toBeGreaterThan(0);
    const { code, out } = await run(folder, 'tables', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ folder: kept, days: 3, edition: 'internal' });
    expect(parquet(kept)).toEqual(before);
    await run(folder, 'tables', '-o', 'tables');
    const bytes = (at: string) => parquet(at).map((f) => [f, readFileSync(join(at, f)).toString('base64')]);
    expect(bytes(join(folder, 'tables'))).toEqual(bytes(kept));
  });

  it('a question is of the days that are asked for, whatever else the workspace keeps', async () => {
    const folder = folderWith(files);
    await run(folder, 'report', '--quiet');
    const query = 'SELECT DISTINCT chat, date FROM messages';
    const { out } = await run(folder, 'sql', query, 'logs/海堤', '--json');
    expect(JSON.parse(out).rows).toEqual([{ chat: '海堤', date: '2021-03-04' }]);
    expect((await run(folder, 'find', '二清', '--to', '2021-03-31')).out).not.toContain('2021-04-05');
  });

  it('a question to a folder of tables is of the span that is asked for', async () => {
    const folder = folderWith(files);
    await run(folder, 'tables', '-o', 'tables');
    const days = async (...argv: string[]) =>
      JSON.parse(
        (await run(folder, 'sql', 'SELECT DISTINCT date FROM threads', 'tables', '--json', ...argv)).out,
      ).rows;
    expect(await days('--from', '2021-04-01')).toEqual([{ date: '2021-04-05' }]);
    expect(await days('--from', '2030-01-01')).toEqual([]);
    expect((await run(folder, 'find', '二清', 'tables', '--to', '2021-03-31')).out).not.toContain(
      '2021-04-05',
    );
  });

  it('the same logs give the same bytes, and a month that is gone leaves no file', async () => {
    const folder = folderWith(files);
    const bytes = () =>
      parquet(join(folder, 'tables')).map((f) => readFileSync(join(folder, 'tables', f)).toString('base64'));
    await run(folder, 'tables', '-o', 'tables');
    const before = bytes();
    await run(folder, 'tables', '-o', 'tables');
    expect(bytes()).toEqual(before);
    await run(folder, 'tables', '-o', 'tables', '--to', '2021-03-31');
    expect(parquet(join(folder, 'tables')).join()).not.toContain('2021-04');
    expect(
      existsSync(join(folder, 'tables', 'messages', `chat=${encodeURIComponent('灯塔')}`, 'month=2021-04')),
    ).toBe(false);
  });

  it('find shows a word and its aliases with what was said around it, its thread and day', async () => {
    const { out } = await run(folderWith(files), 'find', '二清', '--context', '1');
    expect(out).toContain(
      '灯塔/2021-03-04\n  ▸ #1 09:00 阿橙：请问【二清】怎么判？\n    #2 09:01 半帆：看资金是不是经过平台',
    );
    expect(out).toContain('小舵：【资金二清】要罚的');
    expect(out).not.toContain('白芷');
  });

  it('find says when nothing was found, and writes all that it finds to a file', async () => {
    const folder = folderWith(files);
    expect((await run(folder, 'find', '虹膜')).out).toContain(zh.nothing('虹膜'));
    await run(folder, 'find', '二清', '-o', 'uses.csv');
    expect(readFileSync(join(folder, 'uses.csv'), 'utf8').split('\r\n')).toHaveLength(4);
  });

  it.each([
    ['no word', ['find', ' '], zh.noTerm],
    ['a file that find cannot write', ['find', '二清', '-o', 'uses.xlsx'], zh.badOut('uses.xlsx')],
    ['a file that sql cannot write', ['sql', 'SELECT 1', '-o', 'rows.txt'], zh.badOut('rows.txt')],
  ])('%s is refused before any log is read', async (_, argv, said) => {
    const { code, out, err } = await run(folderWith(files), ...argv);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: `${said}\n` });
  });

  it('--group is refused for tables, which have their groups', async () => {
    const folder = folderWith(files);
    await run(folder, 'tables', 'logs', '-o', 'tables');
    for (const asked of [
      ['find', '二清'],
      ['sql', 'SELECT count(*) FROM messages'],
    ]) {
      const { code, err } = await run(folder, ...asked, 'tables', '--group', '海堤');
      expect(code).toBe(2);
      expect(err).toContain(zh.tablesHaveGroups('tables'));
    }
  });

  it('a public edition of the tables holds no name, and is told from the internal one', async () => {
    const folder = folderWith(files);
    await run(folder, 'tables', '-o', 'tables', '--public');
    const { out } = await run(
      folder,
      'sql',
      'SELECT DISTINCT speaker FROM messages',
      'tables/public',
      '--public',
    );
    for (const name of ['阿橙', '半帆', '小舵', '白芷']) expect(out).not.toContain(name);
    await run(folder, 'tables', '-o', 'inner');
    const refused = await run(folder, 'sql', 'SELECT 1', 'inner', '--public');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain(zh.editions('inner'));
  });

  it.each([
    ['SELEC 1', '“SELEC”这里语法不对\nLINE 1'],
    ['SELECT count(*) FROM messages GROUP', '语句没有写完'],
    ['SELECT * FROM mesages', '没有 mesages 这张表；相近的有：messages\nLINE 1'],
    ['SELECT nme FROM messages', '没有 nme 这一列；相近的有：'],
    ['SELECT foo(1)', '没有 foo 这个函数'],
    ['SELECT sum(text) FROM messages', 'sum(VARCHAR)：没有收这些类型的函数'],
    ['SELECT text::int FROM messages', '转不成 INT32'],
    ['SELECT speaker, count(*) FROM messages', 'speaker 要写进 GROUP BY'],
  ])('what is wrong with the query %s is told in Chinese', async (query, told) => {
    const folder = folderWith(files);
    await run(folder, 'tables', 'logs', '--out', 'tables');
    expect((await run(folder, 'sql', query, 'tables')).err).toContain(told);
  });

  it('a query that is wrong is answered with what is wrong and where the columns are listed', async () => {
    const { code, err } = await run(folderWith(files), 'sql', 'SELEC 1');
    expect(code).toBe(2);
    expect(err).toContain('docs/tables.md');
  });

  it('only queries are answered: what would change, write or load something is refused', async () => {
    const folder = folderWith(files);
    await run(folder, 'tables', '--out', 'tables');
    const asked = (query: string) => run(folder, 'sql', query, 'tables');
    for (const query of [
      'DROP TABLE messages',
      "COPY messages TO 'a.csv'",
      'SELECT 1; DELETE FROM messages',
      'CREATE TABLE a AS SELECT 1',
      'EXPLAIN ANALYZE DROP TABLE messages',
      'SET threads = 1',
      '',
    ])
      expect(await asked(query), query).toMatchObject({ code: 2, out: '', err: `${zh.noQuery}\n` });
    for (const query of [
      'FROM messages LIMIT 1',
      'WITH a AS (SELECT 1 AS b) SELECT b FROM a;',
      'DESCRIBE messages',
      'SUMMARIZE messages',
      'PIVOT messages ON date USING count(*) GROUP BY chat',
      'EXPLAIN SELECT 1',
    ])
      expect((await asked(query)).code, query).toBe(0);
  }, 30_000);

  it('damaged tables are named, with what to do', async () => {
    const folder = folderWith({ ...files, 'tables/tables.json': '{"version": 9}' });
    const { code, err } = await run(folder, 'find', '二清', 'tables');
    expect(code).toBe(2);
    expect(err).toContain('huati tables');
  });

  it('a terminal is not steered by what stands in a message', async () => {
    const folder = folderWith({ 'logs/灯塔/2021-03-04.md': logOf('09:00 阿橙 二清\u001b[31m红') });
    for (const argv of [
      ['find', '二清', 'logs'],
      ['sql', 'SELECT text FROM messages', 'logs'],
    ])
      expect((await run(folder, ...argv)).out).not.toContain('\u001b');
  });
});
