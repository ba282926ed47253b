import { describe, expect, it } from 'vitest';
import { type DayHistory, type DayQuestions, QuestionHistory } from '../../src/corpus/index.js';
import { answeredTide, asked, asks, calling, openTide, otherDays, questionsOn, tide } from './days.js';

/** What each of some days hears of those before it. */
function through(days: DayQuestions[], keep?: number): DayHistory[] {
  const history = new QuestionHistory(keep);
  return days.map((day) => history.next(day));
}
const last = (days: DayQuestions[], keep?: number): DayHistory => through(days, keep).at(-1)!;

describe('open questions', () => {
  it('a question that nobody answers is carried to the next day, with how long it has been open', () => {
    const { carried, closed } = last([openTide(), questionsOn('2024-03-04', [])]);
    expect(carried.map((q) => [q.at.date, q.at.n, q.days])).toEqual([['2024-03-01', 1, 3]]);
    expect(closed).toEqual([]);
  });

  it('a day that is passed over leaves what follows as a day that is told of', () => {
    const days = [openTide(), answeredTide(), questionsOn('2024-03-09', [])];
    const history = new QuestionHistory();
    for (const day of days.slice(0, -1)) history.pass(day);
    expect(history.next(days.at(-1)!)).toEqual(last(days));
  });

  it('a history that was put away as JSON goes on as one that was not', () => {
    const days = [
      ...otherDays(1, 8),
      openTide('2024-03-10'),
      answeredTide('2024-03-11'),
      openTide('2024-03-12'),
      questionsOn('2024-03-13', []),
    ];
    const whole = through(days);
    expect(whole.at(-2)!.old.size).toBeGreaterThan(0);
    expect(whole.at(-1)!.carried).toHaveLength(1);
    days.forEach((_, taken) => {
      const before = new QuestionHistory();
      for (const day of days.slice(0, taken)) before.pass(day);
      const state = JSON.parse(JSON.stringify(before.state()));
      const after = QuestionHistory.from(
        state,
        ({ date, n }) => days.find((day) => day.date === date)!.asked.find((q) => q.n === n)!,
      );
      expect(days.slice(taken).map((day) => after.next(day))).toEqual(whole.slice(taken));
    });
  });

  it('it is not said to be carried on the day that asks it', () => {
    expect(last([openTide()]).carried).toEqual([]);
  });

  it('whoever calls the asker by name the next morning and speaks of it answers it', () => {
    const answer = calling('小满', '阿舟-灯塔', '潮汐网关夜里两点出文件', null);
    const [, day, after] = through([
      openTide(),
      questionsOn('2024-03-02', [answer]),
      questionsOn('2024-03-03', []),
    ]);
    expect(day!.closed).toMatchObject([{ by: 'called', date: '2024-03-02', answers: [{ n: 1 }] }]);
    expect(day!.closed[0]!.probability).toBeLessThan(1);
    expect(after!.carried).toEqual([]);
  });

  it.each([
    ['speaks of something else', calling('小满', '阿舟', '中午一起去看海岛吗')],
    ['calls somebody else', calling('小满', '老贾', '潮汐网关夜里两点出文件')],
    ['asks back', calling('小满', '阿舟', '潮汐网关是哪一家的？')],
    ['is the asker', calling('阿舟', '阿舟', '潮汐网关的备付金再问一次')],
  ])('it stays open where whoever %s', (_, line) => {
    expect(last([openTide(), questionsOn('2024-03-02', [line])]).carried).toHaveLength(1);
  });

  it('the guest to whom it was put answers it as the guest', () => {
    const talk = {
      kind: 'talk' as const,
      speaker: '白鹭',
      title: '夜里的账',
      host: null,
      announcements: [],
      signins: [],
      passages: [1],
      outline: [],
      images: [],
      links: [],
      qa: [],
      discussion: [],
    };
    const evening = questionsOn(
      '2024-03-01',
      [{ speaker: '白鹭', text: '一、潮汐网关' }, asks('阿舟', tide)],
      {
        unanswered: [asked(2)],
        talks: [talk],
      },
    );
    const morning = questionsOn('2024-03-02', [calling('白鹭', '阿舟', '潮汐网关按批次号来')]);
    expect(last([evening, morning]).closed).toMatchObject([{ by: 'guest' }]);
  });

  it('the same question asked again and answered answers the first', () => {
    const { closed } = last([...otherDays(1, 9), openTide(), answeredTide('2024-03-05')]);
    expect(closed).toMatchObject([{ by: 'again', question: { at: { date: '2024-03-01' } } }]);
  });

  it('the same question asked again without an answer is one question, which says where', () => {
    const { carried } = last([
      ...otherDays(1, 9),
      openTide(),
      openTide('2024-03-05'),
      questionsOn('2024-03-06', []),
    ]);
    expect(carried.map((q) => [q.at.date, q.again.map((at) => at.date)])).toEqual([
      ['2024-03-01', ['2024-03-05']],
    ]);
  });

  it('the asker who thanks somebody for it the next day has had his answer', () => {
    const thanks = calling('阿舟', '小满', '谢谢，潮汐网关解决了');
    expect(last([openTide(), questionsOn('2024-03-02', [thanks])]).closed).toMatchObject([{ by: 'thanks' }]);
  });

  it('a question older than is kept is dropped, and said to be', () => {
    const { carried, dropped } = last([openTide(), questionsOn('2024-03-09', [])], 7);
    expect([carried.length, dropped.map((q) => q.at.date)]).toEqual([0, ['2024-03-01']]);
    expect(last([openTide(), questionsOn('2024-03-08', [])], 7).carried).toHaveLength(1);
  });

  it('groups do not hear of one another', () => {
    const elsewhere = { ...questionsOn('2024-03-02', []), group: '码头' };
    expect(last([openTide(), elsewhere]).carried).toEqual([]);
  });

  it('a day that comes late hears nothing and changes nothing', () => {
    const [, , late, after] = through([
      openTide(),
      questionsOn('2024-03-03', []),
      answeredTide('2024-03-02'),
      questionsOn('2024-03-04', []),
    ]);
    expect([late!.closed, late!.carried]).toEqual([[], []]);
    expect(after!.carried).toHaveLength(1);
  });
});

