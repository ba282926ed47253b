import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { contentsOf, filesIn, folderWith } from '../pipeline/folder.js';
import { gbk } from '../read/log.js';
import { logOf } from '../threads/chat.js';
import { huati, quick } from './run.js';

const log = logOf('09:00 阿橙 灯塔的手续费是多少？\n09:01 半帆 @阿橙 千三');
const zh = words('zh');
const analyze = (folder: string, ...argv: string[]) => huati(folder, ['analyze', ...argv, ...quick]);

describe('huati: something in the input is wrong (1)', () => {
  it('a path that leads to nothing is named, and the rest is done', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': log });
    const { code, err } = await analyze(folder, '灯塔', 'nichts.md', '*.log');
    expect(code).toBe(1);
    expect(err).toContain(zh.cli.missing('nichts.md'));
    expect(err).toContain(zh.cli.noMatch('*.log'));
    expect(err).toContain(zh.cli.done(1, 2, 'out'));
  });

  it('a folder without logs', async () => {
    const { code, err } = await analyze(folderWith({ 'in/a.md': '从前有座山。', 'in/b.png': '' }), 'in');
    expect([code, err]).toEqual([1, `${zh.cli.skipped(1)}\n${zh.cli.nothingRead}\n`]);
  });

  it.each(['', '\n', '\0\0'])(
    'an empty file named after a day, %j, is a problem, as its export has failed',
    async (empty) => {
      const folder = folderWith({ 'in/2021-03-04-chat.md': empty, 'in/notes.md': '' });
      const { code, err } = await analyze(folder, 'in');
      expect([code, err]).toEqual([1, expect.stringContaining('2021-03-04-chat.md：读不了：文件是空的')]);
      expect(err).not.toContain('notes.md');
    },
  );

  it('a file that is named and is no log', async () => {
    const { code, err } = await analyze(folderWith({ 'a.md': '从前有座山。' }), 'a.md');
    expect(code).toBe(1);
    expect(err).toContain(zh.cli.notALog('a.md'));
  });

  it.skipIf(process.platform === 'win32')(
    'a name of a file tells a terminal nothing but itself, in one line',
    async () => {
      const name = '灯\u001b[2J塔\n\u202e.md';
      const { code, err } = await analyze(folderWith({ [name]: '从前有座山。' }), name);
      expect(code).toBe(1);
      expect(err).toContain(`${zh.cli.notALog('灯\\u001b[2J塔\\n\\u202e.md')}\n`);
      expect(err).not.toMatch(/[\u001b\u202e]/);
    },
  );

  it('what is wrong with arguments and workspaces steers no terminal', async () => {
    const folder = folderWith({ 'huati.yaml': '"\\e]0;灯塔\\a\\e[31m鱼": 1\n' });
    for (const argv of [['report'], ['\u001b[31m鱼'], ['report', '--\u001b[2J']]) {
      const { code, err } = await huati(folder, argv);
      expect(code).toBe(2);
      expect(err).toMatch(/\S/);
      expect(err).not.toMatch(/[\u001b\u0007]/);
    }
  });

  it('of one kind of fault five places are told, and how many more there are', async () => {
    const bad = Array.from({ length: 40 }, (_, i) => `> 9:${10 + i}  阿橙\n\n灯塔${i}\n`).join('\n');
    const folder = folderWith({ '灯塔/2021-03-04.md': `${log}\n${bad}` });
    const { code, err } = await analyze(folder, '灯塔');
    const last =
      readFileSync(join(folder, '灯塔/2021-03-04.md'), 'utf8').split('\n').indexOf('> 9:49  阿橙') + 1;
    expect(code).toBe(1);
    expect(err.split(zh.notes['time-malformed'])).toHaveLength(5 + 1);
    expect(err).toContain(`${join('灯塔', '2021-03-04.md')}: ${zh.cli.moreOfAKind(35, last)}`);
  });

  it('a header that is never closed is said with its line, and the messages are read', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': `\n---\ndate: 2021-03-04\n${log}` });
    const { code, err } = await analyze(folder, '灯塔');
    expect(code).toBe(1);
    expect(err).toContain(`${join('灯塔', '2021-03-04.md')}:2: ${zh.notes['header-unclosed']}`);
    expect(JSON.parse(readFileSync(join(folder, 'out/灯塔/2021-03-04.json'), 'utf8')).messages).toHaveLength(
      2,
    );
  });

  it('a time that does not exist is said with its line', async () => {
    const { code, err } = await analyze(
      folderWith({ '灯塔/2021-03-04.md': `${log}\n> 25:00:00  小舵\n\n早\n` }),
      '灯塔',
    );
    expect(code).toBe(1);
    expect(err).toContain(`2021-03-04.md:9: ${zh.notes['time-invalid']}（25:00:00）`);
  });

  it('two logs of one day are both written, and it is said', async () => {
    const folder = folderWith({
      'a/灯塔/2021-03-04.md': log,
      'b/灯塔/2021-03-04.md': log.replace('千三', '千五'),
    });
    const { code, err } = await analyze(folder, 'a', 'b');
    expect(code).toBe(1);
    expect(err).toContain(zh.notes['same-day']);
    expect(filesIn(join(folder, 'out'))).toEqual(['灯塔/2021-03-04.json', '灯塔/2021-03-04_2.json']);
  });

  it('a copy of a log is told and counts for nothing', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': log, '灯塔/2021-03-04 (1).md': log });
    const { code, err } = await analyze(folder, '灯塔');
    expect(code).toBe(0);
    expect(err).toContain(zh.cli.copy(join('灯塔', '2021-03-04 (1).md'), join('灯塔', '2021-03-04.md')));
    expect(filesIn(join(folder, 'out'))).toEqual(['灯塔/2021-03-04.json']);
  });

  it('problems are said with --quiet and with --json, too', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': log });
    for (const option of ['--quiet', '--json']) {
      const { code, err } = await analyze(folder, '灯塔', 'nichts.md', option);
      expect([code, err]).toEqual([1, `${zh.cli.missing('nichts.md')}\n`]);
    }
  });

  it('with --json the document is whole where nothing could be read', async () => {
    const { code, out } = await analyze(folderWith(), 'nichts', '--json');
    expect([code, JSON.parse(out).days]).toEqual([1, []]);
    const brief = await huati(folderWith(), ['brief', 'nichts', '--json', ...quick]);
    expect([brief.code, JSON.parse(brief.out).days]).toEqual([1, []]);
  });

  it('problems are said in English where English is asked for', async () => {
    const { err } = await analyze(folderWith(), 'nichts', '--lang', 'en');
    expect(err).toBe(`${words('en').cli.missing('nichts')}\n${words('en').cli.nothingRead}\n`);
  });

  it('what a log holds cannot steer the terminal', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': `\u001b[31m\u0007红\n${log}` });
    const { err } = await analyze(folder, '灯塔');
    expect(err).toContain(zh.notes['text-before-first']);
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('huati: harmless things are said, and end with 0', () => {
  it('a GBK file is read as it was meant', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': gbk(log) });
    const { code, err } = await analyze(folder, '灯塔');
    expect([code, err]).toEqual([0, expect.stringContaining(`${zh.notes.encoding}（GBK）`)]);
    const { messages } = JSON.parse(readFileSync(join(folder, 'out/灯塔/2021-03-04.json'), 'utf8'));
    expect(messages[0].text).toBe('灯塔的手续费是多少？');
    expect((await analyze(folder, '灯塔', '--quiet')).err).toBe('');
  });

  it('a log without messages gets a report that says so', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': '---\nlayout: source\n---\n' });
    const { code } = await huati(folder, ['report', '灯塔', ...quick]);
    expect(code).toBe(0);
    const written = contentsOf(join(folder, 'out/灯塔'));
    for (const name of ['2021-03-04.html', '2021-03-04.md', '2021-03-04.txt'])
      expect(written[name]).toContain(zh.empty);
  });

  it('files in a folder that are no logs are counted', async () => {
    const folder = folderWith({ 'in/灯塔/2021-03-04.md': log, 'in/a.txt': '山', 'in/b.txt': '海' });
    const { code, err } = await analyze(folder, 'in');
    expect([code, err]).toEqual([0, expect.stringContaining(zh.cli.skipped(2))]);
  });
});

