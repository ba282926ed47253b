/** A day that a text names (某日), with its place in the text as UTF-16 offsets. */
export interface NamedDay {
  /** `YYYY-MM-DD`. */
  date: string;
  start: number;
  end: number;
}

/** Days since 1970 of a `YYYY-MM-DD`; NaN where it is none. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
/** The date, `YYYY-MM-DD`, of a day counted from 1970-01-01. */
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
/** Whether there is such a day; 30 February would be 2 March. */
export const isDate = (date: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(dayOf(date)) && dateOf(dayOf(date)) === date;

const pad = (value: number | string) => String(value).padStart(2, '0');
/** The weekday of a day since 1970; Monday is 0. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** A year that nobody writes down is the one that brings the day nearest; announcements look ahead rather than back. */
const farthestBack = 60;

/** The day of `month` and `day` that somebody means who says no year. */
function nearest(month: string, day: string, said: number): string | null {
  const year = Number(dateOf(said).slice(0, 4));
  const dates = [year - 1, year, year + 1]
    .map((y) => `${pad(y).padStart(4, '0')}-${pad(month)}-${pad(day)}`)
    .filter(isDate);
  return dates.find((date) => dayOf(date) >= said - farthestBack) ?? null;
}

const relative: Record<string, number> = { 今: 0, 明: 1, 后: 2, 大后: 3 };
const weekdays = '一二三四五六日';

/** A weekday without a week is the next one to come, today included; of last week it is no day to announce. */
function ofWeek(which: string, weekday: string, said: number): string | null {
  const at = weekdays.indexOf(weekday.replace('天', '日'));
  const today = weekdayOf(said);
  if (which.startsWith('上')) return null;
  if (!which) return dateOf(said + ((at - today + 7) % 7));
  const weeks = which.startsWith('下下') ? 2 : which.startsWith('下') ? 1 : 0;
  return dateOf(said - today + 7 * weeks + at);
}

/** The ways to name a day, each with what day it is; the first that fits a place wins. */
const ways: { pattern: RegExp; date(match: RegExpExecArray, said: number): string | null }[] = [
  {
    pattern: /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/g,
    date: ([, y, m, d]) => `${y}-${pad(m!)}-${pad(d!)}`,
  },
  {
    pattern: /(?<!\d)(\d{1,2})月(\d{1,2})[日号]?(?!\d)/g,
    date: ([, m, d], said) => nearest(m!, d!, said),
  },
  // `3.22` is a day only where its weekday, or a gap in the schedule, stands behind it
  {
    pattern: /(?<![\d.])(\d{1,2})[./](\d{1,2})(?=\s{0,2}[（(]?(?:周|星期|礼拜|【))/g,
    date: ([, m, d], said) => nearest(m!, d!, said),
  },
  {
    pattern: /(大后|[今明后])(?:天|日|晚)/g,
    date: ([, which], said) => dateOf(said + relative[which!]!),
  },
  {
    pattern: /(?<!第.周?)(下{1,2}个?|[本这上]个?)?(?:周|星期|礼拜)([一二三四五六日天])/g,
    date: ([, which = '', weekday], said) => ofWeek(which, weekday!, said),
  },
];

/** What every named day has in it: most texts have none of it. */
const hint = /\d[-/.年月]\d|[今明后][天日晚]|(?:周|星期|礼拜)[一二三四五六日天]/;

/** What may stand between a day and its weekday: `2018/7/14 周六`, `本周四（12月21日）`. */
const sameDay = /^[\s（(]*$/;

/**
 * The days that a text names, in the order of the text, as somebody means them who speaks on the day `said`
 * (`YYYY-MM-DD`): `2018/7/14`, `7月14日`, `3.22 周四`, `明晚`, `周六`, `下周三`. Days that do not exist are left out, a
 * weekday behind its date too. None where `said` is no date and the text has no year.
 */
export function daysIn(text: string, said: string): NamedDay[] {
  if (!hint.test(text)) return [];
  const from = isDate(said) ? dayOf(said) : null;
  const found: NamedDay[] = [];
  for (const { pattern, date } of ways) {
    if (from === null && pattern !== ways[0]!.pattern) break;
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((f) => f.start < end && start < f.end)) continue;
      const day = date(match, from ?? 0);
      found.push({ date: day !== null && isDate(day) ? day : '', start, end });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter((day, i) => {
    const before = found[i - 1];
    const isWeekday = /^(?:周|星期|礼拜)/.test(text.slice(day.start, day.end));
    const repeats = before && sameDay.test(text.slice(before.end, day.start));
    return day.date !== '' && !(repeats && (isWeekday || before.date === day.date));
  });
}

const digits: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** `十一`, `两`, `7` as a number. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens ? digits[tens]! : 1) : 0;
  return 10 * ten + (ones ? digits[ones]! : 0);
}

const clock =
  /(凌晨|早上?|上午|中午|下午|傍晚|晚上?)?[^\d\n，。;；]{0,4}?(?<![\d.:：])(?:(\d{1,2})\s?[:：]\s?(\d{2})(?!\d)|(\d{1,2}|[一二两三四五六七八九]?十?[一二两三四五六七八九]|十)点(?:(半)|(一刻)|([1-5]?\d)分?)?(?!钱|看法|建议|意见))/g;

/** Talks are held in the evening: an hour up to this one, of which nobody says in which half of the day, is p.m. */
const lastEveningHour = 9;

/** The time of day, `HH:MM`, that a text names first, as members say it of a talk: `晚上8点半`, `20:30`; null without one. */
export function timeIn(text: string): string | null {
  for (const [, half = '', h, min, hour, halfPast, quarter, minutes] of text.matchAll(clock)) {
    if (hour === '一' && !/[午晨上]/.test(half)) continue; // 快一点
    const said = numberOf(h ?? hour!);
    const late =
      /下午|傍晚|晚/.test(half) || (half === '中午' && said < 3) || (!half && said <= lastEveningHour);
    const at = late && said >= 1 && said < 12 ? said + 12 : said;
    const minute = halfPast ? 30 : quarter ? 15 : Number(min ?? minutes ?? 0);
    if (at < 24 && minute < 60) return `${pad(at)}:${pad(minute)}`;
  }
  return null;
}
