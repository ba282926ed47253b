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
  /** The folded units that it may begin with: at any other place it is not tried. */
  begins: RegExp;
  regex: RegExp;
}

/** What the short name of an issuer of documents is made of. */
const issuer = '中国人民银行办发支付管监保证财税商汇综法公告规函字令外金工信部联厅';

const n = String.raw`\d+(?:[.,]\d+)*`;

const url: Pattern = {
  type: 'url',
  begins: /[hw]/,
  regex: /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w\-~/#@$&*+=%]/iy,
};

/**
 * What must stay whole, by its own look. All are sticky and run over folded text: lower case, half width, simplified;
 * but for URLs, which full-width punctuation ends.
 * The longest match at a place wins over a glossary form there.
 */
export const strict: readonly Pattern[] = [
  url,
  {
    type: 'emoji',
    begins: /\[/,
    regex: /\[(?:[\u4e00-\u9fff]{1,4}|ok|yeah!?|salute|emm|doge|lol)\]/y,
  },
  {
    type: 'document',
    begins: new RegExp(`[${issuer}〔[(【]`),
    // its issuer's name and no more, so that no word before it is taken along
    regex: new RegExp(`[${issuer}]{0,8}[〔[(【](?:19|20)\\d\\d[〕\\])】]第?\\d{1,4}号(?:文件|文|令)?`, 'y'),
  },
  { type: 'document', begins: /\d/, regex: /\d{2,4}号(?:文件|文|令|公告|通知)/y },
  { type: 'cycle', begins: /[tds]/, regex: /[tds] ?\+ ?[0-9n](?![a-z0-9])/y },
  {
    type: 'rate',
    begins: /[\d百千万]/,
    regex: new RegExp(
      `(?:${n} ?(?:[-~] ?${n} ?)?[%‰]|${n}个?(?:bp|基点|个点)|(?:百|千|万)分之[一二三四五六七八九十百\\d.]+|千[一二三四五六七八九]|万[一二三四五六七八九](?![\\u4e00-\\u9fff]))`,
      'y',
    ),
  },
  {
    type: 'amount',
    begins: /[\d¥$€]/,
    regex: new RegExp(
      `[¥$€] ?${n}(?:[wk万亿])?|${n} ?(?:[wk](?![a-z0-9])|[十百千]?[万亿]|块钱?|美元|美金|欧元|日元|港币|人民币|元(?!旦)|(?:usd|rmb|cny|jpy)(?![a-z]))+`,
      'y',
    ),
  },
  {
    type: 'standard',
    begins: /[a-z37]/,
    regex:
      /type-?[a-f](?:\/[a-f])*(?![a-z0-9])|3-?d ?s(?: ?\d(?:\.\d)*)?(?![a-z0-9])|pci[- ]?dss|iso ?\d+(?:-\d+)?|[a-z]2[a-z](?:2[a-z])?(?![a-z0-9])|7[/-]11(?!\d)/y,
  },
  {
    type: 'date',
    begins: /\d/,
    regex:
      /(?:19|20)\d\d[-/.年]\d{1,2}(?:[-/.月]\d{1,2}[日号]?|月(?:底|初|中旬|上旬|下旬|份)?)?|(?:19|20)\d\d年|\d{1,2}月(?:\d{1,2}[日号]?|底|初|中旬|上旬|下旬|份)?|\d{1,2}[:点]\d{2}(?::\d{2})?/y,
  },
];

const anywhere = new RegExp(url.regex, 'gi');

/** Where addresses stand in a text: UTF-16 offsets. */
export const urlsIn = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(anywhere)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));

/** Latin names and plain numbers: taken where no glossary form begins. Capitals are looked at in the text itself. */
export const latinName = /[A-Z][A-Za-z0-9]*(?: [A-Z][a-z][A-Za-z0-9]*)+/y;
export const latinWord = /[a-z][a-z0-9]*(?:[-&'._+][a-z0-9]+)*/y;
export const numeral = /\d+(?:[.,/]\d+)*/y;

/** By UTF-16 unit: a bit for each of the strict patterns that may begin with it, and one that it was looked at. */
const beginners = new Uint16Array(65_536);
const lookedAt = 0x8000;

function patternsFrom(unit: number): number {
  if (beginners[unit] === 0) {
    const character = String.fromCharCode(unit);
    beginners[unit] = strict.reduce(
      (bits, { begins }, k) => (begins.test(character) ? bits | (1 << k) : bits),
      lookedAt,
    );
  }
  return beginners[unit]! ^ lookedAt;
}

/** The longest strict match at a place of a text. */
export function strictAt(text: string, folded: string, at: number): { end: number; type: TokenType } | null {
  let best: { end: number; type: TokenType } | null = null;
  for (let k = 0, left = patternsFrom(folded.charCodeAt(at)); left; k++, left >>= 1) {
    if (!(left & 1)) continue;
    const { type, regex } = strict[k]!;
    regex.lastIndex = at;
    if (!regex.test(type === 'url' ? text : folded)) continue;
    if (regex.lastIndex > (best?.end ?? at)) best = { end: regex.lastIndex, type };
  }
  return best;
}
