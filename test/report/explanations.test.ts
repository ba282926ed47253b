import { describe, expect, it } from 'vitest';
import { innerNames } from '../../src/privacy/index.js';
import { explanationsOf } from '../../src/report/explanations.js';
import { sampleAnalysis } from './sample-report.js';

/** What is shown of explanations of 分账, each a message of its own. */
const shown = (...texts: string[]) => {
  const analysis = sampleAnalysis(
    texts.map((text, i) => ({ speaker: `群友${i}`, text })),
    { definitions: texts.map((text, i) => ({ term: '分账', messages: [i + 1], text, sure: true })) },
  );
  return explanationsOf(analysis, innerNames).map(({ statement }) => statement.text);
};

describe('explanationsOf', () => {
  it('shows the tersest that says what the term is', () => {
    expect(shown('说到这里，分账是把一笔钱按约定分给几家，细节以后再讲', '分账就是把一笔钱分给几家')).toEqual(
      ['分账就是把一笔钱分给几家'],
    );
  });

  it.each(['分账我们做了三年', '分账搞这个纯属蛋疼，就是闲的', '分账是什么？'])(
    '%j explains nothing',
    (text) => {
      expect(shown(text)).toEqual([]);
    },
  );

  it('cuts what goes on for long', () => {
    expect(shown(`分账是${'把一笔钱分给几家，'.repeat(40)}`)[0]!.length).toBeLessThanOrEqual(141);
  });

  it('shows of an explanation by turns the words that say it, and nothing that is not sure', () => {
    const of = (sure: boolean) =>
      explanationsOf(
        sampleAnalysis(
          [
            { speaker: '阿橙', text: '分账我们做了三年' },
            { speaker: '半帆', text: '分账就是把一笔钱分给几家' },
          ],
          { definitions: [{ term: '分账', messages: [1, 2], text: '', sure }] },
        ),
        innerNames,
      ).map(({ statement }) => statement.text);
    expect(of(true)).toEqual(['分账就是把一笔钱分给几家']);
    expect(of(false)).toEqual([]);
  });
});
