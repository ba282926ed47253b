import { describe, expect, it } from 'vitest';
import { misplacedLine } from '../../src/text/indentation.js';

const misplaced = (text: string) => misplacedLine(text.split('\n'));

describe('misplacedLine(lines)', () => {
  it('finds nothing where every line stands where such lines begin', () => {
    const entry = [
      '- term: 浮标 # 漂着的',
      '  aliases:',
      '  - 浮筒',
      '  senses:',
      '    - where: 内河',
      '      definition: 一种标志，',
      '        长年漂着',
      '  checked:',
      '      by: 阿橙',
      '',
      '# 完',
      '  history: [{on: 2021-03-04, by: 阿橙, did: accept}]',
    ];
    expect(misplacedLine(entry)).toBeNull();
  });

  it('names the line, what stands there, and where it should stand', () => {
    expect(misplaced('- term: 浮标\n  checked:\n    by: 阿橙\n   on: 2021-03-04')).toEqual({
      index: 3,
      what: 'on:',
      found: 3,
      expected: 4,
    });
    expect(misplaced('- term: 浮标\n - term: 航道')).toMatchObject({ what: '- term:', expected: 0 });
  });

  it('is silent where columns tell nothing', () => {
    expect(misplaced('- term: 浮标\n  aliases: [甲,\n 乙: 丙]')).toBeNull();
    expect(misplaced('- term: 浮标\n  notes: |\n     甲: 乙\n    丙: 丁')).toBeNull();
  });
});
