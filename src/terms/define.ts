import { fold } from '../text/index.js';
import { cues, patternsIn } from './explains.js';
import { explanationsIn, isSure, nameInDay } from './explanations.js';
import { type TermModel, weigh } from './model.js';
import { passageFrom, type Talk } from './passage.js';
import type { Definition, TermUse } from './types.js';

/** Shortest message that may explain, in characters, and the most that is shown of an explanation. */
const shortest = 6;
const longestShown = 400;

/** Evidence that a message has the form of a definition. */
const definingPattern = /^pattern\.(?:means|is|called|spelt|equals|divides)$/;

/** A message that may explain a term, with the evidence. */
export interface DefinitionCandidate {
  term: TermUse;
  /** Index of the message. */
  at: number;
  /** Indices of the messages of the explanation. */
  passage: number[];
  evidence: string[];
}

const bin = (name: string, value: number, most: number) =>
  `${name}:${Math.max(0, Math.min(most, Math.round(value)))}`;
const log = (x: number) => Math.log2(Math.max(1, x));

/** What a day's messages say, folded once, and how much else they name. */
interface Scene extends Talk {
  folded: string[];
  /** How many terms each message names. */
  named: number[];
  /** How often each speaker names each term (`speaker\tterm`). */
  uses: Map<string, number>;
  /** How many of the messages of a speaker are of a talk. */
  talkers: Map<string, number>;
}

function sceneOf(talk: Talk, terms: readonly TermUse[]): Scene {
  const named = talk.messages.map(() => 0);
  const uses = new Map<string, number>();
  const talkers = new Map<string, number>();
  for (const term of terms)
    for (const n of term.messages) {
      named[n - 1]!++;
      const key = `${talk.messages[n - 1]!.speaker}\t${term.term}`;
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
  talk.messages.forEach((m, i) => {
    if (talk.kinds[i] === 'talk') talkers.set(m.speaker, (talkers.get(m.speaker) ?? 0) + 1);
  });
  return { ...talk, folded: talk.messages.map((m) => fold(m.text)), named, uses, talkers };
}

const asksAbout = /什么|啥|意思|区别|怎么|如何|哪|吗|[?？]/;

function* evidence(
  scene: Scene,
  term: TermUse,
  at: number,
  passage: number[],
  direct: boolean,
): Generator<string> {
  const { messages, folded, parents, kinds } = scene;
  const message = messages[at]!;
  const text = folded[at]!;
  yield 'always';
  yield `direct:${direct}`;
  yield `kind:${kinds[at]}:${direct}`;
  yield bin('length', log(text.length) * 1.5, 12);
  yield bin('passage', passage.length, 6);
  yield bin('passageLength', log(passage.reduce((s, i) => s + folded[i]!.length, 0)) * 1.5, 14);
  yield bin('named', scene.named[at]!, 6);
  yield bin('uses', log(term.messages.length) * 1.5, 8);
  yield bin('ordinal', log(term.messages.indexOf(message.n) + 1) * 1.5, 8);
  yield bin('own', log(scene.uses.get(`${message.speaker}\t${term.term}`) ?? 0) * 1.5, 6);
  yield `talker:${(scene.talkers.get(message.speaker) ?? 0) >= 4}`;
  yield `known:${term.known}`;
  yield `class:${term.class}`;
  yield bin('termLength', fold(term.term).length, 8);
  for (const [name, cue] of Object.entries(cues)) if (cue.test(text)) yield `cue.${name}`;
  const rest = passage
    .slice(1)
    .map((i) => folded[i]!)
    .join('\n');
  for (const name of ['defines', 'divides', 'explainsHow', 'general', 'reasons', 'examples', 'asks'])
    if (rest && cues[name]!.test(rest)) yield `then.${name}`;
  const patterns = new Set(
    term.surface.flatMap((s) => (text.includes(fold(s)) ? patternsIn(text, fold(s)) : [])),
  );
  for (const name of patterns) yield `pattern.${name}`;
  if (patterns.has('opens')) yield `opens.${kinds[at]}`;
  if (patterns.has('opens') || patterns.has('clause')) yield bin('subjectLength', log(text.length), 8);
  const parent = parents[at]! - 1;
  if (parent !== at) {
    const before = folded[parent]!;
    const about = term.surface.some((s) => before.includes(fold(s)));
    yield `parent:${kinds[parent]}:${about}`;
    if (about && asksAbout.test(before)) yield 'asked';
    if (about && /什么是|是什么|是啥|啥意思|什么意思|区别|啥是/.test(before)) yield 'askedWhat';
    if (messages[parent]!.speaker === message.speaker) yield `goesOn:${about}`;
  }
}

/** Every message that may explain a term: it names it, or answers a question that does. Opinions explain nothing. */
export function definitionCandidates(talk: Talk, terms: readonly TermUse[]): DefinitionCandidate[] {
  const scene = sceneOf(talk, terms);
  const { messages, parents, kinds } = talk;
  const children = new Map<number, number[]>();
  parents.forEach((parent, i) => {
    if (parent - 1 !== i) children.set(parent - 1, [...(children.get(parent - 1) ?? []), i]);
  });
  const found: DefinitionCandidate[] = [];
  for (const term of terms) {
    const naming = new Set(term.messages.map((n) => n - 1));
    const answers = [...naming].flatMap((i) =>
      kinds[i] === 'question'
        ? (children.get(i) ?? []).filter((k) => messages[k]!.speaker !== messages[i]!.speaker)
        : [],
    );
    for (const at of [...new Set([...naming, ...answers])].sort((a, b) => a - b)) {
      const { text, duplicateOf } = messages[at]!;
      if (duplicateOf !== null || text.length < shortest || kinds[at] === 'question' || kinds[at] === 'share')
        continue;
      if (cues.opines!.test(scene.folded[at]!)) continue;
      const passage = passageFrom(talk, at);
      found.push({ term, at, passage, evidence: [...evidence(scene, term, at, passage, naming.has(at))] });
    }
  }
  return found;
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
  talk: Talk,
  conversations: readonly Conversation[],
  terms: readonly TermUse[],
  model: TermModel | null,
): Definition[] {
  if (!model) return [];
  const conversationOf = new Map<number, number>();
  conversations.forEach(({ messages }, k) => {
    for (const n of messages) conversationOf.set(n - 1, k);
  });
  const judged = definitionCandidates(talk, terms).map((c) => ({
    ...c,
    defines: c.evidence.some((name) => definingPattern.test(name)),
    odds: weigh(c.evidence, model.definitions),
  }));
  return explanationsIn(judged, (i) => conversationOf.get(i) ?? -1)
    .filter(({ odds }) => odds > model.bars.definition)
    .map((explanation) => {
      const text = explanation.messages.map((i) => talk.messages[i]!.text).join('\n');
      return {
        term: nameInDay(explanation.term),
        messages: explanation.messages.map((i) => talk.messages[i]!.n),
        text: text.slice(0, longestShown).replace(/[\ud800-\udbff]$/, ''), // half a character
        sure: isSure(explanation, text),
      };
    })
    .sort((a, b) => a.messages[0]! - b.messages[0]! || (a.term < b.term ? -1 : 1));
}
