import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const zh = words('zh');
const clearing = '09:00 阿橙 请问备付金对账差错怎么处理？\n09:01 半帆 备付金对账差错先挂账，次日核对';
const border = '15:00 小舵 跨境收单的结汇汇率谁来定？\n15:01 半帆 跨境结汇汇率按当日牌价';
const files = {
  'huati.yaml': 'sources: [logs]\n',
  ...Object.fromEntries(
    ['04', '05', '06', '07', '08', '09'].map((day) => [
      `logs/灯塔/2021-03-${day}.md`,
      logOf(`${clearing}\n${border}`),
    ]),
  ),
};
const topics = (folder: string, ...argv: string[]) =>
  huati(folder, ['topics', '--segmenter', '@node-rs/jieba', ...argv]);

describe('huati topics', () => {
  it('huati topics writes a page, Markdown and JSON, the same bytes each time', async () => {
    const folder = folderWith(files);
    const contents = async (name: string) => {
      const { code } = await topics(folder, '--count', '2', '--out', name);
      expect(code).toBe(0);
      return readFileSync(join(folder, name), 'utf8');
    };
    const first = await contents('topics.json');
    expect(JSON.parse(first)[0]).toMatchObject({ terms: expect.any(Array), threads: expect.any(Array) });
    expect(await contents('topics.json')).toBe(first);
    expect(await contents('topics.md')).toContain(`# ${zh.topics.title} 2021\\-03\\-04–2021\\-03\\-09`);
    expect(await contents('topics.html')).toContain('<h3>');
    expect(existsSync(join(folder, '.huati', 'topics.json'))).toBe(true);
  });

  it('huati topics says since when lately is, and what is not counted, in either language', async () => {
    const folder = folderWith(files);
    const { periods, latest } = JSON.parse((await topics(folder, '--json')).out);
    expect(latest).toBe(periods.at(-Math.round(periods.length / 3)));
    expect((await topics(folder)).out).toContain(zh.topics.since(latest));
    const { out } = await topics(folder, '--lang', 'en');
    expect(out.split('\n')[0]).not.toMatch(/[。，；]/);
    expect(out).toContain(words('en').topics.since(latest));
  });

  it('huati topics takes a span, and says what is none', async () => {
    const folder = folderWith(files);
    const { out } = await topics(folder, '--span', '2021-03-05..2021-03-06', '--json');
    expect(JSON.parse(out)).toMatchObject({ days: 2, threads: expect.any(Number) });
    const { code, err } = await topics(folder, '--span', 'May');
    expect(code).toBe(2);
    expect(err).toContain(zh.cli.notASpan('May'));
  });

  it('huati topics of a span without logs says that there are none', async () => {
    const { code, out } = await topics(folderWith(files), '--span', '2019');
    expect({ code, out }).toEqual({ code: 0, out: `${zh.topics.digest.nothing}\n` });
  });

  it('huati topics does not choose between two spans that it is given', async () => {
    const { code, err } = await topics(folderWith(files), '--span', '2021-03', '--from', '2021-03-05');
    expect(code).toBe(2);
    expect(err).toContain(zh.cli.conflict('--span <span> --from <date>'));
  });

  it('huati topics says which corrections it could not use', async () => {
    const folder = folderWith({ ...files, 'corrections/topics.yaml': '- topic: 灯油\n  name: 油\n' });
    const { code, err } = await topics(folder, '--count', '2');
    expect(code).toBe(1);
    expect(err).toContain(zh.topics.unknown('corrections/topics.yaml', '灯油'));
  });

  it('huati topics writes the same page from wherever it is called', async () => {
    const folder = folderWith(files);
    const page = join(folder, 'topics.html');
    await topics(folder, '--count', '2', '--out', page);
    const here = readFileSync(page, 'utf8');
    expect(here).toContain('写在 corrections/topics.yaml');
    rmSync(page);
    await topics(folderWith({}), '--workspace', folder, '--count', '2', '--out', page);
    expect(readFileSync(page, 'utf8')).toBe(here);
  });

  it('huati topics does not write over kept topics that it cannot read', async () => {
    const folder = folderWith({ ...files, '.huati/topics.json': '{' });
    const { code } = await topics(folder);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, '.huati/topics.json'), 'utf8')).toBe('{');
  });

  it('huati topics --public shows no name and no place for corrections', async () => {
    const folder = folderWith(files);
    const { out } = await topics(folder, '--public', '--count', '2');
    expect(out).toContain(zh.privacy.edition);
    for (const name of ['阿橙', '半帆', '小舵', 'corrections']) expect(out).not.toContain(name);
  });

  it('topics of the public edition are called by what may leave the group, whatever the others are called', async () => {
    const folder = folderWith(files);
    const inner = JSON.parse((await topics(folder, '--count', '2', '--json')).out) as {
      topics: { id: string }[];
    };
    const yaml = inner.topics.map(({ id }) => `- topic: ${id}\n  name: 半帆-海堤支付-结算 的旧账\n`).join('');
    mkdirSync(join(folder, 'corrections'), { recursive: true });
    writeFileSync(join(folder, 'corrections/topics.yaml'), yaml);
    const named = await topics(folder, '--count', '2');
    expect([named.code, named.out.includes('半帆')]).toEqual([0, true]);
    const { code, out, err } = await topics(folder, '--public', '--count', '2');
    expect(code).toBe(0);
    expect(out).toContain('旧账');
    for (const name of ['半帆', '海堤']) expect(out + err).not.toContain(name);
  });

  it('huati topics asks for a number of topics and a kind of file that there can be', async () => {
    const folder = folderWith(files);
    expect((await topics(folder, '--count', '0')).err).toContain(zh.cli.notWhole('--count', '0', 1, 200));
    expect((await topics(folder, '--out', 'topics.pdf')).err).toContain(zh.topics.badOut('topics.pdf'));
  });
});
