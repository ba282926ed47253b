import type { Words } from '../lang/index.js';
import type { Edit } from './edits.js';
import { addressesIn } from './links.js';

export type MaskName = keyof Words['privacy']['masks'];

interface Mask {
  name: MaskName;
  /** Global; what is masked is its group `secret`, or all that it matches. */
  regex: RegExp;
  accepts?: (secret: string) => boolean;
  /** Whether it is masked in an address, too: long numbers there are ids of pages, what is of a person goes with its parameters. */
  inAddresses?: true;
}

/** Check digit of payment cards: ISO/IEC 7812-1, annex B (Luhn). */
function isLuhn(number: string): boolean {
  const digits = [...number.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((all, d, i) => all + (i % 2 ? (d * 2 > 9 ? d * 2 - 9 : d * 2) : d), 0);
  return sum % 10 === 0;
}

/** An amount of money may have many digits, too. */
const noAmount = String.raw`(?![\d.]|\s?[元块万亿%])`;

/**
 * Numbers that lead to a person, the more particular first. Amounts, dates, document numbers and versions are none. What may
 * stand before an `@` is bounded: without a bound, a long text without one would be gone through from each of its characters.
 */
const masks: readonly Mask[] = [
  { name: 'email', regex: /[\w.+-]{1,256}@[\w-]+(?:\.[\w-]+)+/g },
  { name: 'chatroom', regex: /[\w-]{1,256}@chatroom/g, inAddresses: true },
  {
    name: 'idNumber',
    regex:
      /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g,
    inAddresses: true,
  },
  {
    name: 'card',
    regex: new RegExp(String.raw`(?<![\d.])\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?${noAmount}`, 'g'),
    // four by four is how cards are written down
    accepts: (number) => isLuhn(number) || /\d[ -]\d/.test(number),
  },
  {
    name: 'phone',
    regex: new RegExp(String.raw`(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}${noAmount}`, 'g'),
    inAddresses: true,
  },
  { name: 'phone', regex: /(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g, inAddresses: true },
  {
    name: 'account',
    regex:
      /(?:账号|帐号|账户|帐户|卡号|户号|商户号|订单号|流水号|单号)(?:是|为)?\s*(?:[:：]\s*)?(?<secret>[A-Za-z]{0,4}\d[\d -]{4,30}\d)/g,
  },
  { name: 'account', regex: new RegExp(String.raw`(?<![\d.])\d{15,}${noAmount}`, 'g') },
  { name: 'wechat', regex: /wxid_\w+|(?<![\w])gh_[0-9a-f]{8,}/g, inAddresses: true },
  {
    // wechatpay_guide is of the product
    name: 'wechat',
    regex:
      /(?:微信(?:号|ID)?|wechat(?: ?id)?(?![a-z_-])|wx|vx|v信|薇信|威信)(?:是|为)?\s*(?:[:：]\s*)?(?<secret>[A-Za-z][\w-]{5,19})(?![\w.])/gi,
    accepts: (secret) => /\d|_|-/.test(secret),
  },
  {
    name: 'wechat',
    regex:
      /(?:微信号|微信ID|加我微信|加微信)\s*(?:(?:是|为)\s*)?(?:[:：]\s*)?(?<secret>[A-Za-z][\w-]{5,19})(?![\w.])/gi,
  },
  {
    name: 'qq',
    regex:
      /(?<![A-Za-z])(?:QQ|扣扣|企鹅)(?:号|群|群号)?(?:是|为)?\s*(?:[:：]\s*)?(?<secret>[1-9]\d{4,11})(?!\d)/gi,
  },
];

function maskEdits(text: string, { name, regex, accepts, inAddresses }: Mask, words: Words): Edit[] {
  const addresses = inAddresses ? [] : addressesIn(text);
  return [...text.matchAll(regex)].flatMap((found): Edit[] => {
    const secret = found.groups?.secret ?? found[0];
    const start = found.index + found[0].lastIndexOf(secret);
    const isWithin = addresses.some((address) => start >= address.start && start < address.end);
    if (isWithin || (accepts && !accepts(secret))) return [];
    return [{ start, end: start + secret.length, text: words.privacy.masks[name], why: 'number' }];
  });
}

/** Numbers and ids in a text that lead to a person. */
export function maskText(text: string, words: Words): Edit[] {
  return masks.flatMap((mask) => maskEdits(text, mask, words));
}
