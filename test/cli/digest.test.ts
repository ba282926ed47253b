import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { evening } from '../threads/talk.js';
import { huati } from './run.js';

const zh = words('zh').topics.digest;
const clearing = '09:00 阿橙 请问备付金对账差错怎么处理？\n09:01 半帆 备付金对账差错先挂账，次日核对';
const border = '15:00 小舵 跨境收单的结汇汇率谁来定？\n15:01 半帆 跨境结汇汇率按当日牌价';
const fresh =
  '16:00 阿橙 请问有人做过数字人民币的受理终端改造吗？\n16:01 小舵 [灯塔受理改造](https://a.example/e-cny?from=timeline)';
const log = (day: string, text: string) => [`logs/灯塔/2021-03-${day}.md`, logOf(text)] as const;
// 1 and 8 March 2021 are Mondays
const files = {
  'huati.yaml': 'sources: [logs]\n',
  ...Object.fromEntries([
    ...['01', '02', '03', '04', '05'].map((day) => log(day, `${clearing}\n${border}`)),
    ...['08', '09', '10'].map((day) => log(day, `${clearing}\n${fresh}`)),
  ]),
};
const digest = (folder: string, ...argv: string[]) =>
  huati(folder, ['digest', '--segmenter', '@node-rs/jieba', ...argv]);

describe('huati digest', () => {
  it('huati digest --week is of the last week of the logs, and compares it with the one before', async () => {
    const { code, out } = await digest(folderWith(files), '--week', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      span: { from: '2021-03-08', to: '2021-03-14' },
      ...{ days: 3, compared: true },
    });
  });

  it('huati digest goes by the last date, whatever log without one lies beside it', async () => {
    const folder = folderWith({ ...files, 'logs/notes.txt': '[09:00] <阿橙> 备付金对账' });
    expect(JSON.parse((await digest(folder, '--json')).out).span.to).toBe('2021-03-14');
    const open = await digest(folder, '--from', '2021-03-09', '--json');
    expect(JSON.parse(open.out)).toMatchObject({ span: { to: '2021-03-10' }, days: 2 });
  });

  it('huati digest without a day that has a date says so, once', async () => {
    const empty = await digest(
      folderWith({ 'huati.yaml': 'sources: [logs]\n', 'logs/readme.txt': '还没有' }),
    );
    expect([empty.code, empty.out, empty.err.match(/没有/g)]).toEqual([1, '', ['没有']]);
    const undated = folderWith({
      'huati.yaml': 'sources: [logs]\n',
      'logs/notes.txt': '[09:00] <阿橙> 备付金',
    });
    for (const argv of [[], ['--month'], ['--from', '2021-03-01']]) {
      const { code, out, err } = await digest(undated, ...argv);
      expect([code, out, err.endsWith(`${zh.noDay}\n`)]).toEqual([1, '', true]);
    }
    const { out } = await digest(undated, '--json');
    expect(JSON.parse(out)).toEqual({
      ...{ span: null, days: 0, file: null },
      problems: [{ code: 'no-dated-day', message: zh.noDay }],
    });
  });

  it('huati digest names the terms that no day before had, and the articles with how often they were shared', async () => {
    const { out } = await digest(folderWith(files), '--week', '--json');
    const { terms, articles } = JSON.parse(out);
    expect(terms.map((t: { form: string }) => t.form)).toContain('数字人民币');
    expect(terms.map((t: { form: string }) => t.form)).not.toContain('备付金');
    expect(articles).toEqual([expect.objectContaining({ shares: 3 })]);
  });

  it('huati digest takes a month, a week or a span, and only one of them', async () => {
    const folder = folderWith(files);
    const days = async (...argv: string[]) => JSON.parse((await digest(folder, ...argv, '--json')).out).days;
    expect(await days('--month', '2021-03')).toBe(8);
    expect(await days('--week', '2021-W09')).toBe(5);
    expect(await days('--from', '2021-03-04', '--to', '2021-03-08')).toBe(3);
    const { code, err } = await digest(folder, '--week', '--month');
    expect(code).toBe(2);
    expect(err).toContain(zh.onlyOne);
  });

  it('huati digest writes a page and Markdown that begin with what is to be done', async () => {
    const folder = folderWith(files);
    await digest(folder, '--week', '--out', 'week.html');
    await digest(folder, '--week', '--out', 'week.md');
    const page = readFileSync(join(folder, 'week.html'), 'utf8');
    const markdown = readFileSync(join(folder, 'week.md'), 'utf8');
    for (const content of [page, markdown]) {
      expect(content).toContain(zh.todo);
      expect(content.indexOf(zh.todo)).toBeLessThan(content.lastIndexOf(zh.articles));
    }
    expect(markdown).toContain('<https://a.example/e-cny?from=timeline>');
  });

  it('huati digest --public shows no name', async () => {
    const { out } = await digest(folderWith(files), '--week', '--public');
    expect(out).toContain(words('zh').privacy.edition);
    for (const name of ['阿橙', '半帆', '小舵']) expect(out).not.toContain(name);
  });

  it('every line of a digest that has messages leads to them, where reports are', async () => {
    const folder = folderWith(files);
    await huati(folder, ['report', '--segmenter', '@node-rs/jieba', '--quiet']);
    await digest(folder, '--week', '--out', 'week.html');
    const page = readFileSync(join(folder, 'week.html'), 'utf8');
    const day = `out/${encodeURIComponent('灯塔')}/2021-03-08.html`;
    expect(page).toContain(`href="${day}#m`);
    const terms = page.slice(
      page.indexOf('id="terms"'),
      page.indexOf('</section>', page.indexOf('id="terms"')),
    );
    expect(terms).toContain(`href="${day}#m3"`);
  });

  it('a public digest leads to public days, and never to those of the inside', async () => {
    const folder = folderWith(files);
    const report = ['report', '--segmenter', '@node-rs/jieba', '--quiet'];
    await huati(folder, report);
    await digest(folder, '--week', '--public', '--out', 'out/week.html');
    expect(readFileSync(join(folder, 'out/week.html'), 'utf8')).not.toContain('.html#m');
    await huati(folder, [...report, '--public']);
    await digest(folder, '--week', '--public', '--out', 'out/week.html');
    const page = readFileSync(join(folder, 'out/week.html'), 'utf8');
    expect(page).toContain(`href="public/${encodeURIComponent('灯塔')}/2021-03-08.html#m`);
    expect(page).not.toContain(`href="${encodeURIComponent('灯塔')}/`);
  });

  it('huati digest names the draft of a talk that was written, wherever the digest itself goes', async () => {
    const folder = folderWith({ ...files, 'logs/灯塔/2021-03-09.md': logOf(evening) });
    const { noRecord } = zh;
    expect((await digest(folder, '--week')).out).toContain(noRecord);
    await huati(folder, ['records', '--internal', '--segmenter', '@node-rs/jieba', '--quiet']);
    expect((await digest(folder, '--week')).out).not.toContain(noRecord);
    await digest(folder, '--week', '--out', 'week.md');
    expect(readFileSync(join(folder, 'week.md'), 'utf8')).not.toContain(noRecord);
  });

  it('huati digest says so where the span has no logs', async () => {
    expect((await digest(folderWith(files), '--month', '2020-01')).out).toContain(zh.nothing);
  });
});
