import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/index.js';
import { findQuestions } from '../../src/talks/index.js';
import { correctLinks, type ThreadCorrections } from '../../src/threads/index.js';
import { anyDay } from '../threads/arbitrary.js';
import { chat, follow, logOf } from '../threads/chat.js';
import { questionsOf, study } from './study.js';

/** The questions of a log with their answers, without what else is known of them. */
const pairsOf = (script: string) =>
  questionsOf(script).map(({ question, answers }) => ({ question, answers }));

describe('findQuestions in a log', () => {
  it('findQuestions joins a question with its answers', () => {
    expect(
      pairsOf(`
        09:00:00 阿橙 灯塔的手续费现在是多少？
        09:00:40 小舵 千三左右，去年谈的
        09:01:00 半帆 @阿橙 我们这边手续费是千三点五`),
    ).toEqual([{ question: [1], answers: [2, 3] }]);
  });

  it('findQuestions leaves a question that nobody answers without answers', () => {
    expect(pairsOf('09:00 阿橙 备付金的利息怎么记账？')).toEqual([{ question: [1], answers: [] }]);
  });

  it('findQuestions hears no question in small talk', () => {
    expect(
      questionsOf(`
        09:00 阿橙 今天的火锅好吃吗？
        09:01 半帆 火锅好吃，下回带上你`),
    ).toEqual([]);
  });

  it('findQuestions of a day without messages is none', () => {
    expect(study({ ...chat('09:00 阿橙 早'), messages: [] }).questions).toEqual([]);
  });
});

describe('findQuestions: what belongs to a question', () => {
  it("findQuestions takes the asker's next messages along, and all that one person answers", () => {
    expect(
      pairsOf(`
        09:00:00 阿橙 请教一下，备付金的利息怎么记账？
        09:00:20 阿橙 我们现在挂在往来科目里
        09:02:00 半帆 应该单独开一个科目，和本金分开
        09:02:20 半帆 年底再和银行对一次账`),
    ).toEqual([{ question: [1, 2], answers: [3, 4] }]);
  });

  it("findQuestions begins a new question with the asker's next one after two minutes", () => {
    const asked = pairsOf(`
      09:00 阿橙 请问灯塔的手续费怎么算？
      09:03 阿橙 请问渡口的分账能做到实时吗？`);
    expect(asked).toEqual([
      { question: [1], answers: [] },
      { question: [2], answers: [] },
    ]);
  });

  it.each(['真的？', '啥', '在吗', '？？', '有人吗？', '为什么'])(
    'findQuestions does not take %j for one',
    (text) => {
      expect(questionsOf(`09:00 阿橙 ${text}`)).toEqual([]);
    },
  );

  it('findQuestions hears a question without a question mark', () => {
    expect(
      pairsOf(`
        09:00:00 阿橙 想了解一下备付金的手续费是哪边出
        09:00:30 半帆 一般是平台出手续费`),
    ).toEqual([{ question: [1], answers: [2] }]);
  });

  it('findQuestions takes a statement that the guest confirms for a question, and one that a member confirms for none', () => {
    const { day, people, links, threads } = follow(
      chat(`
        20:09:00 小舵 备付金的清算分两批
        20:10:00 阿橙 这样备付金的清算就在夜里做完了
        20:10:20 小舵 @阿橙 是的，夜里两点清算完`),
    );
    const ask = (...guests: string[]) =>
      findQuestions({
        ...links,
        messages: day.messages,
        mentions: people.mentions,
        threads: threads.map((t) => ({ ...t, domain: 'payments' })),
        guests: new Set(guests),
      });
    expect(ask('小舵')).toEqual([{ question: [2], answers: [3], follows: null, kind: 'statement' }]);
    expect(ask()).toEqual([]);
  });
});

