import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayCorrectionsPath,
  InvalidPipeline,
  readCorrections,
  writeCorrections,
} from '../../src/pipeline/index.js';
import { filesIn, folderWith } from './folder.js';

const hash = fc
  .array(fc.constantFrom(...'0123456789e'), { minLength: 12, maxLength: 12 })
  .map((digits) => digits.join(''));

describe('writeCorrections', () => {
  it('writeCorrections writes what readCorrections reads, hashes that look like numbers too', () => {
    fc.assert(
      fc.property(hash, hash, fc.constantFrom('潮汐', 'null', '- x', '#1', 'a: b', "'"), (a, b, title) => {
        const folder = folderWith();
        const path = dayCorrectionsPath(folder, '灯塔', '2021-03-04');
        const link = { message: a, n: 2, parent: { message: b, n: 1 } };
        const titled = { message: a, n: 2, title };
        writeCorrections(
          path,
          [
            { list: 'links', item: link },
            { list: 'titles', item: titled },
          ],
          () => false,
        );
        const { days, problems } = readCorrections(folder);
        expect(problems).toEqual([]);
        expect(days.get('灯塔/2021-03-04')).toEqual({
          links: [link],
          kinds: [],
          titles: [titled],
          domains: [],
        });
      }),
      { seed: 811, numRuns: 60 },
    );
  });

  it('writeCorrections refuses a file that is not valid, leaves it alone and nothing beside it', () => {
    const folder = folderWith({ 'days/灯塔/2021-03-04.yaml': 'links: [\n' });
    const path = join(folder, 'days/灯塔/2021-03-04.yaml');
    const item = { message: '0123456789ab', n: 1, kind: 'chat' as const };
    expect(() => writeCorrections(path, [{ list: 'kinds', item }], () => false)).toThrow(InvalidPipeline);
    expect(readFileSync(path, 'utf8')).toBe('links: [\n');
    expect(filesIn(folder)).toEqual(['days/灯塔/2021-03-04.yaml']);
  });
});
