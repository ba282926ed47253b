import { setFlagsFromString } from 'node:v8';

/**
 * How V8 is to work in a run over hundreds of days: both cores have a process of their own, so that helping threads and
 * eager compiling only take time from it (docs/speed.md).
 * - What is young and garbage is collected by the thread that made it.
 * - What is old is looked through whenever it has grown by a share of itself: left alone, V8 waits until it is four times
 *   as large. Each time takes some fifty milliseconds, and throws compiled functions away that nothing holds at the moment.
 * - Functions are compiled after more use: each process compiles the whole program anew. (That they take less of what they
 *   call into themselves is said as a process starts, in bin/program.mjs.)
 * - `map`, `filter` and their like stay calls: taken into a function, they give arrays of another kind than when they are
 *   called, and whoever reads both is compiled over and over.
 */
const longRun = ['--no-parallel-scavenge', '--interrupt-budget=400000', '--no-turbo-inline-array-builtins'];

/** What can only be said when a process starts: no threads for garbage, and a young generation of three times 32 MB. */
export const workerFlags = ['--single-threaded-gc', '--max-semi-space-size=32'];

/** By how many percent what is old may grow: less where so many logs are known that they are most of it. */
const [growth, growthOfMany, manyDays] = [120, 60, 2000];

/** Readies this process for a long run, in which so many days are to be analysed or known. */
export function prepareForLongRun(days: number): void {
  for (const flag of longRun) setFlagsFromString(flag);
  setFlagsFromString(`--heap-growing-percent=${days > manyDays ? growthOfMany : growth}`);
}
