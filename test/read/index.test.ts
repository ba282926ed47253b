import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats, NotALog, readDay, recognise } from '../../src/read/index.js';
import { gbk, rules, utf8, utf16 } from './log.js';

const log = '---\ndate: 2021-03-04\n---\n> 09:00:00  阿橙\n\n灯亮了，都来看\n';
const path = '灯塔/_posts/2021-03-04-chat.md';

describe('recognise', () => {
  it('recognise tells the formats apart by what a file holds', () => {
    expect(recognise(log)?.name).toBe('jekyll');
    expect(recognise('[08:15] <harbor> hi\n')?.name).toBe('irc');
  });

  it('recognise knows no format for prose, for a table or for nothing', () => {
    expect(recognise('从前有座山。\n')).toBeNull();
    expect(recognise('时间,名字\n09:00,阿橙\n')).toBeNull();
    expect(recognise('')).toBeNull();
  });

  it('recognise reads the line ends of Windows', () => {
    expect(recognise('> 09:00:00  阿橙\r\n')?.name).toBe('jekyll');
    expect(recognise('[08:15] <harbor> hi\r\n')?.name).toBe('irc');
  });

  it('recognise reads the line ends of classic Mac', () => {
    expect(recognise(log.replaceAll('\n', '\r'))?.name).toBe('jekyll');
    expect(recognise('[08:15] <harbor> hi\r[08:16] <harbor> hi\r')?.name).toBe('irc');
  });

  it('recognise looks at the first 64 KiB only', () => {
    expect(recognise('x'.repeat(65_536) + log)).toBeNull();
  });
});

describe('readDay', () => {
  it('readDay reads a log of any encoding to the same messages', () => {
    const { messages } = readDay(utf8(log), { path });
    expect(messages[0]!.text).toBe('灯亮了，都来看');
    for (const bytes of [
      gbk(log),
      utf16(log, 'little'),
      utf16(log, 'big'),
      utf16(`\ufeff${log}`, 'little'),
    ]) {
      expect(readDay(bytes, { path }).messages).toEqual(messages);
    }
  });

  it('readDay puts a note about the encoding before those of the format', () => {
    const { notes } = readDay(gbk(`欢迎光临\n${log}`), { path });
    expect(rules(notes)).toEqual(['encoding@0', 'text-before-first@1']);
  });

  it('readDay throws where a file is no log, and names the file', () => {
    expect(() => readDay(utf8('从前有座山。'), { path: 'a/山.md' })).toThrow(NotALog);
    expect(() => readDay(utf8('从前有座山。'), { path: 'a/山.md' })).toThrow('a/山.md');
    expect(() => readDay(new Uint8Array(), { path })).toThrow(NotALog);
  });

  it('readDay throws where the format that it is told does not exist', () => {
    expect(() => readDay(utf8(log), { path, format: 'telegraph' })).toThrow(NotALog);
  });

  it('readDay believes the format that it is told', () => {
    const day = readDay(utf8(log), { path, format: 'irc' });
    expect(day.format).toBe('irc');
    expect(day.messages).toHaveLength(6);
  });

  it('readDay takes group over path', () => {
    expect(readDay(utf8(log), { path, group: '码头' }).group).toBe('码头');
  });

  it('every format has a name of its own', () => {
    expect(new Set(formats.map((format) => format.name)).size).toBe(formats.length);
  });
});

describe.each(formats.map((format) => format.name))('readDay of anything as %s', (format) => {
  const pieces = fc.constantFrom(
    ...[
      '---',
      '---js',
      '--- ',
      'date: 2021-03-04',
      'date: &a [*a]',
      'lines: {toString: 1}',
      'lines: *a',
      '{',
    ],
    ...['__proto__: {author: x}', 'author: !!js/function x', '> 09:00:00  甲', '> 99:99:99  ', '> 9:05', '"'],
    ...[
      '[08:15] <a> x',
      '[00:00] * b',
      '=== c',
      '',
      '灯',
      '[a](b',
      '\u2028',
      '\r',
      '&#0;',
      '@a?',
      '\t',
      '? ?',
    ],
  );
  const made = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 25 })
    .map((lines) => lines.join('\n'));

  it('readDay never throws on arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, name) => {
        expect(readDay(bytes, { path: name, format }).format).toBe(format);
      }),
      { seed: 81, numRuns: 400 },
    );
  });

  it('readDay never throws on what looks like a log, and numbers its messages from 1', () => {
    fc.assert(
      fc.property(made, (text) => {
        const { messages, group, date } = readDay(utf8(text), { path: 'x/y.md', format });
        expect(messages.map((m) => m.n)).toEqual(messages.map((_, i) => i + 1));
        expect(`${group}/${date}`).toMatch(/^[\p{L}\p{N}_][^/\\]*\/[\p{L}\p{N}_][^/\\]*$/u);
      }),
      { seed: 82, numRuns: 400 },
    );
  });

  it('readDay gives the same for the same bytes', () => {
    fc.assert(
      fc.property(made, (text) => {
        const once = () => readDay(utf8(text), { path: 'x/y.md', format });
        expect(once()).toEqual(once());
      }),
      { seed: 83, numRuns: 100 },
    );
  });
});
