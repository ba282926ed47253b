import type { MessageKind } from './form.js';
import type { Monologue } from './monologue.js';
import type { Utterance } from './utterance.js';

/** A guest repeats a question before he answers it: long, and a question in form alone. */
const shortestRepeat = 25;
const repeatsQuestion = (u: Utterance, guests: ReadonlySet<string>) =>
  guests.has(u.speaker) && u.length >= shortestRepeat;

/** Who calls the asker by name and says this much tells him something, even in a question's words. */
const shortestReply = 20;
const callsAsker = (u: Utterance, asker: Utterance) =>
  u.to.includes(asker.speaker) && u.length >= shortestReply;

/**
 * What each message is in its place: a talk's passages are `talk`; what replies to another's question, or goes on from
 * one's own answer, is `answer`; all else is what its form says.
 * @param forms of the messages themselves, without what they quote
 */
export function kindsOf(
  utterances: Utterance[],
  parents: number[],
  talks: Monologue[],
  forms = utterances.map((u) => u.form),
): MessageKind[] {
  const passages = new Set(talks.flatMap((talk) => talk.passages));
  const guests = new Set(talks.map((talk) => talk.speaker));
  const kinds: MessageKind[] = [];
  utterances.forEach((u, i) => {
    const form = forms[i]!;
    const parent = parents[i]!;
    const before = utterances[parent]!;
    const repliesToQuestion = parent !== i && kinds[parent] === 'question' && before.speaker !== u.speaker;
    const goesOn = parent !== i && kinds[parent] === 'answer' && before.speaker === u.speaker;
    if (passages.has(i)) kinds.push('talk');
    else if (
      repliesToQuestion &&
      form === 'question' &&
      (repeatsQuestion(u, guests) || callsAsker(u, before))
    )
      kinds.push('answer');
    else if (form === 'chat' && (repliesToQuestion || goesOn)) kinds.push('answer');
    else kinds.push(form);
  });
  return kinds;
}
