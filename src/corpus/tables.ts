import { group as grouped } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { foundIn } from './occurrences.js';

export type ColumnType = 'text' | 'integer' | 'real' | 'boolean';
export type Value = string | number | boolean | null;

/** A column of a table: what it is called, what it holds. */
export interface Column {
  name: string;
  type: ColumnType;
  /** What a cell says, in a few words; for the documentation. */
  about: string;
}

/** A table of the corpus (语料表): its columns and what a day adds to it, cells in the order of the columns. */
export interface Table {
  name: string;
  about: string;
  columns: readonly Column[];
  rowsOf(day: DayAnalysis): Value[][];
}

const text = (name: string, about: string): Column => ({ name, type: 'text', about });
const integer = (name: string, about: string): Column => ({ name, type: 'integer', about });
const real = (name: string, about: string): Column => ({ name, type: 'real', about });
const boolean = (name: string, about: string): Column => ({ name, type: 'boolean', about });

/** Every table begins with the day; with `n` it makes a message's address. `group` is a word of SQL's own, hence `chat`. */
const day = [text('chat', 'the group'), text('date', 'YYYY-MM-DD; of an IRC log the name of its file')];
const dayOf = ({ group, date }: DayAnalysis): Value[] => [group, date];

const threadsByMessage = (analysis: DayAnalysis): Map<number, number> =>
  new Map(analysis.threads.flatMap((t) => t.messages.map((n) => [n, t.id] as const)));

const messages: Table = {
  name: 'messages',
  about: 'every message, second copies too',
  columns: [
    ...day,
    integer('n', 'number of the message in its log, from 1'),
    text('time', 'HH:MM:SS as the log has it'),
    integer('second', "seconds since the log's first midnight"),
    text('speaker', "as the log names him; '' where nobody is named"),
    text('kind', 'question, answer, share, talk, chat, …'),
    integer('thread', 'its thread: the number of the message that begins it'),
    integer('parent', 'the message that it goes on from; itself where a thread begins'),
    real('probability', 'how probable the link to the parent is; null where rules or a person decided'),
    integer('duplicate_of', 'the message that it repeats under another name; else null'),
    text('text', "the words, the exporter's damage undone"),
  ],
  rowsOf(analysis) {
    const threads = threadsByMessage(analysis);
    return analysis.messages.map((m, i) => {
      const link = analysis.links[i];
      return [
        ...dayOf(analysis),
        m.n,
        m.time,
        m.second,
        m.speaker,
        m.kind,
        threads.get(m.n) ?? null,
        link?.parent ?? null,
        link?.probability ?? null,
        m.duplicateOf,
        m.text,
      ];
    });
  },
};

const links: Table = {
  name: 'links',
  about: 'what each message goes on from, where it goes on from something',
  columns: [
    ...day,
    integer('n', 'the message'),
    integer('parent', 'the message that it goes on from'),
    real('probability', 'how probable that is; null where rules or a person decided'),
    text('speaker', 'who says it'),
    text('to', 'who said what it goes on from'),
    integer('waited', 'seconds between the two'),
  ],
  rowsOf(analysis) {
    return analysis.links
      .filter(({ n, parent }) => n !== parent)
      .map(({ n, parent, probability }) => {
        const [own, before] = [analysis.messages[n - 1]!, analysis.messages[parent - 1]!];
        const waited = own.second - before.second;
        return [...dayOf(analysis), n, parent, probability, own.speaker, before.speaker, waited];
      });
  },
};

const threads: Table = {
  name: 'threads',
  about: 'conversation threads',
  columns: [
    ...day,
    integer('thread', 'the number of its first message'),
    text('title', 'what it is about'),
    text('domain', 'payments, work, social, …'),
    integer('messages', 'how many, without second copies'),
    integer('speakers', 'how many spoke in it'),
    integer('first_second', 'when it begins'),
    integer('last_second', 'when it ends'),
  ],
  rowsOf(analysis) {
    return analysis.threads.map((t) => {
      const said = t.messages.map((n) => analysis.messages[n - 1]!).filter((m) => m.duplicateOf === null);
      const seconds = t.messages.map((n) => analysis.messages[n - 1]!.second);
      return [
        ...dayOf(analysis),
        t.id,
        t.title,
        t.domain,
        said.length,
        new Set(said.map((m) => m.speaker)).size,
        seconds.reduce((a, b) => Math.min(a, b)),
        seconds.reduce((a, b) => Math.max(a, b)),
      ];
    });
  },
};

