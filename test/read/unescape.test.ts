import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unescapeHtml } from '../../src/read/unescape.js';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => escapes[c]!);
const escapeTimes = (text: string, times: number) =>
  Array.from({ length: times }).reduce<string>(escapeHtml, text);

describe('unescapeHtml', () => {
  it('unescapeHtml undoes the five named characters of XML', () => {
    expect(unescapeHtml('&lt;b&gt; &amp; &quot;x&quot; &apos;y&apos;')).toBe('<b> & "x" \'y\'');
  });

  it('unescapeHtml reads decimal and hexadecimal numbers', () => {
    expect(unescapeHtml('&#20013;&#x6587;&#X1F600;')).toBe('中文😀');
  });

  it('unescapeHtml makes a no-break space an ordinary one', () => {
    expect(unescapeHtml('a&nbsp;b&#160;c')).toBe('a b c');
  });

  it('unescapeHtml undoes what was escaped five times over', () => {
    expect(escapeTimes('a<b', 5)).toBe('a&amp;amp;amp;amp;lt;b');
    expect(unescapeHtml('a&amp;amp;amp;amp;lt;b')).toBe('a<b');
  });

  it.each(['&#0;', '&#xD800;', '&#x110000;', '&#9999999;'])('unescapeHtml(%j) is no character', (entity) => {
    expect(unescapeHtml(entity)).toBe('\ufffd');
  });

  it.each(['A&B', 'R&D;', '&unknown;', '&amp', '& lt;', '&#;', '&#x;', '&#12345678;'])(
    'unescapeHtml leaves %j as it is',
    (text) => {
      expect(unescapeHtml(text)).toBe(text);
    },
  );

  it('unescapeHtml undoes escaping of any text, however often up to five times', () => {
    const pieces = fc.constantFrom('&', '<', '>', '"', "'", ';', '#', 'amp', '分', '1', '😀', '\n');
    const texts = fc.oneof(fc.string({ unit: pieces }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 5 }), (text, times) => {
        fc.pre(!/&(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos|nbsp);/i.test(text));
        expect(unescapeHtml(escapeTimes(text, times))).toBe(text);
      }),
      { seed: 21, numRuns: 400 },
    );
  });
});