describe('huati: the workspace and the glossary', () => {
  const workspace = 'sources: [logs]\ndictionaries: [glossary]\noutput: reports\n';
  const files = {
    'glossary/mine.yaml': '- term: 千三\n  class: concept\n',
    'huati.yaml': workspace,
    'logs/灯塔/2021-03-04.md': log,
  };
  const run = (folder: string) => huati(folder, ['analyze', '--segmenter', '@node-rs/jieba']);

  it('a malformed entry is named with file and line, the rest serves, and the run ends with 1', async () => {
    const folder = folderWith({
      ...files,
      'glossary/mine.yaml': '- term: 千三\n  class: concept\n- term: 帆\n  class: sail\n',
    });
    const { code, err } = await run(folder);
    expect(code).toBe(1);
    expect(err).toContain(`${join('glossary', 'mine.yaml')}:3：`);
    const { terms } = JSON.parse(readFileSync(join(folder, 'reports/灯塔/2021-03-04.json'), 'utf8'));
    expect(terms).toContainEqual(expect.objectContaining({ term: '千三', known: true }));
  });

  it('a wrong key in huati.yaml is named with its line, ends with 2, and nothing is run', async () => {
    const folder = folderWith({ ...files, 'huati.yaml': `${workspace}colour: red\n` });
    const { code, err } = await run(folder);
    expect([code, err]).toEqual([2, expect.stringMatching(/huati\.yaml:4：.*colour/)]);
    expect(filesIn(folder)).toEqual(Object.keys(files));
  });

  it('a file of entries that is not there is said, and the run ends with 1; a folder is an empty glossary', async () => {
    const { 'glossary/mine.yaml': _, ...rest } = files;
    const named = { ...rest, 'huati.yaml': workspace.replace('[glossary]', '[glossary/mine.yaml]') };
    const { code, err } = await run(folderWith(named));
    expect([code, err]).toEqual([1, expect.stringContaining('glossary/mine.yaml')]);
    expect((await run(folderWith(rest))).code).toBe(0);
  });

  it('paths on the command line are read instead of the sources', async () => {
    const folder = folderWith({ ...files, 'other/码头/2021-03-04.md': log });
    await huati(folder, ['analyze', 'other', ...quick]);
    expect(filesIn(join(folder, 'reports'))).toEqual(['码头/2021-03-04.json']);
  });

  it('--workspace works in another workspace than that of the folder', async () => {
    const folder = folderWith(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`far/${name}`, text])),
    );
    expect((await huati(folder, ['analyze', '--workspace', 'far', ...quick])).code).toBe(0);
    expect(filesIn(folder)).toContain('far/reports/灯塔/2021-03-04.json');
    expect(filesIn(folder).every((name) => name.startsWith('far/'))).toBe(true);
  });

  it("HUATI_CACHE is where the cache lies, before the workspace's", async () => {
    const folder = folderWith(files);
    process.env.HUATI_CACHE = join(folder, 'elsewhere');
    try {
      await analyze(folder);
    } finally {
      delete process.env.HUATI_CACHE;
    }
    expect(filesIn(folder).some((name) => name.startsWith('elsewhere/'))).toBe(true);
    expect(filesIn(folder).some((name) => name.startsWith('.huati/'))).toBe(false);
  });
});

