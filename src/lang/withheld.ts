import { langs, words } from './index.js';

const lines: ReadonlySet<string> = new Set(
  langs.flatMap((lang) => {
    const { withheld, closedTalk, closedNotice } = words(lang).privacy;
    return [withheld, closedTalk, closedNotice];
  }),
);

/** Whether a text is what the public edition puts in the place of a message that stays inside: it tells nothing. */
export const isWithheldText = (text: string): boolean => lines.has(text);
