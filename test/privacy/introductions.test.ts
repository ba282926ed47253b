import { describe, expect, it } from 'vitest';
import { namedIn } from '../../src/privacy/introductions.js';

const names = (text: string) => namedIn(text).map(({ start, end }) => text.slice(start, end));

describe('namedIn', () => {
  it('who says what he does says his name behind it', () => {
    expect(names('我是来自浮标科技的产品经理白芷，今天讲分账')).toEqual(['白芷']);
    expect(names('大家好，我叫穗禾，在浮标做运营')).toEqual(['穗禾']);
  });

  it('who tells his work and no name names nobody', () => {
    for (const text of ['我是做产品经理的', '我是产品总监，想问下', '我是来自浮标的开发人员，请教'])
      expect(names(text)).toEqual([]);
  });

  it('who says where he is from says his name behind it', () => {
    expect(names('小伙伴们好，我是来自浮标的贾芷玉，今天讲分账')).toEqual(['贾芷玉']);
    expect(names('小伙伴们好，我是来自浮标的新用户，今天看分账')).toEqual([]);
  });

  it('本人 within a sentence introduces nobody', () => {
    expect(names('经本人同意，可以开通')).toEqual([]);
    expect(names('本人贾芷玉，做收单')).toEqual(['贾芷玉']);
  });

  it('a numbered list is one of people where 报名 stands around it, and not where one of its items tells of it', () => {
    expect(names('报名接龙  1. 海灯亮  2. 汀步')).toEqual(['海灯亮', '汀步']);
    expect(names('1. 海灯亮\n2. 汀步\n大家接着报名')).toEqual(['海灯亮', '汀步']);
    expect(names('怎么出海 1、大船：报名灯塔的航班 2、小船：自己划')).toEqual([]);
  });

  it('stretches do not overlap', () => {
    expect(names('大家好，我是浮标科技产品经理白芷')).toHaveLength(1);
  });
});
