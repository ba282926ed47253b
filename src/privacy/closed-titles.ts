import { ascending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import type { Words } from '../lang/index.js';
import { fold } from '../text/index.js';
import type { ClosedTalks } from './closed.js';
import type { Edit } from './edits.js';

/** Titles that are no common word: they are taken wherever they stand. */
const shortestTitle = 5;

/** Titles that stay inside, folded, the longest first. */
export interface ClosedTitles {
  /** They go wherever they stand. */
  anywhere: readonly string[];
  /** Words like others. */
  short: readonly string[];
  /** By the message that announces them, whatever their length. */
  at: ReadonlyMap<number, readonly string[]>;
}

const bare = (title: string): string => fold(title.replace(/^《|》$/g, '')).trim();
const longestFirst = (titles: readonly string[]) =>
  [...new Set(titles)].filter(Boolean).sort((a, b) => b.length - a.length || ascending(a, b));

/** The titles that a day tells of talks which may not go out, as they stand. */
export function titlesTold({ talks, announced }: DayAnalysis, closed: ClosedTalks): string[] {
  const topics = announced.flatMap((a, i) => (a.topic && closed.announced.has(i) ? [a.topic] : []));
  return [
    ...talks.flatMap((talk, i) => (closed.talks.has(i) && talk.kind === 'talk' ? [talk.title] : [])),
    ...topics,
  ];
}

/**
 * Titles of the talks at the places given, and topics of announcements and of the schedule at theirs, as messages may write
 * them. A short one, or a term, is a word like others, and a title in title marks or in the message that announces it only.
 */
export function closedTitlesOf(
  analysis: DayAnalysis,
  closed: ClosedTalks,
  isTerm: (folded: string) => boolean,
): ClosedTitles {
  const { schedule } = analysis;
  const told = [
    // a discussion is called as one of its threads, of which everything goes out
    ...analysis.talks
      .filter(({ kind }, i) => kind === 'talk' && closed.talks.has(i))
      .map(({ title, announcements }) => ({ title, at: announcements })),
    ...analysis.announced
      .filter((_, i) => closed.announced.has(i))
      .map(({ topic, n }) => ({ title: topic ?? '', at: [n] })),
    ...(schedule?.slots ?? [])
      .filter((_, i) => closed.slots.has(i))
      .map(({ topic }) => ({ title: topic ?? '', at: [schedule!.n] })),
    ...closed.titles.map((title) => ({ title, at: [] })),
  ].map(({ title, at }) => ({ title: bare(title), at }));
  const at = new Map<number, string[]>();
  for (const { title, at: numbers } of told)
    for (const n of numbers) at.set(n, longestFirst([...(at.get(n) ?? []), title]));
  const all = longestFirst(told.map(({ title }) => title));
  const isLong = (title: string) => title.length >= shortestTitle && !isTerm(title);
  return { anywhere: all.filter(isLong), short: all.filter((title) => !isLong(title)), at };
}

/** Where words stand in a text, both folded. */
export function placesOf(title: string, folded: string): number[] {
  const places: number[] = [];
  for (let at = folded.indexOf(title); at >= 0; at = folded.indexOf(title, at + title.length))
    places.push(at);
  return places;
}

const opens = /[《〈“"「『]$/;
const closes = /^[》〉”"」』]/;

/**
 * Titles of talks that stay inside, as they stand in a text.
 * @param n the message that the text is of; 0 where it is none's
 */
export function titleEdits({ anywhere, short, at }: ClosedTitles, text: string, n: number, w: Words): Edit[] {
  const folded = fold(text);
  const isMarked = (start: number, end: number) =>
    opens.test(folded.slice(0, start)) && closes.test(folded.slice(end));
  const found = (title: string) =>
    placesOf(title, folded).map((start) => ({ start, end: start + title.length }));
  return [
    ...[...anywhere, ...(at.get(n) ?? [])].flatMap(found),
    ...short.flatMap(found).filter(({ start, end }) => isMarked(start, end)),
  ].map((place) => ({ ...place, text: w.privacy.closedTitle, why: 'name' }));
}
