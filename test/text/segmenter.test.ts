import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSegmenter, resolveSegmenter, segmenterNames } from '../../src/text/index.js';

const missing = (name: string) => name === 'nodejieba' && resolveSegmenter('auto') !== 'nodejieba';

describe('resolveSegmenter', () => {
  it.each(segmenterNames)('resolveSegmenter takes %s by its name', (name) => {
    expect(resolveSegmenter(name)).toBe(name);
  });

  it('resolveSegmenter means one that can be loaded where it may choose', () => {
    const name = resolveSegmenter('auto');
    expect(segmenterNames).toContain(name);
    expect(loadSegmenter(name).name).toBe(name);
  });
});

describe.each(segmenterNames)('loadSegmenter(%s)', (name) => {
  describe.skipIf(missing(name))('where it is installed', () => {
    it('cut parts a run of Chinese characters into words', () => {
      expect(loadSegmenter(name).cut('今天我们去看灯塔')).toEqual(['今天', '我们', '去', '看', '灯塔']);
    });

    it('cut does not guess words that it does not know', () => {
      expect(loadSegmenter(name).cut('橙帆舵')).toEqual(['橙', '帆', '舵']);
    });

    it('cut leaves nothing out', () => {
      const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code));
      const rare = fc.integer({ min: 0x3400, max: 0x4dbf }).map((code) => String.fromCharCode(code));
      const unit = fc.oneof(han, rare, fc.constantFrom('〇', ...'的一是不了在人有我他这个们中来上大为和国'));
      fc.assert(
        fc.property(fc.string({ unit, minLength: 1, maxLength: 40 }), (run) => {
          const words = loadSegmenter(name).cut(run);
          expect(words.join('')).toBe(run);
          expect(words).not.toContain('');
        }),
        { seed: 261, numRuns: 300 },
      );
    });

    it("tag gives a word's part of speech", () => {
      expect(loadSegmenter(name).tag('灯塔')).toBe('n');
      expect(loadSegmenter(name).tag('看')).toBe('v');
    });

    it('tag of what is no word is x', () => {
      expect(loadSegmenter(name).tag('')).toBe('x');
    });

    it('loadSegmenter loads once', () => {
      expect(loadSegmenter(name)).toBe(loadSegmenter(name));
    });
  });
});
