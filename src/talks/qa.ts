import type { ResolvedMention } from '../people/index.js';
import type { Message } from '../read/index.js';
import type { MessageKind, Thread } from '../threads/index.js';

/** A question of the day and its answers (问答), as message numbers, rising. */
export interface Question {
  question: number[];
  answers: number[];
}

/** What questions are found in: the messages, their parents (by number) and kinds (by index). */
export interface Conversation {
  messages: Message[];
  parents: number[];
  kinds: MessageKind[];
  threads: Thread[];
  /** The mentions of each message, by index. */
  mentions: readonly (readonly ResolvedMention[])[];
}

/** One person's question goes on over messages no further apart than this, in seconds. */
const sameQuestion = 120;
/** An answer's author goes on answering so long after, in seconds. */
const sameAnswer = 180;

/** Whoever is called within so many seconds of asking is called to be answered. */
const stillOpen = 8 * 3600;
/** An answer has at least so many characters of its own. */
const shortestAnswer = 2;

/** Questions put to nobody in particular that want no answer: greetings, banter. */
const idle = /^(?:真的|是吗|是么|啥|什么|谁|干嘛|咋了|怎么了|啊|哈|为啥|为什么|在吗|有人吗|人呢)?[?？吗么]*$/;

interface Open {
  question: Question;
  asker: string;
  last: number;
}

const childrenOf = (c: Conversation): Map<number, number[]> => {
  const children = new Map<number, number[]>();
  c.parents.forEach((parent, i) => {
    if (parent !== i + 1) children.set(parent, [...(children.get(parent) ?? []), i + 1]);
  });
  return children;
};

/** The asker's own next messages that carry the question on. */
function goesOn(c: Conversation, open: Open, n: number): boolean {
  const [last, next] = [c.messages[open.last - 1]!, c.messages[n - 1]!];
  const kind = c.kinds[n - 1]!;
  return (
    next.speaker === open.asker &&
    next.duplicateOf === null &&
    (kind === 'question' || kind === 'chat') &&
    next.second - last.second <= sameQuestion &&
    open.question.answers.length === 0
  );
}

/** The people whom a message calls, resolved. */
const calledBy = (c: Conversation, n: number): string[] => c.mentions[n - 1]!.flatMap((m) => m.speaker ?? []);

/** Words of a message's own: what stands besides the mentions. Red packets, stickers and pictures say nothing. */
function ownWords(c: Conversation, n: number): string {
  const { text, attachments } = c.messages[n - 1]!;
  if (attachments.some((a) => a.kind === 'redpacket')) return '';
  return c.mentions[n - 1]!.reduceRight((rest, m) => rest.slice(0, m.start) + rest.slice(m.end), text).trim();
}

/** Whether a message answers: by its kind, or by saying something of its own, and not to somebody else. */
function answers(c: Conversation, open: Open, n: number): boolean {
  const m = c.messages[n - 1]!;
  const kind = c.kinds[n - 1]!;
  if (m.speaker === open.asker || m.duplicateOf !== null || ownWords(c, n).length < shortestAnswer)
    return false;
  const called = calledBy(c, n);
  if (called.length && !called.includes(open.asker)) return false;
  return kind === 'answer' || kind === 'talk' || (kind === 'chat' && m.text.length >= 6);
}

/** Gives what calls somebody by name to his latest question, however far back and whatever the links say; returns what it gave. */
function answerByName(c: Conversation, all: Open[], isQuestion: Set<number>): Set<number> {
  const given = new Set<number>();
  for (const m of c.messages) {
    const kind = c.kinds[m.n - 1]!;
    if (isQuestion.has(m.n) || kind === 'reaction' || kind === 'signin' || kind === 'notice') continue;
    const called = calledBy(c, m.n);
    const isOpen = (o: Open) => o.last < m.n && m.second - c.messages[o.last - 1]!.second <= stillOpen;
    const asked = all.findLast((o) => called.includes(o.asker) && isOpen(o));
    if (!asked || !answers(c, asked, m.n)) continue;
    asked.question.answers.push(m.n);
    given.add(m.n);
  }
  return given;
}

function follow(
  c: Conversation,
  children: Map<number, number[]>,
  open: Open,
  from: number,
  /** Messages that are spoken for: questions, and answers to somebody called by name. */
  taken: ReadonlySet<number>,
): void {
  for (const n of children.get(from) ?? []) {
    const parent = c.messages[from - 1]!;
    const m = c.messages[n - 1]!;
    if (taken.has(n)) continue;
    const copy = m.duplicateOf === from;
    const direct = open.question.question.includes(from) || c.messages[from - 1]!.duplicateOf !== null;
    const onward =
      m.speaker === parent.speaker &&
      m.second - parent.second <= sameAnswer &&
      open.question.answers.includes(from);
    if (copy || ((direct || onward) && answers(c, open, n))) {
      if (!copy) open.question.answers.push(n);
      follow(c, children, open, n, taken);
    }
  }
}

/** Gathers each question with the messages that carry it on; returns them in order. */
function gather(c: Conversation): Open[] {
  const open: Open[] = [];
  const last = new Map<string, Open>();
  c.messages.forEach((m, i) => {
    const n = i + 1;
    const before = last.get(m.speaker);
    if (m.duplicateOf !== null || c.kinds[i] === 'reaction' || c.kinds[i] === 'signin') return;
    const parent = c.parents[i]!;
    if (
      before &&
      goesOn(c, before, n) &&
      (parent === before.last || (c.kinds[i] === 'question' && before.question.question.includes(parent)))
    ) {
      before.question.question.push(n);
      before.last = n;
      return;
    }
    last.delete(m.speaker);
    if (c.kinds[i] !== 'question' || idle.test(m.text)) return;
    const fresh = { question: { question: [n], answers: [] }, asker: m.speaker, last: n };
    open.push(fresh);
    last.set(m.speaker, fresh);
  });
  return open;
}

/** All questions of substance of a day, with and without answers, by first message. Small talk asks nothing of substance. */
export function findQuestions(c: Conversation): Question[] {
  const social = new Set(c.threads.filter((t) => t.domain === 'social').flatMap((t) => t.messages));
  const open = gather(c).filter((o) => !social.has(o.question.question[0]!));
  const isQuestion = new Set(open.flatMap((o) => o.question.question));
  const children = childrenOf(c);
  const taken = new Set([...isQuestion, ...answerByName(c, open, isQuestion)]);
  for (const o of open) {
    for (const n of [...o.question.question, ...o.question.answers]) follow(c, children, o, n, taken);
    o.question.answers = [...new Set(o.question.answers)].sort((a, b) => a - b);
  }
  return open.map((o) => o.question);
}
