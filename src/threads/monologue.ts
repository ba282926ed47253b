import type { Message } from '../read/index.js';
import { type Invitation, invitationsOf } from './invitation.js';
import { asksForQuestions, closes, greets, opens, presents, talkWord } from './talk-words.js';
import type { Utterance } from './utterance.js';

/** A guest's talk (分享) as it stands in the log: who, and the messages that are the talk itself, by index. */
export interface Monologue {
  speaker: string;
  passages: number[];
}

/** A talk as it is found: links are found with all its passages. */
export interface FoundTalk extends Monologue {
  /** The passages that are none to a reader: answers to what was asked in between, and what comes after the end. */
  aside: Set<number>;
}

/** A speaker who is silent longer than this, in seconds, is no longer giving a talk; a guest who was announced may write slowly. */
const longestPause = { other: 720, invited: 1200 };
/** A talk has at least so many passages and characters, and is at least this share of what is said meanwhile. */
const fewestPassages = 5;
const fewestCharacters = 450;
const leastShare = 0.55;
/** Whoever was announced by name, or both opened and closed a talk, needs to say less. */
const framed = { passages: 3, characters: 150, share: 0.35 };
/** So does whoever speaks with hardly a word from others and then asks for questions. */
const undisturbed = { passages: 8, characters: 300, share: 0.9 };
/** A topic presented in one message is a talk where the group then asks and its author answers so many times. */
const presented = { characters: 60, questions: 5, answers: 5 };
/** Opening words stand within this share of what the guest says in that hour. */
const nearHead = 0.3;
/** Without a word of a talk around it, only this much text is one. */
const unannouncedCharacters = 1500;
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
/** A picture of a talk counts as so many characters: slides say what others write. */
const pictureCharacters = 30;

interface Run {
  speaker: string;
  own: number[];
  /** The last invitation before its end that names the speaker. */
  invitation: Invitation | null;
}

/** Runs of one speaker's messages with no longer pause than so many seconds. What a guest says before he is announced stands apart. */
function runsOf(utterances: Utterance[], invitations: Invitation[], pause: number): Run[] {
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
  return runs.filter((run) => run.own.length >= framed.passages);
}

const isPassage = (u: Utterance, m: Message) =>
  u.form !== 'reaction' &&
  u.form !== 'signin' &&
  u.to.length === 0 &&
  !u.toUnknown &&
  (u.length > 0 || m.attachments.length > 0);

