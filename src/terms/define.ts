import { ascending } from 'd3-array';
import { fold } from '../text/index.js';
import { EvidenceList, weightsOf } from './evidence.js';
import {
  type ExplainingScene,
  explainerAt,
  explainingScene,
  type SoughtTerm,
  tellExplaining,
} from './explaining.js';
import { cues } from './explains.js';
import { explanationsIn, isSure, type JudgedPassage, nameInDay } from './explanations.js';
import type { TermModel } from './model.js';
import type { LinkedMessages } from './passage.js';
import type { Definition, TermUse } from './types.js';

/** Shortest message that may explain, in characters, and the most that is shown of an explanation. */
const shortest = 6;
const longestShown = 400;

/** A message that may explain a term, with the evidence. */
export interface DefinitionCandidate {
  term: TermUse;
  /** Index of the message. */
  at: number;
  /** Indices of the messages of the explanation. */
  passage: number[];
  /** Whether it has the form of a definition, and asks nothing. */
  defines: boolean;
  /** Whether it is said in a talk. */
  inTalk: boolean;
  /** Filled anew for the next one. */
  evidence: EvidenceList;
}

/** By index: whether a message may explain at all. Questions, shared articles and opinions explain nothing. */
function explainingOf({ messages, kinds, folded }: ExplainingScene): boolean[] {
  return messages.map(({ text, duplicateOf }, i) => {
    if (duplicateOf !== null || text.length < shortest) return false;
    return kinds[i] !== 'question' && kinds[i] !== 'share' && !cues.opines!.test(folded[i]!);
  });
}

/** By index: the messages of others that answer a question. */
function answersOf({ messages, parents, kinds }: LinkedMessages): Map<number, number[]> {
  const answers = new Map<number, number[]>();
  parents.forEach((n, i) => {
    const parent = n - 1;
    if (parent === i || kinds[parent] !== 'question' || messages[parent]!.speaker === messages[i]!.speaker)
      return;
    const list = answers.get(parent);
    if (list) list.push(i);
    else answers.set(parent, [i]);
  });
  return answers;
}

/** Tells every message that may explain a term: it names it, or answers a question that does. */
export function definitionCandidates(
  said: LinkedMessages,
  terms: readonly TermUse[],
  tell: (candidate: DefinitionCandidate) => void,
): void {
  const scene = explainingScene(said, terms);
  const explains = explainingOf(scene);
  const answers = answersOf(said);
  const evidence = new EvidenceList();
  for (const term of terms) {
    const sought: SoughtTerm = { term, forms: term.surface.map(fold), length: fold(term.term).length };
    const naming = new Set(term.messages.map((n) => n - 1));
    const places = new Set(naming);
    for (const i of naming) for (const answer of answers.get(i) ?? []) places.add(answer);
    for (const at of [...places].sort((a, b) => a - b)) {
      if (!explains[at]) continue;
      const hasForm = tellExplaining(scene, sought, at, naming.has(at), evidence);
      const defines = hasForm && !cues.asks!.test(scene.folded[at]!);
      const inTalk = scene.kinds[at] === 'talk';
      tell({ term, at, passage: explainerAt(scene, at).passage, defines, inTalk, evidence });
    }
  }
}

/** A conversation of the day, as the numbers of its messages. */
interface Conversation {
  messages: readonly number[];
}

/**
 * Where the group explains a term: conversations of a day for whose passages learned weights speak above the bar; none
 * without a model. `terms` are what may be explained.
 */
export function findDefinitions(
  said: LinkedMessages,
  conversations: readonly Conversation[],
  terms: readonly TermUse[],
  model: TermModel | null,
): Definition[] {
  if (!model) return [];
  const conversationOf = new Map<number, number>();
  conversations.forEach(({ messages }, k) => {
    for (const n of messages) conversationOf.set(n - 1, k);
  });
  const weights = weightsOf(model.definitions);
  const judged: JudgedPassage[] = [];
  definitionCandidates(said, terms, ({ term, at, passage, defines, inTalk, evidence }) => {
    judged.push({ term, at, passage, defines, inTalk, odds: weights.sum(evidence) });
  });
  return explanationsIn(judged, (i) => conversationOf.get(i) ?? -1)
    .filter(({ odds }) => odds > model.bars.definition)
    .map((explanation) => {
      const text = explanation.messages.map((i) => said.messages[i]!.text).join('\n');
      return {
        term: nameInDay(explanation.term),
        messages: explanation.messages.map((i) => said.messages[i]!.n),
        text: text.slice(0, longestShown).replace(/[\ud800-\udbff]$/, ''), // half a character
        sure: isSure(explanation, text),
      };
    })
    .sort((a, b) => a.messages[0]! - b.messages[0]! || ascending(a.term, b.term));
}
