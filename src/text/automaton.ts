/** A form found in a text; offsets in UTF-16 units of the folded text, `value` as it was given with the form. */
export interface Hit {
  start: number;
  end: number;
  value: number;
}

const isLatin = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

interface Node {
  next: Map<number, Node>;
  value: number;
}

const emptyNode = (): Node => ({ next: new Map(), value: -1 });

/**
 * Finds the longest of many forms at every place of a folded text (最长匹配). A form that begins or ends in a letter or
 * digit is found only where no other letter or digit touches it: `pos` is not found in `postpone`.
 */
export class Automaton {
  private readonly roots: (Node | undefined)[] = [];

  /** @param forms folded forms with what they stand for; of equal forms the first wins */
  constructor(forms: Iterable<readonly [string, number]>) {
    for (const [form, value] of forms) {
      if (!form) continue;
      const first = form.charCodeAt(0);
      let node = this.roots[first] ?? emptyNode();
      this.roots[first] = node;
      for (let i = 1; i < form.length; i++) {
        const code = form.charCodeAt(i);
        const child = node.next.get(code) ?? emptyNode();
        node.next.set(code, child);
        node = child;
      }
      if (node.value < 0) node.value = value;
    }
  }

  /** The longest form that begins at `at`, or null. */
  longestAt(text: string, at: number): Hit | null {
    const code = text.charCodeAt(at);
    let node = this.roots[code];
    if (!node || (isLatin(code) && at > 0 && isLatin(text.charCodeAt(at - 1)))) return null;
    let found: Hit | null = null;
    for (let i = at + 1; ; i++) {
      const whole = !isLatin(text.charCodeAt(i - 1)) || i >= text.length || !isLatin(text.charCodeAt(i));
      if (node.value >= 0 && whole) found = { start: at, end: i, value: node.value };
      const child: Node | undefined = i < text.length ? node.next.get(text.charCodeAt(i)) : undefined;
      if (!child) return found;
      node = child;
    }
  }

  /** All longest forms from left to right, none overlapping; a hit that `accepts` refuses hides no other. */
  match(text: string, accepts: (hit: Hit) => boolean = () => true): Hit[] {
    const hits: Hit[] = [];
    for (let at = 0; at < text.length; ) {
      const hit = this.longestAt(text, at);
      const taken = hit !== null && accepts(hit);
      if (taken) hits.push(hit);
      at = taken ? hit.end : at + 1;
    }
    return hits;
  }
}
