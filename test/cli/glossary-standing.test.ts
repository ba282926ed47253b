import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDictionary } from '../../src/text/index.js';
import { contentsOf, folderWith } from '../pipeline/folder.js';
import { huati } from './run.js';

const signed = ['--by', '阿橙', '--on', '2021-03-04'];
const own = `- term: 灯塔费
  aliases: [灯费]
  class: product
- term: 浮标费
  class: product
  source: 海规1
  related: [灯塔费]
`;
const workspace = () => folderWith({ 'huati.yaml': 'dictionaries: [glossary]\n', 'glossary/own.yaml': own });
const glossary = (folder: string, ...argv: string[]) => huati(folder, ['glossary', ...argv]);
const entries = (folder: string) =>
  readDictionary({ path: '', text: readFileSync(join(folder, 'glossary/own.yaml'), 'utf8') }).entries;

describe('huati glossary approve', () => {
  it('writes the status, the source and who checked it when, against the original or not', async () => {
    const folder = workspace();
    const { code, err } = await glossary(folder, 'approve', '灯费', '--source', '海规2', ...signed);
    expect([code, err]).toEqual([0, '灯塔费：批准，出处 海规2，没对过原文，写进 glossary/own.yaml\n']);
    await glossary(folder, 'approve', '浮标费', '--checked-against-original', ...signed);
    expect(entries(folder)).toMatchObject([
      {
        source: '海规2',
        status: 'approved',
        checked: { by: '阿橙', on: '2021-03-04', original: false },
        history: [{ did: 'approve', by: '阿橙' }],
      },
      { source: '海规1', status: 'approved', checked: { original: true } },
    ]);
    expect((await glossary(folder, 'lint')).code).toBe(0);
  });

  it('refuses an entry without a source, and what is no entry, and writes nothing', async () => {
    const folder = workspace();
    const unsourced = await glossary(folder, 'approve', '灯塔费', ...signed);
    expect([unsourced.code, unsourced.err]).toEqual([
      2,
      expect.stringContaining('“灯塔费”没有出处，没有批准；写上 --source'),
    ]);
    await glossary(folder, 'reject', '雾号费', ...signed);
    const before = contentsOf(folder);
    const rejected = await glossary(folder, 'approve', '雾号费', '--source', '海规3', ...signed);
    expect([rejected.code, rejected.err]).toEqual([2, expect.stringContaining('先用 huati glossary accept')]);
    const unknown = await glossary(
      folder,
      'approve',
      '浮标费用',
      '--source',
      '海规3',
      '--lang',
      'en',
      ...signed,
    );
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('did you mean 浮标费')]);
    expect(contentsOf(folder)).toEqual(before);
  });

  it('of a word that was rejected or put off says so, with when and why, and of a deprecated one that it stands again', async () => {
    const folder = workspace();
    const approve = (term: string) => glossary(folder, 'approve', term, '--source', '海规3', ...signed);
    await glossary(folder, 'reject', '雾号费', '--why', '太泛', ...signed);
    const rejected = await approve('雾号费');
    expect([rejected.code, rejected.err]).toEqual([2, expect.stringContaining('“雾号费”被拒绝过，没有批准')]);
    expect(rejected.err).toContain('\n2021-03-04 阿橙 拒绝过：太泛\n');
    await glossary(folder, 'later', '锚费', ...signed);
    expect((await approve('锚费')).err).toContain('“锚费”还放着没定（再看），没有批准');
    writeFileSync(join(folder, 'glossary/old.yaml'), '- {term: 桨费, class: concept, status: deprecated}\n');
    expect((await approve('桨费')).err).toContain('“桨费”原是已弃用（deprecated），批准后又算有效');
  });

  it('of a word that was merged approves the entry that took it in', async () => {
    const folder = workspace();
    await glossary(folder, 'merge', '灯塔费', '浮标费', ...signed);
    const { err } = await glossary(folder, 'approve', '灯塔费', ...signed);
    expect(err).toContain('浮标费：批准，出处 海规1');
  });

  it('the same approval is noted once, and another day, person or source is another approval', async () => {
    const folder = workspace();
    const approve = (...argv: string[]) => glossary(folder, 'approve', '浮标费', ...argv);
    await approve(...signed);
    const before = contentsOf(folder);
    const { code, err } = await approve('--source', '海规1', ...signed);
    expect([code, err]).toEqual([0, '浮标费：早已这样决定（批准），没有改动\n']);
    expect(contentsOf(folder)).toEqual(before);
    await approve('--checked-against-original', ...signed);
    await approve('--by', '半帆', '--on', '2021-03-05');
    expect(entries(folder)[1]!.history).toHaveLength(3);
  });

  it('another source than the entry has takes its place, and both are told', async () => {
    const folder = workspace();
    const { err } = await glossary(folder, 'approve', '浮标费', '--source', '海规2', ...signed);
    expect(err).toContain('浮标费：批准，出处 海规1 → 海规2，');
    expect(entries(folder)[1]).toMatchObject({ source: '海规2' });
  });

  it('says that the rule an entry rests on is out of force', async () => {
    const { err } = await glossary(
      workspace(),
      'approve',
      '灯塔费',
      '--source',
      '汇发〔2015〕7号',
      ...signed,
    );
    expect(err).toContain('出处已失效：汇发〔2015〕7号');
  });
});

