import type { Turn } from './conversation.js';

/** Somebody asks on within so long of the question before, in seconds. */
const asksOnWithin = 3600;

/** A question as it is listed, by places among the turns. */
export interface Listed {
  turns: number[];
  answers: number[];
}

/** The first of a question's turns. */
const opened = (turns: readonly Turn[], { turns: own }: Listed): Turn => turns[own[0]!]!;

/** What takes up what was just said. */
const takesUp =
  /^(?:那|所以|也就是|意思|你是说|您是说|既然|如果(?:是)?这样|但是?|可是|不过|为什么|为啥|怎么会|这(?:样|个|种|里|块|是))/;
/** So short a question is not understood without what it goes on from, in characters. */
const longestTakingUp = 14;

/** Whether somebody else's question takes an answer up: by its first words, or briefly, in its words. Else he only speaks next. */
function takesAnswerUp(turns: readonly Turn[], first: Turn, { turns: asked, answers }: Listed): boolean {
  const text = first.text.trim();
  if (takesUp.test(text)) return true;
  const said = new Set([...asked, ...answers].flatMap((i) => turns[i]!.words));
  return text.length <= longestTakingUp && first.words.some((word) => said.has(word));
}

/** Whether a question goes on from another one or its answers: its asker's own, or a reply that takes an answer up. */
function goesOnFrom(turns: readonly Turn[], question: Listed, other: Listed): boolean {
  const first = opened(turns, question);
  if (first.parent === first.i) return false;
  const isReply = other.answers.includes(first.parent);
  const isOwn = opened(turns, other).speaker === first.speaker;
  if (isOwn) return isReply || other.turns.includes(first.parent);
  return isReply && takesAnswerUp(turns, first, other);
}

/** Whether a question's asker put another shortly before it, in the same thread. */
function isOwnNear(turns: readonly Turn[], question: Listed, other: Listed): boolean {
  const [first, before] = [opened(turns, question), opened(turns, other)];
  const isNear = before.thread === first.thread && first.second - before.second <= asksOnWithin;
  return isNear && before.speaker === first.speaker;
}

/** By each turn the questions, in order, that it asks or answers: only from those can a reply to it go on. */
function questionsWith(listed: readonly Listed[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  listed.forEach(({ turns, answers }, k) => {
    for (const i of new Set([...turns, ...answers])) {
      const known = found.get(i);
      if (known) known.push(k);
      else found.set(i, [k]);
    }
  });
  return found;
}

/**
 * The question that each follows up: the latest that it goes on from, or its asker's own where nobody asked between; -1 of
 * one that opens a matter.
 */
export function followed(turns: readonly Turn[], listed: readonly Listed[]): number[] {
  const withTurn = questionsWith(listed);
  return listed.map((question, k) => {
    const near = withTurn.get(opened(turns, question).parent) ?? [];
    const direct = near.findLast((j) => j < k && goesOnFrom(turns, question, listed[j]!)) ?? -1;
    if (direct >= 0 || k === 0) return direct;
    return isOwnNear(turns, question, listed[k - 1]!) ? k - 1 : -1;
  });
}
