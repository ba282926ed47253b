import { type AnalysedMessage, type DayAnalysis, guestTalks } from '../analysis/index.js';
import type { Words } from '../lang/index.js';
import { type Names, showText } from '../privacy/index.js';
import { standingOf } from '../talks/index.js';
import type { CitedDocument, Statement } from './model.js';
import { shorten } from './shorten.js';

/** One person's messages no further apart than this, in seconds, are one statement. */
const together = 120;

/** WeChat's emoji codes say nothing in a digest. */
const emojiCode = /\[(?:[\u4e00-\u9fff]{1,4}|OK|Yeah!?|Salute|Emm)\]/gi;

/** The line that WeChat draws between what is quoted and what is said to it. */
const quoteLine = /」\s*(?:[-—] ?){4,}/g;

/** What WeChat quotes of a message before the words that answer it: who said it, and what. */
const quotation = /「([^「」：:\n]{1,40}[：:])([^」]*)」/g;
/** So much of a quotation says which message it is. */
const longestQuotation = 24;

/** A text in a line, without what says nothing; of what is quoted as much as tells what is meant. */
export const sayWords = (text: string): string =>
  text
    .replace(emojiCode, '')
    .replace(quoteLine, '」')
    .replace(/\s+/g, ' ')
    .replace(quotation, (_, who: string, said: string) => `「${who}${shorten(said, longestQuotation)}」`)
    .trim();

/** What a message says, in a line, names shown; empty where it has no words. */
export const wordsOf = (m: AnalysedMessage, names: Names): string =>
  sayWords(showText(m.text, m.mentions, names));

/** A document's number without what its writers vary: brackets, 第, spaces. */
export const bareNumber = (text: string) => text.replace(/[〔[(（【［〕\])）】］第年\s]/g, '');

/** What a document's number stands for, without what the text says already. */
export function glossOf({ number, title, date, unsure }: CitedDocument, text: string, w: Words): string {
  const isNumbered = bareNumber(text).includes(bareNumber(number));
  const isTitled = text.includes(title);
  return w.document({
    number: isNumbered ? null : number,
    title: isTitled ? null : title,
    date,
    unsure,
  });
}

/** The documents that messages cite, as far as they are known, each once. */
function documentsOf(numbers: readonly number[], { documents }: DayAnalysis): CitedDocument[] {
  const found = documents.filter((d) => numbers.includes(d.n)).flatMap((d) => d.document ?? []);
  return found.filter((d, k) => found.findIndex((other) => other.number === d.number) === k);
}

/** Turns message numbers into statements: one person's messages in a row become one. */
export function statementsOf(numbers: readonly number[], analysis: DayAnalysis, names: Names): Statement[] {
  const guests = new Set(guestTalks(analysis).map((talk) => talk.speaker));
  const runs: AnalysedMessage[][] = [];
  for (const n of numbers) {
    const m = analysis.messages[n - 1]!;
    const last = runs.at(-1)?.at(-1);
    if (last && last.speaker === m.speaker && m.second - last.second <= together) runs.at(-1)!.push(m);
    else runs.push([m]);
  }
  return runs.map((run) => {
    const text = run
      .map((m) => wordsOf(m, names))
      .filter(Boolean)
      .join(' / ');
    return {
      speaker: names.show(run[0]!.speaker),
      text,
      messages: run.map((m) => m.n),
      time: run[0]!.time.slice(0, 5),
      standing: standingOf(run.map((m) => m.text).join('\n'), guests.has(run[0]!.speaker)),
      documents: documentsOf(
        run.map((m) => m.n),
        analysis,
      ),
    };
  });
}

/** Whether a question passes bad news of a company on; asked of the industry (P2P跑路, 爆雷) it does not. */
const passesOn = (text: string) => standingOf(text.replace(ofNobody, ''), false) === 'rumour';
const ofNobody =
  /(?:(?:P2P|网贷|平台|公司|机构|行业|商户|渠道|小贷)(?:平台|公司|机构)?|如果|要是|万一|假如|一旦)[^，。？?]{0,6}(?:跑路|[爆暴]雷|失联|倒闭|出事)了?/gi;

/** A question, which may be several messages, as one statement. */
export function questionOf(numbers: readonly number[], analysis: DayAnalysis, names: Names): Statement {
  const first = analysis.messages[numbers[0]! - 1]!;
  const text = numbers
    .map((n) => wordsOf(analysis.messages[n - 1]!, names))
    .filter(Boolean)
    .join(' / ');
  return {
    speaker: names.show(first.speaker),
    text,
    messages: [...numbers],
    time: first.time.slice(0, 5),
    // a question claims nothing, but it can pass bad news on
    standing: passesOn(text) ? 'rumour' : 'member',
    documents: documentsOf(numbers, analysis),
  };
}
