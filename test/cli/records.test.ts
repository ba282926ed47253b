import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { filesIn, folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { evening } from '../threads/talk.js';
import { huati, quick } from './run.js';

const logs = { 'huati.yaml': 'sources: [logs]\n', 'logs/灯塔/_posts/2021-03-04-chat.md': logOf(evening) };
const zh = words('zh').cli;
const drafts = (folder: string) =>
  filesIn(folder).filter((name) => name.endsWith('.md') && name.startsWith('out/'));
const consent = (said: string) => ({
  'consent.yaml': `- talk: 灯塔/2021-03-04 # 问过\n  guest: 阿橙\n  consent: ${said}\n`,
});
const ids: Record<string, string> = { 可公开: 'open', 未问: 'unasked', 仅群内: 'group', 不可: 'refused' };
const run = (folder: string, ...argv: string[]) => huati(folder, ['records', ...quick, ...argv]);

describe('huati records', () => {
  it('of a talk that nobody asked about nothing goes out, and the consent file gets its line', async () => {
    const folder = folderWith(logs);
    const { code, err } = await run(folder);
    expect([code, drafts(folder)]).toEqual([0, []]);
    expect(err).toContain('未问');
    expect(readFileSync(join(folder, 'consent.yaml'), 'utf8')).toMatch(
      /- talk: 灯塔\/2021-03-04\n {2}guest: 阿橙\n {2}title: .*\n {2}consent: 未问\n$/,
    );
  });

  it('consent decides which edition is written', async () => {
    const written = async (said: string, ...argv: string[]) => {
      const folder = folderWith({ ...logs, ...consent(said) });
      const { out } = await run(folder, '--json', ...argv);
      const [talk] = JSON.parse(out).talks;
      expect(talk).toMatchObject({ talk: '灯塔/2021-03-04', guest: '阿橙', consent: ids[said] });
      return drafts(folder).length === 1 && talk.outcome === 'written';
    };
    expect(await written('可公开')).toBe(true);
    for (const said of ['未问', '仅群内', '不可']) expect(await written(said)).toBe(false);
    for (const said of ['可公开', '未问', '仅群内']) expect(await written(said, '--no-public')).toBe(true);
    expect(await written('不可', '--internal')).toBe(false);
  });

  it('drafts of the internal edition are said to be internal, and how many guests nobody asked', async () => {
    const told = async (said: string) => {
      const { err } = await run(folderWith({ ...logs, ...consent(said) }), '--internal');
      return err.trim().split('\n').at(-1);
    };
    expect(await told('未问')).toBe(zh.recordsInner(1, 1, 'consent.yaml'));
    expect(await told('可公开')).toBe(zh.recordsInner(1, 0, 'consent.yaml'));
  });

  it('the draft has the talk and its questions', async () => {
    // what is kept of so short a day hangs on little: one question alone, of substance
    const asking = evening
      .replace(/\n *20:(?:05|16) .*/g, '')
      .replace('@阿橙 补的账算在哪一天？', '请问补的账算在哪一天？分账的手续费由谁来出？')
      .replace('@老锚 算在第二天，', '算在第二天，手续费由平台出，');
    const folder = folderWith({ ...logs, 'logs/灯塔/_posts/2021-03-04-chat.md': logOf(asking) });
    await run(folder, '--no-public');
    const [path] = drafts(folder);
    const text = readFileSync(join(folder, path!), 'utf8');
    expect(text).toContain('第5段讲渡口的船怎么排队');
    expect(text).toMatch(/\*\*Q：请问补的账.*？\*\* <!-- 灯塔\/2021-03-04#13 -->\n\nA：算在第二天/);
    expect(text).not.toContain('签到');
  });

  it('a draft that somebody edited is left as it is, and that is said', async () => {
    const folder = folderWith(logs);
    await run(folder, '--no-public');
    const path = join(folder, drafts(folder)[0]!);
    writeFileSync(path, readFileSync(path, 'utf8').replace('第5段', '第五段'));
    const edited = readFileSync(path, 'utf8');
    const { err } = await run(folder, '--no-public');
    expect(err).toContain(zh.recordKept(drafts(folder)[0]!));
    expect(readFileSync(path, 'utf8')).toBe(edited);
  });

  it('what goes out names nobody, stands apart, and the consent file knows the guest', async () => {
    const folder = folderWith({ ...logs, ...consent('可公开') });
    const { out } = await run(folder, '--json');
    expect(JSON.parse(out).talks[0].guest).toBe('阿橙');
    expect(drafts(folder)).toEqual(['out/public/records/2021-03-04-灯塔.md']);
    for (const file of filesIn(join(folder, 'out')))
      expect(readFileSync(join(folder, 'out', file), 'utf8')).not.toMatch(/阿橙|老锚|半帆|小舵/);
  });

  it('once consent is taken back nothing is written, and the draft that is there is named', async () => {
    const folder = folderWith({ ...logs, ...consent('可公开') });
    await run(folder);
    writeFileSync(join(folder, 'consent.yaml'), consent('不可')['consent.yaml']);
    const { err } = await run(folder);
    expect(err).toContain(zh.recordStale(drafts(folder)[0]!));
  });

  it('a consent that is none is said with file and line', async () => {
    const folder = folderWith({ ...logs, ...consent('公开') });
    const { code, err } = await run(folder);
    expect(code).toBe(1);
    expect(err).toContain('consent.yaml:3');
    expect(drafts(folder)).toEqual([]);
  });

  it('a consent file that is no YAML stops the run', async () => {
    const folder = folderWith({ ...logs, 'consent.yaml': '- { talk: ' });
    expect((await run(folder)).code).toBe(2);
    expect(readFileSync(join(folder, 'consent.yaml'), 'utf8')).toBe('- { talk: ');
  });

  it('days without a talk are said to have none', async () => {
    const folder = folderWith({ 'logs/灯塔/2021-03-05.md': logOf('09:00 阿橙 早') });
    const { code, err } = await run(folder, 'logs');
    expect(code).toBe(0);
    expect(err).toContain(zh.noTalks);
  });

  it('a day whose discussion is worth a record gets a draft without a guest', async () => {
    const shipped = JSON.parse(readFileSync(new URL('../../models/keeping.json', import.meta.url), 'utf8'));
    const eager = { ...shipped, threshold: 0, day: { threshold: 0.5, bias: 5, weights: {} } };
    const asked = Array.from({ length: 12 }, (_, i) => {
      const minute = (k: number) => String(10 + i * 3 + k);
      return `10:${minute(0)} 半帆 请问第${i}种支付牌照的备付金怎么对账？\n10:${minute(1)} 小舵 @半帆 第${i}种备付金按清算日对账`;
    });
    const folder = folderWith({
      'models/keeping.json': JSON.stringify(eager),
      'logs/灯塔/2021-03-05.md': logOf(asked.join('\n')),
    });
    process.env.HUATI_MODELS = join(folder, 'models');
    const { err } = await run(folder, 'logs', '--no-public');
    delete process.env.HUATI_MODELS;
    expect(err).toMatch(/讨论记录《[^》]+》：草稿写在/);
    const text = readFileSync(join(folder, drafts(folder)[0]!), 'utf8');
    expect(text).not.toMatch(/^guest:|主题分享/m);
    expect(text).toContain('A1：第3种备付金按清算日对账');
  });

  it('a talk over midnight is one record, and none of the day after', async () => {
    const late = evening.replaceAll(/\b(19|20):/g, (hour) => (hour === '19:' ? '22:' : '23:'));
    const shifted = late.replaceAll(/23:(\d\d)/g, (_, m: string) => `23:${40 + Number(m)}`);
    const folder = folderWith({
      'logs/灯塔/_posts/2021-03-04-chat.md': logOf(shifted),
      'logs/灯塔/_posts/2021-03-05-chat.md': logOf(
        '00:01 老锚 @阿橙 节假日也是第二天补吗？\n00:02 阿橙 @老锚 节假日顺延到开渡的那一天再补',
      ),
    });
    const { out } = await run(folder, 'logs', '--no-public', '--json');
    expect(JSON.parse(out).talks).toHaveLength(1);
    const text = readFileSync(join(folder, drafts(folder)[0]!), 'utf8');
    expect(text).toContain('节假日顺延到开渡的那一天再补 <!-- 灯塔/2021-03-05#2 -->');
  });
});
