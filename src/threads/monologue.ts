import type { Message } from '../read/index.js';
import { invitationsOf } from './invitation.js';
import {
  answersIn,
  fewestCharacters,
  fewestFramed,
  fewestPassages,
  passagesOf,
  type Run,
  runsOf,
} from './talk-run.js';
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
/** A talk is at least this share of what is said meanwhile. */
const leastShare = 0.55;
/** Whoever was announced by name, or both opened and closed a talk, needs to say less. */
const framed = { passages: fewestFramed, characters: 150, share: 0.35 };
/** So does whoever speaks with hardly a word from others and then asks for questions. */
const undisturbed = { passages: 8, characters: 300, share: 0.9 };
/** A topic presented in one message is a talk where the group then asks and its author answers so many times. */
const presented = { characters: 60, questions: 5, answers: 5 };
/** Without a word of a talk around it, only this much text is one, in passages of some length. */
const unannounced = { characters: 1500, passage: 25 };
/** Otherwise so many messages around it have words of a talk: more where the speaker neither opens nor closes one. */
const around = { before: 60, after: 40, few: 3, many: 8 };
/** A picture of a talk counts as so many characters: slides say what others write. */
const pictureCharacters = 30;

const sizeOf = (u: Utterance, m: Message) =>
  u.length + (m.attachments.some((a) => a.kind === 'image') ? pictureCharacters : 0);

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
  if (written >= unannounced.characters && written / passages.length >= unannounced.passage) return true;
  const announced = messages
    .slice(Math.max(0, passages[0]! - around.before), passages.at(-1)! + around.after)
    .filter((m) => talkWord.test(m.text)).length;
  const spoken =
    passages.some((i) => opens.test(messages[i]!.text)) ||
    run.own.some((i) => closes.test(messages[i]!.text));
  return announced >= (spoken ? around.few : around.many);
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