describe('old answers', () => {
  const before = [...otherDays(1, 9), answeredTide('2024-02-20')];

  it('a question hears who answered the same before', () => {
    const { old } = last([...before, openTide()]);
    expect(old.get(1)).toMatchObject([
      {
        at: { date: '2024-02-20', n: 1 },
        answers: [{ speaker: '小满' }],
        shared: expect.arrayContaining(['term:备付金', 'term:潮汐网关']),
      },
    ]);
  });

  it('a question about something else hears nothing', () => {
    const other = questionsOn('2024-03-01', [asks('阿舟', '备付金利息归谁所有，有人算过吗？')], {
      unanswered: [asked(1)],
    });
    expect(last([...before, other]).old.size).toBe(0);
  });

  it('an answer that says next to nothing is none to show', () => {
    const short = questionsOn('2024-02-20', [asks('阿舟', tide), { speaker: '小满', text: '不知道' }], {
      qa: [{ ...asked(1), answers: [2] }],
    });
    expect(last([...otherDays(1, 9), short, openTide()]).old.size).toBe(0);
  });

  it('names say nothing of what is asked', () => {
    const named = calling('阿舟', '老贾', '－潮汐网关－备付金－产品 今晚吃什么好呢大家说说', '老贾');
    const day = questionsOn(
      '2024-03-01',
      [{ ...named, kind: 'question', text: named.text.replace('老贾 ', '老贾') }],
      {
        unanswered: [asked(1)],
      },
    );
    expect(day.asked[0]!.about.filter((f) => f.startsWith('term:'))).toEqual([]);
  });
});

describe('talks that go on', () => {
  const talk = {
    kind: 'talk' as const,
    speaker: '白鹭',
    title: '夜里的账',
    host: null,
    announcements: [],
    signins: [],
    passages: [1],
    outline: [],
    images: [],
    links: [],
    qa: [],
    discussion: [],
  };
  const evening = questionsOn('2024-03-01', [{ speaker: '白鹭', text: '一、潮汐网关' }], { talks: [talk] });

  it('a question of the next morning to the guest belongs to his talk', () => {
    const morning = questionsOn(
      '2024-03-02',
      [{ ...calling('阿舟', '白鹭', '潮汐网关的批次号从哪一天开始算？', '白鹭'), kind: 'question' }],
      { unanswered: [asked(1)] },
    );
    expect(last([evening, morning]).continued).toEqual([
      {
        at: { group: '灯塔支付', date: '2024-03-01', n: 1 },
        speaker: '白鹭',
        title: '夜里的账',
        questions: [1],
      },
    ]);
  });

  it('a question about something else does not, nor one of next week', () => {
    const line = {
      ...calling('阿舟', '白鹭', '分账的手续费从哪一天开始算？', '白鹭'),
      kind: 'question' as const,
    };
    const other = questionsOn('2024-03-02', [line], { unanswered: [asked(1)] });
    expect(last([evening, other]).continued).toEqual([]);
    const late = questionsOn('2024-03-09', [{ ...line, text: line.text.replace('分账', '潮汐网关') }], {
      unanswered: [asked(1)],
    });
    expect(last([evening, late]).continued).toEqual([]);
  });
});
