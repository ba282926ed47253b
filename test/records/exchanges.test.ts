import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { type Exchange, linesOf, textOf } from '../../src/records/record.js';
import { asked } from '../corpus/days.js';
import type { Line } from '../report/sample-report.js';
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

  it('the quotation at the head of a reply is left out where the record has what is quoted, and stays elsewhere', () => {
    const dashes = '- - - - - - - - - -';
    const drafted = (quoted: string) =>
      recordOf(
        evening(
          [
            ...said('今晚说灯。'),
            { speaker: '阿橙', text: '油要灌\n多少？[玫瑰]' },
            { speaker: '灯塔客', text: `「 阿橙-灯油: ${quoted} 」 ${dashes} 八成就够` },
            { speaker: '灯塔客', text: `? 阿橙-灯油: ${quoted}? ${dashes}\n@阿橙 冬天九成` },
          ],
          { passages: [1], qa: [{ ...asked(2), answers: [3, 4] }] },
        ),
      ).exchanges.map(shown);
    expect(drafted('油要灌 多少？')).toEqual([['油要灌 多少？', 'A 八成就够 @阿橙 冬天九成']]);
    expect(JSON.stringify(drafted('昨天的油呢'))).toContain('昨天的油呢');
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

  it('what the record keeps of the guest stands under the question that it answers, though the talk was not given it', () => {
    const day = evening(
      [
        ...said('今晚说灯。'),
        { speaker: '阿橙', text: '油多久换？' },
        ...said('一年一换'),
        { speaker: '海鸥', text: '芯子谁来剪？' },
        ...said('守夜的人剪', '早晚各一次'),
      ],
      { passages: [1], discussion: [3, 5] },
      {
        qa: [
          { ...asked(2), answers: [3] },
          { ...asked(4), answers: [5, 6] },
        ],
      },
    );
    const record = recordOf(day);
    expect(record.exchanges.map(shown)).toEqual([
      ['油多久换？', 'A 一年一换'],
      ['芯子谁来剪？', 'A 守夜的人剪 早晚各一次'],
    ]);
    expect(record.discussion).toEqual([]);
  });

  it('what somebody asks the guest by a name that the day does not know stands with the reply to it', () => {
    const mentions = [{ start: 0, end: 5, name: '灯塔老客', speaker: null }];
    const day = evening(
      [
        ...said('今晚说灯。'),
        { speaker: '阿橙', text: '@灯塔老客 灯灭过没有呢，比如雾天', mentions },
        { speaker: '灯塔客', text: '灭过。', parent: 2 },
        { speaker: '灯塔客', text: '那年雾大', parent: 3 },
      ],
      { passages: [1], discussion: [3, 4] },
    );
    expect(recordOf(day).exchanges.map(shown)).toEqual([['灯灭过没有呢，比如雾天', 'A 灭过。 那年雾大']]);
  });

  it('a numeral stays where its fellow stands in the same question or in the next of the same person', () => {
    const day = evening(
      [
        ...said('今晚说灯。'),
        { speaker: '阿橙', text: '1.油够吗？2.芯直吗？' },
        ...said('都好'),
        { speaker: '海鸥', text: '1、谁守夜？' },
        ...said('我守'),
        { speaker: '海鸥', text: '2、谁换班？' },
        ...said('他换'),
      ],
      {
        passages: [1],
        qa: [
          { ...asked(2), answers: [3] },
          { ...asked(4), answers: [5] },
          { ...asked(6), answers: [7] },
        ],
      },
    );
    expect(recordOf(day).exchanges.map((e) => e.question.map(textOf).join(''))).toEqual([
      '1.油够吗？2.芯直吗？',
      '1、谁守夜？',
      '2、谁换班？',
    ]);
  });

  it('no mark is left of a name that was called at the head, nor the rest of a name that was cut', () => {
    const called = (text: string, name: string) => ({
      speaker: '阿橙',
      text,
      mentions: [{ start: 0, end: name.length + 1, name, speaker: null }],
    });
    const day = evening(
      [
        ...said('今晚说灯。'),
        called('@灯塔客，油够吗？', '灯塔客'),
        ...said('够'),
        called('@灯塔客-灯塔- 守夜-东岛 芯直吗？', '灯塔客-灯塔-'),
        ...said('直'),
        { speaker: '海鸥', text: "'==，罩子擦了吗？" },
        ...said('擦了'),
      ],
      {
        passages: [1],
        qa: [
          { ...asked(2), answers: [3] },
          { ...asked(4), answers: [5] },
          { ...asked(6), answers: [7] },
        ],
      },
    );
    expect(recordOf(day).exchanges.map((e) => e.question.map(textOf).join(''))).toEqual([
      '油够吗？',
      '芯直吗？',
      '罩子擦了吗？',
    ]);
  });
});

describe('the discussion of a record', () => {
  const discussed = (lines: Line[], numbers: number[]) =>
    recordOf(
      evening([...said('今晚说灯。'), ...lines], { passages: [1], discussion: numbers }),
    ).discussion.map((t) => `${t.label} ${t.lines.map(textOf).join(' ')}`);

  it('what one person says in a row is one paragraph', () => {
    const lines = [
      { speaker: '海鸥', text: '雾大的时候' },
      { speaker: '海鸥', text: '要多点一盏' },
    ];
    expect(discussed(lines, [2, 3])).toEqual(['S1 雾大的时候 要多点一盏']);
  });

  it('where somebody else spoke between, kept or not, a new paragraph begins; applause parts nothing', () => {
    const between = (kind: 'chat' | 'reaction') => [
      { speaker: '海鸥', text: '雾大的时候' },
      { speaker: '远山', text: '厉害', kind },
      { speaker: '海鸥', text: '要多点一盏' },
    ];
    expect(discussed(between('chat'), [2, 4])).toEqual(['S1 雾大的时候', 'S1 要多点一盏']);
    expect(discussed(between('reaction'), [2, 4])).toEqual(['S1 雾大的时候 要多点一盏']);
  });

  it('after a pause of more than five minutes a new paragraph begins', () => {
    const lines = [
      { speaker: '海鸥', text: '雾大的时候', time: '21:00:00' },
      { speaker: '海鸥', text: '要多点一盏', time: '21:05:01' },
    ];
    expect(discussed(lines, [2, 3])).toEqual(['S1 雾大的时候', 'S1 要多点一盏']);
  });
});
