import type { zh } from './zh.js';

type Spoken<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Spoken<T[K]>;
};

/** What huati says, by key; both languages have every key. */
export type Words = Spoken<typeof zh>;
