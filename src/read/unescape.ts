const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;

/** The exporter escaped HTML up to five times over; one more round finds that nothing is left. */
const rounds = 6;

function character(code: number): string {
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code).replace('\u00a0', ' ') : '\ufffd';
}

/** Undoes HTML escaping, however often it was applied. */
export function unescapeHtml(text: string): string {
  let before = text;
  for (let round = 0; round < rounds; round++) {
    if (!before.includes('&')) return before;
    const after = before.replace(entity, (_, decimal?: string, hex?: string, name?: string) =>
      name ? named[name.toLowerCase()]! : character(decimal ? Number(decimal) : Number.parseInt(hex!, 16)),
    );
    if (after === before) return after;
    before = after;
  }
  return before;
}
