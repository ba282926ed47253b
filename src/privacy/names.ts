/**
 * The one way from a name in a log to a name on a page. Every output takes names from here and from nowhere else,
 * so that what is shown can be replaced everywhere at once.
 */
export interface Names {
  /** A name as it may be shown: damage and what cannot be seen taken out, never empty. */
  show(name: string): string;
}

const longestShown = 40;

/** Names as members bear them, for readers inside the group (内部版). */
export const innerNames: Names = {
  show(name) {
    const shown = name
      .replace(/\?{2,}/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, longestShown)
      // the cut may leave a space or half a character at the end
      .replace(/[\s\ud800-\udbff]$/, '');
    return shown || '无名';
  },
};

/** A span of a text that is a name: a mention. */
export interface NameSpan {
  start: number;
  end: number;
  name: string;
}

/** A text with the names in its name positions shown through `names`; words that look like names stay. */
export function showText(text: string, mentions: readonly NameSpan[], names: Names): string {
  let shown = '';
  let from = 0;
  for (const { start, end, name } of mentions) {
    shown += `${text.slice(from, start)}@${names.show(name)} `;
    from = text[end] === '\u2005' || text[end] === ' ' ? end + 1 : end;
  }
  return shown + text.slice(from);
}
