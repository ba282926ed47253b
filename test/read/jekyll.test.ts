import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jekyll } from '../../src/read/jekyll.js';
import { read, rules } from './log.js';

const padded = `---
layout:     source 
title:      "2021-03-04-WeChat" 
date:       2021-03-04 12:00:00 
author:     LumenGroup 
lines:      2 
tag:\t\t  [chat] 
---
> 09:00:00  阿橙-灯塔  
   
灯亮了  
   
> 09:00:07  Lumen  
   
看到了  
   
`;

/** A log with this front matter and one message, in a file whose name has no date. */
const headed = (header: string) => read(`${header}\n> 09:00:00  阿橙\n\n灯亮了\n`, '灯塔/chat.md');
/** The messages below a plain header. */
const messagesOf = (body: string) => read(body).messages;

describe('jekyll: front matter', () => {
  it("jekyll reads the exporter's padded header", () => {
    const day = read(padded);
    expect(day).toMatchObject({
      group: '灯塔',
      date: '2021-03-04',
      format: 'jekyll',
      language: 'zh',
      header: { author: 'LumenGroup', lines: 2 },
      notes: [],
    });
    expect(day.messages.map((m) => [m.n, m.line, m.time, m.speaker, m.text])).toEqual([
      [1, 9, '09:00:00', '阿橙-灯塔', '灯亮了'],
      [2, 13, '09:00:07', 'Lumen', '看到了'],
    ]);
  });

  it('jekyll reads a header with quotes, further keys and empty lines around it', () => {
    const { header, date, notes } = headed(
      '\n---\n\nlayout: source\ndate: 2021-03-04 12:00:00\nauthor: "灯塔群"\nheader-img: "img/a.jpg"\n\n---\n',
    );
    expect({ header, date, notes }).toEqual({
      header: { author: '灯塔群', lines: null },
      date: '2021-03-04',
      notes: [],
    });
  });

  it('jekyll reads an empty header', () => {
    const { header, notes } = headed('---\n---');
    expect(header).toEqual({ author: null, lines: null });
    expect(rules(notes)).toEqual(['date-missing@0']);
  });

  it.each(['just words', '~', '- a list', '# nothing but a comment'])(
    'jekyll reads a header that is no mapping: %j',
    (inside) => {
      const { header, notes } = headed(`---\n${inside}\n---`);
      expect(header).toEqual({ author: null, lines: null });
      expect(rules(notes)).toEqual(['date-missing@0']);
    },
  );

  it('jekyll reads a log without front matter', () => {
    const day = read('> 09:00:00  阿橙\n\n灯亮了\n');
    expect(day).toMatchObject({
      date: '2021-03-04',
      header: { author: null, lines: null },
      notes: [],
    });
  });

  it('jekyll names the line where a header opens that never closes, and reads it', () => {
    const day = headed('\n---\ndate: 2021-03-05\nauthor: 灯塔群\n');
    expect(rules(day.notes)).toEqual(['header-unclosed@2']);
    expect(day).toMatchObject({ date: '2021-03-05', header: { author: '灯塔群' } });
    expect(day.messages).toHaveLength(1);
  });

  it('jekyll refuses front matter that is code, and never runs it', () => {
    const day = headed('---js\n{ date: (globalThis.ran = true, "2021-03-05"), author: "x" }\n---');
    expect(rules(day.notes)).toEqual(['date-missing@0', 'header-code@1']);
    expect(day.notes[1]!.detail).toBe('js');
    expect(day.header).toEqual({ author: null, lines: null });
    expect(globalThis).not.toHaveProperty('ran');
    expect(day.messages).toHaveLength(1);
  });

  it.each(['javascript', 'json', 'coffee', 'toml', 'yaml'])(
    'jekyll refuses front matter named %s',
    (name) => {
      expect(rules(headed(`---${name}\nauthor: x\n---`).notes)).toContain('header-code@1');
    },
  );

  it('jekyll does not run code that YAML could name', () => {
    const day = headed('---\nauthor: !!js/function "function () { globalThis.ran = true }"\n---');
    expect(rules(day.notes)).toContain('header-invalid@2');
    expect(globalThis).not.toHaveProperty('ran');
  });

  it('jekyll names the line of invalid YAML and reads the plain keys all the same', () => {
    const day = headed('---\nlayout: source\ndate: 2021-03-05\ntitle: "never closed\nlines: 7\n---');
    expect(day.notes.map((note) => note.rule)).toEqual(['header-invalid']);
    expect(day.notes[0]!.line).toBeGreaterThanOrEqual(4);
    expect(day.notes[0]!.line).toBeLessThanOrEqual(6);
    expect(day).toMatchObject({ date: '2021-03-05', header: { author: null, lines: 7 } });
  });

  it('jekyll counts the line of invalid YAML from the head of the file', () => {
    const day = headed('\n\n---\nlayout: source\nauthor: 甲: 乙\ndate: 2021-03-05\n---');
    expect(rules(day.notes)).toEqual(['header-invalid@5']);
  });

  it.each(['0', '-3', '2.5', 'many', '[2]', '{a: 2}', ''])(
    'jekyll does not take %j for a count of lines',
    (lines) => {
      expect(headed(`---\nlines: ${lines}\n---`).header.lines).toBeNull();
    },
  );

  it('jekyll shows an author without what cannot be seen', () => {
    expect(headed('---\nauthor: "灯\u200b塔 &amp;amp; 海"\n---').header.author).toBe('灯塔 & 海');
  });
});

