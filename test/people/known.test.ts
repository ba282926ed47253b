import { describe, expect, it } from 'vitest';
import { findPeople, knownIn } from '../../src/people/index.js';
import { chat } from '../threads/chat.js';

const called = chat('09:00 阿橙-码头 早\n09:01 半帆 @掌灯人 在吗');
const meant = (known: Parameters<typeof findPeople>[2]) =>
  findPeople(called, [], known).mentions.flatMap((list) => list.map((x) => x.speaker));

describe('findPeople with confirmed names', () => {
  it('a confirmed name means its bearer, under whichever confirmed name that person speaks', () => {
    expect(meant([{ name: '掌灯人', is: '阿橙-码头' }])).toEqual(['阿橙-码头']);
    expect(
      meant([
        { name: '掌灯人', is: '阿橙' },
        { name: '阿橙-码头', is: '阿橙' },
      ]),
    ).toEqual(['阿橙-码头']);
  });

  it('a confirmed name of somebody who does not speak means no speaker', () => {
    expect(meant([{ name: '掌灯人', is: '小舟' }])).toEqual([null]);
    expect(meant([{ name: '掌灯人', is: null }])).toEqual([null]);
  });

  it('a confirmed name may mean the owner', () => {
    expect(meant([{ name: '掌灯人', is: '我' }])).toEqual(['我']);
  });
});

describe('knownIn', () => {
  it('knownIn keeps the names that speak or are called, and no others', () => {
    const names = ['掌灯人', '半帆', '小舟', '在吗'].map((name) => ({ name, is: null }));
    expect(knownIn(names, called.messages).map((k) => k.name)).toEqual(['掌灯人', '半帆']);
  });
});
