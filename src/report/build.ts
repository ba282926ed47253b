import { ascending, rollups, sum } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import type { Lang } from '../lang/index.js';
import type { Names } from '../privacy/index.js';
import { type Entry, fold } from '../text/index.js';
import { nothingBefore } from './before.js';
import { explanationsOf } from './explanations.js';
import { lifeOf } from './life.js';
import type { Before, Report, Unseen } from './model.js';
import { reportTalks } from './talks.js';
import { reportTerms } from './terms.js';
import { sortThreads } from './threads.js';
import { todosOf } from './todo.js';
import { unansweredOf } from './unanswered.js';

/** Characters that a reader of Chinese takes in a minute, of a digest. */
const readingSpeed = 500;
const mostPeople = 10;
const privately = /私(?:聊|信|下|我)|加(?:你|我|个)?(?:微信|好友)|小窗/;

function countsOf(analysis: DayAnalysis, length: number): Report['counts'] {
  const originals = analysis.messages.filter((m) => m.duplicateOf === null);
  return {
    messages: originals.length,
    logged: analysis.messages.length,
    copies: analysis.messages.length - originals.length,
    claimed:
      analysis.header.lines !== null && analysis.header.lines !== analysis.messages.length
        ? analysis.header.lines
        : null,
    speakers: new Set(originals.map((m) => m.speaker).filter(Boolean)).size,
    first: originals[0]?.time.slice(0, 5) ?? '',
    last: originals.at(-1)?.time.slice(0, 5) ?? '',
    minutes: Math.max(1, Math.round(length / readingSpeed)),
  };
}

function unseenOf(analysis: DayAnalysis): Unseen {
  const originals = analysis.messages.filter((m) => m.duplicateOf === null);
  const having = (kind: string) =>
    originals.filter((m) => m.attachments.some((a) => a.kind === kind)).map((m) => m.n);
  const names = originals.flatMap((m) =>
    m.mentions.filter((x) => x.speaker === null && x.name !== '所有人').map((x) => x.name),
  );
  return {
    images: having('image'),
    files: having('file'),
    stickers: having('sticker'),
    quotes: having('quote'),
    redpackets: having('redpacket'),
    privately: originals.filter((m) => m.kind !== 'talk' && privately.test(m.text)).map((m) => m.n),
    unresolved: new Set(names).size,
  };
}

function peopleOf(analysis: DayAnalysis, names: Names): Report['people'] {
  const originals = analysis.messages.filter((m) => m.duplicateOf === null && m.speaker);
  return rollups(
    originals,
    (own) => own.length,
    (m) => m.speaker,
  )
    .sort(([a, x], [b, y]) => y - x || ascending(a, b))
    .slice(0, mostPeople)
    .map(([name, count]) => ({ name: names.show(name), count, share: count / originals.length }));
}

/** What a report is built with besides the analysis. */
export interface ReportOptions {
  lang: Lang;
  names: Names;
  /** Glossary entries, for the definitions of the day's terms. */
  entries: readonly Entry[];
  /** What earlier days have to say about this one. */
  before?: Before | undefined;
}

/** How many questions the day's report lists as unanswered; a list of days counts the same. */
export const countUnanswered = (analysis: DayAnalysis, names: Names): number =>
  unansweredOf(analysis, reportTalks(analysis, names), names).length;

/** Turns a day's analysis into what its readers get (日报), before any markup. */
export function buildReport(
  analysis: DayAnalysis,
  { lang, names, entries, before = nothingBefore }: ReportOptions,
): Report {
  const { worthReading, brief, folded } = sortThreads(analysis, names);
  const talks = reportTalks(analysis, names);
  const unanswered = unansweredOf(analysis, talks, names);
  const life = lifeOf(analysis, names);
  const terms = reportTerms(analysis, new Map(entries.map((entry) => [fold(entry.term), entry])));
  const shown = [
    ...worthReading.flatMap((t) => t.statements),
    ...unanswered,
    ...talks.flatMap((t) => [...t.points, ...t.qa.flatMap((q) => q.answers)]),
  ];
  return {
    lang,
    analysis,
    names,
    counts: countsOf(
      analysis,
      sum(shown, (s) => s.text.length),
    ),
    todo: todosOf(analysis, life.schedule, unanswered.length, names, lang),
    summary: [...new Set([...talks, ...worthReading].map((t) => t.title))].slice(0, 5),
    talks,
    threads: worthReading,
    brief,
    folded,
    unanswered,
    before,
    terms: { ...terms, defined: explanationsOf(analysis, names) },
    unseen: unseenOf(analysis),
    life,
    people: peopleOf(analysis, names),
  };
}
