/** A text without what a terminal obeys, for one line or more: names of files and chat text may hold it. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' ');