describe('huati: the cache cannot be written', () => {
  it('the results are whole, and what stands in the way is said once', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': log, '.huati': 'a file' });
    const { code, err } = await huati(folder, ['analyze', '灯塔', ...quick]);
    expect(code).toBe(0);
    const said = err
      .split('\n')
      .filter((line) => line.startsWith(`${join('.huati', 'cache')}：缓存写不进去`));
    expect(said).toHaveLength(1);
    expect(filesIn(folder)).toContain('out/灯塔/2021-03-04.json');
    expect(contentsOf(folder)['.huati']).toBe('a file');
  });
});

describe('huati: the results cannot be written (3)', () => {
  it.each(['report', 'brief', 'analyze'])(
    'huati %s --out where a file stands in the way',
    async (command) => {
      const folder = folderWith({ '灯塔/2021-03-04.md': log, out: 'a file' });
      const { code, err } = await huati(folder, [command, '灯塔', '--out', 'out', '--no-cache', ...quick]);
      expect(code).toBe(3);
      expect(err).toContain(zh.cli.cannotWrite('out', '').split('：')[0]);
      expect(contentsOf(folder).out).toBe('a file');
      expect(filesIn(folder)).toEqual(['out', '灯塔/2021-03-04.md']);
    },
  );
});

describe('huati: interrupted (130)', () => {
  const three = {
    'logs/灯塔/2021-03-04.md': log,
    'logs/灯塔/2021-03-05.md': log,
    'logs/灯塔/2021-03-06.md': log,
  };
  /** Questions for Ctrl-C while the logs are looked at and then read for the roster: two a log, and one behind them. */
  const whileReading = 2 * Object.keys(three).length + 1;
  /** Ctrl-C, heard after so many more questions for it: one a day. */
  const heardAfter = (days: number) => {
    let questions = 0;
    return { interrupted: () => ++questions > whileReading + days };
  };

  it('Ctrl-C while the logs are read for the roster ends the run, and nothing is written', async () => {
    const folder = folderWith(three);
    const { code } = await huati(folder, ['report', 'logs', ...quick], { interrupted: () => true });
    expect([code, existsSync(join(folder, 'out'))]).toEqual([130, false]);
  });

  it('Ctrl-C between two days ends the run before the next, and what was written is whole', async () => {
    const [folder, other] = [folderWith(three), folderWith(three)];
    const { code, err } = await huati(folder, ['report', 'logs', ...quick], heardAfter(1));
    expect(code).toBe(130);
    expect(err).toContain(zh.cli.interrupted);
    await huati(other, ['report', 'logs', ...quick]);
    const [written, whole] = [contentsOf(join(folder, 'out')), contentsOf(join(other, 'out'))];
    const days = new Set(Object.keys(written).map((name) => name.slice(3, 13)));
    expect([...days]).toEqual(['2021-03-04', '2021-03-05']);
    for (const [name, text] of Object.entries(written)) expect(text, name).toBe(whole[name]);
    for (const name of Object.keys(whole))
      if (days.has(name.slice(3, 13))) expect(Object.keys(written)).toContain(name);
  });

  it('a run that was interrupted goes on from the cache', async () => {
    const folder = folderWith(three);
    await huati(folder, ['analyze', 'logs', ...quick], heardAfter(1));
    const { code, err } = await huati(folder, ['analyze', 'logs', ...quick]);
    expect([code, err]).toEqual([0, expect.stringContaining(zh.cli.cachedDays(2))]);
  });

  it('a brief that is interrupted prints whole briefs, with --json a whole document', async () => {
    const folder = folderWith(three);
    const { code, out } = await huati(folder, ['brief', 'logs', '--json', ...quick], heardAfter(1));
    expect([code, JSON.parse(out).days.length]).toEqual([130, 2]);
  });
});

