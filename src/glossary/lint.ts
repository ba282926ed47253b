import { group } from 'd3-array';
import { fold, formsOf, isRemembered, Lexicon, type Segmenter, tokenize } from '../text/index.js';
import type { DoubtSources } from './doubt.js';
import { Hierarchy } from './hierarchy.js';
import { doubtfulForms, namingForms } from './lint-doubts.js';
import { type FactSources, factProblems } from './lint-facts.js';
import { type LintProblem, type LintRule, type LocatedEntry, problem, problemWith } from './lint-problem.js';
import { covered, type Replaced, standsIn } from './stands-in.js';

const relations = ['confused', 'related', 'broader', 'narrower'] as const;

/** Entries that stand: what was rejected or put off is kept only to be remembered. */
const isLive = ({ entry }: LocatedEntry) => !isRemembered(entry);

/** The entries of a glossary by what they are looked up by. */
class Index {
  readonly byTerm: ReadonlyMap<string, LocatedEntry[]>;
  readonly byAlias: ReadonlyMap<string, LocatedEntry[]>;
  readonly hierarchy: Hierarchy;
  /** Entries that only remember what was decided about their term. */
  readonly remembered: ReadonlyMap<string, LocatedEntry>;

  constructor(all: readonly LocatedEntry[]) {
    const entries = all.filter(isLive);
    this.remembered = new Map(all.filter((e) => !isLive(e)).map((e) => [fold(e.entry.term), e]));
    this.byTerm = group(entries, ({ entry }) => fold(entry.term));
    const aliases = entries.flatMap((e) => e.entry.aliases.map((alias) => [fold(alias), e] as const));
    this.byAlias = new Map(
      [...group(aliases, ([alias]) => alias)].map(([alias, pairs]) => [alias, pairs.map(([, e]) => e)]),
    );
    this.hierarchy = new Hierarchy(entries.map(({ entry }) => entry));
  }
}

/** A form that another entry has too, with where that stands. */
const clash = (located: LocatedEntry, rule: LintRule, form: string, other: LocatedEntry): LintProblem =>
  problemWith(located, rule, `${form} → ${other.entry.term}`, other);

/** The first of the other entries that have an entry's term as an alias. */
const takerOf = ({ entry }: LocatedEntry, index: Index, test = (_: LocatedEntry) => true) =>
  index.byAlias.get(fold(entry.term))?.find((o) => fold(o.entry.term) !== fold(entry.term) && test(o));

/**
 * A term that another entry has as an alias, where that entry is not among those whose problems are told: it would be told
 * there.
 */
function takenTerm(located: LocatedEntry, index: Index, { isChecked }: LintSources): LintProblem[] {
  const other = isChecked && takerOf(located, index, ({ path }) => !isChecked(path));
  return other ? [clash(located, 'alias-clash', located.entry.term, other)] : [];
}

/** A word that waits to be decided about, while an entry that stands has it already. */
function putOffAliases(entries: readonly LocatedEntry[], index: Index): LintProblem[] {
  const putOff = entries.filter(({ entry }) => entry.status === 'candidate');
  return putOff.flatMap((located) => {
    const other = takerOf(located, index);
    return other ? [clash(located, 'put-off-alias', located.entry.term, other)] : [];
  });
}

/** Two entries of one term, or forms that two entries claim. */
function clashes(located: LocatedEntry, index: Index): LintProblem[] {
  const { entry } = located;
  const own = fold(entry.term);
  const [first] = index.byTerm.get(own)!;
  const { path, line } = first!;
  const twice: LintProblem[] =
    first === located ? [] : [{ ...problem(located, 'duplicate', `${path}:${line}`), first: { path, line } }];
  const seen = new Set([own]);
  return entry.aliases.reduce((found, alias) => {
    const form = fold(alias);
    const others = [...(index.byTerm.get(form) ?? []), ...(index.byAlias.get(form) ?? [])];
    const other = others.find((o) => fold(o.entry.term) !== own);
    if (seen.has(form)) found.push(problem(located, 'duplicate', alias));
    else if (other) found.push(clash(located, 'alias-clash', alias, other));
    seen.add(form);
    return found;
  }, twice);
}

/** A relation to a word that no entry which stands has: to one that was rejected or put off, or to none at all. */
function leadsNowhere(located: LocatedEntry, key: string, name: string, index: Index): LintProblem {
  const other = index.remembered.get(fold(name));
  if (!other) return problem(located, 'dangling', `${key}: ${name}`);
  const rule = other.entry.status === 'rejected' ? 'leads-to-rejected' : 'leads-to-put-off';
  return problemWith(located, rule, `${key}: ${name}`, other);
}

/** Entries that are related to what is broader or narrower: that says it already, and SKOS keeps the two apart (S27). */
function relatedSubordinates(located: LocatedEntry, { hierarchy }: Index): LintProblem[] {
  const { term, related } = located.entry;
  return (related ?? [])
    .filter((name) => hierarchy.isSubordinate(term, name))
    .map((name) => problem(located, 'related-hierarchy', `related: ${name}`));
}

/** Relations that lead nowhere, to an alias, or to the entry itself. */
function relationProblems(located: LocatedEntry, index: Index): LintProblem[] {
  const { entry } = located;
  const replaced = entry.replacedBy === undefined ? [] : [['replacedBy', entry.replacedBy] as const];
  const named = relations.flatMap((key) => (entry[key] ?? []).map((name) => [key, name] as const));
  return [...named, ...replaced].flatMap(([key, name]): LintProblem[] => {
    const form = fold(name);
    if (form === fold(entry.term)) return [problem(located, 'self', `${key}: ${name}`)];
    if (index.byTerm.has(form)) return [];
    const [canonical] = index.byAlias.get(form) ?? [];
    return canonical
      ? [problem(located, 'not-canonical', `${key}: ${name} → ${canonical.entry.term}`)]
      : [leadsNowhere(located, key, name, index)];
  });
}

