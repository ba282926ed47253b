import { addressOf, changeRecord, type Line, linesOf, type Span, type TalkRecord, textOf } from './record.js';
import { doubled, slips } from './slips.js';

/** A change that an editor may accept or reject (修改建议): a slip of the pen, a passage that repeats, an introduction of oneself. */
export interface Fix {
  kind: 'slip' | 'repeat' | 'introduction';
  /** `2024-03-01#12`. */
  at: string;
  /** The words to be changed: those of a slip or an introduction, or a whole line that repeats. */
  from: string;
  /** What stands in their place; empty where they go. */
  to: string;
}

/** A passage shorter than this may well be said twice, in characters. */
const shortestRepeat = 12;
/** Whoever introduces himself does so among the first lines of his talk. */
const introductionLines = 12;
const introduces =
  /自我介绍|介绍一?下?(?:我)?自己|(?:我叫|本人|我是|我来自|我(?:目前|现在)?(?:就职|任职)(?:于|在)).{0,24}(?:公司|支付|银行|科技|负责|从事|工作|产品|技术|经理|总监|同学)|(?:从业|工作|入行)(?:了)?(?:已?有)?[\d一二三四五六七八九十多几]+年/;

function slipsIn(line: Line): Fix[] {
  const text = textOf(line);
  const at = addressOf(line);
  const found = slips
    .filter(([wrong]) => text.includes(wrong))
    .map(([from, to]): Fix => ({ kind: 'slip', at, from, to }));
  const twice = [...text.matchAll(doubled)].map(
    ({ 0: from }): Fix => ({ kind: 'slip', at, from, to: from.slice(0, from.length / 2) }),
  );
  return [...found, ...twice];
}

/** The sentences in which a guest introduces himself; the rest of what he says with them stays. */
const introductionsIn = (line: Line): Fix[] =>
  textOf(line)
    .split(/(?<=[。！？!?；;])/)
    .filter((sentence) => introduces.test(sentence))
    .map((from) => ({ kind: 'introduction', at: addressOf(line), from: from.trim(), to: '' }));

/** What the record offers to change, in its order. */
export function offerFixes(record: TalkRecord): Fix[] {
  const head = new Set(record.talk.flatMap((block) => block.lines).slice(0, introductionLines));
  const said = new Set<string>();
  const fixes = linesOf(record).flatMap((line): Fix[] => {
    const text = textOf(line);
    const isRepeat = text.length >= shortestRepeat && said.has(text);
    said.add(text);
    if (isRepeat) return [{ kind: 'repeat', at: addressOf(line), from: text, to: '' }];
    return [...(head.has(line) ? introductionsIn(line) : []), ...slipsIn(line)];
  });
  return fixes.filter((fix, i) => fixes.findIndex((other) => isSameFix(other, fix)) === i);
}

/** Whether two fixes mean the same change. */
export const isSameFix = (a: Fix, b: Fix): boolean => a.kind === b.kind && a.at === b.at && a.from === b.from;

/** Spans with the words of a change in their new form; a span that has none left is gone. */
const replaced = (spans: readonly Span[], { from, to }: Fix): Span[] =>
  spans
    .map((s) => (s.kind === 'text' ? { ...s, text: s.text.replaceAll(from, () => to).trim() } : s))
    .filter((s) => s.kind !== 'text' || s.text !== '');

/** A record with the changes that an editor accepted, and no other. */
export function applyFixes(record: TalkRecord, accepted: readonly Fix[]): TalkRecord {
  const kept = new Set<string>();
  return changeRecord(record, (line) => {
    const text = textOf(line);
    const own = accepted.filter((fix) => fix.at === addressOf(line) && text.includes(fix.from));
    // of a passage that repeats within one message the first stays
    if (own.some((fix) => fix.kind === 'repeat' && fix.from === text) && kept.has(text)) return null;
    kept.add(text);
    const changes = own.filter((fix) => fix.kind !== 'repeat');
    if (!changes.length) return line;
    const spans = changes.reduce<Span[]>(replaced, line.spans);
    return spans.length ? { ...line, spans } : null;
  });
}
