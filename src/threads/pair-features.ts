import type { History } from './history.js';
import { log2of, logTime, overlap } from './message-features.js';
import { placesOf, type Row } from './row.js';
import type { Scene } from './scene.js';

/** Evidence between a message and a candidate parent, by group; each group is a row of the ablation table. */
export const pairGroups = {
  time: ['seconds', 'paced', 'within-10s', 'within-30s', 'within-2m', 'over-10m', 'over-1h', 'pause'],
  order: ['rank', 'rank-1', 'rank-2', 'rank-3', 'turns', 'between-two', 'called-from-afar'],
  speaker: ['same', 'same-next', 'same-last', 'same-last-seconds', 'same-older', 'last-of-author'],
  mentions: [
    'calls-author',
    'calls-author-last',
    'calls-other',
    'names-author',
    'names-other',
    'called-by',
    'called-by-last',
    'calls-someone-else',
    'quoted',
  ],
  turns: [
    'turn',
    'turn-last',
    'partner',
    'own-thread',
    'own-thread-seconds',
    'other-thread',
    'replied-already',
  ],
  thread: [
    'replies',
    'unanswered',
    'starts',
    'thread-size',
    'thread-age',
    'thread-people',
    'in-thread',
    'thread-of-previous',
    'last-of-thread',
  ],
  forms: [
    'answers-question',
    'answers-open-question',
    'question-to-question',
    'reaction-to-long',
    'reaction-to-guest',
    'reaction-to-share',
    'question-to-guest',
    'guest-to-question',
    'signin-anchor',
    'signin-to-signin',
    'next-passage',
  ],
  words: ['overlap', 'overlap-thread', 'overlap-next', 'overlap-none'],
  following: ['author-speaks-next', 'author-calls-back', 'calls-author-next'],
} as const;

export type PairGroup = keyof typeof pairGroups;
export type PairFeature = (typeof pairGroups)[PairGroup][number];
export const pairFeatures: readonly PairFeature[] = Object.values(pairGroups).flat();

const at = placesOf(pairFeatures);
const longText = 30;
/** So many messages after a message are looked at for who goes on with whom. */
const ahead = 8;

/** What is looked at first, to leave most candidates out: cheap, and worked out without a row. */
export const glanceFeatures = [
  'seconds',
  'rank',
  'rank-1',
  'rank-2',
  'rank-3',
  'same-next',
  'same-last',
  'same-older',
  'last-of-author',
  'calls-author',
  'calls-other',
  'names-author',
  'called-by',
  'called-by-last',
  'turn',
  'partner',
  'own-thread',
  'other-thread',
  'unanswered',
  'last-of-thread',
  'answers-question',
  'signin-anchor',
  'next-passage',
  'quoted',
  'overlap',
] as const satisfies readonly PairFeature[];
const glanceAt = placesOf(glanceFeatures);

/** Describes the pairs of one message after another; what depends on the message alone is worked out once. */
export class PairDescriber {
  private i = -1;
  private readonly speaksNext: Int32Array;
  private readonly callsBack: Int32Array;
  private readonly calledNext: Int32Array;
  private readonly threadStamp: Int32Array;
  private readonly threadOverlap: Float64Array;
  private readonly wordStamp: Int32Array;
  private nextWords: readonly number[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly history: History,
  ) {
    const stamps = () => new Int32Array(scene.people).fill(-1);
    this.speaksNext = stamps();
    this.callsBack = stamps();
    this.calledNext = stamps();
    this.threadStamp = new Int32Array(scene.utterances.length).fill(-1);
    this.threadOverlap = new Float64Array(scene.utterances.length);
    this.wordStamp = new Int32Array(scene.idf.length).fill(-1);
  }

  /** Turns to message `i`; the history holds all before it. */
  turnTo(i: number): void {
    const { utterances, who, calls, nextOwn } = this.scene;
    this.i = i;
    const me = who[i]!;
    for (const word of utterances[i]!.words) this.wordStamp[word] = i;
    for (let k = i + 1; k < utterances.length && k <= i + ahead; k++) {
      this.speaksNext[who[k]!] = i;
      if (calls[k]!.includes(me)) this.callsBack[who[k]!] = i;
      if (who[k] === me) for (const person of calls[k]!) this.calledNext[person] = i;
    }
    // what the speaker adds within a minute belongs to what he says now
    const next = nextOwn[i]!;
    const goesOn = next >= 0 && next <= i + 3 && utterances[next]!.second - utterances[i]!.second <= 60;
    this.nextWords = goesOn ? utterances[next]!.words : [];
  }

  /** What message `j` shares with the one turned to, by inverse document frequency, saturating at 1. */
  private overlapWith(j: number): number {
    let sum = 0;
    for (const word of this.scene.utterances[j]!.words)
      if (this.wordStamp[word] === this.i) sum += this.scene.idf[word]!;
    return sum && sum / (sum + 1);
  }

