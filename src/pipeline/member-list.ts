import { type CsvError, parse } from 'csv-parse/sync';
import type { ListedMember } from '../corpus/index.js';
import { decode } from '../read/index.js';

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

interface Row {
  record: string[];
  info: { lines: number };
}

/** Rows with the line on which each ends; what stands in no column of the heading is left out. */
function rowsOf(text: string): Row[] {
  const separator = text.slice(0, text.indexOf('\n') + 1 || undefined).includes('\t') ? '\t' : ',';
  return parse(text, {
    bom: true,
    delimiter: separator,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as Row[];
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
  const problems: ListProblem[] = [];
  let rows: Row[];
  try {
    rows = rowsOf(decode(bytes).text);
  } catch (error) {
    const { lines, message } = error as CsvError & { lines?: number };
    return { members: [], problems: [{ line: lines ?? 1, rule: 'list-broken', detail: message }] };
  }
  const [head, ...body] = rows;
  const at = (column: Column) => head?.record.findIndex((cell) => columns[column].test(cell)) ?? -1;
  const places = { name: at('name'), aliases: at('aliases'), exempt: at('exempt'), note: at('note') };
  if (places.name < 0) {
    const detail = head?.record.join(', ').slice(0, 80) ?? '';
    return { members: [], problems: [{ line: 1, rule: 'list-no-header', detail }] };
  }
  const members = new Map<string, ListedMember>();
  for (const { record, info } of body) {
    const cell = (column: Column) => record[places[column]] ?? '';
    const line = info.lines;
    const problem = (rule: ListProblem['rule'], detail: string) => problems.push({ line, rule, detail });
    const name = cell('name');
    if (columns.name.test(name)) problem('list-head-again', record.join(', ').slice(0, 80));
    else if (!name) problem('list-no-name', record.join(', ').slice(0, 80));
    else if (members.has(name)) problem('list-twice', name);
    else {
      const said = cell('exempt');
      const exempt = yes.test(said) ? true : no.test(said) ? false : null;
      if (said && exempt === null) problem('list-exempt', said);
      members.set(name, { name, aliases: listOf(cell('aliases')), exempt, note: cell('note'), line });
    }
  }
  return { members: [...members.values()], problems };
}
