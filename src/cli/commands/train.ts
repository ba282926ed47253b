import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { words } from '../../lang/index.js';
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

const tableOf = (rows: (readonly [string, Agreement])[]) =>
  [
    `${''.padEnd(26)}${measures.map((m) => m.padStart(9)).join('')}`,
    ...rows.map(
      ([name, figures]) =>
        `${name.padEnd(26)}${measures.map((m) => figures[m].toFixed(1).padStart(9)).join('')}`,
    ),
  ].join('\n');

const rounded = (figures: Agreement, prefix: string) =>
  Object.fromEntries(measures.map((m) => [`${prefix} ${m}`, Math.round(figures[m] * 10) / 10]));

/** Learns the link model of a language from annotated days and writes it; with `--cross-validate` it says what to expect of it. */
export async function trainThreads(options: TrainOptions, io: Io): Promise<number> {
  const w = words(options.lang ?? 'zh').cli;
  const language = options.lang ?? 'zh';
  const asked = wholeNumber(w, '--folds', options.folds, { least: fewestFolds });
  const folders = options.gold.map((folder) => resolve(io.cwd, folder));
  const tools = lessonTools();
  const read = (folder: string, source: string) =>
    readLessons(folder, source, tools).catch(({ message }: Error) => {
      throw new CommandError('unreadable', w.failed(folder, message));
    });
  const left = new Set(options.without?.split(','));
  const all: AnnotatedDay[] = [];
  for (const folder of folders)
    all.push(...(await read(folder, options.source ? resolve(io.cwd, options.source) : folder)));
  const days = all.filter((d) => !left.has(d.name) && d.day.language === language);
  if (!days.length) throw new CommandError('no-lessons', w.noLessons(folders.join(' ')));

  const scores: Record<string, number> = {};
  const rows: (readonly [string, Agreement])[] = [];
  if (options.crossValidate) {
    // the model of one fold alone has seen no day
    if (days.length < fewestFolds) throw new CommandError('too-few-lessons', w.tooFewLessons);
    const folds = Math.min(asked ?? usualFolds, days.length);
    const models = foldModels(days, folds, language);
    const judged = judge(days, (k) => models[k % folds]!, tools);
    rows.push(...days.map((d, k) => [d.name, judged.each[k]!] as const), [w.allDays, judged.all]);
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
    const unseen = await read(
      resolve(io.cwd, options.check),
      resolve(io.cwd, options.source ?? options.check),
    );
    const judged = judge(unseen, () => model, tools).all;
    rows.push([basename(options.check), judged]);
    Object.assign(scores, rounded(judged, basename(options.check)));
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
    if (rows.length) io.out(`${tableOf(rows)}\n`);
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
