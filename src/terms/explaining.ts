import { fold } from '../text/index.js';
import { type EvidenceList, evidenceId, named, numbered, truth, worded, wordedTruth } from './evidence.js';
import { cues, patternName, patternsIn } from './explains.js';
import { type LinkedMessages, passageFrom } from './passage.js';
import type { TermUse } from './types.js';

/** What is known of a message that may explain something, whatever that is. */
interface Explainer {
  /** Indices of the messages of the explanation. */
  passage: number[];
  /** How long that is, in characters. */
  length: number;
  /** Evidence of cues in the message itself and in what follows. */
  cues: number[];
}

/** What a day's messages say, folded once, and how much else they name. */
export interface ExplainingScene extends LinkedMessages {
  folded: string[];
  /** How many terms each message names. */
  named: number[];
  /** How often each speaker names each term, by term and speaker. */
  uses: Map<string, Map<string, number>>;
  /** How many of the messages of a speaker are of a talk. */
  talkers: Map<string, number>;
  /** Messages that were looked at, by index: several terms stand in one. */
  explainers: Map<number, Explainer>;
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Counts once what every term's explanations are judged by. */
export function explainingScene(said: LinkedMessages, terms: readonly TermUse[]): ExplainingScene {
  const { messages, kinds } = said;
  const named = messages.map(() => 0);
  const uses = new Map<string, Map<string, number>>();
  const talkers = new Map<string, number>();
  for (const { term, messages: numbers } of terms) {
    const users = uses.get(term) ?? new Map<string, number>();
    uses.set(term, users);
    for (const n of numbers) {
      named[n - 1]!++;
      count(users, messages[n - 1]!.speaker);
    }
  }
  messages.forEach((m, i) => {
    if (kinds[i] === 'talk') count(talkers, m.speaker);
  });
  const folded = messages.map((m) => fold(m.text));
  return { ...said, folded, named, uses, talkers, explainers: new Map() };
}

const log = (x: number) => Math.log2(Math.max(1, x));

/** A speaker with so many messages of a talk gives one. */
const fewestOfTalk = 4;

const ownCues = Object.entries(cues).map(([name, cue]) => ({ cue, id: evidenceId(`cue.${name}`) }));
const laterCues = ['defines', 'divides', 'explainsHow', 'general', 'reasons', 'examples', 'asks'].map(
  (name) => ({ cue: cues[name]!, id: evidenceId(`then.${name}`) }),
);

/** What is known of a message that may explain; looked at once. */
export function explainerAt(scene: ExplainingScene, at: number): Explainer {
  const known = scene.explainers.get(at);
  if (known) return known;
  const { folded, explainers } = scene;
  const text = folded[at]!;
  const passage = passageFrom(scene, at);
  const own = ownCues.filter(({ cue }) => cue.test(text));
  const rest = passage
    .slice(1)
    .map((i) => folded[i]!)
    .join('\n');
  const later = rest ? laterCues.filter(({ cue }) => cue.test(rest)) : [];
  const length = passage.reduce((sum, i) => sum + folded[i]!.length, 0);
  const explainer = { passage, length, cues: [...own, ...later].map(({ id }) => id) };
  explainers.set(at, explainer);
  return explainer;
}

const of = {
  always: evidenceId('always'),
  direct: truth('direct'),
  kind: wordedTruth('kind'),
  length: numbered('length', 12),
  passage: numbered('passage', 6),
  passageLength: numbered('passageLength', 14),
  named: numbered('named', 6),
  uses: numbered('uses', 8),
  ordinal: numbered('ordinal', 8),
  own: numbered('own', 6),
  talker: truth('talker'),
  known: truth('known'),
  class: worded('class'),
  termLength: numbered('termLength', 8),
  subjectLength: numbered('subjectLength', 8),
  opens: named((kind) => `opens.${kind}`),
  parent: wordedTruth('parent'),
  asked: evidenceId('asked'),
  askedWhat: evidenceId('askedWhat'),
  goesOn: truth('goesOn'),
};

const patternIds = patternName.map((name) => evidenceId(`pattern.${name}`));
const bitsOf = (...names: string[]) =>
  names.reduce((bits, name) => bits | (1 << patternName.indexOf(name)), 0);
/** Patterns that have the form of a definition. */
const defining = bitsOf('means', 'is', 'called', 'spelt', 'equals', 'divides');
const opening = bitsOf('opens');
const subject = bitsOf('opens', 'clause');

const asksAbout = /什么|啥|意思|区别|怎么|如何|哪|吗|[?？]/;
const asksWhat = /什么是|是什么|是啥|啥意思|什么意思|区别|啥是/;

/** A term with its forms folded: it is looked for in many messages. */
export interface SoughtTerm {
  term: TermUse;
  forms: readonly string[];
  /** Length of its canonical form. */
  length: number;
}

/** The patterns by which a text explains any of a term's forms, told in the order of the forms; as bits. */
function tellPatterns(text: string, forms: readonly string[], into: EvidenceList): number {
  let found = 0;
  for (const form of forms) {
    const fresh = patternsIn(text, form) & ~found;
    for (let k = 0; k < patternIds.length; k++) if (fresh & (1 << k)) into.add(patternIds[k]!);
    found |= fresh;
  }
  return found;
}

/**
 * Everything that speaks for a message's explaining a term, or against; the list is filled anew. `direct` where the message
 * names it. Gives whether the message has the form of a definition.
 */
export function tellExplaining(
  scene: ExplainingScene,
  { term, forms, length }: SoughtTerm,
  at: number,
  direct: boolean,
  into: EvidenceList,
): boolean {
  const { messages, folded, kinds } = scene;
  const message = messages[at]!;
  const text = folded[at]!;
  const explainer = explainerAt(scene, at);
  into.clear();
  into.add(of.always);
  into.add(of.direct(direct));
  into.add(of.kind(kinds[at]!, direct));
  into.add(of.length(log(text.length) * 1.5));
  into.add(of.passage(explainer.passage.length));
  into.add(of.passageLength(log(explainer.length) * 1.5));
  into.add(of.named(scene.named[at]!));
  into.add(of.uses(log(term.messages.length) * 1.5));
  into.add(of.ordinal(log(term.messages.indexOf(message.n) + 1) * 1.5));
  into.add(of.own(log(scene.uses.get(term.term)!.get(message.speaker) ?? 0) * 1.5));
  into.add(of.talker((scene.talkers.get(message.speaker) ?? 0) >= fewestOfTalk));
  into.add(of.known(term.known));
  into.add(of.class(term.class));
  into.add(of.termLength(length));
  for (const id of explainer.cues) into.add(id);
  const patterns = tellPatterns(text, forms, into);
  if (patterns & opening) into.add(of.opens(kinds[at]!));
  if (patterns & subject) into.add(of.subjectLength(log(text.length)));
  tellParent(scene, forms, at, into);
  return (patterns & defining) !== 0;
}

/** What the message tells that it answers. */
function tellParent(scene: ExplainingScene, forms: readonly string[], at: number, into: EvidenceList): void {
  const { messages, folded, kinds, parents } = scene;
  const parent = parents[at]! - 1;
  if (parent === at) return;
  const before = folded[parent]!;
  const about = forms.some((form) => before.includes(form));
  into.add(of.parent(kinds[parent]!, about));
  if (about && asksAbout.test(before)) into.add(of.asked);
  if (about && asksWhat.test(before)) into.add(of.askedWhat);
  if (messages[parent]!.speaker === messages[at]!.speaker) into.add(of.goesOn(about));
}
