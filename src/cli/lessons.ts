import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { glob } from 'tinyglobby';
import { findPeople, type People } from '../people/index.js';
import { type Dictionaries, loadDictionaries } from '../pipeline/index.js';
import { type Day, readDay } from '../read/index.js';
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

/** `n<TAB>parent<TAB>kind` lines. */
function readLinks(text: string): Map<number, number[]> {
  const rows = text.trim().split('\n');
  return new Map(
    rows.map((row) => {
      const [n, parent] = row.split('\t').map(Number);
      return [n!, [parent!]];
    }),
  );
}

/** `a b -` lines of the IRC benchmark: line b links back to line a, both counted from 0; a message may have several. */
function readAnnotation(text: string): Map<number, number[]> {
  const gold = new Map<number, number[]>();
  for (const row of text.split('\n')) {
    const [a, b] = row
      .split(/\s+/)
      .filter((part) => /^\d+$/.test(part))
      .map(Number);
    if (a === undefined || b === undefined) continue;
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

/**
 * Reads annotated days from a folder: `<group>-<date>.links.tsv` with logs under `source`, or the IRC benchmark's
 * `NAME.annotation.txt` beside `NAME.ascii.txt`.
 * @throws where an annotation has no log
 */
export async function readLessons(
  folder: string,
  source: string,
  tools: LessonTools,
): Promise<AnnotatedDay[]> {
  const names = readdirSync(folder).sort();
  const logs = names.some((name) => name.endsWith(links))
    ? await glob('**/_posts/*', { cwd: source, absolute: true })
    : [];
  return names.flatMap((name): AnnotatedDay[] => {
    const text = () => readFileSync(join(folder, name), 'utf8');
    if (name.endsWith(links)) {
      const [, group, date] = /^(.+)-(\d{4}-\d\d-\d\d)\.links\.tsv$/.exec(name) ?? [];
      const path = logs.sort().find((log) => log.includes(`/${group}/_posts/${date}-`));
      if (!path) throw new Error(`${name}: no log of ${group}, ${date} under ${source}`);
      return [
        annotated(basename(name, links), readDay(readFileSync(path), { path }), readLinks(text()), tools),
      ];
    }
    if (!name.endsWith(annotation)) return [];
    const path = join(folder, name.replace(annotation, '.ascii.txt'));
    if (!existsSync(path)) throw new Error(`${name}: no log ${basename(path)} beside it`);
    const day = readDay(readFileSync(path), { path, format: 'irc' });
    const bare = {
      ...tools,
      lexicon: new Lexicon([]),
      segmenter: { ...tools.segmenter, cut: (run: string) => [run] },
    };
    return [annotated(basename(name, annotation), day, readAnnotation(text()), bare)];
  });
}
