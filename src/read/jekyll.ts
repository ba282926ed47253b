import matter from 'gray-matter';
import { dateIn, groupOf, isOfChats, nameForDate, safeSegment, stemOf } from './address.js';
import { cleanMessage, cleanName } from './clean.js';
import type { Day, Message, Note } from './day.js';
import { markDuplicates } from './duplicates.js';
import type { Format, Hint } from './format.js';
import { textLines } from './lines.js';

/** The line that opens a message; two spaces part time and name. */
const header = /^> (\d\d):(\d\d):(\d\d) {2}(.*)$/s;
const likeHeader = /^>\s*\d{1,2}[:：]\d{1,2}/;
const fence = /^---[ \t]*$/;

interface Header {
  author: string | null;
  lines: number | null;
  date: string | null;
}

/** Front matter in any language but YAML would be run, not read. */
const refused = {
  parse: () => {
    throw new Error('front matter may only be YAML');
  },
  stringify: () => '',
};
const engines = { javascript: refused, coffee: refused, json: refused, toml: refused };

function readHeader(preamble: string[], notes: Note[]): Header {
  const none: Header = { author: null, lines: null, date: null };
  const opens = preamble.findIndex((line) => line.trim() !== '');
  if (opens < 0 || !/^---/.test(preamble[opens]!)) return none;
  const fail = (rule: Note['rule'], line: number, detail: string) =>
    notes.push({ level: 'warning', rule, line, detail });
  if (!fence.test(preamble[opens]!)) {
    fail('header-code', opens + 1, preamble[opens]!.slice(3).trim());
    return none;
  }
  const closes = preamble.findIndex((line, i) => i > opens && fence.test(line));
  if (closes < 0) fail('header-unclosed', opens + 1, '');
  const inside = preamble.slice(opens + 1, closes < 0 ? undefined : closes);
  const date = dateOf(inside, (at, far) => fail('date-far', opens + 2 + at, far));
  try {
    const { data } = matter(`---\n${inside.join('\n')}\n---\n`, { engines });
    return { ...headerFrom(data ?? {}), date };
  } catch (error) {
    const mark = (error as { mark?: { line?: number } }).mark?.line;
    fail('header-invalid', opens + 1 + (mark ?? 0), (error as Error).message.split('\n')[0]!);
    const plain = inside.flatMap((line) => {
      const [, key, value] = /^(\w+)\s*:\s*(.*)$/.exec(line) ?? [];
      return key === undefined ? [] : [[key, value] as const];
    });
    return { ...headerFrom(Object.fromEntries(plain)), date };
  }
}

/** The header's date, by its line: YAML would move it to UTC, and 30 February to 2 March. One of a year without chats is told. */
function dateOf(inside: readonly string[], tell: (at: number, far: string) => void): string | null {
  const at = inside.findIndex((line) => /^date\s*:/.test(line));
  const date = dateIn(inside[at] ?? '');
  if (date === null || isOfChats(date)) return date;
  tell(at, date);
  return null;
}

function headerFrom(data: Record<string, unknown>): Omit<Header, 'date'> {
  // aliases can make a list that is endless as a string
  const lines = typeof data.lines === 'object' ? 0 : Number(data.lines);
  return {
    author: typeof data.author === 'string' && data.author.trim() ? cleanName(data.author) : null,
    lines: Number.isSafeInteger(lines) && lines > 0 ? lines : null,
  };
}

/** The exporter's text of one message: its lines without the padding that it put around each. */
function bodyOf(lines: string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function readMessages(lines: string[], notes: Note[]): { messages: Message[]; preamble: string[] } {
  const messages: Message[] = [];
  const preamble: string[] = [];
  let body: string[] = [];
  const close = () => {
    const last = messages.at(-1);
    if (last) Object.assign(last, cleanMessage(bodyOf(body)));
    body = [];
  };
  lines.forEach((line, i) => {
    const found = header.exec(line);
    if (!found) {
      if (likeHeader.test(line))
        notes.push({ level: 'warning', rule: 'time-malformed', line: i + 1, detail: line.slice(0, 40) });
      (messages.length ? body : preamble).push(line);
      return;
    }
    close();
    const [hour, minute, second] = found.slice(1, 4).map(Number) as [number, number, number];
    const valid = hour < 24 && minute < 60 && second < 60;
    if (!valid)
      notes.push({ level: 'warning', rule: 'time-invalid', line: i + 1, detail: line.slice(2, 10) });
    messages.push({
      n: messages.length + 1,
      line: i + 1,
      time: line.slice(2, 10),
      second: valid ? hour * 3600 + minute * 60 + second : (messages.at(-1)?.second ?? 0),
      speaker: cleanName(found[4]!),
      text: '',
      attachments: [],
      duplicateOf: null,
    });
  });
  close();
  return { messages, preamble };
}

function strayText(preamble: string[], notes: Note[]): void {
  const opens = preamble.findIndex((line) => line.trim() !== '');
  const closes = preamble.findIndex((line, i) => i > opens && fence.test(line));
  const headed = opens >= 0 && preamble[opens]!.startsWith('---');
  const from = !headed ? 0 : closes < 0 ? preamble.length : closes + 1;
  const at = preamble.findIndex((line, i) => i >= from && line.trim() !== '');
  if (at >= 0)
    notes.push({
      level: 'warning',
      rule: 'text-before-first',
      line: at + 1,
      detail: preamble[at]!.slice(0, 40),
    });
}

/** Jekyll posts of the community's exporter: front matter, then `> HH:MM:SS  name` and the text below it. */
export const jekyll: Format = {
  name: 'jekyll',
  recognises: (opening) => {
    const text = opening.trimStart();
    return (
      text.split('\n').some((line) => header.test(line)) ||
      (/^---/.test(text) && /\nlayout:\s*source\b/.test(text))
    );
  },
  parse(text: string, hint: Hint): Day {
    const notes: Note[] = [];
    const { messages, preamble } = readMessages(textLines(text), notes);
    const { date: dated, ...head } = readHeader(preamble, notes);
    strayText(preamble, notes);
    const inName = dateIn(stemOf(hint.path));
    const named = inName && isOfChats(inName) ? inName : null;
    if (!dated && inName && !named)
      notes.push({ level: 'warning', rule: 'date-far', line: 0, detail: inName });
    if (!dated && !named)
      notes.push({ level: 'warning', rule: 'date-missing', line: 0, detail: stemOf(hint.path) });
    if (dated && named && dated !== named)
      notes.push({ level: 'warning', rule: 'date-differs', line: 0, detail: `${dated} ≠ ${named}` });
    return {
      group: hint.group ? safeSegment(hint.group) : (groupOf(hint.path) ?? 'chat'),
      date: dated ?? named ?? nameForDate(hint.path),
      format: 'jekyll',
      language: 'zh',
      header: head,
      messages: markDuplicates(messages),
      notes: notes.sort((a, b) => a.line - b.line),
    };
  },
};
