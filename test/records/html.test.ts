import { describe, expect, it } from 'vitest';
import { type Fix, recordPage, type TalkRecord } from '../../src/records/index.js';
import { recordOf, said, shortEvening, talkOf } from './talk-day.js';

const page = (record: TalkRecord, fixes: Fix[] = [], edited?: { file: string; byHand: Fix[] }) =>
  recordPage(record, {
    lang: 'zh',
    edition: 'inner',
    consent: '未问',
    fixes,
    fixesFile: 'a.fixes.yaml',
    ...(edited && { edited }),
    dayPage: (date) => (date === '2024-03-01' ? '../a/2024-03-01.html' : null),
  });
/** The page without its head, in which nothing stands that a log had. */
const body = (...args: Parameters<typeof page>) => page(...args).split('<body>')[1]!;

describe('recordPage', () => {
  it('every line leads to its messages in the page of its day', () => {
    const source = body(recordOf(shortEvening()));
    for (const n of [1, 3, 4, 5, 6, 7]) expect(source).toContain(`href="../a/2024-03-01.html#m${n}"`);
  });

  it('the record of a discussion is called one, and names no guest', () => {
    const source = body({ ...recordOf(shortEvening()), kind: 'discussion' });
    expect(source).toContain('讨论记录草稿');
    expect(source).toContain('答得最多的是 灯塔客');
    expect(source).not.toContain('嘉宾');
  });

  it('where the day has no page its messages are named without a link', () => {
    const record = recordOf({ ...shortEvening(), date: '2024-03-02' });
    expect(body(record)).toContain('#4');
    expect(body(record)).not.toContain('.html#m');
  });

  it('what a log says is text, wherever it stands', () => {
    const evil = '<img src=x onerror=alert(1)>"\'';
    const record = { ...talkOf(said(evil)), title: evil, guest: evil, host: evil };
    const source = page(record, [{ kind: 'slip', at: evil, from: evil, to: evil }]);
    expect(source).not.toContain('<img');
    expect(source).not.toContain(`"${evil}`);
  });

  it('a picture is a link to a web address and is not loaded, and no other address is a link', () => {
    const image = (url: string) => ({ kind: 'image' as const, title: '', url, start: 2, end: 2 });
    const shown = (url: string) =>
      body(talkOf([{ speaker: '灯塔客', text: '看图', attachments: [image(url)] }]));
    expect(shown('https://a.example/1.png')).toContain('href="https://a.example/1.png"');
    for (const url of ['https://a.example/1.png', 'javascript:alert(1)'])
      expect(shown(url)).not.toContain('<img');
    expect(shown('javascript:alert(1)')).not.toContain('javascript:');
  });

  it('the head counts the questions, those that follow one up too, and those that the guest answered', () => {
    const record = recordOf(shortEvening());
    const [first] = record.exchanges;
    const open = { ...first!, turns: first!.turns.filter((turn) => turn.label !== 'A'), followUps: [] };
    const source = body({ ...record, exchanges: [{ ...first!, followUps: [open] }] });
    expect(source).toContain('提问 2 个，嘉宾答了 1 个');
  });

  it('of a draft that an editor touched the page says that it is not his, and what is still to be made by hand', () => {
    const byHand: Fix[] = [{ kind: 'slip', at: '2024-03-01#1', from: '对帐', to: '对账' }];
    const source = page(recordOf(shortEvening()), [], { file: 'a.md', byHand });
    expect(source).toContain('a.md 有人编辑过，与这一页不同，以它为准');
    expect(source).toContain('<del>对帐</del> → 对账');
    expect(body(recordOf(shortEvening()))).not.toContain('有人编辑过');
  });

  it('the contents lead to what the page has', () => {
    const source = body(recordOf(shortEvening()));
    const links = [...source.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links).toEqual(['talk', 'qa', 'discussion']);
    for (const id of links) expect(source).toContain(`id="${id}"`);
  });
});
