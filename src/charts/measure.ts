/** What of a text mark tells its width. */
interface TextItem {
  fontSize?: number;
  fontWeight?: string | number;
  /** Width in pixels at which vega cuts the text; 0 or undefined for never. */
  limit?: number;
}

/** The part of vega-scenegraph (which vega exports, untyped) that measures text. */
interface Scenegraph {
  textMetrics: { width: (item: TextItem, text: unknown) => number };
}

/** Han, kana, hangul, full-width forms and emoji: as wide as they are high. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}|[\u{20000}-\u{3ffff}]/u;
/** Marks, arrows and signs that Chinese fonts draw as wide as a Han character, though Unicode leaves it open. */
const wideMarks = /[“”‘’…—·※Ⅰ-Ⅻ\u2190-\u2bff]/u;
const noWidth = /\p{Mark}|\p{Default_Ignorable_Code_Point}/u;
const narrow = /[iljtfrI.,:;'|!()[\]{}` /\\-]/;
const broad = /[A-Z&+=<>~#]/;
const broadest = /[mwMW@%]/;

/** Widths in em, measured in Noto Sans CJK SC and rounded up: a label a little short is better than one cut. */
const em = { wide: 1, broadest: 0.92, broad: 0.69, narrow: 0.39, other: 0.61 };
const boldness = 1.06;

function glyphWidth(glyph: string): number {
  if (noWidth.test(glyph)) return 0;
  if (wide.test(glyph) || wideMarks.test(glyph)) return em.wide;
  if (narrow.test(glyph)) return em.narrow;
  if (broadest.test(glyph)) return em.broadest;
  return broad.test(glyph) ? em.broad : em.other;
}

/** Width of a line of text in pixels, near enough to lay out by, without a canvas or a font. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const glyph of text) width += glyphWidth(glyph);
  return width * fontSize;
}

const isBold = ({ fontWeight }: TextItem) => fontWeight === 'bold' || Number(fontWeight) >= 600;

/**
 * Has vega measure Chinese as wide as it is drawn. Without a canvas it takes every glyph for a Latin one, and with one
 * it depends on the fonts of the machine; either way labels clip or a chart differs from one machine to the next.
 */
export function mendMeasure(vega: object): void {
  const { textMetrics } = vega as Scenegraph;
  textMetrics.width = (item, text) => {
    const size = item.fontSize ?? 11;
    const width = textWidth(String(text ?? '').trim(), size) * (isBold(item) ? boldness : 1);
    // vega cuts by calling back here with shorter and shorter texts, and draws no wider than the limit
    return item.limit && item.limit > 0 ? Math.min(width, item.limit) : width;
  };
}