  private overlapWithThread(root: number): number {
    if (this.threadStamp[root] === this.i) return this.threadOverlap[root]!;
    const words = this.history.wordsOf(root);
    let sum = 0;
    for (const word of this.scene.utterances[this.i]!.words)
      if (words?.has(word)) sum += this.scene.idf[word]!;
    this.threadStamp[root] = this.i;
    this.threadOverlap[root] = sum && sum / (sum + 1);
    return this.threadOverlap[root]!;
  }

  /**
   * Fills a row with what speaks for and against `j` as the parent of the message turned to.
   * @param turns speakers' turns between the two, `pause` the longest gap in seconds, `own` how many messages between are by the two
   */
  fill(row: Row, j: number, turns: number, pause: number, own: number, far: boolean): void {
    row.clear();
    this.timeAndOrder(row, j, turns, pause, own, far);
    this.speakers(row, j);
    this.threads(row, j);
    this.forms(row, j);
    this.words(row, j);
  }

  /** The linear score of `j` over {@link glanceFeatures}: the same values as in {@link fill}. */
  glance(j: number, w: Float64Array): number {
    const { utterances, who, calls, names, previousOwn, anchor, passageBefore } = this.scene;
    const { lastOf, lastCall, parents, roots, replies, last } = this.history;
    const { i } = this;
    const [u, v] = [utterances[i]!, utterances[j]!];
    const [me, author] = [who[i]!, who[j]!];
    const own = previousOwn[i]!;
    let z = w[glanceAt.seconds]! * logTime(u.second - v.second) + w[glanceAt.rank]! * (log2of(i - j - 1) / 5);
    if (i - j <= 3) z += w[glanceAt['rank-1'] + i - j - 1]!;
    const isLast = lastOf[author] === j;
    if (me === author) {
      z += w[isLast ? glanceAt['same-last'] : glanceAt['same-older']]!;
      if (j === i - 1) z += w[glanceAt['same-next']]!;
    } else {
      if (isLast) z += w[glanceAt['last-of-author']]!;
      if (calls[i]!.length && calls[i]!.includes(author)) z += w[glanceAt['calls-author']]!;
      if (names[i]!.length && names[i]!.includes(author)) z += w[glanceAt['names-author']]!;
      if (calls[j]!.length && calls[j]!.includes(me)) {
        z += w[glanceAt['called-by']]!;
        if (lastCall[me] === j) z += w[glanceAt['called-by-last']]!;
      }
      if (parents[j] !== j && who[parents[j]!] === me) z += w[glanceAt.turn]!;
      if (own >= 0 && who[parents[own]!] === author) z += w[glanceAt.partner]!;
      if (v.form === 'question' && u.form !== 'question') z += w[glanceAt['answers-question']]!;
    }
    if (calls[i]!.length && !calls[i]!.includes(author)) z += w[glanceAt['calls-other']]!;
    if (own >= 0) z += w[roots[own] === roots[j] ? glanceAt['own-thread'] : glanceAt['other-thread']]!;
    if (replies[j] === 0) z += w[glanceAt.unanswered]!;
    if (last[roots[j]!] === j) z += w[glanceAt['last-of-thread']]!;
    if (anchor[i] === j) z += w[glanceAt['signin-anchor']]!;
    if (passageBefore[i] === j) z += w[glanceAt['next-passage']]!;
    if (u.quotes !== null && v.speaker.startsWith(u.quotes)) z += w[glanceAt.quoted]!;
    return u.words.length ? z + w[glanceAt.overlap]! * this.overlapWith(j) : z;
  }

  private timeAndOrder(row: Row, j: number, turns: number, pause: number, own: number, far: boolean): void {
    const { utterances, pace } = this.scene;
    const { i } = this;
    const seconds = Math.max(0, utterances[i]!.second - utterances[j]!.second);
    row.set(at.seconds, logTime(seconds));
    row.set(at.paced, logTime(seconds) - pace[i]! / 10);
    row.flag(at['within-10s'], seconds <= 10);
    row.flag(at['within-30s'], seconds <= 30);
    row.flag(at['within-2m'], seconds <= 120);
    row.flag(at['over-10m'], seconds > 600);
    row.flag(at['over-1h'], seconds > 3600);
    row.set(at.pause, logTime(pause));
    row.set(at.rank, log2of(i - j - 1) / 5);
    if (i - j <= 3) row.set(at['rank-1'] + i - j - 1, 1);
    row.set(at.turns, log2of(turns) / 5);
    row.set(at['between-two'], Math.min(own, 6) / 6);
    row.flag(at['called-from-afar'], far);
  }

