import type { TermClass } from '../text/index.js';

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
  return heads.find(([head]) => head.test(term))?.[1] ?? 'concept';
}
