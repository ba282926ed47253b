import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Words, words } from '../../lang/index.js';
import { packaged, writeWhole } from '../../pipeline/index.js';
import {
  type Agreement,
  agreement,
  chineseRecipe,
  englishRecipe,
  findLinks,
  type LinkModel,
  learnModel,
  measures,
} from '../../threads/index.js';
import { exitCodes, type Io } from '../io.js';
import { type AnnotatedDay, type LessonTools, lessonTools, readLessons } from '../lessons.js';
import type { CommonOptions } from '../options.js';
import { answerOf } from '../problem.js';
import { CommandError } from '../session.js';
import { wholeNumber } from '../whole-number.js';

export interface TrainOptions extends CommonOptions {
  gold: string[];
  source?: string;
  out?: string;
  crossValidate?: boolean;
  folds?: string;
  check?: string;
  without?: string;
}

const usualFolds = 5;
const fewestFolds = 2;

/** How well a model, or the rules where there is none, links annotated days. */
export function judge(
  days: readonly AnnotatedDay[],
  modelFor: (k: number) => LinkModel | null,
  tools: LessonTools,
) {
  return agreement(
    days.map(({ day, people, tokens, gold }, k) => {
      const { parents } = findLinks(day, people, tokens, tools.lists, modelFor(k));
      return { gold, found: new Map(parents.map((parent, i) => [i + 1, parent])) };
    }),
    days[0]?.day.language === 'en',
  );
}

/** Models by fold (交叉验证): the model at `k % folds` has not seen day `k`. Days go by turns, so that each fold has some of each group. */
export function foldModels(
  days: readonly AnnotatedDay[],
  folds: number,
  language: 'zh' | 'en',
  lost: ReadonlySet<string> = new Set(),
): LinkModel[] {
  const recipe = language === 'en' ? englishRecipe : chineseRecipe;
  return Array.from({ length: folds }, (_, fold) => {
    const seen = days.filter((_, k) => k % folds !== fold).map((day) => day.lesson);
    return learnModel(language, seen, recipe, { data: {}, scores: {} }, lost).model;
  });
}

/** Measures as papers on disentanglement call them; docs/threads.md says what each counts. */
const headings: Record<keyof Agreement, string> = {
  link: 'link F1',
  start: 'start F1',
  vi: 'VI',
  oneToOne: '1-1',
  exact: 'exact F1',
};

/** What is not of a single day goes by names of its own, the same for programs in every language. */
const summaries = (w: Words['cli']): Record<string, string> => ({ all: w.allDays, rules: w.byRules });

const tableOf = (rows: (readonly [string, Agreement])[], w: Words['cli']) =>
  [
    `${''.padEnd(26)}${measures.map((m) => headings[m].padStart(9)).join('')}`,
    ...rows.map(
      ([name, figures]) =>
        `${(summaries(w)[name] ?? name).padEnd(26)}${measures.map((m) => figures[m].toFixed(1).padStart(9)).join('')}`,
    ),
  ].join('\n');

const rounded = (figures: Agreement, prefix: string) =>
  Object.fromEntries(measures.map((m) => [`${prefix} ${m}`, Math.round(figures[m] * 10) / 10]));

/** The language to learn: that of the days or, where they are of two, the one that `--lang` names. */
function languageOf(days: readonly AnnotatedDay[], asked: 'zh' | 'en'): 'zh' | 'en' {
  const languages = new Set(days.map(({ day }) => day.language));
  return languages.size === 1 ? [...languages][0]! : asked;
}

/** The annotated days to learn from: those of the language, without those that are to be left out. */
function chosen(
  all: readonly AnnotatedDay[],
  language: 'zh' | 'en',
  { without }: TrainOptions,
  w: Words['cli'],
) {
  const left =
    without
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? [];
  const unknown = left.filter((name) => !all.some((day) => day.name === name));
  if (unknown.length)
    throw new CommandError('not-annotated', w.notAnnotated(unknown.join(' '), all[0]?.name ?? ''));
  return all.filter(({ name, day }) => !left.includes(name) && day.language === language);
}

