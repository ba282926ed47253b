import { describe, expect, it } from 'vitest';
import { englishWords } from '../../src/threads/english.js';
import { contentWords, utteranceOf, Vocabulary } from '../../src/threads/index.js';
import { chat, follow, irc, lists } from './chat.js';

const wordsIn = (text: string) => {
  const { day, tokens } = follow(chat(`09:00 阿橙 ${text}`));
  return contentWords(day.messages[0]!.text, tokens[0]!, lists.stopwords);
};

/** The last message of a day as the rules see it. */
function last(script: string) {
  const { day, people } = follow(chat(script));
  const at = day.messages.length - 1;
  return utteranceOf(day.messages[at]!, people.mentions[at]!, 'chat', [], new Vocabulary());
}

describe('Vocabulary', () => {
  it('Vocabulary gives ids out in order of first use', () => {
    const vocabulary = new Vocabulary();
    expect(['船', '灯', '船', '锚'].map((word) => vocabulary.id(word))).toEqual([0, 1, 0, 2]);
    expect(vocabulary.size).toBe(3);
  });
});

describe('contentWords', () => {
  it('contentWords leaves stop words, single characters, marks and numbers out', () => {
    expect(wordsIn('我的备付金在那个码头，3 天！')).toEqual(['备付金', '码头']);
  });

  it('contentWords leaves names, links and emoji out', () => {
    expect(wordsIn('@阿橙\u2005码头 https://tide.example/matou [捂脸]😀')).toEqual(['码头']);
  });

  it('contentWords folds traditional characters, width and case', () => {
    expect(wordsIn('碼頭 ＰＯＳ')).toEqual(['码头', 'pos']);
  });

  it('contentWords keeps terms, rates and documents', () => {
    expect(wordsIn('分账0.38%，281号文')).toEqual(['分账', '0.38%', '281号文']);
  });
});

describe('englishWords', () => {
  const stems = (text: string) => {
    const { day, tokens } = follow(irc(`[08:15] <harbor> ${text}`));
    return englishWords(day.messages[0]!.text, tokens[0]!);
  };

  it('englishWords stems, so that forms of a word are one', () => {
    expect(stems('mounting mounted mounts')).toEqual(['mount', 'mount', 'mount']);
  });

  it('englishWords leaves stop words, single letters and numbers out', () => {
    expect(stems('I have the x disk at 42')).toEqual(['disk']);
  });
});

describe('utteranceOf', () => {
  it('utteranceOf names whom a message mentions, each once, the speaker himself left out', () => {
    const u = last(`
      09:00 阿橙 早
      09:01 半帆 @阿橙 @阿橙 @半帆 早上好`);
    expect([u.to, u.toUnknown]).toEqual([['阿橙'], false]);
  });

  it('utteranceOf says that somebody is mentioned whom nobody knows', () => {
    expect(last('09:00 阿橙 @远方的人 在吗').toUnknown).toBe(true);
  });

  it('utteranceOf reads whom a message quotes', () => {
    expect(last('09:00 阿橙 「半帆：千三吧」我看不止').quotes).toBe('半帆');
    expect(last('09:00 阿橙 「半帆-海蓝支付-海口：千三吧」我看不止').quotes).toBe('半帆-海');
    expect(last('09:00 阿橙 千三吧').quotes).toBeNull();
  });

  it('utteranceOf gives the ids of its words rising and each once', () => {
    const vocabulary = new Vocabulary();
    for (const word of ['船', '灯']) vocabulary.id(word);
    const { day } = follow(chat('09:00 阿橙 早'));
    const u = utteranceOf(day.messages[0]!, [], 'chat', ['灯', '锚', '船', '灯'], vocabulary);
    expect(u.words).toEqual([0, 1, 2]);
  });
});
