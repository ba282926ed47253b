import { describe, expect, it } from 'vitest';
import { calledBy, doubtAbout } from '../../src/glossary/index.js';

const sources = {
  stop: [new Set(['今天', '谢谢'])],
  everyday: [new Set(['火锅', '缓存'])],
  names: calledBy(['李阿橙-灯塔支付-产品', '半帆', '灯塔银行']),
};
const doubt = (word: string, isSeen = false) => doubtAbout(word, sources, isSeen);

describe('doubtAbout(word, sources, isSeen)', () => {
  it.each([
    ['，', 'marks'],
    ['😀', 'marks'],
    ['1234', 'digits'],
    ['7×24', 'digits'],
    ['的', 'single'],
    ['Ｔ', 'single'],
    [' 今天 ', 'stop'],
    ['謝謝', 'stop'],
    ['火锅', 'everyday'],
    ['李阿橙', 'name'],
    ['半帆', 'name'],
  ])('%s is doubted', (word, reason) => {
    expect(doubt(word)).toBe(reason);
  });

  it.each(['代扣', 'T+0', '3DS', '灯塔银行', '产品'])('nothing speaks against %s', (word) => {
    expect(doubt(word)).toBeNull();
  });

  it('an everyday word that the logs have as a term is not doubted, a stop word and a name are', () => {
    expect(doubt('缓存', true)).toBeNull();
    expect(doubt('今天', true)).toBe('stop');
    expect(doubt('半帆', true)).toBe('name');
  });
});
