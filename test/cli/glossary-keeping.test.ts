import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const rs = ['--segmenter', '@node-rs/jieba'];
const busy = Array.from({ length: 12 }, (_, i) => `09:${10 + i} ${i % 2 ? '阿橙' : '半帆'} 清算到了`).join(
  '\n',
);
const quiet = Array.from({ length: 12 }, (_, i) => `09:${10 + i} ${i % 2 ? '阿橙' : '半帆'} 今天没事`).join(
  '\n',
);
const workspace = () =>
  folderWith({
    'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
    'glossary/own.yaml':
      '- {term: 清算, class: concept, definition: 算清谁欠谁多少。, history: [{on: 2021-01-02, by: 阿橙, did: accept, why: 常用}]}\n- {term: 雾号, class: concept, source: 汇发〔2015〕7号, checked: {by: 阿橙, on: 2018-01-01, original: true}}\n',
    'logs/灯塔/2021-03-04.md': logOf(`${quiet}\n10:00 小舟 备付金是什么<b>？`),
    'logs/灯塔/2021-03-05.md': logOf(quiet),
    'logs/灯塔/2021-04-04.md': logOf(busy),
    'logs/灯塔/2021-04-05.md': logOf(busy),
  });

describe('huati glossary show', () => {
  it('tells what the glossary says of a term, by any of its forms, and how the logs use it', async () => {
    const { code, out } = await huati(workspace(), ['glossary', 'show', '清算', ...rs]);
    expect(code).toBe(0);
    expect(out).toContain('算清谁欠谁多少。（无出处）');
    expect(out).toContain('2021-04-04 至 2021-04-05：24 条，2 天，2 人');
    expect(out).toMatch(/2021-03-01 [ ·▁-█]+ 2021-04-05/);
    expect(out).toMatch(/灯塔\/2021-04-04#1 {2}12 条/);
    expect(out).toContain('2021-01-02 阿橙 收录：常用');
  });

  it('writes a page with the chart for light and dark, in which log text stays text', async () => {
    const folder = workspace();
    const { code } = await huati(folder, ['glossary', 'show', '客户备付金', '--out', 'term.html', ...rs]);
    const page = readFileSync(join(folder, 'term.html'), 'utf8');
    expect(code).toBe(0);
    expect(page).toContain('<h1>备付金</h1>');
    expect(page.match(/<svg/g)).toHaveLength(4);
    expect(page).toContain('Content-Security-Policy');
    expect(page).not.toContain('什么<b>');
  });

  it('its addresses lead to the pages of days that there are, and its sources to the web', async () => {
    const folder = workspace();
    const own = '- {term: 清算, class: concept, source: 灯塔/2021-04-04#2；https://sea.example/3}\n';
    writeFileSync(join(folder, 'glossary/own.yaml'), own);
    const term = () => readFileSync(join(folder, 'term.html'), 'utf8');
    const show = () => huati(folder, ['glossary', 'show', '清算', '--out', 'term.html', ...rs]);
    await show();
    expect(term()).toContain('<a class="out" href="https://sea.example/3"');
    expect(term()).not.toContain('.html#m');
    mkdirSync(join(folder, 'out/灯塔'), { recursive: true });
    writeFileSync(join(folder, 'out/灯塔/2021-04-04.html'), '');
    await show();
    const to = `href="out/${encodeURIComponent('灯塔')}/2021-04-04.html#m`;
    expect(term()).toContain(`<span class="source"><a ${to}2">灯塔/2021-04-04#2</a>`);
    // the threads below, of the day that has a page
    expect(term()).toContain(`<span class="cite"><a ${to}1">灯塔/2021-04-04#1</a>`);
    expect(term()).toContain('<span class="cite">灯塔/2021-04-05#1</span>');
    for (const file of ['glossary.html', 'glossary.md']) {
      await huati(folder, ['glossary', 'export', '--out', file]);
      expect(readFileSync(join(folder, file), 'utf8')).toContain(
        `out/${encodeURIComponent('灯塔')}/2021-04-04.html#m2`,
      );
    }
  });

  it('the public edition names nobody and keeps who decided to itself', async () => {
    const folder = workspace();
    const inner = await huati(folder, ['glossary', 'show', '清算', '--json', ...rs]);
    expect(inner.out).toContain('阿橙');
    const checked = await huati(folder, ['glossary', 'show', '雾号', ...rs]);
    expect(checked.out).toContain('2018-01-01 阿橙，对过原文');
    for (const form of [['--json'], []]) {
      const shown = (term: string) => huati(folder, ['glossary', 'show', term, '--public', ...form, ...rs]);
      const [clearing, horn] = [await shown('清算'), await shown('雾号')];
      expect(clearing.out + horn.out).not.toMatch(/阿橙|半帆/);
      expect(clearing.out).toContain('算清谁欠谁多少');
      expect(horn.out).toContain('汇发〔2015〕7号');
    }
  });

  it('a word that nobody knows is told, with what it may have been', async () => {
    const { code, err } = await huati(workspace(), ['glossary', 'show', '备付金额外账户', ...rs]);
    expect([code, err]).toEqual([1, expect.stringMatching(/没有“备付金额外账户”.*。是不是：.*备付金账户/)]);
  });
});

describe('huati glossary show without logs', () => {
  const folder = () =>
    folderWith({
      'huati.yaml': 'dictionaries: [glossary]\n',
      'glossary/own.yaml': '- {term: 清算, class: concept, definition: 算清谁欠谁多少。}\n',
    });

  it('shows the entry, and says that its use is not known', async () => {
    const { code, out } = await huati(folder(), ['glossary', 'show', '清算', ...rs]);
    expect(code).toBe(0);
    expect(out).toContain('算清谁欠谁多少。');
    expect(out).toContain('没有读到记录，用没用过不知道');
    expect(out).not.toContain('记录里没有用过');
  });

  it('says of a word without entry what was not looked at, and ends as where nothing is found', async () => {
    const { code, err } = await huati(folder(), ['glossary', 'show', '雾号费', ...rs]);
    expect([code, err]).toEqual([1, expect.stringContaining('词汇表里没有“雾号费”；没有读到记录')]);
  });
});

describe('huati glossary accept, reject, approve', () => {
  it('tell with --json what was decided, which files were written, and what should be known', async () => {
    const folder = workspace();
    const told = async (...argv: string[]) => {
      const { code, out } = await huati(folder, [
        'glossary',
        ...argv,
        '--json',
        '--by',
        '半帆',
        '--on',
        '2021-03-04',
      ]);
      return { code, ...JSON.parse(out) };
    };
    const decision = { term: '账簿', did: 'accept', by: '半帆', on: '2021-03-04' };
    const accepted = await told('accept', '账簿', '--source', '灯塔/2021-03-04#1', ...rs);
    expect(accepted).toMatchObject({ code: 0, decision, paths: [expect.stringContaining('.yaml')] });
    expect(accepted.notes[0]).toContain('账簿');
    const approve = ['approve', '账簿', '--source', '灯塔/2021-03-04#1'];
    expect(await told(...approve)).toMatchObject({ code: 0, decision: { ...decision, did: 'approve' } });
    expect(await told(...approve)).toMatchObject({ code: 0, paths: [] });
  });
});

describe('huati glossary diff', () => {
  it('tells what changed from one state of the glossary to another, whatever form they have', async () => {
    const folder = workspace();
    await huati(folder, ['glossary', 'export', '--status', 'all', '--out', 'old.json']);
    await huati(folder, ['glossary', 'export', '--status', 'all', '--out', 'old.csv']);
    await huati(folder, [
      'glossary',
      'accept',
      '账簿',
      '--by',
      '半帆',
      '--on',
      '2021-03-04',
      '--why',
      '常用',
      ...rs,
    ]);
    for (const old of ['old.json', 'old.csv']) {
      const { code, out, err } = await huati(folder, ['glossary', 'diff', old, ...rs]);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/(\d+) 个词条 → \d+ 个词条\n\n新增（1）\n {2}账簿 〔概念〕〔草稿〕\n$/);
    }
    const same = await huati(folder, ['glossary', 'diff', 'old.json', 'old.csv', ...rs]);
    expect(same.out).toContain('没有变化');
  });

  it('a fresh export has not changed, whatever was rejected or put off; a word that it has and that is rejected now has', async () => {
    const folder = workspace();
    const run = async (...argv: string[]) => (await huati(folder, ['glossary', ...argv])).out;
    await run('reject', '账簿', '--by', '半帆', ...rs);
    await run('later', '潮汐费', '--by', '半帆', ...rs);
    for (const old of ['old.json', 'old.csv']) {
      await run('export', '--out', old);
      expect(await run('diff', old, ...rs)).toContain('没有变化');
    }
    await run('reject', '清算', '--by', '半帆', ...rs);
    expect(await run('diff', 'old.csv', ...rs)).toMatch(/改动（1）\n {2}清算/);
  });

  it('tells what was decided about a shipped entry as a change of it, and taken back as one too', async () => {
    const folder = workspace();
    const keep = () => cpSync(join(folder, 'glossary'), join(folder, 'old'), { recursive: true });
    keep();
    const diff = async () => (await huati(folder, ['glossary', 'diff', 'old', ...rs])).out;
    const by = ['--by', '半帆', '--on', '2021-03-04'];
    await huati(folder, ['glossary', 'merge', '雾号款', '代付', ...by, ...rs]);
    expect(await diff()).toMatch(
      /\n\n改动（1）\n {2}代付 2021-03-04 半帆 并入：雾号款\n {4}别的写法：.*雾号款/,
    );
    keep();
    await huati(folder, ['glossary', 'undo']);
    const undone = await diff();
    expect(undone).toContain('改动（1）\n  代付\n');
    expect(undone).not.toMatch(/新增|不见了/);
  });

  it('compares an old folder with the workspace’s own glossary, and says so', async () => {
    const folder = folderWith({
      'huati.yaml': 'dictionaries: [glossary]\n',
      'old/own.yaml': '- {term: 雾号费, class: concept}\n- {term: 灯捐, class: concept}\n',
      'glossary/own.yaml':
        '- {term: 雾号费, class: concept, definition: 为雾号付的费。}\n- {term: 浮标费, class: concept}\n- {term: 坏, class: lamp}\n',
    });
    const { out, err } = await huati(folder, ['glossary', 'diff', 'old', ...rs]);
    expect(out).toBe(
      [
        ...['先前：old；后来：glossary（工作区自己的词汇表）', '2 个词条 → 2 个词条'],
        ...['', '新增（1）', '  浮标费 〔概念〕〔草稿〕'],
        ...['', '改动（1）', '  雾号费', '    释义：∅ → 为雾号付的费。'],
        ...['', '不见了（1）', '  灯捐 〔概念〕〔草稿〕', ''],
      ].join('\n'),
    );
    expect(err.match(/own\.yaml：?:?3/g)).toHaveLength(1);
    const { out: json } = await huati(folder, ['glossary', 'diff', 'old/own.yaml', 'old', '--json', ...rs]);
    expect(JSON.parse(json)).toMatchObject({
      compared: { before: 'old/own.yaml', after: 'old' },
      changed: [],
    });
  });

  it('tells status, class and who checked in the words of readers, on the screen and in a sheet', async () => {
    const checked = 'status: approved, checked: {by: 半帆, on: 2021-03-04, original: true}';
    const folder = folderWith({
      'old.yaml': '- {term: 雾号费, class: concept, source: 海规1}\n',
      'new.yaml': `- {term: 雾号费, class: product, source: 海规1, ${checked}}\n`,
    });
    const diff = (...argv: string[]) =>
      huati(folder, ['glossary', 'diff', 'old.yaml', 'new.yaml', ...argv, ...rs]);
    expect((await diff()).out).toContain(
      '类别：概念 → 产品\n    状态：草稿 → 已批准\n    核对：∅ → 2021-03-04 半帆，对过原文\n',
    );
    expect((await diff('--lang', 'en')).out).toContain('checked: ∅ → 2021-03-04 半帆, against the original');
    await diff('--out', 'diff.csv');
    expect(readFileSync(join(folder, 'diff.csv'), 'utf8')).toContain('改动,雾号费,状态,草稿,已批准\r\n');
  });

  it('shows the blanks of what differs in nothing else', async () => {
    const folder = folderWith({
      'old.yaml': '- {term: 雾号费, class: concept, definition: "每 月收"}\n',
      'new.yaml': '- {term: 雾号费, class: concept, definition: "每\u3000月收"}\n',
    });
    const { out } = await huati(folder, ['glossary', 'diff', 'old.yaml', 'new.yaml', ...rs]);
    expect(out).toContain('释义：每␣月收 → 每\\u3000月收');
  });

  it('compares a malformed glossary with itself and tells each fault once', async () => {
    const folder = folderWith({
      'huati.yaml': 'dictionaries: [glossary]\n',
      'glossary/own.yaml': '- {term: 雾号费, class: concept}\n- {term: 坏, class: lamp}\n',
    });
    const { err, out } = await huati(folder, ['glossary', 'diff', 'glossary', ...rs]);
    expect(err.match(/own\.yaml/g)).toHaveLength(1);
    expect(out).toContain('没有变化');
  });

  it('where the workspace has no glossary of its own, it compares with all that is in force', async () => {
    const folder = folderWith({ 'old.yaml': '- {term: 雾号费, class: concept}\n' });
    const { out } = await huati(folder, ['glossary', 'diff', 'old.yaml', ...rs]);
    expect(out).toContain('先前：old.yaml；后来：现在有效的全部词条，连同自带的');
  });

  it('tells how use changed between two spans of the logs', async () => {
    const folder = workspace();
    const args = ['glossary', 'diff', '--from', '2021-03', '--to', '2021-04', ...rs];
    const { code, out } = await huati(folder, args);
    expect(code).toBe(0);
    expect(out).toContain('2021-04：2 份记录，24 条');
    expect(out).toMatch(/新出现（\d+）[\s\S]*清算 +0 +24 +0\.00 → 1000\.00/);
    await huati(folder, [...args, '--out', 'diff.csv']);
    expect(readFileSync(join(folder, 'diff.csv'), 'utf8')).toMatch(/新出现,清算,0,0,0,0,24,2,2,1000,/);
  });

  it('says what is wrong with what it is asked', async () => {
    const folder = workspace();
    const err = async (...args: string[]) => (await huati(folder, ['glossary', 'diff', ...args, ...rs])).err;
    expect(await err()).toContain('要两份词汇表');
    expect(await err('--from', '2021-03')).toContain('要一起写');
    expect(await err('--from', '上月', '--to', '2021-04')).toContain('不是一段时间');
    expect(await err('--from', '2021', '--to', '2021-04')).toContain('重叠');
    expect(await err('--from', '2019', '--to', '2021')).toContain('2019没有记录');
    expect(await err('huati.yaml/none')).toContain('none');
  });
});

