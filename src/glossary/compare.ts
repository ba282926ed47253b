import { isDeepStrictEqual } from 'node:util';
import { type DecisionRecord, type Entry, fold, formsOf, isRemembered } from '../text/index.js';
import { inPinyinOrder } from './export/pinyin.js';
import { withoutUndo } from './told.js';

/** A field of an entry before and after; what is not said is `undefined`. */
export interface FieldDifference {
  field: keyof Entry;
  before: unknown;
  after: unknown;
}

/** What changed between two states of a glossary (两份词汇表之间), each part in pinyin order. */
export interface GlossaryDifference {
  before: number;
  after: number;
  added: Entry[];
  /** Entries that are another's form now. */
  joined: { entry: Entry; into: string }[];
  gone: Entry[];
  changed: { entry: Entry; fields: FieldDifference[]; decisions: DecisionRecord[] }[];
}

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && !value.length);

/** Fields in which two states of an entry differ; its history tells why, and is no difference of its own. */
function differences(before: Entry, after: Entry): FieldDifference[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Entry)[];
  return fields
    .filter((field) => field !== 'history')
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter((d) => !(isEmpty(d.before) && isEmpty(d.after)) && !isDeepStrictEqual(d.before, d.after));
}

const newDecisions = (before: Entry, after: Entry): DecisionRecord[] =>
  (after.history ?? []).filter(
    (d) => !before.history?.some((other) => isDeepStrictEqual(withoutUndo(d), withoutUndo(other))),
  );

const byTerm = (entries: readonly Entry[]) => new Map(entries.map((e) => [fold(e.term), e]));
const ordered = (entries: readonly Entry[]) => inPinyinOrder(entries).map(({ entry }) => entry);

/**
 * Compares two states of a glossary, entry by entry.
 * @param below entries that hold where a state has none of its own: of a workspace's glossary the shipped ones, so that a copy
 * is no new entry, and the shipped one holds again when it goes
 */
export function compareGlossaries(
  before: readonly Entry[],
  after: readonly Entry[],
  below: readonly Entry[] = [],
): GlossaryDifference {
  const [old, now, shipped] = [byTerm(before), byTerm(after), byTerm(below)];
  const live = [...now.values()].filter((e) => !isRemembered(e));
  const holders = new Map(live.flatMap((e) => formsOf(e).map((form) => [form, e.term] as const)));
  const isShipped = ({ term }: Entry) => shipped.has(fold(term));
  const left = ordered([...old.values()].filter((e) => !now.has(fold(e.term)) && !isShipped(e)));
  const back = [...old.values()].flatMap(({ term }) =>
    now.has(fold(term)) ? [] : (shipped.get(fold(term)) ?? []),
  );
  return {
    before: old.size,
    after: now.size,
    added: ordered([...now.values()].filter((e) => !old.has(fold(e.term)) && !isShipped(e))),
    joined: left.flatMap((entry) => {
      const into = holders.get(fold(entry.term));
      return into === undefined ? [] : [{ entry, into }];
    }),
    gone: left.filter((entry) => !holders.has(fold(entry.term))),
    changed: ordered([...now.values(), ...back]).flatMap((entry) => {
      const earlier = old.get(fold(entry.term)) ?? shipped.get(fold(entry.term));
      const fields = earlier ? differences(earlier, entry) : [];
      return fields.length ? [{ entry, fields, decisions: newDecisions(earlier!, entry) }] : [];
    }),
  };
}
