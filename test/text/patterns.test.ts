import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, tokenTypes } from '../../src/text/index.js';
import { strict, strictAt } from '../../src/text/patterns.js';

/** What must stay whole at the head of a text, as `text/type`. */
const head = (text: string) => {
  const found = strictAt(text, fold(text), 0);
  return found && `${text.slice(0, found.end)}/${found.type}`;
};

describe('strictAt', () => {
  it.each([
    '0.38%',
    '3‰',
    '0.38％',
    '0.3-0.6%',
    '0.3%-0.6%',
    '25bp',
    '25个基点',
    '2个点',
    '百分之三',
    '千三',
    '万六',
  ])('strictAt(%j) begins with a rate', (text) => {
    expect(head(text)).toMatch(/\/rate$/);
  });

  it.each([
    '1w',
    '270亿',
    '3千万',
    '1,234.50元',
    '¥99',
    '￥99',
    '$9.9',
    '500块',
    '3.5万元',
    '20 usd',
    '100RMB',
    '5k',
  ])('strictAt(%j) is an amount as a whole', (text) => {
    expect(head(text)).toBe(`${text}/amount`);
  });

  it.each(['T+1', 'D+0', 't+0', 'T + 1', 'T+N', 'Ｔ＋１', 'S+0'])(
    'strictAt(%j) is a cycle as a whole',
    (text) => {
      expect(head(text)).toBe(`${text}/cycle`);
    },
  );

  it.each(
    [
      'P2P',
      'B2B2C',
      'PCI-DSS',
      'PCI DSS',
      'pcidss',
      '3DS',
      '3DS2.0',
      '3DS 2.0',
      '3-DS',
      'Type-A',
      'Type-A/B',
    ].concat(['7/11', '7-11', 'ISO8583', 'ISO 20022']),
  )('strictAt(%j) is a standard as a whole', (text) => {
    expect(head(text)).toBe(`${text}/standard`);
  });

  it.each([
    '银发〔2017〕281号',
    '银发[2017]281号文',
    '〔2017〕281号',
    '281号文',
    '296号公告',
    '中国人民银行令〔2010〕第2号',
  ])('strictAt(%j) is a document as a whole', (text) => {
    expect(head(text)).toBe(`${text}/document`);
  });

  it.each([
    '2021-03-04',
    '2021年3月',
    '2021年3月4日',
    '2021年',
    '2021年3月底',
    '3月',
    '12月5号',
    '3月初',
    '9:05',
    '09:05:30',
  ])('strictAt(%j) is a date as a whole', (text) => {
    expect(head(text)).toBe(`${text}/date`);
  });

  it.each(['[捂脸]', '[OK]', '[表情]', '[Yeah!]'])('strictAt(%j) is an emoji as a whole', (text) => {
    expect(head(text)).toBe(`${text}/emoji`);
  });

  it.each(['https://tide.example/a?b=1#c', 'HTTP://TIDE.EXAMPLE', 'www.tide.example/灯'.slice(0, 17)])(
    'strictAt(%j) is a URL as a whole',
    (text) => {
      expect(head(text)).toBe(`${text}/url`);
    },
  );

  it.each(['，见上', '。', '）', '！', ', see', '.', ') x', '灯'])(
    'strictAt ends a URL before %j',
    (rest) => {
      expect(head(`https://tide.example/a${rest}`)).toBe('https://tide.example/a/url');
    },
  );

  it.each([
    'T+10',
    'D+now',
    '100usdt',
    '1wh',
    '5G',
    '3dsx',
    '7/112',
    'p2pay',
    'Type-AB',
    'type-g',
    '[太长的表情码]',
  ])('strictAt(%j) is nothing of the kind', (text) => {
    expect(head(text)).toBeNull();
  });

  it('strictAt does not read an amount across a line end or into another word', () => {
    expect(head('3\n元气')).toBeNull();
    expect(head('2019元旦')).toBeNull();
  });

  it('strictAt does not take the words before a document along', () => {
    expect(head('根据银发〔2017〕281号')).toBeNull();
    expect(head('见银发〔2017〕281号')).toBeNull();
  });

  it('strictAt takes the longest match at a place', () => {
    expect(head('2000.50元')).toBe('2000.50元/amount');
    expect(head('7-11月')).toBe('7-11/standard');
  });

  it('strictAt looks at its place only', () => {
    expect(strictAt('费率0.38%', '费率0.38%', 0)).toBeNull();
    expect(strictAt('费率0.38%', '费率0.38%', 2)).toEqual({ end: 7, type: 'rate' });
  });

  it('tokenTypes name every type once', () => {
    expect(new Set(tokenTypes).size).toBe(tokenTypes.length);
  });

  it('every strict pattern names the units that it may begin with', () => {
    const unit = fc.constantFrom(
      ...'https:/w.[]微笑ok人民银行办〔(【2017〕)】第号文td+n个%‰百分之三千万¥$元typeabpcis3-/7年月点',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        for (const { regex, begins } of strict) {
          regex.lastIndex = 0;
          if (regex.test(text)) expect(text[0]).toMatch(begins);
        }
      }),
      { seed: 12, numRuns: 5000 },
    );
  });
});
