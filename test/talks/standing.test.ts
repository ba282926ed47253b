import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stanceOf, standingOf, standings } from '../../src/talks/index.js';

describe('standingOf', () => {
  it.each([
    '听说渡口要涨价',
    '我猜是月底结算',
    '不太确定，去年是千三',
    '这个没有核实过',
    '好像不收钱',
    '据我所知没有这条船',
  ])('standingOf(%j) is hedged by its speaker', (text) => {
    expect(standingOf(text, false)).toBe('unverified');
    expect(standingOf(text, true)).toBe('unverified');
  });

  it.each([
    '银发〔2017〕281号里写着',
    '看296号文第三条',
    '《渡口船舶停靠办法》有规定',
    '全文在 https://tide.example/a',
  ])('standingOf(%j) names its source', (text) => {
    expect(standingOf(text, false)).toBe('sourced');
    expect(standingOf(text, true)).toBe('sourced');
  });

  it('what may be part of a design is not disowned: a short remark is hedged, a statement or a guest is not', () => {
    expect(standingOf('可能要两天', false)).toBe('unverified');
    expect(standingOf('可能要两天', true)).toBe('guest');
    const design =
      '对账平台可能包括对账、差错和报表三块，先按渠道把文件拉回来，再按流水号逐笔核对，最后出差错单给运营处理';
    expect(standingOf(design, false)).toBe('member');
  });

  it('standingOf takes a named source over hedging words', () => {
    expect(standingOf('好像是296号文里的', false)).toBe('sourced');
  });

  it.each(['灯塔家爆雷了', '老板跑路', '听说被查了，见 https://tide.example/a'])(
    'standingOf(%j) is hearsay, whatever is linked',
    (text) => {
      expect(standingOf(text, false)).toBe('rumour');
    },
  );

  it("standingOf does not call a guest's own words hearsay", () => {
    expect(standingOf('那家后来倒闭了', true)).toBe('guest');
  });

  it('standingOf takes plain words for those of who says them', () => {
    expect(standingOf('月底结算', false)).toBe('member');
    expect(standingOf('月底结算', true)).toBe('guest');
  });

  it('standingOf knows a standing for anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, guest) => {
        expect(standings).toContain(standingOf(text, guest));
      }),
      { seed: 411, numRuns: 200 },
    );
  });
});

describe('stanceOf', () => {
  it.each(['可以的', '能，去年做过', '行', '没问题', '没有什么问题', '可以做', '是的，都能走', 'ＯＫ，可以'])(
    'stanceOf(%j) is for',
    (text) => {
      expect(stanceOf(text)).toBe('for');
    },
  );

  it.each(['不行', '不可以', '违规的', '有风险', '够呛', '不建议这么做', '禁止夜航', '悬'])(
    'stanceOf(%j) is against',
    (text) => {
      expect(stanceOf(text)).toBe('against');
    },
  );

  it.each(['看船', '可以做，但是有风险', '月底结算', ''])('stanceOf(%j) takes none', (text) => {
    expect(stanceOf(text)).toBeNull();
  });
});
