/** A conflict that git left in a file (冲突): its first line and its last, from 0, those of its markers. */
export interface Conflict {
  from: number;
  to: number;
  /** The lines that follow a marker and begin one of the sides; none of a side that is empty. */
  sides: number[];
}

/** Markers as git writes them into files that it cannot merge: `<<<<<<< ours`, `||||||| base`, `=======`, `>>>>>>> theirs`. */
const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?=\s|$)/;
const markOf = (line: string | undefined) => marker.exec(line ?? '')?.[0][0];

/** The conflicts of a file, in order; a marker without the others, where somebody took out some of them, is one by itself. */
export function conflictsIn(lines: readonly string[]): Conflict[] {
  const marked = lines.flatMap((line, i) => (markOf(line) ? [i] : []));
  const conflicts: Conflict[] = [];
  for (const i of marked) {
    const last = conflicts.at(-1);
    const isOpen = last && markOf(lines[last.from]) === '<' && markOf(lines[last.to]) !== '>';
    const side = markOf(lines[i]) === '>' || markOf(lines[i + 1]) ? [] : [i + 1];
    if (!isOpen || markOf(lines[i]) === '<') conflicts.push({ from: i, to: i, sides: side });
    else {
      last.to = i;
      last.sides.push(...side);
    }
  }
  return conflicts;
}
