import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { contentsOf, filesIn, folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { evening } from '../threads/talk.js';
import { huati, quick } from './run.js';

const day = logOf(evening);
const short = logOf('09:00 阿橙 灯塔的手续费是多少？\n09:01 半帆 @阿橙 千三');
const logs = { 'logs/灯塔/_posts/2021-03-04-chat.md': day, 'logs/灯塔/_posts/2021-03-05-chat.md': short };
const zh = words('zh').cli;
const en = words('en').cli;

describe('huati report', () => {
  it('huati report writes page, Markdown, brief, charts and analysis of each day', async () => {
    const folder = folderWith(logs);
    const { code, out, err } = await huati(folder, ['report', 'logs', ...quick]);
    expect([code, out]).toEqual([0, '']);
    const written = filesIn(join(folder, 'out/灯塔'));
    for (const date of ['2021-03-04', '2021-03-05']) {
      for (const extension of ['html', 'md', 'txt', 'json'])
        expect(written).toContain(`${date}.${extension}`);
      expect(written.some((name) => name.startsWith(`${date}/`) && name.endsWith('.svg'))).toBe(true);
    }
    expect(err).toContain(zh.done(2, 18, 'out'));
    expect(err).toContain(zh.segmenterUsed('@node-rs/jieba'));
    expect(err).toContain(zh.open(join('out', '灯塔', '2021-03-05.html')));
  });

  it('huati report of several groups names a page of each, and how many more lie beside it', async () => {
    const folder = folderWith({ ...logs, 'logs/海堤/_posts/2021-03-06-chat.md': short });
    const { err } = await huati(folder, ['report', 'logs', ...quick]);
    expect(err).toContain(`${zh.open(join('out', '灯塔', '2021-03-05.html'), 1)}\n`);
    expect(err).toContain(`${zh.open(join('out', '海堤', '2021-03-06.html'))}\n`);
  });

  it('HUATI_MODELS that names no folder is refused; an empty one means the rules', async () => {
    const folder = folderWith({ ...logs, 'empty/a': '' });
    process.env.HUATI_MODELS = join(folder, 'nosuch');
    const { code, err } = await huati(folder, ['brief', 'logs', '-q', ...quick]);
    process.env.HUATI_MODELS = join(folder, 'empty');
    const rules = await huati(folder, ['brief', 'logs', '-q', ...quick]);
    delete process.env.HUATI_MODELS;
    expect([code, err]).toEqual([2, `${zh.ownModels.missing(join(folder, 'nosuch'))}\n`]);
    expect([rules.code, rules.err]).toEqual([0, '']);
  });

  it('huati report writes to the folder that it is told, and below it only', async () => {
    const folder = folderWith(logs);
    await huati(folder, ['report', 'logs', '-o', 'a/b', '--group', '../../码头', ...quick]);
    const others = filesIn(folder).filter((name) => !/^(logs|\.huati)\//.test(name));
    expect(others.length).toBeGreaterThan(0);
    for (const name of others) expect(name).toMatch(/^a\/b\/码头\//);
  });

  it('--group gives no one name to groups that have logs of the same day, and says how to read one of them', async () => {
    const folder = folderWith({ ...logs, 'logs/海堤/_posts/2021-03-05-chat.md': logOf('09:00 阿橙 早') });
    const { code, out, err } = await huati(folder, ['qa', 'logs', '--group', '灯塔', ...quick]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(zh.mixedGroups('灯塔', '海堤、灯塔'));
  });

  it('--group gives one name to the logs of a group that was renamed', async () => {
    const folder = folderWith({ ...logs, 'logs/旧灯塔/_posts/2021-02-05-chat.md': logOf('09:00 阿橙 早') });
    expect((await huati(folder, ['qa', 'logs', '--group', '灯塔', ...quick])).code).toBe(0);
  });

  it('huati report takes files, folders and globs', async () => {
    const folder = folderWith(logs);
    const argv = [
      'analyze',
      'logs/**/*-04-*.md',
      'logs/灯塔/_posts/2021-03-05-chat.md',
      'logs',
      ...quick,
      '--json',
    ];
    const { out } = await huati(folder, argv);
    expect(JSON.parse(out).days.map((d: { date: string }) => d.date)).toEqual(['2021-03-04', '2021-03-05']);
  });

  it('huati report a second time writes the same bytes, from the cache and without it', async () => {
    const folder = folderWith(logs);
    const first = await huati(folder, ['report', 'logs', ...quick]);
    const written = contentsOf(join(folder, 'out'));
    expect(first.err).not.toContain(zh.cachedDays(2));
    const second = await huati(folder, ['report', 'logs', ...quick]);
    expect(second.err).toContain(zh.cachedDays(2));
    expect(contentsOf(join(folder, 'out'))).toEqual(written);
    const third = await huati(folder, ['report', 'logs', '--no-cache', ...quick]);
    expect(third.err).not.toContain(zh.cachedDays(2));
    expect(contentsOf(join(folder, 'out'))).toEqual(written);
  });

  it('huati report leaves alone what stands as it would write it, and writes anew what was changed or is gone', async () => {
    const folder = folderWith(logs);
    await huati(folder, ['report', 'logs', ...quick]);
    const written = contentsOf(join(folder, 'out'));
    const path = (name: string) => join(folder, 'out/灯塔', name);
    const times = () =>
      filesIn(join(folder, 'out')).map((name) => statSync(join(folder, 'out', name)).mtimeMs);
    const before = times();
    await huati(folder, ['report', 'logs', ...quick]);
    expect(times()).toEqual(before);
    writeFileSync(path('2021-03-04.md'), '潮汐');
    rmSync(path('2021-03-05.html'));
    await huati(folder, ['report', 'logs', ...quick]);
    expect(contentsOf(join(folder, 'out'))).toEqual(written);
  });

  it('huati report writes a day anew when an earlier day changes what it tells of', async () => {
    const folder = folderWith(logs);
    await huati(folder, ['report', 'logs', ...quick]);
    writeFileSync(join(folder, Object.keys(logs)[0]!), short);
    await huati(folder, ['report', 'logs', ...quick]);
    const incremental = contentsOf(join(folder, 'out/灯塔'));
    await huati(folder, ['report', 'logs', '--no-cache', '-o', 'fresh', ...quick]);
    expect(incremental['2021-03-05.md']).toBe(contentsOf(join(folder, 'fresh/灯塔'))['2021-03-05.md']);
  });

  it('a day added after months is told the same of earlier days, whether their history is kept or not', async () => {
    const day = (k: number, text: string) => [
      `logs/灯塔/${new Date(Date.UTC(2021, 2, 4 + k)).toISOString().slice(0, 10)}.md`,
      logOf(text),
    ];
    const question = '请问潮汐网关的备付金夜里的批次怎么对账？';
    const known = ['--segmenter', '@node-rs/jieba'];
    const folder = folderWith(
      Object.fromEntries([
        day(0, `09:00 阿橙 ${question}\n09:01 半帆 备付金夜里两点出文件，按潮汐网关的批次号对账就行`),
        ...Array.from({ length: 60 }, (_, k) => day(k + 1, `09:00 小舵 请问第${k}座码头的吊机夜里几点停？`)),
      ]),
    );
    await huati(folder, ['report', 'logs', ...known]);
    const [name, text] = day(61, `09:00 老锚 ${question}`) as [string, string];
    writeFileSync(join(folder, name), text);
    const added = async (...more: string[]) => {
      await huati(folder, ['report', 'logs', '-o', 'out', ...known, ...more]);
      return contentsOf(join(folder, 'out/灯塔'))['2021-05-04.md']!;
    };
    const kept = await added();
    expect(kept).toContain('2021-03-04');
    rmSync(join(folder, 'out'), { recursive: true });
    expect(await added('--no-cache')).toBe(kept);
  }, 60_000);

  it('huati report --no-cache leaves no cache behind', async () => {
    const folder = folderWith(logs);
    await huati(folder, ['report', 'logs', '--no-cache', ...quick]);
    expect(filesIn(folder).filter((name) => name.startsWith('.huati'))).toEqual([]);
  });

  it('huati report of a whole workspace names the days whose outputs lie there without a log, and deletes nothing', async () => {
    const folder = folderWith({ ...logs, 'huati.yaml': 'sources: [logs]\n' });
    expect((await huati(folder, ['report', ...quick])).err).not.toContain('旧结果');
    rmSync(join(folder, 'logs/灯塔/_posts/2021-03-05-chat.md'));
    const told = zh.leftBehind('out', 1, '灯塔/2021-03-05');
    expect((await huati(folder, ['report', ...quick])).err).toContain(told);
    expect(filesIn(join(folder, 'out/灯塔'))).toContain('2021-03-05.html');
    const { out } = await huati(folder, ['report', '--json', ...quick]);
    expect(JSON.parse(out).leftBehind).toEqual(['灯塔/2021-03-05']);
    // of a run over some logs nothing can be said of the others
    expect((await huati(folder, ['report', 'logs', ...quick])).err).not.toContain('旧结果');
  });

  it('huati report does not read its own reports', async () => {
    const folder = folderWith(logs);
    const days = async () =>
      JSON.parse((await huati(folder, ['report', '.', '--json', ...quick])).out).days.length;
    expect([await days(), await days()]).toEqual([2, 2]);
  });

  it('huati report with the shipped glossary finds its terms', async () => {
    const folder = folderWith({ '2021-03-04.md': logOf('09:00 阿橙 备付金和清算') });
    await huati(folder, ['analyze', '.', '--segmenter', '@node-rs/jieba', '--group', '灯塔']);
    const { terms } = JSON.parse(readFileSync(join(folder, 'out/灯塔/2021-03-04.json'), 'utf8'));
    expect(terms.filter((t: { known: boolean }) => t.known).length).toBeGreaterThan(0);
  });

  it('huati report --images shows the images of a folder', async () => {
    const folder = folderWith({
      '灯塔/2021-03-04.md': logOf('09:00 阿橙 ![09:00](tide.jpg)'),
      'img/tide.jpg': 'jpg',
    });
    await huati(folder, ['report', '灯塔', '--images', 'img', ...quick]);
    expect(filesIn(join(folder, 'out'))).toContain('灯塔/2021-03-04/tide.jpg');
    expect(readFileSync(join(folder, 'out/灯塔/2021-03-04.html'), 'utf8')).toContain('2021-03-04/tide.jpg');
  });

  it('huati report --quiet says nothing where nothing is wrong', async () => {
    expect(await huati(folderWith(logs), ['report', 'logs', '--quiet', ...quick])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
  });

  it('huati report --json prints one document, and the files that it names are there', async () => {
    const folder = folderWith(logs);
    const { code, out, err } = await huati(folder, ['report', 'logs', '--json', ...quick]);
    expect([code, err]).toEqual([0, '']);
    const said = JSON.parse(out);
    expect(said).toMatchObject({
      pipeline: 'daily',
      outputs: ['analysis', 'markdown', 'html', 'brief', 'charts'],
      segmenter: '@node-rs/jieba',
      out: join(folder, 'out'),
      days: [
        { group: '灯塔', date: '2021-03-04', messages: 16, cached: false },
        { group: '灯塔', date: '2021-03-05', messages: 2, cached: false },
      ],
    });
    for (const { files } of said.days)
      for (const file of files) expect(readFileSync(file).length).toBeGreaterThan(0);
  });

  it('huati report --lang en speaks English, but for what stands in the log', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': logOf('09:00 Lumen hello') });
    const { err } = await huati(folder, ['report', '灯塔', '--lang', 'en', ...quick]);
    expect(err).toContain(en.done(1, 1, 'out'));
    const brief = readFileSync(join(folder, 'out/灯塔/2021-03-04.txt'), 'utf8');
    expect(brief.replaceAll('灯塔', '')).not.toMatch(/[\u4e00-\u9fff]/);
    expect(readFileSync(join(folder, 'out/灯塔/2021-03-04.html'), 'utf8')).toMatch(/<html lang="en"/);
  });
});

describe('huati brief', () => {
  it('huati brief prints at most 25 lines a day and writes no report', async () => {
    const folder = folderWith(logs);
    const { code, out } = await huati(folder, ['brief', 'logs/灯塔/_posts/2021-03-04-chat.md', ...quick]);
    expect(code).toBe(0);
    expect(out).toContain('灯塔 2021-03-04');
    expect(out).toContain('渡口的夜间对账');
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
    expect(filesIn(folder).filter((name) => name.startsWith('out'))).toEqual([]);
  });

  it('huati brief of a crowded day has at most 25 lines, too', async () => {
    const crowd = Array.from({ length: 23 }, (_, h) =>
      [0, 20, 40].map(
        (m) =>
          `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')} 人${h}-${m} 第${h}条船的备付金第${m}天怎么算呢？`,
      ),
    ).flat();
    const folder = folderWith({ '灯塔/2021-03-04.md': logOf(crowd.join('\n')) });
    const { out } = await huati(folder, ['brief', '灯塔', '--segmenter', '@node-rs/jieba']);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(25);
    expect(lines.length).toBeGreaterThan(10);
  });

  it('huati brief of several days parts them with an empty line', async () => {
    const { out } = await huati(folderWith(logs), ['brief', 'logs', ...quick]);
    const parts = out.split('\n\n');
    expect(parts.map((part) => part.split('【')[0])).toEqual([
      '灯塔 2021-03-04 周四',
      '灯塔 2021-03-05 周五',
    ]);
    for (const part of parts) expect(part.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
  });

  it('huati brief --json prints the briefs as one document', async () => {
    const folder = folderWith(logs);
    const said = JSON.parse((await huati(folder, ['brief', 'logs', '--json', ...quick])).out);
    expect(said.days).toMatchObject([
      { group: '灯塔', date: '2021-03-04', text: expect.stringContaining('渡口的夜间对账') },
      { group: '灯塔', date: '2021-03-05' },
    ]);
  });

  it('huati brief --out writes what it would print', async () => {
    const folder = folderWith(logs);
    const printed = await huati(folder, ['brief', 'logs/灯塔/_posts/2021-03-05-chat.md', ...quick]);
    const { code, out } = await huati(folder, ['brief', 'logs', '--out', 'briefs', ...quick]);
    expect([code, out]).toEqual([0, '']);
    expect(filesIn(join(folder, 'briefs'))).toEqual(['灯塔/2021-03-04.txt', '灯塔/2021-03-05.txt']);
    expect(contentsOf(join(folder, 'briefs'))['灯塔/2021-03-05.txt']).toBe(printed.out);
  });
});

describe('huati analyze', () => {
  it('huati analyze writes one JSON file a day', async () => {
    const folder = folderWith(logs);
    expect((await huati(folder, ['analyze', 'logs', ...quick])).code).toBe(0);
    expect(filesIn(join(folder, 'out'))).toEqual(['灯塔/2021-03-04.json', '灯塔/2021-03-05.json']);
  });

  it('huati analyze --tokens gives the segmentation', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': short });
    const first = async (...argv: string[]) => {
      await huati(folder, ['analyze', '灯塔', ...argv, ...quick]);
      return JSON.parse(readFileSync(join(folder, 'out/灯塔/2021-03-04.json'), 'utf8')).messages[0];
    };
    expect((await first('--tokens')).tokens.join('')).toBe('灯塔的手续费是多少？');
    expect(await first()).not.toHaveProperty('tokens');
  });

  it('huati analyze --format irc reads IRC logs', async () => {
    const folder = folderWith({
      '2009-05-06.txt': '[08:15] <harbor> how do I mount a disk?\n=== buoy joined\n',
    });
    const { code, out } = await huati(folder, ['analyze', '--format', 'irc', '*.txt', '--json', ...quick]);
    expect([code, JSON.parse(out).days]).toMatchObject([
      0,
      [{ group: 'irc', date: '2009-05-06', messages: 2 }],
    ]);
  });

  it('the option --segmenter names the segmenter of the analysis', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': short });
    const { out } = await huati(folder, ['analyze', '灯塔', '--json', ...quick]);
    expect(JSON.parse(out).segmenter).toBe('@node-rs/jieba');
    expect(JSON.parse(readFileSync(join(folder, 'out/灯塔/2021-03-04.json'), 'utf8')).segmenter).toBe(
      '@node-rs/jieba',
    );
  });
});

describe('huati run', () => {
  const own = `name: tide\nsegmenter: '@node-rs/jieba'\nglossary: false\nlang: en\nstages: [people, segment, terms, links, threads, talks]\noutputs: [brief]\n`;

  it('huati run daily is huati report', async () => {
    const [a, b] = [folderWith(logs), folderWith(logs)];
    await huati(a, ['run', 'daily', 'logs', ...quick]);
    await huati(b, ['report', 'logs', ...quick]);
    expect(contentsOf(join(a, 'out'))).toEqual(contentsOf(join(b, 'out')));
  });

  it("huati run takes a file of one's own, from the folder where it is called", async () => {
    const folder = folderWith({ ...logs, 'tide.yaml': own });
    const { code, err } = await huati(folder, ['run', 'tide.yaml', 'logs']);
    expect([code, err]).toEqual([0, expect.stringContaining(en.done(2, 18, 'out'))]);
    expect(filesIn(join(folder, 'out'))).toEqual(['灯塔/2021-03-04.txt', '灯塔/2021-03-05.txt']);
  });

  it("huati run finds a pipeline of the workspace by its name, before the package's", async () => {
    const folder = folderWith({ ...logs, 'huati.yaml': 'sources: [logs]\n', 'pipelines/daily.yaml': own });
    expect((await huati(folder, ['run', 'daily'])).code).toBe(0);
    expect(filesIn(join(folder, 'out'))).toEqual(['灯塔/2021-03-04.txt', '灯塔/2021-03-05.txt']);
  });

  it('an option wins over what a pipeline declares', async () => {
    const folder = folderWith({ ...logs, 'tide.yaml': own });
    const { err } = await huati(folder, ['run', 'tide.yaml', 'logs', '--lang', 'zh']);
    expect(err).toContain(zh.done(2, 18, 'out'));
  });

  it('huati run of a pipeline that is not valid ends with 2, names file and line, and runs nothing', async () => {
    const folder = folderWith({ ...logs, 'tide.yaml': own.replace('links', 'lnks') });
    const { code, out, err } = await huati(folder, ['run', 'tide.yaml', 'logs']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/tide\.yaml:5：没有 lnks 这个步骤；有 people/);
    expect(filesIn(folder)).toEqual([...Object.keys(logs), 'tide.yaml']);
  });
});
