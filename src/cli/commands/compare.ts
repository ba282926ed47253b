import { existsSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { ascending } from 'd3-array';
import { comparisonCharts } from '../../charts/index.js';
import {
  type ComparedWord,
  type Comparison,
  compare,
  comparedParts,
  isOn,
  isSpan,
  readSide,
  type Side,
  usualOf,
} from '../../compare/index.js';
import { addressOf, type OfDay, type Query } from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import { drawCharts, writeWhole } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import { safeSegment } from '../../read/index.js';
import {
  comparisonMarkdown,
  comparisonPage,
  rateText,
  type ShownComparison,
  showComparison,
  wordAnchor,
} from '../../report/index.js';
import { readCorpus } from '../corpus.js';
import { csv } from '../csv.js';
import { dayPages } from '../day-pages.js';
import type { Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { topicsKept } from '../topic-run.js';
import { wholeNumber } from '../whole-number.js';
import { unwritable } from '../write-file.js';

export interface CompareOptions extends RunCommandOptions {
  /** Weeks; `true` where no number is given. */
  usual?: string | true;
}

const usualWeeks = 4;
const mostWeeks = 52;

/**
 * What stands after `--usual`: a number of weeks or, where it is a span or lies on the disk, the next of the arguments, as
 * in `--usual logs`.
 */
function usualIn(
  usual: CompareOptions['usual'],
  given: readonly string[],
  isPath: (text: string) => boolean,
) {
  if (typeof usual !== 'string' || /^\d+$/.test(usual)) return { usual, given };
  if (isSpan(usual)) return { usual: true as const, given: [usual, ...given] };
  return isPath(usual) ? { usual: true as const, given: [...given, usual] } : { usual, given };
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** What is to be compared, and where the logs are. */
function wanted(session: Session, argv: readonly string[]): { sides: Side[]; paths: string[] } {
  const w = words(session.pipeline.lang).compare;
  const isPath = (text: string) =>
    !isSpan(text) && (existsSync(resolve(session.io.cwd, text)) || /[*?[{]/.test(text));
  const { usual, given } = usualIn((session.options as CompareOptions).usual, argv, isPath);
  const least = usual === undefined ? 2 : 1;
  const first = given.findIndex((text, i) => i >= least && isPath(text));
  const texts = first < 0 ? given : given.slice(0, first);
  const file = texts.find((text) => isFile(resolve(session.io.cwd, text)));
  if (file !== undefined) throw new CommandError('file-as-side', w.fileAsSide(file));
  const sides = texts.map(readSide);
  if (sides.length < least) throw new CommandError('few-sides', w.fewSides);
  const same = sides.find((side, i) => sides.findIndex((other) => other.label === side.label) < i);
  if (same) throw new CommandError('same-sides', w.sameSides(same.label));
  if (usual === undefined) return { sides, paths: given.slice(texts.length) };
  const weeks =
    usual === true ? usualWeeks : wholeNumber(session.words, '--usual', usual, { most: mostWeeks })!;
  if (sides.length > 1 || !sides[0]!.from) throw new CommandError('one-day', w.oneDay(texts.join(' ')));
  return {
    sides: [usualOf(sides[0]!, weeks, w.usualLabel(weeks)), sides[0]!],
    paths: given.slice(texts.length),
  };
}

/** @throws {CommandError} where a side has no day, with what there is */
function checkSides(session: Session, sides: readonly Side[], days: readonly OfDay[], seen: Seen): void {
  const w = words(session.pipeline.lang).compare;
  for (const side of sides) {
    if (days.some((day) => isOn(side, day))) continue;
    if (side.group !== null && !seen.groups.has(side.group))
      throw new CommandError('bad-side', w.badSide(side.label, [...seen.groups].sort().join('、')));
    throw new CommandError('empty-side', w.emptySide(side.label, seen.first, seen.last));
  }
}

/** What logs there are at all. */
interface Seen {
  groups: Set<string>;
  first: string;
  last: string;
}

async function readSides(session: Session, paths: readonly string[], sides: readonly Side[]) {
  const seen: Seen = { groups: new Set(), first: '9999', last: '' };
  const wanted = (day: { group: string; date: string }) => {
    seen.groups.add(day.group);
    if (day.date < seen.first) seen.first = day.date;
    if (day.date > seen.last) seen.last = day.date;
    return sides.some((side) => isOn(side, day));
  };
  return { corpus: await readCorpus(session, paths, [...comparedParts, 'said'], { wanted }), seen };
}

/** Days of several groups, the days of one date beside each other. */
const inTime = <T extends OfDay>(days: readonly T[]): T[] =>
  [...days].sort((a, b) => ascending(a.date, b.date) || ascending(a.group, b.group));

function csvOf({ comparison, lists, w }: ShownComparison): string {
  const [pair] = lists;
  const { word, class: of, known, change, verdict, z, delta, chance, ...side } = w.compare.csv;
  const own = pair!.columns.flatMap((label) => Object.values(side).map((name) => `${label} ${name}`));
  const head = [word, of, known, change, verdict, z, delta, chance, ...own];
  const rows = comparison.words[0]!.words.map((each) => [
    each.form,
    each.class ? w.glossary.classes[each.class] : '',
    each.known ? '✓' : '',
    w.compare.changes[each.change],
    w.compare.verdicts[each.verdict],
    Number(each.z.toFixed(2)),
    Number(each.delta.toFixed(3)),
    each.chance === null ? '' : Number(each.chance.toPrecision(3)),
    ...each.sides.flatMap((s) => [
      s.messages,
      Number(s.rate.toFixed(2)),
      s.voices.length,
      s.voices[0]?.[1] ?? 0,
    ]),
  ]);
  return csv([head, ...rows]);
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** The comparison for programs: figures and addresses, no text but titles. */
function dataOf({ sides, words: lists, topics, steps, shared }: Comparison) {
  const thread = (t: { group: string; date: string; id: number; title: string }) => ({
    address: addressOf({ ...t, n: t.id }),
    title: t.title,
  });
  return {
    sides: sides.map(({ side, days, missing, pace, talks }) => ({
      ...{ ...side, days: days.map((d) => `${d.group}/${d.date}`), missing, pace },
      talks: talks.map(({ at, ...talk }) => ({ address: addressOf(at), ...talk })),
    })),
    words: lists.map(({ side, words: all }) => ({
      side,
      words: all.map((word) => ({
        ...word,
        ...{ z: round(word.z, 3), delta: round(word.delta, 4) },
        chance: word.chance === null ? null : Number(word.chance.toPrecision(4)),
        sides: word.sides.map(({ at, ...s }) => ({
          ...{ ...s, rate: round(s.rate, 3), addresses: at.map(addressOf) },
        })),
      })),
    })),
    topics: topics.map((topic) => ({
      ...topic,
      sides: topic.sides.map((s) => ({ ...s, threads: s.threads.map(thread) })),
    })),
    steps: steps.map((step) => ({
      ...step,
      threads: step.threads.map((t) => ({
        ...t,
        ...{ from: thread(t.from), to: thread(t.to), likeness: round(t.likeness, 3) },
      })),
      questions: step.questions.map(({ at, answered, ...q }) => ({
        ...{ address: addressOf(at), ...q, answered: answered && addressOf(answered) },
      })),
    })),
    shared: shared.map((d) => `${d.group}/${d.date}`),
  };
}

async function pageOf(
  session: Session,
  shown: ShownComparison,
  corpus: Query<'said'>,
  file: string,
): Promise<string> {
  const { lang } = session.pipeline;
  const w = words(lang);
  const anchors = new Map(
    shown.lists.flatMap((list, k) =>
      [...list.differs, ...list.fewVoices].map((word, i) => [word.word, wordAnchor(k, i)] as const),
    ),
  );
  const charts = await drawCharts(
    (options) => comparisonCharts(shown.comparison, (word) => anchors.get(word) ?? null, options),
    lang,
  );
  const isPublic = session.options.public === true;
  const page = dayPages(session, file);
  return comparisonPage(shown, {
    charts,
    isPublic,
    edition: isPublic ? w.privacy.edition : w.inner,
    quote: (at) => {
      const said = corpus.quote(at);
      return said && { ...said, speaker: innerNames.show(said.speaker) };
    },
    findPage: ({ group, date, n }) => {
      const day = page(group, date);
      return day && `${day}#m${n}`;
    },
  });
}

const mostLines = 6;

/** What differs most, in a few lines for the terminal. */
function inBrief({ lists, w }: ShownComparison): string {
  const said = (side: ComparedWord['sides'][number]) =>
    side.messages ? w.compare.count(side.messages, side.voices.length, rateText(side.rate)) : w.compare.none;
  const blocks = lists.map(({ heading, columns, differs }) => {
    const lines = differs
      .slice(0, mostLines)
      .map((word) => w.compare.line(word.form, said(word.sides[0]), said(word.sides[1])));
    return [
      `${heading}${w.marks.aside(columns.join(' → '))}`,
      ...(lines.length ? lines : [`  ${w.compare.noneDiffer}`]),
    ];
  });
  return `${blocks.flat().join('\n')}\n`;
}

/** A side in the name of a file, in which dots at an end would be lost: a span with an open end is not a day. */
const sideName = ({ label }: Side): string =>
  label
    .replace(/(^|\/)\.\.(?=\d)/, '$1to-')
    .replace(/([^/]+)\.\.$/, 'from-$1')
    .replaceAll('/', '_');

/** Where the files go, without their endings: beside a file that `--out` names, else in its folder, named after the sides. */
function stemFor(session: Session, out: string | undefined, sides: readonly Side[]): string {
  if (out && /\.(?:html|md|csv|json)$/i.test(out))
    return resolve(session.io.cwd, out).slice(0, -extname(out).length);
  const name = safeSegment(sides.map(sideName).join('--'));
  return join(out ? session.out : join(session.out, 'compare'), name);
}

/** The answer where no log could be read. */
const nothingCompared = { sides: [], words: [], topics: [], steps: [], shared: [], files: [] };

/** Sets days, spans or groups side by side (`huati compare`): a page, Markdown, CSV and JSON. */
export async function compareSides(given: string[], options: CompareOptions, io: Io): Promise<number> {
  const session = new Session('analyze', { ...options, tokens: true }, io);
  const { sides, paths } = wanted(session, given);
  const { corpus, seen } = await readSides(session, paths, sides);
  if (!seen.last) {
    if (options.json) session.answer(nothingCompared);
    return session.exitCode;
  }
  checkSides(session, sides, corpus.dates(), seen);
  const days = inTime(corpus.days());
  const { lang } = session.pipeline;
  const comparison = compare(sides, days, topicsKept(session, days));
  const shown = showComparison(comparison, innerNames, lang);
  const w = words(lang);
  const stem = stemFor(session, options.out, sides);
  const files: string[] = [];
  const write = (extension: string, content: string) => {
    const path = `${stem}.${extension}`;
    writeWhole(path, content);
    files.push(path);
  };
  const page = `${stem}.html`;
  const data = dataOf(shown.comparison);
  try {
    write('html', await pageOf(session, shown, corpus, page));
    write('md', comparisonMarkdown(shown, options.public ? w.privacy.edition : w.inner));
    if (sides.length === 2) write('csv', csvOf(shown));
    write('json', JSON.stringify(data));
  } catch (error) {
    throw unwritable(session, dirname(stem), error);
  }
  if (options.json) session.answer({ ...data, files });
  else if (!options.quiet) io.out(inBrief(shown));
  session.say(w.compare.page(session.shown(page)));
  return session.exitCode;
}