  private speakers(row: Row, j: number): void {
    const { utterances, who, calls, names, previousOwn } = this.scene;
    const { lastOf, lastCall, parents, roots } = this.history;
    const { i } = this;
    const [me, author] = [who[i]!, who[j]!];
    const own = previousOwn[i]!;
    const isLast = lastOf[author] === j;
    if (me === author) {
      row.set(at.same, 1);
      row.flag(at['same-next'], j === i - 1);
      row.flag(at['same-last'], isLast);
      if (isLast) row.set(at['same-last-seconds'], logTime(utterances[i]!.second - utterances[j]!.second));
      row.flag(at['same-older'], !isLast);
    } else {
      row.flag(at['last-of-author'], isLast);
      const callsAuthor = calls[i]!.includes(author);
      row.flag(at['calls-author'], callsAuthor);
      row.flag(at['calls-author-last'], callsAuthor && isLast);
      row.flag(at['names-author'], names[i]!.includes(author));
      const called = calls[j]!.includes(me);
      row.flag(at['called-by'], called);
      row.flag(at['called-by-last'], called && lastCall[me] === j);
      const parent = parents[j]!;
      const turn = parent !== j && who[parent] === me;
      row.flag(at.turn, turn);
      row.flag(at['turn-last'], turn && parent === own);
      row.flag(at.partner, own >= 0 && who[parents[own]!] === author);
      row.flag(at['author-speaks-next'], this.speaksNext[author] === i);
      row.flag(at['author-calls-back'], this.callsBack[author] === i);
      row.flag(at['calls-author-next'], this.calledNext[author] === i);
    }
    row.flag(at['calls-other'], calls[i]!.length > 0 && !calls[i]!.includes(author));
    row.flag(at['names-other'], names[i]!.length > 0 && !names[i]!.includes(author));
    row.flag(at['calls-someone-else'], calls[j]!.length > 0 && !calls[j]!.includes(me));
    const { quotes } = utterances[i]!;
    row.flag(at.quoted, quotes !== null && utterances[j]!.speaker.startsWith(quotes));
    if (own < 0) return;
    const sameThread = roots[own] === roots[j];
    row.flag(at['own-thread'], sameThread);
    if (sameThread)
      row.set(at['own-thread-seconds'], logTime(utterances[i]!.second - utterances[own]!.second));
    row.flag(at['other-thread'], !sameThread);
    row.flag(at['replied-already'], parents[own] === j && own !== j);
  }

  private threads(row: Row, j: number): void {
    const { utterances, who } = this.scene;
    const { replies, parents, roots, size, last, speakers } = this.history;
    const { i } = this;
    const root = roots[j]!;
    row.set(at.replies, log2of(replies[j]!) / 2);
    row.flag(at.unanswered, replies[j] === 0);
    row.flag(at.starts, parents[j] === j);
    row.set(at['thread-size'], log2of(size[root]! - 1) / 6);
    row.set(at['thread-age'], logTime(utterances[i]!.second - utterances[last[root]!]!.second));
    row.set(at['thread-people'], log2of(speakers[root]! - 1) / 4);
    row.flag(at['in-thread'], this.history.speaksIn(who[i]!, root));
    row.flag(at['thread-of-previous'], roots[i - 1] === root);
    row.flag(at['last-of-thread'], last[root] === j);
  }

  private forms(row: Row, j: number): void {
    const { utterances, who, isGuest, anchor, passageBefore } = this.scene;
    const { i } = this;
    const [u, v] = [utterances[i]!, utterances[j]!];
    if (who[i] !== who[j]) {
      if (v.form === 'question' && u.form !== 'question') {
        row.set(at['answers-question'], 1);
        row.flag(at['answers-open-question'], this.history.replies[j] === 0);
        row.flag(at['guest-to-question'], isGuest[who[i]!] === 1);
      }
      if (u.form === 'question') {
        row.flag(at['question-to-question'], v.form === 'question');
        row.flag(at['question-to-guest'], isGuest[who[j]!] === 1);
      }
      if (u.form === 'reaction') {
        row.flag(at['reaction-to-long'], v.length >= longText);
        row.flag(at['reaction-to-guest'], isGuest[who[j]!] === 1);
        row.flag(at['reaction-to-share'], v.form === 'share');
      }
    }
    if (u.form === 'signin') {
      row.flag(at['signin-anchor'], anchor[i] === j);
      row.flag(at['signin-to-signin'], v.form === 'signin');
    }
    row.flag(at['next-passage'], passageBefore[i] === j);
  }

  private words(row: Row, j: number): void {
    const { utterances, idf } = this.scene;
    const { words } = utterances[j]!;
    const mine = utterances[this.i]!.words;
    const shared = this.overlapWith(j);
    row.set(at.overlap, shared);
    row.set(at['overlap-thread'], this.overlapWithThread(this.history.roots[j]!));
    if (this.nextWords.length) row.set(at['overlap-next'], overlap(this.nextWords, words, idf));
    row.flag(at['overlap-none'], mine.length > 0 && words.length > 0 && shared === 0);
  }
}
