import { ascending } from 'd3-array';
/** Where a message stands among many days: `group/date#n`. */
export interface Address {
  group: string;
  date: string;
  n: number;
}

/** `group/date#n`, as it is written everywhere. */
export const addressOf = ({ group, date, n }: Address): string => `${group}/${date}#${n}`;

const written = /([\p{L}\p{N}._-]+)\/([\p{L}\p{N}._-]+)#(\d+)/gu;

/** An address within a text; `start` is its place, in UTF-16 units. */
export interface WrittenAddress extends Address {
  text: string;
  start: number;
}

/** What stands in a text as addresses of messages do, whether there are such messages or not. */
export const addressesIn = (text: string): WrittenAddress[] =>
  [...text.matchAll(written)].map(({ 0: all, 1: group, 2: date, 3: n, index }) => ({
    ...{ group: group!, date: date!, n: Number(n) },
    ...{ text: all, start: index },
  }));

/** By group, then date, then message. */
export const byAddress = (a: Address, b: Address): number =>
  ascending(a.group, b.group) || ascending(a.date, b.date) || a.n - b.n;

const msOfDay = 86_400_000;

/** Whole days from one date to another; null where one of them is no date (a log without a date has its file's name). */
export function daysBetween(from: string, to: string): number | null {
  const days =
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / msOfDay;
  return Number.isNaN(days) ? null : days;
}
