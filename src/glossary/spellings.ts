import { descending, sort } from 'd3-array';
import { soughtIn, type TermRecord } from '../corpus/index.js';
import { type Entry, fold, formsOf } from '../text/index.js';
import { syllablesOf } from './export/pinyin.js';

/**
 * What people write for one another, and what stands for it here. 户 is 账户 (实体户) only behind two characters or more (门户,
 * 用户), and where it is no household, borrower or merchant; 总账账户 is another thing than 总账户. A hyphen before a digit may be
 * a minus (T-1).
 */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/帐/g, '账'],
  [/壹/g, '一'],
  [/贰/g, '二'],
  [/叁/g, '三'],
  [/(?<=..)号码$/, '号'],
  [/(?<=..)(?<!商|账|个体|存款|贷款|借款|投资)账户$/, '户'],
  [/(?<=[a-z])[-‐‑–](?=[a-z])/g, ''],
  [/(?<!\d)\s+|\s+(?!\d)/g, ''],
];

/** A form in the one spelling that stands for all of its own (写法): 实体帐户 as 实体户, `HarborPay` as `harborpay`. */
const spellingOf = (form: string): string =>
  spellings.reduce((word, [written, as]) => word.replace(written, as), fold(form));

/** The entry of which a word is another spelling (分帐 of 分账); rejected ones are none. */
export function entrySpelledAs(entries: readonly Entry[], word: string): Entry | undefined {
  const [form, spelling] = [fold(word), spellingOf(word)];
  return entries.find(
    (entry) =>
      entry.status !== 'rejected' &&
      !formsOf(entry).includes(form) &&
      formsOf(entry).some((other) => spellingOf(other) === spelling),
  );
}

/** Shorter words are told apart by one character of the same sound: 代付款 and 待付款, 易付通 and 亿付通. */
const shortestHeard = 4;
const isHeard = (word: string) => /^\p{Script=Han}+$/u.test(word) && [...word].length >= shortestHeard;

const termOf = (record: TermRecord): string => soughtIn(record).term;

/** How a word is heard, tones too; null where it is too short for that to say which word it is. */
const soundOf = (word: string): string | null =>
  isHeard(word) ? syllablesOf(word, { tones: true }).join(' ') : null;

/** Pairs of characters in words: what is in none of many words is hardly meant. */
export const pairsIn = (words: Iterable<string>): Set<string> => {
  const pairs = new Set<string>();
  for (const word of words) for (let i = 1; i < word.length; i++) pairs.add(word.slice(i - 1, i + 1));
  return pairs;
};

/**
 * Whether a word is another of the same sound, mistyped (错字): one character differs, and makes no pair that any listed word
 * has (聚和支付). Both 平台代收 and 平台待收 are words. A name's first character is its own.
 */
function isMistyped(word: string, other: string, listedPairs: ReadonlySet<string>): boolean {
  const differing = [...word].flatMap((c, i) => (c === other[i] ? [] : [i]));
  const [at = 0] = differing;
  if (differing.length !== 1 || at === 0) return false;
  return [word.slice(at - 1, at + 1), word.slice(at, at + 2)].every(
    (pair) => pair.length < 2 || !listedPairs.has(pair),
  );
}

/**
 * Of forms of one word those that are another, mistyped, and by listed words not the other way about: however often it is
 * written, a typo is not what the word is called.
 */
export function mistypedAmong(
  forms: readonly string[],
  listedPairs: ReadonlySet<string>,
): ReadonlySet<string> {
  const heard = forms.map((form) => ({ form, word: fold(form), sound: soundOf(fold(form)) }));
  const isTypo = (a: (typeof heard)[number]) =>
    heard.some(
      (b) =>
        a.sound !== null &&
        a.sound === b.sound &&
        isMistyped(a.word, b.word, listedPairs) &&
        !isMistyped(b.word, a.word, listedPairs),
    );
  return new Set(heard.filter(isTypo).map(({ form }) => form));
}

/**
 * Terms by what is one word, written differently (一词多形), each group the most used first, typos last: 身份证号 and 身份证号码, 一账通 and
 * 壹账通. What may be two words stays two, as a wrong join is hard to see afterwards.
 * @param listed words that are known to be written right, folded
 */
export function joinSpellings(records: readonly TermRecord[], listed: Iterable<string>): TermRecord[][] {
  const listedPairs = pairsIn(listed);
  const groups: TermRecord[][] = [];
  const bySpelling = new Map<string, TermRecord[]>();
  const bySound = new Map<string, { word: string; group: TermRecord[] }[]>();
  for (const record of [...records].sort((a, b) => descending(a.messages, b.messages))) {
    const word = fold(termOf(record));
    const sound = soundOf(word);
    const alike = sound === null ? [] : (bySound.get(sound) ?? []);
    const written = [...record.forms.keys()].map(spellingOf);
    const home =
      written.map((form) => bySpelling.get(form)).find(Boolean) ??
      alike.find(
        (other) => isMistyped(other.word, word, listedPairs) || isMistyped(word, other.word, listedPairs),
      )?.group;
    const group = home ?? [];
    if (!home) groups.push(group);
    group.push(record);
    for (const form of written) if (!bySpelling.has(form)) bySpelling.set(form, group);
    if (sound !== null) bySound.set(sound, [...alike, { word, group }]);
  }
  return groups.map((records) => {
    const typos = mistypedAmong(records.map(termOf), listedPairs);
    return sort(records, (record) => Number(typos.has(termOf(record))));
  });
}