describe('huati: interrupted (130) where all days are needed', () => {
  const two = {
    'huati.yaml': 'sources: [logs]\n',
    'logs/灯塔/2021-03-04.md': log,
    'logs/灯塔/2021-03-05.md': log,
  };
  const asking = [
    ['topics', '--out', 'of.json'],
    ['digest', '--month', '2021-03', '--out', 'of.html'],
    ['members', '--out', 'of.csv'],
    ['schedule', '--out', 'of.ics'],
    ['find', '灯塔', '--out', 'of.csv'],
    ['sql', 'SELECT * FROM messages', '--out', 'of.csv'],
    ['tables', '--out', 'of'],
    ['compare', '2021-03-04', '2021-03-05', '--out', 'of'],
    ['qa'],
    ['glossary', 'candidates', '--out', 'of.csv'],
    ['glossary', 'gaps'],
    ['glossary', 'show', '灯塔'],
  ];

  it.each(asking)('huati %s %s tells and writes nothing of some of them', async (...argv) => {
    const folder = folderWith(two);
    // heard while logs are read, and behind the first day
    for (const heard of [1, 6]) {
      let questions = 0;
      const interrupted = () => ++questions > heard;
      const { code, out } = await huati(folder, argv, { interrupted });
      expect([code, out]).toEqual([130, '']);
    }
    expect(filesIn(folder).filter((name) => /^of\b(?!\/assets)/.test(name))).toEqual([]);
  });
});

