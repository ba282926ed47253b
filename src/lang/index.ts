import { en } from './en.js';
import type { Words } from './words.js';
import { zh } from './zh.js';

export { faultKind } from './faults.js';
export type { Words } from './words.js';

export const langs = ['zh', 'en'] as const;
export type Lang = (typeof langs)[number];

const spoken: Record<Lang, Words> = { zh, en };

/** The words of a language. */
export const words = (lang: Lang): Words => spoken[lang];
