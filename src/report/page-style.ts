import { digestStyle } from './page-style-digest.js';
import { logStyle } from './page-style-log.js';
import { themeStyle } from './page-theme.js';

/** The frame of the page: type, columns, contents. */
const frameStyle = `
*, ::before, ::after { box-sizing: border-box; }
[hidden], .js { display: none !important; }
@media screen { .scripted .js:not([hidden]) { display: revert !important; } }
html { font: 17px/1.75 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", system-ui, sans-serif;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); line-break: strict; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
h1, h2, .letter, ol.todo > li::before { font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "Microsoft YaHei", serif; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--accent); text-decoration: none; }
main :is(p, dd, .cite) a { text-decoration: underline 1px color-mix(in srgb, currentColor 40%, transparent); text-underline-offset: .2em; }
a:hover, main :is(p, dd, .cite) a:hover { text-decoration: underline 1px currentColor; text-underline-offset: .2em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
button, input, select { font: inherit; font-size: 16px; line-height: 1.5; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-radius: 4px; padding: .15rem .6rem; max-width: 100%; }
button { cursor: pointer; }
button:hover { border-color: var(--muted); }
summary { cursor: pointer; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: .5rem; top: .5rem; z-index: 9; background: var(--sheet); padding: .5rem 1rem; }
.page { display: grid; grid-template-columns: 14.5rem minmax(0, 46rem); gap: 0 3.5rem; justify-content: center; padding: 0 2rem; }
main { grid-column: 2; min-width: 0; padding: 2.5rem 0 6rem; }
.contents { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 3rem 0 2rem; font-size: .84rem; line-height: 1.5; }
.contents a { display: block; padding: .28rem .7rem; color: var(--muted); border-left: 2px solid var(--line); }
.contents a:hover { color: var(--ink); text-decoration: none; }
.contents a[aria-current] { color: var(--accent); border-color: var(--accent); }
.contents ol ol a { padding-left: 1.4rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.contents b { font-weight: 600; margin-right: .2rem; }
#theme { margin: 1.2rem 0 0; font-size: .8rem; color: var(--muted); }
#back { position: fixed; right: 1.2rem; bottom: 1.2rem; z-index: 5; padding: .4rem 1rem; border-radius: 2rem; color: var(--accent); box-shadow: 0 2px 10px rgb(0 0 0 / .18); }
`;

const phoneStyle = `
@media screen and (max-width: 62rem) {
html { scroll-padding-top: 3.4rem; }
.page { display: block; padding: 0 1rem; max-width: 48rem; margin: 0 auto; }
.contents { z-index: 4; margin: 0 -1rem; padding: 0 .4rem 0 0; display: flex; align-items: center; overflow-x: auto; overflow-y: hidden; scrollbar-width: none;
  background: var(--paper); border-bottom: 1px solid var(--line); }
.contents > ol { display: flex; padding: 0 .4rem; }
.contents ol ol, .contents .deep { display: none; }
.contents a { white-space: nowrap; padding: .65rem .6rem .5rem; border: 0; border-bottom: 2px solid transparent; }
#theme { order: 9; margin: 0 .4rem; white-space: nowrap; flex: none; }
main { padding-top: 1.2rem; }
}
@media screen and (max-width: 40rem) {
html { font-size: 16px; }
}
`;

const printStyle = `
@media print {
html { font-size: 10.5pt; line-height: 1.5; }
.contents, .skip, .brief, #back, .filters, label.print, .narrow, .go { display: none !important; }
.page { display: block; padding: 0; }
main { padding: 0; }
section, .thread { break-inside: auto; }
h2, h3, dt { break-after: avoid; }
figure, .m { break-inside: avoid; }
a { color: inherit; }
section#log:not(:has(#print-log:checked)) { display: none; }
.hour { content-visibility: visible; }
}
`;

/** All style of a day's page. Nothing in it comes from a log. */
export const pageStyle = [themeStyle, frameStyle, digestStyle, logStyle, phoneStyle, printStyle].join('');
