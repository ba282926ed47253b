import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundIn, tables, usesOf } from '../../src/corpus/index.js';
import { fold } from '../../src/text/index.js';
import { analyse } from '../analysis/analyse.js';
import { chat } from '../threads/chat.js';

const day = analyse(chat('09:00 阿橙 请问清算几点？\n09:01 半帆 @阿橙 资金清算三点\n12:00 小舟 POS机到货了'));
const rowsOf = (name: string) => {
  const table = tables.find((t) => t.name === name)!;
  return table.rowsOf(day).map((row) => Object.fromEntries(table.columns.map((c, i) => [c.name, row[i]])));
};

describe('the tables of a corpus', () => {
  it('each row has a cell for each column, of its type', () => {
    const types = { text: 'string', integer: 'number', real: 'number', boolean: 'boolean' };
    for (const table of tables)
      for (const row of table.rowsOf(day)) {
        expect(row).toHaveLength(table.columns.length);
        for (const [i, { type }] of table.columns.entries())
          if (row[i] !== null) expect(typeof row[i]).toBe(types[type]);
      }
  });

  it('a message knows its address, its thread and its parent', () => {
    expect(rowsOf('messages')[1]).toMatchObject({
      chat: '灯塔',
      n: 2,
      speaker: '半帆',
      thread: 1,
      parent: 1,
    });
  });

  it('every occurrence of a term is a row, with the form that stands there', () => {
    expect(rowsOf('terms').filter((r) => r.term === '清算')).toMatchObject([
      { n: 1, form: '清算', start: 2 },
      { n: 2, form: '资金清算' },
    ]);
  });

  it('what a person asked and answered is counted', () => {
    expect(rowsOf('people')).toMatchObject([
      { speaker: '阿橙', messages: 1, questions: 1, answers: 0 },
      { speaker: '半帆', messages: 1, questions: 0, answers: 1 },
      { speaker: '小舟', messages: 1, questions: 0, answers: 0 },
    ]);
    expect(rowsOf('questions')).toMatchObject([{ n: 1, answers: 1, answerer: '半帆', waited: 60 }]);
  });

  it('the documentation names every table and every column', () => {
    const docs = readFileSync('docs/tables.md', 'utf8');
    for (const { name, columns } of tables) {
      expect(docs).toContain(`### ${name}`);
      for (const column of columns)
        expect(docs).toContain(`| \`${column.name}\` | ${column.type} | ${column.about} |`);
    }
  });
});

describe('foundIn', () => {
  it('a form is found in any width and case, the longest first, and not inside a Latin word', () => {
    expect(foundIn('ＰＯＳ机和资金清算，POST', ['pos', '清算', '资金清算'])).toEqual([
      { start: 0, form: 'ＰＯＳ' },
      { start: 5, form: '资金清算' },
    ]);
  });

  it('what is found stands where it says, rising and without overlaps', () => {
    const piece = fc.stringMatching(/^[清算aA ]{0,8}$/);
    fc.assert(
      fc.property(piece, fc.array(piece, { maxLength: 3 }), (text, forms) => {
        let end = 0;
        for (const { start, form } of foundIn(text, forms)) {
          expect(start).toBeGreaterThanOrEqual(end);
          expect(text.slice(start, start + form.length)).toBe(form);
          expect(forms.map(fold)).toContain(fold(form));
          end = start + form.length;
        }
      }),
    );
  });
});

describe('usesOf', () => {
  it('a use stands between the messages around it, fewer at the ends of the day', () => {
    const lines = ['早', '清算几点', '三点'].map((text, i) => ({
      chat: '灯塔',
      date: '2021-03-04',
      n: i + 1,
      time: '09:00',
      speaker: '阿橙',
      text,
      thread: '',
    }));
    const [use] = usesOf(lines, ['清算'], 2);
    expect(use).toMatchObject({ address: '灯塔/2021-03-04#2', found: [{ start: 0, end: 2 }] });
    expect([use!.before.length, use!.after.length]).toEqual([1, 1]);
  });
});
