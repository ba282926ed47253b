import type { TermClass } from '../text/index.js';

/** What says how or where one pays, and names no firm. */
const ways = [
  '直接 间接 即时 立即 延迟 定时 分期 合并 批量 自动 重复 一次性 集中 线上',
  '线下 在线 离线 远程 近场 移动 手机 网上 网络 互联网 跨行 跨境 境内 境外',
  '海外 全球 扫码 条码 二维码 刷脸 指纹 刷卡 无卡 有卡 卡基 账基 银行卡 外卡',
  '账户 余额 免密 授权 信用 现金 非现金 人民币 小额 大额 对公 企业 个人',
  '第三方 三方 第四方 四方',
]
  .join(' ')
  .replaceAll(' ', '|');
const wayToPay = new RegExp(`^(?:${ways})+支付$`);

const heads: readonly [RegExp, TermClass][] = [
  [/(?:法|办法|条例|规定|通知|细则|指引|牌照|许可证|新规|令)$/, 'regulation'],
  [/(?:公司|银行|集团|协会|总局|央行|支付|金服|数科|科技)$/, 'org'],
  [/(?:机构|商户|方|商|人|行|者|企业|部门)$/, 'role'],
  [/(?:系统|平台|接口|网关|终端|机具|芯片|算法|协议|码|控件|引擎|密钥|证书|技术|标准)$/, 'tech'],
  [/(?:卡|宝|贷|钱包|红包|账户|产品|业务|服务|保险|基金|代扣|代付|快捷)$/, 'product'],
];

/** The class that a term's last part suggests; Latin is a technology until somebody says otherwise. */
export function guessClass(term: string): TermClass {
  if (/^[\x20-\x7e]+$/.test(term)) return 'tech';
  if (wayToPay.test(term)) return 'concept';
  return heads.find(([head]) => head.test(term))?.[1] ?? 'concept';
}
