import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPersonal, nameKey, nameParts } from '../../src/people/index.js';
import { areTwoPeople } from '../../src/people/names.js';

describe('nameParts', () => {
  it('nameParts cuts a name card at whatever parts it', () => {
    for (const card of [
      '阿橙-灯塔-领航',
      '阿橙_灯塔_领航',
      '阿橙 灯塔|领航',
      '阿橙（灯塔）领航',
      '阿橙——灯塔·领航',
    ]) {
      expect(nameParts(card)).toEqual(['阿橙', '灯塔', '领航']);
    }
  });

  it('nameParts forgets lost emoji, case and width', () => {
    expect(nameParts('??ＬＵＭＥＮ-Tower??')).toEqual(['lumen', 'tower']);
  });

  it.each(['', '-', '???', ' ~ '])('nameParts(%j) has no part', (name) => {
    expect(nameParts(name)).toEqual([]);
  });
});

describe('nameKey', () => {
  it('nameKey is the same for a name with and without its damage and separators', () => {
    expect(nameKey('??阿橙 - 灯塔')).toBe(nameKey('阿橙-灯塔??'));
    expect(nameKey('Lumen')).toBe(nameKey('ｌｕｍｅｎ'));
  });

  it('nameKey tells different names apart', () => {
    expect(nameKey('阿橙-灯塔')).not.toBe(nameKey('阿橘-灯塔'));
  });

  it('nameKey is the parts in a row', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('阿', '橙', '-', ' ', '?', 'A', '（', '~') }), (name) => {
        expect(nameKey(name)).toBe(nameParts(name).join(''));
      }),
      { seed: 111, numRuns: 200 },
    );
  });
});

describe('isPersonal', () => {
  it.each(['黎明灯', '柯橙', '欧阳橙', '司徒小灯'])('isPersonal(%j): it begins with a surname', (part) => {
    expect(isPersonal(part)).toBe(true);
  });

  it.each(['灯塔', '阿橙', '小柯', '柯', '柯橙灯塔', 'lumen', '柯a', ''])(
    'isPersonal(%j) is false',
    (part) => {
      expect(isPersonal(part)).toBe(false);
    },
  );

  it.each(['武汉', '苏州', '江苏', '石家庄', '金融', '程序员'])(
    'isPersonal(%j) is false, although it begins like a name',
    (part) => {
      expect(isPersonal(part)).toBe(false);
    },
  );
});

describe('areTwoPeople', () => {
  it('areTwoPeople of two cards of one firm is true where the personal parts differ', () => {
    expect(areTwoPeople('柯橙-海蓝支付', '江帆-海蓝支付')).toBe(true);
    expect(areTwoPeople('柯橙-海蓝支付', '柯橙-灯塔科技')).toBe(false);
  });

  it('areTwoPeople is false where one of them has no personal part: nothing is known against it', () => {
    expect(areTwoPeople('阿橙-海蓝支付', '江帆-海蓝支付')).toBe(false);
  });
});
