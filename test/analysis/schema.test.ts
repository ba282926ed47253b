import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAnalysisJsonSchema, dayAnalysisSchema } from '../../src/analysis/index.js';
import { readDay } from '../../src/read/index.js';
import { utf8 } from '../read/log.js';
import { anyDay, logs } from '../threads/arbitrary.js';
import { chat, irc } from '../threads/chat.js';
import { evening } from '../threads/talk.js';
import { analyse } from './analyse.js';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(dayAnalysisJsonSchema());

/** What is wrong with an analysis by the JSON Schema; nothing where it is valid. */
const faults = (analysis: unknown) => {
  validate(JSON.parse(JSON.stringify(analysis)));
  return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
};

describe('dayAnalysisJsonSchema', () => {
  it('schema/day-analysis.schema.json is what the code publishes (npm run schema writes it)', () => {
    const published = new URL('../../schema/day-analysis.schema.json', import.meta.url);
    expect(readFileSync(published, 'utf8')).toBe(`${JSON.stringify(dayAnalysisJsonSchema(), null, 2)}\n`);
  });

  it('dayAnalysisJsonSchema is a schema of draft 2020-12 with a name', () => {
    expect(dayAnalysisJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: expect.stringMatching(/^https:/),
      title: expect.stringMatching(/\S/),
      type: 'object',
    });
  });

  it.each([
    ['an evening with a talk', chat(evening)],
    ['an English day', irc('[08:15] <harbor> hi', '=== buoy joined')],
    ['a day without messages', readDay(utf8('---\nlayout: source\n---\n'), { path: 'a/2021-03-04.md' })],
    [
      'a day with a schedule',
      chat('09:00 群主 分享安排⏎2021-03-05 @阿橙⏎2021-03-08 @小舵\n09:01 阿橙 分账就是把一笔钱分给几家'),
    ],
  ])('the analysis of %s is valid, with tokens and without', (_, day) => {
    expect(faults(analyse(day))).toEqual([]);
    expect(faults(analyse(day, { tokens: true }))).toEqual([]);
  });

  it('the analysis of any day is valid', () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (day, tokens) => {
        const analysis = analyse(day, { tokens });
        expect(faults(analysis)).toEqual([]);
        expect(dayAnalysisSchema.safeParse(analysis).success).toBe(true);
      }),
      { seed: 601, numRuns: 120 },
    );
  });

  it('the analysis of a log with any header is valid', () => {
    const value = fc.oneof(
      fc.constantFrom(
        '1e300',
        '.inf',
        '-1',
        '326',
        '[1, 2]',
        '{a: 1}',
        '2021-03-04',
        '9999-12-31',
        '~',
        '&a [*a]',
      ),
      fc.string(),
    );
    const header = fc.record({ lines: value, author: value, date: value });
    fc.assert(
      fc.property(header, logs, (h, log) => {
        const text = `---\nlayout: source\nlines: ${h.lines}\nauthor: ${h.author}\ndate: ${h.date}\n---\n${log}`;
        expect(faults(analyse(readDay(utf8(text), { path: '灯塔/a.md', format: 'jekyll' })))).toEqual([]);
      }),
      { seed: 602, numRuns: 120 },
    );
  });

  it.each<[string, (analysis: Record<string, unknown>) => void]>([
    ['a key that it does not know', (a) => Object.assign(a, { colour: 'red' })],
    ['another version', (a) => Object.assign(a, { version: 2 })],
    ['no messages', (a) => Reflect.deleteProperty(a, 'messages')],
    ['a link to message 0', (a) => Object.assign(a, { links: [{ n: 1, parent: 0 }] })],
    [
      'a domain of its own',
      (a) => Object.assign(a, { threads: [{ id: 1, title: '船', domain: 'sea', messages: [1] }] }),
    ],
  ])('the schema refuses an analysis with %s', (_, spoil) => {
    const analysis = { ...analyse(chat('09:00 阿橙 早')) };
    expect(faults(analysis)).toEqual([]);
    spoil(analysis);
    expect(faults(analysis).length).toBeGreaterThan(0);
  });
});
