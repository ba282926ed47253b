import type { KnownName } from './known.js';
import { areTwoPeople, isPersonal, nameKey, tellingParts } from './names.js';
import { ownerName } from './owner.js';
import { noEvidence, type PairEvidence, type Roster } from './roster.js';

/** Below this a name stays unresolved. */
export const leastConfidence = 0.7;

/** What is known for a name being a speaker's, in counts. */
export interface ResolutionEvidence extends PairEvidence {
  /** How often the name was called while nobody of that name spoke. */
  calls: number;
  /** Parts that both names share and that tell a person. */
  parts: number;
}

/** Who a name is. */
export interface Resolution {
  name: string;
  /** Messages under this very name. */
  messages: number;
  /** The speaker most likely meant, whatever the confidence; null where nothing speaks for anybody. */
  speaker: string | null;
  /** 0 to 1; 1 where a person said so. */
  confidence: number;
  /** Confident enough, or confirmed. */
  resolved: boolean;
  confirmed: boolean;
  evidence: ResolutionEvidence;
}

/** How much a shared part of the name says where one speaker alone bears it, personal or not. */
const personalPart = 0.85;
const firstPart = 0.72;
const sameKey = 0.95;

/** What answers need and can say; weighed on names whose bearer is known by a personal part: nine in ten were right. */
const fewestAnswers = 3;
const answersWeigh = 1.3;
const mostByAnswers = 0.95;

const rounded = (x: number) => Math.round(x * 100) / 100;

/** Reads a roster: works out who each name is, and how sure that is. */
class Reader {
  private readonly bearers = new Map<string, string[]>();
  /** By name, the names that stand before it in doubled messages. */
  private readonly copies = new Map<string, string[]>();
  private readonly all: number;

  constructor(private readonly roster: Roster) {
    this.all = [...roster.speakers.values()].reduce((sum, count) => sum + count, 0);
    for (const speaker of roster.speakers.keys())
      for (const part of new Set(tellingParts(speaker)))
        this.bearers.set(part, [...(this.bearers.get(part) ?? []), speaker]);
    for (const [name, pairs] of roster.pairs)
      for (const [other, e] of pairs)
        if (e.doubled) this.copies.set(other, [...(this.copies.get(other) ?? []), name]);
  }

  private messages(name: string): number {
    return this.roster.speakers.get(name) ?? 0;
  }

  /** Of two speakers of one person the one who says more stands for both. */
  private precedes(a: string, b: string): boolean {
    const [x, y] = [this.messages(a), this.messages(b)];
    return x === y ? a < b : x > y;
  }

  /** Evidence for a pair, whichever of the two stands first. */
  private pair(a: string, b: string): PairEvidence {
    const x = this.roster.pairs.get(a)?.get(b);
    const y = this.roster.pairs.get(b)?.get(a) ?? noEvidence;
    if (!x) return { ...noEvidence, doubled: y.doubled, together: y.together };
    return { ...x, doubled: x.doubled + y.doubled, together: x.together + y.together };
  }

  private candidates(name: string): string[] {
    const found = new Set(this.roster.pairs.get(name)?.keys());
    for (const part of tellingParts(name)) for (const s of this.bearers.get(part) ?? []) found.add(s);
    for (const other of this.copies.get(name) ?? []) found.add(other);
    const speaks = this.messages(name) > 0;
    return [...found].filter((s) => s !== name && (!speaks || this.precedes(s, name))).sort();
  }

  /** What the names themselves say: a part that others bear too, who speak on the same days, says less. */
  private byName(name: string, speaker: string, together: number): { parts: number; confidence: number } {
    const parts = tellingParts(name).filter((part) => tellingParts(speaker).includes(part));
    if (!parts.length) return { parts: 0, confidence: 0 };
    const strength = Math.max(
      ...parts.map((part) => {
        const rivals = this.bearers
          .get(part)!
          .filter((s) => s !== name && s !== speaker && this.pair(speaker, s).together > 0);
        return (isPersonal(part) ? personalPart : firstPart) / (1 + rivals.length);
      }),
    );
    const alike = nameKey(name) === nameKey(speaker) ? sameKey : 0;
    return { parts: parts.length, confidence: Math.max(strength, alike) / (1 + together) };
  }

