import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findPeople, type People } from '../people/index.js';
import { type Dictionaries, findInputs, loadDictionaries } from '../pipeline/index.js';
import { type Day, dateIn, groupOf, readDay, stemOf } from '../read/index.js';
import { Lexicon, loadSegmenter, type Segmenter, type Token, tokenize } from '../text/index.js';
import { type Judged, type Lesson, prepare, rulesFor } from '../threads/index.js';

/** An annotated day, ready to learn from and to be judged on. */
export interface AnnotatedDay {
  name: string;
  day: Day;
  people: People;
  tokens: Token[][];
  /** Right parents of each annotated message, by `n`. */
  gold: Judged['gold'];
  lesson: Lesson;
}

/** What annotated days are read with. */
export interface LessonTools {
  lexicon: Lexicon;
  lists: Dictionaries['words'];
  segmenter: Segmenter;
}

/** The shipped glossary and word lists, and the segmenter that every machine has, so that training is the same on all. */
export function lessonTools(): LessonTools {
  const { entries, words } = loadDictionaries({ glossary: true, overlays: [] });
  return { lexicon: new Lexicon(entries), lists: words, segmenter: loadSegmenter('@node-rs/jieba') };
}

const links = '.links.tsv';
const annotation = '.annotation.txt';

/** Rows of an annotation, each with the number of its line; empty lines are none. */
const rowsOf = (text: string) =>
  text.split(/\r?\n/).flatMap((row, i) => (row.trim() ? [[row, i + 1] as const] : []));

/**
 * `n<TAB>parent<TAB>kind` lines: the parent is an earlier message, or n itself.
 * @throws naming the line where a number is no message of the day: nothing could be learned or judged by it
 */
function readLinks(file: string, text: string, messages: number): Map<number, number[]> {
  const gold = new Map<number, number[]>();
  for (const [row, line] of rowsOf(text)) {
    const [n, parent] = row.split('\t').map(Number);
    if (!(isMessage(n, messages) && isMessage(parent, n)))
      throw new Error(`${file}:${line}: no link of a day with ${messages} messages`);
    gold.set(n, [parent]);
  }
  return gold;
}

const isMessage = (n: number | undefined, last: number): n is number =>
  n !== undefined && Number.isInteger(n) && n >= 1 && n <= last;

/**
 * `a b -` lines of the IRC benchmark: line b links back to line a, both counted from 0; a message may have several.
 * @throws naming the line where the log has no such lines
 */
function readAnnotation(file: string, text: string, messages: number): Map<number, number[]> {
  const gold = new Map<number, number[]>();
  for (const [row, line] of rowsOf(text)) {
    const [a, b] = row
      .split(/\s+/)
      .filter((part) => /^\d+$/.test(part))
      .map(Number);
    if (a === undefined || b === undefined || Math.max(a, b) >= messages)
      throw new Error(`${file}:${line}: no link of a log with ${messages} lines`);
    const n = Math.max(a, b) + 1;
    gold.set(n, [...(gold.get(n) ?? []), Math.min(a, b) + 1]);
  }
  return gold;
}

/** A day with its annotation, as indices of its utterances: second copies stand for their originals. */
function lessonOf(
  day: Day,
  gold: Judged['gold'],
  people: People,
  tokens: Token[][],
  tools: LessonTools,
): Lesson {
  const prepared = prepare(day, people, tokens, tools.lists);
  const place = new Map(prepared.utterances.map((u, i) => [u.n, i]));
  const placeOf = (n: number) => place.get(day.messages[n - 1]!.duplicateOf ?? n);
  const parents = prepared.utterances.map((u, i) =>
    (gold.get(u.n) ?? []).flatMap((n) => {
      const at = placeOf(n);
      return at === undefined || at > i ? [] : [at];
    }),
  );
  return { scene: prepared.scene(), parents, otherwise: rulesFor(prepared, day.language) };
}

function annotated(name: string, day: Day, gold: Judged['gold'], tools: LessonTools): AnnotatedDay {
  const people = findPeople(day);
  const { lexicon, segmenter } = tools;
  const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i]!, lexicon, segmenter));
  return { name, day, people, tokens, gold, lesson: lessonOf(day, gold, people, tokens, tools) };
}

const dated = /^(.+)-(\d{4}-\d\d-\d\d)\.links\.tsv$/;

/** A day annotated by `<group>-<date>.links.tsv`; its log is the one of that group and date. */
function linkedDay(folder: string, name: string, logs: readonly string[], tools: LessonTools): AnnotatedDay {
  const [, group, date] = dated.exec(name) ?? [];
  if (!group) throw new Error(`${name}: not named <group>-<date>.links.tsv`);
  const path = logs.find((log) => groupOf(log) === group && dateIn(stemOf(log)) === date);
  if (!path) throw new Error(`${name}: no log of ${group}, ${date}`);
  const day = readDay(readFileSync(path), { path });
  const gold = readLinks(name, readFileSync(join(folder, name), 'utf8'), day.messages.length);
  return annotated(basename(name, links), day, gold, tools);
}

/** A log of the IRC benchmark, whose annotation lies beside it. */
function benchmarkDay(folder: string, name: string, tools: LessonTools): AnnotatedDay {
  const path = join(folder, name.replace(annotation, '.ascii.txt'));
  if (!existsSync(path)) throw new Error(`${name}: no log ${basename(path)} beside it`);
  const day = readDay(readFileSync(path), { path, format: 'irc' });
  const gold = readAnnotation(name, readFileSync(join(folder, name), 'utf8'), day.messages.length);
  const bare = {
    ...tools,
    lexicon: new Lexicon([]),
    segmenter: { ...tools.segmenter, cut: (run: string) => [run] },
  };
  return annotated(basename(name, annotation), day, gold, bare);
}

/**
 * Reads annotated days from a folder: `<group>-<date>.links.tsv` with logs under `source`, or the IRC benchmark's
 * `NAME.annotation.txt` beside `NAME.ascii.txt`. Days on which nothing is annotated are left out.
 * @throws where an annotation has no log, or a line of it names no messages
 */
export async function readLessons(
  folder: string,
  source: string,
  tools: LessonTools,
): Promise<AnnotatedDay[]> {
  const names = readdirSync(folder).sort();
  const { inputs } = names.some((name) => name.endsWith(links)) ? await findInputs([source]) : { inputs: [] };
  const logs = inputs.map((input) => input.path);
  const days = names.flatMap((name): AnnotatedDay[] => {
    if (name.endsWith(links)) return [linkedDay(folder, name, logs, tools)];
    return name.endsWith(annotation) ? [benchmarkDay(folder, name, tools)] : [];
  });
  return days.filter(({ gold }) => gold.size);
}
