import { describe, expect, it } from 'vitest';
import { fitLine, plainLine, wrapLines } from '../../src/charts/label.js';
import { textWidth } from '../../src/charts/measure.js';

describe('plainLine(text)', () => {
  it('leaves Chinese, emoji and markup as they are', () => {
    expect(plainLine('退款<b>怎么办</b>👍🏽')).toBe('退款<b>怎么办</b>👍🏽');
  });

  it('makes one line of several', () => {
    expect(plainLine(' 提现\n\t失败 ')).toBe('提现 失败');
  });

  it('drops what XML forbids and what turns the direction of text', () => {
    expect(plainLine('a\u0000b\u001bc\u202e\u2066d\uffff')).toBe('abcd');
  });

  it('replaces half of a surrogate pair', () => {
    expect(plainLine('\ud83d好\ude00')).toBe('\ufffd好\ufffd');
  });
});

describe('fitLine(text, width, fontSize)', () => {
  it('gives a text that fits back whole', () => {
    expect(fitLine('代扣和协议支付', 70, 10)).toBe('代扣和协议支付');
  });

  it('cuts a longer one with an ellipsis inside the width', () => {
    expect(fitLine('代扣和协议支付', 69, 10)).toBe('代扣和协议…');
  });

  it('does not cut inside of a character that is made of several', () => {
    expect(fitLine('👍🏽👍🏽👍🏽👍🏽', 35, 10)).toMatch(/^(?:👍🏽)*…$/u);
  });
});

describe('wrapLines(text, width, fontSize)', () => {
  it('breaks between clauses rather than before the last two characters', () => {
    expect(wrapLines('每十分钟的消息数。另有六个小话题未画。', 180, 10)).toEqual([
      '每十分钟的消息数。',
      '另有六个小话题未画。',
    ]);
  });

  it('breaks inside of a clause that is too long, never before a mark', () => {
    const lines = wrapLines('同一话题里前后三条以内（含本条）提到两词的消息数。', 60, 10);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      expect(textWidth(line, 10)).toBeLessThanOrEqual(70);
      expect(line).not.toMatch(/^[，。）]/);
    }
  });

  it('keeps English words and numbers whole', () => {
    const lines = wrapLines('Messages in 30 minutes, most of them at 19:30–20:00', 100, 10);
    expect(lines.join(' ').split(' ')).toEqual(
      'Messages in 30 minutes, most of them at 19:30–20:00'.split(' '),
    );
    expect(lines.length).toBeGreaterThan(2);
  });
});
