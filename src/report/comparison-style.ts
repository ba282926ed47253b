/** Style of a comparison: columns of equal width, on a phone too. Nothing in it comes from a log. */
export const comparisonStyle = `
.page.comparison { grid-template-columns: 11rem minmax(0, 62rem); }
.comparison h1 small { font-weight: 400; font-size: .6em; color: var(--muted); }
.comparison .s0 { color: var(--payments-ink); }
.comparison .s1 { color: var(--work-ink); }
.comparison figure { margin: 1.5rem 0; }
.comparison section { margin-top: 2.5rem; }
.beside { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: .9rem; line-height: 1.6; }
.beside th, .beside td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); }
.beside th[scope=row] { font-weight: 600; }
.beside tr > :first-child { width: 24%; }
.beside.words th:nth-child(4) { width: 17%; }
.beside.words th:nth-child(5) { width: 3.2rem; }
.comparison small { color: var(--muted); }
.comparison i.topic { display: inline-block; width: .7em; height: .7em; margin-right: .35em; border-radius: 2px; print-color-adjust: exact; }
.comparison .none { color: var(--muted); }
.comparison .how { color: var(--muted); font-size: .85rem; margin: .4rem 0 .8rem; }
.comparison ul.plain > li, .comparison ol.plain > li { padding: .2rem 0; }
.comparison .sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.5rem; font-size: .9rem; }
.passages { padding: .6rem .8rem; margin: .6rem 0; border-left: 2px solid var(--line); }
.passages:target { background: var(--lit); border-color: var(--accent); }
.chart a { cursor: pointer; }
.chart a:focus-visible { outline: 2px solid var(--accent); }
@media screen and (max-width: 62rem) { .page.comparison { max-width: 62rem; } }
@media screen and (max-width: 40rem) {
.beside, .comparison .sides { font-size: .78rem; }
.beside tr > :first-child { width: 22%; }
.beside.words th:nth-child(5), .beside.words td:nth-child(5) { display: none; }
.comparison .sides { gap: 0 .8rem; }
}
`;
