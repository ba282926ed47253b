import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zh } from '../../src/lang/zh.js';
import { filesIn, folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { evening } from '../threads/talk.js';
import { huati, quick } from './run.js';

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

  it('a report leaves days to be filled that no list of the day gives away, and none that another one does', async () => {
    const folder = folderWith({
      'logs/灯塔/2021-03-04.md': logOf(`
        09:00 群主 本周分享安排：⏎2021-03-05 周五 @半帆-灯塔⏎2021-03-06 周六 @=小舵
        09:10 群主 下周分享安排：⏎2021-03-08 周一 @=小舵⏎2021-03-09 周二 待定`),
    });
    await huati(folder, ['brief', 'logs', '-q', '--out', 'out', ...quick]);
    const brief = readFileSync(join(folder, 'out/灯塔/2021-03-04.txt'), 'utf8');
    expect(brief).toContain('【03-07 周日 没排到】');
    expect(brief).toContain('【03-09 周二 空缺】');
    expect(brief).not.toMatch(/【03-0[568]/);
  });

  it('a digest within a week tells what comes after the last log, the rest of the week too', async () => {
    const { out } = await huati(folderWith(files), ['digest', '--week', '2021-W09', '-q', ...quick]);
    expect(out).toContain('03-06');
    expect(out).toContain('03-07');
  });

  it('a public digest tells neither days without a guest nor records to be written', async () => {
    const folder = folderWith({
      ...files,
      'logs/灯塔/2021-03-02.md': logOf(evening),
      'consent.yaml': '- { talk: 灯塔/2021-03-02, guest: 阿橙, title: 渡口的夜间对账, consent: 可公开 }\n',
    });
    const digest = async (...argv: string[]) =>
      (await huati(folder, ['digest', '--week', '2021-W09', '-q', ...argv, ...quick])).out;
    const { vacant, recordTodo } = zh.topics.digest;
    const inner = await digest();
    expect(inner).toContain(vacant('2021-03-07'));
    expect(inner).toContain(recordTodo('渡口的夜间对账'));
    const outer = await digest('--public');
    expect(outer).toContain('渡口的夜间对账');
    expect(outer).toContain('03-06');
    expect(outer).not.toContain('03-07');
    expect(outer).not.toContain(recordTodo('渡口的夜间对账'));
  });

  it.each(['schedule', 'site', 'qa', 'digest'])(
    'huati %s --from after --to is refused, and nothing is written or taken away',
    async (command) => {
      const folder = folderWith(files);
      await huati(folder, ['site', '-q', ...quick]);
      const before = filesIn(folder);
      const { code, err } = await huati(folder, [command, '--from', '2021-03-05', '--to', '2021-03-04']);
      expect([code, err]).toEqual([2, `${zh.cli.spanReversed('2021-03-05', '2021-03-04')}\n`]);
      expect(filesIn(folder)).toEqual(before);
    },
  );

  it('a site of no days is not made, and one that stands is left alone', async () => {
    const folder = folderWith(files);
    await huati(folder, ['site', '-q', ...quick]);
    const before = filesIn(folder).filter((name) => name.startsWith('out/'));
    const { code, err } = await huati(folder, ['site', '--from', '2031-03-05', '-q', ...quick]);
    expect([code, err]).toEqual([1, `${zh.site.noDay}\n`]);
    expect(filesIn(folder).filter((name) => name.startsWith('out/'))).toEqual(before);
  });

  it('huati schedule has the talks to come of the last date, whatever log without one lies beside it', async () => {
    const beside = {
      'logs/notes.txt': '[09:00] <阿橙> 灯油',
      'logs/码头/2021-03-06.md': logOf('09:00 半帆 早'),
      'logs/码头/again/2021-03-06.md': logOf('10:00 半帆 又早'),
    };
    const { out } = await huati(folderWith({ ...files, ...beside }), ['schedule', '--json']);
    expect(JSON.parse(out).schedule).toMatchObject([
      ...[{ date: '2021-03-06', state: 'planned' }, { date: '2021-03-07' }, { date: '2021-03-08' }],
    ]);
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

describe('--public and talks', () => {
  const talkFiles = {
    'huati.yaml': 'group: 灯塔\nsources: [logs]\n',
    'logs/灯塔/2021-03-04.md': logOf(evening),
    'logs/灯塔/2021-03-05.md': logOf(`
      09:00 群主 近期分享安排：⏎2021-03-06 周六 @半帆-灯塔⏎灯油怎么记账⏎2021-03-08 周一 @小舵⏎押金知识`),
  };
  const ask = async (consent: string, ...argv: string[]) => {
    const folder = folderWith({ ...talkFiles, 'consent.yaml': consent });
    const { out } = await huati(folder, [...argv, '--json', '--public']);
    return JSON.parse(out);
  };
  const schedule = ['schedule', '--from', '2021-03-01', '--to', '2021-03-31'];

  it('tell that a talk takes place, and not what of, until its guest has agreed', async () => {
    for (const said of ['未问', '仅群内', '不可']) {
      const consent = `- talk: 灯塔/2021-03-04\n  consent: ${said}\n`;
      const { schedule: days } = await ask(consent, ...schedule);
      expect(days.map((d: { date: string; state: string }) => [d.date.slice(-1), d.state])).toEqual([
        ['4', 'held'],
        ['6', 'planned'],
        ['7', 'gap'],
        ['8', 'planned'],
      ]);
      expect(JSON.stringify(days)).not.toMatch(/对账|灯油|押金|渡口/);
      const { members } = await ask(consent, 'members');
      const talks = members.flatMap((m: { talks: object[] }) => m.talks);
      expect(talks).toEqual([{ address: '灯塔/2021-03-04#5', title: null }]);
    }
  });

  it('tell its topic where he has, and no other’s', async () => {
    const consent =
      '- talk: 灯塔/2021-03-04\n  consent: 可公开\n- talk: 灯塔/2021-03-08\n  consent: 可公开\n';
    const { schedule: days } = await ask(consent, ...schedule);
    expect(days.map((d: { topic: string | null }) => d.topic)).toEqual([
      '渡口的夜间对账',
      null,
      null,
      '押金知识',
    ]);
    const { members } = await ask(consent, 'members');
    expect(members.flatMap((m: { talks: object[] }) => m.talks)).toMatchObject([{ title: '渡口的夜间对账' }]);
  });

  it('a title that stays inside stays inside on other days: those of the run, and those that the consent file names', async () => {
    const shared = '2021-03-05.md';
    const folder = (consent: string) =>
      folderWith({
        ...talkFiles,
        [`logs/灯塔/${shared}`]: logOf('09:00 半帆 昨天渡口的夜间对账讲得好'),
        'consent.yaml': consent,
      });
    const textOf = async (place: string, ...paths: string[]) => {
      await huati(place, ['analyze', ...paths, '--public', ...quick]);
      return JSON.parse(readFileSync(join(place, 'out/public/灯塔/2021-03-05.json'), 'utf8')).messages[0]
        .text;
    };
    expect(await textOf(folder('[]\n'), 'logs')).toBe('昨天一场分享讲得好');
    const named = '- talk: 灯塔/2021-03-04\n  title: 渡口的夜间对账\n  consent: ';
    const alone = `logs/灯塔/${shared}`;
    expect(await textOf(folder(`${named}仅群内\n`), alone)).toBe('昨天一场分享讲得好');
    expect(await textOf(folder(`${named}可公开\n`), 'logs')).toBe('昨天渡口的夜间对账讲得好');
  });

  it('an agreement beside an entry that is malformed opens nothing, and the entry is told', async () => {
    const consent =
      '- talk: 灯塔/2021-03-08\n  consent: 可公开\n- talk: 灯塔/2021-03-08\n  guest: 小舵\n  consent: 不可\n  note: 他改主意了\n';
    const { schedule: days, problems } = await ask(consent, ...schedule);
    expect(days.at(-1).topic).toBeNull();
    expect(problems).toMatchObject([
      { code: 'consent', line: 6, message: expect.stringContaining('consent.yaml:6') },
    ]);
  });

  it('a day of several talks waits for all of them, unless it is known whose is announced', async () => {
    const consent = (guest: string) =>
      `- talk: 灯塔/2021-03-08\n  guest: ${guest}\n  consent: 可公开\n- talk: 灯塔/2021-03-08\n  guest: 老锚\n  consent: 不可\n`;
    const topicOf = async (guest: string) => (await ask(consent(guest), ...schedule)).schedule.at(-1).topic;
    expect(await topicOf('海葵')).toBeNull();
    expect(await topicOf('小舵')).toBe('押金知识');
    // of one firm, but not one person
    const firm =
      '- talk: 灯塔/2021-03-06\n  guest: 灯塔-阿橙\n  consent: 可公开\n- talk: 灯塔/2021-03-06\n  guest: 老锚\n  consent: 不可\n';
    expect((await ask(firm, ...schedule)).schedule.at(-3).topic).toBeNull();
  });
});

describe('huati members', () => {
  it('huati members lists facts of who spoke and who is on the list', async () => {
    const { code, out } = await huati(folderWith(files), ['members', '-q', '--roster', 'members.csv']);
    expect(code).toBe(0);
    expect(out).toMatch(/老贾 +没有发言/);
    expect(out).toMatch(/群主 +2021-03-05 09:00 +灯塔\/2021-03-05#1/);
  });

  it('huati members goes by dates, and by the words of a log without one only where there is no other', async () => {
    const notes = { 'logs/notes.txt': '[10:00] <群主> 灯油\n[10:01] <阿橙> 灯油' };
    const { out } = await huati(folderWith({ ...files, ...notes }), ['members', '--json']);
    const { from, to, members } = JSON.parse(out);
    expect([from, to]).toEqual(['2021-03-04', '2021-03-05']);
    const of = (name: string) => members.find((m: { name: string }) => m.name === name);
    expect(of('群主').last).toBe('2021-03-05 09:00');
    expect(of('=小舵').coming).toEqual(['灯塔/2021-03-08']);
    expect(members.map((m: { name: string }) => m.name)[0]).toBe('阿橙');
    const undated = await huati(folderWith({ 'huati.yaml': 'sources: [logs]\n', ...notes }), ['members']);
    expect(undated.out).toMatch(/^成员 2 人\n/);
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
    writeFileSync(join(folder, 'members.csv'), '名字\n"群主\n老贾\n');
    const broken = await huati(folder, ['members', '--roster', 'members.csv']);
    expect(broken.err).toContain('members.csv:2：引号没有配对\n');
    expect(broken.out).toMatch(/老贾 +没有发言/);
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
