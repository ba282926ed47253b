import { describe, expect, it } from 'vitest';
import { chat, entry, glossary } from '../threads/chat.js';
import { study, termsOf, tokensOf } from './chat.js';

const talk = '09:00 阿橙 Harbor Pay不错\n09:01 半帆 我也用Harbor Pay';
const entries = [...glossary, entry('Pay')];
const termsIn = (...args: Parameters<typeof termsOf>) => termsOf(...args).map((t) => t.term);

describe('findTerms: what the group itself accepted', () => {
  it('is kept whole where a longer run is likelier; a term that only the shipped glossary has is not', () => {
    expect(tokensOf(talk, { entries })[0]![0]).toBe('Harbor Pay');
    expect(tokensOf(talk, { entries, own: ['Pay'] })[0]!.slice(0, 2)).toEqual(['Harbor', 'Pay']);
  });

  it('is a term of the day, and no longer run that holds it is', () => {
    const day = '09:00 阿橙 商户终端坏了\n09:01 半帆 换个商户终端';
    const withShop = [...glossary, entry('商户')];
    expect(termsIn(day, { entries: withShop })).toEqual(['商户终端']);
    expect(termsIn(day, { entries: withShop, own: ['商户'] })).toEqual(['商户', '终端']);
  });

  it('is kept whole by its other forms, too', () => {
    const own = { entries: [...glossary, entry('钱包', ['Pay'])], own: ['钱包'] };
    expect(tokensOf(talk, own)[0]!.slice(0, 2)).toEqual(['Harbor', 'Pay']);
    expect(termsIn(talk, own)).toEqual(['钱包']);
  });

  it('is explained by what explained it before it was accepted', () => {
    const known = (own: string[]) => {
      const { terms, explainable } = study(chat(talk), { entries, own });
      return [terms, explainable].map((uses) => uses.find((use) => use.term === 'Pay')?.known);
    };
    expect(known(['Pay'])).toEqual([true, false]);
  });

  it('stands inside a longer term that is listed, whoever listed it', () => {
    const both = [...entries, entry('Harbor Pay')];
    for (const own of [['Pay'], ['Pay', 'Harbor Pay']]) {
      expect(tokensOf(talk, { entries: both, own })[0]![0]).toBe('Harbor Pay');
      expect(termsIn(talk, { entries: both, own })).toEqual(['Harbor Pay']);
    }
  });
});
