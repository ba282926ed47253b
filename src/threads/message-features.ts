import { cueNames } from './cues.js';
import { type MessageKind, messageKinds } from './form.js';
import { placesOf, type Row } from './row.js';
import type { Scene } from './scene.js';
import { sharedWeight } from './shared-words.js';

/** Evidence in a message alone, and in what stands right before and after it: for starting a thread, and for being replied to. */
export const messageFeatures = [
  ...messageKinds.map((kind) => `is-${kind}` as const),
  ...cueNames.map((cue) => `cue-${cue}` as const),
  'length',
  'words',
  'no-words',
  'calls',
  'calls-unknown',
  'names',
  'quotes',
  'speaker-before-same',
  'speaker-after-same',
  'gap-before',
  'gap-before-paced',
  'gap-before-long',
  'gap-after',
  'first-of-speaker',
  'own-age',
  'guest',
  'pace',
  'early',
  'called-before',
  'called-after',
  'words-before',
  'words-after',
  'words-new',
  'passage',
  'signin-anchored',
] as const;

const at = placesOf(messageFeatures);
const formAt = Object.fromEntries(messageKinds.map((kind) => [kind, at[`is-${kind}`]])) as Record<
  MessageKind,
  number
>;
const firstCue = at[`cue-${cueNames[0]}`];

/** So many messages before and after are searched for a message's words. */
const before = 20;
const after = 8;
const soon = 8;
const longGap = 600;

/** Logarithms are looked up: they are taken a dozen times for each pair. */
const logs = Float64Array.from({ length: 16_384 }, (_, x) => Math.log2(1 + x));
/** log2(1 + x) for whole numbers, however they are held: an index that is no small integer would undo compiled code. */
export const log2of = (x: number): number => (x <= 0 ? 0 : x < logs.length ? logs[x | 0]! : Math.log2(1 + x));

/** Logarithm of seconds, 1 for a quarter of an hour. */
export const logTime = (seconds: number): number => log2of(seconds) / 10;

/** Overlap of two sorted word lists by inverse document frequency, saturating at 1. */
export function overlap(a: readonly number[], b: readonly number[], idf: Float64Array): number {
  const sum = sharedWeight(a, b, idf);
  return sum && sum / (sum + 1);
}

/** Fills a row with what is known of message `i` itself. */
export function messageRow(row: Row, i: number, scene: Scene): void {
  const { utterances, who, previousOwn, idf } = scene;
  const u = utterances[i]!;
  row.clear();
  row.set(formAt[u.form], 1);
  for (let k = 0, bits = scene.cues[i]!; bits; k++, bits >>= 1) if (bits & 1) row.set(firstCue + k, 1);
  row.set(at.length, log2of(u.length) / 6);
  row.set(at.words, log2of(u.words.length) / 3);
  row.flag(at['no-words'], u.words.length === 0);
  row.flag(at.calls, u.to.length > 0);
  row.flag(at['calls-unknown'], u.toUnknown);
  row.flag(at.names, scene.names[i]!.length > 0);
  row.flag(at.quotes, u.quotes !== null);
  if (i > 0) {
    const gap = u.second - utterances[i - 1]!.second;
    row.flag(at['speaker-before-same'], who[i - 1] === who[i]);
    row.set(at['gap-before'], logTime(gap));
    row.set(at['gap-before-paced'], logTime(gap) - scene.pace[i]! / 10);
    row.flag(at['gap-before-long'], gap > longGap);
  }
  if (i + 1 < utterances.length) {
    row.flag(at['speaker-after-same'], who[i + 1] === who[i]);
    row.set(at['gap-after'], logTime(utterances[i + 1]!.second - u.second));
  }
  const own = previousOwn[i]!;
  row.flag(at['first-of-speaker'], own < 0);
  if (own >= 0) row.set(at['own-age'], logTime(u.second - utterances[own]!.second));
  row.flag(at.guest, scene.isGuest[who[i]!] === 1);
  row.set(at.pace, scene.pace[i]! / 10);
  row.flag(at.early, i < 3);
  row.flag(at.passage, scene.passageBefore[i]! >= 0);
  row.flag(at['signin-anchored'], scene.anchor[i]! >= 0);
  aroundRow(row, i, scene, idf);
}

/** What stands before and after: who calls the speaker, whose words are taken up. */
function aroundRow(row: Row, i: number, scene: Scene, idf: Float64Array): void {
  const { utterances, who, calls, previousOwn } = scene;
  const me = who[i]!;
  const { words } = utterances[i]!;
  const [own, count] = [previousOwn[i]!, utterances.length];
  let called = false;
  for (let j = i - 1; j > own && j >= i - before && !called; j--) called = calls[j]!.includes(me);
  row.flag(at['called-before'], called);
  called = false;
  for (let j = i + 1; j < count && j <= i + soon && !called; j++) called = calls[j]!.includes(me);
  row.flag(at['called-after'], called);
  if (!words.length) return;
  let [past, future] = [0, 0];
  for (let j = i - 1; j >= 0 && j >= i - before; j--)
    past = Math.max(past, overlap(words, utterances[j]!.words, idf));
  for (let j = i + 1; j < count && j <= i + after; j++)
    future = Math.max(future, overlap(words, utterances[j]!.words, idf));
  row.set(at['words-before'], past);
  row.set(at['words-after'], future);
  row.flag(at['words-new'], past === 0 && future > 0);
}
