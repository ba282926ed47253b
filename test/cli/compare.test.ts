import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { filesIn, folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const zh = words('zh').compare;
const people = ['阿橙', '半帆', '小舵', '白芷', '小满', '阿舟'];
const talk = (about: string, times: number, from = 0) =>
  Array.from({ length: times }, (_, i) => {
    const at = `${String(9 + Math.floor(i / 50)).padStart(2, '0')}:${String(i % 50).padStart(2, '0')}`;
    return `${at} ${people[(i + from) % people.length]} ${about}第${i}批怎么样`;
  }).join('\n');
const files = {
  'logs/灯塔/2021-03-04.md': logOf(`${talk('清算对账', 30)}\n13:00 阿橙 请问跨境备付金夜里怎么报送？`),
  'logs/灯塔/2021-03-05.md': logOf(
    `08:30 小舵 @阿橙 跨境备付金夜里两点报送，走系统\n${talk('分账规则', 30)}`,
  ),
  'logs/灯塔/2021-03-08.md': logOf(talk('清算对账', 8)),
  'logs/海堤/2021-03-04.md': logOf(talk('收单费率', 12)),
};
const compare = (folder: string, ...argv: string[]) =>
  huati(folder, ['compare', '--segmenter', '@node-rs/jieba', ...argv]);
const readJson = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(folder, 'out/compare', name), 'utf8'));