/** What cross-validation tells of each day and of all, and what the rules reach on the same days. */
function crossValidated(
  days: readonly AnnotatedDay[],
  asked: number | undefined,
  language: 'zh' | 'en',
  tools: LessonTools,
) {
  const folds = Math.min(asked ?? usualFolds, days.length);
  const models = foldModels(days, folds, language);
  return { judged: judge(days, (k) => models[k % folds]!, tools), rules: judge(days, () => null, tools).all };
}

/** Learns the link model of a language from annotated days and writes it; with `--cross-validate` it says what to expect of it. */
export async function trainThreads(options: TrainOptions, io: Io): Promise<number> {
  const w = words(options.lang ?? 'zh').cli;
  const asked = wholeNumber(w, '--folds', options.folds, { least: fewestFolds });
  const folders = options.gold.map((folder) => resolve(io.cwd, folder));
  const tools = lessonTools();
  const read = (folder: string) =>
    readLessons(folder, resolve(io.cwd, options.source ?? folder), tools).catch(({ message }: Error) => {
      throw new CommandError('unreadable', w.failed(folder, message));
    });
  const all: AnnotatedDay[] = [];
  for (const folder of folders) all.push(...(await read(folder)));
  const language = languageOf(all, options.lang ?? 'zh');
  const days = chosen(all, language, options, w);
  if (!days.length) throw new CommandError('no-lessons', w.noLessons(folders.join(' ')));
  if (!(options.out || options.crossValidate || options.check))
    throw new CommandError('nothing-to-train-for', w.nothingToTrainFor);

  const scores: Record<string, number> = {};
  const rows: (readonly [string, Agreement])[] = [];
  if (options.crossValidate) {
    // the model of one fold alone has seen no day
    if (days.length < fewestFolds) throw new CommandError('too-few-lessons', w.tooFewLessons);
    const { judged, rules } = crossValidated(days, asked, language, tools);
    rows.push(...days.map((d, k) => [d.name, judged.each[k]!] as const));
    rows.push(['all', judged.all], ['rules', rules]);
    Object.assign(scores, rounded(judged.all, 'cross-validated'));
  }
  const messages = days.reduce((sum, d) => sum + d.gold.size, 0);
  const { model, text } = learnModel(
    language,
    days.map((d) => d.lesson),
    language === 'en' ? englishRecipe : chineseRecipe,
    { data: dataOf(days, messages), scores: {} },
  );
  if (options.check) {
    const folder = resolve(io.cwd, options.check);
    const unseen = (await read(folder)).filter(({ day }) => day.language === language);
    if (!unseen.length) throw new CommandError('no-lessons', w.noLessons(folder));
    const judged = judge(unseen, () => model, tools).all;
    rows.push([basename(folder), judged]);
    Object.assign(scores, rounded(judged, basename(folder)));
  }
  const file = options.out === undefined ? null : resolve(io.cwd, options.out);
  if (file !== null)
    writeWhole(
      file,
      text.replace('"scores": {}', () => `"scores": ${JSON.stringify(scores)}`),
    );
  if (options.json)
    io.out(answerOf({ days: days.length, messages, scores: Object.fromEntries(rows), file }, io.problems));
  else {
    if (rows.length) io.out(`${tableOf(rows, w)}\n`);
    if (!options.quiet)
      io.err(
        `${file === null ? w.trainedOnly(days.length, messages) : w.trained(file, days.length, messages)}\n`,
      );
  }
  return exitCodes.ok;
}

function dataOf(days: readonly AnnotatedDay[], messages: number): Record<string, number | string> {
  const { version } = JSON.parse(readFileSync(packaged('package.json'), 'utf8')) as { version: string };
  return {
    days: days.length,
    messages,
    from: days[0]!.name,
    to: days.at(-1)!.name,
    huati: version,
  };
}
