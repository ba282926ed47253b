import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { irc } from '../../src/read/irc.js';

const parse = (text: string, path = 'logs/2009-05-06_12.ascii.txt') => irc.parse(text, { path });
const only = (line: string) => parse(`${line}\n`).messages[0]!;

describe('irc', () => {
  it('irc reads who said what and when', () => {
    expect(only('[08:15] <harbor> is the tide in?')).toEqual({
      n: 1,
      line: 1,
      time: '08:15:00',
      second: 8 * 3600 + 15 * 60,
      speaker: 'harbor',
      text: 'is the tide in?',
      attachments: [],
      duplicateOf: null,
    });
  });

  it('irc reads an action as a message of its actor', () => {
    expect(only('[08:15]  * harbor waves')).toMatchObject({
      time: '08:15:00',
      speaker: 'harbor',
      text: 'waves',
    });
    expect(only('[08:15] * harbor waves')).toMatchObject({ speaker: 'harbor', text: 'waves' });
    expect(only('[08:15] *harbor waves')).toMatchObject({ speaker: 'harbor', text: 'waves' });
  });

  it('irc leaves a line of the server without a speaker', () => {
    expect(only('=== buoy [n=buoy@host] has joined #sea')).toMatchObject({
      speaker: '',
      text: '=== buoy [n=buoy@host] has joined #sea',
    });
  });

  it('irc reads a message without words', () => {
    expect(only('[08:15] <harbor>')).toMatchObject({ speaker: 'harbor', text: '' });
    expect(only('[08:15] <harbor> ')).toMatchObject({ speaker: 'harbor', text: '' });
  });

  it('irc keeps the marks of nicks', () => {
    expect(only('[08:15] <[sea]_^|`> x').speaker).toBe('[sea]_^|`');
  });

  it('irc keeps text beyond a line separator of Unicode', () => {
    expect(only('[08:15] <harbor> a\u2028b')).toMatchObject({ speaker: 'harbor', text: 'a\u2028b' });
  });

  it('irc numbers lines that end with a carriage return, alone or not', () => {
    const text = '[08:15] <a> x\n\n=== b left\n[08:16] <a> y\n';
    for (const end of ['\r', '\r\n']) expect(parse(text.replaceAll('\n', end))).toEqual(parse(text));
  });

  it('irc says that a year in the name of a file has no chats, and leaves no date in the name', () => {
    const { date, notes } = parse('[08:15] <a> x\n', 'logs/9009-05-06_12.txt');
    expect(date).toBe('9009.05.06_12');
    expect(notes).toEqual([{ level: 'warning', rule: 'date-far', line: 0, detail: '9009-05-06' }]);
  });

  it('irc numbers every line, empty ones and those of the server too', () => {
    const { messages } = parse('[08:15] <a> x\n\n=== b left\n[08:16] <a> y\n');
    expect(messages.map((m) => [m.n, m.line, m.speaker])).toEqual([
      [1, 1, 'a'],
      [2, 2, ''],
      [3, 3, ''],
      [4, 4, 'a'],
    ]);
  });

  it('irc gives a line of the server the time of the line before it', () => {
    expect(parse('[08:15] <a> x\n=== b left\n').messages[1]).toMatchObject({
      time: '08:15:00',
      second: 8 * 3600 + 15 * 60,
    });
  });

  it('irc goes on counting seconds after midnight', () => {
    const { messages } = parse('[23:59] <a> x\n[00:01] <b> y\n=== c left\n[00:02] <a> z\n');
    expect(messages.map((m) => m.second)).toEqual([86_340, 86_460, 86_460, 86_520]);
    expect(messages.map((m) => m.time)).toEqual(['23:59:00', '00:01:00', '00:01:00', '00:02:00']);
  });

  it('irc counts every midnight of a log', () => {
    const { messages } = parse('[23:00] <a> x\n[01:00] <a> x\n[23:00] <a> x\n[01:00] <a> x\n');
    expect(messages.map((m) => Math.floor(m.second / 86_400))).toEqual([0, 1, 1, 2]);
  });

  it('irc takes a clock that falls a little for a clock that is wrong', () => {
    expect(parse('[09:10] <a> x\n[09:08] <b> y\n').messages.map((m) => m.second)).toEqual([33_000, 32_880]);
  });

  it('irc reads the line ends of Windows', () => {
    expect(parse('[08:15] <a> x\r\n[08:16] <b> y\r\n').messages.map((m) => m.text)).toEqual(['x', 'y']);
  });

  it('irc reads a last line without an end', () => {
    expect(parse('[08:15] <a> x').messages).toHaveLength(1);
  });

  it('irc dates a log by the name of its file', () => {
    expect(parse('[08:15] <a> x\n')).toMatchObject({
      group: 'irc',
      date: '2009-05-06_12',
      format: 'irc',
      language: 'en',
      notes: [],
    });
  });

  it('irc makes a group that it is told harmless', () => {
    expect(irc.parse('', { path: 'x.txt', group: '../sea' }).group).toBe('sea');
  });

  it('irc of an empty file is a day without messages', () => {
    expect(parse('').messages).toEqual([]);
  });

  it('irc recognises a log by four lines in five', () => {
    const spoken = '[08:15] <a> x\n';
    expect(irc.recognises(spoken.repeat(4) + 'else\n')).toBe(true);
    expect(irc.recognises(spoken.repeat(3) + 'else\n')).toBe(false);
  });

  it('irc recognises neither prose nor an empty file', () => {
    expect(irc.recognises('Dear diary,\n')).toBe(false);
    expect(irc.recognises('\n\n')).toBe(false);
  });

  it('irc gives as many messages as the file has lines, numbered from 1', () => {
    const line = fc.oneof(
      fc.constantFrom('[08:15] <a> x', '[23:59] <b> y', '[00:00] * c z', '=== d', '', '[99:99] <e> w'),
      fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, '')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { messages } = parse(lines.map((text) => `${text}\n`).join(''));
        expect(messages.map((m) => m.n)).toEqual(lines.map((_, i) => i + 1));
        expect(messages.map((m) => m.line)).toEqual(lines.map((_, i) => i + 1));
      }),
      { seed: 61, numRuns: 200 },
    );
  });
});
