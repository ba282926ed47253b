import { ascending, group, sum } from 'd3-array';
import {
  byCount,
  hasDate,
  plusRecord,
  type SoughtTerm,
  soughtIn,
  type TermRecord,
  type TermUses,
} from '../corpus/index.js';
import { type Entry, fold, formsOf, type TermClass } from '../text/index.js';
import { joinSpellings, mistypedAmong, pairsIn } from './spellings.js';

/** What a decision was taken on, and what a new one would be. */
export interface Evidence {
  messages: number;
  days: number;
  people: number;
}

/** A term that no entry lists (候选词), with what speaks for it. */
export interface Candidate extends Evidence {
  term: string;
  /** Its other forms, the most frequent first. */
  aliases: string[];
  class: TermClass;
  threads: number;
  firstDay: string;
  lastDay: string;
  /** Share of its messages that its most frequent speaker wrote, 0 to 1. */
  oneVoice: number;
  /** Glossary terms that stand in the same threads, the most frequent first. */
  company: string[];
  /** Where it is explained: the first message of each explanation. */
  explained: string[];
  examples: TermRecord['examples'];
  score: number;
}

/** A rejected word is asked about again where it is used in so many times more messages, by so many times more people. */
const farStronger = { messages: 4, people: 2, least: 5 };
/** What an explanation in the group is worth: a term that one guest explains is news. */
const explainedWeighs = 1.5;
/** What one voice takes off: a word that one person repeats is a habit. */
const oneVoiceCosts = 0.7;
/**
 * How fast a word falls that stands in talk of the trade more seldom than terms in general do: everyday words, and those of
 * other trades, are at home elsewhere. With {@link plainWeighs} it leaves 5 everyday words of 10 among the first 50 candidates
 * of 540 days, and 16 of 26 among the first 100.
 */
const homeless = 3;
/** Threads of usual talk that a word is given before it is seen: of one in two threads less is known than of ten in twenty. */
const presumed = 2;
/** What is left to a word of none of the parts that words of the trade are built of (贵司, 细化), unless it names a company. */
const plainWeighs = 0.4;
const mostCompany = 5;

/** What words of the trade are like. */
interface Trade {
  /** Share of the threads with a term, of all terms, in which the trade is talked about: 0 where nothing is. */
  share: number;
  /** Parts that its words are built of, folded. */
  morphemes: ReadonlySet<string>;
}

/** How much a word is of the trade, 0 to 1: by where it stands, and by what it is built of. */
function tradeWeight(record: TermRecord, { share, morphemes }: Trade, term: string, of: TermClass): number {
  const here = (record.tradeThreads + presumed * share) / (record.threads + presumed);
  const home = share ? Math.min(1, here / share) ** homeless : 1;
  const isPlain =
    morphemes.size > 0 && of !== 'org' && /^\p{Script=Han}+$/u.test(term) && !hasPart(fold(term), morphemes);
  return home * (isPlain ? plainWeighs : 1);
}

function hasPart(word: string, parts: ReadonlySet<string>): boolean {
  for (let from = 0; from < word.length; from++)
    for (let to = from + 1; to <= word.length; to++) if (parts.has(word.slice(from, to))) return true;
  return false;
}

/**
 * How much is gained by an entry, from 0 upward: logarithms of messages, days and people, more where the group explains
 * it; what nobody explains weighs less where one voice says it all, and where it is hardly of the trade.
 */
function scoreOf(e: Evidence & { explained: number; oneVoice: number; trade: number }): number {
  const use = Math.log1p(e.messages) * Math.log1p(e.days) * Math.log1p(e.people);
  const doubt = e.explained ? explainedWeighs : (1 - oneVoiceCosts * e.oneVoice) * e.trade;
  return Math.round(100 * use * doubt) / 100;
}

/** The use of a term as evidence. */
export const evidenceOf = (record: TermRecord): Evidence => ({
  messages: record.messages,
  days: record.days.size,
  people: record.people.size,
});

/** What a record says of its term, but for its name, its class and what it is worth. */
function useOf(record: TermRecord): Omit<Candidate, 'term' | 'aliases' | 'class' | 'score'> {
  const all = [...record.days.keys()].sort((a, b) => ascending(dateIn(a), dateIn(b)));
  const dated = all.filter((day) => hasDate(dateIn(day)));
  const days = dated.length ? dated : all;
  const oneVoice = Math.max(0, ...record.people.values()) / Math.max(1, record.messages);
  return {
    ...evidenceOf(record),
    threads: record.threads,
    firstDay: days[0]!,
    lastDay: days.at(-1)!,
    oneVoice: Math.round(100 * oneVoice) / 100,
    company: byCount(record.company).slice(0, mostCompany),
    explained: [...record.explained],
    examples: record.examples,
  };
}

/** @param spellings what is known of one word, by its spellings, the most used first */
function candidateOf(spellings: readonly TermRecord[], trade: Trade): Candidate {
  const record = spellings.reduce(plusRecord);
  const { term } = soughtIn(spellings[0]!);
  const aliases = byCount(record.forms).filter((form) => form !== term);
  const of = byCount(record.classes)[0]!;
  const use = useOf(record);
  const score = scoreOf({
    ...use,
    explained: use.explained.length,
    trade: tradeWeight(record, trade, term, of),
  });
  return { ...use, term, aliases, class: of, score };
}

