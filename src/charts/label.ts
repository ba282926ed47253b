import { textWidth } from './measure.js';

/** Controls that XML forbids, and marks that turn the direction of the text around them. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
/** Half of a surrogate pair, as a careless cut leaves it: no XML file may hold one. */
const halved = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Chat text as one line that an SVG may hold. Markup stays text: escaping is the renderer's. */
export function plainLine(text: string): string {
  return text.replace(halved, '\ufffd').replace(unseen, '').replace(/\s+/g, ' ').trim();
}

/** Chat text as one line of at most `width` pixels, cut with an ellipsis between whole characters. */
export function fitLine(text: string, width: number, fontSize: number): string {
  const line = plainLine(text);
  if (textWidth(line, fontSize) <= width) return line;
  const room = width - textWidth('…', fontSize);
  let cut = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(line)) {
    if (textWidth(cut + segment, fontSize) > room) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/** Fills lines of at most `width` pixels with pieces, none of which is cut. */
function fill(pieces: string[], width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line && textWidth((line + piece).trimEnd(), fontSize) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trim()].filter(Boolean);
}

/** A clause, up to the mark that ends it. */
const clause = /.+?(?:[。，；：][”》）]*|[.,;:] |$)/gu;
/** What may not be parted: a word or a number, or one Han character, with the space and the marks after it. */
const unit = /(?:[\p{Script=Latin}\d:–.%'-]+|.) *[，。、；：！？）》”,.;:!?)]*/gu;

/** A sentence of our own as lines of at most `width` pixels, broken between clauses, and inside only the longest. */
export function wrapLines(text: string, width: number, fontSize: number): string[] {
  const clauses = text.match(clause) ?? [];
  const pieces = clauses.flatMap((piece) =>
    textWidth(piece.trimEnd(), fontSize) > width ? (piece.match(unit) ?? []) : [piece],
  );
  return fill(pieces, width, fontSize);
}
