import { ascending, descending, greatest, sum } from 'd3-array';
import {
  type Articles,
  addressOf,
  byAddress,
  byDay,
  type DaySlice,
  type Exchange,
  listArticles,
  type Notice,
  type Programme,
  scheduleOf,
  type ThreadDoc,
} from '../corpus/index.js';
import type { Lang } from '../lang/index.js';
import type { Names } from '../privacy/index.js';
import { changeOf, type Topics, type Trend } from '../topics/index.js';
import { type ShownExchange, showExchange } from './exchanges.js';
import { noticeTodo } from './todo.js';
import { type ShownThread, shownThread } from './topics-model.js';

/** A span of days, both ends included. */
export interface DigestSpan {
  from: string;
  to: string;
}

/** What is said of some days (简报), before any markup. */
export interface Digest {
  span: DigestSpan;
  /** Whether it may leave the group: what is between the group and its organisers is no part of it then. */
  isPublic: boolean;
  days: number;
  messages: number;
  people: number;
  /** What notices ask, with where they stand. */
  calls: { text: string; address: string; n: number }[];
  topics: { id: string; name: string; terms: string[]; messages: number; threads: ShownThread[] }[];
  /** With the longest of its threads in the span, or of the days before. */
  moved: { name: string; trend: Trend; now: number; before: number; address: string | null }[];
  /** Whether there are days before to compare with. */
  compared: boolean;
  /** With the first message that has it. */
  terms: {
    form: string;
    known: boolean;
    messages: number;
    people: number;
    since: string;
    address: string;
  }[];
  talks: { date: string; speaker: string; title: string; address: string; record: string | null }[];
  /** With where it was announced. */
  coming: {
    date: string;
    guest: string | null;
    topic: string | null;
    free: boolean;
    address: string | null;
  }[];
  /** The latest first. */
  open: ShownExchange[];
  /** How many more are open. */
  moreOpen: number;
  articles: { title: string; url: string; shares: number; after: number; address: string }[];
}

/** What a digest is made of: the span's days and, for comparison and old answers, those before. */
export interface DigestSources {
  span: DigestSpan;
  isPublic: boolean;
  /** All days up to the end of the span. */
  days: readonly DaySlice[];
  topics: Topics;
  calls: Digest['calls'];
  /** Questions of all days. */
  exchanges: readonly Exchange[];
  programme: Programme;
  /** Articles of the span. */
  articles: Articles;
  /** Where the record of a talk lies, if it was drafted. */
  recordOf(group: string, date: string): string | null;
}

const most = { topics: 10, threads: 3, moved: 10, terms: 20, open: 20, articles: 20, coming: 31, calls: 12 };
/** A term that one message has says nothing yet. */
const fewestMessages = 2;
const msOfDay = 86_400_000;
const dayBefore = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * msOfDay).toISOString().slice(0, 10);

const isIn = (date: string, { from, to }: DigestSpan) => date.slice(0, 10) >= from && date.slice(0, 10) <= to;

/** As many days before a span as it has. */
export function spanBefore({ from, to }: DigestSpan): DigestSpan {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msOfDay + 1;
  return { from: dayBefore(from, days), to: dayBefore(from, 1) };
}

/** Notices as a digest lists them. */
export const callsOf = (notices: readonly Notice[], names: Names, lang: Lang): Digest['calls'] =>
  notices.map((notice) => ({
    text: noticeTodo(notice, names, lang).text,
    n: notice.said.n,
    address: addressOf({ ...notice, n: notice.said.n }),
  }));

const longestOf = (threads: readonly { thread: ThreadDoc }[]): string | null => {
  const longest = greatest(threads, (t) => t.thread.messages.length);
  return longest === undefined ? null : addressOf({ ...longest.thread, n: longest.thread.messages[0]! });
};

function movedTopics({ topics, days, span }: DigestSources): Digest['moved'] {
  const before = spanBefore(span);
  const count = (threads: readonly { thread: { date: string } }[], within: DigestSpan) =>
    threads.filter((t) => isIn(t.thread.date, within)).length;
  const all = (within: DigestSpan) =>
    sum(days, (d) => (isIn(d.date, within) ? d.threads.filter((t) => t.domain !== 'social').length : 0));
  const [allNow, allBefore] = [all(span), all(before)];
  return topics.topics
    .map(({ name, threads }) => {
      const [now, then] = [count(threads, span), count(threads, before)];
      const told = [span, before].map((within) => threads.filter((t) => isIn(t.thread.date, within)));
      const address = longestOf(told.find((list) => list.length) ?? []);
      return { name, now, before: then, address, ...changeOf(now, allNow, then, allBefore) };
    })
    .filter((t) => t.trend !== 'steady')
    .sort((a, b) => b.z - a.z)
    .slice(0, most.moved)
    .map(({ name, trend, now, before: then, address }) => ({ name, trend, now, before: then, address }));
}

