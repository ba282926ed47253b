/** What a first judgement of a day's messages says about each of them, in the order of {@link contextOf}. */
export const contextNames = [
  'own',
  'rank',
  'before-3',
  'before-2',
  'before-1',
  'after-1',
  'after-2',
  'after-3',
  'near',
  'around',
  'speaker',
  'speaker-before',
  'speaker-after',
  'day-mean',
  'day-best',
  'day-messages',
] as const;

/** Neighbours on each side in the two means. */
const near = 5;
const around = 12;
/** The best part of a day's messages. */
const best = 1 / 4;
/** Stands where a speaker said nothing before, or says nothing later. */
const nothing = -1;

const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;

/** Where each stands among all, lowest first, 0 to 1. */
function ranksOf(first: readonly number[]): number[] {
  const order = first.map((_, i) => i).sort((a, b) => first[a]! - first[b]! || a - b);
  const ranks: number[] = [];
  order.forEach((i, rank) => {
    ranks[i] = rank / Math.max(1, first.length - 1);
  });
  return ranks;
}

/** What was judged of the same speaker's message before each. */
function previousOf(first: readonly number[], speakers: readonly string[]): number[] {
  const last = new Map<string, number>();
  return first.map((own, i) => {
    const before = last.get(speakers[i]!) ?? nothing;
    last.set(speakers[i]!, own);
    return before;
  });
}

/**
 * Editors keep stretches of a day rather than single messages, of one day much and of another little: so a first
 * judgement of all messages tells about each of them what its own evidence does not.
 * @param first how probably each message of a day is kept
 * @param speakers who said each
 * @returns for each message numbers in the order of {@link contextNames}
 */
export function contextOf(first: readonly number[], speakers: readonly string[]): number[][] {
  const all = first.length;
  const upTo = [0];
  for (const own of first) upTo.push(upTo.at(-1)! + own);
  const day = all ? upTo[all]! / all : 0;
  const at = (i: number) => first[i] ?? day;
  const meanAround = (i: number, width: number) => {
    const [from, to] = [Math.max(0, i - width), Math.min(all, i + width + 1)];
    return (upTo[to]! - upTo[from]!) / (to - from);
  };
  const ranks = ranksOf(first);
  const bySpeaker = new Map<string, number[]>();
  first.forEach((own, i) => {
    const list = bySpeaker.get(speakers[i]!);
    if (list) list.push(own);
    else bySpeaker.set(speakers[i]!, [own]);
  });
  const ofSpeaker = new Map([...bySpeaker].map(([name, list]) => [name, mean(list)]));
  const before = previousOf(first, speakers);
  const after = previousOf([...first].reverse(), [...speakers].reverse()).reverse();
  const top = [...first].sort((a, b) => b - a).slice(0, Math.max(1, Math.floor(all * best)));
  const ofDay = [day, all ? mean(top) : 0, Math.log1p(all)];
  return first.map((own, i) => [
    own,
    ranks[i]!,
    at(i - 3),
    at(i - 2),
    at(i - 1),
    at(i + 1),
    at(i + 2),
    at(i + 3),
    meanAround(i, near),
    meanAround(i, around),
    ofSpeaker.get(speakers[i]!)!,
    before[i]!,
    after[i]!,
    ...ofDay,
  ]);
}
