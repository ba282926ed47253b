import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanMessage, cleanName } from '../../src/read/clean.js';

const textOf = (raw: string) => cleanMessage(raw).text;

describe('cleanName', () => {
  it('cleanName undoes HTML escaping', () => {
    expect(cleanName('Lumen &amp;amp; 灯')).toBe('Lumen & 灯');
  });

  it('cleanName drops what cannot be seen', () => {
    expect(cleanName('\u202e阿\u200b橙\ufeff')).toBe('阿橙');
  });

  it('cleanName leaves one space of any white space and none at the ends', () => {
    expect(cleanName('  阿橙 \u2005 灯塔 ')).toBe('阿橙 灯塔');
  });

  it('cleanName keeps the question marks of lost emoji', () => {
    expect(cleanName('??阿橙')).toBe('??阿橙');
  });
});

describe('cleanMessage: words', () => {
  it("cleanMessage turns the exporter's double space back into a line break", () => {
    expect(textOf('第一步开门  第二步关灯   第三步上船')).toBe('第一步开门\n第二步关灯\n第三步上船');
  });

  it('cleanMessage leaves a single space alone', () => {
    expect(textOf('open the door')).toBe('open the door');
  });

  it('cleanMessage undoes HTML that was escaped five times over', () => {
    expect(textOf('&amp;amp;amp;amp;lt;灯&amp;amp;amp;amp;gt;')).toBe('<灯>');
  });

  it('cleanMessage drops control characters and the marks that turn the direction of text', () => {
    expect(textOf('灯\u0000塔\u202e亮\u200b了\u0007')).toBe('灯塔亮了');
  });

  it('cleanMessage leaves a space where a tab stood', () => {
    expect(textOf('船号\t泊位')).toBe('船号 泊位');
    expect(textOf('船号 \t\t泊位')).toBe('船号 泊位');
  });

  it('cleanMessage keeps the joiner that holds an emoji together', () => {
    expect(textOf('👩\u200d🚀 出发')).toBe('👩\u200d🚀 出发');
  });

  it("cleanMessage makes Unicode's own line ends ordinary ones", () => {
    expect(textOf('灯\u2028塔\u2029船')).toBe('灯\n塔\n船');
  });

  it('cleanMessage of nothing is nothing', () => {
    expect(cleanMessage('')).toEqual({ text: '', attachments: [] });
    expect(cleanMessage(' \n\u3000')).toEqual({ text: '', attachments: [] });
  });
});

describe('cleanMessage: question marks', () => {
  it('cleanMessage reads a pair of question marks as an emoji', () => {
    expect(textOf('船到港了??')).toBe('船到港了[表情]');
    expect(textOf('??')).toBe('[表情]');
  });

  it('cleanMessage shows at most three emoji', () => {
    expect(textOf('到港了????')).toBe('到港了[表情][表情]');
    expect(textOf('到港了????????????')).toBe('到港了[表情][表情][表情]');
  });

  it.each(['船到了吗??', '这是什么??', '几点开船呢??', '要多少????'])(
    'cleanMessage keeps the question marks of %j',
    (text) => {
      expect(textOf(text)).toBe(text);
    },
  );

  it('cleanMessage keeps an odd number of question marks', () => {
    expect(textOf('船到了???')).toBe('船到了???');
  });

  it('cleanMessage keeps a single question mark', () => {
    expect(textOf('船到了?')).toBe('船到了?');
  });

  it('cleanMessage puts back the space that WeChat sets after a mention', () => {
    expect(textOf('@阿橙-灯塔?船到了')).toBe('@阿橙-灯塔\u2005船到了');
  });

  it('cleanMessage puts it back after every mention', () => {
    expect(textOf('@阿橙?@Lumen?看')).toBe('@阿橙\u2005@Lumen\u2005看');
  });

  it('cleanMessage takes one of an odd number of marks for that space, and the pairs for emoji', () => {
    expect(textOf('@阿橙???船到了')).toBe('@阿橙\u2005[表情]船到了');
    expect(textOf('@阿橙?????')).toBe('@阿橙\u2005[表情][表情]');
  });

  it('cleanMessage leaves the mark of a question that follows a name at once', () => {
    expect(textOf('@阿橙在吗?')).toBe('@阿橙在吗?');
    expect(textOf('@阿橙怎么开?')).toBe('@阿橙怎么开?');
  });

  it('cleanMessage reads a pair after a mention as an emoji', () => {
    expect(textOf('@阿橙??船到了')).toBe('@阿橙[表情]船到了');
  });
});

