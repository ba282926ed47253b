/** A form found in a text; offsets in UTF-16 units of the folded text, `value` as it was given with the form. */
export interface Hit {
  start: number;
  end: number;
  value: number;
}

/** Whether a folded UTF-16 unit is a Latin letter or a digit. */
export const isLatin = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/** Code units that may begin a form. */
const codeUnits = 0x10000;
/** A table is at most half full, so that a search for what is not there ends soon. */
const leastSlots = 16;
const slotsFor = (count: number) => {
  let slots = leastSlots;
  while (slots < count * 2) slots *= 2;
  return slots;
};
const slotOf = (node: number, code: number) => Math.imul(node * 31 + code, 0x9e3779b1) >>> 7;

/**
 * Finds the longest of many forms at every place of a folded text (最长匹配). A form that begins or ends in a letter or
 * digit is found only where no other letter or digit touches it: `pos` is not found in `postpone`.
 *
 * It is a trie over code units (字典树). A day of chat goes through it several times, so its edges lie in typed arrays:
 * those of the root by code unit, the others in a hash table with open addressing. Node 0 is none.
 */
export class Automaton {
  private readonly roots: Int32Array;
  private readonly values: Int32Array;
  private readonly nodes: Int32Array;
  private readonly codes: Uint16Array;
  private readonly children: Int32Array;
  private readonly mask: number;

  /** @param forms folded forms with what they stand for; of equal forms the first wins */
  constructor(forms: Iterable<readonly [string, number]>) {
    const edges = new Map<number, number>();
    const values = [-1];
    this.roots = new Int32Array(codeUnits);
    for (const [form, value] of forms) {
      if (!form) continue;
      const first = form.charCodeAt(0);
      if (!this.roots[first]) this.roots[first] = values.push(-1) - 1;
      let node = this.roots[first]!;
      for (let i = 1; i < form.length; i++) {
        const edge = node * codeUnits + form.charCodeAt(i);
        let child = edges.get(edge);
        if (child === undefined) {
          child = values.push(-1) - 1;
          edges.set(edge, child);
        }
        node = child;
      }
      if (values[node]! < 0) values[node] = value;
    }
    this.values = Int32Array.from(values);
    const slots = slotsFor(edges.size);
    this.mask = slots - 1;
    this.nodes = new Int32Array(slots);
    this.codes = new Uint16Array(slots);
    this.children = new Int32Array(slots);
    for (const [edge, child] of edges) {
      const [node, code] = [Math.floor(edge / codeUnits), edge % codeUnits];
      let slot = slotOf(node, code) & this.mask;
      while (this.nodes[slot]) slot = (slot + 1) & this.mask;
      this.nodes[slot] = node;
      this.codes[slot] = code;
      this.children[slot] = child;
    }
  }

  /** The node that a code unit leads to; 0 for none. */
  private childOf(node: number, code: number): number {
    const { nodes, codes, mask } = this;
    for (let slot = slotOf(node, code) & mask; ; slot = (slot + 1) & mask) {
      if (!nodes[slot]) return 0;
      if (nodes[slot] === node && codes[slot] === code) return this.children[slot]!;
    }
  }

  /** The longest form that begins at `at` and ends at `limit` or before, or null. */
  longestAt(text: string, at: number, limit = text.length): Hit | null {
    const code = text.charCodeAt(at);
    let node = at < limit ? this.roots[code]! : 0;
    if (!node || (isLatin(code) && at > 0 && isLatin(text.charCodeAt(at - 1)))) return null;
    let end = 0;
    let value = -1;
    for (let i = at + 1; node; i++) {
      if (
        this.values[node]! >= 0 &&
        (i >= text.length || !isLatin(text.charCodeAt(i - 1)) || !isLatin(text.charCodeAt(i)))
      ) {
        end = i;
        value = this.values[node]!;
      }
      if (i >= limit) break;
      node = this.childOf(node, text.charCodeAt(i));
    }
    return value < 0 ? null : { start: at, end, value };
  }

  /** The lengths, up to 31, of all forms that stand at `at`, whatever touches them: bit 0 for one unit, bit 1 for two … */
  lengthsAt(text: string, at: number): number {
    let lengths = 0;
    let node = this.roots[text.charCodeAt(at)]!;
    for (let length = 1; node && length <= 31; length++) {
      if (this.values[node]! >= 0) lengths |= 1 << (length - 1);
      if (at + length >= text.length) break;
      node = this.childOf(node, text.charCodeAt(at + length));
    }
    return lengths;
  }

  /**
   * All longest forms from left to right, none overlapping; a hit that `accepts` refuses hides no other. A form gives way to
   * a shorter one where it leaves half of another behind: 微信支付宝 is 微信 and 支付宝, not 微信支付 and 宝.
   */
  match(text: string, accepts: (hit: Hit) => boolean = () => true): Hit[] {
    const hits: Hit[] = [];
    for (let at = 0; at < text.length; ) {
      const longest = this.longestAt(text, at);
      const hit = longest && (this.givenWay(text, longest, accepts) ?? longest);
      const taken = hit !== null && accepts(hit);
      if (taken) hits.push(hit);
      at = taken ? hit.end : at + 1;
    }
    return hits;
  }

  /** The shorter form behind which another begins that reaches farther than a hit; null where none does, or what follows the hit is a form. */
  private givenWay(text: string, hit: Hit, accepts: (hit: Hit) => boolean): Hit | null {
    if (hit.end >= text.length || this.longestAt(text, hit.end)) return null;
    for (let end = hit.end - 1; ; ) {
      const shorter = this.longestAt(text, hit.start, end);
      if (!shorter) return null;
      const next = this.longestAt(text, shorter.end);
      if (next && next.end > hit.end && accepts(shorter) && accepts(next)) return shorter;
      end = shorter.end - 1;
    }
  }
}