/** A candidate under the form that most days have and that is no typo of another; of equals under the name that it has. */
function named(
  { term, aliases }: Candidate,
  { forms }: TermRecord,
  listedPairs: ReadonlySet<string>,
): Pick<Candidate, 'term' | 'aliases'> {
  const typos = mistypedAmong([term, ...aliases], listedPairs);
  const isTypo = (form: string) => Number(typos.has(form));
  const daysOf = (form: string) => sum(forms, ([written, days]) => (fold(written) === fold(form) ? days : 0));
  const [name, ...others] = [term, ...aliases].sort((a, b) => isTypo(a) - isTypo(b) || daysOf(b) - daysOf(a));
  return { term: name!, aliases: others };
}

/**
 * Candidates with all their uses, where they are also written on days that discovered nothing of them, under the form that
 * is used most. What they are worth stays: where a day takes a word for a term tells more than where it is written.
 * @param uses of the candidates, by their folded names, wherever they are written
 * @param listed words that are known to be written right, folded
 */
export function withAllUses(
  candidates: readonly Candidate[],
  uses: TermUses,
  listed: Iterable<string> = [],
): Candidate[] {
  const listedPairs = pairsIn(listed);
  return candidates.map((candidate) => {
    const record = uses.get(fold(candidate.term));
    return record ? { ...candidate, ...named(candidate, record, listedPairs), ...useOf(record) } : candidate;
  });
}

const dateIn = (day: string) => day.slice(day.lastIndexOf('/') + 1) + day;

/**
 * The last evidence on which somebody decided about an entry; null where none was told. A word that was accepted and then
 * rejected was no candidate any more, so that its figures are those of its acceptance.
 */
function lastSeen(entry: Entry): Evidence | null {
  return entry.history?.findLast((d) => d.seen)?.seen ?? null;
}

/** Whether new evidence is far stronger than that on which a word was rejected. */
function isFarStronger(now: Evidence, then: Evidence | null): boolean {
  if (then === null) return false;
  return (
    now.messages >= Math.max(farStronger.least, farStronger.messages * then.messages) &&
    now.people >= farStronger.people * Math.max(1, then.people)
  );
}

type ByForm = ReadonlyMap<string, Entry>;

/** The entries that forms belong to: of those about which somebody decided for good, and of those that were put off. */
function entriesByForm(entries: readonly Entry[]): { decided: ByForm; putOff: ByForm } {
  const byForm = { decided: new Map<string, Entry>(), putOff: new Map<string, Entry>() };
  for (const entry of entries)
    for (const form of formsOf(entry))
      (entry.status === 'candidate' ? byForm.putOff : byForm.decided).set(form, entry);
  return byForm;
}

const entryOf = ({ term, aliases }: Pick<SoughtTerm, 'term' | 'aliases'>, byForm: ByForm) =>
  [term, ...aliases].map((form) => byForm.get(fold(form))).find(Boolean);

/** What is known of words before logs are read, folded. */
interface KnownWords {
  /** Parts that words of the trade are built of. */
  morphemes?: ReadonlySet<string>;
  /** Words that are written right. */
  listed?: Iterable<string>;
}

/**
 * Terms in use that no entry lists, the most useful first, and those that were rejected, as more may speak for them now. One
 * word in several spellings is one candidate, unless somebody decided about one of them alone.
 */
export function findCandidates(
  uses: TermUses,
  entries: readonly Entry[],
  { morphemes = new Set(), listed = [] }: KnownWords = {},
): Candidate[] {
  const records = [...uses.values()];
  const threads = sum(records, (r) => r.threads);
  const trade = { share: threads && sum(records, (r) => r.tradeThreads) / threads, morphemes };
  const { decided, putOff } = entriesByForm(entries);
  const isOpen = (record: TermRecord) =>
    (entryOf(soughtIn(record), decided)?.status ?? 'rejected') === 'rejected';
  const holderOf = (record: TermRecord) =>
    entryOf(soughtIn(record), decided) ?? entryOf(soughtIn(record), putOff);
  return [...group(records.filter(isOpen), holderOf).values()]
    .flatMap((alike) => joinSpellings(alike, listed))
    .map((spellings) => candidateOf(spellings, trade))
    .sort((a, b) => b.score - a.score || ascending(a.term, b.term));
}

/**
 * Those that are to be asked about. What was rejected is not asked again, unless the evidence has become far stronger;
 * what was put off (`candidate`) is, and comes last.
 */
export function openCandidates(candidates: readonly Candidate[], entries: readonly Entry[]): Candidate[] {
  const { decided, putOff } = entriesByForm(entries);
  const open = candidates.filter((candidate) => {
    const entry = entryOf(candidate, decided);
    return !entry || isFarStronger(candidate, lastSeen(entry));
  });
  const waits = (candidate: Candidate) => Number(entryOf(candidate, putOff) !== undefined);
  return open.sort((a, b) => waits(a) - waits(b)); // a stable sort
}
