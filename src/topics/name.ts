import { ascending } from 'd3-array';
/** A word that may stand in a topic's name. */
export interface NameWord {
  form: string;
  /** A term of the trade: it names a topic rather than a plain word. */
  term: boolean;
  /** Many people have it in their names (名片): a place or a trade. */
  card?: boolean;
  weight: number;
  /** In how many of the topic's messages it stands, of all. */
  share: number;
}

/** A second word must tell at least so much of what the first tells. */
const secondAtLeast = 0.2;
/** What a plain word counts beside a term. */
const plainWord = 0.4;
/** What a place or a trade counts beside another plain word: it says who talks rather than what of. */
const nameCard = 0.1;
/** A name need not say twice what is in both: words that share so many characters at their end or beginning. */
const sameCharacters = 2;

/** Whether one of two words says much of the other: 会计 and 会计科目, 支付渠道 and 渠道. */
function overlap(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x.includes(y) || y.includes(x)) return true;
  const n = sameCharacters;
  return /\p{Script=Han}/u.test(x) && (x.slice(0, n) === y.slice(0, n) || x.slice(-n) === y.slice(-n));
}

/**
 * A topic's name (话题名) as an editor would give it: the term that tells most, joined by a second one where that says
 * something else of the topic. Of words of one stem the one that says more stands.
 */
export function nameOf(words: readonly NameWord[], and: string): string {
  const kind = ({ term, card }: NameWord) => (term ? 1 : card ? plainWord * nameCard : plainWord);
  const worth = (w: NameWord) => w.weight * w.share * kind(w);
  const [first, ...rest] = [...words].sort((a, b) => worth(b) - worth(a) || ascending(a.form, b.form));
  if (!first) return '';
  const second = rest.find((w) => !overlap(w.form, first.form) && worth(w) >= secondAtLeast * worth(first));
  return second ? `${first.form}${and}${second.form}` : first.form;
}
