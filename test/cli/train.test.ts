import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati, quick } from './run.js';

const zh = words('zh').explain;

/** A folder with two annotated days of a group. */
function annotated(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huati-train-'));
  const posts = join(folder, 'logs', '灯塔', '_posts');
  mkdirSync(posts, { recursive: true });
  mkdirSync(join(folder, 'gold'));
  for (const date of ['2021-03-04', '2021-03-05']) {
    const script = `
      09:00:00 阿橙 灯塔的手续费怎么算？
      09:00:20 小舵 今天的天气真不错
      09:00:40 半帆 @阿橙 千三，去年谈的手续费
      09:01:00 老锚 @小舵 这天气下午去看船`;
    writeFileSync(join(posts, `${date}-chat.markdown`), logOf(script));
    const rows = [1, 2, 1, 2].map((parent, i) => `${i + 1}\t${parent}\tchat\n`);
    writeFileSync(join(folder, 'gold', `灯塔-${date}.links.tsv`), rows.join(''));
  }
  return folder;
}

describe('huati train threads', () => {
  const train = ['train', 'threads', '--gold', 'gold', '--source', 'logs'];

  it('train writes the same model twice, to the byte', async () => {
    const folder = annotated();
    expect((await huati(folder, [...train, '--out', 'a.json'])).code).toBe(0);
    expect((await huati(folder, [...train, '--out', 'b.json'])).code).toBe(0);
    const [a, b] = ['a.json', 'b.json'].map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(a).toBe(b);
    expect(JSON.parse(a!).data).toMatchObject({ days: 2, messages: 8 });
  });

  it('train --cross-validate prints a row for each day, one for all, and what the rules reach on them', async () => {
    const { out } = await huati(annotated(), [...train, '--cross-validate', '--json']);
    expect(Object.keys(JSON.parse(out).scores)).toEqual([
      '灯塔-2021-03-04',
      '灯塔-2021-03-05',
      'all',
      'rules',
    ]);
  });

  it.each(['abc', '0', '1', '2.5', '0x2'])(
    'train --folds %s is refused, and what can be is said',
    async (folds) => {
      const { code, out, err } = await huati(annotated(), [...train, '--cross-validate', '--folds', folds]);
      expect([code, out, err]).toEqual([2, '', `--folds ${folds}：要写 2 到 999999 的整数\n`]);
    },
  );

  it('train --cross-validate takes two days, one to learn from and one to judge by', async () => {
    const one = [...train, '--cross-validate', '--without', '灯塔-2021-03-05'];
    const { code, err } = await huati(annotated(), one);
    expect([code, err]).toEqual([2, '--cross-validate 至少要有两天标注\n']);
  });

  it('train says in the language of the reader where an annotation has no log, and what to do', async () => {
    const { code, err } = await huati(annotated(), train.slice(0, 4));
    expect([code, err]).toEqual([2, expect.stringContaining('用 --source 指明')]);
  });

  it('train reads logs as a workspace keeps them, in a folder for each group', async () => {
    const folder = annotated();
    for (const date of ['2021-03-04', '2021-03-05'])
      renameSync(
        join(folder, 'logs', '灯塔', '_posts', `${date}-chat.markdown`),
        join(folder, 'logs', '灯塔', `${date}.md`),
      );
    rmdirSync(join(folder, 'logs', '灯塔', '_posts'));
    expect((await huati(folder, [...train, '--out', 'a.json'])).code).toBe(0);
  });

  it.each([
    ['a heading', 'n\tparent\tkind\n1\t1\tchat\n', 1],
    ['a parent that comes later', '1\t1\tchat\n2\t3\tchat\n', 2],
    ['a message that the day does not have', '1\t1\tchat\n\n99\t1\tchat\n', 3],
    ['no parent', '1\t1\tchat\n2\n', 2],
  ])('train refuses annotations with %s, and names the line', async (_, rows, line) => {
    const folder = annotated();
    writeFileSync(join(folder, 'gold', '灯塔-2021-03-04.links.tsv'), rows);
    const { code, err } = await huati(folder, [...train, '--out', 'a.json']);
    expect(code).toBe(2);
    expect(err).toContain(`灯塔-2021-03-04.links.tsv 第 ${line} 行：`);
    expect(err).toContain('序号从 1 到 4');
  });

  it('train refuses a line of the IRC benchmark that its log does not have', async () => {
    const folder = folderWith({
      'irc/a.ascii.txt': '[09:00] <fern> hi\n[09:01] <moss> hello fern\n',
      'irc/a.annotation.txt': '0 0 -\n0 7 -\n',
    });
    const { code, err } = await huati(folder, ['train', 'threads', '--gold', 'irc', '--out', 'a.json']);
    expect([code, err]).toEqual([2, expect.stringContaining('a.annotation.txt 第 2 行：')]);
  });

  it('train leaves out days on which nothing is annotated yet', async () => {
    const folder = annotated();
    writeFileSync(join(folder, 'gold', '灯塔-2021-03-04.links.tsv'), '');
    expect((await huati(folder, [...train, '--out', 'a.json'])).err).toContain('学了 1 天 4 条');
  });

  it('train learns the language of the annotated days, whichever huati speaks', async () => {
    const folder = annotated();
    const { code, err } = await huati(folder, [...train, '--lang', 'en', '--out', 'a.json']);
    expect([code, err]).toEqual([0, expect.stringContaining('learned from 2 days, 8 messages')]);
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')).language).toBe('zh');
  });

  it('train without anything to give says what can be asked for, before it learns', async () => {
    const { code, err } = await huati(annotated(), train);
    expect([code, err]).toEqual([2, expect.stringMatching(/--out.*--cross-validate.*--check/)]);
  });

  it('train --without refuses a day that is not annotated, and shows how days are called', async () => {
    const { code, err } = await huati(annotated(), [...train, '--without', '2021-03-04', '--out', 'a.json']);
    expect(code).toBe(2);
    expect(err).toContain('没有标注 2021-03-04；这样写：灯塔-2021-03-04');
  });

  it('a model that cannot be read is named, wherever it is met', async () => {
    const folder = annotated();
    mkdirSync(join(folder, 'models'));
    const model = join(folder, 'models', 'threads-zh.json');
    writeFileSync(model, 'tide');
    process.env.HUATI_MODELS = join(folder, 'models');
    try {
      const { code, err } = await huati(folder, ['analyze', 'logs', ...quick, '--out', 'out']);
      expect([code, err]).toEqual([1, expect.stringContaining(`模型 ${model} 用不了（不是合格的 JSON）`)]);
      const explained = await huati(folder, ['explain', 'logs/灯塔/_posts/2021-03-04-chat.markdown', '3']);
      expect([explained.code, explained.err]).toEqual([2, expect.stringContaining(`模型 ${model} 用不了`)]);
    } finally {
      delete process.env.HUATI_MODELS;
    }
  });

  it('train says where there is nothing to learn from', async () => {
    const { code, err } = await huati(annotated(), [...train.slice(0, 3), 'logs']);
    expect(code).toBe(2);
    expect(err).toContain('logs');
  });
});

