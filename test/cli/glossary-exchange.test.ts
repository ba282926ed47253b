import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDictionary } from '../../src/text/index.js';
import { filesIn, folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const quick = ['--segmenter', '@node-rs/jieba'];

const signed = ['--by', '阿橙', '--on', '2021-03-04'];
const own = `- term: 灯塔费
  aliases: [灯费]
  class: product
  definition: "=为灯塔付的费。"
  status: approved
  source: 海规1
  checked: {by: 半帆, on: 2021-03-01, original: true}
  history:
    - {on: 2021-03-01, by: 半帆, did: accept, why: 常用}
- term: 浮标费
  class: product
`;
const workspace = (glossary = own, more: Record<string, string> = {}) =>
  folderWith({
    'huati.yaml': 'dictionaries: [glossary]\n',
    'glossary/own.yaml': glossary,
    ...more,
  });
const file = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const decided = (folder: string) =>
  readDictionary({ path: '', text: file(folder, 'glossary/decided.yaml') }).entries;

describe('huati glossary export', () => {
  it.each(['md', 'html', 'json', 'csv', 'ttl', 'tbx', 'dict'])(
    '.%s has the entries of the workspace',
    async (ending) => {
      const folder = workspace();
      const { code, err } = await huati(folder, ['glossary', 'export', '--out', `out/sea.${ending}`]);
      expect([code, err]).toEqual([0, expect.stringMatching(/^\d+ 个词条，写进 out\/sea\./)]);
      expect(file(folder, `out/sea.${ending}`)).toContain(
        ending === 'ttl' ? encodeURIComponent('灯塔费') : '灯塔费',
      );
    },
  );

  it('tells which cells of a sheet a spreadsheet would cut, and of no other format', async () => {
    const folder = folderWith({
      'huati.yaml': 'dictionaries: [own.yaml]\n',
      'own.yaml': `- {term: 灯塔费, class: concept, notes: ${'灯'.repeat(32_768)}}\n- {term: 雾号, class: concept, notes: ${'雾'.repeat(32_767)}}\n`,
    });
    const { code, err } = await huati(folder, ['glossary', 'export', '--out', 'sea.csv']);
    expect(code).toBe(0);
    expect(err).toContain('“灯塔费”的“备注”有 32768 个字符，电子表格一格只容 32767 个');
    expect(err).not.toContain('雾号');
    expect((await huati(folder, ['glossary', 'export', '--out', 'sea.json'])).err).not.toContain('32767');
  });

  it.each(['md', 'html', 'json', 'csv', 'ttl', 'tbx'])(
    '.%s names nobody with --public: neither who decided nor who checked',
    async (ending) => {
      const folder = workspace();
      const out = (name: string) => ['glossary', 'export', '--out', `${name}.${ending}`];
      await huati(folder, out('inner'));
      await huati(folder, [...out('outer'), '--public']);
      expect(file(folder, `outer.${ending}`)).toMatch(
        ending === 'ttl' ? encodeURIComponent('灯塔费') : '灯塔费',
      );
      expect(file(folder, `outer.${ending}`)).not.toContain('半帆');
      if (ending !== 'ttl') expect(file(folder, `inner.${ending}`)).toContain('半帆');
    },
  );

  const tattling = {
    'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
    'logs/灯塔/2021-03-04.md': logOf('09:00 洛灯远 灯塔费怎么算？\n09:01 半帆舟 @洛灯远 千三'),
    'glossary/own.yaml': `- term: 灯塔费
  class: product
  status: approved
  definition: 洛灯远的说法：为灯塔付的费。
  source: 半帆舟，微信 13812345678
  where: 洛灯远他们
  notes: 问过半帆舟
  senses: [{where: 海上, definition: 半帆舟说的是浮标。}]
`,
  };

  it.each(['md', 'html', 'json', 'csv', 'ttl', 'tbx'])(
    '.%s with --public names no member that an entry names',
    async (ending) => {
      const folder = folderWith(tattling);
      const { code } = await huati(folder, ['glossary', 'export', '--out', `outer.${ending}`, '--public']);
      expect(code).toBe(0);
      expect(file(folder, `outer.${ending}`)).toContain('为灯塔付的费');
      expect(file(folder, `outer.${ending}`)).not.toMatch(/洛灯远|半帆舟|13812345678/);
    },
  );

  const named = {
    ...tattling,
    'glossary/own.yaml': `- term: 洛灯远规则
  class: concept
  definition: 洛灯远提的。
- term: 半帆舟
  class: concept
- term: 浮标费
  class: concept
  aliases: [半帆舟口径, 浮费]
  english: buoy due, after 洛灯远
  definition: 洛灯远提的，半帆舟改过。
  related: [洛灯远规则]
  confused: [灯塔费]
  replacedBy: 洛灯远规则
- term: 贾潮生
  class: concept
  status: rejected
`,
  };

  it.each(['md', 'html', 'json', 'csv', 'ttl', 'tbx', 'dict'])(
    '.%s with --public has no form with a name in it, and entries that are called so are told',
    async (ending) => {
      const folder = folderWith(named);
      const { code, err } = await huati(folder, [
        ...['glossary', 'export', '--out', `outer.${ending}`, '--public', '--status', 'all'],
      ]);
      expect(code).toBe(1);
      expect(err).toContain('自己的词条里有 2 条没有写进外发版');
      expect(err).toContain('没有写的词条：洛灯远规则、半帆舟');
      const written = decodeURIComponent(file(folder, `outer.${ending}`).replace(/%(?![0-9A-F]{2})/g, '%25'));
      expect(written).toContain('浮标费');
      expect(written).toContain('浮费');
      expect(written).not.toMatch(/洛灯远|半帆舟/);
      if (ending !== 'ttl' && ending !== 'dict') expect(written).toMatch(/buoy due, after 群友\d/);
    },
  );

  it('standard output never tells which entries stay inside', async () => {
    const folder = folderWith(named);
    const { out } = await huati(folder, ['report', '--public', '--json', ...quick]);
    expect(out).toContain('2 条没有写进外发版');
    expect(out).not.toMatch(/洛灯远|半帆舟/);
  });

  it('an everyday word, a shipped term or a firm stays in the public glossary though a member is called so', async () => {
    const folder = folderWith({
      'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
      'logs/灯塔/2021-03-04.md': logOf(
        '09:00 大数据 早\n09:01 备付金 早\n09:02 金浮通-李某某-运营 早\n09:03 石头 @大数据 早',
      ),
      'glossary/own.yaml': ['大数据灯塔', '备付金口径', '石头费', '金浮通']
        .map((term) => `- term: ${term}\n  class: ${term === '金浮通' ? 'org' : 'concept'}\n`)
        .join(''),
    });
    const { code, err } = await huati(folder, ['glossary', 'export', '--out', 'outer.json', '--public']);
    expect([code, err]).toEqual([0, expect.not.stringContaining('没有写')]);
    for (const term of ['大数据灯塔', '备付金口径', '石头费', '金浮通'])
      expect(file(folder, 'outer.json')).toContain(`"${term}"`);
  });

  it('show --public refuses an entry that is called after a member, and shows others without such forms', async () => {
    const folder = folderWith(named);
    const shown = (term: string) => huati(folder, ['glossary', 'show', term, '--public', ...quick]);
    expect(await shown('洛灯远规则')).toMatchObject({ code: 1, out: '' });
    const { code, out } = await shown('浮标费');
    expect([code, out]).toEqual([0, expect.stringContaining('浮费')]);
    expect(out).not.toMatch(/洛灯远|半帆舟/);
  });

  it('pages and analyses of the public edition have no form with a name in it', async () => {
    const day =
      '09:00 洛灯远 浮标费怎么算\n09:01 半帆舟 洛灯远规则和半帆舟口径都算浮标费\n09:02 洛灯远 浮费千三';
    const folder = folderWith({ ...named, 'logs/灯塔/2021-03-04.md': logOf(day) });
    await huati(folder, ['site', '--public', '--out', 's', '--segmenter', '@node-rs/jieba']);
    for (const command of ['report', 'analyze'])
      await huati(folder, [command, '--public', '--out', 'r', '--segmenter', '@node-rs/jieba']);
    const written = ['s', 'r'].flatMap((out) => filesIn(join(folder, out)).map((f) => `${out}/${f}`));
    expect(written.some((name) => file(folder, name).includes('浮标费'))).toBe(true);
    for (const name of written) expect(decodeURI(name) + file(folder, name)).not.toMatch(/洛灯远|半帆舟/);
  }, 60_000);

  it('no command tells outside what an entry says of members', async () => {
    const folder = folderWith(tattling);
    const { out } = await huati(folder, ['glossary', 'show', '灯塔费', '--public', ...quick]);
    expect(out).toContain('为灯塔付的费');
    await huati(folder, ['site', '--public', '--out', 's', '--segmenter', '@node-rs/jieba']);
    await huati(folder, ['report', '--public', '--out', 'r', '--segmenter', '@node-rs/jieba']);
    const written = [
      ...filesIn(join(folder, 's')).map((f) => `s/${f}`),
      ...filesIn(join(folder, 'r')).map((f) => `r/${f}`),
    ];
    expect(written.some((name) => file(folder, name).includes('为灯塔付的费'))).toBe(true);
    for (const text of [out, ...written.map((name) => file(folder, name))])
      expect(text).not.toMatch(/洛灯远|半帆舟|13812345678/);
  }, 60_000);

  it('without a file it goes to standard output, in the format that is named', async () => {
    const { out } = await huati(workspace(), [
      'glossary',
      'export',
      '--format',
      'json',
      '--status',
      'approved',
    ]);
    expect(JSON.parse(out).map((e: { term: string }) => e.term)).toContain('灯塔费');
    expect(JSON.parse(out).map((e: { term: string }) => e.term)).not.toContain('浮标费');
  });

  it('a status may be named as it is shown', async () => {
    const { out } = await huati(workspace(), [
      'glossary',
      'export',
      '--format',
      'json',
      '--status',
      '已批准',
    ]);
    expect(JSON.parse(out).map((e: { term: string }) => e.term)).toContain('灯塔费');
  });

  it('a format or status that there is not is told with those that there are', async () => {
    const folder = workspace();
    expect((await huati(folder, ['glossary', 'export', '--out', 'sea.doc'])).err).toContain('md、html、json');
    const { code, err } = await huati(folder, ['glossary', 'export', '--out', 'a.md', '--status', 'lit']);
    expect([code, err]).toEqual([2, expect.stringContaining('deprecated')]);
  });
});

describe('huati glossary import', () => {
  it.each(['csv', 'tbx'])('export, import, export gives the same bytes (%s)', async (ending) => {
    const [first, second] = [workspace(), workspace('# 空\n')];
    await huati(first, ['glossary', 'export', '--out', `sea.${ending}`]);
    const bytes = file(first, `sea.${ending}`);
    writeFileSync(join(second, `sea.${ending}`), bytes);
    const { code, err } = await huati(second, ['glossary', 'import', `sea.${ending}`, '--yes', ...signed]);
    expect([code, err]).toEqual([0, expect.stringContaining('新增 2，修改 0')]);
    await huati(second, ['glossary', 'export', '--out', `again.${ending}`]);
    expect(file(second, `again.${ending}`)).toBe(bytes);
  });

  it('classes and statuses may be written as either language shows them', async () => {
    const rows =
      '词,类别,状态\n雾号费,机构,草稿\n锚费,Organisation,deprecated\n帆费,product,已弃用\n桨费,帆船,\n';
    const folder = workspace('# 空\n', { 'in.csv': rows });
    const { err } = await huati(folder, ['glossary', 'import', 'in.csv', '--yes', ...signed]);
    expect(err).toContain('in.csv:5：“类别”：应是 concept（概念）、tech（技术）、org（机构）');
    expect(decided(folder).map(({ term, class: of, status }) => [term, of, status])).toEqual([
      ['雾号费', 'org', 'draft'],
      ['锚费', 'org', 'deprecated'],
      ['帆费', 'product', 'deprecated'],
    ]);
  });

  it('other forms are parted by whatever people part them by', async () => {
    const rows = '词,别的写法\n雾号费,"雾费,号费"\n锚费,锚钱；锚资 下锚费\n';
    const folder = workspace('# 空\n', { 'in.csv': rows });
    const { code, err } = await huati(folder, ['glossary', 'import', 'in.csv', '--yes', ...signed]);
    expect([code, err]).toEqual([0, expect.stringMatching(/^新增 2.*\n写进/)]);
    expect(decided(folder).map((e) => e.aliases)).toEqual([
      ['雾费', '号费'],
      ['锚钱', '锚资', '下锚费'],
    ]);
  });

  it('shows what is new and what changes, and writes nothing until it is told to', async () => {
    const folder = workspace(own, {
      'in.csv': '词,英文,类别\n灯塔费,lighthouse fee,concept\n雾号费,,concept\n',
    });
    const { code, out, err } = await huati(folder, ['glossary', 'import', 'in.csv']);
    expect(out).toBe(
      '新增 雾号费\n修改 灯塔费：类别、英文\n    类别: 产品 → 概念\n    英文: ∅ → lighthouse fee\n',
    );
    expect([code, err]).toEqual([0, expect.stringContaining('--yes')]);
    expect(existsSync(join(folder, 'glossary/decided.yaml'))).toBe(false);
  });

  it('a change of blanks alone is shown as what it is', async () => {
    const glossary =
      '- {term: 灯塔费, class: product, definition: "一\\n二"}\n- {term: 浮标费, class: product, definition: 三　四}\n';
    const rows = '词,释义\n灯塔费,一 二\n浮标费,三  四\n';
    const { out } = await huati(workspace(glossary, { 'in.csv': rows }), ['glossary', 'import', 'in.csv']);
    expect(out).toContain('释义: 一⏎二 → 一␣二\n');
    expect(out).toContain('释义: 三\\u3000四 → 三␣␣四\n');
  });

  it('with --yes entries are written where they stand, with who imported them from what', async () => {
    const folder = workspace(own, { 'in.csv': '词,英文,类别\n灯塔费,lighthouse fee,\n雾号费,,concept\n' });
    await huati(folder, ['glossary', 'import', 'in.csv', '--yes', ...signed]);
    expect(decided(folder)).toMatchObject([
      { term: '雾号费', history: [{ did: 'import', by: '阿橙', on: '2021-03-04', why: 'in.csv' }] },
    ]);
    expect(file(folder, 'glossary/own.yaml')).toContain('english: lighthouse fee');
  });

  it('what an import costs an approved entry is told before it is written, and the entry is a draft then', async () => {
    const folder = workspace(own, { 'in.csv': '词,释义\n灯塔费,没人核对过的。\n' });
    const { out } = await huati(folder, ['glossary', 'import', 'in.csv', '--yes', ...signed]);
    expect(out).toContain('    状态: 已批准 → 草稿\n    核对: 2021-03-01 半帆，对过原文 → ∅\n');
    expect(out).toContain('核对的是原来的释义和出处，改了就不作数');
    const text = file(folder, 'glossary/own.yaml');
    expect(text).toContain('status: draft');
    expect(text).not.toContain('checked');
  });

  it('a malformed row and a clash are told with file and line, and the others go in', async () => {
    const rows = '词,类别,别的写法\n雾号费,fog,\n港费,concept,灯费\n海费,concept,\n';
    const folder = workspace(own, { 'in.csv': rows });
    const { code, err } = await huati(folder, ['glossary', 'import', 'in.csv', '--yes', ...signed]);
    expect(code).toBe(1);
    expect(err).toContain('in.csv:2：“类别”：');
    expect(err).toContain('in.csv:3：“灯费”已属于词条“灯塔费”');
    expect(decided(folder).map((e) => e.term)).toEqual(['海费']);
  });

  it('as JSON the preview has what is new, changed and unchanged, clashes and problems', async () => {
    const folder = workspace(own, { 'in.csv': '词,类别\n灯塔费,tech\n浮标费,product\n海费,x\n' });
    const { out } = await huati(folder, ['glossary', 'import', 'in.csv', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      added: [],
      changed: [{ line: 2, fields: [{ field: 'class', before: 'product', after: 'tech' }] }],
      unchanged: [{ term: '浮标费' }],
      clashes: [],
      problems: [{ code: 'row', path: join(folder, 'in.csv'), line: 4 }],
      paths: [],
    });
  });

  it('where there is nothing to write, --yes is not asked for', async () => {
    const folder = workspace(own, { 'in.csv': '词\n浮标费\n' });
    const { err } = await huati(folder, ['glossary', 'import', 'in.csv']);
    expect(err).toMatch(/不变 1.*\n没有要写的\n$/);
  });

  it('a row with a form that is hardly a term is told with its line and not taken, unless it is forced', async () => {
    const rows = '词,别的写法,状态\n的,,\n港费,帆,\n潮费,半帆,\n谢谢,,已拒绝\n海费,,\n浮标费,今天,\n';
    const folder = workspace(own, {
      'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
      'logs/灯塔/2021-03-04.md': logOf('09:00 阿橙 灯塔费怎么收\n09:01 半帆 按月'),
      'in.csv': rows,
    });
    const { code, out, err } = await huati(folder, ['glossary', 'import', 'in.csv', '--yes', ...signed]);
    expect([code, out]).toEqual([1, '新增 谢谢\n新增 海费\n']);
    expect(err).toContain('in.csv:2：“的”：“的”只有一个字，这一行没有导入。真要导入，加 --force');
    expect(err).toContain('in.csv:3：“港费”：“帆”只有一个字');
    expect(err).toContain('in.csv:4：“潮费”：“半帆”是群里人的名字');
    expect(err).toContain('in.csv:7：“浮标费”：“今天”哪里都会说');
    expect(err).toContain('读不懂 0，不像词 4');
    const forced = await huati(folder, ['glossary', 'import', 'in.csv', '--force', '--lang', 'en']);
    expect([forced.code, forced.err]).toEqual([0, expect.stringContaining('3 new, 1 changed, 2 unchanged')]);
  });

  it('an everyday word that the logs of another glossary had as a term comes in with its history', async () => {
    const seen = { on: '2021-03-01', by: '半帆', did: 'accept', seen: { messages: 3, days: 1, people: 2 } };
    const history = JSON.stringify([seen]).replaceAll('"', '""');
    const folder = workspace('# 空\n', { 'in.csv': `词,历史\n火锅,"${history}"\n聚餐,\n` });
    const { out, err } = await huati(folder, ['glossary', 'import', 'in.csv', ...signed]);
    expect([out, err]).toEqual(['新增 火锅\n', expect.stringContaining('“聚餐”是日常用词')]);
  });

  it('what is wrong in a row is told with the column as the sheet calls it', async () => {
    const rows = 'Term,Until,别的写法,核对日期\n港费,去年,,\n潮费,,长'.concat('长'.repeat(70), ',3月\n');
    const folder = workspace(own, { 'in.csv': rows });
    const { err } = await huati(folder, ['glossary', 'import', 'in.csv']);
    expect(err).toContain('in.csv:2：“Until”：应是日期');
    expect(err).toContain(
      'in.csv:3：“别的写法”：至多 60 个字；“核对人”：没有写，应是文字；“核对日期”：应是日期',
    );
  });

  it('a TBX file that is no XML is told with a line of the file and no words of the parser', async () => {
    const folder = workspace(own, {
      'a.tbx': '词,释义\n灯塔费,x\n',
      'b.tbx': '<tbx>\n<body>\n</tbx>',
      'c.tbx': '<tbx>\n<a x="1" x="1"/></tbx>',
    });
    const told = async (name: string) => (await huati(folder, ['glossary', 'import', name])).err;
    expect(await told('a.tbx')).toContain('a.tbx:1：不是 XML：里面没有元素\n');
    expect(await told('b.tbx')).toMatch(/b\.tbx:\d：不是合格的 XML：<body> 没有结束，就到了 <\/tbx>\n/);
    expect(await told('c.tbx')).toMatch(/c\.tbx:\d：不是合格的 XML，[^A-Z]*XML[^a-z]*\n/);
  });

  it('a TBX file with a document type is refused', async () => {
    const folder = workspace(own, { 'in.tbx': '<!DOCTYPE tbx [<!ENTITY a "b">]>\n<tbx/>' });
    const { code, err } = await huati(folder, ['glossary', 'import', 'in.tbx', '--yes', ...signed]);
    expect([code, err]).toEqual([1, expect.stringContaining('in.tbx:1：')]);
  });
});

describe('huati glossary decide', () => {
  const head = '词,别的写法,类别,条,天,人,决定,并入,理由\n';

  it('each row is done as it was filled in, in Chinese or in English; blank ones are left alone', async () => {
    const rows =
      '雾号费,雾费,产品,9,3,4,收录,,常用\n海费,,概念,1,1,1,reject,,太笼统\n浮费,,概念,2,1,1,并入,浮标费,\n港费,,概念,2,1,1,再看,,\n潮费,,概念,2,1,1,,,\n';
    const folder = workspace(own, { 'sheet.csv': head + rows });
    const { code, err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect([code, err]).toEqual([0, expect.stringContaining('办了 4 行，1 行没填')]);
    expect(decided(folder)).toMatchObject([
      {
        term: '雾号费',
        aliases: ['雾费'],
        class: 'product',
        status: 'draft',
        history: [{ why: '常用', seen: { messages: 9, days: 3, people: 4 } }],
      },
      { term: '海费', status: 'rejected' },
      { term: '港费', status: 'candidate' },
    ]);
    expect(file(folder, 'glossary/own.yaml')).toContain('浮费');
  });

  it('the sheet that candidates wrote, filled in, is read back with its evidence', async () => {
    const log = logOf('09:00 阿橙 账簿怎么接？\n09:01 半帆 账簿就是两家钱包的业务\n09:02 小舟 账簿费率多少');
    const folder = workspace(own, { 'logs/灯塔/2021-03-04.md': log });
    const rs = ['--segmenter', '@node-rs/jieba'];
    await huati(folder, ['glossary', 'candidates', 'logs', '--out', 'sheet.csv', ...rs]);
    const filled = file(folder, 'sheet.csv').replace(/^(账簿,.*),,,$/m, '$1,收录,,常用');
    writeFileSync(join(folder, 'sheet.csv'), filled);
    const { code } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect(code).toBe(0);
    const seen = { messages: 3, days: 1, people: 3 };
    expect(decided(folder)).toMatchObject([
      { term: '账簿', history: [{ did: 'accept', why: '常用', seen }] },
    ]);
  });

  it.each([
    ['no figures', '词,决定', '航标规,拒绝', ''],
    [
      'figures as a data frame writes them',
      '词,决定,条,天,人',
      '航标规,拒绝,16.0,"1,003.0",8.0',
      'messages: 16, days: 1003, people: 8',
    ],
    ['a figure that is none', '词,决定,条,天,人', '航标规,拒绝,16,?,8', ''],
  ])('a sheet with %s: what it does not tell is not noted as nothing', async (_, head, row, seen) => {
    const folder = workspace('', { 'sheet.csv': `${head}\n${row}\n` });
    expect((await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed])).code).toBe(0);
    const decided = file(folder, 'glossary/decided.yaml');
    expect(decided).toContain('status: rejected');
    if (seen) expect(decided).toContain(seen);
    else expect(decided).not.toContain('seen');
    // read in again it is known, and nothing is noted down twice
    await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect(file(folder, 'glossary/decided.yaml')).toBe(decided);
  });

  it('a definition and its source go into the new entry, as they were before the sheet kept them from being formulas', async () => {
    const rows = "雾号费,产品,收录,'=为雾号付的费。,海规2\n海费,概念,收录,为海付的费。,\n";
    const sheet = `词,类别,决定,释义,出处\n${rows}`;
    const folder = workspace(own, { 'sheet.csv': sheet });
    const decide = () => huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect((await decide()).code).toBe(0);
    expect(decided(folder)).toMatchObject([
      { term: '雾号费', definition: '=为雾号付的费。', source: '海规2', status: 'draft' },
      { term: '海费', definition: '为海付的费。', status: 'draft' },
    ]);
    expect(decided(folder)[1]).not.toHaveProperty('source');
    expect((await decide()).err).toContain('2 行早已这样决定');
  });

  it('a definition that cannot be written is told: of an entry that has another, of a merger, of no decision', async () => {
    const rows = '浮标费,收录,,浮标的费。\n海费,并入,浮标费,海的费。\n港费,,,港的费。\n潮费,收录,,潮的费。\n';
    const folder = workspace(own, { 'sheet.csv': `词,决定,并入,释义\n${rows}` });
    const { code, err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect(code).toBe(1);
    expect(err).toContain('sheet.csv:2：“浮标费”已在词条里；要改，直接编辑那个词条');
    expect(err).toContain('sheet.csv:3：“海费”：并入不带释义；清空释义，或直接编辑要并入的词条');
    expect(err).toContain('sheet.csv:4：“港费”：释义填了，决定没填');
    expect(decided(folder).map((e) => e.term)).toEqual(['潮费']);
  });

  it('a row may merge into what a row above accepted', async () => {
    const folder = workspace(own, {
      'sheet.csv': `${head}雾号费,,产品,9,3,4,收录,,\n雾钱,,概念,1,1,1,merge,雾号费,\n`,
    });
    expect((await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed])).code).toBe(0);
    expect(decided(folder)).toMatchObject([{ term: '雾号费', aliases: ['雾钱'] }]);
  });

  it('a sheet that is read in again changes nothing, and it is said how many rows stood already', async () => {
    const rows =
      '雾号费,雾费,产品,9,3,4,收录,,常用\n海费,,概念,1,1,1,reject,,太笼统\n浮费,,概念,2,1,1,并入,浮标费,\n港费,,概念,2,1,1,再看,,\n潮费,,概念,2,1,1,,,\n';
    const folder = workspace(own, { 'sheet.csv': head + rows });
    await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    const files = ['glossary/own.yaml', 'glossary/decided.yaml'];
    const before = files.map((name) => file(folder, name));
    const later = ['--by', '半帆', '--on', '2021-04-05'];
    const { code, err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...later]);
    expect([code, err]).toEqual([0, '办了 0 行，4 行早已这样决定，没有改动，1 行没填\n']);
    expect(files.map((name) => file(folder, name))).toEqual(before);
  });

  it('a row that is decided otherwise than before is done, and the history has both', async () => {
    const folder = workspace(own, { 'sheet.csv': `${head}海费,,概念,1,1,1,拒绝,,太笼统\n` });
    await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    writeFileSync(join(folder, 'sheet.csv'), `${head}海费,,概念,1,1,1,收录,,常用\n`);
    const { code, err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect([code, err]).toEqual([0, expect.stringContaining('办了 1 行，0 行没填')]);
    expect(decided(folder)).toMatchObject([
      { term: '海费', status: 'draft', history: [{ did: 'reject' }, { did: 'accept' }] },
    ]);
  });

  it('a bad row is told with its line, and the others go on', async () => {
    const rows = '雾号费,,产品,9,3,4,也许,,\n海费,,概念,1,1,1,并入,没有的费,\n港费,,概念,2,1,1,收录,,\n';
    const folder = workspace(own, { 'sheet.csv': head + rows });
    const { code, err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect(code).toBe(1);
    expect(err).toContain('sheet.csv:2：“雾号费”：看不懂的决定“也许”');
    expect(err).toContain('sheet.csv:3：词汇表里没有“没有的费”');
    expect(err).toContain('办了 1 行，2 行没办成，0 行没填');
    expect(decided(folder).map((e) => e.term)).toEqual(['港费']);
  });

  it('a row about a word that is hardly a term is told with its line and what to do, and the others go on', async () => {
    const log = logOf('09:00 阿橙 灯塔费怎么算？\n09:01 半帆 按天');
    const rows = '今天,,概念,9,3,4,收录,,\n半帆,,概念,9,3,4,并入,浮标费,\n港费,,概念,2,1,1,收录,,\n';
    const folder = folderWith({
      'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
      'logs/灯塔/2021-03-04.md': log,
      'glossary/own.yaml': own,
      'sheet.csv': head + rows,
    });
    const { code, err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect(code).toBe(1);
    expect(err).toContain(
      'sheet.csv:2：“今天”哪里都会说，不带话题，这一行没有办。真要收录，用 huati glossary accept --force',
    );
    expect(err).toContain(
      'sheet.csv:3：“半帆”是群里人的名字，这一行没有办。真要并入，用 huati glossary merge',
    );
    expect(err).toContain('办了 1 行，2 行没办成');
    expect(decided(folder).map((e) => e.term)).toEqual(['港费']);
  });

  it('other forms of a row that are hardly terms, or another entry has, are told, and the row is not done', async () => {
    const rows =
      '港费,的,概念,2,1,1,收录,,\n潮费,灯费,概念,2,1,1,收录,,\n海费,、 海钱 、,概念,1,1,1,收录,,\n浮费,海钱,概念,2,1,1,并入,浮标费,\n雾费,的,概念,2,1,1,拒绝,,\n';
    const folder = workspace(own, { 'sheet.csv': head + rows });
    const { code, err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect(code).toBe(1);
    expect(err).toContain('sheet.csv:2：“港费”：别的写法里“的”只有一个字，这一行没有办；从别的写法里去掉它');
    expect(err).toContain('sheet.csv:3：“潮费”：别的写法里“灯费”已在词条“灯塔费”里，这一行没有办');
    expect(err).toContain('sheet.csv:5：“浮费”：别的写法里“海钱”已在词条“海费”里');
    expect(decided(folder)).toMatchObject([
      { term: '海费', aliases: ['海钱'], status: 'draft' },
      { term: '雾费', status: 'rejected' },
    ]);
  });

  it('other forms of a row are parted by whatever people part them by', async () => {
    const rows = '海费,"海钱,海资；下海费",概念,2,1,1,收录,,\n';
    const folder = workspace(own, { 'sheet.csv': head + rows });
    const { code } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect([code, decided(folder)[0]!.aliases]).toEqual([0, ['海钱', '海资', '下海费']]);
  });

  it('a row that names no entry to merge into, or one that is nearly one, is told what to write', async () => {
    const rows = '海费,,概念,1,1,1,并入,,\n港费,,概念,1,1,1,并入,浮标费用,\n';
    const folder = workspace(own, { 'sheet.csv': head + rows });
    const { err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect(err).toContain('sheet.csv:2：没写“海费”并入哪个词条');
    expect(err).toMatch(
      /sheet\.csv:3：词汇表里没有“浮标费用”，并不进去；先收录“浮标费用”，或写另一个词条。是不是：浮标费/,
    );
  });

  it('a row that merges into a word that a row above rejected is told, and the word stays as it is', async () => {
    const rows = '海费,,概念,1,1,1,拒绝,,\n港费,,概念,1,1,1,并入,海费,\n';
    const folder = workspace(own, { 'sheet.csv': head + rows });
    const { code, err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect([code, err]).toEqual([1, expect.stringContaining('sheet.csv:3：“海费”被拒绝过')]);
    expect(decided(folder)).toMatchObject([{ term: '海费', status: 'rejected' }]);
  });

  it('a word that two rows decide differently is told at the second, as often as the sheet is read', async () => {
    const rows =
      '海费,,概念,1,1,1,拒绝,,太笼统\n海费,,概念,1,1,1,收录,,\n港费,,概念,1,1,1,并入,浮标费,\n港费,,概念,1,1,1,并入,灯塔费,\n港费,,概念,1,1,1,并入,浮标费,\n';
    const folder = workspace(`${own}- {term: 灯塔费, class: concept}\n`, { 'sheet.csv': head + rows });
    const decide = (...argv: string[]) =>
      huati(folder, ['glossary', 'decide', 'sheet.csv', ...argv, ...signed]);
    const { code, err } = await decide();
    expect(code).toBe(1);
    expect(err).toContain('sheet.csv:3：“海费”在第 2 行已有另一个决定（拒绝），这一行（收录）没有办');
    expect(err).toContain('sheet.csv:5：“港费”在第 4 行已有另一个决定');
    expect(err).toContain('办了 2 行，1 行早已这样决定，没有改动，2 行没办成');
    expect(decided(folder)).toMatchObject([{ term: '海费', status: 'rejected', history: [{}] }]);
    const files = ['glossary/own.yaml', 'glossary/decided.yaml'];
    const before = files.map((name) => file(folder, name));
    const again = await decide('--lang', 'en');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('line 2 decides otherwise')]);
    expect(files.map((name) => file(folder, name))).toEqual(before);
  });

  it('a row with a reason or an entry to merge into, and no decision, is told', async () => {
    const rows = '海费,,概念,1,1,1,,浮标费,\n港费,,概念,1,1,1,,浮标费,一回事\n潮费,,概念,1,1,1,,,\n';
    const folder = workspace(own, { 'sheet.csv': head + rows });
    const { code, err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect(code).toBe(1);
    expect(err).toContain('sheet.csv:2：“海费”：并入填了，决定没填');
    expect(err).toContain('sheet.csv:3：“港费”：并入、理由填了，决定没填');
    expect(err).toContain('办了 0 行，2 行没办成，1 行没填');
  });

  it('a row that names an entry to merge into and decides something else is told, and not done', async () => {
    const rows = '海费,,概念,1,1,1,拒绝,浮标费,\n港费,,概念,1,1,1,accept,浮标费,\n潮费,,概念,1,1,1,再看,,\n';
    const folder = workspace(own, { 'sheet.csv': head + rows });
    const { code, err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect(code).toBe(1);
    expect(err).toContain('sheet.csv:2：“海费”：决定是拒绝，并入却填了“浮标费”，这一行没有办');
    expect(err).toContain('sheet.csv:3：“港费”：决定是收录，并入却填了“浮标费”');
    expect(decided(folder)).toMatchObject([{ term: '潮费', status: 'candidate' }]);
  });

  it('a sheet without its column is told which', async () => {
    const folder = workspace(own, { 'sheet.csv': '词,理由\n雾号费,x\n' });
    const { code, err } = await huati(folder, ['glossary', 'decide', 'sheet.csv', ...signed]);
    expect([code, err]).toEqual([2, expect.stringContaining('没有“决定”这一列')]);
  });
});