describe('huati glossary undo', () => {
  it('takes back the last decision, whichever it is, and a file that it made goes with it', async () => {
    const folder = workspace();
    await glossary(folder, 'accept', '雾号费', ...signed);
    await glossary(folder, 'merge', '灯塔费', '浮标费', ...signed);
    await glossary(folder, 'approve', '浮标费', ...signed);
    const said = ['“浮标费”的决定（批准）', '“灯塔费”的决定（并入）', '“雾号费”的决定（收录）'];
    for (const what of said) {
      const { code, err } = await glossary(folder, 'undo');
      expect([code, err]).toEqual([0, expect.stringContaining(`撤销了 2021-03-04 阿橙 对${what}`)]);
    }
    expect(entries(folder)).toEqual(readDictionary({ path: '', text: own }).entries);
    expect(existsSync(join(folder, 'glossary/decided.yaml'))).toBe(false);
    const { code, err } = await glossary(folder, 'undo');
    expect([code, err]).toEqual([2, '词汇表里没有可以撤销的决定\n']);
  });

  it('takes back the last decision about a term, and leaves others', async () => {
    const folder = workspace();
    await glossary(folder, 'reject', '雾号费', ...signed);
    await glossary(folder, 'accept', '港费', ...signed);
    const { out } = await glossary(folder, 'undo', '雾号费', '--json');
    expect(JSON.parse(out)).toMatchObject({
      undone: { term: '雾号费', did: 'reject' },
      paths: [join(folder, 'glossary/decided.yaml')],
    });
    const left = readFileSync(join(folder, 'glossary/decided.yaml'), 'utf8');
    expect(left).toContain('港费');
    expect(left).not.toContain('雾号费');
  });

  it('of a word that is another form of an entry says which one to ask for', async () => {
    const folder = workspace();
    await glossary(folder, 'approve', '灯费', '--source', '海规2', ...signed);
    const { code, err } = await glossary(folder, 'undo', '灯费');
    expect([code, err]).toEqual([
      2,
      '词汇表里没有对“灯费”的决定；它写在“灯塔费”名下：huati glossary undo 灯塔费\n',
    ]);
    expect((await glossary(folder, 'undo', '港费')).err).toBe('词汇表里没有对“港费”的决定\n');
  });

  it('where somebody edited the entry since, refuses, names the lines and changes nothing', async () => {
    const folder = workspace();
    await glossary(folder, 'accept', '雾号费', ...signed);
    const path = join(folder, 'glossary/decided.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('class: concept', 'class: product'));
    const before = contentsOf(folder);
    const { code, err } = await glossary(folder, 'undo', '--lang', 'en');
    expect([code, err]).toEqual([2, expect.stringContaining('edit these lines: glossary/decided.yaml:1–5')]);
    expect(contentsOf(folder)).toEqual(before);
  });

  it('what takes a decision back does not leave with the glossary, and is no difference when that comes back', async () => {
    const folder = workspace();
    await glossary(folder, 'accept', '雾号费', ...signed);
    expect(readFileSync(join(folder, 'glossary/decided.yaml'), 'utf8')).toMatch(/\bundo\b/);
    for (const ending of ['csv', 'tbx', 'ttl']) {
      await glossary(folder, 'export', '--out', `sea.${ending}`);
      expect(/\bundo\b/.test(readFileSync(join(folder, `sea.${ending}`), 'utf8'))).toBe(false);
    }
    const { err } = await glossary(folder, 'import', 'sea.csv');
    expect(err).toContain('新增 0，修改 0');
  });
});

describe('a decision about entries of several files', () => {
  it('changes none of them where one cannot be written', async () => {
    const slip =
      '- term: 灯捐\n  class: product\n  definition： 灯塔的捐。\n- term: 港费\n  class: product\n';
    const folder = folderWith({
      'huati.yaml': 'dictionaries: [glossary]\n',
      'glossary/own.yaml': own,
      'glossary/port.yaml': slip,
    });
    const before = contentsOf(folder);
    const { code, err } = await glossary(folder, 'merge', '灯塔费', '港费', ...signed);
    expect([code, err]).toEqual([2, expect.stringContaining('“灯塔费”写不进词汇表')]);
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('a glossary file that cannot be read whole', () => {
  it('is told with the reason that reading it tells, and with no word that nobody said', async () => {
    const folder = workspace();
    await glossary(folder, 'reject', '雾号费', ...signed);
    const path = join(folder, 'glossary/decided.yaml');
    const sound = readFileSync(path, 'utf8');
    writeFileSync(path, `${sound}- term: 港费\n   class: product\n`);
    const reason = '缩进不对：“class:”前面应有 2 个空格，写的是 3 个';
    const { err } = await glossary(folder, 'accept', '锚费', ...signed);
    expect(err).toContain(`“锚费”写不进词汇表（decided.yaml）：${reason}\n`);
    writeFileSync(path, `${sound}- term: "港费\n  class: product\n`);
    const undone = await glossary(folder, 'undo');
    expect(undone.err).toContain('没有撤销，词汇表文件读不全：引号没有配对\n');
  });
});