describe('jekyll: date and group', () => {
  it('jekyll takes the date as it is written, whatever the time zone', () => {
    expect(headed('---\ndate: 2021-03-05 00:30:00 +08:00\n---').date).toBe('2021-03-05');
    expect(headed('---\ndate: "2021-03-05"\n---').date).toBe('2021-03-05');
  });

  it('jekyll takes the date from the name of the file where the header has none', () => {
    const day = read('---\nauthor: x\n---\n> 09:00:00  阿橙\n');
    expect([day.date, day.notes]).toEqual(['2021-03-04', []]);
  });

  it('jekyll says that header and file name differ, and believes the header', () => {
    const day = read('---\ndate: 2021-03-05\n---\n> 09:00:00  阿橙\n');
    expect(day.date).toBe('2021-03-05');
    expect(day.notes).toEqual([
      { level: 'warning', rule: 'date-differs', line: 0, detail: '2021-03-05 ≠ 2021-03-04' },
    ]);
  });

  it('jekyll does not believe in a day that no calendar has', () => {
    const day = read('---\ndate: 2021-02-30 12:00:00\n---\n> 09:00:00  阿橙\n');
    expect([day.date, day.notes]).toEqual(['2021-03-04', []]);
  });

  it.each(['0001-03-05', '1969-12-31', '2100-01-01', '9999-12-31'])(
    'jekyll takes %s, of a year without chats, for no date, and names its line',
    (date) => {
      const day = read(`---\nauthor: x\ndate: ${date}\n---\n> 09:00:00  阿橙\n`);
      expect(day.date).toBe('2021-03-04');
      expect(day.notes).toEqual([{ level: 'warning', rule: 'date-far', line: 3, detail: date }]);
    },
  );

  it.each(['1970-01-01', '2099-12-31'])('jekyll takes %s for a date', (date) => {
    const { date: taken, notes } = headed(`---\ndate: ${date}\n---`);
    expect([taken, rules(notes)]).toEqual([date, []]);
  });

  it('jekyll names a day after its file where its year has no chats, so that nothing takes the name for a date', () => {
    const day = read('> 09:00:00  阿橙\n', '灯塔/9999-12-31-chat.md');
    expect(day.date).toBe('9999.12.31-chat');
    expect(rules(day.notes)).toEqual(['date-far@0', 'date-missing@0']);
  });

  it('jekyll believes the header where the year of the file name has no chats', () => {
    const day = read('---\ndate: 2021-03-05\n---\n> 09:00:00  阿橙\n', '灯塔/0001-03-05.md');
    expect([day.date, day.notes]).toEqual(['2021-03-05', []]);
  });

  it('jekyll names a day after its file where there is no date at all', () => {
    const day = read('> 09:00:00  阿橙\n', '灯塔/闲聊 一.md');
    expect(day.date).toBe('闲聊-一');
    expect(rules(day.notes)).toEqual(['date-missing@0']);
  });

  it('jekyll makes a date out of a hostile file name harmless', () => {
    expect(read('> 09:00:00  阿橙\n', '灯塔/...md').date).not.toMatch(/^\.|[/\\]/);
    expect(read('> 09:00:00  阿橙\n', 'a/b/..').date).toBe('log');
  });

  it('jekyll makes a date out of a hostile header harmless', () => {
    expect(headed('---\ndate: ../../2021-03-05/../x\n---').date).toBe('2021-03-05');
    expect(headed('---\ndate: ../../../etc\n---').date).toBe('chat');
  });

  it('jekyll makes the group of a path that climbs harmless', () => {
    expect(read('> 09:00:00  阿橙\n', '../../a.md').group).toBe('chat');
    expect(read('> 09:00:00  阿橙\n', '.../_posts/a.md').group).not.toMatch(/^\.|[/\\]/);
  });

  it('jekyll lets the caller name the group, and makes the name harmless', () => {
    const named = (group: string) => jekyll.parse('> 09:00:00  阿橙\n', { path: '码头/a.md', group }).group;
    expect(named('灯塔')).toBe('灯塔');
    expect(named('../../root')).toBe('root');
  });

  it('jekyll calls the group chat where nothing names it', () => {
    expect(read('> 09:00:00  阿橙\n', '2021-03-04.md').group).toBe('chat');
  });
});

