import { describe, expect, it } from 'vitest';
import { longestRead } from '../../src/read/index.js';
import { Lexicon, loadSegmenter, tokenize, withoutTerms } from '../../src/text/index.js';
import { chat, entry } from '../threads/chat.js';

const segmenter = loadSegmenter('@node-rs/jieba');
const lexicon = new Lexicon([entry('清算')]);

describe('a very long message', () => {
  const text = '灯塔清算'.repeat(longestRead / 4 + 100);

  it('is cut into words as far as a person writes, with and without terms; the rest is one token', () => {
    const tokens = tokenize(text, [], lexicon, segmenter);
    const plain = withoutTerms(text, [], tokens, segmenter);
    for (const cut of [tokens, plain])
      expect(cut.at(-1)).toMatchObject({ start: longestRead, end: text.length, type: 'mark' });
    expect(tokens.map((t) => text.slice(t.start, t.end)).join('')).toBe(text);
    expect(tokens.filter((t) => t.type === 'term')).toHaveLength(longestRead / 4);
  });

  it('is told, and its text stays whole', () => {
    const day = chat(`09:00 阿橙 ${text}\n09:01 半帆 好`);
    expect(day.messages[0]!.text).toBe(text);
    expect(day.notes).toMatchObject([{ level: 'info', rule: 'message-long', detail: String(text.length) }]);
  });
});
