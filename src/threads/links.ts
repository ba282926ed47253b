import type { People } from '../people/index.js';
import type { Day, Message } from '../read/index.js';
import { quotationIn, type Token } from '../text/index.js';
import { isRulesOfGroup } from './affairs.js';
import { type Alternative, linkByModel } from './decode.js';
import { englishWords } from './english.js';
import { formOf, type MessageKind } from './form.js';
import { kindsOf } from './kinds.js';
import type { ThreadLists } from './lists.js';
import type { LinkModel } from './model.js';
import { type FoundTalk, findMonologues, type Monologue, talksHeld } from './monologue.js';
import { chineseWeights, englishWeights, linkByRules } from './rules.js';
import { type Scene, sceneOf } from './scene.js';
import { contentWords, type Utterance, utteranceOf, Vocabulary } from './utterance.js';

/** Who goes on from whom: the threads (话题线) of a day. Lists are by message index, `n - 1`. */
export interface Links {
  /** `n` of each message's parent; its own where it starts a thread. */
  parents: number[];
  kinds: MessageKind[];
  /** How probable each parent is, 0 to 1, calibrated; null where rules or a person decided, and for second copies. */
  probabilities: (number | null)[];
  /** The messages, by number, that each may go on from, as the model sees it; none where rules decided, and for second copies. */
  alternatives: Alternative[][];
  talks: Monologue[];
  /** Content words of each message, folded. */
  words: string[][];
  /** The messages, by number, whose link or kind a person put right; absent where nobody did. */
  byHand?: { links: ReadonlySet<number>; kinds: ReadonlySet<number> };
}

/** What the thread rules see of a day: its messages once, second copies and the server's lines left out. */
export function utterancesOf(
  day: Day,
  people: People,
  tokens: Token[][],
  lists: ThreadLists,
): { utterances: Utterance[]; words: string[][]; size: number } {
  const vocabulary = new Vocabulary();
  const english = day.language === 'en';
  const words = day.messages.map((m, i) =>
    english ? englishWords(m.text, tokens[i]!) : contentWords(m.text, tokens[i]!, lists.stopwords),
  );
  const utterances: Utterance[] = [];
  for (const [i, m] of day.messages.entries()) {
    if (m.duplicateOf !== null || (english && !m.speaker)) continue;
    const form = formOf(m, tokens[i]!, lists.reactions);
    utterances.push(utteranceOf(m, people.mentions[i]!, form, words[i]!, vocabulary));
  }
  return { utterances, words, size: vocabulary.size };
}

/** A day as links are found in it: for the rules and, as a scene, for the model. */
export interface Prepared {
  utterances: Utterance[];
  words: string[][];
  /** How many different content words there are. */
  size: number;
  talks: FoundTalk[];
  /** Works out what only the model needs. */
  scene(): Scene;
}

/** Reads a day once for the rules and for the model. */
export function prepare(day: Day, people: People, tokens: Token[][], lists: ThreadLists): Prepared {
  const { utterances, words, size } = utterancesOf(day, people, tokens, lists);
  const originals = utterances.map((u) => day.messages[u.n - 1]!);
  const talks = day.language === 'en' ? [] : findMonologues(utterances, originals);
  const scene = () =>
    sceneOf(
      utterances,
      originals.map((m) => m.text),
      talks,
      size,
      day.language,
    );
  return { utterances, words, size, talks, scene };
}

/** The links of a prepared day by the rules, as indices. */
export function rulesFor({ utterances, talks, size }: Prepared, language: Day['language']): number[] {
  return linkByRules(utterances, talks, size, language === 'en' ? englishWeights : chineseWeights);
}

/**
 * Links the messages of a day: a parent and a kind for each, and the talks held in it.
 * @param model the link model of the day's language; without one the rules decide
 */
export function findLinks(
  day: Day,
  people: People,
  tokens: Token[][],
  lists: ThreadLists,
  model: LinkModel | null = null,
): Links {
  const prepared = prepare(day, people, tokens, lists);
  const { utterances, words } = prepared;
  const byModel = model?.language === day.language ? linkByModel(prepared.scene(), model) : null;
  const parents = byModel?.parents ?? rulesFor(prepared, day.language);
  const probabilities = day.messages.map((): number | null => null);
  byModel?.probabilities.forEach((p, i) => {
    probabilities[utterances[i]!.n - 1] = p;
  });
  const alternatives = day.messages.map((): Alternative[] => []);
  byModel?.alternatives.forEach((list, i) => {
    alternatives[utterances[i]!.n - 1] = list.map(({ parent, probability }) => ({
      parent: utterances[parent]!.n,
      probability,
    }));
  });
  const talks = talksHeld(prepared.talks);
  const forms = utterances.map((u) => ownFormOf(u, day.messages[u.n - 1]!, tokens[u.n - 1]!, lists));
  const kinds = kindsOf(utterances, parents, talks, forms);
  return {
    ...withCopies(day, utterances, parents, kinds),
    probabilities,
    alternatives,
    talks: talks.map((t) => ({ ...t, passages: t.passages.map((i) => utterances[i]!.n) })),
    words,
  };
}

/**
 * The form of a message without what it quotes at its head: that was asked, or announced, by somebody else. The rules of
 * the group are a notice, though links were learned before they were taken for one.
 */
function ownFormOf(u: Utterance, message: Message, tokens: Token[], lists: ThreadLists): MessageKind {
  const quoted = quotationIn(message.text);
  if (isRulesOfGroup(message.text.slice(quoted?.length ?? 0))) return 'notice';
  return quoted ? formOf(message, tokens, lists.reactions, quoted.length) : u.form;
}

/** Puts second copies back: a copy goes on from its original and is of its kind; what went on from an original goes on from its copy. */
export function withCopies(
  day: Day,
  utterances: Utterance[],
  parents: number[],
  kinds: MessageKind[],
): { parents: number[]; kinds: MessageKind[] } {
  const copyOf = new Map(
    day.messages.flatMap((m) => (m.duplicateOf === null ? [] : [[m.duplicateOf, m.n] as const])),
  );
  const last = (n: number, before: number) => (copyOf.has(n) && copyOf.get(n)! < before ? copyOf.get(n)! : n);
  const all = { parents: day.messages.map((m) => m.n), kinds: day.messages.map((): MessageKind => 'chat') };
  utterances.forEach((u, i) => {
    const parent = utterances[parents[i]!]!.n;
    all.parents[u.n - 1] = parent === u.n ? u.n : last(parent, u.n);
    all.kinds[u.n - 1] = kinds[i]!;
  });
  for (const { n, duplicateOf } of day.messages) {
    if (duplicateOf === null) continue;
    const kind = all.kinds[duplicateOf - 1]!;
    const parent = all.parents[duplicateOf - 1]!;
    all.parents[n - 1] = kind === 'reaction' && parent !== duplicateOf ? parent : duplicateOf;
    all.kinds[n - 1] = kind;
  }
  return all;
}
