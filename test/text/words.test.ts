import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWords } from '../../src/text/index.js';

describe('readWords', () => {
  it('readWords parts words by any white space', () => {
    expect([...readWords('灯塔 码头\n船\t帆\r\n舵')]).toEqual(['灯塔', '码头', '船', '帆', '舵']);
  });

  it('readWords leaves comments out, whole lines and ends of lines', () => {
    expect([...readWords('# 海上\n灯塔 # 岸上\n码头#1\n#')]).toEqual(['灯塔', '码头#1']);
  });

  it('readWords folds words, so that they are found as text is matched', () => {
    expect([...readWords('ＯＫ 收賬 Ok')]).toEqual(['ok', '收账']);
  });

  it('readWords of an empty file is empty', () => {
    expect(readWords('').size).toBe(0);
    expect(readWords('\n \n').size).toBe(0);
  });

  it('readWords gives no word that is empty or holds white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of readWords(text)) expect(word).toMatch(/^\S+$/);
      }),
      { seed: 231, numRuns: 200 },
    );
  });

  it.each(['reactions', 'smalltalk', 'stopwords', 'work'])(
    'readWords reads dictionaries/words/%s.txt',
    (name) => {
      const file = new URL(`../../dictionaries/words/${name}.txt`, import.meta.url);
      const words = readWords(readFileSync(file, 'utf8'));
      expect(words.size).toBeGreaterThan(10);
      expect(words).not.toContain('#');
    },
  );
});