describe('cleanMessage: attachments', () => {
  it('cleanMessage leaves the title of a link in the text, with its offsets', () => {
    const { text, attachments } = cleanMessage('看 [潮汐表](https://tide.example/a?b=1) 再说');
    expect(text).toBe('看 潮汐表 再说');
    expect(attachments).toEqual([
      { kind: 'link', title: '潮汐表', url: 'https://tide.example/a?b=1', start: 2, end: 5 },
    ]);
  });

  it('cleanMessage unescapes the address of a link', () => {
    expect(cleanMessage('[x](https://tide.example/?a=1&amp;amp;b=2)').attachments[0]!.url).toBe(
      'https://tide.example/?a=1&b=2',
    );
  });

  it('cleanMessage leaves nothing of an image', () => {
    const { text, attachments } = cleanMessage('![12:03:04](images/7.jpg)');
    expect(text).toBe('');
    expect(attachments).toEqual([
      { kind: 'image', title: '12:03:04', url: 'images/7.jpg', start: 0, end: 0 },
    ]);
  });

  it('cleanMessage leaves nothing of a sticker and keeps its label', () => {
    const { text, attachments } = cleanMessage('收到[[敬礼]](https://sticker.example/1.gif)');
    expect(text).toBe('收到');
    expect(attachments).toEqual([
      { kind: 'sticker', title: '敬礼', url: 'https://sticker.example/1.gif', start: 2, end: 2 },
    ]);
  });

  it('cleanMessage knows a red packet by title and address', () => {
    const url = 'https://wx.gtimg.com/hongbao/1801/hb.png';
    expect(cleanMessage(`[微信红包](${url})`)).toEqual({
      text: '',
      attachments: [{ kind: 'redpacket', title: '微信红包', url, start: 0, end: 0 }],
    });
  });

  it('cleanMessage takes an article about red packets for a link', () => {
    const { text, attachments } = cleanMessage('[红包的历史](https://tide.example/a)');
    expect([text, attachments[0]!.kind]).toEqual(['红包的历史', 'link']);
  });

  it('cleanMessage knows a quote by the id that it bears', () => {
    const { text, attachments } = cleanMessage('[wxid_abc123:](x)对，就是这个');
    expect(text).toBe('对，就是这个');
    expect(attachments[0]!.kind).toBe('quote');
  });

  it('cleanMessage shows no id of a sender of whom nothing else is left', () => {
    const lost = { text: '', attachments: [{ kind: 'quote', title: '', url: '', start: 0, end: 0 }] };
    expect(cleanMessage('dengta1988:')).toEqual(lost);
    expect(cleanMessage(' dengtazhu:  ')).toEqual(lost);
    for (const said of ['dengta1988: 到了', '到了:', 'ok:', 'dengta1988']) expect(textOf(said)).toBe(said);
  });

  it('cleanMessage knows a quote by the XML in place of an address', () => {
    expect(cleanMessage('[灯](&lt;msg&gt;&lt;/msg&gt;)').attachments[0]!.kind).toBe('quote');
  });

  it('cleanMessage knows a file by its name and leaves the name in the text', () => {
    const { text, attachments } = cleanMessage('请看 [泊位表.xlsx](file-3)');
    expect(text).toBe('请看 泊位表.xlsx');
    expect(attachments[0]).toMatchObject({ kind: 'file', start: 3, end: 11 });
  });

  it('cleanMessage reads a link that never closes up to the end of its line', () => {
    const { text, attachments } = cleanMessage('[潮汐表](https://tide.example/a\n下一行');
    expect(text).toBe('潮汐表\n下一行');
    expect(attachments[0]!.url).toBe('https://tide.example/a');
  });

  it('cleanMessage keeps attachments in order, each with its own offsets', () => {
    const { text, attachments } = cleanMessage('[甲](u1)和[乙](u2)![](u3)');
    expect(text).toBe('甲和乙');
    expect(attachments.map((a) => [a.kind, a.start, a.end])).toEqual([
      ['link', 0, 1],
      ['link', 2, 3],
      ['image', 3, 3],
    ]);
  });

  it('cleanMessage moves offsets along when it trims the text', () => {
    const { text, attachments } = cleanMessage('![](u)\n[潮汐](u2)');
    expect(text).toBe('潮汐');
    expect(attachments[1]).toMatchObject({ start: 0, end: 2 });
  });

  it('cleanMessage counts offsets behind restored emoji and line breaks', () => {
    const { text, attachments } = cleanMessage('到港??  看[潮汐](u)');
    expect(text).toBe('到港[表情]\n看潮汐');
    expect(text.slice(attachments[0]!.start, attachments[0]!.end)).toBe('潮汐');
  });

  it('cleanMessage leaves brackets alone that are no link', () => {
    expect(cleanMessage('[捂脸] 数组[0]（灯）')).toEqual({ text: '[捂脸] 数组[0]（灯）', attachments: [] });
  });

  it('cleanMessage does not run the content of a script: it stays text', () => {
    expect(textOf('&lt;script&gt;x&lt;/script&gt;')).toBe('<script>x</script>');
  });
});

describe('cleanMessage: any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '[',
      ']',
      '(',
      ')',
      '!',
      '[潮汐](https://t.example)',
      '![1](2)',
      '[[贴]](3)',
      '[a.pdf](4)',
      '\n',
      ' ',
    ],
    ...[
      '  ',
      '?',
      '??',
      '@',
      '@阿橙',
      '灯',
      '塔',
      '吗',
      '&amp;',
      '&lt;',
      '\u2005',
      '\u200b',
      '😀',
      'x',
      '\t',
    ],
  );
  const raws = fc.oneof(
    fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('cleanMessage leaves no white space at the ends and nothing invisible', () => {
    fc.assert(
      fc.property(raws, (raw) => {
        const { text } = cleanMessage(raw);
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u200b\u202a-\u202e\ufeff]/);
      }),
      { seed: 41, numRuns: 500 },
    );
  });

  it('cleanMessage gives every attachment offsets within the text, rising, around its title or nothing', () => {
    fc.assert(
      fc.property(raws, (raw) => {
        const { text, attachments } = cleanMessage(raw);
        let last = 0;
        for (const { kind, title, start, end } of attachments) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(kind === 'link' || kind === 'file' ? title : '');
          last = end;
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
