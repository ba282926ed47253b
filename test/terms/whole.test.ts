import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay } from '../threads/arbitrary.js';
import { study, tokensOf } from './chat.js';

describe('findTerms: segmentation', () => {
  it('keeps a discovered term whole wherever it stands in the day', () => {
    const tokens = tokensOf('09:00 阿橙 商户终端坏了\n09:01 半帆 换个商户终端');
    expect(tokens.every((row) => row.includes('商户终端'))).toBe(true);
  });

  it('leaves known terms as the glossary cuts them', () => {
    expect(tokensOf('09:00 阿橙 清算和备付金')[0]).toEqual(['清算', '和', '备付金']);
  });

  it('keeps a run of words whole that the trade uses, though nothing in the day speaks for it', () => {
    expect(tokensOf('09:00 阿橙 海蓝余额表 在哪')[0]).toEqual(['海蓝余额表', '在', '哪']);
  });

  it('keeps a compound of the list whole, though nothing in the day speaks for it', () => {
    expect(tokensOf('09:00 阿橙 半帆对账页 在哪')[0]).toEqual(['半帆对账页', '在', '哪']);
  });

  it('takes no run for one term where a glossary term inside it is likelier meant', () => {
    expect(tokensOf('09:00 阿橙 备付金比较多')[0]).toContain('备付金');
  });

  it('cuts the card in a mention where it is joined, so that the firm in it is a word', () => {
    const tokens = tokensOf('09:00 阿橙-海蓝支付 在吗\n09:01 半帆 @阿橙-海蓝支付 在')[1];
    expect(tokens).toEqual(['@阿橙', '-', '海蓝支付', '在']);
  });

  it('cuts a card where two trades are joined by an ampersand', () => {
    const tokens = tokensOf('09:00 阿橙-ERP&支付 在吗\n09:01 半帆 @阿橙-ERP&支付 在')[1];
    expect(tokens).toEqual(['@阿橙', '-', 'ERP', '&', '支付', '在']);
  });

  it('loses no character and lets no two tokens overlap', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        study(day).tokens.forEach((row, i) => {
          const { text } = day.messages[i]!;
          const left = row.reduceRight((rest, t) => rest.slice(0, t.start) + rest.slice(t.end), text);
          expect(left.trim()).toBe('');
          for (const [k, token] of row.entries())
            if (k) expect(token.start).toBeGreaterThanOrEqual(row[k - 1]!.end);
        });
      }),
      { seed: 603, numRuns: 100 },
    );
  });
});
