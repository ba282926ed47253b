import { faultEn, faultZh } from './faults.js';
import { plural } from './plural.js';
import { sqlFaultZh } from './sql-faults.js';

/** Words of the commands that ask the corpus: tables, sql, find; Chinese. */
export const tablesZh = {
  description: '把语料写成 Parquet 表（按群和月份分文件夹），供 pandas、R、Spark、DuckDB 读取',
  out: '写到哪里（默认：输出文件夹下的 tables；工作区全部日子的表一直在 .huati/corpus，说出在哪里就不另写）',
  sql: '用 SQL 查语料：messages、links、threads、terms、questions、people、talks（列见 docs/tables.md）',
  query: 'SQL 语句',
  find: '查一个词的每次出现（含别名），连同前后消息、话题线和日期',
  sought: '要查的词',
  findPaths: '记录文件、文件夹或通配符，或 huati tables 写出的文件夹；不写时读工作区的 sources',
  context: '前后各显示几条消息（默认 0）',
  limit: '最多显示几处（默认 50；写文件和 --json 时不限）',
  outFile: '写到文件：.csv 或 .json',
  written: (days: number, files: number, folder: string) => `${days} 天，${files} 个 Parquet 文件：${folder}`,
  writtenFile: (rows: number, path: string) => `${rows} 行：${path}`,
  noTerm: '要查的词是空的：写上一个词',
  nothing: (term: string) => `没有找到“${term}”。`,
  found: (term: string, hits: number, days: number, forms: string) =>
    `“${term}”：${hits} 处，${days} 天${forms ? `（也查了：${forms}）` : ''}`,
  more: (count: number) => `另有 ${count} 处；--limit 可多显示，-o FILE.csv 写出全部`,
  thread: '话题线',
  noQuery:
    '这里只能查，一次一句：SELECT、WITH、FROM、DESCRIBE、SUMMARIZE、SHOW、PIVOT 或 EXPLAIN。要改数据，先用 huati tables 写出 Parquet',
  badSql: (reason: string) =>
    `查询有误：${sqlFaultZh(reason)}\n表和列见 docs/tables.md；例如：huati sql "SELECT date, count(*) FROM messages GROUP BY date" logs`,
  noRows: '没有结果。',
  badOut: (path: string) => `${path}：写文件请用 .csv 或 .json 结尾`,
  badTables: (path: string, reason: string) =>
    `${path}：不是能用的语料表（${faultZh(reason)}）；用 huati tables 重新写一份`,
  editions: (path: string) =>
    `${path} 里是内部版的表；要外发版，请对记录运行 huati tables --public，或直接对记录查询`,
  tablesHaveGroups: (path: string) =>
    `${path} 是写好的表，群名已在里面，--group 不管用；只看一个群，用 sql 写 WHERE chat = '群名'，或查它的记录文件夹`,
  noEngine: (reason: string) => `这台机器上没有可用的 DuckDB（@duckdb/node-api）：${reason}`,
};

/** The same in English. */
export const tablesEn: typeof tablesZh = {
  description:
    'write the corpus as Parquet tables, in folders by group and month, for pandas, R, Spark, DuckDB',
  out: 'where to (default: tables in the output folder; those of all days of a workspace are kept in .huati/corpus, which is told instead)',
  sql: 'ask the corpus in SQL: messages, links, threads, terms, questions, people, talks (columns: docs/tables.md)',
  query: 'the SQL statement',
  find: 'every use of a word, under its aliases too, with the messages around it, its thread and day',
  sought: 'the word',
  findPaths:
    'log files, folders or globs, or a folder that huati tables wrote; otherwise the sources of the workspace',
  context: 'messages to show before and after (default 0)',
  limit: 'places to show at most (default 50; no limit with --out and --json)',
  outFile: 'write to a file: .csv or .json',
  written: (days, files, folder) => `${plural(days, 'day')}, ${plural(files, 'Parquet file')}: ${folder}`,
  writtenFile: (rows, path) => `${plural(rows, 'row')}: ${path}`,
  noTerm: 'the word to find is empty: give one',
  nothing: (term) => `“${term}” was not found.`,
  found: (term, hits, days, forms) =>
    `“${term}”: ${plural(hits, 'place')} on ${plural(days, 'day')}${forms ? ` (also sought: ${forms})` : ''}`,
  more: (count) => `${count} more; --limit shows more, -o FILE.csv writes all`,
  thread: 'thread',
  noQuery:
    'only one query at a time is taken: SELECT, WITH, FROM, DESCRIBE, SUMMARIZE, SHOW, PIVOT or EXPLAIN. To change data, write them as Parquet with huati tables first',
  badSql: (reason) =>
    `the query is wrong: ${reason}\nfor tables and columns see docs/tables.md; for example: huati sql "SELECT date, count(*) FROM messages GROUP BY date" logs`,
  noRows: 'No rows.',
  badOut: (path) => `${path}: end the file's name in .csv or .json`,
  badTables: (path, reason) =>
    `${path}: no tables that can be used (${faultEn(reason)}); write them again with huati tables`,
  editions: (path) =>
    `${path} holds the internal edition; for the public one run huati tables --public on the logs, or ask the logs`,
  tablesHaveGroups: (path) =>
    `${path} holds tables, which have their groups: --group does nothing there. For one group ask sql with WHERE chat = '…', or the folder of its logs`,
  noEngine: (reason) => `there is no DuckDB (@duckdb/node-api) for this machine: ${reason}`,
};
