import { describe, expect, it } from 'vitest';
import { featuresIn } from '../../src/corpus/features.js';
import { sampleAnalysis } from '../report/sample-report.js';

const featuresOf = (text: string) => featuresIn(sampleAnalysis([{ speaker: '鲸落', text }]), new Set())([1]);

describe('what a text is about', () => {
  it('numbers of documents are features, and other numbers are none', () => {
    expect(featuresOf('5.12号 和 281号，又 3.14')).toEqual(['word:281号', 'word:5.12号']);
  });

  it.each(['1', '1.', '1.1.', '13800138000 '])(
    'is found within seconds in a message of %j a hundred thousand times',
    { timeout: 5000 },
    (digits) => {
      expect(featuresOf(digits.repeat(100_000 / digits.length))).toEqual([]);
    },
  );
});
