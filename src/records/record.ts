import type { Talk } from '../talks/index.js';

/** A piece of a line: words, or something that the message carried in that place. */
export type Span =
  | { kind: 'text'; text: string }
  | { kind: 'link' | 'image' | 'file'; title: string; url: string };

/** One line of one message, lightly cleaned. `date#n` is the message's address in its group. */
export interface Line {
  spans: Span[];
  date: string;
  n: number;
}

/**
 * A part of the talk: a heading of its outline, a paragraph of lines that were broken in the typing, or lines that stand
 * one under another.
 */
export interface Block {
  kind: 'heading' | 'paragraph' | 'lines';
  /** Depth of a heading, 1 or 2; 0 of all else. */
  level: 0 | 1 | 2;
  lines: Line[];
}

/** What one person says in a row: `A` the guest, `A1`, `A2` others who answer, `S` who adds something. */
export interface Turn {
  label: string;
  lines: Line[];
}

/** A question (问答) with its answers and what was added, and the questions that follow it up. */
export interface Exchange {
  question: Line[];
  turns: Turn[];
  followUps: Exchange[];
}

/**
 * The record of a talk (分享记录): 主题分享, 问答, 自由讨论; or of a discussion (讨论记录), which has no talk. Its names are as
 * they may be shown.
 */
export interface TalkRecord {
  kind: Talk['kind'];
  group: string;
  /** The day that the talk began on. */
  date: string;
  /** `HH:MM:SS` of its first passage. */
  time: string;
  title: string;
  /** Of a discussion whoever answers most. */
  guest: string;
  host: string | null;
  talk: Block[];
  exchanges: Exchange[];
  discussion: Turn[];
}

/** A line's words, without what it carries. */
export const textOf = (line: Line): string =>
  line.spans.map((s) => (s.kind === 'text' ? s.text : '')).join('');

/** A message's address within its group: `2024-03-01#12`. */
export const addressOf = ({ date, n }: Line): string => `${date}#${n}`;

/** Every list of lines of an exchange goes through `change`; parts that it leaves empty are gone. */
function changeExchange(exchange: Exchange, change: (line: Line) => Line | null): Exchange | null {
  const changed = {
    question: changeLines(exchange.question, change),
    turns: changeTurns(exchange.turns, change),
    followUps: exchange.followUps.flatMap((f) => changeExchange(f, change) ?? []),
  };
  return changed.question.length || changed.turns.length || changed.followUps.length ? changed : null;
}

const changeLines = (lines: readonly Line[], change: (line: Line) => Line | null): Line[] =>
  lines.flatMap((line) => change(line) ?? []);

const changeTurns = (turns: readonly Turn[], change: (line: Line) => Line | null): Turn[] =>
  turns
    .map((turn) => ({ ...turn, lines: changeLines(turn.lines, change) }))
    .filter((turn) => turn.lines.length);

/** A record with each of its lines changed, or left out where `change` gives null. */
export function changeRecord(record: TalkRecord, change: (line: Line) => Line | null): TalkRecord {
  return {
    ...record,
    talk: record.talk
      .map((block) => ({ ...block, lines: changeLines(block.lines, change) }))
      .filter((block) => block.lines.length),
    exchanges: record.exchanges.flatMap((e) => changeExchange(e, change) ?? []),
    discussion: changeTurns(record.discussion, change),
  };
}

/** All lines of a record, in its order. */
export function linesOf(record: TalkRecord): Line[] {
  const lines: Line[] = [];
  changeRecord(record, (line) => {
    lines.push(line);
    return line;
  });
  return lines;
}
