import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import { fold, replaceSpans } from '../text/index.js';

/** What a text is about, for finding others about the same: `term:…` of the day's terms, `word:…` of its own words. Sorted, each once. */
export type Features = readonly string[];

/** A term as a feature, whatever way it is written; and whether a feature is one. */
export const termFeature = (term: string): string => `term:${fold(term)}`;
export const isTerm = (feature: string): boolean => feature.startsWith('term:');

/** Words of asking itself, and single characters that join words: they say nothing of what is asked about. */
const empty =
  /请问|请教|想问|问下|一下|有没有|有木有|是不是|能不能|可不可以|有人|哪位|大神|大佬|各位|老师|同学|朋友|小伙伴|群里|这块|这种|那种|怎么|为什么|为啥|啥|如何|什么|多少|哪些|哪个|哪家|哪里|现在|目前|知道|了解|分享|[的了吗呢吧啊呀嘛么哦哈是在和与或就都也还要会能可我你他她它们这那个些有没不很被把对从到给让跟]/g;
const han = /\p{Script=Han}+/gu;
/** A number of a document begins where its digits do: a long number is not gone through from each of them. */
const latin = /[a-z][a-z0-9]*(?:[-+.][a-z0-9]+)*|(?<!\d\.?)\d+(?:\.\d+)*号文?/g;

/** What may be left of a long name behind a mention (`@`): parts behind dashes, or parted by spaces up to the mark that closed it. */
const restOfName =
  /@(?:(?: ?[-－–—|｜_~～+·] ?[^\s@?？，。：:！]{1,20})+|(?: ?[^\s@?，。]{1,12}){1,4}[?\u2005])/g;
/** Who is quoted, and the rule below a quotation. */
const quoted = /「[^「」：]{1,40}：|(?:- ){4,}-?/g;

/** A message without its mentions, links and pictures: what its author wrote. */
export function ownWords({ text, mentions, attachments }: AnalysedMessage): string {
  const spans = [...mentions, ...attachments.filter((a) => a.kind !== 'quote')].sort(
    (a, b) => b.start - a.start,
  );
  return replaceSpans(text, spans.reverse(), (span) => ('name' in span ? '@' : ' '))
    .replace(restOfName, ' ')
    .replace(quoted, ' ')
    .replaceAll('@', ' ')
    .replace(/https?:\/\/\S+|\[[\u4e00-\u9fff]{1,4}\]/g, ' ')
    .trim();
}

/**
 * The words of a text as pairs of neighbouring characters, what says nothing left out. Pairs need no segmenter, and two
 * people who write one thing a little differently still share most of them.
 */
export function wordsIn(text: string, stopwords: ReadonlySet<string>): string[] {
  const folded = fold(text);
  const found = (folded.match(latin) ?? []).filter((word) => word.length > 1 && !stopwords.has(word));
  for (const run of folded.replace(empty, ' ').match(han) ?? [])
    for (let i = 0; i + 1 < run.length; i++) {
      const pair = run.slice(i, i + 2);
      if (!stopwords.has(pair)) found.push(pair);
    }
  return found;
}

/**
 * Gives the features of messages of one day, by their numbers. Terms count where the glossary has them, so that every day
 * names them alike; a term's own words do not count again.
 */
export function featuresIn(
  analysis: DayAnalysis,
  stopwords: ReadonlySet<string>,
): (numbers: readonly number[]) => Features {
  const terms = new Map<number, { term: string; forms: string[] }[]>();
  for (const { term, surface, known, messages } of analysis.terms) {
    if (!known) continue;
    const found = { term, forms: surface.map(fold) };
    for (const n of messages) terms.set(n, [...(terms.get(n) ?? []), found]);
  }
  const ofMessage = (n: number): string[] => {
    const own = fold(ownWords(analysis.messages[n - 1]!));
    const known = (terms.get(n) ?? []).filter((t) => t.forms.some((form) => own.includes(form)));
    const rest = known
      .flatMap((t) => t.forms)
      .sort((a, b) => b.length - a.length)
      .reduce((text, form) => text.replaceAll(form, ' '), own);
    return [...known.map((t) => termFeature(t.term)), ...wordsIn(rest, stopwords).map((w) => `word:${w}`)];
  };
  return (numbers) => [...new Set(numbers.flatMap(ofMessage))].sort();
}
