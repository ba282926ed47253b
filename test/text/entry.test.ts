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

  it.each(['2021', '2021-03', '2021-03-04'])('entrySchema reads a rule in force from %s', (from) => {
    expect(accepts({ from })).toBe(true);
  });

  it('entrySchema keeps meanings, checks and decisions as they were written', () => {
    const change = {
      senses: [{ where: '日本', definition: '在当地按次收的费。' }],
      checked: { by: '阿橙', on: '2021-03-04', original: false },
      history: [{ on: '2021-03-04', by: '阿橙', did: 'accept', why: '三个人都这么叫' }],
    };
    expect(entrySchema.parse({ ...minimal, ...change })).toMatchObject(change);
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
    ['a month that there is not', { from: '2021-13' }],
    ['a date without its leading zeros', { until: '2021-3-4' }],
    ['a meaning that does not say where it holds', { senses: [{ definition: '按吨收的费。' }] }],
    ['a check that nobody stands for', { checked: { on: '2021-03-04', original: true } }],
    ['a decision of another kind', { history: [{ on: '2021-03-04', by: '阿橙', did: 'ponder' }] }],
  ])('entrySchema refuses %s', (_, change) => {
    expect(accepts(change)).toBe(false);
  });

  it.each([
    [2017, 'expected a date in quotation marks, YYYY, YYYY-MM or YYYY-MM-DD'],
    ['去年', 'expected a date, YYYY, YYYY-MM or YYYY-MM-DD'],
    ['2017-13-01', 'expected a month from 01 to 12'],
    ['2017-00', 'expected a month from 01 to 12'],
    ['2017-01-32', 'expected a day that its month has'],
    ['2018-02-31', 'expected a day that its month has'],
    ['2019-02-29', 'expected a day that its month has'],
  ])('from: %j is refused for what is wrong with it alone', (from, reason) => {
    const { error } = entrySchema.safeParse({ ...minimal, from });
    expect(error!.issues.map(({ message }) => message)).toEqual([reason]);
  });
});