describe('huati compare', () => {
  it('--out with the name of a page puts it there, and the other files beside it', async () => {
    const folder = folderWith(files);
    await compare(folder, '灯塔/2021-03-04', '灯塔/2021-03-05', 'logs', '--out', 'both/days.html');
    expect(filesIn(join(folder, 'both'))).toEqual(['days.csv', 'days.html', 'days.json', 'days.md']);
  });

  it('two days become a page, Markdown, a table and data', async () => {
    const folder = folderWith(files);
    const { code, out, err } = await compare(folder, '灯塔/2021-03-04', '灯塔/2021-03-05', 'logs');
    expect(code).toBe(0);
    expect(out).toContain('清算：30 条');
    expect(err).toContain('out/compare/灯塔_2021-03-04--灯塔_2021-03-05.html');
    const made = filesIn(join(folder, 'out/compare'));
    expect(made.map((f) => f.split('.').at(-1))).toEqual(['csv', 'html', 'json', 'md']);
    const data = readJson(folder, made.find((f) => f.endsWith('.json'))!);
    const differing = data.words[0].words.filter((w: { verdict: string }) => w.verdict === 'differs');
    expect(differing.map((w: { word: string }) => w.word)).toEqual(
      expect.arrayContaining(['清算', '分账规则']),
    );
    expect(data.steps[0].questions).toMatchObject([
      { address: '灯塔/2021-03-04#31', answered: '灯塔/2021-03-05#1' },
    ]);
    const markdown = readFileSync(join(folder, 'out/compare', made.find((f) => f.endsWith('.md'))!), 'utf8');
    expect(markdown).toContain(zh.changes.gone);
  });

  it('the same days give the same bytes, in whatever order the logs are named', async () => {
    const [a, b] = [folderWith(files), folderWith(files)];
    await compare(a, '2021-03-04', '2021-03-05', 'logs/灯塔', 'logs/海堤');
    await compare(b, '2021-03-04', '2021-03-05', 'logs/海堤', 'logs/灯塔');
    for (const name of filesIn(join(a, 'out/compare')))
      expect(readFileSync(join(b, 'out/compare', name), 'utf8')).toBe(
        readFileSync(join(a, 'out/compare', name), 'utf8'),
      );
  });

  it('groups, a day and its usual, three days: each is a comparison', async () => {
    const folder = folderWith(files);
    expect((await compare(folder, '灯塔', '海堤', 'logs')).code).toBe(0);
    expect((await compare(folder, '灯塔/2021-03-08', '--usual', '1', '--', 'logs')).code).toBe(0);
    expect((await compare(folder, '2021-03-04', '2021-03-05', '2021-03-08', 'logs')).code).toBe(0);
    expect(readJson(folder, '2021-03-04--2021-03-05--2021-03-08.json').words).toHaveLength(3);
    expect(readJson(folder, '灯塔--海堤.json').sides.map((s: { label: string }) => s.label)).toEqual([
      '灯塔',
      '海堤',
    ]);
  });

  it.each([
    [['灯塔/2021-03-08', '--usual', 'logs']],
    [['--usual', '灯塔/2021-03-08', 'logs']],
    [['灯塔/2021-03-08', 'logs', '--usual']],
    [['灯塔/2021-03-08', '--usual', '4', 'logs']],
  ])('what stands after --usual is a number of weeks, or the next argument: %j', async (argv) => {
    const folder = folderWith(files);
    expect(await compare(folder, ...argv)).toMatchObject({ code: 0 });
    const [name] = filesIn(join(folder, 'out/compare')).filter((file) => file.endsWith('.json'));
    expect(readJson(folder, name!).sides).toMatchObject([
      { label: zh.usualLabel(4), days: ['灯塔/2021-03-04', '灯塔/2021-03-05'] },
      { label: '灯塔/2021-03-08' },
    ]);
  });

  it('of two groups it is said which has more of a word, not that one became more or less, and what ‰ means', async () => {
    const folder = folderWith(files);
    await compare(folder, '灯塔', '海堤', 'logs');
    const page = readFileSync(join(folder, 'out/compare/灯塔--海堤.md'), 'utf8');
    expect(page).toContain('哪边更多');
    expect(page).toContain('只在后一边');
    expect(page).not.toMatch(/变化|增多|减少/);
    expect(page).toContain('‰ 是每千条消息里有几条提到它');
  });

  it('what is neither a number of weeks nor on the disk is refused after --usual', async () => {
    const { code, err } = await compare(folderWith(files), '2021-03-08', '--usual', '4x', 'logs');
    expect(code).toBe(2);
    expect(err).toContain('--usual 4x');
  });

  it('spans with open ends have pages of their own, beside those of the days at their ends', async () => {
    const folder = folderWith(files);
    await compare(folder, '2021-03-04', '2021-03-05', 'logs');
    await compare(folder, '..2021-03-04', '灯塔/2021-03-05..', 'logs');
    const pages = filesIn(join(folder, 'out/compare')).filter((name) => name.endsWith('.html'));
    expect(pages).toEqual(['2021-03-04--2021-03-05.html', 'to-2021-03-04--灯塔_from-2021-03-05.html']);
  });

  it('names are shown as on other pages: without what the exporter left of an emoji', async () => {
    const lost = (log: string) => log.replaceAll('阿橙', '阿橙??');
    const folder = folderWith(Object.fromEntries(Object.entries(files).map(([at, log]) => [at, lost(log)])));
    const { out } = await compare(
      folder,
      '灯塔/2021-03-04',
      '灯塔/2021-03-05',
      'logs',
      '-o',
      'a.html',
      '--json',
    );
    const made = ['a.html', 'a.md', 'a.json'].map((name) => readFileSync(join(folder, name), 'utf8'));
    for (const text of [out, ...made]) {
      expect(text).toContain('阿橙');
      expect(text).not.toContain('阿橙?');
    }
  });

  it('an open question waits only for later days of its group', async () => {
    const folder = folderWith({
      'logs/灯塔/2021-03-04.md': logOf(`${talk('清算对账', 8)}\n13:00 阿橙 请问跨境备付金夜里怎么报送？`),
      'logs/灯塔/2021-03-05.md': logOf(`${talk('清算对账', 8)}\n13:00 小满 请问分账比例的上限是多少？`),
      'logs/海堤/2021-03-06.md': logOf(talk('清算对账', 8)),
    });
    const carried = async (a: string, b: string) => {
      await compare(folder, a, b, 'logs', '--out', 'both/days.json');
      const [step] = JSON.parse(readFileSync(join(folder, 'both/days.json'), 'utf8')).steps;
      return step.questions.map((q: { address: string }) => q.address);
    };
    expect(await carried('灯塔/2021-03-04', '灯塔/2021-03-05')).toEqual(['灯塔/2021-03-04#9']);
    expect(await carried('2021-03', '2021-03-05')).toEqual(['灯塔/2021-03-04#9']);
    expect(await carried('灯塔/2021-03-05', '灯塔/2021-03-04')).toEqual([]);
    expect(await carried('灯塔', '海堤')).toEqual([]);
  });

  it('the contents of a page lead to the words of each of three sides', async () => {
    const folder = folderWith(files);
    await compare(folder, '2021-03-04', '2021-03-05', '2021-03-08', 'logs', '--out', 'three/days.html');
    const page = readFileSync(join(folder, 'three/days.html'), 'utf8');
    for (const [i, date] of ['2021-03-04', '2021-03-05', '2021-03-08'].entries()) {
      const id = i ? `words-${i}` : 'words';
      expect(page).toContain(`<a href="#${id}">${zh.differsOf(date)}</a>`);
      expect(page).toContain(`id="${id}"`);
    }
  });

  it('days that the logs lack are said', async () => {
    const folder = folderWith(files);
    await compare(folder, '灯塔/2021-03-04', '灯塔/2021-W10', 'logs');
    const page = readFileSync(join(folder, 'out/compare/灯塔_2021-03-04--灯塔_2021-W10.html'), 'utf8');
    const lacking = zh.missingMany(6, '2021-03-09', '2021-03-14');
    expect(page).toContain(zh.missing('灯塔/2021-W10', '', lacking));
    await compare(folder, '2021-03-04', '2021-W10', 'logs', '--out', 'all/days.html');
    const all = readFileSync(join(folder, 'all/days.html'), 'utf8');
    expect(all).toContain(zh.missing('2021-W10', '灯塔', lacking));
  });

  it('a public comparison names nobody', async () => {
    const folder = folderWith(files);
    await compare(folder, '2021-03-04', '2021-03-05', 'logs', '--public');
    const made = filesIn(join(folder, 'out')).filter((f) => f.includes('compare'));
    expect(made).toHaveLength(4);
    for (const name of made)
      for (const person of people)
        expect(readFileSync(join(folder, 'out', name), 'utf8')).not.toContain(person);
  });

  it.each([
    [['2021-03-04', 'logs'], zh.badSide('logs', '海堤、灯塔')],
    [['2021-03-04'], zh.fewSides],
    [['logs/灯塔/2021-03-04.md', '2021-03-04'], zh.fileAsSide('logs/灯塔/2021-03-04.md')],
    [['2021-03-04', '2021-03-04', 'logs'], zh.sameSides('2021-03-04')],
    [['2021-03-04', '2022-01-01', 'logs'], zh.emptySide('2022-01-01', '2021-03-04', '2021-03-08')],
    [['2021-03-04', '雾灯', 'logs'], zh.badSide('雾灯', '海堤、灯塔')],
  ])('%j is refused with what to do', async (argv, said) => {
    const { code, err } = await compare(folderWith({ ...files, 'huati.yaml': 'sources: [logs]\n' }), ...argv);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});
