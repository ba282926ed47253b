import type { Message } from '../read/index.js';
import type { Utterance } from './utterance.js';

/** A guest's talk (分享) as it stands in the log: who, and the messages that are the talk itself, by index. */
export interface Monologue {
  speaker: string;
  passages: number[];
}

/** A speaker who is silent longer than this, in seconds, is no longer giving a talk. */
const longestPause = 720;
/** A talk has at least so many passages and characters, and is at least this share of what is said meanwhile. */
const fewestPassages = 5;
const fewestCharacters = 450;
const leastShare = 0.55;
/** Opening words stand within this share of what the guest says in that hour. */
const nearHead = 0.3;
/** Without a word of a talk around it, only this much text is one. */
const unannouncedCharacters = 1500;

const opens =
  /大家好|自我介绍|先介绍(?:一下)?(?:自己|我)|我(?:就)?开始了|那?(?:我们)?(?:就)?开始(?:吧|了|分享)|(?:今天|今晚).{0,12}(?:分享|聊)|分享(?:的)?(?:主题|内容|题目)/;
const closes =
  /分享.{0,8}(?:到这|到此|结束|完毕|完了)|(?:就)?(?:先)?(?:讲|说|聊|写)到这|(?:大家|各位)?(?:有|还有)(?:什么|啥|任何)?(?:问题|疑问).{0,6}(?:可以|欢迎|随时|请|尽管|提|问)|(?:欢迎|开始|可以)(?:大家)?(?:提问|答疑)|以上(?:就)?是.{0,10}(?:分享|内容)|我的分享|谢谢(?:大家|各位)(?:的?(?:聆听|收听|时间))?[。.！!]?$|分享完/;
const talkWord = /分享|签到|嘉宾|主题/;

interface Run {
  speaker: string;
  own: number[];
}

/** Runs of one speaker's messages with no pause longer than `longestPause`. */
function runsOf(utterances: Utterance[]): Run[] {
  const open = new Map<string, Run & { last: number }>();
  const runs: Run[] = [];
  utterances.forEach((u, i) => {
    const run = open.get(u.speaker);
    if (run && u.second - run.last <= longestPause) {
      run.own.push(i);
      run.last = u.second;
    } else {
      const fresh = { speaker: u.speaker, own: [i], last: u.second };
      open.set(u.speaker, fresh);
      runs.push(fresh);
    }
  });
  return runs.filter((run) => run.own.length >= fewestPassages);
}

const isPassage = (u: Utterance, m: Message) =>
  u.form !== 'reaction' &&
  u.form !== 'signin' &&
  u.to.length === 0 &&
  !u.toUnknown &&
  (u.length > 0 || m.attachments.length > 0);

/** The passages of a run: from its opening words to its closing words, without what answers others. */
function passagesOf(run: Run, utterances: Utterance[], messages: Message[]): number[] {
  const text = (i: number) => messages[i]!.text;
  const total = run.own.length;
  // greetings and questions beforehand are no part of it: the last opening words near the head count
  const opening = run.own.findLastIndex(
    (i, k) => k < total * nearHead && opens.test(text(i)) && utterances[i]!.to.length === 0,
  );
  const from = Math.max(opening, 0);
  const closing = run.own.findIndex((i, k) => k > from + 3 && closes.test(text(i)));
  const to = closing < 0 ? lastDense(run.own, utterances, from) : closing;
  return run.own.slice(from, to + 1).filter((i) => isPassage(utterances[i]!, messages[i]!));
}

/** Where nobody says that it is over, a talk ends with its last long passage before others' questions take over. */
function lastDense(own: number[], utterances: Utterance[], from: number): number {
  let last = from;
  for (let k = from; k < own.length; k++) {
    const i = own[k]!;
    const asked = k > from && utterances.slice(own[k - 1]! + 1, i).some((u) => u.form === 'question');
    if (asked && utterances[i]!.length < 40) continue;
    if (utterances[i]!.length >= 20 || !asked) last = k;
    if (asked && k - from >= fewestPassages && utterances[i]!.to.length > 0) break;
  }
  return last;
}

function isTalk(run: Run, passages: number[], utterances: Utterance[], messages: Message[]): boolean {
  if (passages.length < fewestPassages) return false;
  const [first, last] = [passages[0]!, passages.at(-1)!];
  const own = passages.reduce((sum, i) => sum + utterances[i]!.length, 0);
  let all = 0;
  for (let i = first; i <= last; i++) all += utterances[i]!.length;
  if (own < fewestCharacters || own < leastShare * all) return false;
  if (own >= unannouncedCharacters && own / passages.length >= 25) return true;
  const around = messages.slice(Math.max(0, first - 60), last + 40);
  const announced = around.filter((m) => talkWord.test(m.text)).length;
  const spoken =
    passages.some((i) => opens.test(messages[i]!.text)) ||
    run.own.some((i) => closes.test(messages[i]!.text));
  return announced >= 3 && (spoken || announced >= 8);
}

/** The talks of a day, in order; none, one or several. One speaker's talk that a pause broke is one talk. */
export function findMonologues(utterances: Utterance[], messages: Message[]): Monologue[] {
  const talks: Monologue[] = [];
  for (const run of runsOf(utterances)) {
    const passages = passagesOf(run, utterances, messages);
    if (!isTalk(run, passages, utterances, messages)) continue;
    const same = talks.find((talk) => talk.speaker === run.speaker);
    if (same) same.passages.push(...passages);
    else talks.push({ speaker: run.speaker, passages });
  }
  return talks.sort((a, b) => a.passages[0]! - b.passages[0]!);
}
