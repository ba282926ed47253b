import { foldPairs } from '../text/index.js';

/**
 * The browser's {@link fold} as a script, `huati.fold(text)`: the index is made with the one, what is typed is folded by the
 * other. A table of some 20 kB stands in for the library.
 */
export const foldingScript = (): string => `
(() => {
'use strict';
const pairs = ${JSON.stringify(foldPairs()).replace(/[\u007f-\u00a0\u2000-\u206f\u3000]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)};
const table = new Map();
for (let at = 0; at < pairs.length; at += 2) table.set(pairs[at], pairs[at + 1]);
const unit = (c) => table.get(c) ?? (c >= 'A' && c <= 'Z' ? c.toLowerCase() : c);
window.huati.fold = (text) => { let folded = ''; for (let i = 0; i < text.length; i++) folded += unit(text[i]); return folded; };
})();
`;
