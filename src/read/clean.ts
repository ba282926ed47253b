import type { Attachment } from './day.js';
import { unescapeHtml } from './unescape.js';

/** C0 controls but tab and line feed, zero-width characters, and the marks that turn the direction of text. */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** What cleaning looks for: a message without any of it, as most are, is what it seems to be. */
const suspect = new RegExp(`${invisible.source}|[\\u2028\\u2029\\t&?]| {2}|\\]\\(`);

/** `![title](url)`, `[title](url)`, `[[label]](url)`; a URL that never closes runs to the end of its line. */
const markup = /(!?)\[(\[[^[\]\n]*\]|[^[\]\n]*)\]\(([^)\n]*)(?:\)|$)/gm;

/** Of files and of what is forwarded the exporter often leaves nothing but who sent it, by id: `dengta1988:`. */
const senderAlone = /^\s*[A-Za-z][\w-]{5,19}:\s*$/;

/** A question before `??` means that question marks were typed; elsewhere they are an emoji that GBK has not. */
const question = /[吗么呢吧啊呀谁哪啥几何]$|什么|怎么|多少|为何|是否|能不能|有没有|是不是|^\s*$/;

function kindOf(bang: string, title: string, url: string): Attachment['kind'] {
  if (bang) return 'image';
  // a table pasted from a spreadsheet comes out as a sticker with the office program's markup for an address
  if (title.startsWith('[')) return /mso-|<t[rd]\b/.test(url) ? 'file' : 'sticker';
  if (title === '微信红包' || (/红包/.test(title) && /tenpay\.com|wxhb|hongbao/i.test(url)))
    return 'redpacket';
  if (/^wxid_\w*:?$|^gh_\w+:?$/.test(title) || url.startsWith('<?xml') || url.startsWith('<msg'))
    return 'quote';
  if (/\.(xlsx?|docx?|pptx?|pdf|zip|rar|csv|txt|apk)$/i.test(title)) return 'file';
  return 'link';
}

/** Lost emoji come back as `[表情]`: which one it was cannot be known. */
function restoreEmoji(text: string): string {
  return text.replace(/\?{2,}/g, (marks: string, at: number) => {
    if (question.test(text.slice(Math.max(0, at - 6), at)) && at > 0) return marks;
    return marks.length % 2 ? marks : '[表情]'.repeat(Math.min(marks.length / 2, 3));
  });
}

/** A lost U+2005 ends a mention; the pairs behind it are emoji, of the name or of the text. */
const mention = /@([^\s@?，。！？：:,]{1,30})\?(?=(?:\?\?)*(?!\?))/g;
const asks = /吗|怎么|什么|多少|为何|是否|呢$|没$|不$/;

/** Puts back the U+2005 that WeChat sets after a mention; a question typed straight after a name keeps its mark. */
function restoreMentions(text: string): string {
  return text.replace(mention, (whole: string, name: string) => (asks.test(name) ? whole : `@${name}\u2005`));
}

/** A name as it may be shown and compared: unescaped, without what cannot be seen. Damage (`??`) stays. */
export function cleanName(name: string): string {
  return unescapeHtml(name).replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Words between attachments: emoji restored, the double space back to the line break that it was. */
function cleanWords(words: string): string {
  return restoreEmoji(restoreMentions(words.replace(/(\S) {2,}(?=\S)/g, '$1\n')));
}

/**
 * The text of a message of the community's exporter, its damage undone, and what it carries beside words.
 * A link leaves its title in the text; images, stickers, red packets and quotes leave nothing, nor does a sender's id.
 */
export function cleanMessage(raw: string): { text: string; attachments: Attachment[] } {
  if (senderAlone.test(raw))
    return { text: '', attachments: [{ kind: 'quote', title: '', url: '', start: 0, end: 0 }] };
  if (!suspect.test(raw)) return { text: raw.trim(), attachments: [] };
  const source = unescapeHtml(raw)
    .replace(invisible, '')
    .replace(/ ?\t+ ?/g, ' ')
    .replace(/\u2028|\u2029/g, '\n');
  const attachments: Attachment[] = [];
  let text = '';
  let from = 0;
  for (const found of source.matchAll(markup)) {
    const [whole, bang, label, url] = found as unknown as [string, string, string, string];
    text += cleanWords(source.slice(from, found.index));
    from = found.index + whole.length;
    const kind = kindOf(bang, label, url);
    const title = kind === 'file' && label.startsWith('[') ? '' : label.replace(/^\[|\]$/g, '').trim();
    const start = text.length;
    if (kind === 'link' || kind === 'file') text += title;
    attachments.push({ kind, title, url: url.trim(), start, end: text.length });
  }
  text += cleanWords(source.slice(from));
  return trimWith(text, attachments);
}

/** Trims both ends of the text and moves the attachments' offsets along. */
function trimWith(text: string, attachments: Attachment[]): { text: string; attachments: Attachment[] } {
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const within = (at: number) => Math.min(Math.max(at - lead, 0), trimmed.length);
  return {
    text: trimmed,
    attachments: attachments.map((a) => ({ ...a, start: within(a.start), end: within(a.end) })),
  };
}
