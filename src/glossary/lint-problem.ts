import type { Entry } from '../text/index.js';
import type { Doubt } from './doubt.js';

/** An entry and where it stands. */
export interface LocatedEntry {
  entry: Entry;
  path: string;
  line: number;
}

/**
 * How grave what the lint tells is: what is wrong; what may be meant, but mostly is a slip (提醒); what is only worth
 * knowing (说明).
 */
export type LintLevel = 'problem' | 'warning' | 'note';

/** What the lint (检查) may find about an entry. */
export const lintRules = {
  'full-width-list': 'problem',
  'quoted-list': 'warning',
  'full-width-quotes': 'warning',
  'swallowed-key': 'problem',
  'cut-by-comment': 'warning',
  'form-edge': 'warning',
  tab: 'warning',
  'hardly-a-term': 'warning',
  'holds-a-name': 'warning',
  duplicate: 'problem',
  'alias-clash': 'problem',
  'put-off-alias': 'problem',
  'same-abbreviation': 'warning',
  dangling: 'problem',
  'leads-to-rejected': 'problem',
  'leads-to-put-off': 'problem',
  'not-canonical': 'problem',
  cycle: 'problem',
  contradiction: 'problem',
  'related-hierarchy': 'warning',
  self: 'problem',
  'bare-definition': 'problem',
  'bare-address': 'warning',
  'document-form': 'warning',
  'unknown-document': 'warning',
  'no-such-day': 'warning',
  'no-such-message': 'warning',
  'unsourced-approval': 'problem',
  'unchecked-approval': 'problem',
  'changed-since-check': 'warning',
  'in-the-future': 'problem',
  'out-of-force': 'problem',
  'in-force-backwards': 'problem',
  'stands-in': 'note',
  covered: 'warning',
  split: 'problem',
} as const satisfies Record<string, LintLevel>;
export type LintRule = keyof typeof lintRules;

/** Something about an entry; `detail` is what it is about: a form, a relation, the words of a cycle. */
export interface LintProblem {
  path: string;
  line: number;
  term: string;
  rule: LintRule;
  level: LintLevel;
  detail: string;
  /** The entry that stands already, with `duplicate`. */
  first?: Pick<LocatedEntry, 'path' | 'line'>;
  /** The other entry that it is about: that has the form or the abbreviation too, that a relation leads to, that this one stands in for, or that stands in for it. */
  other?: Pick<LocatedEntry, 'path' | 'line'>;
  /** Why a form is doubted, with `hardly-a-term`. */
  doubt?: Doubt;
}

/** What a rule found of an entry. */
export const problem = (
  { entry, path, line }: LocatedEntry,
  rule: LintRule,
  detail: string,
): LintProblem => ({ path, line, term: entry.term, rule, level: lintRules[rule], detail });

/** What a rule found of an entry and another one, with where that stands. */
export const problemWith = (
  located: LocatedEntry,
  rule: LintRule,
  detail: string,
  other: LocatedEntry,
): LintProblem => ({
  ...problem(located, rule, detail),
  other: { path: other.path, line: other.line },
});
