// Learns the weights of src/talks/qa-weights.ts from the annotated days and prints them, with what they reach on days left
// out by fifths. After a build; links come from models that had not seen the day:
//   node bench/learn-questions.mjs <folder>   <folder>/models-0 … models-4/threads-zh.json, models-<k> trained --without
//                                             every fifth day from the k-th (in the order of names), as bench/accuracy.mjs does
import { answerFeatures, saidEvidence } from '../dist/talks/answer-features.js';
import { visitCandidates } from '../dist/talks/candidates.js';
import { turnsOf } from '../dist/talks/conversation.js';
import { findQuestions } from '../dist/talks/index.js';
import {
  dot,
  neighbourFeatures,
  probabilityOf,
  questionsOf,
  visitNeighbours,
} from '../dist/talks/matching.js';
import { qaWeights } from '../dist/talks/qa-weights.js';
import { questionFeatures } from '../dist/talks/question-features.js';
import { annotatedDays, folds } from './annotated-turns.mjs';
import { learnTurns } from './learn-turns.mjs';

const models = process.argv[2];
if (!models) throw new Error('which folder of models? See the head of this file.');
/** Ridge of each of the three regressions. */
const ridge = { question: 3, answer: 3, neighbours: 1 };
/** A found question is an annotated one from this overlap on. */
const same = 0.3;

const overlap = (a, b) => {
  const both = a.filter((n) => b.includes(n)).length;
  return both / (a.length + b.length - both);
};

/** Logistic regression with a ridge on all but the first weight, by Newton's steps. */
function regress(rows, truth, strength) {
  const size = rows[0].length;
  const weights = new Float64Array(size);
  for (let step = 0; step < 12; step++) {
    const slope = new Float64Array(size);
    const curve = Array.from({ length: size }, () => new Float64Array(size + 1));
    rows.forEach((row, r) => {
      const p = probabilityOf(dot(weights, row));
      const bend = Math.max(p * (1 - p), 1e-6);
      for (let k = 0; k < size; k++) {
        if (!row[k]) continue;
        slope[k] += (truth[r] - p) * row[k];
        for (let j = 0; j < size; j++) curve[k][j] += bend * row[k] * row[j];
      }
    });
    for (let k = 0; k < size; k++) {
      const hold = k ? strength : 0.01;
      curve[k][k] += hold;
      curve[k][size] = slope[k] - hold * weights[k];
    }
    solve(curve).forEach((change, k) => {
      weights[k] += change;
    });
  }
  return [...weights].map((w) => Math.round(w * 100) / 100);
}

/** Gauss–Jordan elimination of rows that end in their right side; what is symmetric and positive needs no pivots. */
function solve(rows) {
  const size = rows.length;
  for (let k = 0; k < size; k++)
    for (let r = 0; r < size; r++) {
      if (r === k) continue;
      const times = rows[r][k] / rows[k][k];
      for (let c = k; c <= size; c++) rows[r][c] -= times * rows[k][c];
    }
  return rows.map((row, k) => row[size] / row[k]);
}

/** Every turn that may answer each question, with the evidence for it. */
function candidatesOf(q) {
  const found = [];
  const said = q.turns.map((_, i) => saidEvidence(q, i));
  visitCandidates(q, (group, turn, row) => {
    found.push({ group, turn, evidence: [...said[turn], ...row], first: 0 });
  });
  return found;
}

/** The evidence of the neighbours of each match, once `first` of every match is known. */
function neighbourEvidence(q, matches) {
  const rows = [];
  visitNeighbours(q, matches, (_, row) => rows.push([...row]));
  return rows;
}

/** Each day as a judge sees it that had seen neither it nor the fold that is left out. */
function judgedDays(days, without) {
  return Array.from({ length: folds }, (_, fold) => {
    const judge = learnTurns(days.filter((day) => day.fold !== fold && day.fold !== without));
    return days
      .filter((day) => day.fold === fold)
      .map((day) => {
        const conversation = { ...day.conversation, judge };
        return { ...day, conversation, turns: turnsOf(conversation) };
      });
  }).flat();
}