describe('huati site: broken off', () => {
  it('has no way in, though an older one had', async () => {
    const folder = folderWith({ 'logs/灯塔/2021-03-04.md': log, 'logs/灯塔/2021-03-05.md': log });
    const site = async (heard: number) => {
      let questions = 0;
      await huati(folder, ['site', 'logs', '-o', 's'], { interrupted: () => ++questions > heard });
      return existsSync(join(folder, 's/index.html'));
    };
    expect([
      await site(Number.POSITIVE_INFINITY),
      await site(6),
      await site(Number.POSITIVE_INFINITY),
    ]).toEqual([true, false, true]);
  });
});

describe('what is wrong with a command', () => {
  const complaint = async (...argv: string[]) => (await huati(folderWith({}), argv)).err.trim();

  it.each([
    ['one argument too many', ['explain', '甲', '1', '乙'], zh.cli.tooManyArguments('explain', '2')],
    [
      'one argument too many of a command within a command',
      ['glossary', 'show', '甲', '乙'],
      zh.cli.tooManyArguments('glossary show', '1'),
    ],
    ['an option that there is not', ['report', '--foo'], zh.cli.unknownOption('--foo')],
    ['an argument that is missing', ['find'], zh.cli.missingArgument('term', '要查的词')],
    [
      'an argument of a sub-command that is missing',
      ['glossary', 'show'],
      zh.cli.missingArgument('term', '词，任何一种写法都行'),
    ],
    [
      'a value that is none of the choices',
      ['report', '--format', '船'],
      zh.cli.badChoice('--format <name>', 'jekyll, irc'),
    ],
  ])('%s is said in the language of the reader', async (_, argv, said) => {
    expect(await complaint(...argv)).toBe(said);
  });

  it('a command without its sub-command shows its help and says nothing more', async () => {
    expect(await complaint('glossary')).not.toContain('outputHelp');
  });
});

