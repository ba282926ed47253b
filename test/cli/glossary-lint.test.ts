import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const rs = ['--segmenter', '@node-rs/jieba'];

describe('huati glossary lint', () => {
  it('the shipped glossary is sound', async () => {
    const { code, err } = await huati(folderWith({}), ['glossary', 'lint', ...rs]);
    expect([code, err]).toEqual([0, expect.stringMatching(/^\d+ 个词条，没有发现问题。\n$/)]);
  });

  it('a problem is told with file, line, term and what to do, and the exit code says so', async () => {
    const folder = folderWith({
      'sea.yaml': '- term: 灯塔费\n  class: concept\n- term: 浮标费\n  class: concept\n  related: [雾号]\n',
    });
    const { code, err } = await huati(folder, ['glossary', 'lint', 'sea.yaml', ...rs]);
    expect(code).toBe(1);
    expect(err).toContain('sea.yaml:3: 浮标费: related: 雾号：没有这个词条');
    expect(err).toContain('2 个词条，1 个问题。');
  });

  it('an entry of the workspace may relate to a shipped one, and stand in for it', async () => {
    const folder = folderWith({
      'huati.yaml': 'dictionaries: [sea.yaml]\n',
      'sea.yaml': '- term: 代扣\n  class: product\n- term: 灯塔代扣\n  class: product\n  broader: [代扣]\n',
    });
    expect((await huati(folder, ['glossary', 'lint', ...rs])).code).toBe(0);
  });

  it('an entry of the workspace whose term is an alias of a shipped one is told, with where that stands', async () => {
    const folder = folderWith({
      'huati.yaml': 'dictionaries: [sea.yaml]\n',
      'sea.yaml':
        '- term: 交换费\n  class: concept\n- term: 雾号\n  class: tech\n  status: candidate\n- term: 雾笛\n  class: tech\n  aliases: [雾号]\n',
    });
    const { code, err } = await huati(folder, ['glossary', 'lint', ...rs]);
    expect(code).toBe(1);
    expect(err).toMatch(/sea\.yaml:1: 交换费: 别名与另一词条同形：交换费 → 发卡行服务费（.*\.yaml:\d+）/);
    expect(err).toContain(
      'sea.yaml:3: 雾号: 还放着没定（candidate），却已是另一词条的别名：雾号 → 雾笛（sea.yaml:6）',
    );
    const en = await huati(folder, ['glossary', 'lint', '--lang', 'en', ...rs]);
    expect(en.err).toMatch(/another entry has this form: 交换费 → 发卡行服务费 \(.*; merge them/);
  });

  it('a file that is named is not charged with the faults of the workspace', async () => {
    const folder = folderWith({
      'huati.yaml': 'dictionaries: [glossary]\n',
      'glossary/bad.yaml': '- term: 坏灯\n  clas: concept\n',
      'pr/sea.yaml': '- term: 灯塔费\n  class: concept\n  definition: 为灯塔付的费。\n',
    });
    const { code, err } = await huati(folder, ['glossary', 'lint', 'pr', ...rs]);
    expect([code, err]).toEqual([0, '1 个词条，没有发现问题。\n']);
    // named itself, or checked as the workspace's own, it is
    for (const argv of [['glossary'], []]) {
      const own = await huati(folder, ['glossary', 'lint', ...argv, ...rs]);
      expect([own.code, own.err]).toEqual([1, expect.stringContaining('glossary/bad.yaml:1')]);
    }
  });

  it('a conflict that git left is told with its lines, and the entries outside of it are checked', async () => {
    const folder = folderWith({
      'huati.yaml': 'dictionaries: [glossary]\n',
      'glossary/decided.yaml':
        '- term: 灯塔费\n  class: concept\n<<<<<<< HEAD\n- term: 浮标费\n=======\n- term: 雾号费\n>>>>>>> two\n  class: concept\n- term: 锚费\n  class: concept\n',
    });
    const { code, err } = await huati(folder, ['glossary', 'lint', ...rs]);
    expect(code).toBe(1);
    expect(err).toContain('glossary/decided.yaml:3：词条不合格，已略过：第 3 到 7 行是 git 合并留下的冲突');
    expect(err).toMatch(/\n2 个词条，1 个问题。\n$/);
    const accepted = await huati(folder, ['glossary', 'accept', '岸费', '--by', '阿橙', ...rs]);
    expect(accepted.code).toBe(2);
    expect(accepted.err).toContain('“岸费”写不进词汇表（decided.yaml）：第 3 到 7 行是 git 合并留下的冲突');
  });

  it('warnings and notes are told and counted, and are no ground to fail', async () => {
    const folder = folderWith({
      'huati.yaml': 'dictionaries: [sea.yaml]\n',
      'sea.yaml':
        '- term: 代扣\n  class: product\n- term: 灯塔费\n  class: concept\n  definition: 见 #3 条\n  source: 银发[2016]261号\n',
    });
    const { code, err } = await huati(folder, ['glossary', 'lint', ...rs]);
    expect(code).toBe(0);
    expect(err).toMatch(
      /sea\.yaml:1: 代扣: 说明：代替了先前的同名词条（.*\.yaml:\d+）.*aliases: \[.*要留就抄进这一条/,
    );
    expect(err).toContain('sea.yaml:5: 灯塔费: 提醒：definition: 见 #3 条：# 起是注释');
    expect(err).toContain('sea.yaml:3: 灯塔费: 提醒：文号的写法：银发[2016]261号 → 银发〔2016〕261号');
    expect(err).toMatch(/\n2 个词条，没有发现问题，2 处提醒，1 处说明。\n$/);
    const en = await huati(folder, ['glossary', 'lint', '--lang', 'en', ...rs]);
    expect(en.err).toMatch(/\n2 entries, nothing wrong, 2 warnings, 1 note\.\n$/);
  });

  it('what is found is told in the order of the lines', async () => {
    const folder = folderWith({
      'sea.yaml':
        '- term: 灯塔费\n  class: concept\n  related: [雾号]\n- term: 浮标费\n  class: concept\n  aliases: [浮费，浮钱]\n- term: 岸费\n  class: concept\n  definition: 。\n',
    });
    const { out } = await huati(folder, ['glossary', 'lint', 'sea.yaml', '--json', ...rs]);
    const { findings } = JSON.parse(out) as { findings: { line: number; rule: string }[] };
    expect(findings.map((p) => `${p.line} ${p.rule}`)).toEqual([
      '1 dangling',
      '6 full-width-list',
      '7 bare-definition',
    ]);
  });

  it('a check later than the day that is said is a mistake', async () => {
    const folder = folderWith({
      'sea.yaml': '- term: 灯塔费\n  class: concept\n  checked: {by: 阿橙, on: 2021-03-05, original: true}\n',
    });
    const lint = (on: string) => huati(folder, ['glossary', 'lint', 'sea.yaml', '--on', on, ...rs]);
    expect((await lint('2021-03-04')).err).toContain('日期还没到：checked: 2021-03-05 > 2021-03-04');
    expect((await lint('2021-03-05')).code).toBe(0);
    expect((await lint('昨天')).code).toBe(2);
  });

  it('a colon that is none to YAML is told as that', async () => {
    const folder = folderWith({
      'sea.yaml':
        '- term: 灯塔费\n  class: concept\n  definition：为灯塔付的费。\n- term：浮标费\n  class：concept\n- term: 岸费\n  class:concept\n',
    });
    const { err } = await huati(folder, ['glossary', 'lint', 'sea.yaml', ...rs]);
    expect(err).toContain('sea.yaml:3：词条不合格，已略过：“definition：”应写成“definition: ”：半角冒号');
    expect(err).toContain('sea.yaml:4：词条不合格，已略过：“term：”应写成“term: ”');
    expect(err).toContain('sea.yaml:7：词条不合格，已略过：“class:”应写成“class: ”');
    const en = await huati(folder, ['glossary', 'lint', 'sea.yaml', '--lang', 'en', ...rs]);
    expect(en.err).toContain('expected “definition: ” with a plain colon and a space, found “definition：”');
  });

  it('a malformed entry is told once, and the others are checked', async () => {
    const folder = folderWith({
      'huati.yaml': 'dictionaries: [sea.yaml]\n',
      'sea.yaml': '- term: 灯塔费\n  class: lamp\n- term: 浮标费\n  class: concept\n  related: [雾号]\n',
    });
    const { code, err } = await huati(folder, ['glossary', 'lint', ...rs]);
    expect(code).toBe(1);
    expect(err.match(/sea\.yaml:1/g)).toHaveLength(1);
    expect(err).toContain('sea.yaml:3: 浮标费');
  });

  it('a file that cannot be read is counted as a problem, in the closing line too', async () => {
    const folder = folderWith({
      'sea.yaml': '- term: 灯塔费\n  class: concept\n- term: 浮标费\n   class: concept\n',
    });
    const zh = await huati(folder, ['glossary', 'lint', 'sea.yaml', 'nichts.yaml', ...rs]);
    expect(zh.code).toBe(1);
    expect(zh.err).toContain(
      'sea.yaml:4：词条不合格，已略过：缩进不对：“class:”前面应有 2 个空格，写的是 3 个',
    );
    expect(zh.err).toContain('nichts.yaml：读不了：没有这个文件或文件夹');
    expect(zh.err).toMatch(/\n1 个词条，2 个问题。\n$/);
    const en = await huati(folder, ['glossary', 'lint', 'sea.yaml', '--lang', 'en', ...rs]);
    expect(en.err).toMatch(
      /wrong indentation: expected 2 spaces before “class:”, found 3\n1 entry, 1 problem\.\n$/,
    );
  });

  it('as JSON it has the entries that are malformed', async () => {
    const folder = folderWith({ 'sea.yaml': '- term: 灯塔费\n  class: lamp\n' });
    const { out } = await huati(folder, ['glossary', 'lint', 'sea.yaml', '--json', ...rs]);
    expect(JSON.parse(out)).toMatchObject({
      ...{ entries: 0, findings: [], malformed: [{ line: 1 }] },
      problems: [{ code: 'dictionary', path: join(folder, 'sea.yaml'), line: 1 }],
    });
  });

  it('a term that stands twice is told with the place of the first, as the path was given', async () => {
    const entry = '- term: 灯塔费\n  class: concept\n';
    const { err } = await huati(folderWith({ 'sea.yaml': entry + entry }), [
      'glossary',
      'lint',
      'sea.yaml',
      ...rs,
    ]);
    expect(err).toContain('sea.yaml:3: 灯塔费: 已经有了：sea.yaml:1。留一个');
  });

  it('a file in a folder of logs that is none is passed over, one that is named is told', async () => {
    const folder = folderWith({
      'sea.yaml': '- term: 灯塔费\n  class: concept\n',
      'logs/notes.txt': '从前有座山。',
    });
    const lint = (logs: string) => huati(folder, ['glossary', 'lint', 'sea.yaml', '--in', logs, ...rs]);
    expect((await lint('logs')).code).toBe(0);
    expect((await lint('logs/notes.txt')).err).toContain('logs/notes.txt：不是聊天记录');
  });

  it('a form that is hardly a term is told once with why, a name only where logs are given', async () => {
    const folder = folderWith({
      'sea.yaml': '- term: 灯塔费\n  class: concept\n  aliases: [灯, 半帆, "，"]\n',
      'logs/灯塔/2021-03-04.md': logOf('09:00 阿橙 灯塔费怎么收\n09:01 半帆 按月'),
    });
    const lint = (...argv: string[]) => huati(folder, ['glossary', 'lint', 'sea.yaml', ...argv, ...rs]);
    const { code, err } = await lint();
    expect([code, err]).toEqual([0, expect.stringContaining('灯塔费: 提醒：“灯”只有一个字，')]);
    expect(err).not.toContain('半帆');
    expect((await lint('--in', 'logs')).err).toContain('提醒：“半帆”是群里人的名字');
  });

  it('a message that a source names is looked for in the logs given', async () => {
    const folder = folderWith({
      'sea.yaml': '- term: 灯塔费\n  class: concept\n  source: 灯塔/2021-03-04#9\n',
      'logs/灯塔/2021-03-04.md': logOf('09:00 阿橙 灯塔费怎么收\n09:01 半帆 按月'),
    });
    const { code, err } = await huati(folder, ['glossary', 'lint', 'sea.yaml', '--in', 'logs', ...rs]);
    expect([code, err]).toEqual([0, expect.stringContaining('提醒：出处 灯塔/2021-03-04#9 > 2：')]);
  });

  it('a form that the logs given mostly split is told', async () => {
    const folder = folderWith({
      'sea.yaml': '- term: 分灯\n  class: concept\n',
      'logs/灯塔/2021-03-04.md': logOf('09:00 阿橙 部分灯具\n09:01 半帆 部分灯具坏了\n09:02 阿橙 大部分灯具'),
    });
    const { err, out } = await huati(folder, [
      'glossary',
      'lint',
      'sea.yaml',
      '--in',
      'logs',
      '--json',
      ...rs,
    ]);
    expect(err).toContain('分灯');
    expect(JSON.parse(out)).toMatchObject({ entries: 1, findings: [{ rule: 'split', detail: '分灯 3/3' }] });
  });

  it('a form that holds the full name of a member of the logs given is told', async () => {
    const folder = folderWith({
      'logs/灯塔/2021-03-04.md': logOf('09:00 洛灯远-港口 早\n09:01 半帆 早'),
      'sea.yaml':
        '- term: 灯塔费\n  class: concept\n  aliases: [洛灯远规则, 半帆费]\n- term: 洛灯远\n  class: role\n',
    });
    const { code, err } = await huati(folder, ['glossary', 'lint', 'sea.yaml', '--in', 'logs', ...rs]);
    expect(code).toBe(0);
    expect(err).toContain('sea.yaml:1: 灯塔费: 提醒：洛灯远规则（洛灯远）：里面像是群友的名字');
    expect(err.match(/里面像是群友的名字/g)).toHaveLength(1);
  });
});
