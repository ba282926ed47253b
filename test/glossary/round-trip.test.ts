import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/cli/csv.js';
import { sheetFields, toSheet, toTbx } from '../../src/glossary/export/index.js';
import { readSheet, readTbx } from '../../src/glossary/import/index.js';
import { entryOf, type ImportFile } from '../../src/glossary/told.js';
import { faultZh } from '../../src/lang/faults.js';
import { glossaryZh } from '../../src/lang/glossary.js';
import { readCsv } from '../../src/pipeline/index.js';
import type { Entry } from '../../src/text/index.js';
import { anyEntry, entry, travelled } from './entries.js';

const titles = glossaryZh.fields;
const utf8 = (text: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
const formats: Record<string, { write(entries: readonly Entry[]): string; read(text: string): ImportFile }> =
  {
    CSV: {
      write: (entries) => csv(toSheet(entries, titles)),
      read: (text) => {
        const { rows, problems } = readCsv(text);
        const file = readSheet(rows, [titles]);
        return { ...file, problems: [...problems, ...file.problems] };
      },
    },
    TBX: { write: (entries) => toTbx(entries, '词汇表'), read: readTbx },
  };

describe.each(Object.entries(formats))('%s', (name, { write, read }) => {
  it('everything of any entry survives, whatever characters stand in it, and is written to the same bytes again', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 4 }), (entries) => {
        const text = utf8(write(entries));
        const { entries: read_, problems } = read(text);
        expect(problems).toEqual([]);
        const back = read_.map(({ told }) => entryOf(told));
        expect(back).toEqual(entries.map(travelled));
        expect(write(back)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it('a malformed entry is told with its line and the others are read', () => {
    const broken = { ...entry({ term: '浮标费' }), from: '去年' };
    const { entries, problems } = read(write([entry({ term: '灯塔费' }), broken, entry({ term: '雾号' })]));
    expect(entries.map(({ told }) => told.term)).toEqual(['灯塔费', '雾号']);
    expect(problems).toEqual([
      {
        line: name === 'CSV' ? 3 : expect.any(Number),
        reason: expect.stringMatching(name === 'CSV' ? /^“生效”: / : /^from: /),
      },
    ]);
  });

  it('reading never throws, whatever it is given', () => {
    const pieces = fc.constantFrom(
      ...write([entry({ term: '灯塔费', senses: [{ where: '海', definition: '灯' }] })]).split(/(?=[<,"\n])/),
      '<',
      '"',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        expect(read(parts.join(''))).toHaveProperty('entries');
      }),
    );
  });
});

describe('readCsv', () => {
  it('a sheet is guarded against formulas and read back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('=1', "'=1", "''=1", '@a', ' -1', '甲'), { minLength: 2, maxLength: 5 }),
        (cells) => {
          const text = csv([cells]);
          expect(text).not.toMatch(/(?:^\ufeff|,)\s*[=@-]/);
          expect(readCsv(text).rows).toEqual([{ line: 1, cells }]);
        },
      ),
    );
  });

  it('lines are those of the file, over cells of several lines', () => {
    expect(readCsv('词,注\n甲,"一\n二"\n乙,三').rows.map(({ line }) => line)).toEqual([1, 2, 4]);
    const excel = readCsv('\ufeff词,注\r\n甲,"一\r\n二"\r\n乙,三\n\n丙,四\r\n');
    expect(excel.rows.map(({ line }) => line)).toEqual([1, 2, 4, 5, 6]);
  });

  it.each([
    ['within a cell', '乙"丙,二'],
    ['that closes too early', '"乙"丙,二'],
    ['that is not closed', '"乙,二'],
  ])('a quotation mark %s costs its line alone, and the next fault has its own line', (_, broken) => {
    const { rows, problems } = readCsv(`词,注\n甲,一\n${broken}\n丁,四\n戊"己,五\n庚,"六\n七"\n辛,八`);
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      ...[
        [1, '词'],
        [2, '甲'],
        [4, '丁'],
      ],
      ...[
        [6, '庚'],
        [8, '辛'],
      ],
    ]);
    expect(problems.map(({ line }) => line)).toEqual([3, 5]);
    for (const { reason } of problems) expect(faultZh(reason)).toMatch(/引号/);
  });

  it('the lines of a broken cell are no rows, and told as part of it; short rows elsewhere are', () => {
    const { rows, problems } = readCsv('词,注\n甲\n乙,"五 5" 屏\n中间一行\n\n末行接着"\n丙,六\n丁\n');
    expect(rows.map(({ cells }) => cells)).toEqual([['词', '注'], ['甲'], ['丙', '六'], ['丁']]);
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 6]);
    expect(faultZh(problems[1]!.reason)).toBe('格数比标题少，像是第 3 行断开的一部分，没有读');
  });

  it('cells are read without the blanks around them, quoted ones too', () => {
    expect(readCsv('词\t注\n\t 甲 \n').rows[1]!.cells).toEqual(['', '甲']);
    expect(readCsv('词,注\n甲 , "乙, 丙"\n').rows[1]!.cells).toEqual(['甲', '乙, 丙']);
  });

  it.each(['\r\n', '\r', '\n'])(
    'a line end within a cell is a line feed, where a program made it %j, too',
    (end) => {
      const text = ['词,注', '甲,"一', '二"', '乙,三'].join(end);
      expect(readCsv(text).rows.map(({ cells }) => cells[1])).toEqual(['注', '一\n二', '三']);
    },
  );

  it('columns may be parted as Excel parts them elsewhere', () => {
    expect(readCsv('词;类别\n甲;a,b').rows[1]!.cells).toEqual(['甲', 'a,b']);
  });

  it("Excel's first line tells the mark between cells, and is no row", () => {
    const { rows } = readCsv('\ufeffsep=;\r\n词;注,记\r\n甲;一\r\n');
    expect(rows).toEqual([
      { line: 2, cells: ['词', '注,记'] },
      { line: 3, cells: ['甲', '一'] },
    ]);
    expect(readCsv('sep=,\n词,注\n').rows).toEqual([{ line: 2, cells: ['词', '注'] }]);
  });
});

