import { type EvidenceGroup, evidenceGroups, Linker } from './decode.js';
import type { Prepared } from './links.js';
import type { LinkModel } from './model.js';

/** A candidate parent of a message, and what spoke for and against it. */
export interface ExplainedCandidate {
  /** `n` of the candidate; the message's own where it would start a thread. */
  n: number;
  probability: number;
  /** How much more (or less) each group of evidence brought than it brought the other candidates on average, strongest first. */
  evidence: { group: EvidenceGroup; weight: number }[];
}

/** Why a message was linked as it was (接话理由). */
export interface Explanation {
  n: number;
  parent: number;
  /** The most probable first. */
  candidates: ExplainedCandidate[];
}

/** What is weaker than this is not worth a word. */
const weakest = 0.1;

/**
 * Explains the link of message `n`: the candidates that were weighed, with their probabilities and evidence.
 * @returns null for a message that is not weighed: a second copy, a line of the server
 */
export function explainLink(prepared: Prepared, model: LinkModel, n: number): Explanation | null {
  const { utterances } = prepared;
  const at = utterances.findIndex((u) => u.n === n);
  if (at < 0) return null;
  const linker = new Linker(prepared.scene(), model);
  for (let i = 0; i < at; i++) {
    linker.weigh(i);
    linker.add(i, linker.choose(i));
  }
  linker.weigh(at);
  const brought = Array.from({ length: linker.count }, (_, k) => linker.evidence(k));
  const mean = evidenceGroups.map(
    (_, g) => brought.reduce((sum, row) => sum + row[g]!, 0) / Math.max(brought.length, 1),
  );
  const candidates: ExplainedCandidate[] = brought.map((row, k) => ({
    n: utterances[linker.at[k]!]!.n,
    probability: linker.probability[k]!,
    evidence: evidenceGroups
      .map((group, g) => ({ group, weight: row[g]! - mean[g]! }))
      .filter(({ weight }) => Math.abs(weight) >= weakest)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  }));
  candidates.push({ n, probability: linker.starting, evidence: [] });
  candidates.sort((a, b) => b.probability - a.probability);
  return { n, parent: utterances[linker.choose(at)]!.n, candidates };
}
