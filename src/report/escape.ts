const html: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML text or attribute value. Everything from a log passes through here on its way into a page. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => html[c]!);

/** Text on one line with these marks escaped; nothing in it is HTML or becomes a link by itself. */
const escapeMarks = (text: string, marks: RegExp): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(marks, '\\$&')
    .replace(/[&<>]/g, (c) => html[c]!)
    .replace(
      /(https?|ftp|mailto|www)([:.])/gi,
      (_, scheme: string, mark: string) => `${scheme}&#${mark.charCodeAt(0)};`,
    )
    .replace(/@/g, '&#64;');

/** Text as Markdown text, on one line: nothing in it can be markup, HTML, a link or the end of a list item. */
export const escapeMarkdown = (text: string): string => escapeMarks(text, /[\\`*_{}[\]()#+!|~$-]/g);

/**
 * Text as Markdown text behind other text of its line, where dates, numbers and names stay as they are: what is markup only
 * at the head of a line (`-`, `+`, `#`), beside a bracket or around a word (`_`) needs no escape there.
 */
export const escapeWithin = (text: string): string =>
  escapeMarks(text, /[\\`*{}[\]|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu);

/** A link's address if it is a plain web address, else null: no script, no file, no data. */
export function webAddress(url: string): string | null {
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
  } catch {
    return null;
  }
}

/**
 * Text as Markdown that people go on editing: only what would be markup, HTML, a template's tag (`{%`, `{{`), a table or a
 * formula is escaped, and at the head of a line what would begin a heading, a list or a quotation. On one line.
 */
export const escapeProse = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/[\\`*[\]|$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/[<>]/g, (c) => html[c]!)
    .replace(/[{}]/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(/^( ?)([#+\-=:~])/, '$1\\$2')
    .replace(/^( ?\d+)([.)])/, '$1\\$2');
