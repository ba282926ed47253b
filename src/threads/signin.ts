import type { Utterance } from './utterance.js';

/**
 * Where each sign-in (签到) belongs, by index: to the last notice before it, which calls for it or announces the talk, else to
 * the first sign-in; -1 for the first sign-in that nothing calls for, and for what is no sign-in.
 */
export function anchorsOf(utterances: readonly Utterance[]): Int32Array {
  let [first, notice] = [-1, -1];
  return Int32Array.from(utterances, (u, i) => {
    if (u.form === 'notice') notice = i;
    if (u.form !== 'signin') return -1;
    if (first < 0) first = i;
    return notice >= 0 ? notice : first === i ? -1 : first;
  });
}
