/** Who or what stands behind a statement (出处). A cited message is not a checked fact. */
export const standings = ['member', 'guest', 'unverified', 'sourced', 'rumour'] as const;
export type Standing = (typeof standings)[number];

/** With these a speaker disowns what he says. */
const disowns =
  /没(?:有)?(?:真正)?(?:求证|核实|验证)|未(?:经)?(?:求证|核实|证实)|不(?:太|是很|敢)?(?:确定|确认|清楚)|据说|听说|传(?:闻|言)|好像|似乎|貌似|印象中?|据我所知|我猜|不保证/;
/** These hedge a short remark; in a longer statement, and in a guest's talk, they speak of the matter (可能包括…). */
const hedges = /应该是|估计|大概|可能|理论上|也许/;
const longestHedged = 40;
const sources =
  /(?:〔|\[|【)(?:19|20)\d\d(?:〕|\]|】)\s?\d{1,4}\s?号|\d{2,4}号(?:文|令|公告)|https?:\/\/|《[^》]{4,}》/;

/** Bad news of a company, passed on: never more than hearsay here, whatever is linked. */
const rumours =
  /[爆暴]雷|雷了|跑路|失联|倒闭|(?:警方|经侦)介入|被(?:查|抓|封|立案)|出事了|续展(?:没|未)过|被吊销|^[^，。？]{1,7}[^，。？看做说讲吃写坐用聊发加开买卖办弄搞学听爬](?:凉凉?|完)了[？?。！!]*$/;

/** How a statement stands by its own words: hearsay, with a document or link, hedged by its speaker, or on his word alone. */
export function standingOf(text: string, isGuest: boolean): Standing {
  if (rumours.test(text) && !isGuest) return 'rumour';
  if (sources.test(text)) return 'sourced';
  if (disowns.test(text)) return 'unverified';
  if (!isGuest && text.length <= longestHedged && hedges.test(text)) return 'unverified';
  return isGuest ? 'guest' : 'member';
}

/** Which way an answer goes: for, against, or neither plainly. */
export type Stance = 'for' | 'against' | null;

const against =
  /不(?:行|能|可以|合规|允许|会|涉及|一定|见得|属于|算|是)|未必|没戏|违规|有(?:问题|风险)|(?:^|[，,。])悬|够呛|难说|不建议|二清(?:了|吧|嫌疑)|禁止/;
const inFavour =
  /(?:^|[，,。\s])(?:可以|能|行|会的?|是的?|真的|对的?|没错)(?:的|啊|吧)?(?:[，,。！!]|$)|(?:没|没有|无)(?:什么)?问题|合规(?:的|性)?(?:还|没|是|ok|可)|都(?:能|可以)|可以(?:做|的|走|用|接|实现)|能(?:做|走|用|接|实现)/i;

/** The stance of a short answer. One that says both takes none. */
export function stanceOf(text: string): Stance {
  const yes = inFavour.test(text);
  const no = against.test(text.replace(/没(?:有|什么)?问题/g, ''));
  return yes === no ? null : yes ? 'for' : 'against';
}
