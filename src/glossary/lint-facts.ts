import { addressesIn } from '../corpus/index.js';
import type { Document } from '../talks/index.js';
import { type DecisionRecord, type Entry, fold } from '../text/index.js';
import { checkedFields } from './approve.js';
import { oddNumbers } from './document-form.js';
import { endedRules } from './force.js';
import { type LintProblem, type LocatedEntry, problem } from './lint-problem.js';

/** What the facts of entries are held against. */
export interface FactSources {
  /** Documents that entries may rest on, with those that are out of force. */
  documents: readonly Document[];
  /** `YYYY-MM-DD`: nobody checked or decided anything later than that. Not looked at unless said. */
  today?: string;
  /** How many messages each day of each group has, of the logs at hand. */
  lengths?: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const definitionsOf = ({ definition, senses }: Entry): string[] =>
  [definition, ...(senses ?? []).map((s) => s.definition)].filter((d) => d !== undefined);

const sourcesOf = ({ source, senses }: Entry): string[] =>
  [source, ...(senses ?? []).map((s) => s.source)].filter((s) => s !== undefined);

const isBare = (text: string) => /^[\p{P}\p{S}\p{Z}\p{C}]*$/u.test(text);
const isAddress = (text: string) => /^https?:\/\/\S+$/i.test(text);

/** Definitions of marks alone, sources of an address alone, numbers of documents that are written otherwise. */
function wordingProblems(located: LocatedEntry, documents: readonly Document[]): LintProblem[] {
  const sources = sourcesOf(located.entry);
  return [
    ...definitionsOf(located.entry)
      .filter(isBare)
      .map((text) => problem(located, 'bare-definition', text)),
    ...sources.filter(isAddress).map((text) => problem(located, 'bare-address', text)),
    ...sources
      .flatMap((source) => oddNumbers(source, documents))
      .map(({ written, meant, isKnown }) =>
        problem(located, isKnown ? 'document-form' : 'unknown-document', `${written} → ${meant}`),
      ),
  ];
}

/** Messages that a source names and that the logs of their group do not have; of other groups nothing is known. */
function addressProblems(located: LocatedEntry, lengths: FactSources['lengths']): LintProblem[] {
  return sourcesOf(located.entry)
    .flatMap(addressesIn)
    .flatMap(({ group, date, n, text }) => {
      const days = lengths?.get(group);
      const length = days?.get(date);
      if (!days || (length !== undefined && n >= 1 && n <= length)) return [];
      return length === undefined
        ? [problem(located, 'no-such-day', text)]
        : [problem(located, 'no-such-message', `${text} > ${length}`)];
    });
}

/** Checks and decisions that have not been yet. */
function futureProblems(located: LocatedEntry, today: string | undefined): LintProblem[] {
  if (today === undefined) return [];
  const { checked, history } = located.entry;
  const dates = [
    ['checked', checked?.on] as const,
    ...(history ?? []).map((d) => ['history', d.on] as const),
  ];
  return dates
    .filter(([, on]) => on !== undefined && on > today)
    .map(([key, on]) => problem(located, 'in-the-future', `${key}: ${on} > ${today}`));
}

/**
 * Whether a decision changed what a check was about: it says so itself where it can be taken back; of an edit that people noted,
 * that may be. An import takes away the check that it makes void.
 */
function isRewording({ did, undo }: DecisionRecord): boolean {
  if (did === 'approve') return false;
  if (!undo) return did === 'edit';
  return Object.keys(undo.was).some((field) => checkedFields.includes(field));
}

/** What was changed on a later day than somebody checked it. */
function changedSinceCheck(located: LocatedEntry): LintProblem[] {
  const { checked, history } = located.entry;
  const later = (history ?? []).filter((d) => checked && d.on > checked.on && isRewording(d));
  return later
    .slice(-1)
    .map(({ on, by }) =>
      problem(located, 'changed-since-check', `checked: ${checked!.on} < history: ${on} ${by}`),
    );
}

/** Whether a moment is before another, as far as both are told: 2020 is not before 2020-05. */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

/** What an entry says of its own state that cannot be so. */
function stateProblems(located: LocatedEntry): LintProblem[] {
  const { entry } = located;
  const found: LintProblem[] = [];
  if (entry.status === 'approved' && !entry.source) found.push(problem(located, 'unsourced-approval', ''));
  if (entry.status === 'approved' && !entry.checked) found.push(problem(located, 'unchecked-approval', ''));
  if (entry.from && entry.until && isBefore(entry.until, entry.from))
    found.push(problem(located, 'in-force-backwards', `${entry.from} > ${entry.until}`));
  const both = entry.broader?.filter((name) => entry.narrower?.some((n) => fold(n) === fold(name))) ?? [];
  return [...found, ...both.map((name) => problem(located, 'contradiction', name))];
}

/** Entries whose rule is out of force, while they themselves are told as standing. */
function outOfForce(located: LocatedEntry, documents: readonly Document[]): LintProblem[] {
  const { status, until } = located.entry;
  if (status === 'deprecated' || until) return [];
  return endedRules(located.entry, documents).map((d) =>
    problem(
      located,
      'out-of-force',
      `${d.number} (${d.until}${d.replacedBy ? ` → ${d.replacedBy}` : ''}${d.unsure ? '？' : ''})`,
    ),
  );
}

/** What is wrong with an entry by itself, whatever others there are: its wording, its dates, its standing, its sources. */
export function factProblems(
  located: LocatedEntry,
  { documents, today, lengths }: FactSources,
): LintProblem[] {
  return [
    ...wordingProblems(located, documents),
    ...addressProblems(located, lengths),
    ...stateProblems(located),
    ...changedSinceCheck(located),
    ...futureProblems(located, today),
    ...outOfForce(located, documents),
  ];
}
