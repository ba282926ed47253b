import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay, logs } from '../threads/arbitrary.js';
import { chat, irc, readChat } from '../threads/chat.js';
import { evening } from '../threads/talk.js';
import { analyse } from './analyse.js';

describe('assemble', () => {
  it('assemble carries the address, the format and the language of a day', () => {
    expect(analyse(chat('09:00 阿橙 早'))).toMatchObject({
      version: 1,
      group: '灯塔',
      date: '2021-03-04',
      format: 'jekyll',
      language: 'zh',
      segmenter: '@node-rs/jieba',
    });
    expect(analyse(irc('[08:15] <harbor> hi'))).toMatchObject({ group: 'irc', language: 'en' });
  });

  it('assemble gives each message its kind, its line and its mentions', () => {
    const { messages } = analyse(chat('09:00 阿橙 早\n09:01 半帆 @阿橙 灯塔的手续费是多少？'));
    expect(messages[1]).toMatchObject({
      n: 2,
      line: 5,
      time: '09:01:00',
      speaker: '半帆',
      kind: 'question',
      mentions: [{ start: 0, end: 3, name: '阿橙', speaker: '阿橙' }],
    });
  });

  it('assemble gives the segmentation where it is asked for, and only there', () => {
    const day = chat('09:00 阿橙 分账在0.38%');
    expect(analyse(day, { tokens: true }).messages[0]).toMatchObject({
      tokens: ['分账', '在', '0.38%'],
      tokenTypes: ['term', 'word', 'rate'],
    });
    expect(analyse(day).messages[0]).not.toHaveProperty('tokens');
    expect(analyse(day).messages[0]).not.toHaveProperty('tokenTypes');
  });

  it('assemble parts answered questions from those that nobody answered', () => {
    const analysis = analyse(
      chat(`
        09:00:00 阿橙 灯塔的手续费现在是多少？
        09:00:40 小舵 @阿橙 千三左右，去年谈的
        14:00:00 半帆 备付金的利息怎么记账？`),
    );
    expect(analysis.qa).toEqual([{ question: [1], answers: [2], follows: null, kind: 'question' }]);
    expect(analysis.unanswered).toEqual([{ question: [3], follows: null, kind: 'question' }]);
  });

  it('assemble numbers links by message', () => {
    const { links } = analyse(chat(evening));
    expect(links.map((link) => link.n)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    expect(links[5]).toEqual({ n: 6, parent: 5, probability: null });
  });
});

describe('an analysis of anything', () => {
  const header = /^> \d\d:\d\d:\d\d {2}/;

  it('an analysis has as many messages as the log has lines that open one', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const lines = log.replace(/\r\n/g, '\n').split('\n');
        const opening = lines.flatMap((line, i) => (header.test(line) ? [i + 1] : []));
        const { messages, links } = analyse(readChat(log));
        expect(messages.map((m) => m.line)).toEqual(opening);
        expect(messages.map((m) => m.n)).toEqual(opening.map((_, i) => i + 1));
        expect(links).toHaveLength(messages.length);
      }),
      { seed: 611, numRuns: 150 },
    );
  });

  it('an analysis of an IRC log has as many messages as the log has lines', () => {
    fc.assert(
      fc.property(
        anyDay.filter((day) => day.language === 'en'),
        (day) => {
          expect(analyse(day).messages).toHaveLength(day.messages.length);
        },
      ),
      { seed: 612, numRuns: 50 },
    );
  });

  it('an analysis is the same, byte for byte, when it is made twice', () => {
    fc.assert(
      fc.property(logs, fc.boolean(), (log, tokens) => {
        const once = JSON.stringify(analyse(readChat(log), { tokens }));
        expect(JSON.stringify(analyse(readChat(log), { tokens }))).toBe(once);
        expect(JSON.stringify(JSON.parse(once))).toBe(once);
      }),
      { seed: 613, numRuns: 100 },
    );
  });

  it('every number in an analysis is a message of the day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const a = analyse(day);
        const numbers = [
          ...a.links.flatMap((link) => [link.n, link.parent]),
          ...a.threads.flatMap((t) => [t.id, ...t.messages]),
          ...a.terms.flatMap((t) => t.messages),
          ...a.definitions.flatMap((d) => d.messages),
          ...a.qa.flatMap((q) => [...q.question, ...q.answers]),
          ...a.unanswered.flatMap((q) => q.question),
          ...a.talks.flatMap((t) => [...t.announcements, ...t.signins, ...t.passages, ...t.discussion]),
          ...(a.schedule ? [a.schedule.n] : []),
        ];
        for (const n of numbers) expect(n >= 1 && n <= day.messages.length).toBe(true);
      }),
      { seed: 614, numRuns: 100 },
    );
  });

  it('the tokens of a message stand in its text, in order', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const { text, tokens, tokenTypes } of analyse(day, { tokens: true }).messages) {
          expect(tokens!.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          expect(tokenTypes).toHaveLength(tokens!.length);
        }
      }),
      { seed: 615, numRuns: 60 },
    );
  });
});