  /** Answers beyond those that one who talks a lot gives by chance. */
  private excess(name: string, speaker: string, answers: number): number {
    const calls = this.roster.calls.get(name) ?? 0;
    return Math.max(0, answers - (calls * this.messages(speaker)) / Math.max(1, this.all));
  }

  /** Whether nothing is in the way of two names being one person's, so that they are no rivals. */
  private maybeOne(a: string, b: string): boolean {
    return this.pair(a, b).doubled > 1 || tellingParts(a).some((part) => tellingParts(b).includes(part));
  }

  /** What answers say: how far ahead of the next one a speaker is, in answers on several days. */
  private byAnswers(name: string, speaker: string, e: PairEvidence): number {
    if (e.answers < fewestAnswers || e.answerDays < 2) return 0;
    const others = [...this.roster.pairs.get(name)!].filter(([s]) => s !== speaker);
    const next = Math.max(
      0,
      ...others.map(([s, o]) => (this.maybeOne(s, speaker) ? 0 : this.excess(name, s, o.answers))),
    );
    const ahead = this.excess(name, speaker, e.answers);
    const share = Math.min(mostByAnswers, (answersWeigh * ahead) / (ahead + 2 * next + 2));
    return this.messages(name) ? share / 2 : share;
  }

  /** What doubled messages say: nearly all, but for two people who type the same word in the same second. */
  private byCopies(name: string, e: PairEvidence, others: string[]): number {
    if (!e.doubled) return 0;
    const all = others.reduce((sum, other) => sum + this.pair(name, other).doubled, 0);
    return (e.doubled / all) * (e.doubled / (e.doubled + 0.5));
  }

  private candidate(name: string, speaker: string, all: string[]) {
    const e = this.pair(name, speaker);
    const named = this.byName(name, speaker, e.together);
    const parts = [
      named.confidence,
      areTwoPeople(name, speaker) ? 0 : this.byAnswers(name, speaker, e),
      this.byCopies(name, e, all),
    ];
    const confidence = 1 - parts.reduce((rest, p) => rest * (1 - p), 1);
    const calls = this.roster.calls.get(name) ?? 0;
    return { speaker, confidence, evidence: { ...e, calls, parts: named.parts } };
  }

  resolve(name: string): Resolution {
    const all = this.candidates(name);
    const scored = all.map((speaker) => this.candidate(name, speaker, all));
    scored.sort((a, b) => b.confidence - a.confidence || (this.precedes(a.speaker, b.speaker) ? -1 : 1));
    const best = scored[0];
    const confidence = rounded(best?.confidence ?? 0);
    const calls = this.roster.calls.get(name) ?? 0;
    return {
      name,
      messages: this.messages(name),
      speaker: confidence > 0 ? best!.speaker : null,
      confidence,
      resolved: confidence >= leastConfidence,
      confirmed: false,
      evidence: best?.evidence ?? { ...noEvidence, calls, parts: 0 },
    };
  }
}

/** Names under which messages stand twice; one of the two may bear nothing but second copies. */
const doubledNames = ({ pairs }: Roster): string[] =>
  [...pairs].flatMap(([name, others]) =>
    [...others].flatMap(([other, e]) => (e.doubled ? [name, other] : [])),
  );

/**
 * Who is who by a roster: every name that was called or may be another speaker's second name, sorted. What a person
 * confirmed holds; the account's owner is known by the names in `owner`.
 */
export function resolutionsOf(
  roster: Roster,
  known: readonly KnownName[] = [],
  owner: readonly string[] = [],
): Resolution[] {
  const reader = new Reader(roster);
  const said = new Map<string, string | null>(owner.map((name) => [name, ownerName]));
  for (const { name, is } of known) said.set(name, is);
  const names = new Set([
    ...roster.calls.keys(),
    ...roster.speakers.keys(),
    ...said.keys(),
    ...doubledNames(roster),
  ]);
  return [...names].sort().flatMap((name) => {
    const found = reader.resolve(name);
    const speaker = said.get(name);
    if (speaker !== undefined) return [{ ...found, speaker, confidence: 1, resolved: true, confirmed: true }];
    // a speaker is who he is, unless much says that he is another one too
    return roster.calls.has(name) && !roster.speakers.has(name) ? [found] : found.resolved ? [found] : [];
  });
}
