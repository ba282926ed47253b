import { bisectLeft } from 'd3-array';
import { type Address, chanceOf, type DayWords, type Observed } from '../corpus/index.js';
import type { TermClass } from '../text/index.js';
import { discoveries, logOdds } from './log-odds.js';

/** A word on one side. */
export interface WordOnSide {
  /** Messages that have it. */
  messages: number;
  /** Messages in a thousand. */
  rate: number;
  threads: number;
  days: number;
  /** Who said it, by messages, most first; of equals by name. */
  voices: [speaker: string, messages: number][];
  /** All messages that have it, by group, date and number. */
  at: Address[];
}

/** How a word's use on the second side stands to that on the first. */
export const changes = ['new', 'gone', 'grown', 'shrunk'] as const;
export type Change = (typeof changes)[number];

/** A word or term on two sides (用词差别). */
export interface ComparedWord {
  word: string;
  /** As it is shown. */
  form: string;
  /** Null for a plain word. */
  class: TermClass | null;
  known: boolean;
  sides: [WordOnSide, WordOnSide];
  change: Change;
  /** Log-odds ratio and z-score, positive where the second side has more; see {@link logOdds}. */
  delta: number;
  z: number;
  /** Probability of such a difference by chance; null where it is too rare to be tested. */
  chance: number | null;
  /**
   * `differs`: the messages bear it out, and many wrote them. `few-voices`: the messages do, but one person wrote most of
   * them, or two all. `same`: they do not.
   */
  verdict: 'differs' | 'few-voices' | 'same';
}

/** Words in fewer messages of both sides together are listed, not tested. */
const fewest = 5;
/** Of what is called a difference so many in a hundred may be none. */
export const falseDiscoveries = 0.05;
/** Who said so large a share of the messages is the one voice. */
const oneVoice = 2 / 3;
/** So few are no group's difference. */
const few = 2;

interface Uses {
  form: string;
  class: TermClass | null;
  known: boolean;
  messages: number;
  threads: number;
  days: number;
  voices: Map<string, number>;
  at: Address[];
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The words of the days of one side. */
function usesOf(days: readonly DayWords[]): Map<string, Uses> {
  const all = new Map<string, Uses>();
  for (const { group, date, speakers, messages, words } of days)
    for (const { word, form, class: of, known, messages: numbers } of words) {
      const uses = all.get(word) ?? {
        ...{ form, class: of, known, messages: 0, threads: 0, days: 0 },
        voices: new Map<string, number>(),
        at: [],
      };
      const threads = new Set<number>();
      for (const n of numbers) {
        const i = bisectLeft(messages.n, n);
        const speaker = speakers[messages.speaker[i]!]!;
        uses.voices.set(speaker, (uses.voices.get(speaker) ?? 0) + 1);
        threads.add(messages.thread[i]!);
        uses.at.push({ group, date, n });
      }
      uses.messages += numbers.length;
      uses.threads += threads.size;
      uses.days++;
      all.set(word, uses);
    }
  return all;
}

const none: Uses = {
  form: '',
  class: null,
  known: false,
  messages: 0,
  threads: 0,
  days: 0,
  voices: new Map(),
  at: [],
};

const onSide = (uses: Uses, messages: number): WordOnSide => ({
  messages: uses.messages,
  rate: messages ? (1000 * uses.messages) / messages : 0,
  threads: uses.threads,
  days: uses.days,
  voices: [...uses.voices].sort(([a, x], [b, y]) => y - x || order(a, b)),
  at: uses.at,
});

/** Whether one person wrote most of the messages. */
export const isOneVoice = ({ voices, messages }: WordOnSide): boolean =>
  (voices[0]?.[1] ?? 0) >= oneVoice * messages;

function changeOf(a: WordOnSide, b: WordOnSide): Change {
  if (!a.messages) return 'new';
  if (!b.messages) return 'gone';
  return b.rate >= a.rate ? 'grown' : 'shrunk';
}

/**
 * What words set two sides apart: every word of either, with counts, rates, log-odds and what can be said of it. Messages
 * are counted, not occurrences, so that who says a word thrice in a breath says it once.
 * @param a days of the first side
 * @param b days of the second
 * @returns strongest z first, whichever its sign; of equals by word
 */
export function compareWords(a: readonly DayWords[], b: readonly DayWords[]): ComparedWord[] {
  const uses = [usesOf(a), usesOf(b)] as const;
  const messages = [a, b].map((days) => days.reduce((sum, day) => sum + day.messages.n.length, 0));
  const words = [...new Set([...uses[0].keys(), ...uses[1].keys()])].sort();
  const totals = uses.map((side) => [...side.values()].reduce((sum, u) => sum + u.messages, 0));
  const compared = words.map((word): Unjudged => {
    const [x, y] = uses.map((side) => side.get(word) ?? none) as [Uses, Uses];
    const sides: [WordOnSide, WordOnSide] = [onSide(x, messages[0]!), onSide(y, messages[1]!)];
    const shown = x.messages > y.messages ? x : y;
    const first: Observed = { count: x.messages, total: totals[0]! };
    const second: Observed = { count: y.messages, total: totals[1]! };
    return {
      ...{ word, form: shown.form, class: shown.class, known: shown.known, sides },
      ...logOdds(second, first),
      change: changeOf(...sides),
      chance: x.messages + y.messages >= fewest ? chanceOf(first, second) : null,
    };
  });
  return judged(compared).sort((p, q) => Math.abs(q.z) - Math.abs(p.z) || order(p.word, q.word));
}

type Unjudged = Omit<ComparedWord, 'verdict'>;

function judged(words: readonly Unjudged[]): ComparedWord[] {
  const tested = words.filter((w) => w.chance !== null);
  const held = discoveries(
    tested.map((w) => w.chance!),
    falseDiscoveries,
  );
  const heldWords = new Set(tested.filter((_, i) => held[i]).map((w) => w.word));
  return words.map((w) => {
    const more = w.sides[w.delta > 0 ? 1 : 0];
    const verdict = isOneVoice(more) || more.voices.length <= few ? 'few-voices' : 'differs';
    return { ...w, verdict: heldWords.has(w.word) ? verdict : 'same' };
  });
}
