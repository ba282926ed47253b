import { readFileSync } from 'node:fs';
import type { Day } from '../../src/read/index.js';
import {
  findAnnouncements,
  findQuestions,
  findSchedule,
  findTalks,
  type KeepingModel,
  readTurnModel,
} from '../../src/talks/index.js';
import { tradeWords } from '../../src/threads/index.js';
import { chat, follow } from '../threads/chat.js';

/** The judge that ships: what asks and what answers is learned, and so is tested as it is. */
const judge = readTurnModel(readFileSync(new URL('../../models/turns-zh.json', import.meta.url), 'utf8'));

/** What the stages up to the talks find in a day. */
export function study(day: Day, keeping: KeepingModel | null = null) {
  const found = follow(day);
  const { messages, date } = day;
  const { links, threads, tokens } = found;
  const { mentions } = found.people;
  const questions = findQuestions({
    ...links,
    messages,
    mentions,
    threads,
    guests: new Set(links.talks.map((talk) => talk.speaker)),
    tradeWords: found.tokens.map(tradeWords),
    judge,
  });
  const announced = findAnnouncements(messages, mentions, links.kinds, date);
  const schedule = findSchedule(announced);
  const talks = findTalks({
    messages,
    mentions,
    links,
    questions,
    schedule,
    date,
    tokens,
    threads,
    keeping,
  });
  return { ...found, questions, talks, schedule, announced };
}

/** The questions of a log with their answers. */
export const questionsOf = (script: string) => study(chat(script)).questions;
