import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidPipeline, packaged, readPipeline, stages } from '../../src/pipeline/index.js';

const whole = `name: tide
stages:
  - people
  - segment
  - terms
  - links
  - threads
  - talks
  - definitions
outputs: [analysis]
`;

/** What is wrong with a declaration, as `line: reason`. */
function problems(text: string): string[] {
  try {
    readPipeline('tide.yaml', text);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidPipeline);
    return (error as InvalidPipeline).problems.map((p) => `${p.line}: ${p.reason}`);
  }
}

describe('readPipeline', () => {
  it('readPipeline fills in what a declaration leaves out', () => {
    expect(readPipeline('tide.yaml', whole)).toEqual({
      name: 'tide',
      read: { format: 'auto' },
      segmenter: 'auto',
      glossary: true,
      lang: 'zh',
      stages: Object.keys(stages).map((name) => ({
        name,
        options: name === 'terms' ? { discover: true } : {},
      })),
      outputs: ['analysis'],
    });
  });

  it('readPipeline reads the options of a stage', () => {
    const { stages: declared } = readPipeline(
      'tide.yaml',
      whole.replace('- terms', '- terms: { discover: false }'),
    );
    expect(declared[2]).toEqual({ name: 'terms', options: { discover: false } });
  });

  it('readPipeline takes a stage with nothing behind its colon for one without options', () => {
    expect(problems(whole.replace('- people', '- people:'))).toEqual([]);
  });

  it.each(readdirSync(packaged('pipelines')))('the pipeline %s of the package is valid', (file) => {
    const pipeline = readPipeline(file, readFileSync(packaged('pipelines', file), 'utf8'));
    expect(`${pipeline.name}.yaml`).toBe(file);
    expect(pipeline.description).toMatch(/\S/);
  });
});

describe('readPipeline: what is wrong, with its line and what was expected', () => {
  it.each<[string, string, string, RegExp]>([
    [
      'an unknown stage',
      '- links',
      '- lnks',
      /^6: unknown stage lnks; expected one of people, segment, terms, links/,
    ],
    [
      'a stage named like what every object has',
      '- links',
      '- toString',
      /^6: unknown stage toString; expected one of/,
    ],
    [
      'a stage with options that is unknown',
      '- links',
      '- knots: { tight: true }',
      /^6: unknown stage knots/,
    ],
    [
      'an unknown option',
      '- terms',
      '- terms: { discovr: true }',
      /^5: terms: unknown key discovr; expected discover/,
    ],
    [
      'an option of a stage without any',
      '- people',
      '- people: { all: true }',
      /^3: people: .*all.*expected none/,
    ],
    [
      'an option of the wrong kind',
      '- terms',
      '- terms: { discover: often }',
      /^5: terms: .*expected boolean/,
    ],
    ['something that is no stage', '- links', '- [links]', /^6: unknown stage 0|^6: expected a stage/],
    ['a number for a stage', '- links', '- 7', /^6: expected a stage, `name` or `name: \{ option: value \}`/],
    ['a missing need', '  - people\n', '', /^3: segment needs people, which no stage before it gives/],
    ['a need that comes too late', '- threads\n  - talks', '- talks\n  - threads', /^7: talks needs threads/],
    [
      'a stage left out that every output needs',
      '  - talks\n',
      '',
      /^2: no stage gives questions, talks, schedule/,
    ],
    [
      'an unknown output',
      '[analysis]',
      '[analysis, poster]',
      /^10: outputs\.1: .*expected one of .*"analysis"\|"markdown"/,
    ],
    ['no outputs', 'outputs: [analysis]\n', '', /^1: outputs: .*expected array/],
    ['an empty list of outputs', '[analysis]', '[]', /^10: outputs: /],
    [
      'an unknown key',
      'name: tide',
      'name: tide\nnmae: tide',
      /^2: .*unknown key nmae; expected name, description, read/,
    ],
    [
      'an unknown key below read',
      'name: tide',
      'name: tide\nread:\n  fromat: irc',
      /^3: .*unknown key fromat; expected format/,
    ],
    [
      'an unknown format',
      'name: tide',
      'name: tide\nread: { format: telegraph }',
      /^2: read\.format: .*"jekyll"\|"irc"/,
    ],
    ['an unknown segmenter', 'name: tide', 'name: tide\nsegmenter: knife', /^2: segmenter: .*"nodejieba"/],
    ['an unknown language', 'name: tide', 'name: tide\nlang: la', /^2: lang: .*"zh"\|"en"/],
    ['no name', 'name: tide\n', '', /^1: name: .*expected string/],
    ['YAML that is none', 'name: tide', 'name: [tide', /^\d: .*/],
    ['an alias that leads nowhere', 'name: tide', 'name: *tide', /^1: .*alias/i],
    ['a tab for indentation', '  - links', '\t- links', /^6: /],
  ])('readPipeline refuses %s', (_, there, instead, expected) => {
    expect(whole).toContain(there);
    expect(problems(whole.replace(there, instead))[0]).toMatch(expected);
  });

  it('readPipeline says all that is wrong with the stages at once', () => {
    const found = problems(
      whole.replace('- terms', '- trems').replace('- links', '- links: { tight: true }'),
    );
    expect(found.map((problem) => problem.split(':')[0])).toEqual(['5', '6', '9']);
  });

  it('readPipeline finds the line of an option that stands below its stage', () => {
    const text = whole.replace('- terms', '- terms:\n      discover: true\n      colour: red');
    expect(problems(text)[0]).toMatch(/^7: terms: unknown key colour/);
  });

  it.each(['', '~', '[]', '7', '- people', '# nothing'])('readPipeline refuses %j', (text) => {
    expect(problems(text).length).toBeGreaterThan(0);
  });

  it('an InvalidPipeline says path, line and reason', () => {
    expect(() => readPipeline('a/tide.yaml', whole.replace('- links', '- lnks'))).toThrow(
      /^a\/tide\.yaml:6: unknown stage lnks/,
    );
  });

  it('readPipeline reads or refuses any text, and nothing else', () => {
    const line = fc.constantFrom(
      ...[
        'name: tide',
        'stages:',
        '  - people',
        '  - segment',
        '  - terms: {discover: 1}',
        '  - toString',
        '  - ~',
      ],
      ...[
        'outputs: [analysis]',
        'read: *a',
        'lang: &a zh',
        '? [a]',
        '<<: *a',
        '__proto__: 1',
        '  - {}',
        '\t',
        '%',
      ],
    );
    const text = fc.oneof(
      fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (declared) => {
        for (const problem of problems(declared)) expect(problem).toMatch(/^[1-9]\d*: \S/);
      }),
      { seed: 801, numRuns: 500 },
    );
  });
});
