/**
 * What parts forms in a cell, whichever of it people type; the program itself writes `、`. A space parts words of Chinese, which
 * has none of its own, and not `Apple Pay`.
 */
const parting = '[、,，;；|｜\\r\\n]|(?<=\\p{Script=Han})[ \\t\\u3000]+(?=\\p{Script=Han})';
const kept = new RegExp(`\\\\|${parting}`, 'gu');
const form = new RegExp(`(?:\\\\.|(?!${parting})[^\\\\]|\\\\$)+`, 'gsu');

/** Several forms in one cell: `甲、乙`; what would part a form, and a `\` of its own, has a `\` before it. */
export const joinForms = (forms: readonly string[] = []): string =>
  forms.map((f) => f.replace(kept, '\\$&')).join('、');

/** The forms of a cell that {@link joinForms} wrote, or people did. */
export const splitForms = (cell: string): string[] =>
  (cell.match(form) ?? [])
    .map((f) => f.replace(/\\([\\、,，;；|｜\r\n \t\u3000])/g, '$1').trim())
    .filter(Boolean);
