import { describe, expect, it } from 'vitest';
import { findPeople, ownerName } from '../../src/people/index.js';
import { type Day, readDay } from '../../src/read/index.js';

const dayOf = (text: string, path: string): Day => readDay(new TextEncoder().encode(text), { path });
const chat = (...turns: [speaker: string, text: string][]) =>
  dayOf(turns.map(([name, text]) => `> 09:00:00  ${name}\n\n${text}\n`).join('\n'), '灯塔/2021-03-04.md');
const irc = (...lines: string[]) => dayOf(lines.join('\n'), '2009-05-06.txt');

/** Of every message, whom it mentions: `name → speaker`. */
const mentionsOf = (day: Day) =>
  findPeople(day).mentions.map((list) => list.map((m) => `${m.name} → ${m.speaker ?? '?'}`));

describe('findPeople in a Chinese chat', () => {
  it('findPeople gives a list for every message, empty where nobody is called', () => {
    const day = chat(['阿橙-灯塔', '早'], ['半帆', '@阿橙-灯塔 早'], ['小舵', '']);
    expect(mentionsOf(day)).toEqual([[], ['阿橙-灯塔 → 阿橙-灯塔'], []]);
  });

  it('findPeople resolves a name that is called before its bearer speaks', () => {
    const day = chat(['半帆', '@阿橙-灯塔 早'], ['阿橙-灯塔', '早']);
    expect(mentionsOf(day)[0]).toEqual(['阿橙-灯塔 → 阿橙-灯塔']);
  });

  it("findPeople resolves a mention whose U+2005 the exporter's encoding lost", () => {
    const day = chat(['Li Lei-灯塔', '早'], ['半帆', '@阿橙-码头?在吗'], ['阿橙-码头', '在']);
    expect(mentionsOf(day)[1]).toEqual(['阿橙-码头 → 阿橙-码头']);
  });

  it('findPeople resolves a name whose emoji the exporter lost, in the name and in the mention', () => {
    const day = chat(['阿橙??', '早'], ['半帆', '@阿橙???船到了']);
    expect(mentionsOf(day)[1]).toEqual(['阿橙 → 阿橙??']);
  });

  it('findPeople says which mention it cannot resolve', () => {
    expect(mentionsOf(chat(['半帆', '@老船长 早']))).toEqual([['老船长 → ?']]);
  });

  it('findPeople gives offsets into the text of the message', () => {
    const day = chat(['半帆', '好的 @阿橙 早']);
    const [mention] = findPeople(day).mentions[0]!;
    expect(day.messages[0]!.text.slice(mention!.start, mention!.end)).toBe('@阿橙');
  });

  it("findPeople resolves every name of the reader's own to one speaker", () => {
    const day = chat(['半帆', '@老 船长 早'], ['小舵', '@阿橙 早']);
    expect(
      findPeople(day, ['老 船长', '阿橙']).mentions.map((list) => list.map((m) => [m.name, m.speaker])),
    ).toEqual([[['老 船长', ownerName]], [['阿橙', ownerName]]]);
  });

  it('findPeople of a day without messages is nobody', () => {
    expect(findPeople(dayOf('---\nlayout: source\n---\n', 'a.md'))).toEqual({ mentions: [] });
  });
});

describe('findPeople in IRC', () => {
  it('findPeople hears a nick at the head of a line, whatever follows it', () => {
    const day = irc(
      '[08:15] <harbor> hi',
      '[08:16] <buoy> harbor: hi',
      '[08:16] <buoy> harbor, hi',
      '[08:16] <buoy> harbor hi',
      '[08:16] <buoy> harbor',
    );
    expect(mentionsOf(day).slice(1)).toEqual(Array.from({ length: 4 }, () => ['harbor → harbor']));
  });

  it('findPeople resolves a nick to the speaker, whatever its case', () => {
    const day = irc('[08:15] <Harbor> hi', '[08:16] <buoy> harbor: hi');
    expect(mentionsOf(day)[1]).toEqual(['harbor → Harbor']);
  });

  it('findPeople prefers the speaker who writes the nick in the same case', () => {
    const day = irc(
      '[08:15] <Harbor> hi',
      '[08:15] <harbor> hi',
      '[08:15] <HARBOR> hi',
      '[08:16] <buoy> harbor: hi',
    );
    expect(mentionsOf(day)[3]).toEqual(['harbor → harbor']);
  });

  it('findPeople hears no nick in the middle of a line and none that nobody bears', () => {
    const day = irc('[08:15] <harbor> hi', '[08:16] <buoy> hi harbor', '[08:16] <buoy> captain: hi');
    expect(mentionsOf(day)).toEqual([[], [], []]);
  });

  it('findPeople does not take a longer word for a nick', () => {
    expect(mentionsOf(irc('[08:15] <harbor> hi', "[08:16] <buoy> harbor's lights"))[1]).toEqual([]);
  });

  it('findPeople does not take a line of the server for a nick', () => {
    expect(mentionsOf(irc('=== harbor left', '[08:16] <buoy> === hm'))).toEqual([[], []]);
  });
});
