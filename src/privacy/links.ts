/** As in the segmenter: full-width punctuation ends an address, and so does a mark at its end. */
const addresses =
  /(?:https?:\/\/|wxp:\/\/|weixin:\/\/|alipays?:\/\/)[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w\-~/#@$&*+=%]/gi;

/** An address in a text. */
export interface Address {
  start: number;
  end: number;
  url: string;
}

/** The web addresses in a text, with their places. */
export const addressesIn = (text: string): Address[] =>
  [...text.matchAll(addresses)].map(({ 0: url, index }) => ({ start: index, end: index + url.length, url }));

/** Parameters that sign, open a session or tell who passed the link on. */
const privateParameter =
  /^(?:.*sign(?:ature)?|sig|.*token|.*ticket|.*secret|.*session(?:id)?|sid|jsessionid|auth\w*|code|key|api_?key|password|pwd|pass\w*|open_?id|union_?id|u(?:ser)?_?id|user(?:name)?|uin|account|phone|mobile|tel|email|chksm|exportkey|sendid|share\w*|from_?uid|srcid|invite\w*|wxid|x-amz-\w+|ossaccesskeyid|expires)$/i;

/** Red packets, money codes, and invitations to a person or a group: they are for whoever got them. */
const personalHosts =
  /^(?:(?:u|w)\.wechat\.com|wxapp\.tenpay\.com|qm\.qq\.com|qr\.(?:alipay\.com|95516\.com)|(?:.+\.)?hongbao\.(?:com|cn)|render\.alipay\.com)$/i;
const personalPaths = /^\/(?:r|g|q)\/|wxhb|hongbao|redpack|redenvelope|joingroup|\/cgi-bin\/mmsupport/i;

/**
 * A web address as strangers may have it: without credentials, signatures and ids of people; null where the whole of it is
 * personal (a red packet, a code to pay or to join by) or is no web address.
 */
export function publicAddress(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  if (personalHosts.test(parsed.hostname)) return null;
  const isChat = /(?:^|\.)(?:weixin|wechat)\.(?:qq\.)?com$/i.test(parsed.hostname);
  if (
    (isChat && personalPaths.test(parsed.pathname)) ||
    /wxhb|hongbao|redpack|redenvelope/i.test(parsed.pathname)
  )
    return null;
  const isOpen = !parsed.username && !parsed.password;
  const hidden = [...parsed.searchParams.keys()].filter((name) => privateParameter.test(name));
  const fragment = /[=&]/.test(parsed.hash);
  if (isOpen && !hidden.length && !fragment) return url;
  parsed.username = '';
  parsed.password = '';
  for (const name of hidden) parsed.searchParams.delete(name);
  if (fragment) parsed.hash = '';
  return parsed.href;
}
