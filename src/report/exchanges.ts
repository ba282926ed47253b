import { type Address, addressOf, type Exchange, type OldAnswer, type Said } from '../corpus/index.js';
import { type Names, showText } from '../privacy/index.js';
import type { Standing } from '../talks/index.js';
import type { ShownOldAnswer } from './model.js';
import { sayWords } from './statements.js';

/** A question over many days as it is shown; also what `huati qa --json` gives. */
export interface ShownExchange {
  address: string;
  group: string;
  date: string;
  n: number;
  asker: string;
  question: string;
  title: string;
  terms: string[];
  talk: string | null;
  state: Exchange['state'];
  answers: { address: string; speaker: string; text: string; standing: Standing; seconds: number | null }[];
  closing: Exchange['closing'];
  days: number | null;
  again: string[];
  old: ShownOldAnswer[];
}

/** Messages of one person in a line. */
export const textOf = (said: readonly Said[], names: Names): string =>
  said
    .map((m) => sayWords(showText(m.text, m.mentions, names)))
    .filter(Boolean)
    .join(' / ');

const rounded = (p: number) => Math.round(p * 100) / 100;

/** An old answer with names shown: of several people who answered, whoever said most. */
export function showOldAnswer(old: OldAnswer, names: Names): ShownOldAnswer {
  const speakers = [...new Set(old.answers.map((m) => m.speaker))];
  const lengths = speakers.map((s) =>
    old.answers.filter((m) => m.speaker === s).reduce((sum, m) => sum + m.text.length, 0),
  );
  const speaker = speakers[lengths.indexOf(Math.max(...lengths))]!;
  return {
    address: addressOf(old.at),
    date: old.at.date,
    n: old.at.n,
    question: textOf(old.question, names),
    speaker: names.show(speaker),
    answer: textOf(
      old.answers.filter((m) => m.speaker === speaker),
      names,
    ),
    talk: old.talk?.title ?? null,
    likeness: rounded(old.likeness),
  };
}

/** Questions and answers of many days with names shown. */
export function showExchange(e: Exchange, names: Names): ShownExchange {
  const where = (at: Address) => addressOf(at);
  return {
    address: where(e.at),
    ...e.at,
    asker: names.show(e.question[0]!.speaker),
    question: textOf(e.question, names),
    title: e.title,
    terms: e.terms,
    talk: e.talk?.title ?? null,
    state: e.state,
    answers: e.answers.map((a) => ({
      address: where(a.at),
      speaker: names.show(a.said[0]!.speaker),
      text: textOf(a.said, names),
      standing: a.standing,
      seconds: a.after,
    })),
    closing: e.closing,
    days: e.days,
    again: e.again.map(where),
    old: e.old.map((old) => showOldAnswer(old, names)),
  };
}
