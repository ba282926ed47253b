/**
 * What the words of a message give away about its place in a conversation (线索词): whether it opens, asks, answers,
 * agrees, goes on. One list for each language, under the same names, so that both share one set of features.
 */
export const cueNames = [
  'agrees',
  'laughs',
  'thanks',
  'greets',
  'addresses-all',
  'asks',
  'goes-on',
  'points-back',
  'contradicts',
  'says-you',
  'says-i',
  'answers',
  'offers',
  'trails-off',
] as const;
export type Cue = (typeof cueNames)[number];

const chinese: Record<Cue, RegExp> = {
  agrees:
    /^(?:@\S+\s)?(?:是的?|对[的啊呀]?|嗯+|恩+|没错|好的?|可以|同意|确实|的确|哦+|噢|行|懂了|明白|知道了|\+1)/,
  laughs: /哈哈|嘿嘿|呵呵|嘻嘻|\[(?:偷笑|呲牙|捂脸|破涕为笑|笑哭|坏笑|憨笑|调皮|奸笑)\]/,
  thanks: /谢|感谢|多谢|学习了|受教|涨姿势|3q|thx/i,
  greets: /^(?:大家)?(?:早|早上好|早安|晚上好|下午好|中午好|你好|大家好|hi|hello)/i,
  'addresses-all':
    /各位|大家|大神|大佬|群里|有没有(?:人|哪|谁)|有人|谁(?:有|知道|能|了解|做|家)|哪位|请教|请问|求/,
  asks: /[?？]|吗|呢$|怎么|什么|为什么|为啥|多少|哪|是不是|有没有|能不能/,
  'goes-on':
    /^(?:而且|并且|然后|还有|另外|所以|因为|比如|例如|包括|以及|其实|主要|首先|其次|最后|就是|也就是|再|同时)/,
  'points-back': /^(?:@\S+\s)?(?:这|那|他|她|它|这样|那样|如果这样|此)/,
  contradicts: /^(?:@\S+\s)?(?:但|但是|可是|不过|不是|不会|不行|不对|没有|不|未必|其实不|然而)/,
  'says-you': /你|您/,
  'says-i': /^(?:@\S+\s)?我/,
  answers: /应该|可以|一般|要看|需要|目前|据说|好像|可能|只要|建议|估计|肯定|不用|没有/,
  offers: /分享|推荐|发(?:个|一)|转|链接|招|急|合作|出售|邀请|欢迎/,
  'trails-off': /(?:\.{3}|…|。。)$/,
};

const english: Record<Cue, RegExp> = {
  agrees:
    /^(?:\S+[:,]\s)?(?:yes|yeah|yep|yup|ok|okay|right|sure|true|exactly|ah|oh|i see|got it|correct|no problem|np)\b/i,
  laughs: /\b(?:lol|haha+|hehe+|heh|rofl)\b|[:;]-?[)pd]/i,
  thanks: /\b(?:thanks?|thank you|thx|ty|cheers|tnx)\b/i,
  greets: /^(?:hi|hello|hey|hiya|greetings|good (?:morning|evening|day))\b/i,
  'addresses-all': /\b(?:any(?:one|body)|some(?:one|body)|every(?:one|body)|all|guys|folks|people)\b/i,
  asks: /\?|^(?:\S+[:,]\s)?(?:how|what|why|where|when|which|who|is|are|can|could|does|do|did|should|will|would)\b/i,
  'goes-on': /^(?:and|then|so|because|also|plus|or|i mean|well|btw|actually|now)\b/i,
  'points-back': /^(?:\S+[:,]\s)?(?:that|this|it|it's|its|thats|that's|those|these|he|she|they)\b/i,
  contradicts: /^(?:\S+[:,]\s)?(?:but|no|nope|not|nah|however|although|don't|doesn't|isn't)\b/i,
  'says-you': /\byou(?:r|'re)?\b|\bu\b/i,
  'says-i': /\b(?:i|i'm|im|i've|my)\b/i,
  answers: /\b(?:try|should|use|need|install|run|sudo|apt-get|just|maybe|probably|check|see|type)\b/i,
  offers: /https?:|\bhelp\b|\bproblem\b|\bissue\b|\berror\b|\btrying\b/i,
  'trails-off': /(?:\.{2,}|…)$/,
};

const patterns = {
  zh: cueNames.map((name) => chinese[name]),
  en: cueNames.map((name) => english[name]),
};

/** Which cues a text has, one bit a cue in the order of {@link cueNames}. */
export function cuesOf(text: string, language: 'zh' | 'en'): number {
  let bits = 0;
  const list = patterns[language];
  for (let k = 0; k < list.length; k++) if (list[k]!.test(text)) bits |= 1 << k;
  return bits;
}
