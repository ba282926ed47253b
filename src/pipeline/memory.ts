import { setFlagsFromString } from 'node:v8';

/**
 * By how much of what lives the heap may grow before all of it is collected, in percent. V8 lets it grow to several times
 * that; what lives of a run is small and stays, so that a process holds a fifth less for a few percent of time.
 */
const growth = 50;

/** Has the process keep its memory small from now on; for processes that are the program's own. */
export const growSlowly = (): void => setFlagsFromString(`--heap-growing-percent=${growth}`);
