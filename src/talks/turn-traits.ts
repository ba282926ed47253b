import type { Turn } from './conversation.js';

const confirms = /^(?:是|对|嗯|恩|没错|可以|能|有|会|行|不|没|要|需要|都|差不多|正确|应该)/;
const contradicts = /^(?:但|但是|可是|不过|不是|不会|不行|不对|没有|不|未必|其实不|然而)/;
const cues = /应该|可以|一般|要看|需要|目前|据说|好像|可能|只要|建议|估计|肯定|不用|没有|就是|因为|通过|比如/;
const thanks = /谢|感谢|多谢|明白|懂了|了解|学习了|知道了|原来|哦|噢|好的/;
const laughs = /哈哈|嘿嘿|呵呵|\[(?:偷笑|呲牙|捂脸|破涕为笑|笑哭|坏笑|憨笑|调皮|奸笑|阴险|机智|得意)\]/;
const number = /^\s*(?:Q|A|q|a|问题|第)?\s*([1-9一二三四五六七八九])\s*[、.．:：,，)）题]/;
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
}

export const numberIn = (text: string): string | undefined => number.exec(text)?.[1];

export const traitsOf = ({ text }: Turn): TurnTraits => ({
  isShort: text.length < shortest,
  confirms: confirms.test(text),
  contradicts: contradicts.test(text),
  hasCues: cues.test(text),
  thanks: text.length <= longestThanks && thanks.test(text),
  laughs: laughs.test(text),
  number: numberIn(text),
});
