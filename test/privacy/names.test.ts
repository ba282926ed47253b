import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { innerNames, showText } from '../../src/privacy/index.js';

describe('innerNames.show', () => {
  it.each([
    ['阿橙-灯塔', '阿橙-灯塔'],
    ['阿橙??', '阿橙'],
    ['??阿橙????灯塔', '阿橙灯塔'],
    ['阿橙?', '阿橙?'],
    ['  阿橙 \u3000 灯塔 ', '阿橙 灯塔'],
  ])('innerNames.show(%j) is %j', (name, shown) => {
    expect(innerNames.show(name)).toBe(shown);
  });

  it.each(['', '??', '????', ' ', '\u3000??'])(
    'innerNames.show(%j) has a word for who has no name',
    (name) => {
      expect(innerNames.show(name)).toBe('无名');
    },
  );

  it('innerNames.show cuts a name that is too long, and no character in half', () => {
    expect(innerNames.show('灯'.repeat(50))).toBe('灯'.repeat(40));
    expect(innerNames.show(`${'灯'.repeat(39)}😀`)).toBe('灯'.repeat(39));
  });

  it('innerNames.show of any name is a line of 1 to 40 characters, and showing it again changes nothing', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('?', ' ', '灯', '😀', '-', '\n'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(names, (name) => {
        const shown = innerNames.show(name);
        expect(shown.length).toBeGreaterThan(0);
        expect(shown.length).toBeLessThanOrEqual(40);
        expect(shown).not.toMatch(/\n|\?\?|^\s|\s$|[\ud800-\udbff]$/);
        expect(innerNames.show(shown)).toBe(shown);
      }),
      { seed: 701, numRuns: 500 },
    );
  });
});

describe('showText', () => {
  const names = { show: (name: string) => `«${name}»` };
  const shown = (text: string, ...mentioned: string[]) => {
    let from = 0;
    const spans = mentioned.map((name) => {
      const start = text.indexOf(`@${name}`, from);
      from = start + name.length + 1;
      return { start, end: from, name };
    });
    return showText(text, spans, names);
  };

  it('showText shows the names of mentions, and one space behind each', () => {
    expect(shown('@阿橙\u2005看 @半帆，好', '阿橙', '半帆')).toBe('@«阿橙» 看 @«半帆» ，好');
  });

  it('showText takes along the one space that ends a mention', () => {
    expect(shown('@阿橙  看', '阿橙')).toBe('@«阿橙»  看');
    expect(shown('@阿橙\u2005看', '阿橙')).toBe('@«阿橙» 看');
    expect(shown('@阿橙看', '阿橙')).toBe('@«阿橙» 看');
  });

  it('showText shows names that stand together', () => {
    expect(shown('@阿橙@半帆', '阿橙', '半帆')).toBe('@«阿橙» @«半帆» ');
  });

  it('showText leaves words that look like a name', () => {
    expect(shown('阿橙，@阿橙', '阿橙')).toBe('阿橙，@«阿橙» ');
  });

  it('showText of a text without mentions is the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(showText(text, [], names)).toBe(text);
      }),
      { seed: 702, numRuns: 100 },
    );
  });

  it('showText leaves no name of a mention but as it is shown', () => {
    const hidden = { show: () => '某人' };
    const part = fc.constantFrom('阿橙', '半帆', '看', ' ', '\u2005', '，');
    fc.assert(
      fc.property(fc.array(fc.tuple(part, fc.boolean()), { maxLength: 12 }), (parts) => {
        let text = '';
        const spans = parts.flatMap(([word, mention]) => {
          const start = text.length;
          text += mention ? `@Q${word}` : word;
          return mention ? [{ start, end: text.length, name: `Q${word}` }] : [];
        });
        const result = showText(text, spans, hidden);
        expect(result).not.toContain('Q');
        expect(result.split('@某人').length - 1).toBe(spans.length);
      }),
      { seed: 703, numRuns: 200 },
    );
  });
});
