import { threadKey } from '../corpus/index.js';
import type { Names } from '../privacy/index.js';
import type { Moment, Step, Topic, Topics, Trend } from '../topics/index.js';
import { shorten } from './shorten.js';

/** A thread of a topic as it is shown. */
export interface ShownThread {
  /** `group/date#n` of its first message. */
  address: string;
  group: string;
  date: string;
  n: number;
  title: string;
  messages: number;
  /** How much of it is of the topic, from 0 to 1. */
  share: number;
  quote: { n: number; speaker: string; text: string } | null;
}

/** A topic as it is shown, to people and in JSON. */
export interface ShownTopic {
  id: string;
  name: string;
  colour: number;
  pinned: boolean;
  family: string;
  /** The most telling first. */
  terms: string[];
  messages: number;
  threads: ShownThread[];
  answerers: { name: string; questions: number }[];
  movement: Moment[];
  trend: Trend;
  z: number;
  place: { x: number; y: number };
}

/** What days are about, as it is shown. */
export interface ShownTopics {
  step: Step;
  periods: string[];
  /** The first period of those that trends compare with what was before; null where there is none before. */
  latest: string | null;
  /** All threads that could have a topic. */
  threads: number;
  messages: number;
  topics: ShownTopic[];
  families: { name: string; topics: string[] }[];
  leftovers: ShownThread[];
}

const longestQuote = 120;

/** A thread as it is shown. */
export function shownThread(
  thread: Topic['threads'][number]['thread'],
  share: number,
  names: Names,
): ShownThread {
  const { group, date, id, title, messages, quote } = thread;
  return {
    ...{ address: threadKey(thread), group, date, n: id, title, messages: messages.length },
    share: Math.round(share * 100) / 100,
    quote: quote && {
      n: quote.n,
      speaker: names.show(quote.speaker),
      text: shorten(quote.text, longestQuote),
    },
  };
}

/** Topics with their names as they may be shown. */
export function showTopics(found: Topics, names: Names): ShownTopics {
  const { step, periods, latest, threads, messages } = found;
  return {
    ...{ step, periods, latest, threads, messages },
    topics: found.topics.map((t) => ({
      ...{ id: t.id, name: t.name, colour: t.colour, pinned: t.pinned },
      family: found.families[t.family]!.name,
      terms: t.terms.map((term) => term.form),
      messages: t.messages,
      threads: t.threads.map((x) => shownThread(x.thread, x.share, names)),
      answerers: t.answerers.map(({ name, questions }) => ({ name: names.show(name), questions })),
      movement: t.movement,
      trend: t.change.trend,
      z: t.change.z,
      place: { x: Math.round(t.place.x * 1000) / 1000, y: Math.round(t.place.y * 1000) / 1000 },
    })),
    families: found.families.map(({ name, topics }) => ({
      name,
      topics: topics.map((t) => found.topics[t]!.id),
    })),
    leftovers: found.leftovers.map((thread) => shownThread(thread, 0, names)),
  };
}
