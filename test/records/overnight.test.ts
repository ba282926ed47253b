import { describe, expect, it } from 'vitest';
import { innerNames } from '../../src/privacy/index.js';
import { continuationOf, draftRecord, joinRecords } from '../../src/records/index.js';
import { linesOf } from '../../src/records/record.js';
import { asked as questionIn } from '../corpus/days.js';
import { type Line, sampleAnalysis } from '../report/sample-report.js';
import { evening } from './talk-day.js';

const at = (time: string, text: string, speaker = '灯塔客', more: Partial<Line> = {}): Line => ({
  speaker,
  text,
  time,
  ...more,
});
const night = (lines: Line[], date = '2024-03-02', rest = {}) => sampleAnalysis(lines, { date, ...rest });
const late = evening([at('23:40:00', '今晚说灯。'), at('23:55:00', '先灌油。')], { passages: [1, 2] });
const talk = late.talks[0]!;

describe('continuationOf', () => {
  it('a talk goes on after midnight until its guest is silent', () => {
    const morrow = night([
      at('00:02:00', '再拨芯。'),
      at('00:03:00', '好', '阿橙'),
      at('00:10:00', '就到这里。'),
      at('08:00:00', '早。'),
    ]);
    expect(continuationOf(late, talk, morrow)?.passages).toEqual([1, 3]);
  });

  it('a discussion does not go on: it is a record of its day', () => {
    const morrow = night([at('00:02:00', '再拨芯。')]);
    expect(continuationOf(late, { ...talk, kind: 'discussion' }, morrow)).toBeNull();
  });

  it('a talk that ended before the last half hour does not go on', () => {
    const early = evening([at('20:00:00', '今晚说灯。')], { passages: [1] });
    expect(continuationOf(early, early.talks[0]!, night([at('00:02:00', '再说一句。')]))).toBeNull();
  });

  it('it goes on in the next day of its group alone, and soon after midnight', () => {
    expect(continuationOf(late, talk, night([at('00:02:00', '再拨芯。')], '2024-03-03'))).toBeNull();
    expect(
      continuationOf(late, talk, { ...night([at('00:02:00', '再拨芯。')]), group: '海鸥群' }),
    ).toBeNull();
    expect(continuationOf(late, talk, night([at('09:00:00', '早。')]))).toBeNull();
  });

  it('where questions had begun, what the guest adds after midnight is discussion', () => {
    const asked = evening(
      [at('23:40:00', '今晚说灯。'), at('23:50:00', '油多少？', '阿橙'), at('23:55:00', '八成')],
      { passages: [1], qa: [{ ...questionIn(2), answers: [3] }] },
    );
    const morrow = night(
      [at('00:01:00', '冬天呢？', '阿橙'), at('00:02:00', '九成'), at('00:04:00', '芯也要换')],
      '2024-03-02',
      { qa: [{ ...questionIn(1), answers: [2] }] },
    );
    const found = continuationOf(asked, asked.talks[0]!, morrow)!;
    expect([found.passages, found.qa, found.discussion]).toEqual([
      [],
      [{ ...questionIn(1), answers: [2] }],
      [3],
    ]);
  });

  it('the record of both days is one, and each line leads to its own day', () => {
    const morrow = night([at('00:02:00', '再拨芯。')]);
    const whole = joinRecords(
      draftRecord(late, talk, innerNames),
      draftRecord(morrow, continuationOf(late, talk, morrow)!, innerNames),
    );
    expect([whole.date, ...linesOf(whole).map((line) => `${line.date}#${line.n}`)]).toEqual([
      '2024-03-01',
      '2024-03-01#1',
      '2024-03-01#2',
      '2024-03-02#1',
    ]);
  });
});
