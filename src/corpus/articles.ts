import { ascending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { type Address, byAddress } from './address.js';

/** Somebody sharing an article, and the thread that this set off. */
export interface Share {
  address: Address;
  time: string;
  speaker: string;
  thread: { id: number; title: string };
  /** Messages behind it in its thread, the sharer's own left out. */
  after: number;
  /** As the link is titled; empty where its words are an address. */
  title: string;
  url: string;
}

/** An article that was shared (群里转的文章), under whatever addresses. */
export interface Article {
  /** What tells it from others: see {@link articleKey}. */
  key: string;
  title: string;
  url: string;
  /** The first one first. */
  shares: readonly Share[];
}

/** Shares by article: see {@link articleKey}. Keys sorted, shares in order. */
export type Articles = ReadonlyMap<string, readonly Share[]>;

/** The articles of no days. */
export const noArticles: Articles = new Map();

/**
 * Query parameters that say who shared a page, where and how, and nothing of the page, by the hosts that mean this by them:
 * elsewhere `share` or `key` may be all that tells two files apart.
 */
const tracking: readonly (readonly [host: RegExp, parameters: RegExp])[] = [
  [/./, /^(?:utm_.*|spm|fbclid|gclid|isappinstalled|nsukey|tt_from|tdsourcetag)$/i],
  [
    /(?:^|\.)weixin\.qq\.com$/,
    /^(?:from|scene|share.*|chksm|mpshare|srcid|wx_header|pass_ticket|ascene|devicetype|version|nettype|lang|key|uin|clicktime|enterid|sessionid|subscene|timestamp|weixin.*|rd|_t)$/i,
  ],
  [/(?:^|\.)toutiao\.com$/, /^(?:app|iid|share.*|timestamp|_t)$/i],
];
/** WeChat says where a page of any host was shared; other values of `from` are the page's own. */
const sharedIn = /^(?:timeline|groupmessage|singlemessage)$/i;

/** Whether a parameter says something of the page. */
const tells = (host: string, name: string, value: string): boolean =>
  !(name === 'from' && sharedIn.test(value)) &&
  !tracking.some(([hosts, parameters]) => hosts.test(host) && parameters.test(name));

/** An article of a WeChat account is told by these, whatever else its address holds. */
const ofAccount = ['__biz', 'mid', 'idx'];

/**
 * What an address leads to, however it was shared: without scheme, fragment, tracking and order of its parameters. A
 * WeChat article (`mp.weixin.qq.com`) goes by its account and number. Null where it is no web address.
 */
export function articleKey(url: string): string | null {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (!/^https?:$/.test(parsed.protocol)) return null;
  const host = parsed.host.replace(/^www\./, '');
  const query = [...parsed.searchParams];
  const told = ofAccount.map((name) => parsed.searchParams.get(name));
  if (host === 'mp.weixin.qq.com' && told.every((value) => value)) return `${host}/s?${told.join('&')}`;
  const telling = query
    .filter(([name, value]) => tells(parsed.hostname, name, value))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  return `${host}${parsed.pathname.replace(/\/+$/, '')}${telling.length ? `?${telling.join('&')}` : ''}`;
}

/** A link's title is its words where it has some that are no address. */
const titleOf = (title: string, url: string) =>
  title && !/^https?:/.test(title) && title !== url ? title.trim() : '';

/** The articles that a day's messages share, second copies of messages left out. */
export function articlesOf(analysis: DayAnalysis): Articles {
  const threadOf = new Map(analysis.threads.flatMap((t) => t.messages.map((n) => [n, t] as const)));
  let articles: Articles = noArticles;
  for (const m of analysis.messages) {
    if (m.duplicateOf !== null) continue;
    const thread = threadOf.get(m.n);
    const isReply = (n: number) => {
      const later = analysis.messages[n - 1]!;
      return n > m.n && later.duplicateOf === null && later.speaker !== m.speaker;
    };
    for (const { kind, title, url } of m.attachments) {
      const key = kind === 'link' ? articleKey(url) : null;
      if (key === null) continue;
      const share: Share = {
        address: { group: analysis.group, date: analysis.date, n: m.n },
        time: m.time.slice(0, 5),
        speaker: m.speaker,
        thread: { id: thread?.id ?? m.n, title: thread?.title ?? '' },
        after: thread?.messages.filter(isReply).length ?? 0,
        title: titleOf(title, url),
        url,
      };
      articles = mergeArticles(articles, new Map([[key, [share]]]));
    }
  }
  return articles;
}

/** All shares of two lists, what is in both once. */
function join(a: readonly Share[], b: readonly Share[]): Share[] {
  const all = new Map([...a, ...b].map((share) => [JSON.stringify(share), share]));
  return [...all]
    .sort(([k, x], [l, y]) => byAddress(x.address, y.address) || ascending(k, l))
    .map(([, share]) => share);
}

/** Two sets of articles as one: associative, commutative, with {@link noArticles} as zero. */
export function mergeArticles(a: Articles, b: Articles): Articles {
  const all = new Map(a);
  for (const [key, shares] of b) all.set(key, join(all.get(key) ?? [], shares));
  return new Map([...all].sort(([x], [y]) => ascending(x, y)));
}

/** The articles by their first share, each under the first title that somebody gave it. */
export function listArticles(articles: Articles): Article[] {
  return [...articles]
    .map(([key, shares]) => {
      const titled = shares.find((share) => share.title) ?? shares[0]!;
      return { key, title: titled.title, url: titled.url, shares };
    })
    .sort((a, b) => byAddress(a.shares[0]!.address, b.shares[0]!.address));
}