describe('jekyll: messages', () => {
  it('jekyll joins the lines of a message and drops the padding of each', () => {
    expect(messagesOf('> 09:00:00  阿橙  \n   \n第一行  \n   \n 第二行\n')[0]!.text).toBe('第一行\n第二行');
  });

  it('jekyll keeps a message without words', () => {
    const messages = messagesOf('> 09:00:00  阿橙\n> 09:00:01  Lumen\n\n\n> 09:00:02  阿橙\n\n在\n');
    expect(messages.map((m) => m.text)).toEqual(['', '', '在']);
  });

  it('jekyll keeps a message without a name', () => {
    expect(messagesOf('> 09:00:00  \n\n在\n')[0]).toMatchObject({ speaker: '', text: '在' });
  });

  it('jekyll keeps names with spaces, dashes, marks and damage', () => {
    const names = ['Li Lei - 灯塔', '~', '??阿橙|海', '阿橙  灯'];
    const messages = messagesOf(names.map((name) => `> 09:00:00  ${name}\n\n在\n`).join('\n'));
    expect(messages.map((m) => m.speaker)).toEqual(['Li Lei - 灯塔', '~', '??阿橙|海', '阿橙 灯']);
  });

  it('jekyll finds the header of a name that holds a line separator of Unicode', () => {
    expect(messagesOf('> 09:00:00  阿\u2028橙\n\n在\n')[0]!.speaker).toBe('阿 橙');
  });

  it('jekyll reads the line ends of Windows, with the same lines', () => {
    const windows = read(padded.replaceAll('\n', '\r\n'));
    expect(windows).toEqual(read(padded));
  });

  it('jekyll reads the line ends of classic Mac, and of all kinds in one log, with the same lines', () => {
    expect(read(padded.replaceAll('\n', '\r'))).toEqual(read(padded));
    const ends = ['\r', '\n', '\r\n'];
    fc.assert(
      fc.property(fc.infiniteStream(fc.constantFrom(...ends)), (chosen) => {
        // a line feed behind a carriage return would be one end with it
        let last = '';
        const mixed = padded.replaceAll('\n', () => {
          const end = chosen.next().value;
          last = last === '\r' && end === '\n' ? '\r' : end;
          return last;
        });
        expect(read(mixed)).toEqual(read(padded));
      }),
      { seed: 73, numRuns: 100 },
    );
  });

  it('jekyll leaves the order alone where the clock jumps back', () => {
    const messages = messagesOf('> 09:00:00  甲\n\n一\n\n> 08:00:00  乙\n\n二\n');
    expect(messages.map((m) => [m.n, m.second])).toEqual([
      [1, 32_400],
      [2, 28_800],
    ]);
  });

  it('jekyll undoes the damage of a text and keeps what the message carries', () => {
    const [message] = messagesOf('> 09:00:00  阿橙\n\n看[潮汐表](https://tide.example/)??  好\n');
    expect(message!.text).toBe('看潮汐表[表情]\n好');
    expect(message!.attachments).toHaveLength(1);
  });

  it('jekyll does not take a quotation for a header', () => {
    const day = read('> 09:00:00  阿橙\n\n> 灯亮了\n>09:00:01  甲乙\n');
    expect(day.messages).toHaveLength(1);
    expect(day.messages[0]!.text).toBe('> 灯亮了\n>09:00:01\n甲乙');
    expect(rules(day.notes)).toEqual(['time-malformed@4']);
  });
});

