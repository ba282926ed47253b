import type { Monologue } from './monologue.js';
import { inverseFrequency, sharedWeight } from './shared-words.js';
import { anchorsOf } from './signin.js';
import type { Utterance } from './utterance.js';

/**
 * What each kind of evidence is worth, in one currency: a candidate's score is their sum, and the best candidate is the
 * parent unless starting a thread scores more. Set by a search over ten annotated days, rounded.
 */
export interface RuleWeights {
  /** Taken off for each doubling of the people's turns between, and of the minutes. */
  rank: number;
  time: number;
  /** The speaker's own last message; taken off for each doubling of the half minutes since, and for an older one of his. */
  own: number;
  ownTime: number;
  ownOld: number;
  /** The message calls the candidate's speaker, half where it is not his last; taken off where it calls others only. */
  called: number;
  calledOther: number;
  /** The candidate calls the speaker. */
  callsMe: number;
  /** The candidate goes on from the speaker. */
  turn: number;
  /** The candidate is a question, half where it has an answer. */
  answers: number;
  /** Words in common with the candidate, and with its thread. */
  words: number;
  threadWords: number;
  /** Taken off where the candidate is a reaction, or a sign-in. */
  toReaction: number;
  toSignin: number;
  /** The message is a reaction and the candidate long. */
  reactionToLong: number;
  /** The message quotes the candidate's speaker. */
  quoted: number;
  /** Starting a thread at all, and for each doubling of the minutes since the message before. */
  start: number;
  startGap: number;
  /** Starting one with a question, something shared, a notice, a message of several words. */
  startQuestion: number;
  startShare: number;
  startNotice: number;
  startWords: number;
  /** Taken off where the message calls or quotes somebody, or is a reaction. */
  startCalled: number;
  startReaction: number;
}

/** For Chinese group chats. */
export const chineseWeights: RuleWeights = {
  rank: 1,
  time: 0.5,
  own: 2.6,
  ownTime: 0.9,
  ownOld: 1.3,
  called: 5,
  calledOther: 3,
  callsMe: 1.3,
  turn: 0.2,
  answers: 0.4,
  words: 4,
  threadWords: 0.6,
  toReaction: 2.5,
  toSignin: 1.6,
  reactionToLong: 3.5,
  quoted: 6,
  start: -5.5,
  startGap: 1,
  startQuestion: 0.9,
  startShare: 0.8,
  startNotice: 2.5,
  startCalled: 2.4,
  startReaction: 5.8,
  startWords: 0.7,
};

/** The same for English IRC, by a search over 30 of the benchmark's training files: a question starts a thread more often. */
export const englishWeights: RuleWeights = {
  ...chineseWeights,
  own: 4.5,
  ownTime: 0,
  called: 4,
  calledOther: 4,
  callsMe: 2,
  turn: 2.7,
  words: 2.5,
  threadWords: 0,
  reactionToLong: 0.6,
  start: -0.7,
  startGap: 0.8,
  startQuestion: 1.7,
  startShare: 1.3,
  startWords: 1.6,
};

/** How far back a parent is looked for: this many turns of others, and this many seconds, or more where somebody is called. */
const window = 60;
const horizon = 4 * 3600;
const calledHorizon = 14 * 3600;
/** A message of so many characters is worth a reaction; one of so many content words has a subject of its own. */
const longText = 30;
const severalWords = 4;

/** The links of a day so far. */
interface State {
  utterances: Utterance[];
  parents: number[];
  /** Root of each message's thread, and the words of a thread by its root. */
  roots: number[];
  threadWords: Map<number, Set<number>>;
  lastOf: Map<string, number>;
  idf: Float64Array;
  /** Messages that somebody else replied to with more than a reaction. */
  answered: Set<number>;
}

/** Weight of the words that two messages share, saturating at 1. */
function sharedWords(a: readonly number[], b: readonly number[], idf: Float64Array): number {
  const sum = sharedWeight(a, b, idf);
  return sum / (sum + 2);
}

/** The same for a message and a thread: a thread has many words, so that a shared one says less. */
function sharedWithThread(words: number[], thread: Set<number> | undefined, idf: Float64Array): number {
  let sum = 0;
  if (thread) for (const word of words) if (thread.has(word)) sum += idf[word]!;
  return sum / (sum + 3);
}

