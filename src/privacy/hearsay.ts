import { type DayAnalysis, guestTalks } from '../analysis/index.js';
import { standingOf } from '../talks/index.js';
import { fold } from '../text/index.js';

/** Passed on, and by the speaker's own words not checked; a mere `可能` is his opinion. */
const passedOn =
  /据说|(?<![没未])听说(?!过)|据传|传闻|传言|风闻|小道消息|坊间|网传|爆料|(?:没|未)(?:有|经)?(?:真正)?(?:求证|核实|验证|证实)|不知(?:道)?真假|真的假的/;

/** Regulators, associations and the two clearing houses are no company. */
const publicBodies = new Set(
  (
    '央行 中国人民银行 人民银行 人行 人总行 银监会 银保监会 证监会 保监会 外管局 国家外汇管理局 工信部 公安部 国务院 财政部 税务局 ' +
    '中国支付清算协会 支付清算协会 清算协会 中国互联网金融协会 互金协会'
  ).split(' '),
);

/** A company by its look: its name ends in what companies are. */
const company =
  /[\p{Script=Han}A-Za-z0-9]{2,8}(?:支付|金服|公司|集团|银行|财富|金融|理财|科技|钱包|贷|宝)(?![款入后出])/u;

/** Whoever it is that failed: what stands right before the bad news, at the head of a clause. */
const failed =
  /(?:^|[\s，。,.！!？?；;：:])(?:听说|据说)?([\p{Script=Han}A-Za-z0-9]{2,8}?)(?:也|都|又|已经|是不是|要|真的?)*(?:[爆暴]雷|跑路|失联|倒闭|被吊销|出事了|凉凉?了|完了)/u;
const nobody =
  /^(?:我|你|他|她|它|咱|这|那|有|没|不|就|会|可能|害怕|怕|资金|老板|平台|公司|银行|商户|机构|行业|大家|好多|很多|问题|吃|看|说|做|聊|写|讲|忙|弄|P2P|p2p|网贷|今天|昨天)/;

/** Questions about trades as a whole are no talk about a company. */
const trades = /^(?:第三方|移动|互联网|跨境|聚合|快捷|网络|小额|消费|现金|扫码|二维码)/;

function companiesOf(analysis: DayAnalysis): string[] {
  const orgs = analysis.terms.filter((t) => t.class === 'org' && !publicBodies.has(t.term));
  return [...new Set(orgs.flatMap((t) => [t.term, ...t.surface]).map(fold))];
}

/** What is said of companies without proof (未经求证的说法), by message: it stays inside. */
export interface Hearsay {
  /** Numbers of the messages. */
  messages: ReadonlySet<number>;
  /** Companies that they name, folded. */
  companies: readonly string[];
}

/**
 * Messages that pass on unconfirmed news of a named company: bad news by its look, or news that the speaker calls
 * unchecked. Bad news that names nobody is of the company that the message before it in the thread names.
 */
export function hearsayOf(analysis: DayAnalysis): Hearsay {
  const known = companiesOf(analysis);
  const guests = new Set(guestTalks(analysis).map((talk) => talk.speaker));
  const namedIn = (text: string): string[] => {
    const folded = fold(text);
    const named = known.filter((form) => folded.includes(form));
    const looks = [company.exec(text)?.[0], failed.exec(text)?.[1]].filter(
      (name) => name !== undefined && !trades.test(name) && !nobody.test(name),
    );
    return [...named, ...looks.map((name) => fold(name!))];
  };
  const parents = new Map(analysis.links.map(({ n, parent }) => [n, parent]));
  const messages = new Set<number>();
  const companies = new Set<string>();
  for (const m of analysis.messages) {
    const isRumour = standingOf(m.text, guests.has(m.speaker)) === 'rumour';
    if (!isRumour && !passedOn.test(m.text)) continue;
    const own = namedIn(m.text);
    const parent = parents.get(m.n) ?? m.n;
    const named = own.length || !isRumour ? own : namedIn(analysis.messages[parent - 1]!.text);
    if (!named.length) continue;
    messages.add(m.n);
    for (const form of named) companies.add(form);
  }
  return { messages, companies: [...companies].sort() };
}
