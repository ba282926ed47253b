import type { ListedMember } from '../corpus/index.js';
import { decode } from '../read/index.js';
import { damageIn } from './edited.js';
import { readCsv } from './read-csv.js';

/** The columns of a list of members, under the headings that people give them; 名字 is needed, the others may be missing. */
const columns = {
  name: /^(?:名字|姓名|昵称|群昵称|name)$/i,
  aliases: /^(?:别名|曾用名|其他名字|aliases?)$/i,
  exempt: /^(?:免签|豁免|免签\/豁免|免签到|exempt)$/i,
  note: /^(?:备注|说明|notes?)$/i,
};
type Column = keyof typeof columns;

const yes = /^(?:是|免|免签|豁免|有|对|√|✓|✔|1|y|yes|true)$/i;
const no = /^(?:否|不|不免|无|没有|×|✗|0|n|no|false)$/i;

/** What is wrong with a line of the list; the other lines serve. */
export interface ListProblem {
  line: number;
  rule: 'list-no-header' | 'list-no-name' | 'list-head-again' | 'list-twice' | 'list-exempt' | 'list-broken';
  detail: string;
}

/** A list of members, read (成员名单). */
export interface MemberList {
  members: ListedMember[];
  problems: ListProblem[];
}

const listOf = (cell: string): string[] =>
  cell
    .split(/[;；、\n]/)
    .map((alias) => alias.trim())
    .filter(Boolean);

/**
 * Reads a list of members from the bytes of a CSV file (or one with tabs, as Excel saves it), UTF-8 or GBK: a heading with
 * 名字, and if need be 别名 (several parted by `；`), 免签 or 豁免 (是 or 否), 备注. Never throws: what is wrong is said
 * with its line, and left out.
 */
export function readMemberList(bytes: Uint8Array): MemberList {
  const { text, notes } = decode(bytes);
  const { rows, problems: broken } = readCsv(text);
  const problems = [...damageIn(notes), ...broken].map(
    ({ line, reason }): ListProblem => ({ line, rule: 'list-broken', detail: reason }),
  );
  const [head, ...body] = rows.filter(({ cells }) => cells.some(Boolean));
  const at = (column: Column) => head?.cells.findIndex((cell) => columns[column].test(cell)) ?? -1;
  const places = { name: at('name'), aliases: at('aliases'), exempt: at('exempt'), note: at('note') };
  if (places.name < 0) {
    const detail = head?.cells.join(', ').slice(0, 80) ?? '';
    return {
      members: [],
      problems: [...problems, { line: head?.line ?? 1, rule: 'list-no-header', detail }],
    };
  }
  const members = new Map<string, ListedMember>();
  for (const { line, cells } of body) {
    const cell = (column: Column) => cells[places[column]] ?? '';
    const problem = (rule: ListProblem['rule'], detail: string) => problems.push({ line, rule, detail });
    const name = cell('name');
    if (columns.name.test(name)) problem('list-head-again', cells.join(', ').slice(0, 80));
    else if (!name) problem('list-no-name', cells.join(', ').slice(0, 80));
    else if (members.has(name)) problem('list-twice', name);
    else {
      const said = cell('exempt');
      const exempt = yes.test(said) ? true : no.test(said) ? false : null;
      if (said && exempt === null) problem('list-exempt', said);
      members.set(name, { name, aliases: listOf(cell('aliases')), exempt, note: cell('note'), line });
    }
  }
  return { members: [...members.values()], problems: problems.sort((a, b) => a.line - b.line) };
}
