import { isTrade } from '../people/index.js';
import { type Entry, fold, formsOf, type Segmenter } from '../text/index.js';

/** What words there are beside names: a name that is one of them is a name in a name's position only. */
export interface Vocabulary {
  /** Whether a folded text is a word, a term, a place, a company, a number. */
  isOrdinary(folded: string): boolean;
  /** Whether the glossary has it. */
  isTerm(folded: string): boolean;
  /** Whether the glossary has it as a kind of product, such as 代付, and not as the product of a firm: its English is no proper name. */
  isKindOfProduct(folded: string): boolean;
  /** Whether the segmenter's dictionary has it as a noun. */
  isNoun(folded: string): boolean;
  /** By offset, whether a word of the segmenter reaches across it: 1 where it does. */
  seams(folded: string): Uint8Array;
}

/** What a vocabulary is made from. */
export interface VocabularySources {
  segmenter: Segmenter;
  entries: readonly Entry[];
  /**
   * Those of them whose forms are words, whoever is called so; all unless said. What a group writes into its own glossary may be
   * a member's name.
   */
  ordinary?: readonly Entry[];
  /** Word lists, folded. */
  words: readonly ReadonlySet<string>[];
  /** Whether a lower-case Latin word is an English one. */
  isEnglish(word: string): boolean;
}

const han = /[\u3400-\u4dbf\u4e00-\u9fff]+/g;
const isHan = (text: string) => /^[\u3400-\u4dbf\u4e00-\u9fff]+$/.test(text);

/** Products and tools that no English lexicon has: members name themselves after them, and addresses hold them. */
const products = new Set(
  (
    'wechat weixin alipay unionpay paypal visa mastercard amex jcb qq taobao tmall baidu jd google facebook github csdn ' +
    'java javascript python php golang mysql redis oracle linux android ios iphone ipad json xml http https www api app ' +
    'sdk pos nfc ibm sap erp crm pm img blog wiki static'
  ).split(' '),
);

/** Tags of people's names in jieba's dictionary: a word that has one is a name. */
const nameTag = /^nr/;

const formsIn = (entries: readonly Entry[]) =>
  new Set(entries.filter((e) => e.status !== 'rejected').flatMap(formsOf));

/** A word of an English term that begins with small letters: `direct debit`, but not `Alipay`, `iDEAL`. */
const commonWord = /(?:^| )[a-z]{2}/;

/** The words of a language, of the trade and of the program's own lists. */
export function vocabularyOf(sources: VocabularySources): Vocabulary {
  const { segmenter, entries, words, isEnglish } = sources;
  const terms = formsIn(entries);
  const ordinaryTerms = sources.ordinary ? formsIn(sources.ordinary) : terms;
  const kindsOfProducts = formsIn(
    entries.filter((e) => e.class === 'product' && commonWord.test(e.english ?? '')),
  );
  const isWord = (text: string) => segmenter.cut(text).length === 1 && !nameTag.test(segmenter.tag(text));
  const isTerm = (folded: string) => terms.has(fold(folded));
  const ordinary = new Map<string, boolean>();
  const decide = (folded: string): boolean => {
    if (!/\p{L}/u.test(folded) || ordinaryTerms.has(fold(folded)) || words.some((list) => list.has(folded)))
      return true;
    if (/^[\x20-\x7e]+$/.test(folded))
      return folded.split(/[^a-z]+/).every((word) => !word || products.has(word) || isEnglish(word));
    if (!isHan(folded)) return false;
    // a company by all its words: 海岛 + 银行 + 总行
    return (
      folded.length < 2 ||
      isWord(folded) ||
      (isTrade(folded) && segmenter.cut(folded).every((w) => w.length > 1))
    );
  };
  return {
    isOrdinary(folded) {
      const known = ordinary.get(folded) ?? decide(folded);
      ordinary.set(folded, known);
      return known;
    },
    isTerm,
    isKindOfProduct: (folded) => kindsOfProducts.has(fold(folded)),
    isNoun: (folded) => segmenter.cut(folded).length === 1 && /^n/.test(segmenter.tag(folded)),
    seams(folded) {
      const across = new Uint8Array(folded.length + 1);
      for (const { 0: text, index } of folded.matchAll(han)) {
        let at = index;
        for (const word of segmenter.cut(text)) {
          if (word.length > 1 && !nameTag.test(segmenter.tag(word))) across.fill(1, at + 1, at + word.length);
          at += word.length;
        }
      }
      return across;
    },
  };
}