describe('what is wrong with files that people write', () => {
  it('is told with file and line, in Chinese', async () => {
    const folder = folderWith({
      'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
      'logs/2024-05-16-chat.markdown': log,
      'glossary/a.yaml': '- term: 灯塔费\n  class: 船\n',
      'corrections/days/g/2024-05-16.yaml': 'links: 3\n',
      'consent.yaml': '- talk: 3\n  consent: 可公开\n',
    });
    const { err } = await huati(folder, ['records', '--segmenter', '@node-rs/jieba']);
    expect(err).toContain('glossary/a.yaml:1：词条不合格，已略过：class：应是 concept（概念）、tech（技术）');
    expect(err).toContain('corrections/days/g/2024-05-16.yaml:1：更正不合格，已略过：links：应是列表');
    expect(err).toContain('consent.yaml:1：talk：应是文字，写的是数字');
    expect(err).not.toMatch(/Invalid|expected/);
  });

  it('of one kind five places in a file are told, and how many more there are', async () => {
    const entries = Array.from({ length: 40 }, (_, i) => `- term: 灯塔费${i}\n  class: 船\n`).join('');
    const corrections = Array.from({ length: 30 }, (_, i) => `- name: 甲${i}\n`).join('');
    const consents = Array.from(
      { length: 20 },
      (_, i) => `- talk: 灯塔/2024-03-${i + 10}\n  consent: 鱼${i}\n`,
    );
    const folder = folderWith({
      'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
      'logs/2024-05-16-chat.markdown': log,
      'glossary/a.yaml': `${entries}- term: 灯塔价\n  class: concept\n  colour: 红\n`,
      'corrections/people.yaml': corrections,
      'consent.yaml': consents.join(''),
    });
    const { code, err } = await huati(folder, ['records', '--segmenter', '@node-rs/jieba']);
    const told = (file: string) => err.split('\n').filter((line) => line.startsWith(file));
    expect(code).toBe(1);
    expect(told('glossary/a.yaml')).toHaveLength(5 + 1 + 1);
    expect(told('glossary/a.yaml')).toContain(`glossary/a.yaml: ${zh.cli.moreOfAKind(35, 79)}`);
    expect(told('glossary/a.yaml').at(-1)).toContain('glossary/a.yaml:81：');
    expect(told('corrections/people.yaml')).toHaveLength(5 + 1);
    expect(told('corrections/people.yaml').at(-1)).toContain(zh.cli.moreOfAKind(25, 30));
    expect(told('consent.yaml')).toHaveLength(5 + 1);
    expect(told('consent.yaml').at(-1)).toContain(zh.cli.moreOfAKind(15, 40));
  });

  it('of one kind five lines of a table are told, and how many more there are', async () => {
    const rows = (row: (i: number) => string) => Array.from({ length: 50 }, (_, i) => row(i)).join('\n');
    const folder = folderWith({
      'logs/2024-05-16-chat.markdown': log,
      'list.csv': `名字,免签\n${rows((i) => `甲${i},鱼${i}`)}\n`,
      'terms.csv': `term,class\n${rows((i) => `灯塔费${i},船`)}\n`,
    });
    const told = async (file: string, ...argv: string[]) =>
      (await huati(folder, argv)).err.split('\n').filter((line) => line.startsWith(file));
    for (const lines of [
      await told('list.csv', 'members', 'logs', '--roster', 'list.csv', ...quick),
      await told('terms.csv', 'glossary', 'import', 'terms.csv'),
    ]) {
      expect(lines).toHaveLength(5 + 1);
      expect(lines.at(-1)).toContain(zh.cli.moreOfAKind(45, 51));
    }
  });

  it('a table with bytes that are no text is told with its line', async () => {
    const folder = folderWith({ 'logs/2024-05-16-chat.markdown': log });
    const bytes = Buffer.concat([
      Buffer.from('名字,备注\n阿橙,灯塔\n半帆,灯'),
      Buffer.from([0xff]),
      Buffer.from('塔\n'),
    ]);
    writeFileSync(join(folder, 'list.csv'), bytes);
    const { code, err } = await huati(folder, ['members', 'logs', '--roster', 'list.csv', ...quick]);
    expect(code).toBe(1);
    expect(err).toContain('list.csv:3：编码坏了');
  });

  it('a folder where a file is wanted is said to be one', async () => {
    const folder = folderWith({ 'logs/a.markdown': log });
    expect((await huati(folder, ['explain', 'logs', '1'])).err).toContain('logs：读不了：这是文件夹');
  });

  it('a declaration that cannot be read stops everything, in Chinese', async () => {
    const folder = folderWith({ 'huati.yaml': 'sources: 3\n鱼: 1\n' });
    const { code, err } = await huati(folder, ['report']);
    expect(code).toBe(2);
    expect(err).toContain('huati.yaml:1：sources：应是列表');
    expect(err).toContain('huati.yaml:2：鱼：不认得 鱼；可以写 sources');
  });
});
