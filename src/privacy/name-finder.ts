import { isPersonal } from '../people/index.js';
import { Automaton, fold } from '../text/index.js';
import { cardOf } from './card.js';
import { formsOfName, type NameForm, widerOf } from './name-forms.js';
import type { PseudonymKey } from './pseudonyms.js';
import type { Vocabulary } from './vocabulary.js';

/** A name in a text and whose it may be. */
export interface FoundName {
  start: number;
  end: number;
  /** The person's number; null where several bear that name, or nobody who is known. */
  number: number | null;
}

interface Known extends Omit<NameForm, 'form'> {
  numbers: Set<number>;
  isTerm: boolean;
}

/**
 * 总 before words that it goes with as well: 田总是直性子, 资金总是不够. Whose surname is a common word (钱总要还的) is one at the
 * head of a clause only. The same holds for titles that are parts of other words.
 */
const doubtfulHonour =
  /^ ?(?:总(?:是|有|要|能|会(?![计长])|得|之前|经常|和(?=\p{Script=Han}))|老板|教授|小姐|经理(?![人层部])|律师)/u;
const wordlike = /^[钱金车房路时单水米云花文方项税费易程关于向段付任章应安平和常成]$/;
const clauseHead = /(?:^|[^\p{L}\p{N}]|[老小@])$/u;

/** What somebody is honoured with, behind his name. */
const honour =
  /^ ?(?:老师|大神|大师|大佬|大侠|同学|童鞋|老板|先生|女士|师傅|博士|群主|主席|总(?![额量是结部体共数和监行局会署账计裁资理经之得有要能限感归算公编包])|(?:哥|姐|兄|叔)(?![们弟妹夫长姐哥]))/;
/** A name that was called with what honours it. */
const calledWithHonour = /(?:老师|大神|大师|大佬|大侠|同学|老板|先生|女士|师傅|博士|主席|[总哥姐])$/;
const thanks = /(?:谢谢|感谢|多谢|致谢|欢迎|有请|恭喜|辛苦|分享人|嘉宾|主讲人?|讲师|主持人|@)[ ：:]?$/;
/** What somebody is honoured with behind the last character of his name: 帆哥, 帆总. */
const honoursGiven = /^(?:哥|姐|兄|总|老师|主席)/;
const ends =
  /^(?:$|[\s，。,.!！~～;；:：?？、()（）[\]【】「」|\-_@/的]|分享|加入|进群|入群|[给为](?:大家|我们|咱))/;
