/** Style of a glossary's page, besides that of a day's. Nothing in it comes from an entry. */
export const glossaryStyle = `
.glossary .contents > ol { display: grid; grid-template-columns: repeat(4, 1fr); }
.glossary .contents a { border-left: 0; text-align: center; font-size: 1rem; }
.glossary .contents li[hidden] { display: revert !important; visibility: hidden; }
.glossary .filters { position: sticky; top: 0; z-index: 3; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0 0 1rem; padding: .6rem 0; background: var(--paper); border-bottom: 1px solid var(--line); }
.glossary .wide-field { flex: 1 1 14rem; }
.glossary #filter { width: 100%; padding: .35rem .7rem; }
.glossary #shown { color: var(--muted); font-size: .85rem; min-width: 5rem; }
.glossary section h2 { margin: 1.6rem 0 .4rem; padding: 0; border: 0; font-size: 1.4rem; color: var(--accent); }
.entry { padding: .7rem .2rem .8rem; border-top: 1px solid var(--line); scroll-margin-top: 4.5rem; }
.letter-section { scroll-margin-top: 4.5rem; content-visibility: auto; contain-intrinsic-size: auto calc(var(--n) * 10rem); }
.entry:target { background: var(--lit); box-shadow: -.6rem 0 0 var(--lit), .6rem 0 0 var(--lit); }
.entry h3 { font-size: 1.1rem; line-height: 1.6; }
.entry .english { font-weight: 400; color: var(--muted); font-size: .95rem; margin-right: .3rem; }
.entry .source { color: var(--muted); font-size: .9rem; }
.entry dl { margin-top: .25rem; font-size: .9rem; }
.entry dl > div { display: flex; gap: .8rem; }
.entry dt { flex: none; min-width: 4.5em; color: var(--muted); }
.entry dd { padding: 0; min-width: 0; }
@media screen and (max-width: 62rem) {
.glossary .contents { position: static; }
.glossary .contents > ol { display: flex; flex-wrap: wrap; }
.glossary .contents { overflow: visible; flex-wrap: wrap; }
.glossary .contents a { padding: .3rem .6rem; }
}
@media screen and (max-width: 40rem) { .letter-section { contain-intrinsic-size: auto calc(var(--n) * 13.5rem); } }
@media print { .entry { break-inside: avoid; } .letter-section { content-visibility: visible; } }
`;
