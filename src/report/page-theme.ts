import { paletteOf } from '../charts/index.js';

const light = paletteOf('light');
const dark = paletteOf('dark');

/** The steps of a ramp, each with the ink that reads on it. */
const rampOf = ({ ramp }: typeof light): string =>
  ramp.map(({ fill, ink }, i) => `--step${i + 1}: ${fill}; --step${i + 1}-ink: ${ink};`).join(' ');

/**
 * Every pair of ink and paper here has 4.5:1 or more (WCAG 2.2, 1.4.3); the domain colours are for edges, and those that end in
 * `-ink` are theirs for words.
 */
const lightColors = `color-scheme: light;
--paper: #fbfaf7; --sheet: #ffffff; --shade: #f1efe9; --line: #dfdbd1; --ink: #1f2328; --muted: #5a626c;
--accent: #00609a; --warn: #a33b00; --good: #17694c; --doubt: #7a5400; --lit: #fff3c4;
--payments: ${light.domains.payments}; --work: ${light.domains.work}; --social: ${light.domains.social};
--payments-ink: #00609a; --work-ink: #a84a00; ${rampOf(light)}
--chart: ${light.background}; --if-light: block; --if-dark: none;`;

const darkColors = `color-scheme: dark;
--paper: #15181c; --sheet: #1c2025; --shade: #22272d; --line: #343b43; --ink: #e6e4de; --muted: #a3abb5;
--accent: #7cc1f0; --warn: #ff9f73; --good: #6fcfa8; --doubt: #e2b65c; --lit: #3b3412;
--payments: ${dark.domains.payments}; --work: ${dark.domains.work}; --social: ${dark.domains.social};
--payments-ink: ${dark.domains.payments}; --work-ink: ${dark.domains.work}; ${rampOf(dark)}
--chart: ${dark.background}; --if-light: none; --if-dark: block;`;

/** Colours of the page, by the system's wish or the reader's; paper is always light. */
export const themeStyle = `
:root { ${lightColors} }
@media screen and (prefers-color-scheme: dark) {
:root:not([data-theme=light]) { ${darkColors} }
}
@media screen {
:root[data-theme=dark] { ${darkColors} }
}
.on-light { display: var(--if-light); }
.on-dark { display: var(--if-dark); }
`;
