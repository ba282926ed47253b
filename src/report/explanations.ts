import { rollups } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import type { Names } from '../privacy/index.js';
import { fold } from '../text/index.js';
import type { Report } from './model.js';
import { shorten } from './shorten.js';
import { statementsOf } from './statements.js';

type Definition = DayAnalysis['definitions'][number];

/** An explanation longer than this is a story in which the term occurs: as much of it is shown. In characters. */
const longest = 140;
/** Words behind a term, or before it, that say what it is. */
const behind =
  /^[^，。？?！!\n]{0,10}?(?:是(?!不是|否|吗|什么|啥|哪|谁|怎么|这样|的[。\s]|[。\s])|指|即|叫|称|等于|相当于|包括|分为|分成|用于|用来|属于|[:：]|[，,]?(?:就是|也就是|其实))/;
const before = /(?:叫做?|称为|称之为|所谓的?|就是|也就是)[^，。？?！!\n]{0,6}$/;
const opinion = /扯淡|蛋疼|闲的|垃圾|[呵哈]{2}|坑爹|自作多情|是个屁/;

/** Whether a text says of a term what it is: it stands beside words that do, and the text is no question and no banter. */
function explains(text: string, forms: readonly string[]): boolean {
  if (/[?？]\s*$/.test(text) || opinion.test(text)) return false;
  return forms.some((form) => {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
      if (behind.test(text.slice(at + form.length)) || before.test(text.slice(0, at))) return true;
    return false;
  });
}

/**
 * The group's explanations that are sure, the tersest of each term that says what it is; terms that one passage explains
 * stand together. Of an explanation by turns what is shown is the words that say it.
 */
export function explanationsOf(analysis: DayAnalysis, names: Names): Report['terms']['defined'] {
  const formsOf = new Map(
    analysis.terms.flatMap((t) => {
      const forms = [t.term, ...t.surface].map(fold);
      return [...t.surface, t.term].map((form) => [form, forms] as const);
    }),
  );
  const textOf = (n: number) => fold(analysis.messages[n - 1]!.text);
  /** The number of the first message that says what the term is. */
  const tellingOf = ({ term, messages }: Definition) =>
    messages.find((n) => explains(textOf(n), formsOf.get(term) ?? [fold(term)]));
  const told = analysis.definitions.flatMap((definition) => {
    const telling = definition.sure ? tellingOf(definition) : undefined;
    return telling === undefined ? [] : [{ ...definition, telling }];
  });
  const best = rollups(
    told,
    (same) => same.reduce((a, b) => (textOf(b.telling).length < textOf(a.telling).length ? b : a)),
    (d) => d.term,
  );
  return rollups(
    best.map(([, definition]) => definition),
    (same) => {
      const { messages, telling } = same[0]!;
      const statements = statementsOf(messages, analysis, names);
      const statement = statements.find((s) => s.messages.includes(telling)) ?? statements[0]!;
      return {
        terms: same.map((d) => d.term),
        statement: { ...statement, text: shorten(statement.text, longest) },
      };
    },
    (d) => `${d.messages.join()} ${d.telling}`,
  ).map(([, defined]) => defined);
}
