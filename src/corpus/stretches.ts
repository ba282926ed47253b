/** A stretch of time and how much of something it holds. */
export interface Stretch {
  /** `2018-03`, or the first day of a week, or a day. */
  name: string;
  uses: number;
  /** All messages of the stretch. */
  all: number;
  /** Whether it has a log: without one nothing is known of it, which is not that nothing was said. */
  logged: boolean;
}

/** What a stretch is. */
export type StretchUnit = 'day' | 'week' | 'month';

export interface Stretches {
  unit: StretchUnit;
  /** From the first to the last, those without a log too. */
  stretches: Stretch[];
}

const msOfDay = 86_400_000;
/** Spans of days up to these are told by day and by week. */
const longestByDay = 31;
const longestByWeek = 182;

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / msOfDay;
const dateOf = (number: number) => new Date(number * msOfDay).toISOString().slice(0, 10);

const firstMonday = 4; // 1970-01-01 was a Thursday
const stretchOf: Record<StretchUnit, (day: number) => string> = {
  day: dateOf,
  week: (day) => dateOf(day - ((((day - firstMonday) % 7) + 7) % 7)),
  month: (day) => dateOf(day).slice(0, 7),
};

const unitFor = (days: number): StretchUnit =>
  days <= longestByDay ? 'day' : days <= longestByWeek ? 'week' : 'month';

/**
 * Days as stretches that a chart can show, by day, week (from Monday) or month, by how long the whole is.
 * @param days `group/date` → counts; days of several groups add up, logs without a date are left out
 */
export function stretchesOf(days: ReadonlyMap<string, { uses: number; all: number }>): Stretches {
  const dated = [...days].flatMap(([day, counts]) => {
    const date = /(\d{4}-\d\d-\d\d)(?:_\d+)?$/.exec(day)?.[1];
    const number = date === undefined ? Number.NaN : dayNumber(date);
    return Number.isNaN(number) ? [] : [{ number, ...counts }];
  });
  if (!dated.length) return { unit: 'day', stretches: [] };
  const numbers = dated.map((d) => d.number).sort((a, b) => a - b);
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  const unit = unitFor(last - first + 1);
  const byName = new Map<string, Stretch>();
  for (let day = first; day <= last; day++) {
    const name = stretchOf[unit](day);
    if (!byName.has(name)) byName.set(name, { name, uses: 0, all: 0, logged: false });
  }
  for (const { number, uses, all } of dated) {
    const stretch = byName.get(stretchOf[unit](number))!;
    stretch.uses += uses;
    stretch.all += all;
    stretch.logged = true;
  }
  return { unit, stretches: [...byName.values()] };
}
