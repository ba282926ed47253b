import type { Turn } from './conversation.js';

/** Messages of one person that may ask something, as places among the turns, rising. */
export interface Asked {
  turns: number[];
  asker: string;
  /** Whether it is asked, or said and then confirmed or corrected. */
  kind: 'question' | 'statement';
  /** Turns that confirm or correct the statement, and answers that a person put here. */
  confirmations: number[];
}

/** One person's question goes on over messages no further apart than this, in seconds. */
const sameQuestion = 120;

/** Questions put to nobody in particular that want no answer: greetings, banter. */
const idle = /^(?:真的|是吗|是么|啥|什么|谁|干嘛|咋了|怎么了|啊|哈|为啥|为什么|在吗|有人吗|人呢)?[?？吗么]*$/;

/** Shorter ones that only sound like questions are banter, in characters. */
const softest = 5;

/** Asked without a question mark: with a particle at the end, by yes or no in one, of whoever knows, for something. */
const soft =
  /(?:吧|呗|不|没|么|吗|呢|嘛)[\s。.!！~～]*(?:\[[^\]]*\]|@\S+)*$|([\u4e00-\u9fff])[不没]\1|有(?:哪位|谁|人)|哪位|谁(?:有|知道|能|听|用|做)|多(?:久|长|少|大|高)|请教|请问|咨询|打听|想(?:了解|知道|问|看看)|(?<![很挺太不更怕嫌较点])麻烦(?!的|了|啊|些|死|呢)|求(?!职|婚)|不知道?(?:会|能|有|可|怎|哪|什)|啥|咋|怎么|什么/;
const silent: ReadonlySet<string> = new Set(['reaction', 'signin', 'notice', 'share', 'talk']);

/** What confirms or corrects a statement, as its first words. */
const confirms =
  /^(?:是的?|对[的啊呀]?|嗯+|恩+|没错|正确|可以这么|可以这样|差不多|基本|不(?:是|对|会|能|行|用|需要)|没有)(?![^，。,！!\s的啊呀吧呢哦]{6})/;

/** A statement has so many characters, or there is nothing in it to confirm. */
const shortestStatement = 8;

/** The guest's replies that confirm or correct what was said to him; none where it is no matter of the talk. */
function confirmations(turns: readonly Turn[], t: Turn, replies: readonly number[]): number[] {
  if (t.isGuest || t.domain === 'social' || t.text.length < shortestStatement) return [];
  const isTo = (guest: string) => turns[t.parent]!.speaker === guest || t.calls.includes(guest);
  return replies.filter((i) => turns[i]!.isGuest && isTo(turns[i]!.speaker) && confirms.test(turns[i]!.text));
}

/** The turn that a person's own run of messages goes on from: another's, or its own first. */
function spokenTo(turns: readonly Turn[], t: Turn): Turn {
  let at = turns[t.parent]!;
  while (at.speaker === t.speaker && at.parent !== at.i) at = turns[at.parent]!;
  return at;
}

/** Answers that a person put right, by the place of what they answer. */
function answersByHand(turns: readonly Turn[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const t of turns) {
    const to = spokenTo(turns, t);
    if (t.told !== 'answer' || to.speaker === t.speaker) continue;
    found.set(to.i, [...(found.get(to.i) ?? []), t.i]);
  }
  return found;
}

/** Whether a turn asks, or says something to be confirmed; null where it does neither. */
function kindOf(turns: readonly Turn[], t: Turn, replies: readonly number[]): Asked['kind'] | null {
  if (t.kind === 'question') return idle.test(t.text) ? null : 'question';
  if (silent.has(t.kind)) return null;
  if (t.text.length >= softest && soft.test(t.text)) return 'question';
  return confirmations(turns, t, replies).length ? 'statement' : null;
}

/** The turns that go on from each turn, by place. */
export function repliesTo(turns: readonly Turn[]): number[][] {
  const replies = turns.map((): number[] => []);
  for (const t of turns) if (t.parent !== t.i) replies[t.parent]!.push(t.i);
  return replies;
}

/** Whether a turn carries its speaker's question on. */
function goesOn(turns: readonly Turn[], replies: readonly number[][], group: Asked, t: Turn): boolean {
  const last = turns[group.turns.at(-1)!]!;
  const isNear = t.second - last.second <= sameQuestion;
  const isLinked = t.parent === last.i || (t.kind === 'question' && group.turns.includes(t.parent));
  const isAnswered = group.turns.some((g) =>
    replies[g]!.some((r) => r < t.i && turns[r]!.speaker !== t.speaker && turns[r]!.kind === 'answer'),
  );
  if (isAnswered && t.kind !== 'question') return false;
  return isNear && isLinked && (t.kind === 'question' || t.kind === 'chat');
}

/** Gathers whatever may ask: each question by form, and each statement that the guest confirms, with what carries it on. */
export function gatherAsked(turns: readonly Turn[], replies: readonly number[][]): Asked[] {
  const all: Asked[] = [];
  const byHand = answersByHand(turns);
  const open = new Map<string, Asked>();
  for (const t of turns) {
    if ((t.kind === 'reaction' || t.kind === 'signin') && !byHand.has(t.i)) continue;
    const group = open.get(t.speaker);
    if (group && goesOn(turns, replies, group, t)) {
      group.turns.push(t.i);
      group.confirmations.push(...(byHand.get(t.i) ?? []));
      continue;
    }
    open.delete(t.speaker);
    const answers = byHand.get(t.i) ?? [];
    const kind = answers.length ? 'question' : kindOf(turns, t, replies[t.i]!);
    if (!kind) continue;
    const fresh: Asked = {
      turns: [t.i],
      asker: t.speaker,
      kind,
      confirmations: kind === 'statement' ? confirmations(turns, t, replies[t.i]!) : [...answers],
    };
    all.push(fresh);
    open.set(t.speaker, fresh);
  }
  return all;
}
