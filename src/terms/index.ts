import type { Mention } from '../people/index.js';
import type { Day } from '../read/index.js';
import { type Lexicon, type Segmenter, type Token, withoutTerms } from '../text/index.js';
import type { ClassJudge } from './classes.js';
import { type Judged, judgeCandidates, type Reading, readTerms, runsIn } from './discover.js';
import { explainRun, type TermReasons } from './explain-term.js';
import type { TermModel } from './model.js';
import { type Occurrence, termUses } from './occurrences.js';
import { ownInside, ownTerms } from './own.js';
import { leastOdds } from './pieces.js';
import type { RunScene } from './run-scene.js';
import type { TermUse } from './types.js';
import { joinVariants } from './variants.js';
import { keepWhole, readWhole } from './whole.js';
import { type DiscoveryWords, wordBook } from './word-book.js';

export { ClassJudge, type ClassWeights, classEvidence } from './classes.js';
export { findDefinitions } from './define.js';
export { type TermEvidenceGroup, type TermReasons, termEvidenceGroups } from './explain-term.js';
export { readTermModel, type TermModel, type TermModelFile } from './model.js';
export { type PhraseFigures, phraseFigures } from './statistics.js';
export type { Definition, TermUse } from './types.js';
export type { DiscoveryWords } from './word-book.js';

/** The terms of a day, known and discovered, and its messages segmented so that they stay whole. */
export interface Terms {
  terms: TermUse[];
  /** The same with what is less likely to be one: of these the group may explain one. */
  explainable: TermUse[];
  tokens: Token[][];
}

/** What terms are found with. */
export interface TermTools {
  lexicon: Lexicon;
  segmenter: Segmenter;
  words: DiscoveryWords;
  /** Folded forms that people rejected: they are never discovered, nor kept whole. */
  rejected?: ReadonlySet<string>;
  /** Without one nothing is discovered. */
  model: TermModel | null;
}

/** Every occurrence of a term in a reading; second copies of a message do not count. */
function occurrencesIn(
  day: Day,
  readings: readonly Reading[],
  lexicon: Lexicon,
  classes: ClassJudge | undefined,
): Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const [i, { text, n, duplicateOf }] of day.messages.entries()) {
    if (duplicateOf !== null) continue;
    for (const { start, end, of } of readings[i]!) {
      const surface = text.slice(start, end);
      // a form of the glossary is its entry's wherever it is found, as in what stands against a digit: 2POS
      const entry = 'known' in of ? lexicon.entries[of.known.entry]! : lexicon.named(of.candidate.folded);
      if (entry) occurrences.push({ term: entry.term, surface, class: entry.class, known: true, n });
      else if ('candidate' in of) {
        const { surface: term, folded } = of.candidate;
        const guessed = classes?.guess(folded) ?? 'concept';
        occurrences.push({ term, surface, class: guessed, known: false, n });
      }
    }
  }
  return occurrences;
}

/** The runs of a day that may be terms, cut without the glossary, and what they are judged by. */
function sceneOf(
  { messages }: Day,
  mentions: readonly Mention[][],
  tokens: Token[][],
  known: Token[][],
  { lexicon, segmenter, words }: TermTools,
  { statistics }: TermModel,
): RunScene {
  const plain = lexicon.entries.length
    ? messages.map((m, i) =>
        tokens[i]!.some((t) => t.type === 'term')
          ? withoutTerms(m.text, mentions[i]!, tokens[i]!, segmenter)
          : tokens[i]!,
      )
    : tokens;
  return runsIn(messages, plain, wordBook(segmenter, words, statistics), known);
}

/** The candidates of a day with the odds of each; none where nothing is to be discovered. */
function judge(
  day: Day,
  mentions: readonly Mention[][],
  tokens: Token[][],
  known: Token[][],
  tools: TermTools,
): Judged[] {
  const { rejected, model } = tools;
  if (!model) return [];
  const scene = sceneOf(day, mentions, tokens, known, tools, model);
  const { alone, beside, explained } = model.bars;
  const judged = judgeCandidates(scene, model.terms, Math.min(leastOdds, alone, beside, explained));
  const own = ownTerms(known, tools.lexicon);
  return judged.filter(
    ({ candidate: { folded, places } }) => !rejected?.has(folded) && !ownInside(places, own).length,
  );
}

const termsIn = (tokens: Token[][]) => tokens.map((row) => row.filter((t) => t.type === 'term'));
/** What a candidate must have, without a glossary or beside one. */
const barOf = ({ alone, beside }: { alone: number; beside: number }, { entries }: Lexicon) =>
  entries.length ? beside : alone;

/**
 * Why a word was taken for a term on a day, or was not: what it was judged by.
 * @returns null without a model, and where the word is no run of whole words of the day
 */
export function explainTerm(
  day: Day,
  mentions: readonly Mention[][],
  tokens: Token[][],
  tools: TermTools,
  word: string,
): TermReasons | null {
  const { model, lexicon } = tools;
  if (!model || day.language !== 'zh') return null;
  const known = termsIn(tokens);
  const scene = sceneOf(day, mentions, tokens, known, tools, model);
  return explainRun(scene, model, { bar: barOf(model.bars, lexicon), known, lexicon }, word);
}

/**
 * A term as it is judged where the group may explain it: whether a passage explains a word does not change with the day on
 * which somebody takes it into the group's own glossary.
 */
const asBefore = (use: TermUse, own: ReadonlySet<string>): TermUse =>
  own.has(use.term) ? { ...use, known: false } : use;

/** What speaks for a run of words that the trade uses, where the group may explain it (log-odds). */
const oddsOfTrade = 3;

/** Finds the terms of a day. `discover: false` leaves it at the glossary's. */
export function findTerms(
  day: Day,
  mentions: readonly Mention[][],
  tokens: Token[][],
  tools: TermTools,
  options: { discover: boolean },
): Terms {
  const { lexicon } = tools;
  const known = termsIn(tokens);
  const judged = options.discover && day.language === 'zh' ? judge(day, mentions, tokens, known, tools) : [];
  const { alone = 0, beside = 0, explained = 0, known: knownScore = 1 } = tools.model?.bars ?? {};
  const bar = barOf({ alone, beside }, lexicon);
  const read = (candidates: readonly Judged[], candidate: number) => {
    const readings = readTerms(day.messages, known, candidates, { candidate, known: knownScore });
    return joinVariants(termUses(occurrencesIn(day, readings, lexicon, tools.model?.classes)));
  };
  const { trade } = tools.words;
  const likelier = judged.map((j) =>
    trade.has(j.candidate.folded) ? { ...j, odds: j.odds + oddsOfTrade } : j,
  );
  const ownNames = new Set(lexicon.entries.filter((_, i) => lexicon.isOwn(i)).map(({ term }) => term));
  const whole = readWhole(day.messages, known, judged, tools.model?.pieces ?? null);
  return {
    terms: read(judged, bar),
    explainable: read(likelier, explained).map((use) => asBefore(use, ownNames)),
    tokens: tokens.map((row, i) => keepWhole(day.messages[i]!.text, row, whole[i]!)),
  };
}