describe('readSheet', () => {
  const sheet = (text: string) => readSheet(readCsv(text).rows, [titles]);

  it('columns may stand in any order, and what is not said is not told', () => {
    expect(sheet('类别,词,备忘,生效\ntech,灯塔费,x,\n').entries).toEqual([
      { line: 2, told: { term: '灯塔费', class: 'tech' } },
    ]);
  });

  it('a date that Excel wrote anew is the date that it was', () => {
    expect(sheet('词,生效\n灯塔费,2018/7/1\n').entries[0]!.told.from).toBe('2018-07-01');
  });

  it('a sheet without a column of terms is told', () => {
    expect(sheet('类别\ntech\n').problems).toEqual([{ line: 1, reason: 'expected a column 词' }]);
  });

  it('every field has a column', () => {
    expect(toSheet([], titles)[0]).toHaveLength(sheetFields.length);
  });
});

describe('readTbx', () => {
  it.each([
    '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx/>',
    '<?xml version="1.0"?>\n<!DOCTYPE tbx SYSTEM "http://example.org/x.dtd"><tbx/>',
    '<tbx><!ENTITY a SYSTEM "file:///etc/passwd">&a;</tbx>',
  ])('a document type is refused: %s', (text) => {
    const { entries, problems } = readTbx(text);
    expect([entries, problems[0]!.reason]).toEqual([[], expect.stringContaining('DTD')]);
  });

  it('elements nested without end are told, and end nothing', () => {
    const deep = `<tbx><conceptEntry><langSec xml:lang="zh"><termSec><term>${'<hi>'.repeat(50_000)}`;
    expect(readTbx(deep).entries).toEqual([]);
    expect(
      readTbx(`${deep}${'</hi>'.repeat(50_000)}</term></termSec></langSec></conceptEntry></tbx>`).problems,
    ).toHaveLength(1);
  });

  it('an entity that nobody declared is refused', () => {
    const { problems } = readTbx('<tbx><conceptEntry>&lol;</conceptEntry></tbx>');
    expect(problems).toHaveLength(1);
  });

  it("of another program's file terms, definitions, sources and notes are read", () => {
    const text = `<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="a"><note>灯下黑</note>
      <langSec xml:lang="en"><termSec><term>buoy fee</term></termSec></langSec>
      <langSec xml:lang="zh-CN"><descripGrp><descrip type="definition">为浮标
        <hi>付</hi>的费</descrip><admin type="source">海规1</admin></descripGrp>
        <termSec><term>浮标费</term></termSec><termSec><term>浮费</term></termSec></langSec>
      </conceptEntry></body></text></tbx>`;
    expect(readTbx(text).entries[0]!.told).toEqual({
      term: '浮标费',
      aliases: ['浮费'],
      english: 'buoy fee',
      definition: '为浮标 付的费',
      source: '海规1',
      notes: '灯下黑',
    });
  });

  const toldOf = (...concepts: string[]) =>
    readTbx(
      `<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="urn:min" xmlns:basic="urn:basic">${concepts.join('')}</tbx>`,
    ).entries.map(({ told }) => told);
  const usage = (status: string) => `<termNote type="administrativeStatus">${status}-admn-sts</termNote>`;

  it('categories may be elements of their own, as in DCT style', () => {
    const [told] = toldOf(`<conceptEntry id="a"><langSec xml:lang="zh">
      <descripGrp><basic:definition>为浮标付的费</basic:definition><basic:source>海规1</basic:source></descripGrp>
      <termSec><term>浮费</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
      <termSec><term>浮标费</term></termSec></langSec></conceptEntry>`);
    expect(told).toMatchObject({
      term: '浮标费',
      aliases: ['浮费'],
      definition: '为浮标付的费',
      source: '海规1',
    });
  });

  it('what an entry has no field for becomes its notes: further definitions, what is said of sections and terms', () => {
    const [told] = toldOf(`<conceptEntry id="a"><note>甲</note><langSec xml:lang="zh"><note>乙</note>
      <descripGrp><descrip type="definition">为浮标付的费</descrip></descripGrp>
      <descripGrp><descrip type="definition">浮标的租金</descrip><admin type="source">海规2</admin><note>丙</note></descripGrp>
      <termSec><term>浮标费</term><note>丁</note></termSec>
      <termSec><term>浮费</term><adminGrp><admin type="source">港志</admin></adminGrp><note>戊</note></termSec></langSec>
      <langSec xml:lang="en"><termSec><term>buoy fee</term></termSec><termSec><term>buoy due</term></termSec></langSec>
      </conceptEntry>`);
    expect(told).toMatchObject({ definition: '为浮标付的费', english: 'buoy fee' });
    expect(told!.source).toBeUndefined();
    expect(told!.notes!.split('\n')).toEqual([
      ...['甲', '乙', '浮标的租金（海规2）', '丙', '丁'],
      ...['浮费：戊', '浮费的出处：港志', '英文也作：buoy due'],
    ]);
  });

  it('where nothing is defined the source of the term is that of the entry', () => {
    const [told] = toldOf(`<conceptEntry id="a"><langSec xml:lang="zh"><termSec><term>浮标费</term>
      <admin type="source">海规1</admin></termSec></langSec></conceptEntry>`);
    expect(told).toEqual({ term: '浮标费', source: '海规1' });
  });

  it('the preferred term is the entry, and a deprecated one its alias with a note, whichever stands first', () => {
    const [told, old] = toldOf(
      `<conceptEntry id="a"><langSec xml:lang="zh"><termSec><term>浮费</term>${usage('deprecatedTerm')}</termSec>
      <termSec><term>浮标费</term>${usage('preferredTerm')}</termSec></langSec></conceptEntry>`,
      `<conceptEntry id="b"><langSec xml:lang="zh"><termSec><term>灯捐</term>${usage('supersededTerm')}</termSec>
      </langSec></conceptEntry>`,
    );
    expect(told).toEqual({ term: '浮标费', aliases: ['浮费'], notes: '浮费：已弃用' });
    expect(old).toMatchObject({ term: '灯捐', status: 'deprecated' });
  });

  it('of a second Chinese section the terms that are not the same in other characters are aliases', () => {
    const [told] =
      toldOf(`<conceptEntry id="a"><langSec xml:lang="zh-CN"><termSec><term>浮标费</term></termSec></langSec>
      <langSec xml:lang="zh-TW"><termSec><term>浮標費</term></termSec><termSec><term>浮筒費</term></termSec></langSec>
      </conceptEntry>`);
    expect(told).toMatchObject({ term: '浮标费', aliases: ['浮筒費'] });
  });

  it('a reference leads to the term of its target, whatever it says itself', () => {
    const told = toldOf(
      `<conceptEntry id="a"><ref type="crossReference" target="b">见第二条</ref><ref target="t"/><ref>海费</ref>
      <langSec xml:lang="zh"><termSec><term>浮标费</term><ref target="a"/></termSec></langSec></conceptEntry>`,
      '<conceptEntry id="b"><langSec xml:lang="zh"><termSec><term>灯塔费</term></termSec></langSec></conceptEntry>',
      `<conceptEntry id="c"><langSec xml:lang="zh"><termSec><term>雾号费</term></termSec>
      <termSec id="t"><term>雾费</term></termSec></langSec></conceptEntry>`,
    );
    expect(told[0]!.related).toEqual(['灯塔费', '雾号费', '海费']);
  });
});
