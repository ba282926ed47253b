import { bisectLeft, bisectRight, sort } from 'd3-array';
import { isOffice, isPersonal } from '../people/index.js';
import { fold } from '../text/index.js';
import { cardOf } from './card.js';
import type { Named } from './introductions.js';

/** Kinds of company: behind a firm's name they are part of it (灯塔 + 支付). */
const kinds = '支付|银行|总行|分行|金服|金融|科技|公司|集团|钱包|数据|网络|商务|电子|信息';
const kindOnly = new RegExp(`^(?:${kinds}|互金|电商|平台|第三方|三方|信用卡|保险|证券|基金|财富)+$`);
export const kindBehind = new RegExp(`^(?:${kinds})+`);
const kindsAtEnd = new RegExp(`(?:${kinds})+$`);
/** What stands on name cards beside firms, or before a kind of firm: what somebody does, and for whom. */
const noFirm = /^(?:.{0,4}(?:业务|需求|项目|合规|法务|人员)|背景|副总|发起人|企业|商户|手机|个人|城市|国际)$/;
/** A firm by its look, as whoever introduces himself names it; a kind of firm (`一家支付公司`) is none. */
export const look = new RegExp(
  `(?<=[是在于]|来自)(?!来自|[在于]|[就任供入]职|工作|一|某|当|本|这|那|做|搞|个|第三|三方|移动|互联网|跨境|聚合|我|你|他|小型?|大型?|国|外|股份|城商|农商|商业|民营|传统|持牌|收单|清算|金融|电商|投资|初创|创业|支付|专业|负责|今天|刚|上一|服务|风投|架构|大数据|p2p)(?:(?!的)[\\p{Script=Han}a-z0-9]){2,6}?(?:${kinds})+`,
  'gu',
);
/** A name of one character is no firm's. */
const shortestFirm = 2;

const work =
  '经理|总监|主管|主任|负责人|工程师|架构师|程序员|开发|研发|运营|产品|技术|测试|风控|财务|商务|市场|专员|顾问|老板|员工|职员|同学|总裁|行长|创始人|合伙人|pm|ceo|cto|coo|bd';
/** `灯塔的运营负责人`, `灯塔产品经理`. */
const asWorker = new RegExp(`^(?:的)?[^，。,.！!？?；;：:\\s]{0,8}?(?:${work})`);
const asOne = /^(?:这边|那边)?(?:的(?=$|[，。,.！!;；～~\s])|负责|做(?!了|不))/;
const works = /^ ?(?:这边|那边|内部|主要|专门)?(?:负责|担任|任(?![何务意])|工作|从事|上班|就职|任职|供职|当)/;
const does = /^ ?(?:这边|那边)?(?:主要|专门)?(?:做(?![了不的])|搞|干|待|呆)/;

const self = '我|本人|俺|小弟|在下';
const lately = '目前|现在|之前|以前|曾经?|原来|过去|一直|刚|最早|先后|还';
const amOf = new RegExp(
  `(?:(?:${self})(?:就|也|都|目前|现在|现)?|(?:^|[，。,.！!；;\\s])(?:之前|以前|曾经?))是(?:来自|在)?$`,
);
const employedAt = /(?:就职|任职|供职|工作|入职)(?:在|于|了)+$/;
const amAt = new RegExp(`(?:^|[，。,.！!；;\\s～~、]|${self})(?:${lately})*(?:在|于)$`);
const iAmAt = new RegExp(`(?:${self})(?:${lately})*(?:在|于)$`);
const from = /来自于?$/;
/** `来自上海灯塔`. */
const atPlace =
  /(?<=是|来自|在)(?:北京|上海|广州|深圳|杭州|成都|南京|武汉|浙江|江苏|广东|四川|重庆|天津|香港)(?:的)?$/;
/** `现在灯塔负责` tells of the firm as often as of whoever is there. */
const nowAt = /(?:目前|现在)$/;
const ours = /(?:我们|我司|敝司|咱们?)$/;
const yours = /(?:[你您]们|[你贵][司方]|[你您]家|贵公司)(?:家|公司|的)?$/;
/** Whoever writes so introduces himself. */
const introduces = /大家好|各位好|我叫|本人|自我介绍|新人|新来的?|报[到道]|我来自/;

