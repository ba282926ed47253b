import type { DayAnalysis } from '../../src/analysis/index.js';
import { innerNames } from '../../src/privacy/index.js';
import { draftRecord, type TalkRecord } from '../../src/records/index.js';
import { asked } from '../corpus/days.js';
import { type Line, sampleAnalysis } from '../report/sample-report.js';

type Talk = DayAnalysis['talks'][number];

const noTalk: Talk = {
  kind: 'talk',
  speaker: '灯塔客',
  title: '灯塔怎么点亮',
  host: null,
  announcements: [],
  signins: [],
  passages: [],
  outline: [],
  images: [],
  links: [],
  qa: [],
  discussion: [],
};

/** What the guest says, a message each. */
export const said = (...texts: string[]): Line[] => texts.map((text) => ({ speaker: '灯塔客', text }));

/** An evening on which 灯塔客 talks: the messages, and what of them the talk is. */
export const evening = (lines: readonly Line[], talk: Partial<Talk>, rest: Partial<DayAnalysis> = {}) =>
  sampleAnalysis(lines, { talks: [{ ...noTalk, ...talk }], ...rest });

/** The record of the first talk of a day. */
export const recordOf = (day: DayAnalysis): TalkRecord => draftRecord(day, day.talks[0]!, innerNames);

/** The record of a talk that is nothing but these passages. */
export function talkOf(lines: readonly Line[], talk: Partial<Talk> = {}): TalkRecord {
  const passages = lines.map((_, i) => i + 1);
  return recordOf(evening(lines, { passages, ...talk }));
}

/** A short evening with a question, an answer of another, and what somebody adds. */
export const shortEvening = (): DayAnalysis =>
  evening(
    [
      ...said('大家好，今晚说说灯塔怎么点亮。', '先把油灌满，再把芯子拨正。'),
      { speaker: '阿橙', text: '油要灌多少？', parent: 2 },
      { speaker: '灯塔客', text: '八成就够', parent: 3 },
      { speaker: '海鸥', text: '我们那边灌九成', parent: 3 },
      { speaker: '海鸥', text: '冬天再添一点', parent: 4 },
      { speaker: '远山', text: '今年的雾真大啊' },
    ],
    { passages: [1, 2], qa: [{ ...asked(3), answers: [4, 5] }], discussion: [6, 7], host: '远山' },
  );
