import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const zh = words('zh');
const first = logOf(
  '09:00 阿橙 请问大家，跨境收单的备付金夜里怎么对账？\n12:30 半帆 中午去海边吃饭\n12:31 小舵 好的',
);
const second = logOf('08:30 半帆 @阿橙 备付金夜里两点出文件，按跨境批次号对账\n09:40 小舵 早');
const files = {
  'huati.yaml': 'sources: [logs]\n',
  'logs/灯塔/2021-03-04.md': first,
  'logs/灯塔/2021-03-06.md': logOf('09:00 小舵 早'),
};
const later = { ...files, 'logs/灯塔/2021-03-05.md': second };
const qa = (folder: string, ...argv: string[]) =>
  huati(folder, ['qa', '--segmenter', '@node-rs/jieba', ...argv]);

describe('huati qa', () => {
  it('huati qa lists an open question with its age and its address', async () => {
    const { code, out } = await qa(folderWith(files));
    expect(code).toBe(0);
    expect(out).toContain('阿橙：请问大家，跨境收单的备付金夜里怎么对账？ 灯塔/2021-03-04#1');
    expect(out).toContain(zh.qa.openFor(2, '2021-03-04'));
  });

  it('huati qa joins an answer of the next morning to its question, and says why', async () => {
    const { out } = await qa(folderWith(later), '--json');
    const { questions } = JSON.parse(out);
    expect(questions).toEqual([
      expect.objectContaining({
        address: '灯塔/2021-03-04#1',
        state: 'later',
        closing: { by: 'called', probability: expect.any(Number) },
        answers: [expect.objectContaining({ address: '灯塔/2021-03-05#1', speaker: '半帆' })],
      }),
    ]);
    expect((await qa(folderWith(later), '--open')).out).toContain(zh.qa.nothing);
  });

  it('huati qa narrows to days and terms', async () => {
    const folder = folderWith(files);
    const { out } = await qa(folder, '--from', '2021-03-05');
    expect(out).toContain(zh.qa.nothing);
    expect((await qa(folder, '--term', '备付金')).out).toContain('灯塔/2021-03-04#1');
    expect((await qa(folder, '--term', '分账')).out).not.toContain('灯塔/2021-03-04#1');
  });

  it('huati qa --open counts what is open, and says nothing of answers that it leaves out', async () => {
    const { out } = await qa(folderWith(files), '--open');
    expect(out).toContain('1 个问题还没人答');
    expect(out).not.toContain('当天答了');
  });

  it('huati qa --open --from lists what was asked before and is open still', async () => {
    const { out } = await qa(folderWith(files), '--open', '--from', '2021-03-05');
    expect(out).toContain('灯塔/2021-03-04#1');
  });

  it('huati qa --to is of that day: what came later is not known', async () => {
    const { out } = await qa(folderWith(later), '--to', '2021-03-04', '--open');
    expect(out).toContain('灯塔/2021-03-04#1');
  });

  it('huati qa --to has all logs of its day, be there two', async () => {
    const twice = { ...files, 'logs/灯塔/again/2021-03-04.md': `${files['logs/灯塔/2021-03-04.md']}\n` };
    const folder = folderWith({ ...twice, 'huati.yaml': 'group: 灯塔\nsources: [logs]\n' });
    const { out } = await qa(folder, '--to', '2021-03-04', '--json');
    const { days, questions } = JSON.parse(out);
    expect([days, questions.map((q: { address: string }) => q.address)]).toEqual([
      2,
      ['灯塔/2021-03-04#1', '灯塔/2021-03-04_2#1'],
    ]);
  });

  it('huati qa --keep drops what has been open for longer, and says how many', async () => {
    const { out } = await qa(folderWith(files), '--keep', '1');
    expect(out).not.toContain('灯塔/2021-03-04#1');
    expect(out).toContain(zh.qa.dropped(1, 1));
  });

  it('huati qa --out writes CSV in which nothing is a formula, and Markdown in which nothing is markup', async () => {
    const evil = logOf('09:00 =HYPERLINK(1) 请问跨境收单的<b>备付金</b>夜里怎么对账？');
    const folder = folderWith({ 'logs/灯塔/2021-03-04.md': evil });
    expect((await qa(folder, 'logs', '-o', 'qa.csv')).err).toBe(`${zh.qa.written(1, 'qa.csv')}\n`);
    const text = readFileSync(join(folder, 'qa.csv'), 'utf8');
    expect(text.startsWith(`\ufeff${zh.qa.columns.date},`)).toBe(true);
    expect(text).toContain("'=HYPERLINK(1)");
    await qa(folder, 'logs', '-o', 'qa.md');
    const page = readFileSync(join(folder, 'qa.md'), 'utf8');
    expect(page).toContain('`灯塔/2021-03-04#1`');
    expect(page).not.toContain('<b>');
  });

  it('huati qa --public names nobody', async () => {
    const { out } = await qa(folderWith(later), '--public');
    expect(out).toContain(`【${zh.privacy.edition}】`);
    expect(out).not.toMatch(/阿橙|半帆|小舵/);
  });

  it.each([
    ['a day that is none', ['--from', '2021-13-01']],
    ['a day that its month has not', ['--to', '2021-02-31']],
    ['days that are none', ['--keep', 'x']],
    ['a file that it cannot write', ['--out', 'qa.docx']],
  ])('huati qa refuses %s', async (_, argv) => {
    const { code, err } = await qa(folderWith(files), ...argv);
    expect(code).toBe(2);
    expect(err).toContain(argv[1]);
  });
});
