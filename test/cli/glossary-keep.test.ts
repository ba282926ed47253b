import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const rs = ['--segmenter', '@node-rs/jieba'];
const signed = ['--by', '阿橙', '--on', '2021-03-04'];
const workspace = () =>
  folderWith({
    'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
    'glossary/own.yaml': '# 自己的词\n',
    'logs/灯塔/2021-03-04.md': logOf(
      '09:00 阿橙 账簿怎么接？\n09:01 半帆 账簿就是两家钱包的业务\n09:02 小舟 账簿费率多少',
    ),
    'logs/灯塔/2021-03-05.md': logOf('09:00 阿橙 今天的代扣停了吗？\n09:01 半帆 没停'),
  });
const termsOf = (folder: string, out: string): { term: string }[] =>
  JSON.parse(readFileSync(join(folder, out, '灯塔/2021-03-04.json'), 'utf8')).terms;
const decided = (folder: string) => readFileSync(join(folder, 'glossary/decided.yaml'), 'utf8');
const candidates = async (folder: string) => {
  const { out } = await huati(folder, ['glossary', 'candidates', '--json', ...rs]);
  return (JSON.parse(out) as { candidates: { term: string }[] }).candidates.map((c) => c.term);
};

describe('huati glossary', () => {
  it('an accepted term is known at once, and only the days that contain it are computed again', async () => {
    const folder = workspace();
    expect(await candidates(folder)).toContain('账簿');
    const { code, err } = await huati(folder, ['glossary', 'accept', '账簿', ...signed, ...rs]);
    expect([code, err]).toEqual([0, expect.stringContaining('账簿：收录，写进 glossary/decided.yaml')]);
    expect(decided(folder)).toContain('status: draft');
    const run = await huati(folder, ['analyze', '--out', 'a', ...rs]);
    expect(run.err).toContain('1 天用了上次的结果');
    expect(termsOf(folder, 'a')).toContainEqual(expect.objectContaining({ term: '账簿', known: true }));
  });

  it('the class of an accepted term may be named in Chinese, in English or by its id, and no other', async () => {
    const folder = folderWith({ 'huati.yaml': 'dictionaries: [glossary]\n' });
    const accept = (term: string, named: string) =>
      huati(folder, ['glossary', 'accept', term, '--class', named, ...signed, ...rs]);
    for (const [term, named] of [
      ['灯塔费', '机构'],
      ['雾号费', 'organisation'],
      ['锚费', 'org'],
    ] as const)
      expect((await accept(term, named)).code).toBe(0);
    expect(decided(folder).match(/class: org/g)).toHaveLength(3);
    const { code, err } = await accept('帆费', '帆船');
    expect([code, err]).toEqual([2, expect.stringContaining('机构 (org)')]);
  });

  it('an accepted term is one token in every message that has it', async () => {
    const folder = folderWith({
      'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
      'logs/灯塔/2021-03-04.md': logOf('09:00 阿橙 渡的口的结算\n09:01 半帆 昨天渡的口没结算'),
    });
    const tokens = async (out: string) => {
      await huati(folder, ['analyze', '--tokens', '--out', out, ...rs]);
      const { messages } = JSON.parse(readFileSync(join(folder, out, '灯塔/2021-03-04.json'), 'utf8'));
      return messages.map((m: { tokens: string[] }) => m.tokens.includes('渡的口'));
    };
    expect(await tokens('before')).toEqual([false, false]);
    await huati(folder, ['glossary', 'accept', '渡的口', ...signed, ...rs]);
    expect(await tokens('after')).toEqual([true, true]);
  });

  it('an accepted term is cut out of the longer words that were guessed around it, and they are listed no more', async () => {
    const folder = folderWith({
      'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
      'logs/灯塔/2021-03-04.md': logOf(
        '09:00 阿橙 客户入金怎么走？\n09:01 半帆 客户入金费率多少\n09:02 小舟 今天客户入金停了',
      ),
      'logs/灯塔/2021-03-05.md': logOf('09:00 阿橙 今天的代扣停了吗？'),
    });
    const analysed = async (out: string) => {
      const { err } = await huati(folder, ['analyze', '--tokens', '--out', out, ...rs]);
      const { messages } = JSON.parse(readFileSync(join(folder, out, '灯塔/2021-03-04.json'), 'utf8'));
      return { err, terms: termsOf(folder, out).map((t) => t.term), cut: messages[2].tokens.join(' ') };
    };
    const before = await analysed('before');
    expect(before).toMatchObject({ cut: '今天 客户入金 停 了', terms: expect.arrayContaining(['客户入金']) });
    await huati(folder, ['glossary', 'accept', '入金', ...signed, ...rs]);
    const after = await analysed('after');
    expect(after).toMatchObject({ cut: '今天 客户 入金 停 了', terms: expect.arrayContaining(['入金']) });
    expect(after.terms).not.toContain('客户入金');
    expect(after.err).toContain('1 天用了上次的结果');
    const explained = async (word: string) =>
      (await huati(folder, ['explain', 'logs/灯塔/2021-03-04.md', word])).out;
    expect(await explained('客户入金')).toContain('没有认作术语：里面有本群收录的 入金');
    expect(await explained('入金')).toContain('分词时 3 处里有 3 处整个留着');
    await huati(folder, ['glossary', 'accept', '客户入金', ...signed, ...rs]);
    expect((await analysed('both')).cut).toBe('今天 客户入金 停 了');
  });

  it('a shipped entry that the group wrote anew takes no guessed compound apart', async () => {
    const folder = workspace();
    const log = '09:00 阿橙 大额代扣停了\n09:01 半帆 大额代扣费率多少\n09:02 小舟 大额代扣怎么走？';
    writeFileSync(join(folder, 'logs/灯塔/2021-03-04.md'), logOf(log));
    const cut = async (out: string) => {
      await huati(folder, ['analyze', '--tokens', '--out', out, ...rs]);
      return JSON.parse(readFileSync(join(folder, out, '灯塔/2021-03-04.json'), 'utf8')).messages[0].tokens;
    };
    expect(await cut('before')).toContain('大额代扣');
    writeFileSync(join(folder, 'glossary/own.yaml'), '- { term: 代扣, class: concept }\n');
    expect(await cut('after')).toContain('大额代扣');
  });

  it('a rejected word is not discovered any more, and only the days that contain it are computed again', async () => {
    const folder = workspace();
    await huati(folder, ['analyze', '--out', 'a', ...rs]);
    expect(termsOf(folder, 'a').map((t) => t.term)).toContain('账簿');
    await huati(folder, ['glossary', 'reject', '账簿', ...signed, ...rs]);
    const run = await huati(folder, ['analyze', '--out', 'b', ...rs]);
    expect(run.err).toContain('1 天用了上次的结果');
    expect(termsOf(folder, 'b').map((t) => t.term)).not.toContain('账簿');
  });

  it('a rejected word is asked about again where many more use it, though reports do without it', async () => {
    const folder = workspace();
    await huati(folder, ['glossary', 'reject', '账簿', ...signed, ...rs]);
    expect(await candidates(folder)).not.toContain('账簿');
    const people = ['甲', '乙', '丙', '丁', '戊', '己'];
    const more = people.flatMap((name) => [`09:00 ${name} 账簿费率多少`, `09:01 ${name} 账簿怎么接？`]);
    writeFileSync(join(folder, 'logs/灯塔/2021-03-06.md'), logOf(more.join('\n')));
    expect(await candidates(folder)).toContain('账簿');
  });

  it('a word that the logs do not have is taken, and it is said, with what may have been meant', async () => {
    const folder = workspace();
    const accept = (term: string, ...argv: string[]) =>
      huati(folder, ['glossary', 'accept', term, ...argv, ...signed, ...rs]);
    const { code, err } = await accept('账簿本');
    expect([code, decided(folder)]).toEqual([0, expect.stringContaining('term: 账簿本')]);
    expect(err).toMatch(/读到的记录里哪里都没有“账簿本”.*是不是：账簿/);
    expect((await accept('费率多少')).err).not.toContain('哪里都没有'); // it is text, and no candidate
    expect((await accept('雾灯笼', '--lang', 'en')).err).toContain('“雾灯笼” stands nowhere in the logs');
  });

  it('spaces, line ends and invisible characters that were pasted with a word are not written', async () => {
    const folder = workspace();
    const { err } = await huati(folder, ['glossary', 'accept', ' 账\u200b簿\n', ...signed, ...rs]);
    expect(err).toContain('账簿：收录，写进 glossary/decided.yaml\n');
    // the word is found in the logs, so that the decision rests on its use
    expect(decided(folder)).toMatch(/^- term: 账簿\n[\s\S]*seen: /);
  });

  it.each([
    ['的', '“的”只有一个字，没有收录。真要收录，加 --force'],
    ['2021', '“2021”只有数字'],
    ['，', '“，”只有标点'],
    ['今天', '“今天”哪里都会说，不带话题'],
    ['火锅', '“火锅”是日常用词'],
    ['半帆', '“半帆”是群里人的名字'],
  ])('%s is hardly a term: it is refused, and taken with --force alone', async (word, said) => {
    const folder = workspace();
    const accept = (...argv: string[]) =>
      huati(folder, ['glossary', 'accept', word, ...argv, ...signed, ...rs]);
    const { code, err } = await accept();
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(join(folder, 'glossary/decided.yaml'))).toBe(false);
    expect((await accept('--force')).code).toBe(0);
    expect(decided(folder)).toContain('status: draft');
  });

  it('a word that is hardly a term is not merged either, and may be rejected', async () => {
    const folder = workspace();
    const merged = await huati(folder, [
      'glossary',
      'merge',
      '今天',
      '代扣',
      '--lang',
      'en',
      ...signed,
      ...rs,
    ]);
    expect([merged.code, merged.err]).toEqual([2, expect.stringContaining('--force does it all the same')]);
    expect((await huati(folder, ['glossary', 'reject', '今天', ...signed, ...rs])).code).toBe(0);
  });

  it.each<[string, string, Record<string, string>]>([
    ['names no logs', 'dictionaries: [glossary]\n', {}],
    ['has no folder of logs yet', 'sources: [logs]\ndictionaries: [glossary]\n', {}],
    ['has no log in it yet', 'sources: [logs]\ndictionaries: [glossary]\n', { 'logs/读我.txt': '还没有' }],
  ])(
    'where a workspace %s, a word is taken, and one line says that its use was not looked at',
    async (_, yaml, more) => {
      const folder = folderWith({ 'huati.yaml': yaml, 'glossary/own.yaml': '', ...more });
      const { code, err } = await huati(folder, ['glossary', 'accept', '雾号', ...signed, ...rs]);
      expect([code, err]).toEqual([
        0,
        '雾号：收录，写进 glossary/decided.yaml\n工作区里还没有记录，没看“雾号”用得怎样\n',
      ]);
    },
  );

  it('where the logs that were named cannot be read, that is a problem', async () => {
    const folder = folderWith({ 'huati.yaml': 'dictionaries: [glossary]\n', 'in/读我.txt': '还没有' });
    const argv = ['glossary', 'accept', '雾号', '--in', 'in', ...signed, ...rs];
    const { code, err } = await huati(folder, argv);
    expect([code, err]).toEqual([1, expect.stringContaining('没有记录可看，“雾号”有没有人用不知道')]);
  });

  it('a rejected word is not asked about again', async () => {
    const folder = workspace();
    await huati(folder, ['glossary', 'reject', '账簿', '--why', '太笼统', ...signed, ...rs]);
    expect(decided(folder)).toContain('why: 太笼统');
    expect(await candidates(folder)).not.toContain('账簿');
  });

  it('what is decided the same way again is said and not noted down twice', async () => {
    const folder = workspace();
    await huati(folder, ['glossary', 'reject', '账簿', '--why', '太笼统', ...signed, ...rs]);
    const before = decided(folder);
    const { code, err } = await huati(folder, ['glossary', 'reject', '账簿', ...signed, ...rs]);
    expect([code, err]).toEqual([0, expect.stringContaining('账簿：早已这样决定（拒绝），没有改动')]);
    expect(decided(folder)).toBe(before);
  });

  it('a word is not merged into one that was rejected or put off, nor into itself, and nothing is written', async () => {
    const folder = workspace();
    await huati(folder, ['glossary', 'reject', '雾号', ...signed, ...rs]);
    await huati(folder, ['glossary', 'later', '雾钟', ...signed, ...rs]);
    const before = decided(folder);
    const merge = async (term: string, into: string, ...argv: string[]) => {
      const { code, err } = await huati(folder, ['glossary', 'merge', term, into, ...argv, ...signed, ...rs]);
      expect(code).toBe(2);
      return err;
    };
    expect(await merge('账簿', '雾号')).toContain('“雾号”被拒绝过，“账簿”并进去就找不到了；先收录“雾号”');
    expect(await merge('账簿', '雾钟')).toContain('“雾钟”还放着没定');
    expect(await merge('账簿', '雾钟', '--lang', 'en')).toContain('accept “雾钟” first, then merge');
    expect(await merge('代扣', '代扣')).toContain('“代扣”不能并入它自己');
    expect(decided(folder)).toBe(before);
  });

  it('a shipped entry that takes in another word is copied into the workspace first', async () => {
    const folder = workspace();
    await huati(folder, ['glossary', 'merge', '自动扣', '代扣', ...signed, ...rs]);
    expect(decided(folder)).toMatch(/term: 代扣\n {2}aliases: \[.*自动扣.*\]/);
  });

  it('candidates say what their figures mean and what to do next, in the terminal and of a sheet', async () => {
    const folder = workspace();
    const listed = await huati(folder, ['glossary', 'candidates', ...rs]);
    expect(listed.out).toContain('一人占：说得最多的人占几成');
    expect(listed.out).toContain('下一步：huati glossary review');
    const sheet = await huati(folder, ['glossary', 'candidates', '--out', 'sheet.csv', ...rs]);
    expect(sheet.err).toContain('huati glossary decide sheet.csv');
  });

  it('candidates become a sheet with columns to fill in', async () => {
    const folder = workspace();
    await huati(folder, ['glossary', 'candidates', '--out', 'sheet.csv', ...rs]);
    const [head, first] = readFileSync(join(folder, 'sheet.csv'), 'utf8').split('\r\n');
    expect(head).toMatch(/^\ufeff词,.*,近似,.*,释义,出处,决定,并入,理由$/);
    expect(first).toMatch(/^账簿,.*,,,,,$/);
  });

  it('what was rejected or put off before is told with its reason and the figures of then wherever it is listed', async () => {
    const folder = workspace();
    await huati(folder, ['glossary', 'reject', '账簿', '--why', '太泛', ...signed, ...rs]);
    const people = ['甲', '乙', '丙', '丁', '戊', '己'];
    const more = people.flatMap((name) => [`09:00 ${name} 账簿费率多少`, `09:01 ${name} 账簿怎么接？`]);
    writeFileSync(join(folder, 'logs/灯塔/2021-03-06.md'), logOf(more.join('\n')));
    const before = '2021-03-04 阿橙 拒绝过：太泛。那时 3 条、3 人，现在多得多';
    const glossary = async (...argv: string[]) => (await huati(folder, ['glossary', ...argv, ...rs])).out;
    expect(await glossary('candidates')).toContain(`    先前：${before}\n`);
    expect(JSON.parse(await glossary('candidates', '--json')).candidates[0].before).toEqual({
      ...{ on: '2021-03-04', by: '阿橙', did: 'reject', why: '太泛' },
      seen: { messages: 3, days: 1, people: 3 },
    });
    expect(await glossary('gaps')).toContain(`    先前：${before}\n`);
    await glossary('gaps', '--out', 'gaps.csv');
    expect(readFileSync(join(folder, 'gaps.csv'), 'utf8')).toContain(`先前：${before}`);
    await glossary('candidates', '--out', 'sheet.csv');
    const sheet = readFileSync(join(folder, 'sheet.csv'), 'utf8');
    expect(sheet).toMatch(/,近似,先前,/);
    expect(sheet).toContain(`,${before},`);
    writeFileSync(join(folder, 'sheet.csv'), sheet.replace(/(账簿,.*,),,(?=\r)/, '$1收录,,'));
    const { err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect(err).toContain('账簿：收录');
  });

  it('a rejected word that is accepted is taken, and who rejected it when and why is said', async () => {
    const folder = workspace();
    await huati(folder, [
      'glossary',
      'reject',
      '账簿',
      '--why',
      '太泛',
      '--by',
      '半帆',
      ...signed.slice(2),
      ...rs,
    ]);
    const { code, err } = await huati(folder, ['glossary', 'accept', '账簿', ...signed, ...rs]);
    const before = '账簿：2021-03-04 半帆 拒绝过：太泛。那时 3 条、3 人\n';
    expect([code, err]).toEqual([0, expect.stringContaining(before)]);
    expect(decided(folder)).toContain('status: draft');
  });

  it('a word that was put off is told as that', async () => {
    const folder = workspace();
    await huati(folder, ['glossary', 'later', '账簿', '--why', '再等等', ...signed, ...rs]);
    const { out } = await huati(folder, ['glossary', 'gaps', '--lang', 'en', ...rs]);
    expect(out).toContain('before：put off on 2021-03-04 by 阿橙: 再等等; then 3 messages by 3 people\n');
  });

  it('spellings of one word are one candidate, told with what is near it, and are accepted together', async () => {
    const folder = workspace();
    const days = {
      '2021-03-06': '09:00 阿橙 现金账户都走网关吗\n09:01 小舟 现金账户可以出金\n09:02 半帆 现金账户能入金',
      '2021-03-07': '09:00 阿橙 现金户都走网关吗\n09:01 小舟 现金户可以出金',
    };
    for (const [date, script] of Object.entries(days))
      writeFileSync(join(folder, `logs/灯塔/${date}.md`), logOf(script));
    writeFileSync(join(folder, 'glossary/own.yaml'), '- {term: 现金张户, class: concept}\n');
    const linesOf = async (command: string) =>
      (await huati(folder, ['glossary', command, ...rs])).out.split('\n');
    const listed = await linesOf('candidates');
    const at = listed.findIndex((line) => /^现金账户 +\S+ +5 +2 /.test(line));
    expect(listed.slice(at, at + 3)).toEqual([
      expect.any(String),
      '    别的写法：现金户',
      expect.stringMatching(/^ {4}近似：现金张户/),
    ]);
    expect(listed.filter((line) => line.startsWith('现金'))).toHaveLength(1);
    expect((await linesOf('gaps')).filter((line) => line.includes('现金户'))).toHaveLength(1);
    await huati(folder, ['glossary', 'accept', '现金账户', ...signed, ...rs]);
    expect(decided(folder)).toContain('aliases: [现金户]');
  });

  it('candidates says how many there are in all, and how to see more', async () => {
    const folder = workspace();
    writeFileSync(
      join(folder, 'logs/灯塔/2021-03-06.md'),
      logOf('09:03 小舟 入金和出金要几天\n09:04 半帆 出金当天，入金次日\n09:05 阿橙 出金和入金都走网关吗'),
    );
    const all = (await candidates(folder)).length;
    expect(all).toBeGreaterThan(1);
    const run = (...argv: string[]) => huati(folder, ['glossary', 'candidates', ...argv, ...rs]);
    const said = `共 ${all} 个候选词`;
    expect((await run()).out).toContain(`\n${said}\n`);
    expect((await run('--most', '1')).out).toContain(`${said}，列出前 1 个；看更多用 --most`);
    expect((await run('--most', '1', '--out', 'sheet.csv')).err).toContain(`${said}，前 1 个写进 sheet.csv`);
    expect(JSON.parse((await run('--most', '1', '--json')).out)).toMatchObject({ all });
  });

  it('candidates without logs says so as gaps does, and where none can be read it lists nothing', async () => {
    const files = { 'huati.yaml': 'dictionaries: [glossary]\n', 'glossary/own.yaml': '' };
    for (const command of ['candidates', 'gaps']) {
      const { code, out, err } = await huati(folderWith(files), ['glossary', command, ...rs]);
      expect([code, out, err]).toEqual([2, '', expect.stringContaining('没有要读的')]);
      const empty = folderWith({ ...files, 'logs/readme.txt': '还没有' });
      const unread = await huati(empty, ['glossary', command, 'logs', ...rs]);
      expect([unread.code, unread.out]).toEqual([1, '']);
      expect(unread.err).toContain('没有读到任何聊天记录');
    }
  });

  it('a day that is none is said to be none, before anything is read', async () => {
    const argv = ['glossary', 'reject', '账簿', '--on', '昨天', ...rs];
    const { code, err } = await huati(workspace(), argv);
    expect([code, err]).toEqual([2, '昨天 不是日期；写成 YYYY-MM-DD\n']);
  });

  it('as JSON, gaps and candidates of nothing have what was wrong', async () => {
    const folder = folderWith({ 'huati.yaml': 'sources: [logs]\n', 'logs/notes.txt': '从前有座山。' });
    for (const command of ['gaps', 'candidates']) {
      const { code, out } = await huati(folder, ['glossary', command, '--json', ...rs]);
      expect([code, JSON.parse(out)]).toMatchObject([
        1,
        { problems: [{ code: 'nothing-read', message: '没有读到任何聊天记录' }] },
      ]);
    }
  });

  it('a word that is another spelling of an entry is taken, and what to do if it is one word is said', async () => {
    const folder = workspace();
    const { code, err } = await huati(folder, ['glossary', 'accept', '分帐', ...signed]);
    expect(code).toBe(0);
    expect(err).toContain('“分帐”和词条“分账”像是同一个词的两种写法');
    expect(err).toContain('huati glossary merge 分帐 分账');
  });

  it('without a glossary of its own a decision has nowhere to go, and that is said', async () => {
    const { code, err } = await huati(folderWith({}), ['glossary', 'reject', '雾号', ...signed, ...rs]);
    expect([code, err]).toEqual([2, expect.stringContaining('huati init')]);
  });

  it('a term that an entry has already cannot be accepted again', async () => {
    const { code, err } = await huati(workspace(), ['glossary', 'accept', '代扣', ...signed, ...rs]);
    expect([code, err]).toEqual([2, expect.stringContaining('“代扣”已在词条里')]);
  });
});