/** Where a run opens: with the words that present the talk; else the last opening words near its head, as greetings and questions beforehand are no part of it. */
function openingOf(run: Run, utterances: Utterance[], messages: Message[]): number {
  const head = Math.max(run.own.length * nearHead, framed.passages);
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
function passagesOf(run: Run, utterances: Utterance[], messages: Message[]): number[] {
  const from = openingOf(run, utterances, messages);
  const soonest = from + (run.invitation ? framed.passages : fewestPassages) - 2;
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

const sizeOf = (u: Utterance, m: Message) =>
  u.length + (m.attachments.some((a) => a.kind === 'image') ? pictureCharacters : 0);

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
function answersIn(run: Run, passages: number[], utterances: Utterance[], messages: Message[]): number[] {
  const isAnswer = (i: number) =>
    utterances[i]!.length < answering.length &&
    !chapter.test(messages[i]!.text) &&
    answersAsked(i, run.own[run.own.indexOf(i) - 1]!, utterances);
  return passages.slice(1, -1).filter(isAnswer);
}

/** How much the passages say, and their share of all that is said from the first to the last. */
function weigh(passages: number[], utterances: Utterance[], messages: Message[]) {
  const [first, last] = [passages[0]!, passages.at(-1)!];
  const sum = (list: readonly number[]) =>
    list.reduce((total, i) => total + sizeOf(utterances[i]!, messages[i]!), 0);
  const all = sum(Array.from({ length: last - first + 1 }, (_, k) => first + k));
  const written = passages.reduce((total, i) => total + utterances[i]!.length, 0);
  const shown = sum(passages);
  return { written, shown, share: shown / all };
}

/** A talk for what is said in it, whoever announced it. */
function isLecture(run: Run, passages: number[], utterances: Utterance[], messages: Message[]): boolean {
  if (passages.length < fewestPassages) return false;
  const { written, share } = weigh(passages, utterances, messages);
  if (written < fewestCharacters || share < leastShare) return false;
  if (written >= unannouncedCharacters && written / passages.length >= 25) return true;
  const around = messages.slice(Math.max(0, passages[0]! - 60), passages.at(-1)! + 40);
  const announced = around.filter((m) => talkWord.test(m.text)).length;
  const spoken =
    passages.some((i) => opens.test(messages[i]!.text)) ||
    run.own.some((i) => closes.test(messages[i]!.text));
  return announced >= 3 && (spoken || announced >= 8);
}

/** A short talk for what stands around it: the guest was announced by name, or presents it and takes his leave. */
function isFramed(run: Run, passages: number[], utterances: Utterance[], messages: Message[]): boolean {
  if (passages.length < framed.passages) return false;
  const { shown, share } = weigh(passages, utterances, messages);
  if (shown < framed.characters || share < framed.share) return false;
  if (run.invitation) return true;
  const opened = passages.slice(0, framed.passages).some((i) => presents.test(messages[i]!.text));
  return opened && share >= leastShare && run.own.some((i) => closes.test(messages[i]!.text));
}

/** A talk for nobody's speaking meanwhile: the guest is left alone until he asks for questions. */
function isUndisturbed(_: Run, passages: number[], utterances: Utterance[], messages: Message[]): boolean {
  if (passages.length < undisturbed.passages) return false;
  if (!asksForQuestions.test(messages[passages.at(-1)!]!.text)) return false;
  const { written, share } = weigh(passages, utterances, messages);
  return written >= undisturbed.characters && share >= undisturbed.share;
}

/** The one message in which somebody greets the group and presents a topic, where questions to him make up the rest. */
function presentationOf(run: Run, utterances: Utterance[], messages: Message[]): number[] {
  const at = run.own.find((i) => {
    const { text } = messages[i]!;
    return utterances[i]!.length >= presented.characters && greets.test(text) && presents.test(text);
  });
  if (at === undefined) return [];
  const to = run.own.at(-1)!;
  const asked = utterances.slice(at, to).filter((u) => u.form === 'question' && u.speaker !== run.speaker);
  const answered = run.own.filter((i) => i > at);
  return asked.length >= presented.questions && answered.length >= presented.answers ? [at] : [];
}

/** A talk's passages without what stands aside. */
const heldIn = ({ passages, aside }: FoundTalk): number[] => passages.filter((i) => !aside.has(i));

/** The talks as they were held: without answers in between, and without what came after the end. */
export const talksHeld = (talks: readonly FoundTalk[]): Monologue[] =>
  talks.map((talk) => ({ speaker: talk.speaker, passages: heldIn(talk) }));

/** Whether a talk that its guest closed was over before a later run of his in which others speak, too: they discuss it. */
function isOver(talk: FoundTalk, later: number[], utterances: Utterance[], messages: Message[]): boolean {
  if (!closes.test(messages[heldIn(talk).at(-1)!]!.text)) return false;
  return weigh(later, utterances, messages).share < undisturbed.share;
}

/** The talks of a day, in order; none, one or several. One speaker's talk that a pause broke is one talk. */
export function findMonologues(utterances: Utterance[], messages: Message[]): FoundTalk[] {
  const invitations = invitationsOf(utterances, messages);
  const talks: FoundTalk[] = [];
  const talkOf = (run: Run) => talks.find((talk) => talk.speaker === run.speaker);
  const add = (run: Run, passages: number[]) => {
    const aside = new Set(answersIn(run, passages, utterances, messages));
    if (!talkOf(run)) talks.push({ speaker: run.speaker, passages, aside });
  };
  const goOn = (talk: FoundTalk, run: Run, passages: number[]) => {
    const isAside = isOver(talk, passages, utterances, messages);
    for (const i of isAside ? passages : answersIn(run, passages, utterances, messages)) talk.aside.add(i);
    talk.passages.push(...passages);
  };
  const found = (pause: number, is: typeof isLecture, take: (run: Run, passages: number[]) => void) => {
    for (const run of runsOf(utterances, invitations, pause)) {
      const passages = passagesOf(run, utterances, messages);
      if (is(run, passages, utterances, messages)) take(run, passages);
    }
  };
  found(longestPause.other, isLecture, (run, passages) => {
    const same = talkOf(run);
    if (same) goOn(same, run, passages);
    else add(run, passages);
  });
  found(longestPause.invited, isFramed, add);
  // weaker evidence counts only where there is no other talk
  if (!talks.length) found(longestPause.invited, isUndisturbed, add);
  if (!talks.length)
    for (const run of runsOf(utterances, invitations, longestPause.invited)) {
      const passages = presentationOf(run, utterances, messages);
      if (passages.length) add(run, passages);
    }
  return talks.sort((a, b) => a.passages[0]! - b.passages[0]!);
}