/** Whoever is looked forward to is a speaker: 期待阿橙给大家分享, but 期待Java 9. */
const awaits = /期待 ?$/;
const awaited = /^(?:的分享|[给为](?:大家|我们|咱))/;
const calls = /^ ?(?:[，,!！]|[：:](?!\/\/))/;
/** `balance：` heads an explanation as often as it calls somebody. */
const callsInLatin = /^ ?[，,!！]|^ (?=那?[你您])/;
const quotes = /^ {0,4}[(（]?\d{1,4}[:：/.\-年月]\d/;
const opens = /(?:^|[\n>「“"]) ?$/;

/** Behind a name, parts of a name card; before a name, too. */
const cardBehind =
  /^(?: ?[-_—–~～|｜·] ?[\p{L}\p{N}()（）&+]{1,16}){1,3}(?=$|[\s，。,.!！:：;；、?？@\])）】」])/u;
const cardBefore =
  /(?:^|[\s，。,.!！:：;；、?？@[(（【「])((?:[\p{L}\p{N}()（）&+]{1,16} ?[-_—–~～|｜·] ?){1,3})$/u;
const around = 60;
/** So many characters of a term may stand before what looks like a name. */
const longestTerm = 6;

/** Finds the names of known people in texts, and of unknown ones where they are honoured (`王总`, `李某某老师`). */
export class NameFinder {
  private readonly forms: Known[] = [];
  private readonly automaton: Automaton;
  /** Parts of name cards: what may stand beside a name. */
  private readonly parts = new Set<string>();

  constructor(
    key: PseudonymKey,
    private readonly vocabulary: Vocabulary,
    isCard: boolean,
  ) {
    const byForm = new Map<string, Known>();
    for (const { number, names, called = [] } of key.people)
      for (const name of names) {
        const forms = formsOfName(name, vocabulary, { isCard, isCalled: called.includes(name) });
        for (const { text } of cardOf(name).parts) this.parts.add(fold(text));
        for (const { form, where, given } of forms) {
          const known = byForm.get(form);
          if (!known)
            byForm.set(form, { where, given, numbers: new Set([number]), isTerm: vocabulary.isTerm(form) });
          else {
            known.numbers.add(number);
            if (known.given && !given) Object.assign(known, { where, given });
            else if (known.given === given) known.where = widerOf(known.where, where);
          }
        }
      }
    // 海葵老师, as somebody was called, must not hide 海葵
    const hides = (form: string, { where }: Known) =>
      (where === 'position' || calledWithHonour.test(form)) &&
      [...form].some(
        (_, i) =>
          i > 1 &&
          !withinLatin(form, i) &&
          (byForm.get(form.slice(0, i))?.where ?? 'position') !== 'position',
      );
    const list = [...byForm].filter(([form, known]) => !hides(form, known));
    this.forms = list.map(([, known]) => known);
    this.automaton = new Automaton(list.map(([form], i) => [form, i] as const));
  }

  /** @param present numbers of the people of the day: of several bearers the one who is there is meant */
  find(text: string, present: ReadonlySet<number>): FoundName[] {
    const folded = fold(text);
    const seams = this.vocabulary.seams(folded);
    const hits = this.automaton.match(folded, ({ start, end, value }) =>
      this.accepts(folded, start, end, this.forms[value]!, seams, present),
    );
    const known = hits.map(
      ({ start, end, value }): FoundName => ({
        ...this.widened(folded, start, end, seams),
        number: whoseOf(this.forms[value]!.numbers, present),
      }),
    );
    return [...known, ...this.honoured(folded, seams)];
  }

  private accepts(
    folded: string,
    start: number,
    end: number,
    form: Known,
    seams: Uint8Array,
    present: ReadonlySet<number>,
  ): boolean {
    const after = folded.slice(end, end + 16);
    // a whole name that is honoured is one, though its first character makes a word with the one before: 知乎上梁某大神
    if (seams[start] && !(form.where === 'anywhere' && honour.test(after))) return false;
    if (form.given && ![...form.numbers].some((n) => present.has(n))) return false;
    if (form.where === 'anywhere') return true;
    const cut = Boolean(seams[end]);
    if (form.where === 'word' && !cut) return true;
    const before = folded.slice(Math.max(0, start - 8), start);
    if (cut) return false;
    if (form.given && end - start < 2) return honour.test(after) && honoursGiven.test(after);
    if (isHonoured(folded, start, end))
      return !form.isTerm && (end - start > 1 || mayBeHonoured(folded[start]!, after));
    if (before.endsWith('@')) return true;
    if (opens.test(before) && quotes.test(after)) return true;
    if (form.isTerm || end - start < 2) return false;
    const isLatin = /[a-z]$/.test(folded.slice(start, end));
    return (
      (opens.test(before) && (isLatin ? callsInLatin : calls).test(after)) ||
      (thanks.test(before) && ends.test(after)) ||
      (awaits.test(before) && awaited.test(after))
    );
  }

  /** A name takes along what of its card stands beside it, 某某-某公司-某地, and a surname before two characters. */
  private widened(
    folded: string,
    start: number,
    end: number,
    seams: Uint8Array,
  ): { start: number; end: number } {
    const isCard = (found: string) => {
      const parts = found
        .split(/[-_—–~～|｜·]/)
        .map((p) => p.trim())
        .filter(Boolean);
      return parts.length > 1 || parts.some((p) => this.parts.has(p));
    };
    const behind = cardBehind.exec(folded.slice(end, end + around))?.[0] ?? '';
    const before = cardBefore.exec(folded.slice(Math.max(0, start - around), start))?.[1] ?? '';
    const first = start - (isCard(before) ? before.length : surnameBefore(folded, start, end, seams));
    return { start: first, end: end + (isCard(behind) ? behind.length : 0) };
  }

  /** Whether a stretch is the end of a term: 付宝 in 支付宝. */
  private endsTerm(folded: string, start: number, end: number): boolean {
    const longer = Array.from({ length: Math.min(start, longestTerm) }, (_, i) => start - 1 - i);
    return longer.some((from) => this.vocabulary.isTerm(folded.slice(from, end)));
  }

  /** Surnames and names of people whom no roster has, before what honours them. */
  private honoured(folded: string, seams: Uint8Array): FoundName[] {
    const found: FoundName[] = [];
    for (const { index: end } of folded.matchAll(
      /(?<=\p{Script=Han})(?=老师|总|大神|大佬|同学|先生|女士|博士|哥|姐|老板|师傅|大侠|童鞋|教授|小姐|经理|律师)/gu,
    )) {
      if (seams[end]) continue;
      for (const length of [3, 2, 1]) {
        const start = end - length;
        const name = folded.slice(Math.max(0, start), end);
        const isThanks = name.startsWith('谢') && (length > 1 || /[谢多感致]$/.test(folded.slice(0, start)));
        const isWhole =
          start >= 0 &&
          !/[的各位们]/.test(name) &&
          !seams[start] &&
          (length < 2 || !seams[start + 1]) &&
          !isThanks;
        const isName =
          isWhole &&
          !this.endsTerm(folded, start, end) &&
          isHonoured(folded, start, end) &&
          isPersonal(length > 1 ? name : `${name}总`);
        if (!isName || !/^\p{Script=Han}+$/u.test(name) || (length > 1 && this.vocabulary.isOrdinary(name)))
          continue;
        found.push({ start, end, number: null });
        break;
      }
    }
    return found;
  }
}

/** 1 where a name of two characters stands behind a surname: 伟某 in 李伟某. */
function surnameBefore(folded: string, start: number, end: number, seams: Uint8Array): number {
  const surname = folded[start - 1] ?? '';
  const isGiven = end - start === 2 && /^\p{Script=Han}{2}$/u.test(folded.slice(start, end));
  return isGiven &&
    isPersonal(`${surname}总`) &&
    surname !== '谢' &&
    !wordlike.test(surname) &&
    !seams[start - 1]
    ? 1
    : 0;
}

/** Whether a place is within a Latin word, where no form of a name ends: `jean` hides nobody called `jeanne`. */
const withinLatin = (folded: string, at: number) => /^[a-z\d]{2}$/.test(folded.slice(at - 1, at + 1));

/** Whether what stands behind a name honours whoever bears it. */
function isHonoured(folded: string, start: number, end: number): boolean {
  const after = folded.slice(end, end + 5);
  if (honour.test(after)) return true;
  if (!doubtfulHonour.test(after)) return false;
  return !wordlike.test(folded.slice(start, end)) || clauseHead.test(folded.slice(0, start));
}

/** Of names of one character surnames alone go with `总`; `老师` goes with any. */
const mayBeHonoured = (name: string, after: string) => /^ ?老师/.test(after) || isPersonal(`${name}总`);

function whoseOf(numbers: ReadonlySet<number>, present: ReadonlySet<number>): number | null {
  const here = [...numbers].filter((n) => present.has(n));
  if (here.length === 1) return here[0]!;
  return !here.length && numbers.size === 1 ? [...numbers][0]! : null;
}

/** Names that touch or overlap are one name: 阿橙 + Lumen. Two people whose names touch stay two. */
export function joined(names: readonly FoundName[]): FoundName[] {
  const whole: FoundName[] = [];
  for (const name of [...names].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    const isOne = last?.number === null || name.number === null || last?.number === name.number;
    if (last && last.end >= name.start && isOne)
      whole[whole.length - 1] = {
        ...last,
        end: Math.max(last.end, name.end),
        number: last.number ?? name.number,
      };
    else whole.push(name);
  }
  return whole;
}
