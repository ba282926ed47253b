import { describe, expect, it } from 'vitest';
import { type AnalysedMessage, type DayAnalysis, dayAnalysisSchema } from '../../src/analysis/index.js';
import { emptyKey, enrol, publish } from '../../src/privacy/index.js';
import { type Line, sampleAnalysis } from '../report/sample-report.js';
import { vocabulary } from './vocabulary.js';

const options = { vocabulary, lang: 'zh' as const };

const published = (lines: readonly Line[], rest: Partial<DayAnalysis> = {}): DayAnalysis =>
  publish(sampleAnalysis(lines, rest), options).analysis;

/** The text of the last message, said among people of these names. */
const said = (text: string, ...names: string[]): string =>
  published([...names.map((speaker) => ({ speaker, text: '早' })), { speaker: '鲸落', text }]).messages.at(
    -1,
  )!.text;

/** Talks and announcements that may not go out. */
const closedAt = (talks: number[], announced: number[] = [], slots: number[] = []) => ({
  talks: new Set(talks),
  announced: new Set(announced),
  slots: new Set(slots),
  titles: [],
});

const mention = (text: string, name: string, speaker: string | null) => {
  const start = text.indexOf(`@${name}`);
  return { start, end: start + name.length + 1, name, speaker };
};

describe('publish', () => {
  it('gives speakers pseudonyms in the order in which they appear, one a person', () => {
    const { messages } = published([
      { speaker: '洛灯远-灯塔银行-产品', text: '早' },
      { speaker: '鲸落', text: '早' },
      { speaker: '洛灯远-灯塔银行-产品', text: '在' },
    ]);
    expect(messages.map((m) => m.speaker)).toEqual(['群友1', '群友2', '群友1']);
  });

  it.each([
    ['大家好，我是海灯亮，做收单', '大家好，我是群友，做收单'],
    ['我叫海灯亮，来自灯塔', '我叫群友，来自灯塔'],
    ['我叫了外卖，报名的人再等等', '我叫了外卖，报名的人再等等'],
    ['报名接龙  1. 海灯亮  2. 沙洲-灯塔-运营  3. 汀步', '报名接龙  1. 群友  2. 群友  3. 群友'],
    ['分账报名要三步  1. 先填表的  2. 再等审核可以吗', '分账报名要三步  1. 先填表的  2. 再等审核可以吗'],
  ])('names that strangers give themselves are hidden: %s', (text, shown) => {
    expect(said(text)).toBe(shown);
  });

  it('a member in a sign-up list has his own pseudonym there', () => {
    expect(said('报名接龙  1. 沙洲  2. 汀步', '沙洲')).toBe('报名接龙  1. 群友1  2. 群友');
  });

  it('one person under two names has one pseudonym: by a mention that means him, by a second copy, by his own name', () => {
    const text = '@阿远 在吗';
    const { messages } = published([
      { speaker: '陈灯远-灯塔银行-产品', text: '早' },
      { speaker: '鲸落', text, mentions: [mention(text, '阿远', '陈灯远-灯塔银行-产品')] },
      { speaker: '陈灯远', text: '在' },
      { speaker: '白鲸', text: '在', duplicateOf: 3 },
    ]);
    expect(messages.map((m) => m.speaker)).toEqual(['群友1', '群友2', '群友1', '群友1']);
    expect(messages[1]!.mentions[0]).toEqual({ start: 0, end: 4, name: '群友1', speaker: '群友1' });
  });

  it('of a talk that may not go out the guest’s words stay inside, wherever they stand, until the last answer', () => {
    const lines = [
      { speaker: '鲸落', text: '一、灯塔怎么收费' },
      { speaker: '海葵', text: '浮标也收吗？', kind: 'question' as const },
      { speaker: '鲸落', text: '浮标不收，只收灯塔' },
      { speaker: '海葵', text: '今天食堂有鱼' },
      { speaker: '海葵', text: '今晚八点分享：灯塔怎么收费' },
      { speaker: '鲸落', text: '雾灯另算，按夜计价' },
      { speaker: '鲸落', text: '月底结' },
      { speaker: '鲸落', text: '我先下了，明天钓鱼' },
    ];
    const asked = { question: [2], answers: [3, 7], follows: null, kind: 'question' as const };
    const talk = {
      ...{
        kind: 'talk' as const,
        speaker: '鲸落',
        title: '灯塔怎么收费',
        host: null,
        announcements: [],
        signins: [],
        passages: [1],
      },
      ...{ outline: [], images: [], links: [], qa: [asked], discussion: [] },
    };
    const day = sampleAnalysis(lines, { talks: [talk], qa: [asked], unanswered: [] });
    const open = publish(day, options).analysis;
    const closed = publish(day, { ...options, closed: closedAt([0]) }).analysis;
    expect([open.talks.length, open.qa.length]).toEqual([1, 1]);
    expect([closed.talks, closed.qa]).toEqual([[], []]);
    expect(JSON.stringify(closed)).not.toMatch(/怎么收费|浮标不收|雾灯/);
    expect([3, 7].map((i) => closed.messages[i]!.text)).toEqual(['今天食堂有鱼', '我先下了，明天钓鱼']);
  });

  it('what a guest goes on to say in the talk’s thread stays inside with it, though no question of the talk asked for it', () => {
    const lines = [
      { speaker: '鲸落', text: '一、灯塔怎么收费' },
      { speaker: '海葵', text: '雾天也这样收', parent: 1 },
      { speaker: '鲸落', text: '雾灯另算，按夜计价', parent: 2 },
      { speaker: '鲸落', text: '明天钓鱼去', parent: 3 },
    ];
    const talk = {
      ...{ kind: 'talk' as const, speaker: '鲸落', title: '灯塔怎么收费', host: null, announcements: [] },
      ...{ signins: [], passages: [1], outline: [], images: [], links: [], qa: [], discussion: [3] },
    };
    const threads = [{ id: 1, title: '收费', domain: 'payments' as const, messages: [1, 2, 3, 4] }];
    const day = sampleAnalysis(lines, { talks: [talk], threads, qa: [], unanswered: [] });
    const { messages } = publish(day, { ...options, closed: closedAt([0]) }).analysis;
    expect(messages.map(({ text }) => text).join()).not.toMatch(/雾灯/);
    expect(messages[3]!.text).toBe('明天钓鱼去');
  });

  it('a guest’s greeting, and all that he says once he is announced, goes with a talk that stays inside; others’ words do not', () => {
    const at = (time: string, speaker: string, text: string) => ({ time, speaker, text });
    const lines = [
      at('09:00:00', '鲸落', '今天有鱼'),
      at('10:00:00', '鲸落', '灯塔怎么收费晚上细说'),
      at('15:00:00', '群主', '今晚请鲸落讲讲'),
      at('15:10:00', '鲸落', '我在海豚港做清算，先打个招呼'),
      at('19:30:00', '海葵', '等着听'),
      at('19:59:00', '鲸落', '大家好，我是海豚港的'),
      at('20:00:00', '鲸落', '一、按夜计价'),
    ];
    const talk = {
      ...{ kind: 'talk' as const, speaker: '鲸落', title: '灯塔怎么收费', host: null, announcements: [3] },
      ...{ signins: [], passages: [7], outline: [], images: [], links: [], qa: [], discussion: [] },
    };
    const copy = { ...at('20:00:00', '鲸落上海', '一、按夜计价'), duplicateOf: 7 };
    const texts = (announcements: number[]) =>
      publish(sampleAnalysis([...lines, copy], { talks: [{ ...talk, announcements }] }), {
        ...options,
        closed: closedAt([0]),
      }).analysis.messages.flatMap((m) => (m.text.startsWith('〔') ? [] : [m.n]));
    expect(texts([3])).toEqual([1, 5]);
    // where nobody announced it, from half an hour before on
    expect(texts([])).toEqual([1, 3, 4, 5]);
  });

  it('a short topic goes out of the message that announces it, of the schedule and of title marks, and of nothing else', () => {
    const slots = [{ date: '2024-03-02', time: null, guest: '海葵', topic: '押金' }];
    const announced = [
      { n: 1, ...slots[0]!, state: 'planned' as const, movedFrom: null },
      { n: 1, ...slots[0]!, date: '2024-03-03', topic: null, state: 'open' as const, movedFrom: null },
    ];
    const lines = [
      { speaker: '群主', text: '周六 海葵⏎押金⏎周日 待定' },
      { speaker: '鲸落', text: '《押金》想听，押金怎么退' },
    ];
    const threads = [{ id: 1, title: '周六海葵押金', domain: 'payments' as const, messages: [1] }];
    const day = sampleAnalysis(lines, { announced, schedule: { n: 1, slots }, threads });
    const { analysis } = publish(day, { ...options, closed: closedAt([], [0, 1], [0]) });
    expect(analysis.messages.map((m) => m.text)).toEqual([
      '周六 群友3⏎一场分享⏎周日 待定',
      '《一场分享》想听，押金怎么退',
    ]);
    expect(analysis.schedule!.slots[0]!.topic).toBeNull();
    expect(analysis.announced[0]!.topic).toBeNull();
    expect(analysis.threads[0]!.title).toBe('一场分享');
  });

  it('a title is known in any letter case', () => {
    const announced = [{ n: 1, date: '2024-03-02', time: null, guest: null, topic: '灯塔与智能POS' }].map(
      (a) => ({ ...a, state: 'planned' as const, movedFrom: null }),
    );
    const day = sampleAnalysis([{ speaker: '群主', text: '周六讲灯塔与智能pos' }], { announced });
    const { analysis } = publish(day, { ...options, closed: closedAt([], [0]) });
    expect(analysis.messages[0]!.text).toBe('周六讲一场分享');
  });

  it('names that touch are one, and a name that the key knows whole is taken whole where it is called', () => {
    expect(said('大家好，我是陈灯远Lumen。', '陈灯远-灯塔', 'Lumen-灯塔', 'Lumen_渡口')).toBe(
      '大家好，我是群友1。',
    );
    expect(said('我是来自灯塔的严灯远，你好', '灯远-灯塔')).toBe('我是来自某公司的群友1，你好');
    const text = '@Leo 鲸落@Harbor.example-北京 在吗';
    const { messages } = published([
      { speaker: 'Leo 鲸落@Harbor.example-北京', text: '早' },
      {
        speaker: '海葵',
        text,
        mentions: [mention(text, 'Leo', null), mention(text, 'Harbor.example-北京', null)],
      },
    ]);
    expect(messages[1]!.text).toBe('@群友1 在吗');
    expect(messages[1]!.mentions).toHaveLength(1);
  });

  it('what announces a talk that stays inside does not tell of it in other words either, nor on another day', () => {
    const lines = [
      { speaker: '群主', text: '今晚请海葵给大家讲讲灯塔的钱从哪来' },
      { speaker: '鲸落', text: '灯塔怎么收费，想听' },
      { speaker: '群主', text: '周五是《浮标的押金与退还》，周六休息' },
    ];
    const slot = { time: null, guest: '海葵', state: 'planned' as const, movedFrom: null };
    const announced = [
      { ...slot, n: 1, date: '2024-05-16', topic: '灯塔怎么收费' },
      { ...slot, n: 3, date: '2024-05-17', topic: '浮标的押金与退还' },
    ];
    const talk = {
      ...{ kind: 'talk' as const, speaker: '海葵', title: '灯塔怎么收费', host: '群主', announcements: [1] },
      ...{ signins: [], passages: [], outline: [], images: [], links: [], qa: [], discussion: [] },
    };
    const day = sampleAnalysis(lines, { talks: [talk], announced });
    const closed = publish(day, { ...options, closed: closedAt([0], [0, 1]) });
    expect(JSON.stringify(closed.analysis)).not.toMatch(/钱从哪来|怎么收费|押金/);
    expect(closed.analysis.messages[2]!.text).toBe('周五是《一场分享》，周六休息');
  });

  it('a discussion that nobody gave keeps its title, as all that was said in it goes out', () => {
    const talk = {
      ...{ kind: 'discussion' as const, speaker: '鲸落', title: '灯塔怎么收费', host: null },
      ...{ announcements: [], signins: [], passages: [], outline: [], images: [], links: [], qa: [] },
      discussion: [1, 2],
    };
    const threads = [{ id: 1, title: talk.title, domain: 'payments' as const, messages: [1, 2] }];
    const lines = [
      { speaker: '海葵', text: '灯塔怎么收费' },
      { speaker: '鲸落', text: '按夜计价' },
    ];
    const { analysis } = publish(sampleAnalysis(lines, { talks: [talk], threads }), {
      ...options,
      closed: closedAt([0]),
    });
    expect([...analysis.talks, ...analysis.threads].map((t) => t.title)).toEqual([talk.title, talk.title]);
    expect(JSON.stringify(analysis)).not.toContain('一场分享');
  });

  it('a question that stays inside is none, nor is an answer', () => {
    const talk = {
      ...{ kind: 'talk' as const, speaker: '鲸落', title: '灯塔怎么收费', host: null, announcements: [] },
      ...{ signins: [], passages: [1, 2], outline: [], images: [], links: [], qa: [], discussion: [] },
    };
    const lines = [
      { speaker: '鲸落', text: '一、按夜计价怎么算？' },
      { speaker: '鲸落', text: '二、月底结' },
      { speaker: '海葵', text: '浮标也收吗？' },
      { speaker: '陈灯远', text: '浮标不收' },
    ];
    const asked = (question: number, ...answers: number[]) => ({
      ...{ question: [question], answers, follows: null, kind: 'question' as const },
    });
    const { answers: _, ...open } = asked(1);
    const day = sampleAnalysis(lines, {
      talks: [talk],
      qa: [asked(1, 4), asked(3, 2, 4)],
      unanswered: [open],
    });
    const { analysis } = publish(day, { ...options, closed: closedAt([0]) });
    expect(analysis.unanswered).toEqual([]);
    expect(analysis.qa).toEqual([asked(3, 4)]);
  });

  it('a number once given stays: a later day adds people behind the ones that there are', () => {
    const first = publish(sampleAnalysis([{ speaker: '鲸落', text: '早' }]), options);
    const later = publish(
      sampleAnalysis([
        { speaker: '海葵', text: '早' },
        { speaker: '鲸落', text: '早' },
      ]),
      { ...options, key: first.key },
    );
    expect(later.analysis.messages.map((m) => m.speaker)).toEqual(['群友2', '群友1']);
    expect(later.key.people.map((p) => p.names)).toEqual([['鲸落'], ['海葵']]);
    expect(publish(later.analysis, { ...options, key: emptyKey }).key).not.toBe(emptyKey);
  });

  it('the same key comes back where a day brings nobody new', () => {
    const day = sampleAnalysis([{ speaker: '鲸落', text: '早' }]);
    const { key } = publish(day, options);
    expect(publish(day, { ...options, key }).key).toBe(key);
  });

  it.each([
    ['听陈灯远说过', '听群友1说过'],
    ['谢谢陈灯远老师', '谢谢群友1老师'],
    ['陈灯远-灯塔银行-产品 来了', '群友1 来了'],
    ['产品-陈灯远-灯塔银行：你好', '群友1：你好'],
    ['灯远，你怎么看', '群友1，你怎么看'],
  ])('a name that is nothing else is replaced wherever it stands, its company with it: %s', (text, shown) => {
    expect(said(text, '陈灯远-灯塔银行-产品')).toBe(shown);
  });

  it.each([
    ['摸着石头过河', '摸着石头过河'],
    ['石头，你怎么看', '群友1，你怎么看'],
    ['谢谢石头', '谢谢群友1'],
    ['请教石头老师一个问题', '请教群友1老师一个问题'],
    ['石头 2021/3/4 说的', '群友1 2021/3/4 说的'],
  ])('a name that is a word is a name in a name position only: %s', (text, shown) => {
    expect(said(text, '石头')).toBe(shown);
  });

  it.each(['balance 字段怎么算', '聚合支付怎么分账', 'balance：余额', '聚合支付，就是把码合成一个'])(
    'members called balance and 聚合支付_某某 take no term away: %s',
    (text) => expect(said(text, 'balance', '聚合支付_陈灯远')).toBe(text),
  );

  it('a name before a title is seen where the title is part of another word as well', () => {
    expect(said('田总是直性子')).toBe('群友总是直性子');
    expect(said('请孔总有空讲讲')).toBe('请群友总有空讲讲');
    expect(said('谢谢，李老板说得对')).toBe('谢谢，群友老板说得对');
    expect(said('感谢陆童鞋的分享')).toBe('感谢群友童鞋的分享');
  });

  it.each([
    ['感谢帆哥的海图', '感谢群友1哥的海图'],
    ['请问帆总，分账怎么做', '请问群友1总，分账怎么做'],
    ['听小帆老师讲', '听群友1老师讲'],
    ['今年帆总是破', '今年帆总是破'],
    ['帆布的哥几个', '帆布的哥几个'],
    ['白帆总量不少', '白帆总量不少'],
    ['感谢田总', '感谢群友总'],
  ])('who is called by the last character of his name is hidden: %s', (text, shown) => {
    expect(said(text, '白灯帆-浮标', '贾灯田-浮标')).toBe(shown);
  });

  it('the last character of a name is of nobody where its bearer is not there, nor where he is not honoured', () => {
    expect(said('感谢帆哥的海图')).toBe('感谢帆哥的海图');
    expect(said('@帆布 帆布包，小帆布', '白灯帆-浮标')).not.toContain('群友1布');
  });

  it('老 with a surname at the end of the first part of a card is a name wherever it stands as a word', () => {
    expect(said('钥匙在老白那里', '灯塔老白-群主-海口')).toBe('钥匙在群友1那里');
    expect(said('还是老白菜好', '灯塔老白-群主-海口')).toBe('还是老白菜好');
  });

  it('a name that is a word is a name behind what its bearer does in the group', () => {
    expect(said('今晚分享人石头，八点见', '石头-浮标-海口')).toBe('今晚分享人群友1，八点见');
    expect(said('分享人石头剪刀布', '石头-浮标-海口')).toBe('分享人石头剪刀布');
  });

  it('the end of a term before what honours people is no name', () => {
    expect(said('聚合支付哥俩好，灯塔银行哥')).toBe('聚合支付哥俩好，灯塔银行哥');
  });

  it('words that only look like a name before a title stay', () => {
    for (const text of [
      '冻结的钱总要放出来的',
      '资金总是不够',
      '找基金经理聊',
      '各位老板新年好',
      '订单总和不对',
    ])
      expect(said(text)).toBe(text);
  });

  it('a person of whom no roster knows is hidden where he is honoured', () => {
    expect(said('听王总讲过，赵小舟老师也在')).toBe('听群友总讲过，群友老师也在');
    expect(said('总部的老师说支付总额')).toBe('总部的老师说支付总额');
  });

  it('a name beside a call, and a name that was called with 老师 behind it, are hidden, too', () => {
    const text = '陈灯远@灯塔银行: 好，海葵老师大作';
    const { messages } = published([
      { speaker: '海葵-灯塔', text: '早' },
      { speaker: '鲸落', text: '@海葵老师 早', mentions: [mention('@海葵老师 早', '海葵老师', null)] },
      { speaker: '陈灯远@灯塔银行', text: '早' },
      { speaker: '鲸落', text, mentions: [mention(text, '灯塔银行', null)] },
    ]);
    expect(messages[3]!.text).not.toMatch(/陈灯远|海葵/);
  });

  it.each([
    ['「洛灯远 灯塔 开发：有接口」 - - - - - - 有的', '「群友：有接口」 - - - - - - 有的'],
    ['「 砚舟～北岸: 都行 」 - - - - - - 好', '「 群友1: 都行 」 - - - - - - 好'],
    ['「我：都行」 - - - - - - 好', '「我：都行」 - - - - - - 好'],
  ])('whom a reply quotes is hidden, whatever of his card is left: %s', (text, shown) => {
    expect(said(text, '砚舟')).toBe(shown);
  });

  it.each([['知乎上梁川老师写过', '知乎上群友2老师写过']])(
    'a whole name that is honoured is one, though its first character makes a word with the one before: %s',
    (text, shown) => {
      expect(said(text, '砚舟', '梁川')).toBe(shown);
    },
  );

  it('a Latin name is hidden behind 欢迎 though another one is its beginning, and where 你 goes on from it', () => {
    expect(said('欢迎Balancek，做收单的', 'balanc', 'Balancek')).toBe('欢迎群友2，做收单的');
    expect(said('Balance 那你就按这个来', 'Balance')).toBe('群友1 那你就按这个来');
  });

  it('whoever is looked forward to as a speaker is hidden, and a thing that is looked forward to is none', () => {
    expect(said('期待Balance给大家分享', 'Balance')).toBe('期待群友1给大家分享');
    expect(said('期待balance 9的新功能', 'Balance')).toBe('期待balance 9的新功能');
  });

  it.each([
    ['@砚舟 灯塔 开发?在吗', '@群友1?在吗'],
    ['@砚舟 北岸金融pm 广州?', '@群友1?'],
    ['@砚舟 北京?有专门的接口', '@群友1?有专门的接口'],
    ['@砚舟 收单 结算吗?', '@群友1 收单 结算吗?'],
    ['@砚舟 没拍个照?发出来', '@群友1 没拍个照?发出来'],
    ['@砚舟 同学?你用的哪个', '@群友1 同学?你用的哪个'],
  ])('the rest of a card that was called and broken goes with the name: %s', (text, shown) => {
    const call = { speaker: '鲸落', text, mentions: [mention(text, '砚舟', '砚舟')] };
    expect(published([{ speaker: '砚舟', text: '早' }, call]).messages[1]!.text).toBe(shown);
  });

  it('a surname before two characters that are a name goes with them', () => {
    expect(said('王砚舟发了什么', '砚舟')).toBe('群友1发了什么');
    expect(said('谢谢砚舟', '砚舟')).toBe('谢谢群友1');
  });

  it('a name that somebody bears is hidden wherever it is a word, though it was called with damage before', () => {
    const key = enrol(emptyKey, [
      { name: '砚舟[表情]', is: null, called: true },
      { name: '砚舟??', is: null },
    ]);
    const day = sampleAnalysis([{ speaker: '鲸落', text: '砚舟说过' }]);
    expect(publish(day, { ...options, key }).analysis.messages[0]!.text).toBe('群友说过');
  });

  it('what was only ever called is hidden as a word elsewhere, unless it reads as words behind an @', () => {
    const call = '@风灯子 @发错了 看下';
    const lines = [
      {
        speaker: '鲸落',
        text: call,
        mentions: [mention(call, '风灯子', null), mention(call, '发错了', null)],
      },
      { speaker: '鲸落', text: '风灯子说的没错，是我发错了' },
    ];
    expect(published(lines).messages.at(-1)!.text).toBe('群友2说的没错，是我发错了');
  });

  it('a day adds nothing to a key that has all its names, so that it is published the same way again', () => {
    const call = '@风灯子 在吗';
    const day = sampleAnalysis([{ speaker: '鲸落', text: call, mentions: [mention(call, '风灯子', null)] }]);
    const key = enrol(emptyKey, [
      { name: '鲸落', is: null },
      { name: '风灯子', is: null, called: true },
    ]);
    expect(publish(day, { ...options, key }).key).toBe(key);
  });

  it('offsets of mentions and attachments hold, and tokens stand in the text in their order', () => {
    const text = '@陈灯远\u2005看陈灯远的潮汐报告，谢谢';
    const start = text.indexOf('潮汐');
    const [, m] = published([
      { speaker: '陈灯远', text: '早' },
      {
        speaker: '鲸落',
        text,
        mentions: [mention(text, '陈灯远', '陈灯远')],
        attachments: [
          { kind: 'link', title: '潮汐报告', url: 'https://example.org/t', start, end: start + 4 },
        ],
        tokens: ['@陈灯远', '看', '陈', '灯远', '的', '潮汐', '报告', '，', '谢谢'],
        tokenTypes: ['mention', 'word', 'word', 'word', 'word', 'word', 'word', 'mark', 'word'],
      },
    ]).messages as [AnalysedMessage, AnalysedMessage];
    expect(m.text).toBe('@群友1\u2005看群友1的潮汐报告，谢谢');
    expect(m.mentions.map((x) => m.text.slice(x.start, x.end))).toEqual(['@群友1']);
    expect(m.attachments.map((a) => m.text.slice(a.start, a.end))).toEqual(['潮汐报告']);
    expect(m.tokens).toEqual(['@群友1', '看', '群友1', '的', '潮汐', '报告', '，', '谢谢']);
    expect(m.tokenTypes).toEqual(['mention', 'word', 'word', 'word', 'word', 'word', 'mark', 'word']);
  });

  it('unconfirmed talk about a named company is left out: of messages, titles, terms and definitions', () => {
    const org = {
      term: '灯塔银行',
      surface: ['灯塔银行'],
      class: 'org' as const,
      known: true,
      messages: [1, 2],
    };
    const day = published(
      [
        { speaker: '鲸落', text: '听说灯塔银行跑路了' },
        { speaker: '海葵', text: '灯塔银行的费率是千三' },
        { speaker: '海葵', text: '听说下周降温' },
      ],
      {
        threads: [{ id: 1, title: '灯塔银行跑路', domain: 'payments', messages: [1, 2, 3] }],
        terms: [org],
        definitions: [{ term: '灯塔银行', messages: [1], text: '听说灯塔银行跑路了', sure: true }],
      },
    );
    expect(day.messages.map((m) => m.text)).toEqual([
      '〔关于某公司的未经求证的说法，外发版不收〕',
      '灯塔银行的费率是千三',
      '听说下周降温',
    ]);
    expect(day.threads[0]!.title).toBe('关于某公司的说法');
    expect(day.terms).toEqual([{ ...org, messages: [2] }]);
    expect(day.definitions).toEqual([]);
    expect(day.published).toEqual({ names: 0, numbers: 0, statements: 1 });
  });

  it.each([
    ['小舟贷是不是跑路了', true],
    ['灯塔也完了？', true],
    ['P2P跑路了，借的钱还要还吗', false],
    ['我吃完了', false],
  ])('bad news of a company that no glossary has is left out, news of a trade is not: %s', (text, isHeld) => {
    expect(said(text) !== text).toBe(isHeld);
  });

  it('what is published is a day analysis, and publishing is pure', () => {
    const day = sampleAnalysis([{ speaker: '鲸落', text: '电话 13800001111' }], {
      header: { author: '陈灯远', lines: 1 },
      notes: [{ level: 'warning', line: 3, rule: 'time-malformed', detail: '> 1:1 鲸落' }],
    });
    const before = JSON.stringify(day);
    const { analysis } = publish(day, options);
    expect(JSON.stringify(day)).toBe(before);
    expect(dayAnalysisSchema.parse(analysis)).toEqual(analysis);
    expect(analysis.header.author).toBe('群友2');
    expect(analysis.notes[0]!.detail).toBe('');
    expect(JSON.stringify(publish(day, options).analysis)).toBe(JSON.stringify(analysis));
  });
});