describe('findQuestions: what is no answer, and no open question', () => {
  it.each(['同问', '不知道', '我也想知道', '这个不太清楚啊', 'me too', '+1', '手续费问题 +1'])(
    '%j answers nothing',
    (text) => {
      const found = pairsOf(`
      09:00:00 阿橙 请问灯塔的手续费怎么算？
      09:00:30 半帆 ${text}
      09:01:00 小舵 按笔算，一笔两毛`);
      expect(found.flatMap((q) => q.answers)).not.toContain(2);
    },
  );

  it('what does not know, and then tells something, may answer; so may T +1', () => {
    const settled = '\n09:00:00 阿橙 请问灯塔的备付金什么时候结算到账？\n09:00:30 半帆 结算是T +1';
    expect(pairsOf(settled)).toEqual([{ question: [1], answers: [2] }]);
    const found = pairsOf(`
      09:00:00 阿橙 请问灯塔的手续费怎么算？
      09:00:30 半帆 这个不清楚，一般看合同里的手续费，按笔算`);
    expect(found).toEqual([{ question: [1], answers: [2] }]);
  });

  it.each(['我可以先问下灯塔的备付金', '嗯，灯塔不支持备付金分账挺麻烦的', '灯塔的备付金自己查下就知道了吧'])(
    '%j is not told as an open question',
    (text) => {
      expect(questionsOf(`09:00 阿橙 ${text}`)).toEqual([]);
    },
  );

  it('a question put again in the same words within half an hour is one, answered or open', () => {
    const asked = '请问灯塔的备付金利息怎么记账？';
    expect(pairsOf(`\n09:00 阿橙 ${asked}\n09:10 半帆 ${asked}`)).toEqual([{ question: [1], answers: [] }]);
    expect(pairsOf(`\n09:00 阿橙 ${asked}\n09:50 半帆 ${asked}`)).toHaveLength(2);
    expect(
      pairsOf(`
        09:00:00 阿橙 ${asked}
        09:10:00 阿橙 请问灯塔的备付金利息怎么记账
        09:10:30 小舵 @阿橙 备付金利息单独开一个科目记账`),
    ).toEqual([{ question: [2], answers: [3] }]);
  });

  it('a word for asking that asks nothing, or stands in 要求, makes no open question', () => {
    const open = (text: string) => pairsOf(`\n09:00 阿橙 ${text}`).length;
    expect(
      [
        '灯塔的手续费怎么收',
        '灯塔的备付金有没有什么利息',
        '灯塔收单主要是做什么的',
        '灯塔的清算不知道怎么开通',
      ].map(open),
    ).toEqual([1, 1, 1, 1]);
    expect(
      [
        '渡口的分账比如积分收单什么的',
        '灯塔收单什么银行都有',
        '灯塔的清算没什么人用',
        '渡口分账要求灯塔先结算吧',
        '灯塔的清算我还不知道怎么问',
        '什么叫灯塔分账，这本来就是清算',
      ].map(open),
    ).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('lost emoji are no question marks, and a case that its speaker decides himself is no open question', () => {
    const open = (text: string) => pairsOf(`\n09:00 阿橙 ${text}`).length;
    expect([
      open('灯塔的清算和备付金没关系吧??'),
      open('灯塔备付金的利息怎么记账??'),
      open('灯塔的商户有没有签约、备付金有没有存管。没有的话，清算就违规'),
      open('灯塔的商户有没有签约、备付金有没有存管'),
    ]).toEqual([0, 1, 0, 1]);
  });

  it('a short question without a word of the trade is not told as open, unless it asks how', () => {
    const open = (text: string) =>
      pairsOf(`
        09:00 半帆 灯塔的备付金对账和清算系统上线了
        09:01 阿橙 ${text}`).length;
    expect([
      open('请问上线累不累？'),
      open('请问那个怎么上线的？'),
      open('备付金怎么算？'),
      open('请问有没有人看过上线那天的操作手册？'),
    ]).toEqual([0, 1, 1, 1]);
  });

  it('a question that calls somebody who sends a picture or a file is not told as open', () => {
    const sent = (name: string, time: string) =>
      pairsOf(`
        08:00:00 小舵 早
        08:00:10 半帆 早
        09:00:00 阿橙 @小舵 灯塔备付金的清算流程图是哪个？
        ${time} ${name} ![2021-03-04 09:01](images/1.jpg)`).length;
    expect([sent('小舵', '09:01:00'), sent('半帆', '09:01:00'), sent('小舵', '09:30:00')]).toEqual([0, 1, 1]);
  });

  it('a question that somebody replied to is not told as open', () => {
    const found = questionsOf(`
      09:00:00 阿橙 请问灯塔的备付金分账有没有人在做清算对接？
      09:20:00 小舵 @阿橙 有的`);
    expect(found.filter((q) => !q.answers.length)).toEqual([]);
  });
});

describe('findQuestions: what a person put right', () => {
  const day = chat(`
    09:00:00 阿橙 请问灯塔的手续费怎么算？
    09:00:30 半帆 今天海边风大
    09:01:00 小舵 按笔算，一笔两毛`);
  const corrected = (corrections: Partial<ThreadCorrections>) => {
    const found = follow(day);
    const links = correctLinks(
      found.links,
      { links: [], kinds: [], titles: [], domains: [], ...corrections },
      day.messages,
    );
    const questions = findQuestions({
      ...links,
      messages: day.messages,
      mentions: found.people.mentions,
      threads: found.threads,
    });
    return { kinds: links.kinds, answers: questions.flatMap((q) => q.answers) };
  };

  it('a parent put right makes an answer of what stands under the question', () => {
    const { kinds, answers } = corrected({ links: [{ n: 2, parent: 1 }] });
    expect(kinds[1]).toBe('answer');
    expect(answers).toContain(2);
  });

  it('a message that is said to be no answer is none', () => {
    expect(corrected({ links: [{ n: 3, parent: 1 }] }).answers).toContain(3);
    expect(
      corrected({ links: [{ n: 3, parent: 1 }], kinds: [{ n: 3, kind: 'chat' }] }).answers,
    ).not.toContain(3);
  });

  it('an answer put right asks for no question mark of what it answers', () => {
    const { answers } = corrected({ links: [{ n: 3, parent: 2 }], kinds: [{ n: 3, kind: 'answer' }] });
    expect(answers).toContain(3);
  });
});

describe('findQuestions: what answers', () => {
  it('findQuestions takes what its author asks in the middle of an answer for part of the answer', () => {
    expect(
      pairsOf(`
        09:00:00 阿橙 请问灯塔的手续费怎么算？
        09:00:30 半帆 按笔算，一笔两毛
        09:00:50 半帆 你们不是签过合同吗
        09:01:10 半帆 合同第三页写着
        09:02:00 阿橙 明白了，谢谢`),
    ).toEqual([{ question: [1], answers: [2, 3, 4] }]);
  });

  it('analyse takes answers of several', () => {
    const log = logOf(
      '09:00:00 阿橙 有没有做过分账的，分账的手续费谁出？\n09:00:30 半帆 平台出，我们是这样\n09:00:40 小舵 我们是商户出手续费',
    );
    const { qa } = analyse(Buffer.from(log), { path: '灯塔/2021-03-04.md' });
    expect(qa).toMatchObject([{ question: [1], answers: [2, 3] }]);
  });

  it('findQuestions puts a question asked on under the one that it follows up', () => {
    expect(
      questionsOf(`
        09:00:00 阿橙 请问灯塔的分账能做到实时吗？
        09:00:20 半帆 可以的
        09:01:00 阿橙 那手续费怎么算呢？
        09:01:30 半帆 手续费按笔算，一笔两毛`),
    ).toEqual([
      { question: [1], answers: [2], follows: null, kind: 'question' },
      { question: [3], answers: [4], follows: 1, kind: 'question' },
    ]);
  });

  it("another person's question follows up an answer only where it takes the matter up", () => {
    const next = (text: string) =>
      questionsOf(`
        09:00:00 阿橙 请问灯塔的分账能做到实时吗？
        09:00:20 半帆 分账可以做到实时，备付金要够
        09:00:40 小舵 ${text}
        09:01:10 半帆 @小舵 这个要按季度报，一般是月初`).find((q) => q.question[0] === 3)?.follows;
    expect(next('@半帆 备付金要够是指多少？')).toBe(1);
    expect(next('@半帆 那牌照多久报一次？')).toBe(1);
    expect(next('@半帆 请问牌照多久报一次？')).toBeNull();
    expect(next('请问小渡口的分账牌照多久报一次，要到哪里去报？')).toBeNull();
  });
});

describe('findQuestions: who is called by name', () => {
  it('findQuestions gives an answer that calls the asker to his question, hours later and from another thread', () => {
    const [first] = questionsOf(`
        09:00:00 阿橙 备付金的手续费退不回去，怎么记账？
        09:01:00 小舵 今天食堂有鱼
        12:30:00 半帆 中午了，码头的清算批次跑完没有
        12:31:00 半帆 @阿橙 先挂待处理科目，第二天和银行对账再冲`);
    expect(first!.question).toEqual([1]);
    expect(first!.answers).toContain(4);
  });

  it("a late reply by name answers the question before its reminder, in a question's words too, and is none itself", () => {
    const questions = pairsOf(`
        09:00:00 阿橙 请教一下：支付回调用订单号做幂等，第二次回调丢了，你们幂等键怎么设的？
        09:20:00 小舵 码头的清算批次几点出文件？
        09:21:00 半帆 七点出文件
        12:30:00 阿橙 幂等没人理我吗
        15:30:00 半帆 @阿橙 才看到。幂等键别用订单号，用流水号，订单表里记已付多少、还差多少`);
    expect(questions.find((q) => q.question.includes(1))!.answers).toEqual([5]);
    expect(questions.filter((q) => q.question.includes(5))).toEqual([]);
  });

  it('findQuestions gives what calls the asker to his question, not to the one that another asked last', () => {
    const questions = questionsOf(`
        09:00:00 阿橙 灯塔的手续费按笔算还是按月算？
        09:01:00 小舵 请问码头的清算批次几点出文件？
        09:02:00 半帆 @阿橙 按笔算，一笔两毛，月底一起扣`);
    expect(questions[0]).toMatchObject({ question: [1], answers: [3] });
    expect(questions.find((q) => q.question.includes(2))?.answers ?? []).not.toContain(3);
  });

  it('findQuestions does not take what calls somebody else for an answer', () => {
    const day = questionsOf(`
        09:00:00 阿橙 灯塔的手续费现在是多少？
        09:00:10 半帆 我也想知道手续费
        09:00:20 小舵 @半帆 你的渔网落在码头了`);
    expect(day[0]!.answers).not.toContain(3);
  });
});

describe('findQuestions of a day that stands twice', () => {
  const lines = [
    '09:00:00 阿橙 灯塔的手续费怎么算？',
    '09:00:30 半帆 千三，去年谈的',
    '09:01:40 小舵 渡口的结算也是千三',
    '09:02:40 老锚 下午去看看清算的账',
    '09:03:40 小舵 结算的账我也去看',
    '09:04:40 半帆 清算的账我带上',
  ];
  const twice = lines.flatMap((line) => [line, line.replace(/^(\S+ \S+)/, '$1-第二份')]);

  it('findQuestions counts a question and an answer once', () => {
    const [first] = questionsOf(twice.join('\n'));
    expect(first!.question).toEqual([1]);
    expect(first!.answers[0]).toBe(3);
    expect(first!.answers.every((n) => n % 2 === 1)).toBe(true);
  });
});

describe('findQuestions of anything', () => {
  it("a question is one person's, its answers are others', later, each message in one question, and it follows up an earlier one", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { questions } = study(day);
        const asked = questions.flatMap((q) => q.question);
        expect(new Set(asked).size).toBe(asked.length);
        for (const { question, answers, follows } of questions) {
          if (follows !== null) {
            expect(follows).toBeLessThan(question[0]!);
            expect(questions.map((q) => q.question[0])).toContain(follows);
          }
          const askers = new Set(question.map((n) => day.messages[n - 1]!.speaker));
          expect(askers.size).toBe(1);
          for (const n of answers) {
            expect(askers).not.toContain(day.messages[n - 1]!.speaker);
            expect(n).toBeGreaterThan(question[0]!);
            expect(day.messages[n - 1]!.duplicateOf).toBeNull();
          }
          for (const list of [question, answers]) expect(list).toEqual([...list].sort((a, b) => a - b));
          expect(new Set(answers).size).toBe(answers.length);
        }
        const first = questions.map((q) => q.question[0]!);
        expect(first).toEqual([...first].sort((a, b) => a - b));
      }),
      { seed: 401, numRuns: 250 },
    );
  });
});
