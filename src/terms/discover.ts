import type { Message } from '../read/index.js';
import { fold, type Segmenter, type TermClass, type Token } from '../text/index.js';
import type { Occurrence } from './occurrences.js';

/** Word lists that discovery looks into; all folded. */
export interface DiscoveryWords {
  stopwords: ReadonlySet<string>;
  morphemes: ReadonlySet<string>;
  notTerms: ReadonlySet<string>;
}

/** Longest candidate, in tokens and in characters. */
const mostTokens = 4;
const mostCharacters = 10;
/** A candidate must score this much; measured for precision on ten annotated days. */
const threshold = 1;

/** Parts of speech (jieba's) that a term is built of; names of people (nr) and places (ns) are not. */
const nominal = /^(?:n|nz|nt|ng|vn|v|j|l|an|b|eng|i|x)$/;

/** Single characters that may end a compound; any other single character is a splinter of a word that jieba does not know. */
const lastParts = /^[卡费率款码户账帐贷券币险商方单号]$/;

interface Candidate {
  folded: string;
  parts: string[];
  latin: boolean;
  occurrences: { surface: string; n: number; speaker: string }[];
}

const joins = (token: Token) => token.type === 'word' || token.type === 'latin' || token.type === 'standard';

/** Runs of tokens that stand together without a gap, a mark or a stop word between them. */
function* runs(text: string, tokens: Token[], words: DiscoveryWords): Generator<Token[]> {
  let run: Token[] = [];
  for (const token of tokens) {
    const word = fold(text.slice(token.start, token.end));
    const fits = joins(token) && !words.stopwords.has(word);
    if (!fits || (run.length && run.at(-1)!.end !== token.start)) {
      if (run.length) yield run;
      run = [];
    }
    if (fits) run.push(token);
  }
  if (run.length) yield run;
}

function collect(messages: Message[], tokens: Token[][], words: DiscoveryWords): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  messages.forEach((message, i) => {
    if (message.duplicateOf !== null) return;
    for (const run of runs(message.text, tokens[i]!, words)) {
      for (let from = 0; from < run.length; from++) {
        for (let to = from + 1; to <= Math.min(run.length, from + mostTokens); to++) {
          const part = run.slice(from, to);
          const surface = message.text.slice(part[0]!.start, part.at(-1)!.end);
          if (surface.length < 2 || surface.length > mostCharacters + (to - from > 1 ? 0 : 20)) continue;
          const folded = fold(surface);
          const latin = part.every((t) => t.type !== 'word');
          const candidate = found.get(folded) ?? {
            folded,
            parts: part.map((t) => fold(message.text.slice(t.start, t.end))),
            latin,
            occurrences: [],
          };
          candidate.occurrences.push({ surface, n: message.n, speaker: message.speaker });
          found.set(folded, candidate);
        }
      }
    }
  });
  return found;
}

/** How much of a word is made of finance morphemes, 0 to 1. */
function financial(word: string, morphemes: ReadonlySet<string>): number {
  let covered = 0;
  for (let at = 0; at < word.length; ) {
    const length =
      [4, 3, 2, 1].find((k) => at + k <= word.length && morphemes.has(word.slice(at, at + k))) ?? 0;
    covered += length;
    at += length || 1;
  }
  return covered / word.length;
}

/** An acronym or a name of several capitalised words; a plain lower-case English word is none. */
function latinScore(candidate: Candidate, words: DiscoveryWords): number {
  if (candidate.parts.length > 1 || words.notTerms.has(candidate.folded)) return 0;
  const { surface } = candidate.occurrences[0]!;
  if (/^[A-Z][A-Z0-9]{1,7}(?:[-/][A-Z0-9]+)*$/.test(surface))
    return candidate.occurrences.length >= 2 ? 1.2 : 0.8;
  if (/^[A-Z]\w+(?: [A-Z]\w+)+$/.test(surface)) return candidate.occurrences.length >= 2 ? 1 : 0.6;
  return 0;
}

function hanScore(candidate: Candidate, words: DiscoveryWords, segmenter: Segmenter): number {
  const { parts, occurrences, folded } = candidate;
  if (words.notTerms.has(folded) || /^\d|\d$/.test(folded)) return 0;
  const tags = parts.map((part) => (/^[a-z0-9]/.test(part) ? 'eng' : segmenter.tag(part)));
  if (!tags.every((tag) => nominal.test(tag)) || tags[0] === 'v') return 0;
  if (
    parts.length > 1 &&
    parts.some((part, k) => part.length === 1 && !(k === parts.length - 1 && lastParts.test(part)))
  )
    return 0;
  const share = financial(folded, words.morphemes);
  const count = occurrences.length;
  const speakers = new Set(occurrences.map((o) => o.speaker)).size;
  const repeated = Math.min(1, Math.log2(count) / 2) + (speakers > 1 ? 0.2 : 0);
  if (parts.length === 1) return share >= 0.99 ? 0.9 + repeated / 2 : share >= 0.5 ? 0.45 + repeated / 2 : 0;
  return share >= 0.6 ? 0.3 + share / 2 + repeated : 0;
}

/** Of candidates that stand inside one another, the shorter one goes where it hardly stands alone (nesting, as in C-value). */
function dropNested(candidates: Candidate[]): Candidate[] {
  const inside = new Map<string, number>();
  for (const long of candidates) {
    for (const short of candidates) {
      if (short !== long && long.folded.includes(short.folded))
        inside.set(short.folded, (inside.get(short.folded) ?? 0) + long.occurrences.length);
    }
  }
  return candidates.filter((c) => (inside.get(c.folded) ?? 0) < c.occurrences.length);
}

const heads: readonly [RegExp, TermClass][] = [
  [/(?:法|办法|条例|规定|通知|细则|指引|牌照|许可证|新规|令)$/, 'regulation'],
  [/(?:公司|银行|集团|协会|总局|央行|支付|金服|数科|科技)$/, 'org'],
  [/(?:机构|商户|方|商|人|行|者|企业|部门)$/, 'role'],
  [/(?:系统|平台|接口|网关|终端|机具|芯片|算法|协议|码|控件|引擎|密钥|证书|技术|标准)$/, 'tech'],
  [/(?:卡|宝|贷|钱包|红包|账户|产品|业务|服务|保险|基金|代扣|代付|快捷)$/, 'product'],
];

/** The class that a term's last part suggests; Latin is a technology until somebody says otherwise. */
export function guessClass(term: string): TermClass {
  if (/^[\x20-\x7e]+$/.test(term)) return 'tech';
  return heads.find(([head]) => head.test(term))?.[1] ?? 'concept';
}

/**
 * Terms of a day that no glossary lists (新词发现): words and compounds built of finance morphemes, and Latin names.
 * Known terms and stop words bound a candidate, so nothing found here contains one.
 */
export function discoverTerms(
  messages: Message[],
  tokens: Token[][],
  words: DiscoveryWords,
  segmenter: Segmenter,
): Occurrence[] {
  const scored = [...collect(messages, tokens, words).values()].filter((c) => {
    const score = c.latin ? latinScore(c, words) : hanScore(c, words, segmenter);
    return score >= threshold;
  });
  return dropNested(scored).flatMap((c) =>
    c.occurrences.map(({ surface, n }) => ({
      term: c.occurrences[0]!.surface,
      surface,
      class: guessClass(c.folded),
      known: false,
      n,
    })),
  );
}
