import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/cli/csv.js';
import { table } from '../../src/cli/table.js';
import { words } from '../../src/lang/index.js';
import { filesIn, folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const log = logOf(
  '09:00 周远帆 早\n09:01 阿橙 @周远帆-灯塔-运营\u2005在吗\n09:02 阿橙 @远山 在吗\n09:03 周远帆 @阿橙 在',
);
const files = { 'huati.yaml': 'sources: [logs]\n', 'logs/灯塔/2021-03-04.md': log };
const zh = words('zh');

describe('huati people', () => {
  it('huati people lists who is who, and apart from them whom it does not know', async () => {
    const { code, out } = await huati(folderWith(files), ['people']);
    expect(code).toBe(0);
    const [known, open] = out.split('\n\n');
    expect(known).toContain(zh.roster.known(1));
    expect(known).toMatch(/周远帆-灯塔-运营 +周远帆 +0\.\d\d/);
    expect(open).toContain(zh.roster.unresolved(1));
    expect(open).toContain('远山');
  });

  it('huati people says what the workspace confirms', async () => {
    const folder = folderWith({ ...files, 'corrections/people.yaml': '- { name: 远山, is: 阿橙 }\n' });
    const { out } = await huati(folder, ['people', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      days: 1,
      people: expect.arrayContaining([
        expect.objectContaining({ name: '远山', speaker: '阿橙', confidence: 1, confirmed: true }),
      ]),
    });
  });

  it('huati people says which name nobody bears whom the workspace confirms', async () => {
    const known = (...people: string[]) =>
      folderWith({ ...files, 'corrections/people.yaml': people.join('\n') });
    const { code, err } = await huati(known('- { name: 远山, is: 阿澄 }', '- { name: 远, is: 阿橙 }'), [
      'people',
    ]);
    expect([code, err]).toEqual([0, `${zh.roster.unborne('阿澄')}\n`]);
    // whoever speaks under another confirmed name is there
    const renamed = known('- { name: 远山, is: 老周 }', '- { name: 周远帆, is: 老周 }');
    expect((await huati(renamed, ['people'])).err).toBe('');
  });

  it('huati people says file and line of what is wrong in people.yaml, and goes on', async () => {
    const folder = folderWith({
      ...files,
      'corrections/people.yaml': '- { name: a, is: b }\n- { nam: c }\n',
    });
    const { code, err, out } = await huati(folder, ['people']);
    expect(code).toBe(1);
    expect(err).toContain(`${join('corrections', 'people.yaml')}:2`);
    expect(out).toContain('周远帆');
  });

  it('huati people --out writes a CSV file that a spreadsheet opens, and nothing in it is a formula', async () => {
    const evil = logOf('09:00 阿橙 @=HYPERLINK(1) 在吗\n09:01 =1+1 早');
    const folder = folderWith({ ...files, 'logs/灯塔/2021-03-05.md': evil });
    const { code, err } = await huati(folder, ['people', '-o', 'people.csv']);
    expect([code, err]).toEqual([0, `${zh.roster.written(3, 'people.csv')}\n`]);
    const text = readFileSync(join(folder, 'people.csv'), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toContain("'=HYPERLINK(1)");
    for (const row of text.slice(1).split('\r\n')) expect(row).not.toMatch(/(^|,)"?[=+@-]/);
  });

  it('huati people without a log says so', async () => {
    const { code } = await huati(folderWith({ 'notes.md': '# none\n' }), ['people', '.']);
    expect(code).toBe(1);
  });
});

describe('csv', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\n@x'])(
    'csv lets %j be no formula',
    (value) => {
      expect(csv([[value]])).toMatch(/^\ufeff"?'/);
    },
  );

  it('csv quotes what needs it and leaves numbers numbers', () => {
    expect(csv([['a,b', 'say "hi"', 'a-b', -7]])).toBe('\ufeff"a,b","say ""hi""",a-b,-7\r\n');
  });
});

describe('table', () => {
  it('table aligns columns, Chinese characters being twice as wide', () => {
    expect(
      table([
        ['灯塔', 'a'],
        ['x', 'b'],
      ]),
    ).toBe('灯塔  a\nx     b');
  });
});

describe('huati correct', () => {
  const day = 'logs/灯塔/2021-03-04.md';
  const written = join('corrections', 'days', '灯塔', '2021-03-04.yaml');
  const analysed = async (folder: string) => {
    const { code } = await huati(folder, ['analyze', '--no-glossary', '--segmenter', '@node-rs/jieba']);
    expect(code).toBe(0);
    return JSON.parse(readFileSync(join(folder, 'out/灯塔/2021-03-04.json'), 'utf8'));
  };

  it('huati correct writes into the workspace, says where, and the next analysis holds to it', async () => {
    const folder = folderWith(files);
    await analysed(folder);
    const { code, err } = await huati(folder, ['correct', day, '4', '--parent', '3', '--kind', 'answer']);
    expect([code, err]).toEqual([0, `${zh.cli.corrected(4, written)}\n`]);
    await huati(folder, ['correct', day, '#1', '--title', '灯塔早会', '--domain', 'work']);
    const { links, messages, threads } = await analysed(folder);
    expect(links[3]).toMatchObject({ n: 4, parent: 3 });
    expect(messages[3].kind).toBe('answer');
    expect(threads[0]).toMatchObject({ title: '灯塔早会', domain: 'work' });
  });

  it('huati correct keeps what is there, comments too, and replaces what was said about the same message', async () => {
    const folder = folderWith(files);
    await huati(folder, ['correct', day, '4', '--start']);
    const path = join(folder, written);
    const kept = folderWith({ ...files, [written]: `# 我改的\n${readFileSync(path, 'utf8')}` });
    await huati(kept, ['correct', day, '3', '--kind', 'notice']);
    await huati(kept, ['correct', day, '4', '--parent', '2']);
    const text = readFileSync(join(kept, written), 'utf8');
    expect(text).toMatch(/^# 我改的\n/);
    expect(text.match(/parent:/g)).toHaveLength(1);
    const { links, messages } = await analysed(kept);
    expect(links[3].parent).toBe(2);
    expect(messages[2].kind).toBe('notice');
  });

  it.each<[string, string[]]>([
    ['nothing to correct', ['4']],
    ['a message that is not there', ['9', '--start']],
    ['a parent that is not there', ['4', '--parent', '9']],
    ['a parent behind its message', ['2', '--parent', '4']],
    ['a kind that is none', ['4', '--kind', 'song']],
    ['a domain that is none', ['4', '--domain', 'sea']],
    ['a title too long', ['4', '--title', '长'.repeat(21)]],
    ['parent and start at once', ['4', '--start', '--parent', '2']],
  ])('huati correct refuses %s and writes nothing', async (_, argv) => {
    const folder = folderWith(files);
    const { code, err } = await huati(folder, ['correct', day, ...argv]);
    expect(code).toBe(2);
    expect(err.trim()).not.toBe('');
    expect(filesIn(folder).filter((name) => name.startsWith('corrections'))).toEqual([]);
  });

  it('huati correct says what may stand in the place of a value that is not valid', async () => {
    const said = async (...argv: string[]) =>
      (await huati(folderWith(files), ['correct', day, '4', ...argv])).err;
    expect(await said('--kind', 'song')).toContain('question, answer, talk');
    expect(await said('--domain', 'sea')).toContain('payments, work, social');
    expect(await said('--title', '长'.repeat(21))).toMatch(/1 到 20 字；现在是 21 字/);
    expect(await said('--help')).not.toContain('或一个词');
  });

  it('huati correct leaves a file alone that is not valid, and says its line', async () => {
    const folder = folderWith({ ...files, [written]: 'links: 7\n' });
    const { code, err } = await huati(folder, ['correct', day, '4', '--start']);
    expect(code).toBe(2);
    expect(err).toContain('2021-03-04.yaml:1');
    expect(readFileSync(join(folder, written), 'utf8')).toBe('links: 7\n');
  });

  it('corrections and consents of a group that has another name now are said, with what to do', async () => {
    const folder = folderWith({
      'huati.yaml': 'sources: [logs]\ngroup: 夜宵\n',
      'logs/2021-03-04.md': logOf('09:00 阿橙 早'),
      'corrections/days/logs/2021-03-04.yaml': 'titles: []\n',
      'corrections/days/夜宵/2021-03-04.yaml': 'titles: []\n',
      'corrections/days/别群/2021-03-09.yaml': 'titles: []\n',
      'consent.yaml': '- { talk: logs/2021-03-04, consent: 可公开 }\n',
    });
    const { code, err } = await huati(folder, ['analyze', '--segmenter', '@node-rs/jieba']);
    expect(code).toBe(1);
    expect(err).toContain(
      words('zh').cli.orphanedCorrections(join('corrections', 'days', 'logs'), 'logs', '夜宵'),
    );
    expect(err).toContain(words('zh').cli.orphanedConsents('consent.yaml', 'logs', '夜宵'));
    expect(err).not.toContain('别群');
  });
});
