import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMemberList } from '../../src/pipeline/index.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readMemberList(utf8(text));

describe('readMemberList', () => {
  it('readMemberList reads names, other names, who is exempt and notes, with their lines', () => {
    expect(read('\ufeff名字,别名,免签,备注\r\n阿橙,小橙；橙子,是,"讲过, 两次"\r\n半帆,,否,\r\n')).toEqual({
      members: [
        { name: '阿橙', aliases: ['小橙', '橙子'], exempt: true, note: '讲过, 两次', line: 2 },
        { name: '半帆', aliases: [], exempt: false, note: '', line: 3 },
      ],
      problems: [],
    });
  });

  it('readMemberList finds its columns in any order, in English too, and does without all but the name', () => {
    expect(read('exempt\tNAME\nyes\t阿橙\n').members).toMatchObject([{ name: '阿橙', exempt: true }]);
    expect(read('昵称\n阿橙\n').members).toEqual([
      { name: '阿橙', aliases: [], exempt: null, note: '', line: 2 },
    ]);
  });

  it('readMemberList takes a heading that stands there again for no member, and says so', () => {
    const { members, problems } = read('名字,免签\n阿橙,是\n姓名,免签\n半帆,否\n');
    expect(members.map((m) => m.name)).toEqual(['阿橙', '半帆']);
    expect(problems).toEqual([{ line: 3, rule: 'list-head-again', detail: '姓名, 免签' }]);
  });

  it('readMemberList reads GBK as Excel writes it', () => {
    // 名字 阿 是, in GB 18030
    const bytes = Uint8Array.from([0xc3, 0xfb, 0xd7, 0xd6, 0x0a, 0xb0, 0xa2, 0xb3, 0xc8, 0x0a]);
    expect(readMemberList(bytes).members).toMatchObject([{ name: '阿橙' }]);
  });

  it('readMemberList loses no line but the one with a stray quotation mark', () => {
    const { members, problems } = read('名字,免签\n阿橙,是\n"半帆,否\n小舵,大概\n小"渔,否\n老贾,否\n');
    expect(members.map(({ name, line }) => [name, line])).toEqual([
      ['阿橙', 2],
      ['小舵', 4],
      ['老贾', 6],
    ]);
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
      [3, 'list-broken'],
      [4, 'list-exempt'],
      [5, 'list-broken'],
    ]);
  });

  it("readMemberList reads names as the program's own table has them, that are no formulas", () => {
    expect(read("名字\n'=小舵\n").members).toMatchObject([{ name: '=小舵' }]);
  });

  it.each([
    ['名字,免签\n阿橙,也许', 2, 'list-exempt'],
    ['名字,免签\n,是', 2, 'list-no-name'],
    ['名字\n阿橙\n阿橙', 3, 'list-twice'],
    ['电话\n1', 1, 'list-no-header'],
    ['', 1, 'list-no-header'],
    ['名字\n"阿橙', 2, 'list-broken'],
  ])('readMemberList says what is wrong with %j, with its line', (text, line, rule) => {
    expect(read(text).problems).toMatchObject([{ line, rule }]);
  });

  it('readMemberList never throws, and every member has a name and a line of the file', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (head, rows) => {
        const text = `名字,${head}\n${rows.join('\n')}`;
        for (const { name, line } of read(text).members) {
          expect(name).not.toBe('');
          expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
        }
        readMemberList(utf8(head));
      }),
      { seed: 441, numRuns: 300 },
    );
  });
});
