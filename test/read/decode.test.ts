import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/read/index.js';
import { gbk, rules, utf8, utf16 } from './log.js';

const log = '> 09:00:00  阿橙\n\n海边的灯亮了\n\n> 09:01:00  Lumen\n\n看到了，真好看\n';

describe('decode', () => {
  it('decode reads UTF-8 without a word about it', () => {
    expect(decode(utf8(log))).toEqual({ text: log, notes: [] });
  });

  it('decode drops the mark at the head of a UTF-8 file', () => {
    expect(decode(utf8(`\ufeff${log}`)).text).toBe(log);
  });

  it('decode drops marks of the byte order however many there are', () => {
    expect(decode(utf8(`\ufeff\ufeff${log}`)).text).toBe(log);
    expect(decode(utf16(`\ufeff\ufeff${log}`, 'big')).text).toBe(log);
  });

  it('decode reads GBK and says so', () => {
    const { text, notes } = decode(gbk(log));
    expect(text).toBe(log);
    expect(notes).toEqual([{ level: 'info', rule: 'encoding', line: 0, detail: 'GBK' }]);
  });

  it('decode reads the characters that GB 18030 has and GBK has not', () => {
    const bytes = Uint8Array.from([...gbk('灯塔'), 0x95, 0x32, 0x82, 0x36]);
    expect(decode(bytes).text).toBe('灯塔𠀀');
  });

  it.each(['little', 'big'] as const)('decode reads UTF-16, %s end first, by its mark', (order) => {
    const { text, notes } = decode(utf16(`\ufeff${log}`, order));
    expect(text).toBe(log);
    expect(notes[0]!.detail).toBe(order === 'little' ? 'UTF-16LE' : 'UTF-16BE');
  });

  it.each(['little', 'big'] as const)('decode reads UTF-16, %s end first, without a mark', (order) => {
    const { text, notes } = decode(utf16(log, order));
    expect(text).toBe(log);
    expect(rules(notes)).toEqual(['encoding@0']);
  });

  it('decode names the first damaged line', () => {
    const bytes = Uint8Array.from([...utf8('第一行的字\n第二行\n第三'), 0xff, ...utf8('行\n')]);
    const { text, notes } = decode(bytes);
    expect(text).toBe('第一行的字\n第二行\n第三\ufffd行\n');
    expect(rules(notes)).toEqual(['encoding-damaged@3']);
  });

  it.each(['little', 'big'] as const)(
    'decode names the line where UTF-16, %s end first, was cut off',
    (order) => {
      const bytes = utf16(`\ufeff${log}`, order);
      const { text, notes } = decode(bytes.subarray(0, bytes.length - 3));
      expect(text).toBe(`${log.slice(0, -2)}\ufffd`);
      expect(rules(notes)).toEqual(['encoding@0', 'encoding-damaged@7']);
    },
  );

  it('decode names the line where UTF-16 was cut off within a character', () => {
    const bytes = utf16('\ufeff> 09:00:00  阿橙\n\n灯塔𠀀', 'little');
    const { text, notes } = decode(bytes.subarray(0, bytes.length - 2));
    expect(text).toBe('> 09:00:00  阿橙\n\n灯塔\ufffd');
    expect(rules(notes)).toEqual(['encoding@0', 'encoding-damaged@3']);
  });

  it('decode counts lines by every end of theirs', () => {
    const bytes = Uint8Array.from([...utf8('第一行的字\r第二行\r\n第三'), 0xff, ...utf8('行\r')]);
    expect(rules(decode(bytes).notes)).toEqual(['encoding-damaged@3']);
  });

  it('decode does not take UTF-8 cut in the middle of a character for GBK', () => {
    const whole = utf8('今天风平浪静哦');
    const { text, notes } = decode(whole.subarray(0, whole.length - 1));
    expect(text).toBe('今天风平浪静\ufffd');
    expect(rules(notes)).toEqual(['encoding-damaged@1']);
  });

  it('decode reads GBK with a broken character as GBK, and names the line', () => {
    const bytes = Uint8Array.from([
      ...gbk('的一是了我不人在他有这个上们来到时\n大地为'),
      0xff,
      ...gbk('子中\n'),
    ]);
    const { text, notes } = decode(bytes);
    expect(text).toBe('的一是了我不人在他有这个上们来到时\n大地为\ufffd子中\n');
    expect(rules(notes)).toEqual(['encoding@0', 'encoding-damaged@2']);
  });

  it('decode of nothing is nothing', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', notes: [] });
  });

  it('decode gives back any text from its UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decode(utf8(`灯：${text}`)).text).toBe(`灯：${text}`);
      }),
      { seed: 31, numRuns: 200 },
    );
  });

  it('decode gives back any Chinese text from its GBK', () => {
    const characters = fc.constantFrom(...'的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要');
    fc.assert(
      fc.property(fc.string({ unit: characters, minLength: 4, maxLength: 60 }), (text) => {
        expect(decode(gbk(`> 09:00:00  ${text}\n`)).text).toBe(`> 09:00:00  ${text}\n`);
      }),
      { seed: 32, numRuns: 200 },
    );
  });

  it('decode never throws, and names a line of the file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { text, notes } = decode(bytes);
        const lines = text.split('\n').length;
        expect(notes.every((note) => note.line >= 0 && note.line <= lines)).toBe(true);
      }),
      { seed: 33, numRuns: 400 },
    );
  });
});
