import { paletteOf } from '../charts/index.js';

const light = paletteOf('light').domains;
const dark = paletteOf('dark').domains;

/** Every pair of ink and paper here has 4.5:1 or more (WCAG 2.2, 1.4.3); the domain colours are edges, `-ink` is for words. */
const lightColors = `color-scheme: light;
--paper: #fbfaf7; --sheet: #ffffff; --shade: #f1efe9; --line: #dfdbd1; --ink: #1f2328; --muted: #5a626c;
--accent: #00609a; --warn: #a33b00; --good: #17694c; --doubt: #7a5400; --lit: #fff3c4;
--payments: ${light.payments}; --work: ${light.work}; --social: ${light.social};`;

const darkColors = `color-scheme: dark;
--paper: #15181c; --sheet: #1c2025; --shade: #22272d; --line: #343b43; --ink: #e6e4de; --muted: #a3abb5;
--accent: #7cc1f0; --warn: #ff9f73; --good: #6fcfa8; --doubt: #e2b65c; --lit: #4a4015;
--payments: ${dark.payments}; --work: ${dark.work}; --social: ${dark.social};`;

/** What holds when the page is dark, under the selector that says that it is. */
const whenDark = (root: string) => `${root} { ${darkColors} }
${root} .on-light { display: none; }
${root} .on-dark { display: block; }`;

/** Colours of the page, by the system's wish or the reader's; paper is always light. */
export const themeStyle = `
:root { ${lightColors} }
.on-dark { display: none; }
@media screen and (prefers-color-scheme: dark) {
${whenDark(':root:not([data-theme=light])')}
}
@media screen {
${whenDark(':root[data-theme=dark]')}
}
`;
