import { fold } from '../text/index.js';
import type { TermUse } from './types.js';

/** Tails that make no concept of their own: what is left without them is the same one, where the day has it too. */
const tails = /(?:支付|业务|产品|模式|机制|性)$/;
const merge = (a: TermUse, b: TermUse): TermUse => ({
  ...a,
  surface: [...new Set([...a.surface, ...b.surface])],
  messages: [...new Set([...a.messages, ...b.messages])].sort((x, y) => x - y),
});

/** One line a concept: a discovered term joins the one that it is a form of (扫码支付 and 扫码, 合规性 and 合规). */
export function joinVariants(terms: readonly TermUse[]): TermUse[] {
  const byForm = new Map<string, number>();
  terms.forEach((term, i) => {
    for (const form of [term.term, ...term.surface]) if (!byForm.has(fold(form))) byForm.set(fold(form), i);
  });
  const joined: (TermUse | null)[] = [...terms];
  terms.forEach((term, i) => {
    const stem = fold(term.term).replace(tails, '');
    const home = stem === fold(term.term) ? undefined : byForm.get(stem);
    if (term.known || home === undefined || home === i || !joined[home]) return;
    joined[home] = merge(joined[home], term);
    joined[i] = null;
  });
  return joined.filter((term) => term !== null);
}
