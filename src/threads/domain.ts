import type { Token } from '../text/index.js';
import { domainEvidence } from './domain-features.js';
import { domainWeights } from './domain-weights.js';
import { type Domain, domains } from './domains.js';
import type { Links } from './links.js';
import type { ThreadLists } from './lists.js';

const score = (evidence: number[], weights: readonly number[]) =>
  evidence.reduce((sum, value, i) => sum + value * weights[i]!, 0);

/** The domain for which the evidence speaks most; small talk where nothing speaks for another. */
function likeliest(evidence: number[]): Domain {
  const scores = domains.map((domain) => score(evidence, domainWeights[domain]));
  return domains[scores.indexOf(Math.max(...scores))]!;
}

/**
 * The domain of a thread. A guest's talk is of the trade, and so are bare sign-ins, which belong to one; what says
 * nothing is small talk; all else the learned weights decide.
 */
export function domainOf(numbers: number[], tokens: Token[][], links: Links, lists: ThreadLists): Domain {
  const kinds = numbers.map((n) => links.kinds[n - 1]!);
  if (kinds.includes('talk')) return 'payments';
  if (kinds.every((kind) => kind === 'signin' || kind === 'reaction'))
    return kinds.includes('signin') ? 'payments' : 'social';
  const evidence = domainEvidence(numbers, tokens, links, lists);
  return evidence.slice(1).some((value) => value > 0) ? likeliest(evidence) : 'social';
}
