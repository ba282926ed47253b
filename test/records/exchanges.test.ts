import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { type Exchange, linesOf, textOf } from '../../src/records/record.js';
import { asked } from '../corpus/days.js';
import { evening, recordOf, said, shortEvening } from './talk-day.js';

/** An exchange as its labels and words. */
const shown = (e: Exchange): unknown[] => [
  e.question.map(textOf).join(' '),
  ...e.turns.map((turn) => `${turn.label} ${turn.lines.map(textOf).join(' ')}`),
  ...e.followUps.map(shown),
];

describe('the questions of a record', () => {
  it('the guest answers as A, others as A1 and A2, and what is added to an answer is S', () => {
    expect(recordOf(shortEvening()).exchanges.map(shown)).toEqual([
      ['油要灌多少？', 'A 八成就够', 'A1 我们那边灌九成', 'S 冬天再添一点'],
    ]);
  });

  it('what belongs to no question is the discussion', () => {
    expect(recordOf(shortEvening()).discussion.map((t) => [t.label, t.lines.map(textOf)])).toEqual([
      ['S1', ['今年的雾真大啊']],
    ]);
  });

  it('a question that others answered in the discussion is one of the record, and an unanswered one is, too', () => {
    const day = evening(
      [
        ...said('今晚说灯。'),
        { speaker: '阿橙', text: '油在哪买？' },
        { speaker: '海鸥', text: '码头就有', parent: 2 },
        { speaker: '远山', text: '芯子呢？' },
      ],
      { passages: [1], discussion: [2, 3, 4] },
      { qa: [{ ...asked(2), answers: [3] }], unanswered: [asked(4)] },
    );
    expect(recordOf(day).exchanges.map(shown)).toEqual([['油在哪买？', 'A1 码头就有'], ['芯子呢？']]);
  });

  it('a follow-up stands under the question that it follows', () => {
    const day = evening(
      [
        ...said('今晚说灯。'),
        { speaker: '阿橙', text: '油要多少？' },
        { speaker: '灯塔客', text: '八成' },
        { speaker: '阿橙', text: '那冬天呢？' },
        { speaker: '灯塔客', text: '九成' },
      ],
      {
        passages: [1],
        qa: [
          { ...asked(2), answers: [3] },
          { ...asked(4), answers: [5], follows: 2 },
        ],
      },
    );
    expect(recordOf(day).exchanges.map(shown)).toEqual([['油要多少？', 'A 八成', ['那冬天呢？', 'A 九成']]]);
  });

  it('a name that is called at the head is left out, and so is the name of whoever is answered, at the end', () => {
    const text = '@灯塔客 八成够吗@灯塔客';
    const at = (start: number) => ({ start, end: start + 4, name: '灯塔客', speaker: '灯塔客' });
    const day = evening(
      [...said('今晚说灯。'), { speaker: '阿橙', text, mentions: [at(0), at(9)] }, ...said('够')],
      { passages: [1], qa: [{ ...asked(2), answers: [3] }] },
    );
    expect(recordOf(day).exchanges[0]!.question.map(textOf)).toEqual(['八成够吗']);
  });

  it('what the public edition leaves out is left out of the record', () => {
    const day = shortEvening();
    const withheld = words('zh').privacy.withheld;
    const messages = day.messages.map((m) => (m.n === 5 ? { ...m, text: withheld } : m));
    expect(recordOf({ ...day, messages }).exchanges.map(shown)).toEqual([
      ['油要灌多少？', 'A 八成就够', 'S 冬天再添一点'],
    ]);
  });

  it('a passage that answers a question put in between stands under it, and nowhere else', () => {
    const day = evening(
      [...said('今晚说灯。'), { speaker: '阿橙', text: '油要多少？' }, ...said('八成。', '再说芯子。')],
      { passages: [1, 3, 4], qa: [{ ...asked(2), answers: [3] }] },
    );
    const record = recordOf(day);
    expect(record.exchanges.map(shown)).toEqual([['油要多少？', 'A 八成。']]);
    expect(linesOf(record).map((line) => line.n)).toEqual([1, 4, 2, 3]);
  });

  it('a question that is said to be answered by the whole talk takes none of it', () => {
    const texts = ['先灌油。', '再拨芯。', '再擦罩。', '再点火。'];
    const day = evening([{ speaker: '阿橙', text: '怎么点灯？' }, ...said(...texts)], {
      passages: [2, 3, 4, 5],
      qa: [{ ...asked(1), answers: [2, 3, 4, 5] }],
    });
    const record = recordOf(day);
    expect(record.exchanges.map(shown)).toEqual([['怎么点灯？']]);
    expect(linesOf(record)).toHaveLength(5);
  });

  it('what goes on from what was added no longer belongs to the question', () => {
    const day = evening(
      [
        ...said('今晚说灯。'),
        { speaker: '阿橙', text: '油要多少？' },
        { speaker: '灯塔客', text: '八成' },
        { speaker: '海鸥', text: '冬天再添一点', parent: 3 },
        { speaker: '远山', text: '冬天海上风大', parent: 4 },
        { speaker: '阿橙', text: '说到风，渡口停了', parent: 5 },
      ],
      { passages: [1], qa: [{ ...asked(2), answers: [3] }], discussion: [4, 5, 6] },
    );
    const record = recordOf(day);
    expect(record.exchanges.map(shown)).toEqual([
      ['油要多少？', 'A 八成', 'S 冬天再添一点', 'S 冬天海上风大'],
    ]);
    expect(record.discussion).toHaveLength(1);
  });
});