/** The way from a term back to itself by `next`, or null. */
function cycleFrom(term: string, next: (term: string) => readonly string[]): string[] | null {
  const start = fold(term);
  const ways: string[][] = [[term]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const name of next(way.at(-1)!)) {
      if (fold(name) === start) return [...way, name];
      if (seen.has(fold(name))) continue;
      seen.add(fold(name));
      ways.push([...way, name]);
    }
  }
  return null;
}

/** Cycles of broader terms and of replacements; each is told once, at its first entry in the order of names. */
function cycles(located: LocatedEntry, index: Index): LintProblem[] {
  const replacedBy = (term: string) =>
    index.byTerm.get(fold(term))?.flatMap(({ entry }) => entry.replacedBy ?? []) ?? [];
  return [(term: string) => index.hierarchy.broaderOf(term), replacedBy].flatMap((next) => {
    const way = cycleFrom(located.entry.term, next);
    const isFirst = way?.every((name) => fold(located.entry.term) <= fold(name));
    return way && way.length > 2 && isFirst ? [problem(located, 'cycle', way.join(' → '))] : [];
  });
}

/** English that is an abbreviation alone, or ends with one in brackets. */
const abbreviation = /(?:^|[(（])([A-Z][A-Z0-9&./-]+)[)）]?$/;

/** An English abbreviation that an earlier entry of the same class has too: mostly one thing under two names. */
function sameAbbreviations(entries: readonly LocatedEntry[]): LintProblem[] {
  const seen = new Map<string, LocatedEntry>();
  return entries.flatMap((located) => {
    const { term, english, class: of } = located.entry;
    const found = abbreviation.exec(english ?? '')?.[1];
    if (found === undefined) return [];
    const key = `${of} ${found}`;
    const other = seen.get(key);
    seen.set(key, other ?? located);
    // a term that stands twice is told as that
    if (!other || fold(other.entry.term) === fold(term)) return [];
    return [clash(located, 'same-abbreviation', found, other)];
  });
}

/** A form must stand in a text this often before its splits tell anything, and be cut in at least this share of places. */
const fewestPlaces = 3;
const mostlySplit = 0.5;

/** Forms that the segmentation of running text mostly does not keep whole, with `cut/all` places. */
function splits(entries: readonly LocatedEntry[], { segmenter, texts }: LintSources): LintProblem[] {
  const lexicon = new Lexicon(entries.map(({ entry }) => entry));
  const places = new Map<string, { all: number; cut: number }>();
  for (const text of texts) {
    const folded = fold(text);
    const whole = new Set(tokenize(text, [], lexicon, segmenter).map(({ start, end }) => `${start}-${end}`));
    for (const { start, end } of lexicon.match(folded)) {
      const form = folded.slice(start, end);
      const { all, cut } = places.get(form) ?? { all: 0, cut: 0 };
      places.set(form, { all: all + 1, cut: cut + (whole.has(`${start}-${end}`) ? 0 : 1) });
    }
  }
  return entries.flatMap((located) =>
    formsOf(located.entry).flatMap((form) => {
      const { all, cut } = places.get(form) ?? { all: 0, cut: 0 };
      const tells = all >= fewestPlaces && cut / all > mostlySplit;
      return tells ? [problem(located, 'split', `${form} ${cut}/${all}`)] : [];
    }),
  );
}

/** What a lint rests on besides the entries. */
export interface LintSources extends FactSources {
  segmenter: Segmenter;
  /** Messages in which forms should stay whole; none where there are no logs at hand. */
  texts: readonly string[];
  /** Whether the problems of a file are told; of all files unless said. Others are what those may lead to and clash with. */
  isChecked?: (path: string) => boolean;
  /** Entries that stand in for others of earlier layers. */
  replaced?: readonly Replaced[];
  /** What forms are doubted by; none is unless said. */
  doubts?: DoubtSources;
}

/**
 * Checks a glossary: forms claimed twice, relations that lead nowhere or in a circle, approvals without source or
 * check, sources out of force, forms that are hardly terms, in the order of the entries; words put off that an entry has; abbreviations of two entries; what
 * is lost where an entry stands in for another; then forms that the segmenter splits in `texts`.
 */
export function lint(entries: readonly LocatedEntry[], sources: LintSources): LintProblem[] {
  const live = entries.filter(isLive);
  const index = new Index(entries);
  const problems = live.flatMap((located) => [
    ...clashes(located, index),
    ...takenTerm(located, index, sources),
    ...relationProblems(located, index),
    ...relatedSubordinates(located, index),
    ...cycles(located, index),
    ...factProblems(located, sources),
    ...(sources.doubts ? doubtfulForms(located, sources.doubts) : []),
    ...(sources.doubts ? namingForms(located, sources.doubts) : []),
  ]);
  const { replaced = [] } = sources;
  const standing = replaced.filter(({ by }) => isLive(by));
  const termOf = (form: string) =>
    (index.byTerm.get(fold(form)) ?? index.byAlias.get(fold(form)))?.[0]?.entry.term;
  const all = [
    ...problems,
    ...putOffAliases(entries, index),
    ...sameAbbreviations(live),
    ...standsIn(standing, termOf),
    ...covered(replaced),
    ...splits(live, sources),
  ];
  return all.filter(({ path }) => sources.isChecked?.(path) ?? true);
}
