import { isLatin } from '../text/index.js';

/** Stands for the form of a term in a text, so that patterns need not be made anew for every form. */
const X = '\ufffc';

/** How a term is explained, {@link X} standing for its form: named, for the evidence. */
const patterns: Readonly<Record<string, RegExp>> = {
  means:
    /\ufffc(?:[，,]|\s)?(?:就|其实|实际上|一般|通常|主要|本质上?)*(?:是指|指的?是|就是|即是?|意思是|意味着|叫做|也叫|又叫|简称|全称|俗称|相当于|等于|属于)/,
  is: /(?:^|[，。,;；\s])(?:所谓的?)?[“"]?\ufffc[”"]?(?:[\u4e00-\u9fff]{0,3})?是(?!不是|否|吗|什么|啥|哪|怎么|谁|我|你|他|这|那|真|很|非常|挺)(?=.{6})/,
  called: /(?:叫做?|称(?:为|作|之为)|名为|也就是|就是|所谓的?)[“"]?\ufffc/,
  spelt: /\ufffc\s?[（(][^）)]{2,30}[）)]/,
  equals: /\ufffc\s?(?:=|==|：|:)\s?\S{2,}/,
  does: /\ufffc(?:[\u4e00-\u9fff]{0,4})?(?:主要|一般|通常|都是|只是|用来|用于|负责|包括|包含|分为|分成|可以|需要|必须|不能|会|由|按|支持|针对|对应|走)/,
  opens: /^(?:@\S+\s)?(?:\d[.、，]|[一二三四五]，|[^，。]{0,6}[，,])?\ufffc/,
  closes: /\ufffc[。！!~]?$/,
  clause: /(?:^|[，。,;；：:\s])\ufffc/,
  of: /\ufffc的/,
  divides: /\ufffc.{0,8}(?:有|分).{0,3}[两二三四五几\d]种?/,
  difference: /\ufffc.{0,12}(?:区别|不同|不一样|差别)/,
};

/** The patterns by number, as {@link patternsIn} tells them. */
export const patternName = Object.keys(patterns);
const inOrder = Object.values(patterns);

/** Whether a letter or digit stands at an offset of a folded text. */
const isLatinAt = (text: string, at: number): boolean => isLatin(text.charCodeAt(at));

/** The folded text with {@link X} in every place of a folded form; a Latin form stands where no letter or digit touches it. */
function withPlaces(text: string, form: string): string {
  if (!isLatinAt(form, 0)) return text.replaceAll(form, X);
  let marked = '';
  let from = 0;
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    const end = at + form.length;
    if (isLatinAt(text, at - 1) || isLatinAt(text, end)) continue;
    marked += text.slice(from, at) + X;
    from = end;
  }
  return marked + text.slice(from);
}

/** The patterns by which a folded text explains a folded form, as bits: 1 for the first of {@link patternName}. */
export function patternsIn(text: string, form: string): number {
  if (!text.includes(form)) return 0;
  const marked = withPlaces(text, form);
  if (!marked.includes(X)) return 0;
  let found = 0;
  for (let k = 0; k < inOrder.length; k++) if (inOrder[k]!.test(marked)) found |= 1 << k;
  return found;
}

/** Cues of a whole message, whatever it is about. */
export const cues: Readonly<Record<string, RegExp>> = {
  asks: /[?？]|[吗吧么]$|什么是|是什么|是啥|啥意思|有没有|能不能|请问|请教|求/,
  hedges: /应该|好像|可能|估计|感觉|不清楚|不确定|不知道|大概/,
  opines: /坑|牛|贵|便宜|厉害|哈哈|恶心|垃圾|不错|难|喜欢|讨厌|羡慕/,
  oneself: /我们?|咱|我司|本人/,
  you: /[你您]/,
  defines: /是指|指的?是|意思|所谓|简单(?:来)?说|说白了|也就是|本质|理解(?:成|为)|定义|概念/,
  divides: /分为|分成|包括|包含|主要有|[两三四几]种|一种|第[一二三]|首先|其次/,
  explainsHow: /用来|用于|负责|作用|原理|流程|方式|通过|先.{1,20}再|然后|之后|时候/,
  compares: /类似|相当于|区别|不同于|就像|好比|相比/,
  examples: /比如|例如|譬如|举个|像/,
  reasons: /因为|所以|由于|因此|为了/,
  general: /一般|通常|都是|基本|往往|主要/,
  rule: /必须|需要|不能|不允许|要求|规定|应当|只能/,
  today: /今天|昨天|明天|刚才|刚刚|最近|上周|下周/,
  lists: /等\s*$|、.*、/,
  digits: /\d/,
  ends: /[，,：:]$/,
};
