import { greatest } from 'd3-array';
import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import type { Domain } from '../threads/index.js';
import type { DayWords } from './word-uses.js';

/** A thread as a document (话题线): what topics are made of. */
export interface ThreadDoc {
  group: string;
  date: string;
  /** Its first message. */
  id: number;
  title: string;
  domain: Domain;
  /** Numbers of its counted messages, rising; never empty. */
  messages: number[];
  /** All of its messages, copies and notices too. */
  size: number;
  /** Seconds since midnight. */
  from: number;
  to: number;
  /** Who speaks in its counted messages, sorted. */
  people: string[];
  /** Words and terms by how many of its messages have them, sorted by word. */
  words: [word: string, messages: number][];
  /** The message of it that says most in words of the trade, null where none says much. */
  quote: { n: number; speaker: string; text: string } | null;
  /** Who answered whom in it, a question once an answerer. */
  answers: { question: number; asker: string; answerer: string; messages: number[] }[];
}

/** `group/date#id`. */
export const threadKey = ({ group, date, id }: Pick<ThreadDoc, 'group' | 'date' | 'id'>): string =>
  `${group}/${date}#${id}`;

function answersOf(analysis: DayAnalysis): ThreadDoc['answers'] {
  const speaker = (n: number) => analysis.messages[n - 1]!.speaker;
  return analysis.qa.flatMap(({ question, answers }) => {
    const asker = speaker(question[0]!);
    const answerers = [...new Set(answers.map(speaker))]
      .filter((name) => name !== asker && name !== '')
      .sort();
    return answerers.map((answerer) => ({
      ...{ question: question[0]!, asker, answerer },
      messages: answers.filter((n) => speaker(n) === answerer),
    }));
  });
}

const shortestQuote = 12;
const longestQuote = 160;
/** A quotation is to be read in a glance: characters beyond the longest count against it. */
const costOfLength = 0.05;

/** The message with the most different terms and words for its length; of equals the first. */
function quoteOf(
  said: readonly AnalysedMessage[],
  richness: ReadonlyMap<number, number>,
): ThreadDoc['quote'] {
  const rated = said
    .filter((m) => m.text.length >= shortestQuote && m.mentions.length === 0 && m.attachments.length === 0)
    .map((m) => ({
      m,
      worth: (richness.get(m.n) ?? 0) - costOfLength * Math.max(0, m.text.length - longestQuote),
    }));
  const best = greatest(rated, (a, b) => a.worth - b.worth || b.m.n - a.m.n);
  return best && best.worth > 0 ? { n: best.m.n, speaker: best.m.speaker, text: best.m.text } : null;
}

/** How much each message says: a term counts twice a word. */
function richnessOf({ words }: DayWords): Map<number, number> {
  const worth = new Map<number, number>();
  for (const { class: of, messages } of words)
    for (const n of messages) worth.set(n, (worth.get(n) ?? 0) + (of === null ? 1 : 2));
  return worth;
}

/** The threads of one day as documents, in their order; one in which nothing counts is none. */
export function threadDocsOf(analysis: DayAnalysis, words: DayWords): ThreadDoc[] {
  const threadOf = new Map(words.messages.n.map((n, i) => [n, words.messages.thread[i]!]));
  const bags = new Map<number, Map<string, number>>();
  for (const { word, messages } of words.words)
    for (const n of messages) {
      const id = threadOf.get(n)!;
      const bag = bags.get(id) ?? new Map<string, number>();
      bags.set(id, bag.set(word, (bag.get(word) ?? 0) + 1));
    }
  const answers = answersOf(analysis);
  const richness = richnessOf(words);
  return analysis.threads.flatMap(({ id, title, domain, messages: all }) => {
    const messages = all.filter((n) => threadOf.has(n));
    if (!messages.length) return [];
    const said = messages.map((n) => analysis.messages[n - 1]!);
    const own = new Set(all);
    return {
      ...{ group: words.group, date: words.date, id, title, domain, messages, size: all.length },
      from: said[0]!.second,
      to: said.at(-1)!.second,
      people: [...new Set(said.map((m) => m.speaker))].sort(),
      words: [...(bags.get(id) ?? [])],
      quote: quoteOf(said, richness),
      answers: answers.filter((a) => own.has(a.question)),
    };
  });
}
