import { isPersonal } from '../people/index.js';

/** A part of a display name, as offsets into it. */
interface Part {
  start: number;
  end: number;
  text: string;
}

/** A display name (名片) taken apart: `名-公司-岗位-城市` and its like. */
export interface Card {
  parts: readonly Part[];
  /** The person's own name in it, where a part looks like one: never the company, the trade or the city. */
  personal: readonly string[];
}

/** Dashes, brackets and damage part a name; a dash damaged to `?` does, too. */
const part = /[^-_—–|｜·•~～/\\、,，+＋()（）[\]【】&@\s?:：;；.。…“”"']+/gu;
const run = /\p{Script=Han}+|[A-Za-z][A-Za-z0-9]*/gu;

/** Trades, places and kinds of company: what a display name says beside a name. */
const trades =
  /(?:银行|总行|分行|公司|支付|钱包|金服|金融|互金|集团|科技|平台|信用卡|电商|电子|保险|证券|基金|财富|网络|信息|数据|.付|技术|产品|开发|研发|测试|运营|运维|风控|架构|架构师|经理|总监|主管|助理|负责|负责人|管理|群主|工程师|程序员|程序猿|打杂|会计|财务|资金|账务|清算|结算|商务|市场|渠道|咨询|顾问|律师|老板|北京|上海|广州|深圳|杭州|成都|南京|武汉)$/;

/** Whether a part of a display name is a company, a trade or a place by its look. */
export const isTrade = (text: string): boolean => trades.test(text);

/** Han parts that begin with a surname, companies and trades left out; Latin letters beside them do not count. */
function personalIn(text: string): string[] {
  return [...text.matchAll(run)]
    .map(([found]) => found)
    .filter((found) => isPersonal(found) && !isTrade(found));
}

const cards = new Map<string, Card>();

/** Takes a display name apart. Of several parts that look personal the first part's are the person's. */
export function cardOf(name: string): Card {
  const card = cards.get(name) ?? takeApart(name);
  cards.set(name, card);
  return card;
}

function takeApart(name: string): Card {
  const source = name.replace(/\[表情\]/g, '    ');
  const parts = [...source.matchAll(part)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    text,
  }));
  const found = parts.map(({ text }) => personalIn(text));
  // 秋水（李某）: the name in brackets behind the first part is his, too
  const bracketed = parts[1] && /[(（]$/.test(name.slice(0, parts[1].start)) ? found[1]! : [];
  const own = [...(found[0] ?? []), ...bracketed];
  return { parts, personal: own.length ? own : found.flat().slice(0, 1) };
}