/** Parts of a name card that may be its bearer's firm, folded. */
export const firmsOnCard = (name: string): string[] =>
  cardOf(name)
    .parts.flatMap(({ text }) => [text, text.replace(/[(（].*$/, '')])
    .filter((text) => text.length >= shortestFirm && /\p{L}/u.test(text))
    .filter((text) => !isOffice(text) && !isPersonal(text) && !kindOnly.test(text) && !noFirm.test(text))
    .map(fold);

/** Whether a firm's name ends in what kind of firm it is: 灯塔支付. */
export const hasKind = (firm: string): boolean => kindsAtEnd.test(firm) && !kindOnly.test(firm);

/** A firm's name without its kind, as people say it: 灯塔 of 灯塔支付; null where that is no name. */
export function shortNameOf(firm: string): string | null {
  const short = firm.replace(kindsAtEnd, '');
  return short.length >= shortestFirm && short !== firm && !kindOnly.test(short) && !noFirm.test(short)
    ? short
    : null;
}

/** So far before a firm stands what says whose it is. */
const farthestBefore = 60;
const textBefore = (text: string, start: number) => text.slice(Math.max(0, start - farthestBefore), start);

/** Whether in a folded text its writer introduces himself. */
export const introducesHimself = (text: string): boolean => introduces.test(text);

/**
 * Whether what stands around a firm in a text, all of it folded, says that the speaker is of it.
 * @param isOwn where it stands on his card
 * @param isIntroduction where he introduces himself in that text
 */
export function isHis(text: string, { start, end }: Named, isOwn: boolean, isIntroduction: boolean): boolean {
  const before = textBefore(text, start).replace(atPlace, '');
  const after = text.slice(end);
  if (amOf.test(before)) return asWorker.test(after) || asOne.test(after) || (isOwn && /^的/.test(after));
  if (employedAt.test(before)) return true;
  if (amAt.test(before) && works.test(after)) return true;
  if (iAmAt.test(before) && does.test(after)) return true;
  if (isOwn && ours.test(before)) return true;
  if (!isOwn && !isIntroduction) return false;
  return (
    from.test(before) || (amAt.test(before) && does.test(after)) || (nowAt.test(before) && works.test(after))
  );
}

/** Whether a firm in a folded text is called that of whoever is spoken to: `你们灯塔`. */
export const isYours = (text: string, { start }: Named): boolean => yours.test(textBefore(text, start));

/** Between a firm and the name of who is of it: `灯塔的阿橙`, `灯塔产品经理阿橙`. */
const ofIt = new RegExp(`^(?:的@?|[^，。,.！!？?；;：:\\s]{0,4}(?:${work})的?@?)$`);
/** So far behind a firm a name may stand. */
const farthestName = 10;

/** Between the name of who is of a firm and the firm: `阿橙之前在灯塔做收单`. */
const atIt = new RegExp(`^(?:${lately})*(?:在|于)$`);

/** Of names in a text gives those that stand so near to a firm that they may be of it. */
export function namesNear(named: readonly Named[]): (firm: Named) => Named[] {
  const byStart = sort(named, ({ start }) => start);
  const byEnd = sort(named, ({ end }) => end);
  const [starts, ends] = [byStart.map(({ start }) => start), byEnd.map(({ end }) => end)];
  return ({ start, end }) => [
    ...byStart.slice(bisectRight(starts, end), bisectRight(starts, end + farthestName)),
    ...byEnd.slice(bisectLeft(ends, start - farthestBefore), bisectRight(ends, start)),
  ];
}

/** Whether a name stands beside a firm in a folded text as that of somebody who is of it. */
export function isTheirs(text: string, firm: Named, named: readonly Named[]): boolean {
  const after = text.slice(firm.end);
  const isWork = works.test(after) || does.test(after);
  return named.some(
    ({ start, end }) =>
      (start > firm.end && start <= firm.end + farthestName && ofIt.test(text.slice(firm.end, start))) ||
      (isWork && end <= firm.start && atIt.test(text.slice(end, firm.start))),
  );
}
