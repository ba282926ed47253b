/** What a token is, beside a plain word. */
export const tokenTypes = [
  'word',
  'term',
  'mention',
  'url',
  'emoji',
  'rate',
  'amount',
  'cycle',
  'standard',
  'document',
  'date',
  'number',
  'latin',
  'mark',
] as const;
export type TokenType = (typeof tokenTypes)[number];

interface Pattern {
  type: TokenType;
  regex: RegExp;
}

const n = String.raw`\d+(?:[.,]\d+)*`;

/**
 * What must stay whole, by its own look. All are sticky and run over folded text: lower case, half width, simplified;
 * but for URLs, which full-width punctuation ends.
 * The longest match at a place wins over a glossary form there.
 */
export const strict: readonly Pattern[] = [
  { type: 'url', regex: /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w\-~/#@$&*+=%]/iy },
  { type: 'emoji', regex: /\[(?:[\u4e00-\u9fff]{1,4}|ok|yeah!?|salute|emm|doge|lol)\]/y },
  {
    type: 'document',
    // what an issuer's short name is made of, so that no word before it is taken along
    regex:
      /[中国人民银行办发支付管监保证财税商汇综法公告规函字令外金工信部联厅]{0,8}[〔[(【](?:19|20)\d\d[〕\])】]第?\d{1,4}号(?:文件|文|令)?/y,
  },
  { type: 'document', regex: /\d{2,4}号(?:文件|文|令|公告|通知)/y },
  { type: 'cycle', regex: /[tds] ?\+ ?[0-9n](?![a-z0-9])/y },
  {
    type: 'rate',
    regex: new RegExp(
      `(?:${n} ?(?:[-~] ?${n} ?)?[%‰]|${n}个?(?:bp|基点|个点)|(?:百|千|万)分之[一二三四五六七八九十百\\d.]+|千[一二三四五六七八九]|万[一二三四五六七八九](?![\\u4e00-\\u9fff]))`,
      'y',
    ),
  },
  {
    type: 'amount',
    regex: new RegExp(
      `[¥$€] ?${n}(?:[wk万亿])?|${n} ?(?:[wk](?![a-z0-9])|[十百千]?[万亿]|块钱?|美元|美金|欧元|日元|港币|人民币|元(?!旦)|(?:usd|rmb|cny|jpy)(?![a-z]))+`,
      'y',
    ),
  },
  {
    type: 'standard',
    regex:
      /type-?[a-f](?:\/[a-f])*(?![a-z0-9])|3-?d ?s(?: ?\d(?:\.\d)*)?(?![a-z0-9])|pci[- ]?dss|iso ?\d+(?:-\d+)?|[a-z]2[a-z](?:2[a-z])?(?![a-z0-9])|7[/-]11(?!\d)/y,
  },
  {
    type: 'date',
    regex:
      /(?:19|20)\d\d[-/.年]\d{1,2}(?:[-/.月]\d{1,2}[日号]?|月(?:底|初|中旬|上旬|下旬|份)?)?|(?:19|20)\d\d年|\d{1,2}月(?:\d{1,2}[日号]?|底|初|中旬|上旬|下旬|份)?|\d{1,2}[:点]\d{2}(?::\d{2})?/y,
  },
];

/** Latin names and plain numbers: taken where no glossary form begins. Capitals are looked at in the text itself. */
export const latinName = /[A-Z][A-Za-z0-9]*(?: [A-Z][a-z][A-Za-z0-9]*)+/y;
export const latinWord = /[a-z][a-z0-9]*(?:[-&'._+][a-z0-9]+)*/y;
export const numeral = /\d+(?:[.,/]\d+)*/y;

/** The longest strict match at a place of a text. */
export function strictAt(text: string, folded: string, at: number): { end: number; type: TokenType } | null {
  let best: { end: number; type: TokenType } | null = null;
  for (const { type, regex } of strict) {
    regex.lastIndex = at;
    const found = regex.exec(type === 'url' ? text : folded);
    if (found && at + found[0].length > (best?.end ?? at)) best = { end: at + found[0].length, type };
  }
  return best;
}