const terms: Table = {
  name: 'terms',
  about: 'every occurrence of a term, of the glossary or discovered',
  columns: [
    ...day,
    integer('n', 'the message'),
    text('term', 'canonical form'),
    text('form', 'as it stands in the message'),
    integer('start', 'UTF-16 offset into the text'),
    text('class', 'concept, tech, org, product, regulation, role'),
    boolean('known', 'whether the glossary has it'),
    integer('thread', 'the thread of the message'),
    text('speaker', 'who said it'),
  ],
  rowsOf(analysis) {
    const thread = threadsByMessage(analysis);
    return analysis.terms.flatMap((t) =>
      t.messages.flatMap((n) => {
        const m = analysis.messages[n - 1]!;
        if (m.duplicateOf !== null) return [];
        return foundIn(m.text, [t.term, ...t.surface]).map(({ start, form }) => [
          ...dayOf(analysis),
          n,
          t.term,
          form,
          start,
          t.class,
          t.known,
          thread.get(n) ?? null,
          m.speaker,
        ]);
      }),
    );
  },
};

const questions: Table = {
  name: 'questions',
  about: 'questions of the day with what became of them that day',
  columns: [
    ...day,
    integer('n', 'first message of the question'),
    text('asker', 'who asks'),
    text('kind', 'question, or a statement that a guest confirms or corrects'),
    integer('answers', 'messages that answer it; 0 where nobody does'),
    text('answerer', 'who answers first; null where nobody does'),
    integer('waited', 'seconds until the first answer; null where there is none'),
  ],
  rowsOf(analysis) {
    const all = [...analysis.qa, ...analysis.unanswered.map((q) => ({ ...q, answers: [] as number[] }))];
    return all
      .sort((a, b) => a.question[0]! - b.question[0]!)
      .map((q) => {
        const asked = analysis.messages[q.question[0]! - 1]!;
        const answer = q.answers.length ? analysis.messages[q.answers[0]! - 1]! : null;
        return [
          ...dayOf(analysis),
          asked.n,
          asked.speaker,
          q.kind,
          q.answers.length,
          answer?.speaker ?? null,
          answer ? answer.second - asked.second : null,
        ];
      });
  },
};

const people: Table = {
  name: 'people',
  about: 'what each name did on a day; names that are one person stand apart',
  columns: [
    ...day,
    text('speaker', 'as the log names him'),
    integer('messages', 'without second copies'),
    integer('characters', 'UTF-16 units of what he wrote'),
    integer('questions', 'questions that he asked'),
    integer('answers', 'messages with which he answered questions'),
    integer('first_second', 'his first message'),
    integer('last_second', 'his last message'),
  ],
  rowsOf(analysis) {
    const originals = analysis.messages.filter((m) => m.duplicateOf === null && m.speaker);
    const said = grouped(originals, (m) => m.speaker);
    const asked = [...analysis.qa, ...analysis.unanswered].map(
      (q) => analysis.messages[q.question[0]! - 1]!.speaker,
    );
    const answered = new Set(analysis.qa.flatMap((q) => q.answers));
    return [...said].map(([speaker, own]) => [
      ...dayOf(analysis),
      speaker,
      own.length,
      own.reduce((sum, m) => sum + m.text.length, 0),
      asked.filter((name) => name === speaker).length,
      own.filter((m) => answered.has(m.n)).length,
      own[0]!.second,
      own.at(-1)!.second,
    ]);
  },
};

const talks: Table = {
  name: 'talks',
  about: "guests' talks, and discussions that are worth a record",
  columns: [
    ...day,
    integer('n', 'first message of the talk'),
    text('kind', '`talk` or `discussion`'),
    text('speaker', 'the guest, of a discussion whoever answers most, as the log names him'),
    text('title', 'of the talk'),
    text('host', 'who announced the guest; null where nobody did'),
    integer('passages', 'messages of the talk itself'),
    integer('questions', 'questions asked of it'),
    integer('discussion', 'what else an editor would publish with it'),
    integer('signins', 'typed sign-ins'),
    integer('first_second', 'first passage'),
    integer('last_second', 'last passage'),
  ],
  rowsOf(analysis) {
    return analysis.talks.map((t) => {
      const own = [...t.passages, ...t.discussion];
      const first = t.passages[0] ?? own[0]!;
      const last = t.passages.at(-1) ?? own.at(-1)!;
      return [
        ...dayOf(analysis),
        first,
        t.kind,
        t.speaker,
        t.title,
        t.host,
        t.passages.length,
        t.qa.length,
        t.discussion.length,
        t.signins.length,
        analysis.messages[first - 1]!.second,
        analysis.messages[last - 1]!.second,
      ];
    });
  },
};

/** All tables of the corpus, as they are kept and asked. */
export const tables: readonly Table[] = [messages, links, threads, terms, questions, people, talks];
