/** What stands before the log: head, sections, statements, threads, terms, charts. */
export const digestStyle = `
.masthead { border-top: 4px double var(--ink); padding-top: .9rem; }
.kicker { font-size: .84rem; letter-spacing: .12em; color: var(--muted); }
h1 { font-size: 2.1rem; line-height: 1.3; font-weight: 700; }
h1 time { white-space: nowrap; }
.facts, .count, .source, .detail { font-size: .84rem; color: var(--muted); }
.count { font-weight: 400; font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.brief { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: baseline; margin-top: .7rem; font-size: .84rem; }
.brief details { flex: 1 1 12rem; min-width: 0; }
.brief details[open] { flex-basis: 100%; }
.brief summary { color: var(--muted); }
pre { font: inherit; line-height: 1.7; white-space: pre-wrap; margin: .5rem 0; padding: .8rem 1rem; background: var(--sheet); border: 1px solid var(--line); }
main > section { margin-top: 2.8rem; }
h2 { font-size: 1.4rem; line-height: 1.4; font-weight: 700; padding-bottom: .35rem; margin-bottom: .9rem; border-bottom: 1px solid var(--ink); }
h2 small { font-size: .84rem; font-weight: 400; color: var(--muted); display: block; letter-spacing: .12em; }
h3 { font-size: 1rem; line-height: 1.5; margin: 1.5rem 0 .4rem; }
h4 { font-size: .84rem; font-weight: 600; color: var(--muted); margin-bottom: .3rem; }
#todo { margin-top: 1.6rem; padding: 1rem 1.3rem 1.1rem; background: var(--sheet); border: 1px solid var(--line); border-left: 4px solid var(--accent); }
#todo h2 { border: 0; padding: 0; margin-bottom: .4rem; }
ol.todo { counter-reset: todo; }
ol.todo > li { counter-increment: todo; position: relative; padding: .22rem 0 .22rem 1.9rem; }
ol.todo > li::before { content: counter(todo); position: absolute; left: 0; width: 1.3rem; text-align: right; font-weight: 700; color: var(--accent); }
.lead { font-size: 1.12rem; line-height: 1.8; }
.lead a { color: inherit; }
.cite { font-size: .84rem; white-space: normal; }
.cite a { white-space: nowrap; }
.said { margin-right: .3em; }
.by { display: inline-block; max-width: 100%; font-size: .84rem; color: var(--muted); }
.old { display: block; margin: .15rem 0 0 .8rem; font-size: .88rem; color: var(--muted); }
.by .cite { margin-left: .15rem; }
.badge { display: inline-block; font-size: .75rem; line-height: 1.5; padding: 0 .4em; margin-right: .35em; border: 1px solid currentcolor; border-radius: 3px; color: var(--muted); white-space: nowrap; font-weight: 400; letter-spacing: 0; }
.badge.member { border: 0; padding: 0; font-size: inherit; }
.badge.guest { color: var(--accent); }
.badge.sourced { color: var(--good); }
.badge.unverified { color: var(--doubt); }
.badge.rumour, .badge.dispute, .badge.inner { color: var(--warn); }
.mark { display: inline-block; min-width: 1.6em; margin-right: .5em; font-size: .84rem; font-weight: 600; color: var(--muted); }
ul.says { margin: .5rem 0; }
ul.says > li { padding: .3rem 0 .3rem .9rem; border-left: 2px solid var(--line); }
ul.open > li { border-left-style: dotted; border-color: var(--muted); }
.open .mark, .articles .mark { color: var(--doubt); }
.qa { margin: .6rem 0; }
.qa dt, .qa dd { padding-left: 2.1em; position: relative; }
.qa dt { font-weight: 600; }
.qa dt .by { font-weight: 400; }
.qa dd { margin: .15rem 0; }
.qa .mark { position: absolute; left: 0; top: .1rem; }
.qa dt .mark { color: var(--accent); }
.qa .rest { color: var(--muted); font-size: .84rem; }
details.more > summary { color: var(--accent); font-size: .84rem; }
.outline { font-size: .94rem; }
.outline li { padding-left: 1.2rem; }
.outline li.level3 { padding-left: 2.6rem; }
.outline .chapter, .outline summary { font-weight: 600; }
.outline .chapter { padding-left: 1.1rem; }
.thread { margin: 1.4rem 0; padding: .2rem 0 .2rem 1.1rem; border-left: 4px solid var(--line); }
.thread.payments { border-color: var(--payments); } .thread.work { border-color: var(--work); } .thread.social { border-color: var(--social); }
.thread h3 { font-size: 1.14rem; margin: 0; }
.thread .letter { color: var(--muted); margin-right: .15em; }
.ribbon { display: block; width: 100%; height: 9px; margin: .35rem 0 .7rem; background: linear-gradient(90deg, var(--line) 1px, transparent 1px) 0 / 25% 100% var(--shade); }
.ribbon path { stroke: var(--payments); stroke-width: 1.5px; vector-effect: non-scaling-stroke; fill: none; }
.work .ribbon path { stroke: var(--work); } .social .ribbon path { stroke: var(--social); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .8rem; margin: .6rem 0; font-weight: 400; }
.side { background: var(--sheet); border: 1px solid var(--line); border-top: 3px solid var(--warn); padding: .6rem .9rem; }
.side ul.says > li { border: 0; padding: 0; margin: 0 0 .5rem; }
.qa dd:has(> .sides) { padding-left: 0; }
ul.plain > li { padding: .12rem 0; }
ul.columns { columns: 19rem; column-gap: 2rem; }
ul.columns > li { break-inside: avoid; }
.terms { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.4rem, 1fr)); gap: .4rem; align-items: start; }
.term { background: var(--sheet); border: 1px solid var(--line); border-radius: 4px; }
.term summary { padding: .25rem .7rem; }
.term summary b { font-weight: 600; }
.term > div { padding: 0 .9rem .7rem; font-size: .94rem; }
.term[open] { grid-column: 1 / -1; }
.term:target { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.source::before { content: "（"; } .source::after { content: "）"; }
:root:lang(en) .source::before { content: "("; } :root:lang(en) .source::after { content: ")"; }
:root .source:has(.badge)::before, :root .source:has(.badge)::after { content: none; }
#folded { margin: .6rem 0; }
.people li { display: grid; grid-template-columns: minmax(0, 15rem) 1fr 2.5rem; gap: .8rem; align-items: center; padding: .1rem 0; }
.people a { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; color: inherit; }
.people .bar i { display: block; height: .6rem; background: var(--payments); opacity: .75; border-radius: 1px; }
.people .count { text-align: right; }
.record p { margin: .7rem 0; }
.record .facts { margin: 0; }
.record h4 { font-size: 1rem; color: inherit; margin: 1.1rem 0 .3rem; }
.record .follow { padding-left: 2.1em; }
.record .follow > .qa { margin: .2rem 0; }
figure { position: relative; margin: 1.2rem 0; padding: .6rem; background: var(--chart); border: 1px solid var(--line); overflow-x: auto; }
figure svg { display: block; max-width: 100%; height: auto; }
@media not screen { .narrow { display: none; } }
@media screen and (min-width: 46.01rem) { .narrow { display: none; } }
@media screen and (max-width: 46rem) {
h1 { font-size: 1.65rem; }
#todo { padding: .8rem 1rem; }
.thread { padding-left: .8rem; }
.wide { display: none; }
figure { padding: 0; }
.people li { grid-template-columns: minmax(0, 11rem) 1fr 2.2rem; }
}
`;
