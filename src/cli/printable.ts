/** A text without what a terminal obeys, for one line or more: chat text and what people write in files may hold it. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ');

/** The name of a file in one line, from which it can be told: what cannot be seen in it stands there as in JSON, `\n`, `\u001b`. */
export const printableName = (name: string): string =>
  name.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, (hidden) =>
    hidden === '\n' ? '\\n' : `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
