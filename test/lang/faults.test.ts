import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { faultEn, faultZh } from '../../src/lang/faults.js';
import { words } from '../../src/lang/index.js';
import { entrySchema } from '../../src/text/index.js';

const reasonOf = (text: string) => parseDocument(text).errors[0]!.message.split('\n')[0]!;
const issueOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error!.issues[0]!.message;

/** An English sentence, rather than a name of a key or a mark of YAML. */
const english = /[a-z]{3,} [a-z]{2,}/;

describe('faultZh(said)', () => {
  it.each([
    ['a bracket that is not closed', '- term: [甲\n'],
    ['two colons in a line', '甲: 乙: 丙\n'],
    ['a key that stands twice', '甲: 1\n甲: 2\n'],
    ['a tab that indents', '甲:\n\t乙: 1\n'],
    ['a quotation mark that is not closed', "甲: '乙\n"],
    ['a value that begins with a mark', '甲: @乙\n'],
    ['items at different columns', '甲:\n  - 1\n - 2\n'],
    ['a key without a value', '甲: 1\n乙\n丙: 2\n'],
  ])('tells %s in Chinese', (_, text) => {
    expect(faultZh(reasonOf(text))).toMatch(/\p{Script=Han}/u);
    expect(faultZh(reasonOf(text))).not.toMatch(english);
  });

  it.each([
    ['a list instead of a word', z.string(), [], '应是文字，写的是列表'],
    ['what is missing', z.string(), undefined, '没有写，应是文字'],
    ['none of the choices', z.enum(['chat', 'answer']), '沉船', '应是 chat、answer'],
    ['a key that nobody knows', z.strictObject({}), { 船: 1 }, '不认得 船，去掉或改名'],
    ['an empty word', z.string().min(1), '', '不能空着'],
    ['a word that is too long', z.string().max(2), '石头礁', '至多 2 个字'],
    ['a number that is too small', z.number().min(1), 0, '要不小于 1'],
    ['no form of a union', z.union([z.string(), z.boolean()]), 3, '写法不合'],
  ])('tells %s, and what was expected', (_, schema, value, told) => {
    expect(faultZh(issueOf(schema, value))).toBe(told);
  });

  it('says which field is meant, and tells several faults', () => {
    const said = 'titles.title: expected one line; entry: Unrecognized key: "船"';
    expect(faultZh(said)).toBe('titles.title：只能写一行；不认得 船，去掉或改名');
  });

  it('names classes and statuses by their ids, which files hold, and by the names that readers know', () => {
    const { issues } = entrySchema.safeParse({ term: '灯塔费', class: '概念', status: '草稿' }).error!;
    const said = issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ');
    expect(faultZh(said)).toMatch(
      /^class：应是 concept（概念）、tech（技术）、.*；status：应是 .*draft（草稿）/,
    );
    expect(faultEn(said)).toMatch(
      /^class: expected one of concept, tech \(technology\), .*; status: .*candidate \(put off\)/,
    );
  });

  it('says which part of a date there is not', () => {
    expect(faultZh('from: expected a month from 01 to 12')).toBe('from：没有这个月，月是 01 到 12');
    expect(faultZh('from: expected a day that its month has')).toBe('from：那个月没有这一天');
  });

  it('says what the file system refused, and what to do', () => {
    expect(faultZh("ENOENT: no such file or directory, open '/礁/船'")).toBe('没有这个文件或文件夹');
    expect(faultZh('ENOSPC: no space left on device, write')).toBe('磁盘满了，腾出空间再来');
  });

  it('says that the disk is full, whoever met it', () => {
    const duck = 'IO Error: Could not write file "/tmp/x.tmp": No space left on device';
    expect(faultZh(duck)).toBe('磁盘满了，腾出空间再来');
  });

  it('leaves what it does not know as it is', () => {
    expect(faultZh('the mast is broken; the sail too')).toBe('the mast is broken; the sail too');
  });
});

describe('faultEn(said)', () => {
  it.each([
    ['two colons in a line', reasonOf('甲: 乙: 丙\n'), /^two “: ” in one line; .*quotation marks$/],
    ['a value that begins with a mark', reasonOf('甲: @乙\n'), /^put a value that begins with @ into/],
    ['what is missing', issueOf(z.string(), undefined), /^missing; expected text$/],
    ['none of the choices', issueOf(z.enum(['chat', 'answer']), '沉船'), /^expected one of chat, answer$/],
    ['a fraction', issueOf(z.int(), 1.5), /^expected a whole number, found a fraction$/],
  ])('tells %s without the words of a parser', (_, said, told) => {
    expect(faultEn(said)).toMatch(told);
  });

  it('says which field is meant, and tells several faults', () => {
    const said = 'class: Invalid option: expected one of "tech"|"org"; entry: Unrecognized key: "船"';
    expect(faultEn(said)).toBe(
      'class: expected one of tech (technology), org (organisation); unknown name 船; rename it or leave it out',
    );
  });

  it('says what the file system refused, without codes and calls', () => {
    expect(words('en').cli.failed('船.yaml', "ENOENT: no such file or directory, open '/礁/船'")).toBe(
      '船.yaml: cannot be read: no such file or directory',
    );
  });
});