describe('huati glossary gaps', () => {
  it('counts the days between dates, whatever log without one lies beside them', async () => {
    const folder = workspace();
    writeFileSync(join(folder, 'logs/灯塔/notes.md'), logOf('09:00 阿橙 清算到了'));
    const gaps = (...paths: string[]) => huati(folder, ['glossary', 'gaps', ...paths, ...rs]);
    expect((await gaps()).out).toMatch(/^2021-03-04 至 2021-04-05，33 天\n/);
    expect((await gaps('logs/灯塔/notes.md')).out).toMatch(/^这些记录都没有日期\n/);
    const { out } = await huati(folder, ['glossary', 'show', '清算', ...rs]);
    expect(out).toContain('2021-04-04 至 2021-04-05：25 条，3 天');
  });

  it('lists terms without an entry, entries long unused, and entries whose rule was replaced', async () => {
    const folder = workspace();
    const { code, out } = await huati(folder, [
      'glossary',
      'gaps',
      '--unused',
      '20',
      '--out',
      'gaps.csv',
      '--json',
      ...rs,
    ]);
    const gaps = JSON.parse(out);
    expect(code).toBe(0);
    expect(gaps).toMatchObject({ first: '2021-03-04', last: '2021-04-05', days: 33, unused: 20 });
    expect(gaps.stale.map((u: { entry: { term: string } }) => u.entry.term)).toContain('备付金');
    expect(gaps.replaced).toMatchObject([{ entry: { term: '雾号' }, recheck: true }]);
    expect(gaps.never).toContain('雾号');
    expect(readFileSync(join(folder, 'gaps.csv'), 'utf8')).toContain('出处失效,雾号,');
    const page = await huati(folder, ['glossary', 'gaps', ...rs]);
    expect(page.out).toContain('不到 180 天');
    expect(page.out).toMatch(
      /雾号 {2}出处已失效：汇发〔2015〕7号，2019-04-29 起，由 汇发〔2019〕13号 取代.*核对之后规定换了/,
    );
  });

  it.each([
    ['candidates', []],
    ['gaps', []],
    ['diff', ['glossary']],
  ])('%s writes no CSV under a name that says it is something else', async (command, paths) => {
    const folder = workspace();
    const { code, err } = await huati(folder, ['glossary', command, ...paths, '--out', 'a.xlsx', ...rs]);
    expect([code, err]).toEqual([2, 'a.xlsx：--out 写的是 CSV，文件名要以 .csv 结尾\n']);
    expect(existsSync(join(folder, 'a.xlsx'))).toBe(false);
  });
});
