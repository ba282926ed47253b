/**
 * What neither XML 1.0 nor UTF-8 can hold, or what their readers change: control characters, line ends other than `\n`,
 * halves of surrogate pairs.
 */
const unholdable = /[\u0000-\u0008\u000b-\u001f\u0085\u2028\u2029\ufffe\uffff]|\p{Surrogate}/gu;
/** White space that people's tools fold into one space. */
const foldable = /[\t\n]|(?<= ) /g;

const escapeOf = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Text that a file gives back to the character: what it cannot hold is written `\u0001`, and such a text itself `\u005cu0001`. */
export const exact = (text: string): string =>
  text.replace(/\\(?=u[0-9a-f]{4})/g, '\\u005c').replace(unholdable, escapeOf);

/** The same for XML, whose tools indent and fold white space. */
export const exactFolded = (text: string): string => exact(text).replace(foldable, escapeOf);

/** The text that {@link exact} or {@link exactFolded} wrote. */
export const fromExact = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