describe('jekyll: notes', () => {
  it('jekyll keeps a message whose time cannot be, and names its line', () => {
    const day = read('> 09:00:00  甲\n\n一\n\n> 25:99:00  乙\n\n二\n');
    expect(day.notes).toEqual([{ level: 'warning', rule: 'time-invalid', line: 5, detail: '25:99:00' }]);
    expect(day.messages[1]).toMatchObject({
      n: 2,
      time: '25:99:00',
      second: 32_400,
      speaker: '乙',
      text: '二',
    });
  });

  it.each(['24:00:00', '09:60:00', '09:00:60'])('jekyll knows that %s is no time', (time) => {
    expect(rules(read(`> ${time}  甲\n\n一\n`).notes)).toEqual(['time-invalid@1']);
  });

  it('jekyll takes a header with a short time for text, and names its line', () => {
    const day = read('> 09:00:00  甲\n\n一\n\n> 9:05  乙\n\n二\n');
    expect(day.notes).toEqual([{ level: 'warning', rule: 'time-malformed', line: 5, detail: '> 9:05  乙' }]);
    expect(day.messages).toHaveLength(1);
    expect(day.messages[0]!.text).toContain('二');
  });

  it.each(['> 09：00：00  甲', '> 09:00:00 甲', '> 9:00:00  甲', '>  09:00:00  甲'])(
    'jekyll says that %j is no header',
    (line) => {
      expect(rules(read(`> 08:00:00  乙\n\n一\n${line}\n`).notes)).toEqual(['time-malformed@4']);
    },
  );

  it('jekyll names the first line of text before the first message', () => {
    const day = read('---\ndate: 2021-03-04\n---\n\n欢迎来到灯塔\n再一行\n> 09:00:00  甲\n\n一\n');
    expect(day.notes).toEqual([
      { level: 'warning', rule: 'text-before-first', line: 5, detail: '欢迎来到灯塔' },
    ]);
    expect(day.messages[0]!.text).toBe('一');
  });

  it('jekyll names text before the first message of a log without front matter', () => {
    expect(rules(read('欢迎\n> 09:00:00  甲\n').notes)).toEqual(['text-before-first@1']);
  });

  it('jekyll names text that stands before what looks like front matter', () => {
    expect(rules(read('欢迎\n---\nauthor: x\n---\n> 09:00:00  甲\n').notes)).toEqual(['text-before-first@1']);
    expect(rules(read('欢迎\n---\n> 09:00:00  甲\n').notes)).toEqual(['text-before-first@1']);
  });

  it('jekyll names text between refused front matter and the first message', () => {
    const { notes } = read('---js\n{}\n---\n欢迎\n> 09:00:00  甲\n');
    expect(rules(notes)).toEqual(['header-code@1', 'text-before-first@4']);
  });

  it('jekyll puts its notes in the order of their lines', () => {
    const { notes } = headed('---\nlayout: source\n---\n欢迎\n> 99:00:00  甲\n> 9:05 乙');
    expect(rules(notes)).toEqual([
      'date-missing@0',
      'text-before-first@4',
      'time-invalid@5',
      'time-malformed@6',
    ]);
  });

  it('jekyll reads a log without messages', () => {
    const day = read('---\nlayout: source\ndate: 2021-03-04\n---\n');
    expect(day).toMatchObject({ date: '2021-03-04', messages: [], notes: [] });
  });

  it('jekyll reads an empty text', () => {
    expect(jekyll.parse('', { path: '2021-03-04.md' })).toMatchObject({ messages: [], notes: [] });
  });
});

