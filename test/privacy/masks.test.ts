import { describe, expect, it } from 'vitest';
import { publish } from '../../src/privacy/index.js';
import { sampleAnalysis } from '../report/sample-report.js';
import { vocabulary } from './vocabulary.js';

const published = (text: string, url = '') => {
  const attachments = url ? [{ kind: 'link' as const, title: '', url, start: 0, end: 0 }] : [];
  const day = sampleAnalysis([{ speaker: '鲸落', text, attachments }]);
  return publish(day, { vocabulary, lang: 'zh' }).analysis.messages[0]!;
};

describe('masks', () => {
  it.each([
    ['我的电话13800001111，急', '我的电话〔电话〕，急'],
    ['+86 138-0000-1111', '〔电话〕'],
    ['座机 010-12345678', '座机 〔电话〕'],
    ['身份证 11010119900101123X', '身份证 〔证件号〕'],
    ['卡 6222 0212 3456 7894 123 打不进', '卡 〔卡号〕 打不进'],
    ['测试卡 4111111111111111', '测试卡 〔卡号〕'],
    ['账号：120909876543210', '账号：〔账号〕'],
    ['发 deng.ta+1@example.com 吧', '发 〔邮箱〕 吧'],
    ['wxid_abc123def', '〔微信号〕'],
    ['微信号：dengta_88', '微信号：〔微信号〕'],
    ['wechat: dengta_88', 'wechat: 〔微信号〕'],
    ['wechatid dengta_88', 'wechatid 〔微信号〕'],
    ['加我微信 dengtazhu', '加我微信 〔微信号〕'],
    ['QQ群：12345678', 'QQ群：〔QQ号〕'],
    ['进 1234567@chatroom', '进 〔群号〕'],
    ['https://wxapp.tenpay.com/mmpayhb/wxhb_personalreceive?sendid=1', '〔私人链接〕'],
    ['扫 https://u.wechat.com/abcdef', '扫 〔私人链接〕'],
    ['看 https://example.org/a?id=7&sign=abc&token=x 这篇', '看 https://example.org/a?id=7 这篇'],
    ['看 https://u:p@example.org/a', '看 https://example.org/a'],
  ])('%s', (text, shown) => {
    expect(published(text).text).toBe(shown);
  });

  it.each([
    '按281号文，银发〔2017〕281号',
    '备付金 138000011110000元，又 1500000000000000 元',
    '2018-07-12 12:30:45 上 3DS2.0，MCC 5411，T+1，千分之三',
    '版本 1.13800001111',
    '微信支付接口 v3，wx 支付回调',
    'https://example.org/a?id=7#top',
    '看 https://pay.example.com/wechatpay_guide/list_1.shtml 和 pay.example.com/wechatpay_guide',
    '看 https://pay.example.com/wxpay_guide/list.shtml',
    '流水 20180712123045',
  ])('amounts, documents, dates and versions are none: %s', (text) => {
    expect(published(text).text).toBe(text);
  });

  it('signatures and ids of people go from the addresses of links, and what is no web address goes whole', () => {
    const address = (url: string) => published('看', url).attachments[0]!.url;
    expect(address('https://example.org/a?id=7&openid=o1&x=2')).toBe('https://example.org/a?id=7&x=2');
    expect(address('https://example.org/a?id=7')).toBe('https://example.org/a?id=7');
    expect(address('javascript:alert(1)')).toBe('');
  });
});
