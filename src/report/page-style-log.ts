/**
 * The log. Hours out of sight are not laid out (`content-visibility`), so that ten thousand messages open as fast as a
 * hundred. Not single messages: then Chromium lands hundreds of pixels beside the one that a link names.
 */
export const logStyle = `
#log { scroll-margin-top: 0; }
label.print { display: inline-block; font-size: .84rem; color: var(--muted); }
label.print input { vertical-align: -.1em; }
@media screen { .scripted .filters.js { display: flex !important; } }
.scripted .filters.js { position: sticky; top: 0; z-index: 3; flex-wrap: wrap; gap: .4rem .7rem; align-items: center; padding: .5rem 0; background: var(--paper); border-bottom: 1px solid var(--line); font-size: .84rem; }
#filter { flex: 1 1 10rem; min-width: 0; }
#thread { flex: 1 1 7rem; min-width: 0; width: 7rem; }
.domains label { display: inline-block; margin-right: .5rem; white-space: nowrap; border-bottom: 3px solid var(--line); }
.domains .payments { border-color: var(--payments); } .domains .work { border-color: var(--work); } .domains .social { border-color: var(--social); }
.domains input { accent-color: var(--accent); vertical-align: -.1em; }
#shown { color: var(--muted); white-space: nowrap; }
.hour { content-visibility: auto; contain-intrinsic-size: auto calc(var(--n) * 3.9rem); }
.hour > h3 { font-size: .84rem; color: var(--muted); margin: 1.4rem 0 .3rem; border-bottom: 1px solid var(--line); }
.m { display: grid; grid-template-columns: 2.9rem 4.4rem minmax(0, 1fr); column-gap: .6rem; align-items: baseline; padding: .25rem .5rem .3rem 0; border-left: 4px solid var(--line); scroll-margin-top: 4.2rem; }
.m.payments { border-left-color: var(--payments); } .m.work { border-left-color: var(--work); } .m.social { border-left-color: var(--social); }
.m .n { font-size: .75rem; text-align: right; color: var(--muted); }
.m time { font-size: .8rem; color: var(--muted); }
.h { display: flex; flex-wrap: wrap; gap: 0 .6rem; align-items: baseline; font-size: .84rem; min-width: 0; }
.who { font-weight: 600; color: var(--muted); }
.kind { font-size: .72rem; line-height: 1.45; padding: 0 .35em; border: 1px solid var(--line); border-radius: 3px; color: var(--muted); text-decoration: none; cursor: help; }
.kind.question { color: var(--accent); border-color: currentcolor; } .kind.notice { color: var(--warn); border-color: currentcolor; } .kind.talk { color: var(--good); border-color: currentcolor; }
.up { font-size: .8rem; color: var(--muted); }
.of { margin-left: auto; max-width: 16rem; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font-size: .78rem; }
.of:not(.told) { color: var(--muted); }
.m > .x, .m > details { grid-column: 3; }
.x { white-space: pre-wrap; }
.at { color: var(--muted); }
.t { color: inherit; border-bottom: 1px dotted var(--muted); }
.out { border-bottom: 1px solid var(--line); }
.lost { color: var(--muted); font-size: .9rem; }
.picture img { display: block; max-width: 100%; max-height: 24rem; border: 1px solid var(--line); }
.copy { color: var(--muted); grid-template-columns: 2.9rem 4.4rem minmax(0, auto) minmax(0, 1fr); }
.m.copy > details { grid-column: 4; }
.copy details { font-size: .84rem; color: var(--muted); }
.m:target, .m.cited { background: var(--lit); }
.m:target { box-shadow: inset 0 0 0 1px var(--accent); }
@media screen and (max-width: 62rem) {
.scripted .filters.js { top: 2.75rem; }
.m { scroll-margin-top: 3.6rem; }
}
@media screen and (max-width: 40rem) {
.m { scroll-margin-top: .5rem; grid-template-columns: 2.6rem minmax(0, 1fr) auto; padding-left: .2rem; }
.m > .h { grid-column: 2; grid-row: 1; } .m > time { grid-column: 3; grid-row: 1; font-size: .72rem; }
.m > .x, .m > details { grid-column: 2 / -1; }
.m.copy > details { grid-column: 2 / -1; }
.of { margin-left: 0; max-width: 100%; }
.scripted .filters.js { position: static; gap: .3rem .5rem; }
#filter { flex-basis: 100%; } #thread { flex: 1 1 5rem; }
.domains label { margin-right: .35rem; }
}
`;
