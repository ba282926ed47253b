import { ascending } from 'd3-array';
import { type DayLine, type Line, type Use, usesOf } from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import type { TableStore } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import { fold } from '../../text/index.js';
import { checkAnswerFile, openTables, writeAnswer } from '../corpus-store.js';
import { plainLine } from '../excerpt.js';
import type { Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { wholeNumber } from '../whole-number.js';

export interface FindOptions extends SpanOptions {
  context?: string;
  limit?: string;
}

/** All forms of the entry that a word belongs to, or the word alone. */
function formsFor(session: Session, sought: string): string[] {
  const entry = session.dictionaries.entries.find((e) =>
    [e.term, ...e.aliases].some((form) => fold(form) === fold(sought)),
  );
  return [...new Set([sought, ...(entry ? [entry.term, ...entry.aliases] : [])])];
}

/** The days that have one of the forms, each with all its messages, in order. */
async function daysWith(store: TableStore, forms: readonly string[]): Promise<DayLine[][]> {
  const { rows } = await store.ask('SELECT chat, date, text FROM messages WHERE duplicate_of IS NULL');
  const wanted = forms.map(fold);
  const days = new Map<string, [string, string]>();
  for (const [chat, date, text] of rows as string[][]) {
    const line = fold(text!);
    if (wanted.some((form) => line.includes(form))) days.set(`${chat}/${date}`, [chat!, date!]);
  }
  const lines: DayLine[][] = [];
  for (const [, day] of [...days].sort(([a], [b]) => ascending(a, b))) {
    const found = await store.ask(
      `SELECT m.n, m.time, m.speaker, m.text, coalesce(t.title, '') FROM messages m
       LEFT JOIN threads t ON t.chat = m.chat AND t.date = m.date AND t.thread = m.thread
       WHERE m.chat = ? AND m.date = ? AND m.duplicate_of IS NULL ORDER BY m.n`,
      day,
    );
    lines.push(
      found.rows.map(([n, time, speaker, text, thread]) => ({
        chat: day[0],
        date: day[1],
        n: Number(n),
        time: String(time),
        speaker: String(speaker),
        text: String(text),
        thread: String(thread),
      })),
    );
  }
  return lines;
}

const lineOf = ({ n, time, speaker, text }: Line, mark: string) =>
  `${mark} #${n} ${time.slice(0, 5)} ${plainLine(innerNames.show(speaker))}：${plainLine(text)}`;

/** The text with the word in brackets. */
function marked({ text, found }: Use): string {
  let [out, at] = ['', 0];
  for (const { start, end } of found) {
    out += `${text.slice(at, start)}【${text.slice(start, end)}】`;
    at = end;
  }
  return out + text.slice(at);
}

function shownUses(uses: readonly Use[], thread: string): string {
  let day = '';
  const blocks = uses.map((use) => {
    const [own] = use.address.split('#');
    const head = own === day ? '' : `${day ? '\n' : ''}${own}\n`;
    day = own!;
    const title = use.thread ? `    ${thread}：${plainLine(use.thread)}\n` : '';
    const lines = [
      ...use.before.map((l) => lineOf(l, '   ')),
      lineOf({ ...use, text: marked(use) }, '  ▸'),
      ...use.after.map((l) => lineOf(l, '   ')),
    ];
    return `${head}${lines.join('\n')}\n${title}`;
  });
  return blocks.join(uses.some((u) => u.before.length + u.after.length) ? '\n' : '');
}

/** Every use of a word and of its aliases (`huati find`), with day, thread and the messages around it. */
export async function find(sought: string, paths: string[], options: FindOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang).tables;
  const context = wholeNumber(session.words, '--context', options.context, { least: 0 }) ?? 0;
  const limit = wholeNumber(session.words, '--limit', options.limit, { least: 0 }) ?? 50;
  if (!sought.trim()) throw new CommandError('no-term', w.noTerm);
  checkAnswerFile(session, options.out);
  const forms = formsFor(session, sought);
  const store = await openTables(session, paths, options);
  try {
    const days = await daysWith(store, forms);
    const uses = days.flatMap((lines) => usesOf(lines, forms, context));
    let file: string | null = null;
    if (options.out) {
      const columns = ['address', 'time', 'speaker', 'thread', 'text'];
      const rows = uses.map((u) => [u.address, u.time, u.speaker, u.thread, marked(u)]);
      file = writeAnswer(session, { columns, rows }, options.out);
    }
    if (options.json) session.answer({ forms, uses, file });
    else if (!uses.length) io.out(`${w.nothing(sought)}\n`);
    else if (!options.out) {
      const other = forms.filter((form) => form !== sought).join('、');
      const dayCount = new Set(uses.map(({ address }) => address.split('#')[0])).size;
      io.out(`${w.found(sought, uses.length, dayCount, other)}\n\n`);
      io.out(`${shownUses(uses.slice(0, limit), w.thread)}`);
      if (uses.length > limit) io.out(`\n${w.more(uses.length - limit)}\n`);
    }
  } finally {
    store.close();
  }
  return session.exitCode;
}
