import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateIn, groupOf, safeSegment, stemOf } from '../../src/read/address.js';

const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

describe('safeSegment', () => {
  it('safeSegment leaves letters of any script, digits, dots, dashes and underscores alone', () => {
    expect(safeSegment('灯塔_2021.v2-b')).toBe('灯塔_2021.v2-b');
  });

  it('safeSegment puts one dash for a run of anything else', () => {
    expect(safeSegment('灯塔  & 海 群')).toBe('灯塔-海-群');
  });

  it('safeSegment makes a path that climbs out of its folder harmless', () => {
    expect(safeSegment('../../etc/passwd')).toBe('etc-passwd');
    expect(safeSegment('..\\..\\windows')).toBe('windows');
  });

  it.each(['', '.', '..', '...', '/', '-', '\u0000', ' '])(
    'safeSegment(%j) is a name all the same',
    (name) => {
      expect(safeSegment(name)).toBe('log');
    },
  );

  it('safeSegment hides no file: a leading dot goes', () => {
    expect(safeSegment('.htaccess')).toBe('htaccess');
  });

  it('safeSegment leaves 80 bytes, so that percent-encoded it is a name of a file', () => {
    const safe = safeSegment('支付清算行业产品经理与架构师技术交流分享答疑一群'.repeat(2));
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(80);
    expect(`chat=${encodeURIComponent(safe)}`.length).toBeLessThanOrEqual(255);
    expect(safeSegment('a'.repeat(80))).toBe('a'.repeat(80));
  });

  it('safeSegment tells long names apart that begin alike', () => {
    const long = '灯塔'.repeat(20);
    expect(safeSegment(`${long}一群`)).not.toBe(safeSegment(`${long}二群`));
    expect(safeSegment(`${long}一群`)).toMatch(/^(灯塔)+灯?-[0-9a-f]{6}$/);
  });

  it('safeSegment never cuts a character in half', () => {
    expect(safeSegment(`${'a'.repeat(72)}𠮷𠮷𠮷`)).toMatch(/^a{72}-[0-9a-f]{6}$/);
  });

  it('safeSegment brings composed and decomposed letters to one form', () => {
    expect(safeSegment('cafe\u0301')).toBe(safeSegment('caf\u00e9'));
  });

  it.each(['con', 'NUL', 'aux.txt', 'com1'])('safeSegment(%j) is not a device of Windows', (name) => {
    expect(safeSegment(name)).toBe(`log-${name}`);
  });

  it('safeSegment leaves names alone that only begin like a device', () => {
    expect(safeSegment('console')).toBe('console');
  });

  it('safeSegment of any string is one safe segment', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 120 }), (name) => {
        const safe = safeSegment(name);
        expect(safe).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u);
        expect(safe).not.toMatch(/[.-]$/);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(80);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('safeSegment of a safe segment is that segment', () => {
    const likely = fc.string({ unit: fc.constantFrom('a', '文', '.', '-', '/', '𠮷', ' '), maxLength: 120 });
    fc.assert(
      fc.property(likely, (name) => {
        const safe = safeSegment(name);
        expect(safeSegment(safe)).toBe(safe);
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});

describe('groupOf', () => {
  it('groupOf is the folder above _posts', () => {
    expect(groupOf('/data/灯塔/_posts/2021-03-04-chat.md')).toBe('灯塔');
  });

  it('groupOf looks above _posts even where folders lie between it and the file', () => {
    expect(groupOf('data/灯塔/_posts/2021/03/a.md')).toBe('灯塔');
  });

  it('groupOf is the folder of the file where there is no _posts', () => {
    expect(groupOf('data/码头/a.md')).toBe('码头');
  });

  it('groupOf reads the paths of Windows', () => {
    expect(groupOf('D:\\logs\\灯塔\\_posts\\a.md')).toBe('灯塔');
  });

  it.each(['a.md', './a.md', '../a.md', 'C:\\a.md', '_posts/a.md', ''])(
    'groupOf(%j) is not known',
    (path) => {
      expect(groupOf(path)).toBeNull();
    },
  );

  it('groupOf makes an odd folder name safe', () => {
    expect(groupOf('data/灯塔 <b>/a.md')).toBe('灯塔-b');
  });
});

describe('stemOf', () => {
  it.each([
    ['x/2021-03-04-chat.markdown', '2021-03-04-chat'],
    ['x\\2021-03-04.MD', '2021-03-04'],
    ['2021-03-04_07.ascii.txt', '2021-03-04_07'],
    ['a.b.log', 'a.b'],
    ['notes.html', 'notes.html'],
    ['', ''],
  ])('stemOf(%j) is %j', (path, stem) => {
    expect(stemOf(path)).toBe(stem);
  });
});

describe('dateIn', () => {
  it('dateIn finds the date that a string holds', () => {
    expect(dateIn('2021-03-04-chat')).toBe('2021-03-04');
    expect(dateIn('chat_2021-03-04 12:00:00')).toBe('2021-03-04');
  });

  it.each(['2021-02-30', '2021-13-01', '2021-00-10', '12021-03-04', '2021-03-041', '2021-3-4', '2021/03/04'])(
    'dateIn(%j) is no date',
    (text) => {
      expect(dateIn(text)).toBeNull();
    },
  );

  it('dateIn knows leap years', () => {
    expect(dateIn('2020-02-29')).toBe('2020-02-29');
    expect(dateIn('2021-02-29')).toBeNull();
  });

  it('dateIn finds every day of the calendar again', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(dateIn(`x ${day}.md`)).toBe(day);
        },
      ),
      { seed: 13, numRuns: 200 },
    );
  });
});
