import fc from 'fast-check';
import { type Entry, entrySchema, entryStatuses, termClasses } from '../../src/text/index.js';

/** Characters that files, spreadsheets and mark-up take for something else. */
const hostile = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '\\',
    '\\u0041',
    ']]>',
    '<!DOCTYPE',
    '&amp;',
    '、',
    ',',
    ';',
    '\t',
    '\r\n',
    '\n',
    '  ',
  ],
  ...[
    '=1+1',
    '@',
    '+',
    '-',
    '＝',
    "'=",
    '\u0000',
    '\u0001',
    '\u0085',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\ufffe',
    '\ud800',
    '😀',
    '：',
  ],
  ...['支', '付', '清算', 'NFC', 'huati.class: tech', '#', '%', '{', '[', '- ', '~'],
];
const unit = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }));
const words = fc
  .array(unit, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('').trim())
  .filter((text) => text.length > 0 && text.length <= 60);
const forms = fc.array(words, { maxLength: 3 });
const someForms = fc.array(words, { minLength: 1, maxLength: 3 });
const day = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10));
const moment = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
const count = fc.integer({ min: 0, max: 9_999 });

const decision = fc.record(
  {
    on: day,
    by: words,
    did: fc.constantFrom('accept', 'reject', 'merge', 'later', 'approve', 'edit', 'import'),
    why: words,
    along: someForms,
    seen: fc.record({ messages: count, days: count, people: count }),
  },
  { requiredKeys: ['on', 'by', 'did'] },
);
const sense = fc.record(
  { where: words, definition: words, source: words },
  { requiredKeys: ['where', 'definition'] },
);

/** Any entry that the schema lets pass. */
export const anyEntry: fc.Arbitrary<Entry> = fc
  .record(
    {
      term: words,
      aliases: forms,
      class: fc.constantFrom(...termClasses),
      english: words,
      definition: words,
      source: words,
      where: words,
      senses: fc.array(sense, { maxLength: 2 }),
      from: moment,
      until: moment,
      confused: forms,
      related: forms,
      broader: forms,
      narrower: forms,
      replacedBy: words,
      status: fc.constantFrom(...entryStatuses),
      checked: fc.record({ by: words, on: day, original: fc.boolean() }),
      notes: words,
      history: fc.array(decision, { maxLength: 3 }),
    },
    { requiredKeys: ['term', 'aliases', 'class', 'status'] },
  )
  .map((entry) => entrySchema.parse(entry));

/** An entry as it comes out of a file: empty lists are no lists, and imports are the receiver's own affair. */
export function travelled(entry: Entry): Entry {
  const history = entry.history?.filter((d) => d.did !== 'import');
  const told = Object.entries({ ...entry, history }).filter(
    ([key, v]) => key === 'aliases' || (v !== undefined && !(Array.isArray(v) && !v.length)),
  );
  return Object.fromEntries(told) as Entry;
}

/** An entry with what a test is about; the rest is the least. */
export const entry = (said: Partial<Entry> & { term: string }): Entry => ({
  aliases: [],
  class: 'concept',
  status: 'draft',
  ...said,
});
