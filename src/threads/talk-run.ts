import type { Message } from '../read/index.js';
import type { Invitation } from './invitation.js';
import { closes, greets, opens, presents } from './talk-words.js';
import type { Utterance } from './utterance.js';

/** A talk has at least so many passages and characters. */
export const fewestPassages = 5;
export const fewestCharacters = 450;
/** Of a guest who was announced by name, or both opened and closed a talk, fewer passages do. */
export const fewestFramed = 3;
/** Opening words stand within this share of what the guest says in that hour. */
const nearHead = 0.3;
/** A guest answers rather than talks where so many of his messages in a row hold so many questions of others and are this short. */
const answering = { messages: 6, questions: 2, length: 40 };
/** Shorter than this, what follows a question is no passage, in characters. */
const shortestLast = 20;
/** After his closing words a guest writes no more than so many characters before somebody asks. */
const afterClosing = 200;
/** Nobody answers sooner than so many seconds after a question, nor later; and nobody types more characters a second. */
const soonestAnswer = 5;
const latestAnswer = 300;
const typedPerSecond = 2;
/** What begins a chapter of a talk. */
const chapter =
  /^\s*(?:第?[\d一二三四五六七八九十]{1,3}\s*[、,，.．:：）)章节点部个]|[（(][\d一二三四五六七八九十])/;

/** One speaker's messages without a long pause, which may hold a talk. */
export interface Run {
  speaker: string;
  /** Indices of his messages, rising. */
  own: number[];
  /** The last invitation before its end that names the speaker. */
  invitation: Invitation | null;
}

/** Runs of one speaker's messages with no longer pause than so many seconds. What a guest says before he is announced stands apart. */
export function runsOf(utterances: Utterance[], invitations: Invitation[], pause: number): Run[] {
  const open = new Map<string, Run & { last: number }>();
  const runs: Run[] = [];
  utterances.forEach((u, i) => {
    const run = open.get(u.speaker);
    const invitation = invitations.findLast(({ at, guest }) => guest === u.speaker && at < i) ?? null;
    if (run && u.second - run.last <= pause && run.invitation === invitation) {
      run.own.push(i);
      run.last = u.second;
    } else {
      const fresh = { speaker: u.speaker, own: [i], invitation, last: u.second };
      open.set(u.speaker, fresh);
      runs.push(fresh);
    }
  });
  return runs.filter((run) => run.own.length >= fewestFramed);
}

const isPassage = (u: Utterance, m: Message) =>
  u.form !== 'reaction' &&
  u.form !== 'signin' &&
  u.to.length === 0 &&
  !u.toUnknown &&
  (u.length > 0 || m.attachments.length > 0);

/** Where a run opens: with the words that present the talk; else the last opening words near its head, as greetings and questions beforehand are no part of it. */
function openingOf(run: Run, utterances: Utterance[], messages: Message[]): number {
  const head = Math.max(run.own.length * nearHead, fewestFramed);
  const at = (holds: (text: string) => boolean) =>
    run.own.findLastIndex((i, k) => k < head && !utterances[i]!.to.length && holds(messages[i]!.text));
  const presented = at((text) => greets.test(text) && presents.test(text));
  return Math.max(0, presented >= 0 ? presented : at((text) => opens.test(text) && !closes.test(text)));
}

/** Whether a guest goes on lecturing after message `at`: closing words in the midst of a talk close nothing. */
function lectures(rest: number[], at: number, utterances: Utterance[]): boolean {
  const next = utterances.findIndex((u, i) => i > at && u.form === 'question' && i !== rest[0]);
  const asked = next < 0 ? utterances.length : next;
  const before = rest.filter((i) => i < asked && utterances[i]!.to.length === 0);
  return before.reduce((sum, i) => sum + utterances[i]!.length, 0) > afterClosing;
}

/** The passages of a run: from its opening words to its closing words, without what answers others. */
export function passagesOf(run: Run, utterances: Utterance[], messages: Message[]): number[] {
  const from = openingOf(run, utterances, messages);
  const soonest = from + (run.invitation ? fewestFramed : fewestPassages) - 2;
  const closing = run.own.findIndex(
    (i, k) => k > soonest && closes.test(messages[i]!.text) && !lectures(run.own.slice(k + 1), i, utterances),
  );
  const to = closing < 0 ? lastDense(run.own, utterances, from) : closing;
  return run.own.slice(from, to + 1).filter((i) => isPassage(utterances[i]!, messages[i]!));
}

/**
 * Where nobody says that it is over, a talk ends before others' questions take over: from then on the guest says little
 * at a time, and twice in a few messages somebody asked in between.
 */
function lastDense(own: number[], utterances: Utterance[], from: number): number {
  const asked = own.map(
    (i, k) => k > from && utterances.slice(own[k - 1]! + 1, i).some((u) => u.form === 'question'),
  );
  // talks in parts, with questions after each, go on: somewhere later he speaks at length again
  const longestStretch = (start: number) => {
    let [longest, stretch] = [0, 0];
    for (let k = start; k < own.length; k++) {
      stretch = (asked[k] ? 0 : stretch) + utterances[own[k]!]!.length;
      longest = Math.max(longest, stretch);
    }
    return longest;
  };
  const takenOver = own.findIndex((_, k) => {
    if (k <= from + 1 || !asked[k]) return false;
    const next = own.slice(k, k + answering.messages);
    const questions = asked.slice(k, k + answering.messages).filter(Boolean).length;
    const length = next.reduce((sum, i) => sum + utterances[i]!.length, 0);
    return (
      questions >= answering.questions &&
      length < answering.length * next.length &&
      longestStretch(k) < fewestCharacters
    );
  });
  const to = takenOver < 0 ? own.length : takenOver;
  return own.findLastIndex((i, k) => k < to && (utterances[i]!.length >= shortestLast || !asked[k]));
}

/**
 * Whether message `i` of a guest answers what somebody asked since his message `before`: it comes soon, yet can have been
 * typed since. What is too long for that was written before: the talk goes on.
 */
function answersAsked(i: number, before: number, utterances: Utterance[]): boolean {
  const { second, speaker, length } = utterances[i]!;
  const question = utterances
    .slice(before + 1, i)
    .findLast((u) => u.form === 'question' && u.to.every((name) => name === speaker));
  if (!question) return false;
  const wait = second - question.second;
  return wait >= Math.max(soonestAnswer, length / typedPerSecond) && wait <= latestAnswer;
}

/**
 * The passages of a talk that answer a question which was put between them: short ones, as whoever lectures on has more to
 * say, and no chapters. The first one opens the talk and the last one ends it, whatever was asked.
 */
export function answersIn(
  run: Run,
  passages: number[],
  utterances: Utterance[],
  messages: Message[],
): number[] {
  const isAnswer = (i: number) =>
    utterances[i]!.length < answering.length &&
    !chapter.test(messages[i]!.text) &&
    answersAsked(i, run.own[run.own.indexOf(i) - 1]!, utterances);
  return passages.slice(1, -1).filter(isAnswer);
}
