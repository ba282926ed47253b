import { describe, expect, it } from 'vitest';
import { articleKey, articlesOf, listArticles, mergeArticles, noArticles } from '../../src/corpus/index.js';
import { dayOf, sumsOf } from './life.js';

const link = (url: string, title = '潮汐报告') => ({ kind: 'link' as const, title, url, start: 0, end: 0 });
const sharing = (date: string, url: string, title?: string) =>
  dayOf(date, [
    { speaker: '阿橙', text: '看', attachments: [link(url, title)] },
    { speaker: '阿橙', text: '不错' },
    { speaker: '半帆', text: '看了' },
    { speaker: '半帆-码头', text: '看了', duplicateOf: 3 },
  ]);

const wechat = 'http://mp.weixin.qq.com/s?__biz=MzA&mid=26&idx=1&sn=ab';

describe('articleKey', () => {
  it.each([
    ['https://example.org/tide?utm_source=x&id=7#top', 'http://www.example.org/tide/?id=7'],
    [wechat, 'https://mp.weixin.qq.com/s?mid=26&idx=1&__biz=MzA&scene=21&chksm=9#wechat_redirect'],
    ['https://example.org/?b=2&a=1', 'https://example.org?a=1&b=2'],
    ['https://example.org/tide?id=7', 'https://example.org/tide?id=7&from=timeline&isappinstalled=0'],
    ['http://mp.weixin.qq.com/s/abc', 'https://mp.weixin.qq.com/s/abc?from=x&sharer_shareid=9&key=2&lang=zh'],
    ['https://m.toutiao.com/i7/', 'https://m.toutiao.com/i7/?app=news&timestamp=1&iid=2&share_token=3'],
  ])('articleKey knows %s and %s for one article', (a, b) => {
    expect(articleKey(a)).toBe(articleKey(b));
    expect(articleKey(a)).not.toBeNull();
  });

  it('articleKey tells articles of one account apart', () => {
    expect(articleKey(wechat)).not.toBe(articleKey(wechat.replace('idx=1', 'idx=2')));
    expect(articleKey('https://mp.weixin.qq.com/s/abc')).not.toBe(
      articleKey('https://mp.weixin.qq.com/s/abd'),
    );
  });

  it.each(['shareid', 'share', 'key', 'from', 'app', 'lang', 'version', 'sessionid'])(
    'articleKey tells by %s where the host is none that says by it who shared a page',
    (name) => {
      const key = (host: string, value: string) => articleKey(`https://${host}/link?${name}=${value}`);
      expect(key('pan.baidu.com', '1')).not.toBe(key('pan.baidu.com', '2'));
      expect(key('weixin.qq.com.example.org', '1')).not.toBe(key('weixin.qq.com.example.org', '2'));
    },
  );

  it.each(['javascript:alert(1)', 'file:///etc/passwd', '', '没有'])('articleKey has none for %j', (url) => {
    expect(articleKey(url)).toBeNull();
  });
});

describe('articlesOf', () => {
  it('articlesOf says who shared an article, and how many messages of others followed in its thread', () => {
    const [article] = listArticles(articlesOf(sharing('2021-03-04', wechat)));
    expect(article).toMatchObject({ title: '潮汐报告', url: wechat });
    expect(article!.shares).toMatchObject([{ speaker: '阿橙', after: 1, thread: { id: 1 } }]);
  });

  it('articlesOf lists an article once over days, under the first title that it was given', () => {
    const days = [sharing('2021-03-04', wechat, wechat), sharing('2021-03-05', `${wechat}&scene=1`)].map(
      articlesOf,
    );
    const [article, ...others] = listArticles(days.reduce(mergeArticles, noArticles));
    expect(others).toEqual([]);
    expect(article!.title).toBe('潮汐报告');
    expect(article!.shares.map((share) => share.address.date)).toEqual(['2021-03-04', '2021-03-05']);
  });

  it('mergeArticles gives one answer for any order of days', () => {
    const days = [
      sharing('2021-03-04', wechat, ''),
      sharing('2021-03-05', `${wechat}&scene=1`, '甲'),
      sharing('2021-03-04', `${wechat}&scene=2`, '乙'),
    ].map(articlesOf);
    const [first, ...others] = sumsOf(mergeArticles, noArticles, [days[0]!, days[1]!, days[2]!]);
    for (const other of others) expect([...other]).toEqual([...first!]);
  });
});
