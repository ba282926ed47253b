import { findPeople, type PairEvidence, type Roster, rosterOf } from '../people/index.js';
import type { Day, Note } from '../read/index.js';
import { citationsIn, type Document } from '../talks/index.js';
import { fold, type Lexicon } from '../text/index.js';

/**
 * What a run needs to know of a log to see whether its analysis is there already (日志切片). It is kept in the cache, so
 * that a log that was read before is not read again.
 */
export interface LogSlice {
  group: string;
  date: string;
  format: string;
  language: Day['language'];
  notes: Note[];
  /** How many messages it has. */
  messages: number;
  speakers: string[];
  /** The messages that call somebody, a line each. */
  calling: string;
  /** Canonical forms of the glossary's entries that occur. */
  terms: string[];
  /** Folded forms in it that people rejected as terms. */
  rejected: string[];
  /** Numbers of the documents that it cites. */
  documents: string[];
}

/** What is looked for in logs. */
export interface Sought {
  lexicon: Lexicon;
  /** Folded forms that people rejected as terms. */
  rejected: readonly string[];
  documents: readonly Document[];
}

/** All that a run must know of a log before its day is analysed, so that it need not be read again. */
export function logSliceOf(day: Day, { lexicon, rejected, documents }: Sought): LogSlice {
  const { group, date, format, language, notes, messages } = day;
  const isChinese = language === 'zh';
  const text = isChinese ? messages.map((m) => m.text).join('\n') : '';
  const folded = rejected.length ? fold(text) : '';
  const cited = new Set(citationsIn(text, documents).flatMap((c) => c.document?.number ?? []));
  return {
    ...{ group, date, format, language, notes },
    messages: messages.length,
    speakers: isChinese ? [...new Set(messages.map((m) => m.speaker))] : [],
    calling: isChinese ? messages.flatMap((m) => (m.text.includes('@') ? [m.text] : [])).join('\n') : '',
    rejected: rejected.filter((form) => folded.includes(form)),
    terms: lexicon.occurringIn(text).map((entry) => entry.term),
    documents: [...cited].sort(),
  };
}

/** A roster as JSON has it. */
export interface RosterPart {
  speakers: [string, number][];
  calls: [string, number][];
  pairs: [string, [string, PairEvidence][]][];
}

/** What a day tells the roster, in a form that JSON keeps. */
export function rosterPartOf(day: Day, owner: readonly string[]): RosterPart {
  const { speakers, calls, pairs } = rosterOf(day, findPeople(day, owner));
  return {
    speakers: [...speakers],
    calls: [...calls],
    pairs: [...pairs].map(([name, others]) => [name, [...others]]),
  };
}

/** The roster of the one day that a part was taken of. */
export const rosterFrom = ({ speakers, calls, pairs }: RosterPart): Roster => ({
  speakers: new Map(speakers),
  calls: new Map(calls),
  pairs: new Map(pairs.map(([name, others]) => [name, new Map(others)])),
});
