import { describe, expect, it } from 'vitest';
import { entrySchema, entryStatuses, termClasses } from '../../src/text/index.js';

const minimal = { term: '灯塔费', class: 'concept' };
const accepts = (change: object) => entrySchema.safeParse({ ...minimal, ...change }).success;

describe('entrySchema', () => {
  it('entrySchema fills in what a short entry leaves out', () => {
    expect(entrySchema.parse(minimal)).toEqual({ ...minimal, aliases: [], status: 'draft' });
  });

  it('entrySchema trims forms', () => {
    expect(entrySchema.parse({ ...minimal, term: ' 灯塔费 ', aliases: [' 灯费'] })).toMatchObject({
      term: '灯塔费',
      aliases: ['灯费'],
    });
  });

  it.each(termClasses)('entrySchema knows the class %s', (name) => {
    expect(accepts({ class: name })).toBe(true);
  });

  it.each(entryStatuses)('entrySchema knows the status %s', (status) => {
    expect(accepts({ status })).toBe(true);
  });

  it('entrySchema refuses an entry without a term or a class', () => {
    expect(entrySchema.safeParse({ term: '灯塔费' }).success).toBe(false);
    expect(entrySchema.safeParse({ class: 'concept' }).success).toBe(false);
  });

  it.each([
    ['an empty term', { term: ' ' }],
    ['a term that is a number', { term: 7 }],
    ['a term as long as a sentence', { term: '灯'.repeat(61) }],
    ['an unknown class', { class: 'lighthouse' }],
    ['an unknown status', { status: 'maybe' }],
    ['aliases that are no list', { aliases: '灯费' }],
    ['an empty alias', { aliases: [''] }],
    ['a key that it does not know', { colour: 'red' }],
  ])('entrySchema refuses %s', (_, change) => {
    expect(accepts(change)).toBe(false);
  });
});
