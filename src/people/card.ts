/** What parts a display name in the group's form. */
const parted = /\s*[-_—–－|｜·~～/\\+＋]+\s*/u;

/** The parts that the group's form has: name, organisation, business, city (姓名-公司-岗位-城市). */
export const formParts = 4;

/** How much of the group's form a display name has (名片格式): its parts, at most {@link formParts}. */
export const cardParts = (name: string): number =>
  Math.min(
    formParts,
    name
      .replace(/\?+/g, '')
      .split(parted)
      .filter((part) => part.trim()).length,
  );

/** Trades: kinds of company that a display name says beside a name. */
const companies =
  '银行|总行|分行|公司|支付|钱包|金服|金融|互金|集团|科技|平台|信用卡|电商|电子|保险|证券|基金|财富|网络|信息|数据|.付';
/** What people do, and where. */
const offices =
  '技术|产品|开发|研发|测试|运营|运维|风控|架构|架构师|经理|总监|主管|助理|负责|负责人|管理|群主|工程师|程序员|程序猿|打杂|会计|财务|资金|账务|清算|结算|商务|市场|渠道|咨询|顾问|律师|老板';
const places =
  '北京|上海|广州|深圳|杭州|成都|南京|武汉|天津|重庆|苏州|无锡|宁波|温州|合肥|福州|厦门|泉州|南昌|济南|青岛|郑州|长沙|东莞|佛山|珠海|南宁|' +
  '海口|贵阳|昆明|西安|兰州|太原|石家庄|沈阳|大连|长春|哈尔滨|香港';

const trade = new RegExp(`(?:${companies}|${offices}|${places})$`);
const place = new RegExp(`(?:${places})$`);
const office = new RegExp(`(?:${offices}|${places}|^[A-Z]{2,4}|^(?:pm|rd|pd|ui|bd))$`);

/** Whether a part of a display name is a company, a trade or a place by its look. */
export const isTrade = (text: string): boolean => trade.test(text);

/** Whether a part of a display name is what somebody does or where, by its look, and no company. */
export const isOffice = (text: string): boolean => office.test(text);

/** Whether a part of a display name is a city. */
export const isPlace = (text: string): boolean => place.test(text);
