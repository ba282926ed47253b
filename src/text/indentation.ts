/** A line that begins at a column where nothing it could belong to begins. */
export interface Misplaced {
  /** Its place in the lines, from 0. */
  index: number;
  /** What begins there: `definition:` or `- term:`. */
  what: string;
  found: number;
  /** Spaces that would put it where such lines stand. */
  expected: number;
}

/** What lines may go on with: keys of a map or items of a list, by the column that they begin at. */
interface Level {
  column: number;
  kind: 'item' | 'key';
}

/** A line of YAML in block style. */
interface Line {
  levels: Level[];
  what: string;
  /** What stands behind its key or dash, a comment left out. */
  value: string;
}

const itemStart = /^-(?: +|$)/;
const keyStart = /^((?:"[^"]*"|'[^']*'|[^\s"'#&*!|>[\]{},-][^:]*?) *:)(?: +|$)/;

/** The items and the key that a line begins; null where it is empty, a comment, or goes on with a text. */
function lineOf(text: string): Line | null {
  const levels: Level[] = [];
  let column = text.length - text.trimStart().length;
  let what = '';
  let rest = text.trim();
  for (let dash = itemStart.exec(rest); dash; dash = itemStart.exec(rest)) {
    levels.push({ column, kind: 'item' });
    what += '- ';
    column += dash[0].length;
    rest = rest.slice(dash[0].length);
  }
  const key = keyStart.exec(rest);
  if (key) {
    levels.push({ column, kind: 'key' });
    what += key[1];
    rest = rest.slice(key[0].length);
  }
  return levels.length ? { levels, what: what.trim(), value: rest.replace(/(?:^| )#.*$/, '') } : null;
}

const nearest = (levels: readonly Level[], { column, kind }: Level): number | undefined =>
  levels
    .filter((level) => level.kind === kind)
    .map((level) => level.column)
    .sort((a, b) => Math.abs(a - column) - Math.abs(b - column) || b - a)[0];

/**
 * The first line of an entry whose indentation is off, which a YAML parser tells as all sorts of things; null where none is,
 * or where brackets and long texts make columns tell nothing.
 */
export function misplacedLine(lines: readonly string[]): Misplaced | null {
  let open: Level[] = [];
  let isOpening = true;
  for (const [index, text] of lines.entries()) {
    const line = lineOf(text);
    if (!line) continue;
    const [first] = line.levels as [Level, ...Level[]];
    const at = open.findLastIndex((l) => l.column === first.column && l.kind === first.kind);
    const last = open.at(-1)?.column ?? -1;
    const isListOfKey = first.kind === 'item' && first.column === last && open.at(-1)?.kind === 'key';
    if (at >= 0) open = open.slice(0, at);
    else if (!isOpening || !(first.column > last || isListOfKey)) {
      const expected = nearest(open, first);
      return expected === undefined ? null : { index, what: line.what, found: first.column, expected };
    }
    if (/^[[{"'|>]/.test(line.value) && !/[\]}"']$/.test(line.value)) return null;
    open = [...open, ...line.levels];
    isOpening = line.value === '' || /^[&!]\S*$/.test(line.value);
  }
  return null;
}
