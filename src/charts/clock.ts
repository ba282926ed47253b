import { extent } from 'd3-array';

const hour = 3600;
/** Hours between two times on an axis, each a divisor of a day. */
const steps = [1, 2, 3, 4, 6, 12];
/** What a time needs on an axis, in pixels, with air around it. */
const labelRoom = 64;

/** `HH:MM` of a number of seconds since midnight; after the next midnight the clock starts again. */
export function clock(second: number): string {
  const minutes = Math.floor(second / 60) % 1440;
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The whole hours that hold all of `seconds`, at least one. */
export function hoursAround(seconds: number[]): [number, number] {
  const [first = 0, last = 0] = extent(seconds);
  const from = Math.floor(first / hour) * hour;
  return [from, Math.max(from + hour, Math.ceil(last / hour) * hour)];
}

/** A time axis over `[from, to]` seconds, as an encoding that wants its `field`. No time zone comes into it. */
export function timeChannel([from, to]: [number, number], width: number, orient: 'top' | 'bottom') {
  const room = Math.max(1, Math.floor(width / labelRoom));
  const step = (steps.find((s) => (to - from) / (s * hour) <= room) ?? 24) * hour;
  const values: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) values.push(at);
  return {
    type: 'quantitative' as const,
    scale: { domain: [from, to], nice: false, zero: false },
    axis: {
      values,
      orient,
      labelExpr:
        "datum.value % 86400 == 0 && datum.value > 0 ? '24:00' : utcFormat(datum.value * 1000, '%H:%M')",
      labelFlush: true,
      labelOverlap: false,
      grid: true,
    },
  };
}
