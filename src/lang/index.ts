import { en } from './en.js';
import { zh } from './zh.js';

export const langs = ['zh', 'en'] as const;
export type Lang = (typeof langs)[number];

type Spoken<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Spoken<T[K]>;
};

/** What huati says, by key; both languages have every key. */
export type Words = Spoken<typeof zh>;

const spoken: Record<Lang, Words> = { zh, en };

/** The words of a language. */
export const words = (lang: Lang): Words => spoken[lang];
