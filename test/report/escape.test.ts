import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeProse } from '../../src/report/index.js';

describe('escapeProse', () => {
  it('escapeProse(text) leaves ordinary words, amounts and names as they are', () => {
    for (const text of [
      'T+1 到账，费率 0.38%（封顶 20 元）',
      'out_trade_no 和 a-b',
      'A & B！',
      'https://a.example/x-y?a=1&b=2',
    ])
      expect(escapeProse(text)).toBe(text);
  });

  it('escapeProse(text) leaves no HTML, no template, no bracket, no emphasis, on one line', () => {
    const unit = fc.constantFrom(
      '<',
      '>',
      '&',
      '{',
      '}',
      '%',
      '[',
      ']',
      '*',
      '_',
      '`',
      '\\',
      '|',
      '$',
      '~',
      '#',
      ' ',
      '\n',
      '油',
      'a',
      ';',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const escaped = escapeProse(text);
        expect(escaped).not.toMatch(/[<>{}\n]/);
        // whatever is markup has an odd number of backslashes before it
        for (const [, slashes] of escaped.matchAll(/(\\*)[`*[\]|$]/g)) expect(slashes!.length % 2).toBe(1);
        expect(escaped).not.toMatch(/(?<!\\)~~/);
      }),
    );
  });

  it('escapeProse(text) begins no heading, list, quotation or rule', () => {
    for (const text of ['# 油', '- 油', '+ 油', '* 油', '> 油', '12. 油', '1) 油', '=== ', ': 油'])
      expect(escapeProse(text)).toMatch(/^(?:\d*\\|&gt;)/);
  });
});
