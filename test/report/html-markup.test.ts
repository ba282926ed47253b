import { describe, expect, it } from 'vitest';
import { html, joined } from '../../src/report/html-markup.js';

describe('html', () => {
  it('html escapes text and leaves markup alone', () => {
    expect(html`<p title="${'"'}">${'<i>'}${html`<b>${'&'}</b>`}</p>`.source).toBe(
      '<p title="&quot;">&lt;i&gt;<b>&amp;</b></p>',
    );
  });

  it('html leaves nothing for what is missing, and a zero for a zero', () => {
    expect(html`${null}${undefined}${false}${[]}${0}`.source).toBe('0');
  });

  it('joined puts no separator where a part is missing', () => {
    expect(html`${joined(['a', null, '', html``, '<'], ' · ')}`.source).toBe('a · &lt;');
  });
});
