import type { Message } from '../read/index.js';
import { fold } from '../text/index.js';
import type { Definition, TermUse } from './types.js';

/** Shortest explanation worth attaching, and the most that is shown of one, in characters. */
const shortest = 8;
const longestShown = 200;

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How a term is explained, the term's form standing for `X`. What only says that X is good, dear or mine explains nothing. */
const explains = (form: string): RegExp[] => {
  const x = literal(form);
  const boundary = /^[a-z0-9]/.test(form) ? '(?<![a-z0-9])' : '';
  return [
    new RegExp(
      `${boundary}${x}(?:[，,]|\\s)?(?:就|其实|实际上|一般|通常|主要|本质上?)*(?:是指|指的是|就是|即是?|意思是|意味着|叫做|也叫|又叫|简称|全称|俗称)`,
    ),
    new RegExp(
      `(?:^|[，。,;；\\s])(?:所谓的?)?[“"]?${x}[”"]?(?:其实|一般|主要)?是(?!不是|否|吗|的[，。]|什么|啥|哪|怎么|谁|我|你|他|这|那|真|很|非常|挺|有|多|几)(?=.{8})`,
    ),
    new RegExp(`(?:叫做?|称(?:为|作|之为)|名为|也就是|就是)[“"]?${x}(?:[（(]|[”"]?$|[，。,])`),
    // an abbreviation spelt out; behind a Chinese term brackets hold examples more often than meanings
    ...(boundary ? [new RegExp(`${boundary}${x}\\s?[（(][^）)]{3,30}[）)]`)] : []),
    new RegExp(`${boundary}${x}\\s?(?:=|==|：|:)\\s?\\S{2,}`),
  ];
};

/** A heading with examples behind it (`扫码：甲，乙等`) names, it does not explain. */
const lists = /等\s*$/;
const asks = /[?？]|[吗吧么]$|什么是|是什么|是啥|啥意思/;

/** The patterns of each form, made once: a day asks for the same forms again and again. */
type Patterns = Map<string, RegExp[]>;

function patternsOf(form: string, made: Patterns): RegExp[] {
  const patterns = made.get(form) ?? explains(form);
  made.set(form, patterns);
  return patterns;
}

function explainsTerm(text: string, term: TermUse, made: Patterns): boolean {
  const folded = fold(text);
  return term.surface.some(
    (surface) =>
      folded.includes(fold(surface)) &&
      patternsOf(fold(surface), made).some((pattern) => pattern.test(folded)),
  );
}

/** The messages of one explanation: the one that opens it and what its speaker goes on to say at once. */
function passage(messages: Message[], at: number): Message[] {
  const passage = [messages[at]!];
  for (let i = at + 1; i < messages.length && passage.length < 3; i++) {
    const [last, next] = [passage.at(-1)!, messages[i]!];
    if (
      next.speaker !== last.speaker ||
      next.second - last.second > 60 ||
      last.text.length > 60 ||
      !/[，,：:]$/.test(last.text)
    )
      break;
    passage.push(next);
  }
  return passage;
}

/** Where the group explains a term (`X就是…`, `X是指…`, `…叫 X（…）`), by fixed patterns; questions explain nothing. */
export function findDefinitions(messages: Message[], terms: TermUse[]): Definition[] {
  const definitions: Definition[] = [];
  const made: Patterns = new Map();
  const originals = messages.filter((m) => m.duplicateOf === null);
  const indexOf = new Map(originals.map((m, i) => [m.n, i]));
  for (const term of terms) {
    for (const n of term.messages) {
      const at = indexOf.get(n);
      if (at === undefined || originals[at]!.text.length < shortest) continue;
      const { text } = originals[at]!;
      if (asks.test(text) || (lists.test(text) && text.includes('，')) || !explainsTerm(text, term, made))
        continue;
      const said = passage(originals, at);
      definitions.push({
        term: term.term,
        messages: said.map((m) => m.n),
        text: said
          .map((m) => m.text)
          .join('\n')
          .slice(0, longestShown)
          .replace(/[\ud800-\udbff]$/, ''), // half a character
      });
    }
  }
  return definitions.sort((a, b) => a.messages[0]! - b.messages[0]! || (a.term < b.term ? -1 : 1));
}
