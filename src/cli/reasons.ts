import type { Words } from '../lang/index.js';

/** What spoke for a candidate and what against it, each in a line; nothing where nothing did. */
export function forAndAgainst<G extends string>(
  evidence: readonly { group: G; weight: number }[],
  groups: Readonly<Record<G, string>>,
  w: Words['explain'],
): string[] {
  const say = (title: string, some: typeof evidence) => {
    const told = some.map(
      ({ group, weight }) => `${groups[group]} ${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`,
    );
    return told.length ? [`      ${title}${told.join(w.comma)}`] : [];
  };
  return [
    ...say(
      w.supports,
      evidence.filter((e) => e.weight > 0),
    ),
    ...say(
      w.opposes,
      evidence.filter((e) => e.weight < 0),
    ),
  ];
}