/** Terms that no day before the span has. */
function newTerms({ days, span }: DigestSources): Digest['terms'] {
  const earlier = new Set(
    days.filter((d) => d.date < span.from).flatMap((d) => d.words.words.map((w) => w.word)),
  );
  if (!earlier.size) return [];
  const found = new Map<
    string,
    { form: string; known: boolean; messages: number; people: Set<string>; since: string; address: string }
  >();
  for (const { group, date, words } of days) {
    if (!isIn(date, span)) continue;
    const speakerOf = new Map(
      words.messages.n.map((n, i) => [n, words.speakers[words.messages.speaker[i]!]!]),
    );
    for (const { word, form, class: of, known, messages } of words.words) {
      if (of === null || earlier.has(word)) continue;
      const address = addressOf({ group, date, n: messages[0]! });
      const before = { form, known, messages: 0, people: new Set<string>(), since: date, address };
      const term = found.get(word) ?? before;
      term.messages += messages.length;
      for (const n of messages) term.people.add(speakerOf.get(n)!);
      if (date < term.since) Object.assign(term, { since: date, address });
      found.set(word, term);
    }
  }
  return [...found.values()]
    .filter((t) => t.messages >= fewestMessages)
    .map((t) => ({ ...t, people: t.people.size }))
    .sort((a, b) => b.people - a.people || b.messages - a.messages || ascending(a.form, b.form))
    .slice(0, most.terms);
}

/** A thread of fewer messages tells little of what a topic was about in a span. */
const fewestOfThread = 3;

/** The most representative threads, those first that say enough to be read. */
function mainThreads(threads: Topics['topics'][number]['threads']): Topics['topics'][number]['threads'] {
  const isLong = ({ thread }: (typeof threads)[number]) => thread.messages.length >= fewestOfThread;
  return [...threads.filter(isLong), ...threads.filter((t) => !isLong(t))].slice(0, most.threads);
}

function mainTopics({ topics, span }: DigestSources, names: Names): Digest['topics'] {
  return topics.topics
    .map(({ id, name, terms, threads }) => {
      const own = threads.filter((t) => isIn(t.thread.date, span));
      return {
        ...{ id, name, terms: terms.slice(0, 5).map((t) => t.form) },
        messages: sum(own, (t) => t.thread.messages.length),
        threads: mainThreads(own).map((t) => shownThread(t.thread, t.share, names)),
      };
    })
    .filter((t) => t.messages > 0)
    .sort((a, b) => b.messages - a.messages || ascending(a.id, b.id))
    .slice(0, most.topics);
}

/** Whether a day of the schedule has nobody who talks yet. */
const isFree = ({ state }: { state: string }) => state === 'open' || state === 'gap';

/** Builds the digest of a span (周报、月报). */
export function buildDigest(sources: DigestSources, names: Names): Digest {
  const { span, isPublic, programme, exchanges } = sources;
  const own = sources.days.filter((d) => isIn(d.date, span)).sort(byDay);
  const before = spanBefore(span);
  // where the logs end before the span does, the rest of it is yet to come
  const lastDay = own.at(-1)?.date ?? span.to;
  const talks = programme.held.flatMap(({ title, ...talk }) =>
    title === null || !isIn(talk.date, span) ? [] : [{ ...talk, title }],
  );
  const open = exchanges
    .filter((e) => e.state === 'open' && isIn(e.at.date, span))
    .sort((a, b) => descending(a.at.date, b.at.date) || byAddress(b.at, a.at));
  return {
    ...{ span, isPublic },
    days: new Set(own.map((day) => day.date.slice(0, 10))).size,
    messages: sum(own, (d) => d.words.messages.n.length),
    people: new Set(own.flatMap((d) => d.words.speakers)).size,
    calls: sources.calls.slice(0, most.calls),
    topics: mainTopics(sources, names),
    moved: movedTopics(sources),
    compared: sources.days.some((d) => isIn(d.date, before)),
    terms: newTerms(sources),
    talks: talks.map(({ group, date, n, speaker, title }) => ({
      ...{ date, title, speaker: names.show(speaker), address: addressOf({ group, date, n }) },
      record: sources.recordOf(group, date),
    })),
    coming: scheduleOf(programme)
      .filter((d) => d.date > lastDay && d.state !== 'held' && d.state !== 'off')
      .filter((d) => !isPublic || !isFree(d))
      .slice(0, most.coming)
      .map((d) => ({
        ...{ date: d.date, topic: d.topic, free: isFree(d) },
        address: d.address && addressOf(d.address),
        guest: d.guest === null ? null : names.show(d.guest),
      })),
    open: open.slice(0, most.open).map((e) => showExchange(e, names)),
    moreOpen: Math.max(0, open.length - most.open),
    articles: listArticles(sources.articles)
      .map(({ title, url, shares }) => ({
        ...{ title, url, shares: shares.length, address: addressOf(shares[0]!.address) },
        after: sum(shares, (s) => s.after),
      }))
      .sort((a, b) => b.shares - a.shares || b.after - a.after || ascending(a.address, b.address))
      .slice(0, most.articles),
  };
}