describe('a workspace of two glossaries, the later over the earlier', () => {
  const layered = (more: Record<string, string> = {}) =>
    folderWith({
      'huati.yaml': 'dictionaries: [g1, g2]\n',
      'g2/sea.yaml': '- term: 灯塔费\n  class: concept\n  definition: 旧说法\n',
      ...more,
    });
  const below = { 'g1/sea.yaml': '- term: 灯塔费\n  class: concept\n  definition: 盖住的\n' };
  const told = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
  const inForce = async (folder: string) => {
    const { out } = await huati(folder, ['glossary', 'show', '灯塔费', '--json', ...rs]);
    return (JSON.parse(out) as { entry: { definition: string; status: string } }).entry;
  };

  it.each([
    ['', {}],
    [', whatever the other has of the term', below],
  ])('has what is decided and imported written where the entry in force stands%s', async (_, more) => {
    const folder = layered({ ...more, 'in.csv': '词,释义\n灯塔费,新说法\n' });
    const imported = await huati(folder, ['glossary', 'import', 'in.csv', '--yes', ...signed]);
    expect(imported.err).toContain('写进 g2/sea.yaml');
    expect((await inForce(folder)).definition).toBe('新说法');
    const approve = ['glossary', 'approve', '灯塔费', '--source', '灯塔告示', ...signed];
    expect((await huati(folder, approve)).err).toContain('g2/sea.yaml');
    expect((await inForce(folder)).status).toBe('approved');
    await huati(folder, ['glossary', 'reject', '灯塔费', ...signed, ...rs]);
    expect(told(folder, 'g2/sea.yaml')).toContain('status: rejected');
    for (const _did of ['reject', 'approve']) await huati(folder, ['glossary', 'undo']);
    expect(await inForce(folder)).toMatchObject({ definition: '新说法', status: 'draft' });
    expect(existsSync(join(folder, 'g1/decided.yaml'))).toBe(false);
  });

  it('has new entries written into the first, and a merger of both undone in both', async () => {
    const folder = layered();
    const before = told(folder, 'g2/sea.yaml');
    const accepted = await huati(folder, ['glossary', 'accept', '灯费', ...signed, ...rs]);
    expect(accepted.err).toContain('写进 g1/decided.yaml');
    const { err } = await huati(folder, ['glossary', 'merge', '灯费', '灯塔费', ...signed, ...rs]);
    expect([err, told(folder, 'g2/sea.yaml')]).toEqual([
      expect.stringContaining('g1/decided.yaml'),
      expect.stringContaining('aliases: [灯费]'),
    ]);
    await huati(folder, ['glossary', 'undo']);
    expect(told(folder, 'g2/sea.yaml')).toBe(before);
    expect(told(folder, 'g1/decided.yaml')).toContain('status: draft');
  });

  it('has an entry that has no effect told, with the place of the one in force', async () => {
    const { code, err } = await huati(layered(below), ['glossary', 'lint', ...rs]);
    expect(code).toBe(0);
    expect(err).toContain('g1/sea.yaml:1: 灯塔费: 提醒：不起作用：后面的词汇表里有同名词条（g2/sea.yaml:1）');
  });
});
