import { describe, expect, it } from 'vitest';
import { quotationIn } from '../../src/text/index.js';

const dashes = '- - - - - - - - - -';

describe('quotationIn', () => {
  it('quotationIn finds what a reply quotes, also where the exporter lost the brackets or broke the lines', () => {
    const reply = `「 阿橙-灯塔: 油要灌多少？ 」 ${dashes} 八成`;
    expect(quotationIn(reply)).toEqual({ text: '油要灌多少？', length: reply.indexOf('八成') });
    expect(quotationIn(`? 阿橙：油要\n灌多少 ?\n${dashes}\n八成`)!.text).toBe('油要\n灌多少');
  });

  it('quotationIn finds none without the row of dashes, nor behind words of the message', () => {
    expect(quotationIn('「 阿橙: 油要灌多少 」是他问的')).toBeNull();
    expect(quotationIn(`他问「 阿橙: 油要灌多少 」 ${dashes}`)).toBeNull();
  });
});
