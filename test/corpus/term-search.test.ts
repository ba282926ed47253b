import { describe, expect, it } from 'vitest';
import { soughtIn, TermSearch, termUsesOf } from '../../src/corpus/index.js';
import { analyse } from '../analysis/analyse.js';
import { chat } from '../threads/chat.js';

const searched = (script: string, ...sought: [term: string, ...aliases: string[]][]) =>
  new TermSearch(sought.map(([term, ...aliases]) => ({ term, aliases, class: 'tech' }))).in(
    analyse(chat(script), { tokens: true }),
  );
const found = (script: string, ...sought: [term: string, ...aliases: string[]][]) =>
  Object.fromEntries(
    searched(script, ...sought)
      .terms.filter((t) => !t.known)
      .map((t) => [t.term, t.messages]),
  );

describe('TermSearch', () => {
  it('finds a word wherever it is written, whether or not the day took it for a term', () => {
    const script = '09:00 阿橙 雾号坏了\n09:01 半帆 哪个雾号\n09:02 小舟 灯也坏了';
    expect(found(script, ['雾号'])).toEqual({ 雾号: [1, 2] });
  });

  it('other forms count for the name, and a form goes to whom it names', () => {
    const script = '09:00 阿橙 Fog Horn 坏了\n09:01 半帆 雾笛没坏';
    expect(found(script, ['雾号', 'fog horn', '雾笛'], ['雾笛'])).toEqual({ 雾号: [1], 雾笛: [2] });
  });

  it('a letter that touches it makes another word of it', () => {
    expect(found('09:00 阿橙 MAST和MASTER是两回事\n09:01 半帆 MASTER', ['mast'])).toEqual({ mast: [1] });
  });

  it('part of a longer term, of a name or of an address is no use of it', () => {
    const script =
      '09:00 航标 早\n09:01 半帆 @航标\u2005 看 http://hangbiao.example/灯塔航标\n09:02 小舟 灯塔支付的支付';
    expect(found(script, ['支付'], ['hangbiao'])).toEqual({ 支付: [3] });
    expect(found('09:00 航标 早\n09:01 半帆 @航标\u2005 好', ['航标'])).toEqual({});
    expect(found('09:00 小舟 灯塔支付', ['支付'])).toEqual({});
  });

  it('the seam of two words is no use of it', () => {
    const script = '09:00 阿橙 引入金融\n09:01 半帆 转入金额\n09:02 小舟 入金到账了';
    expect(found(script, ['入金'])).toEqual({ 入金: [3] });
  });

  it('second copies do not count, and terms of the glossary stay', () => {
    const script = '09:00 阿橙 清算靠雾号\n09:00 阿橙 清算靠雾号';
    const day = searched(script, ['雾号']);
    expect(day.terms.map((t) => [t.term, t.known])).toContainEqual(['清算', true]);
    expect(termUsesOf(day).get('雾号')!.messages).toBe(day.messages.filter((m) => !m.duplicateOf).length);
  });

  it('what days discovered is sought by its commonest form, with its others', () => {
    const record = termUsesOf(searched('09:00 阿橙 雾号坏了', ['雾号'])).get('雾号')!;
    const forms = new Map([
      ['雾笛', 1],
      ['雾号', 3],
    ]);
    expect(soughtIn({ ...record, forms })).toEqual({ term: '雾号', aliases: ['雾笛'], class: 'tech' });
  });
});
