// Learns the judge of turns, what asks and what answers (models/turns-zh.json), from the annotated days. After a build:
//   node bench/learn-turns.mjs <folder>           writes <folder>/models-<k>/turns-zh.json, each without the k-th fold of days,
//                                                 and prints what these reach on the days left out
//   node bench/learn-turns.mjs <folder> --keep    writes models/turns-zh.json, from all days
// <folder> as bench/annotated-turns.mjs says.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gramsOf } from '../dist/talks/grams.js';
import { judgeTurns, readTurnModel } from '../dist/talks/judge.js';
import {
  aroundTurns,
  firstOfFamily,
  turnEvidence,
  turnFamilies,
  turnFamilyNames,
} from '../dist/talks/turn-features.js';
import { annotatedDays, folds } from './annotated-turns.mjs';
import { learn } from './logistic.mjs';

const recipe = {
  epochs: 12,
  rate: 0.1,
  ridge: 0.01,
  'days of a pair at least': 4,
  'turns of a pair at least': 4,
};
const judgements = ['question', 'answer'];
const round = (x) => Math.round(x * 1000) / 1000;

/** Pairs of characters that are said on several days: no day's own words, and no name. */
function knownGrams(days) {
  const seen = new Map();
  days.forEach((day, d) => {
    for (const t of day.turns)
      for (const gram of gramsOf(t.text)) {
        const { count = 0, on = new Set() } = seen.get(gram) ?? {};
        seen.set(gram, { count: count + 1, on: on.add(d) });
      }
  });
  return new Set(
    [...seen]
      .filter(
        ([, { count, on }]) =>
          on.size >= recipe['days of a pair at least'] && count >= recipe['turns of a pair at least'],
      )
      .map(([gram]) => gram),
  );
}

/** The file of a judge learned from these days. */
function turnFile(days, scores = {}) {
  const known = knownGrams(days);
  const rows = days.flatMap((day) => {
    const around = aroundTurns(day.turns);
    return day.turns.map((t) => ({
      kind: day.kindOf(t.n),
      x: [
        ...turnEvidence(t, around).map(String),
        ...[...gramsOf(t.text)].filter((gram) => known.has(gram)).map((gram) => `g${gram}`),
      ],
    }));
  });
  const weightsFor = (judgement) => {
    const weights = learn(
      rows.map(({ x, kind }) => ({ x, y: Number(kind === judgement) })),
      { ...recipe, ridge: () => recipe.ridge },
    );
    const families = Object.fromEntries(
      turnFamilyNames.map((name) => [
        name,
        Array.from({ length: turnFamilies[name] }, (_, k) =>
          round(weights.get(String(firstOfFamily[name] + k)) ?? 0),
        ),
      ]),
    );
    const grams = Object.fromEntries(
      [...known].sort().flatMap((gram) => {
        const weight = round(weights.get(`g${gram}`) ?? 0);
        return weight ? [[gram, weight]] : [];
      }),
    );
    return { families, grams };
  };
  return {
    format: 1,
    language: 'zh',
    recipe,
    data: {
      days: days.length,
      turns: rows.length,
      what: 'kinds of the annotated days; links by models that had not seen the day',
    },
    scores,
    ...Object.fromEntries(judgements.map((judgement) => [judgement, weightsFor(judgement)])),
  };
}

const written = (file) =>
  `${JSON.stringify(file, null, 1)
    .replace(/\n\s+(-?[\d.]+,?)(?=\n)/g, ' $1')
    .replace(/\n\s+("[^"]*": -?[\d.]+,?)(?=\n)/g, ' $1')}\n`;

/** A judge learned from these days, ready to use. */
export const learnTurns = (days) => readTurnModel(JSON.stringify(turnFile(days)));

/** F1 of what is judged more probable than not, in hundredths, on days left out by turns. */
function crossValidated(days, files) {
  const counts = Object.fromEntries(judgements.map((judgement) => [judgement, [0, 0, 0]]));
  for (const day of days) {
    const judged = judgeTurns(day.turns, readTurnModel(JSON.stringify(files[day.fold])));
    day.turns.forEach((t, i) => {
      for (const [judgement, p] of [
        ['question', judged[i].asks],
        ['answer', judged[i].answers],
      ]) {
        const [said, is] = [p >= 0.5, day.kindOf(t.n) === judgement];
        counts[judgement][0] += Number(said && is);
        counts[judgement][1] += Number(said);
        counts[judgement][2] += Number(is);
      }
    });
  }
  return Object.fromEntries(
    Object.entries(counts).map(([judgement, [both, said, is]]) => [
      `${judgement} F1, days left out by fifths`,
      Math.round((2000 * both) / (said + is)) / 10,
    ]),
  );
}

function main(folder, keep) {
  const days = annotatedDays(folder);
  const files = Array.from({ length: folds }, (_, fold) => turnFile(days.filter((day) => day.fold !== fold)));
  const scores = crossValidated(days, files);
  console.log(scores);
  if (keep) {
    const root = join(dirname(fileURLToPath(import.meta.url)), '..');
    writeFileSync(join(root, 'models', 'turns-zh.json'), written(turnFile(days, scores)));
  } else
    files.forEach((file, fold) => {
      writeFileSync(join(folder, `models-${fold}`, 'turns-zh.json'), written(file));
    });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!process.argv[2]) throw new Error('which folder of models? See the head of this file.');
  main(process.argv[2], process.argv.includes('--keep'));
}
