import type { Turn } from './turn.js';

const confirms = /^(?:是|对|嗯|恩|没错|可以|能|有|会|行|不|没|要|需要|都|差不多|正确|应该)/;
const contradicts = /^(?:但|但是|可是|不过|不是|不会|不行|不对|没有|不|未必|其实不|然而)/;
const cues = /应该|可以|一般|要看|需要|目前|据说|好像|可能|只要|建议|估计|肯定|不用|没有|就是|因为|通过|比如/;
const thanks = /谢|感谢|多谢|明白|懂了|了解|学习了|知道了|原来|哦|噢|好的/;
/** What only laughs, in words or emoji. */
export const laughs =
  /哈哈|嘿嘿|呵呵|\[(?:偷笑|呲牙|捂脸|破涕为笑|笑哭|坏笑|憨笑|调皮|奸笑|阴险|机智|得意)\]/;
const number = /^\s*(?:Q|A|q|a|问题|第)?\s*([1-9一二三四五六七八九])\s*[、.．:：,，)）题]/;

/** Whoever says no more than that he does not know, or asks the same, answers nothing (同问, …问题 +1); T+1 is an answer. */
const knowsNot =
  /^[^\s，。,]{0,12}(?<![TD])\s+[+＋]1\s*$|^(?:这个?)?(?:我|俺|咱)?(?:们)?(?:也|还|就|都|真的?)?(?:不(?:太|大|是很|怎么)?(?:知道|清楚|懂|了解|晓得|明白)|没(?:用|听|见|做|接触|了解)过|同[问求上]|[+＋]1|加一|蹲|坐等|me ?too|(?:很?想|要)(?:知道|问|了解|请教)|有(?:这个|同样的?|一样的?)(?:问题|疑问|困惑))(?:这个|这块|呢|啊|哦|呀|了|的|诶|哎|耶|哈|[\s。.!！~～，,?？]|\[[^\]]*\])*$/i;

/** What is shorter hardly says anything; thanks are no longer than this. In characters. */
const shortest = 4;
const longestThanks = 16;

/** What a turn's own words show, looked for once a day rather than once a question. */
export interface TurnTraits {
  isShort: boolean;
  confirms: boolean;
  contradicts: boolean;
  /** Words that answers are made of. */
  hasCues: boolean;
  thanks: boolean;
  laughs: boolean;
  /** The number under which it asks or answers one of several questions. */
  number: string | undefined;
  /** Whether it may answer anything: it says something, and more than that its speaker does not know. */
  mayAnswer: boolean;
}

/** The number that a question or an answer is marked with (`1、`, `Q2`); undefined without one. */
export const numberIn = (text: string): string | undefined => number.exec(text)?.[1];

/** Whether a turn may answer anything, by itself. */
function mayAnswer({ kind, text, told }: Turn): boolean {
  if (!text || kind === 'signin' || kind === 'notice' || told === 'other') return false;
  return told !== null || !knowsNot.test(text);
}

/** What a turn's own words show of its being an answer; worked out once for all questions. */
export const traitsOf = (t: Turn): TurnTraits => {
  const { text } = t;
  return {
    isShort: text.length < shortest,
    confirms: confirms.test(text),
    contradicts: contradicts.test(text),
    hasCues: cues.test(text),
    thanks: text.length <= longestThanks && thanks.test(text),
    laughs: laughs.test(text),
    number: numberIn(text),
    mayAnswer: mayAnswer(t),
  };
};
