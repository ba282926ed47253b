/** Columns that a text takes in a terminal: Chinese characters take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, c) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        c,
      )
        ? 2
        : 1),
    0,
  );

/** Rows as aligned columns, two spaces between them. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => widthOf(row[i]!))));
  return rows
    .map((row) =>
      row
        .map((text, i) => text + ' '.repeat(widths[i]! - widthOf(text)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
