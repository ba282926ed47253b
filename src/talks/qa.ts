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
}

/** One person's question goes on over messages no further apart than this, in seconds. */
const sameQuestion = 120;
/** An answer's author goes on answering so long after, in seconds. */
const sameAnswer = 180;

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

/** Whether a message answers: by its kind, or by saying something of its own to the one who asked. */
function answers(c: Conversation, open: Open, n: number): boolean {
  const m = c.messages[n - 1]!;
  const kind = c.kinds[n - 1]!;
  if (m.speaker === open.asker || m.duplicateOf !== null) return false;
  return kind === 'answer' || kind === 'talk' || (kind === 'chat' && m.text.length >= 6);
}

function follow(
  c: Conversation,
  children: Map<number, number[]>,
  open: Open,
  from: number,
  isQuestion: Set<number>,
): void {
  for (const n of children.get(from) ?? []) {
    const parent = c.messages[from - 1]!;
    const m = c.messages[n - 1]!;
    if (isQuestion.has(n)) continue;
    const copy = m.duplicateOf === from;
    const direct = open.question.question.includes(from) || c.messages[from - 1]!.duplicateOf !== null;
    const onward =
      m.speaker === parent.speaker &&
      m.second - parent.second <= sameAnswer &&
      open.question.answers.includes(from);
    if (copy || ((direct || onward) && answers(c, open, n))) {
      if (!copy) open.question.answers.push(n);
      follow(c, children, open, n, isQuestion);
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
  for (const o of open) {
    for (const n of o.question.question) follow(c, children, o, n, isQuestion);
    o.question.answers = [...new Set(o.question.answers)].sort((a, b) => a - b);
  }
  return open.map((o) => o.question);
}
