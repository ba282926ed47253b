import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/read/day.js';
import { markDuplicates } from '../../src/read/duplicates.js';
import { read } from './log.js';

const said = (n: number, time: string, speaker: string, text: string, url = ''): Message => ({
  n,
  line: n * 2,
  time,
  second: n,
  speaker,
  text,
  attachments: url ? [{ kind: 'image', title: '', url, start: 0, end: 0 }] : [],
  duplicateOf: null,
});

const time = (i: number) => `09:00:${String(i).padStart(2, '0')}`;

/** Pairs of a message and its copy under another name. */
const doubled = (pairs: number) =>
  Array.from({ length: pairs }, (_, i) => [
    said(2 * i + 1, time(i), '阿橙-灯塔', `第${i}条船`),
    said(2 * i + 2, time(i), '阿橙', `第${i}条船`),
  ]).flat();

const copies = (messages: Message[]) => markDuplicates(messages).flatMap((m) => m.duplicateOf ?? []);

describe('markDuplicates', () => {
  it('markDuplicates marks the second copy of every message of a doubled day', () => {
    expect(copies(doubled(6))).toEqual([1, 3, 5, 7, 9, 11]);
  });

  it('markDuplicates leaves the first copies unmarked and drops nothing', () => {
    const marked = markDuplicates(doubled(6));
    expect(marked.map((m) => m.n)).toEqual(doubled(6).map((m) => m.n));
    expect(marked.filter((m) => m.n % 2 === 1).every((m) => m.duplicateOf === null)).toBe(true);
  });

  it('markDuplicates takes a few pairs for chance', () => {
    expect(copies(doubled(5))).toEqual([]);
  });

  it('markDuplicates lets the same person repeat themselves', () => {
    const messages = doubled(8).map((m) => ({ ...m, speaker: '阿橙' }));
    expect(copies(messages)).toEqual([]);
  });

  it('markDuplicates lets two people say the same in different seconds', () => {
    const messages = doubled(8).map((m) => ({ ...m, time: time(m.n) }));
    expect(copies(messages)).toEqual([]);
  });

  it('markDuplicates tells messages without words apart by what they carry', () => {
    const pictures = doubled(8).map((m) => said(m.n, m.time, m.speaker, '', `${m.n}.jpg`));
    expect(copies(pictures)).toEqual([]);
    const same = doubled(8).map((m) => said(m.n, m.time, m.speaker, '', `${Math.ceil(m.n / 2)}.jpg`));
    expect(copies(same)).toHaveLength(8);
  });

  it('markDuplicates makes no chain: a third copy is a message of its own', () => {
    const three = Array.from({ length: 6 }, (_, i) =>
      ['甲', '乙', '丙'].map((name, k) => said(3 * i + k + 1, time(i), name, `第${i}条船`)),
    ).flat();
    expect(copies(three)).toEqual([1, 4, 7, 10, 13, 16]);
  });

  it('a doubled day of the exporter is marked when it is read', () => {
    const log = doubled(6)
      .map((m) => `> ${m.time}  ${m.speaker}\n\n${m.text}\n`)
      .join('\n');
    const { messages } = read(log);
    expect(messages).toHaveLength(12);
    expect(messages.map((m) => m.duplicateOf !== null)).toEqual(messages.map((m) => m.n % 2 === 0));
  });

  it('markDuplicates points every copy at the message before it', () => {
    const word = fc.constantFrom('到', '好');
    const line = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom('甲', '乙'), word);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const messages = lines.map(([t, name, text], i) => said(i + 1, time(t), name, text));
        const marked = markDuplicates(messages);
        expect(marked.map((m) => ({ ...m, duplicateOf: null }))).toEqual(messages);
        for (const copy of marked.filter((m) => m.duplicateOf !== null)) {
          const first = marked[copy.n - 2]!;
          expect(copy.duplicateOf).toBe(first.n);
          expect([first.time, first.text, first.duplicateOf]).toEqual([copy.time, copy.text, null]);
          expect(first.speaker).not.toBe(copy.speaker);
        }
      }),
      { seed: 51, numRuns: 200 },
    );
  });
});