function learn(days) {
  const weights = {
    question: questionFeatures.map(() => 0),
    answer: answerFeatures.map(() => 0),
    neighbours: neighbourFeatures.map(() => 0),
  };
  const own = (day, group) => group.turns.map((i) => day.turns[i].n);
  const asked = days.flatMap((day) => {
    const q = questionsOf(day.turns, weights);
    return q.groups.map((group, g) => {
      const ns = own(day, group);
      const inGold = day.qa.some((x) => x.question.some((n) => ns.includes(n)));
      return [q.evidence[g], Number(inGold || ns.some(day.asks))];
    });
  });
  const fitted = (pairs, strength) =>
    regress(
      pairs.map(([row]) => row),
      pairs.map(([, y]) => y),
      strength,
    );
  weights.question = fitted(asked, ridge.question);
  const matched = days.map((day) => {
    const q = questionsOf(day.turns, weights);
    const truth = q.groups.map((group) => {
      const ns = own(day, group);
      const best = day.qa.toSorted((a, b) => overlap(ns, b.question) - overlap(ns, a.question))[0];
      return best && overlap(ns, best.question) >= same ? best.answers : [];
    });
    const matches = candidatesOf(q);
    return { q, matches, truth: matches.map((m) => Number(truth[m.group].includes(day.turns[m.turn].n))) };
  });
  const pairs = (rowsOf) => matched.flatMap((day) => rowsOf(day).map((row, k) => [row, day.truth[k]]));
  weights.answer = fitted(
    pairs((day) => day.matches.map((m) => m.evidence)),
    ridge.answer,
  );
  for (const { matches } of matched)
    for (const m of matches) m.first = probabilityOf(dot(weights.answer, m.evidence));
  weights.neighbours = fitted(
    pairs(({ q, matches }) => neighbourEvidence(q, matches)),
    ridge.neighbours,
  );
  return weights;
}

/** Counts as the scorer does: found, annotated and matched questions and answers. */
function judge(day, weights) {
  Object.assign(qaWeights, weights);
  const found = findQuestions(day.conversation).filter((q) => q.answers.length);
  const counts = { questions: [0, found.length, day.qa.length], answers: [0, 0, 0] };
  const pairs = found
    .flatMap((f) => day.qa.map((g) => ({ f, g, share: overlap(f.question, g.question) })))
    .filter((pair) => pair.share >= 0.5)
    .sort((a, b) => b.share - a.share);
  const used = new Set();
  for (const { f, g } of pairs) {
    if (used.has(f) || used.has(g)) continue;
    used.add(f).add(g);
    counts.questions[0]++;
    counts.answers[0] += f.answers.filter((n) => g.answers.includes(n)).length;
  }
  counts.answers[1] = found.reduce((sum, f) => sum + f.answers.length, 0);
  counts.answers[2] = day.qa.reduce((sum, g) => sum + g.answers.length, 0);
  return counts;
}

const days = annotatedDays(models);
const total = { questions: [0, 0, 0], answers: [0, 0, 0] };
for (let fold = 0; fold < folds; fold++) {
  const judged = judgedDays(days, fold);
  const weights = learn(judged.filter((day) => day.fold !== fold));
  for (const day of judged.filter((day) => day.fold === fold))
    for (const [name, counts] of Object.entries(judge(day, weights)))
      for (const k of counts.keys()) total[name][k] += counts[k];
}
for (const [name, [both, found, gold]] of Object.entries(total))
  console.log(
    `${name}: P ${((100 * both) / found).toFixed(1)} R ${((100 * both) / gold).toFixed(1)} F1 ${((200 * both) / (found + gold)).toFixed(1)}`,
  );
for (const [name, weights] of Object.entries(learn(judgedDays(days))))
  console.log(`  ${name}: [${weights.join(', ')}],`);
