import { describe, expect, it } from 'vitest';
import { termModelFor } from '../../src/pipeline/index.js';
import { ClassJudge, classEvidence } from '../../src/terms/index.js';

describe('classEvidence', () => {
  it('is how a term is written, its length and its endings', () => {
    expect(classEvidence('灯油卡')).toEqual(['script:han', 'length:3', '-卡', '-油卡', '-灯油卡']);
    expect(classEvidence('d灯')).toEqual(['script:mixed', 'length:2', '-灯', '-d灯']);
    expect(classEvidence('fog horn')).toEqual(['script:latin', 'length:8', '-n', '-rn', '-orn']);
  });
});

describe('ClassJudge', () => {
  it('guesses the class that most speaks for', () => {
    const judge = new ClassJudge({ product: { '-卡': 2 }, tech: { '-油卡': 1 }, concept: { '-船': 1 } });
    expect(['灯油卡', '油轮', '航船'].map((term) => judge.guess(term))).toEqual([
      'product',
      'concept',
      'concept',
    ]);
  });

  it.each([
    ['夜航管理办法', 'regulation'],
    ['渡口银行', 'org'],
    ['收单机构', 'role'],
    ['验签接口', 'tech'],
    ['夜间差错', 'concept'],
    ['harborsdk', 'tech'],
    ['海外移动支付', 'concept'],
    ['脱机支付', 'concept'],
  ])('by the shipped weights %s is %s', (term, expected) => {
    expect(termModelFor('zh')!.classes.guess(term)).toBe(expected);
  });
});
