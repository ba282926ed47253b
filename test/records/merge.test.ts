import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import {
  citedIn,
  type Drafted,
  digestOf,
  mergeDraft,
  offeredBy,
  onlyNew,
  recordMarkdown,
  recordSections,
  type TalkRecord,
} from '../../src/records/index.js';
import { asked } from '../corpus/days.js';
import { evening, recordOf, said, shortEvening, talkOf } from './talk-day.js';

const zh = words('zh');
const draftOf = (record: TalkRecord) => recordMarkdown(record, 'public', zh);
const drafted = (record: TalkRecord): Drafted => ({
  digests: [digestOf(draftOf(record))],
  offered: offeredBy(record),
});

const merge = (existing: string | null, before: Drafted | null, record: TalkRecord) =>
  mergeDraft(existing, before, {
    draft: draftOf(record),
    citedIn,
    sectionsOf(offered) {
      const found = onlyNew(record, offered);
      return found && recordSections(found, zh);
    },
  });

const first = recordOf(shortEvening());
/** The same evening when one more passage, one more answer and one more question are found. */
function later(): TalkRecord {
  const day = shortEvening();
  const more = evening(
    [
      ...day.messages.map(({ speaker, text }) => ({ speaker, text })),
      ...said('还有一步：点火。'),
      { speaker: '灯塔客', text: '风大时灌七成' },
      { speaker: '远山', text: '灯罩呢？' },
    ],
    {
      ...day.talks[0]!,
      passages: [1, 2, 8],
      qa: [{ ...asked(3), answers: [4, 5, 9] }],
      discussion: [6, 7, 10],
    },
    {
      links: [...day.links, ...[8, 9, 10].map((n) => ({ n, parent: n, probability: null }))],
      unanswered: [asked(10)],
    },
  );
  return recordOf(more);
}

describe('mergeDraft', () => {
  it('where nothing stands the draft is written', () => {
    expect(merge(null, null, first)).toEqual({ outcome: 'written', text: draftOf(first) });
  });

  it('a draft that nobody touched is written anew', () => {
    expect(merge(draftOf(first), drafted(first), later())).toEqual({
      outcome: 'written',
      text: draftOf(later()),
    });
  });

  it('the same draft again changes nothing', () => {
    expect(merge(draftOf(first), drafted(first), first)).toEqual({ outcome: 'unchanged' });
  });

  it('to a draft that was edited what is new is appended, under its question', () => {
    const edited = draftOf(first).replace('八成就够', '八成即可。');
    const merged = merge(edited, drafted(first), later());
    expect(merged).toEqual({
      outcome: 'appended',
      text: `${edited}
<!-- huati: 新增 -->

## 一、主题分享

还有一步：点火。 <!-- 灯塔支付/2024-03-01#8 -->

## 二、Q&A

**Q：油要灌多少？** <!-- 灯塔支付/2024-03-01#3 -->

A：风大时灌七成 <!-- 灯塔支付/2024-03-01#9 -->

**Q：灯罩呢？** <!-- 灯塔支付/2024-03-01#10 -->
`,
    });
  });

  it('what an editor took out is not offered again, and what was appended is not appended twice', () => {
    const edited = draftOf(first).replace(/## 三[\s\S]*/, '');
    expect(merge(edited, drafted(first), first)).toEqual({ outcome: 'kept' });
    const grown = merge(edited, drafted(first), later());
    const text = 'text' in grown ? grown.text : '';
    // even where the run ended before it could note what it appended
    expect(merge(text, drafted(first), later())).toEqual({ outcome: 'kept' });
  });

  it('an editor loses no byte, whatever he made of the draft', () => {
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 400 }),
      put: fc.string({
        unit: fc.constantFrom(
          '油',
          'a',
          '\n',
          '\r\n',
          '\ufeff',
          '<!--',
          '-->',
          '#',
          '---',
          ' ',
          '\t',
          '\u0000',
        ),
      }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.boolean(), (edits, isNoted) => {
        let text = draftOf(first);
        for (const { at, cut, put } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + put + text.slice(from + cut);
        }
        fc.pre(text !== draftOf(first));
        const merged = merge(text, isNoted ? drafted(first) : null, later());
        expect(merged.outcome).not.toBe('written');
        if ('text' in merged) expect(merged.text.startsWith(text)).toBe(true);
      }),
    );
  });

  it('a file that is no draft is left alone', () => {
    expect(merge('# 我的笔记\n', null, first)).toEqual({ outcome: 'foreign' });
  });

  it('to a file with the line ends of Windows such lines are appended', () => {
    const edited = draftOf(first).replaceAll('\n', '\r\n');
    const merged = merge(edited, drafted(first), later());
    expect('text' in merged && merged.text.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

describe('onlyNew', () => {
  it('onlyNew(record, offered) is null where all was offered before', () => {
    expect(onlyNew(first, new Set(offeredBy(first)))).toBeNull();
  });

  it('onlyNew(record, offered) keeps the new lines of a paragraph alone', () => {
    const found = onlyNew(talkOf(said('先灌油', '再拨芯')), new Set(['2024-03-01#1']));
    expect(found?.talk.flatMap((b) => b.lines).map((line) => line.n)).toEqual([2]);
  });
});