describe('jekyll: recognising', () => {
  it('jekyll recognises a header line anywhere, and its layout without one', () => {
    expect(jekyll.recognises('欢迎\n> 09:00:00  甲\n')).toBe(true);
    expect(jekyll.recognises('\n---\ntitle: x\nlayout:     source \n---\n')).toBe(true);
  });

  it('jekyll recognises neither another post nor prose', () => {
    expect(jekyll.recognises('---\nlayout: post\n---\n正文\n')).toBe(false);
    expect(jekyll.recognises('09:00:00  甲\n')).toBe(false);
    expect(jekyll.recognises('')).toBe(false);
  });
});

describe('jekyll: any log', () => {
  const noBreak = (text: string) => text.replace(/[\r\n]/g, ' ');
  const name = fc.oneof(
    fc.constantFrom('阿橙-灯塔', '??', '', '~', 'Li Lei'),
    fc.string({ unit: 'binary' }).map(noBreak),
  );
  const text = fc.oneof(
    fc.constantFrom(
      '灯亮了',
      '',
      '---',
      '> 9:05  乙',
      '> 25:99:00  丙',
      '一\n\n> 10:00:00  丁',
      '---js',
      '\r\n',
    ),
    fc.string({ unit: 'binary' }),
  );
  const turns = fc.array(fc.tuple(name, text), { maxLength: 20 });
  const logOf = (list: [string, string][]) => list.map(([n, t]) => `> 09:00:00  ${n}\n\n${t}\n`).join('\n');
  /** Counted without the parser's own pattern: by position. */
  const isHeader = (line: string) =>
    line.startsWith('> ') &&
    [...line.slice(2, 10)].every((c, i) => (i % 3 === 2 ? c === ':' : c >= '0' && c <= '9')) &&
    line.slice(10, 12) === '  ';

  it('jekyll gives one message for every header line, numbered from 1', () => {
    fc.assert(
      fc.property(turns, (list) => {
        const log = logOf(list);
        const lines = log.split(/\r\n|\r|\n/).flatMap((line, i) => (isHeader(line) ? [i + 1] : []));
        const { messages } = jekyll.parse(log, { path: '2021-03-04.md' });
        expect(messages.map((m) => m.line)).toEqual(lines);
        expect(messages.map((m) => m.n)).toEqual(lines.map((_, i) => i + 1));
      }),
      { seed: 71, numRuns: 300 },
    );
  });

  it('jekyll names only lines that the file has', () => {
    fc.assert(
      fc.property(text, turns, (head, list) => {
        const log = `---\n${head}\n${logOf(list)}`;
        const { notes } = jekyll.parse(log, { path: 'a/b.md' });
        const lines = log.split(/\r\n|\r|\n/).length;
        expect(notes.every((note) => note.line >= 0 && note.line <= lines)).toBe(true);
        expect(notes.map((note) => note.line)).toEqual(notes.map((note) => note.line).sort((a, b) => a - b));
      }),
      { seed: 72, numRuns: 300 },
    );
  });
});
