import { describe, expect, it } from 'vitest';
import { publish } from '../../src/privacy/index.js';
import { sampleAnalysis } from '../report/sample-report.js';
import { vocabulary } from './vocabulary.js';

const published = (text: string, surface: string[] = []) => {
  const day = sampleAnalysis([{ speaker: '鲸落', text }], {
    terms: surface.map((term) => ({ term, surface: [term], class: 'org', messages: [1] })) as never,
  });
  return publish(day, { vocabulary, lang: 'zh' }).analysis.messages[0]!.text;
};

/** A key, a picture as text or a stuck keyboard: so many characters that none of them may cost a walk through the others. */
const long = 100_000;

describe('a message of a hundred thousand characters', () => {
  it.each([
    ['letters', 'A'.repeat(long)],
    ['dashes', '-'.repeat(long)],
    ['blanks behind what announces a number', `账号${'\u3000'.repeat(long)}x`],
    ['blanks behind what announces an id', `微信号${'\u3000'.repeat(long)}，`],
  ])('%s: is published as it stands within seconds', { timeout: 5000 }, (_, text) => {
    expect(published(text)).toBe(text);
  });

  it('that names a firm all the time is published within seconds', { timeout: 5000 }, () => {
    const text = '灯塔，'.repeat(long / 3);
    expect(published(text, ['灯塔'])).toBe(text);
  });

  it('has the address at its end masked', { timeout: 5000 }, () => {
    expect(published(`${'a '.repeat(long / 2)}发 deng.ta@example.com 吧`)).toMatch(/a 发 〔邮箱〕 吧$/);
  });
});