describe('huati explain', () => {
  const log = 'logs/灯塔/_posts/2021-03-04-chat.markdown';

  it('explain shows the candidates with probabilities, and which was chosen', async () => {
    const { code, out } = await huati(annotated(), ['explain', log, '3']);
    expect(code).toBe(0);
    expect(out).toContain('#3 09:00:40 半帆');
    expect(out).toMatch(/%\s+#1 09:00:00 阿橙/);
    expect(out).toContain('另起一条话题线');
    expect(out.match(/← 选中/g)).toHaveLength(1);
  });

  it('explain says first what a person put right', async () => {
    const folder = annotated();
    writeFileSync(join(folder, 'huati.yaml'), '');
    await huati(folder, ['correct', log, '3', '--start']);
    const { out } = await huati(folder, ['explain', log, '3']);
    expect(out.split('\n')[0]).toBe(`${zh.corrected}${zh.starts}`);
    expect(JSON.parse((await huati(folder, ['explain', log, '3', '--json'])).out).corrected).toBe(3);
  });

  it('explain --json gives what there is to know', async () => {
    const { out } = await huati(annotated(), ['explain', log, '3', '--json']);
    expect(JSON.parse(out)).toMatchObject({ n: 3, candidates: expect.any(Array) });
  });

  it('explain takes the number of a message as it is copied from where it is shown', async () => {
    const folder = annotated();
    const explained = async (n: string) => (await huati(folder, ['explain', log, n])).out;
    const plain = await explained('3');
    expect(await explained('#3')).toBe(plain);
    expect(await explained('灯塔/2021-03-04#3')).toBe(plain);
    expect(await explained('灯塔/2021-03-05#3')).toContain(zh.notWritten('灯塔/2021-03-05#3'));
  });

  it('explain knows no message that is not in the log', async () => {
    const { code, err } = await huati(annotated(), ['explain', log, '99']);
    expect(code).toBe(2);
    expect(err).toContain('99');
  });
});

describe('huati explain in a workspace', () => {
  const signals = ['灯塔', '潮汐', '渡口', '码头', '海风', '礁石', '帆布'];
  /** A day whose messages all stand twice, under two names of one person: it tells that the two are one. */
  const doubled = logOf(
    signals.map((word, i) => `09:0${i} 远帆-灯塔-运营 ${word}\n09:0${i} 小鱼儿 ${word}`).join('\n'),
  );
  /** Another day, on which one of the names is called and only the other one speaks. */
  const called = logOf(`
    09:00:00 半帆 早
    09:00:10 阿橙 @远帆-灯塔-运营\u2005渡口的手续费是多少？
    09:00:20 老锚 船来了
    09:00:30 小鱼儿 千三`);

  it('explain weighs what the runs over the workspace weighed: a name that only another day explains', async () => {
    const files = { 'logs/灯塔/2021-03-04.md': doubled, 'logs/灯塔/2021-03-05.md': called };
    const folder = folderWith({ ...files, 'huati.yaml': 'sources: [logs]\n' });
    const last = 'logs/灯塔/2021-03-05.md';
    await huati(folder, ['analyze', ...quick, '--out', 'out']);
    const day = JSON.parse(readFileSync(join(folder, 'out/灯塔/2021-03-05.json'), 'utf8'));
    expect(day.messages[1].mentions[0].speaker).toBe('小鱼儿');
    const { out } = await huati(folder, ['explain', last, '4', ...quick, '--json']);
    const { parent, candidates } = JSON.parse(out) as {
      parent: number;
      candidates: { n: number; probability: number }[];
    };
    const chosen = candidates.find(({ n }) => n === parent)!;
    expect([parent, chosen.probability.toFixed(2)]).toEqual([
      ...[day.links[3].parent, day.links[3].probability.toFixed(2)],
    ]);
    const alone = await huati(folderWith(files), ['explain', last, '4', ...quick, '--json']);
    expect(JSON.parse(alone.out)).not.toEqual(JSON.parse(out));
  });

  it('explain knows a log by the name of its group, as correct does', async () => {
    const folder = folderWith({ 'logs/灯塔/2021-03-05.md': called, 'huati.yaml': '' });
    const one = ['logs/灯塔/2021-03-05.md', '4', '--group', '码头'];
    await huati(folder, ['correct', ...one, '--parent', '3']);
    const { out } = await huati(folder, ['explain', ...one, ...quick, '--json']);
    expect(JSON.parse(out).corrected).toBe(3);
  });
});

describe('huati explain with a word', () => {
  const log = 'logs/灯塔/_posts/2021-03-04-chat.markdown';
  const explained = async (word: string, ...rest: string[]) =>
    (await huati(annotated(), ['explain', log, word, ...rest])).out;

  it('shows how likely it is a term, what other days say of it, and what spoke for and against', async () => {
    const out = await explained('手续费');
    expect(out).toMatch(/^手续费：这天 \d+ 处，是术语的把握 \d+%（过 \d+% 才算），是词汇表里的词条/);
    expect(out).toMatch(/支持：.*词表 \+\d/);
    expect(out).toMatch(/分词时 (\d+) 处里有 \1 处整个留着/);
    expect(JSON.parse(await explained('手续费', '--json'))).toMatchObject({
      word: '手续费',
      outcome: 'known',
    });
  });

  it('says where it is not written, and where it is no run of whole words', async () => {
    expect(await explained('雾号灯')).toContain('没有写到“雾号灯”');
    expect(await explained('的手续费')).toContain('“的手续费”没有当候选');
  });
});