/** What speaks for `j` as the parent of message `i`; `rank` counts the turns of others between. */
function scoreOf(i: number, j: number, rank: number, s: State, w: RuleWeights): number {
  const [u, v] = [s.utterances[i]!, s.utterances[j]!];
  const minutes = Math.max(0, u.second - v.second) / 60;
  let score = -w.rank * Math.log2(1 + rank) - w.time * Math.log2(1 + minutes);
  if (u.speaker === v.speaker) {
    score += s.lastOf.get(u.speaker) === j ? w.own - w.ownTime * Math.log2(1 + 2 * minutes) : -w.ownOld;
  } else {
    if (u.to.includes(v.speaker)) score += s.lastOf.get(v.speaker) === j ? w.called : w.called / 2;
    if (v.to.includes(u.speaker)) score += w.callsMe;
    const parent = s.parents[j]!;
    if (parent !== j && s.utterances[parent]!.speaker === u.speaker) score += w.turn;
    if (v.form === 'question' && u.form !== 'question')
      score += s.answered.has(j) ? w.answers / 2 : w.answers;
  }
  if (u.to.length && !u.to.includes(v.speaker)) score -= w.calledOther;
  score += w.words * sharedWords(u.words, v.words, s.idf);
  score += w.threadWords * sharedWithThread(u.words, s.threadWords.get(s.roots[j]!), s.idf);
  if (v.form === 'reaction') score -= w.toReaction;
  if (v.form === 'signin') score -= w.toSignin;
  if (u.form === 'reaction' && v.length >= longText) score += w.reactionToLong;
  if (u.quotes !== null && v.speaker.startsWith(u.quotes)) score += w.quoted;
  return score;
}

/** What speaks for message `i` starting a thread. */
function startScore(i: number, s: State, w: RuleWeights): number {
  const u = s.utterances[i]!;
  const before = s.utterances[i - 1]!;
  let score = w.start + w.startGap * Math.log2(1 + Math.max(0, u.second - before.second) / 60);
  if (u.form === 'question') score += w.startQuestion;
  if (u.form === 'share') score += w.startShare;
  if (u.form === 'notice') score += w.startNotice;
  if (u.form === 'reaction') score -= w.startReaction;
  if (u.to.length || u.toUnknown || u.quotes !== null) score -= w.startCalled;
  if (u.words.length >= severalWords) score += w.startWords;
  return score;
}

function bestParent(i: number, s: State, w: RuleWeights): number {
  if (i === 0) return 0;
  const u = s.utterances[i]!;
  let best = i;
  let bestScore = startScore(i, s, w);
  const consider = (j: number, rank: number) => {
    const score = scoreOf(i, j, rank, s, w);
    if (score > bestScore) [best, bestScore] = [j, score];
  };
  let rank = 0;
  for (let j = i - 1; j >= 0 && rank < window && u.second - s.utterances[j]!.second <= horizon; j--) {
    consider(j, rank);
    // one person's run of messages is one thing to answer, so that it does not push others out of sight
    if (s.utterances[j]!.speaker !== s.utterances[j - 1]?.speaker && s.utterances[j]!.speaker !== u.speaker)
      rank++;
  }
  for (const name of u.to) {
    const last = s.lastOf.get(name);
    if (last !== undefined && u.second - s.utterances[last]!.second <= calledHorizon) consider(last, rank);
  }
  return best;
}

/**
 * The parent of every utterance by rules (规则法), as indices, itself where a thread starts. Greedy, from first to last.
 * A talk's passages follow each other, sign-ins go to their call; all else goes to the candidate that scores most.
 */
export function linkByRules(
  utterances: Utterance[],
  talks: Monologue[],
  vocabularySize: number,
  w: RuleWeights = chineseWeights,
): number[] {
  const s: State = {
    utterances,
    parents: [],
    roots: [],
    threadWords: new Map(),
    lastOf: new Map(),
    idf: inverseFrequency(utterances, vocabularySize),
    answered: new Set(),
  };
  const passageBefore = new Map(
    talks.flatMap((talk) => talk.passages.slice(1).map((p, k) => [p, talk.passages[k]!] as const)),
  );
  const anchors = anchorsOf(utterances);
  const signinParent = (i: number) => (anchors[i]! < 0 ? i : anchors[i]!);
  utterances.forEach((u, i) => {
    const parent = passageBefore.get(i) ?? (u.form === 'signin' ? signinParent(i) : bestParent(i, s, w));
    s.parents.push(parent);
    const root = parent === i ? i : s.roots[parent]!;
    s.roots.push(root);
    const words = s.threadWords.get(root) ?? new Set();
    for (const word of u.words) words.add(word);
    s.threadWords.set(root, words);
    if (u.speaker) s.lastOf.set(u.speaker, i);
    if (parent !== i && u.form !== 'reaction' && utterances[parent]!.speaker !== u.speaker)
      s.answered.add(parent);
  });
  return s.parents;
}
