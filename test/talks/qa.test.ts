import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuestions } from '../../src/talks/index.js';
import type { MessageKind } from '../../src/threads/index.js';
import { anyDay } from '../threads/arbitrary.js';
import { chat } from '../threads/chat.js';
import { questionsOf, study } from './study.js';

/** Questions of a talk whose links and kinds are given: `[time, name, kind, parent, text?]`. */
function gathered(
  ...turns: [time: string, name: string, kind: MessageKind, parent: number, text?: string][]
) {
  const { messages } = chat(
    turns.map(([time, name, , , text]) => `${time} ${name} ${text ?? '渡口的船怎么排队'}`).join('\n'),
  );
  const numbers = messages.map((m) => m.n);
  return findQuestions({
    messages,
    mentions: messages.map(() => []),
    parents: turns.map((turn) => turn[3]),
    kinds: turns.map((turn) => turn[2]),
    threads: [{ id: 1, title: '船', domain: 'payments', messages: numbers }],
  });
}

describe('findQuestions in a log', () => {
  it('findQuestions joins a question with its answers', () => {
    expect(
      questionsOf(`
        09:00:00 阿橙 灯塔的手续费现在是多少？
        09:00:40 小舵 千三左右，去年谈的
        09:01:00 半帆 @阿橙 我们这边手续费是千三点五`),
    ).toEqual([{ question: [1], answers: [2, 3] }]);
  });

  it('findQuestions leaves a question that nobody answers without answers', () => {
    expect(questionsOf('09:00 阿橙 备付金的利息怎么记账？')).toEqual([{ question: [1], answers: [] }]);
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
  it("findQuestions takes the asker's next messages along", () => {
    expect(
      gathered(
        ['09:00:00', '甲', 'question', 1],
        ['09:00:20', '甲', 'chat', 1],
        ['09:00:40', '甲', 'question', 2],
        ['09:01:00', '乙', 'answer', 3],
      ),
    ).toEqual([{ question: [1, 2, 3], answers: [4] }]);
  });

  it("findQuestions begins a new question with the asker's next one after two minutes", () => {
    expect(gathered(['09:00', '甲', 'question', 1], ['09:03', '甲', 'question', 1])).toEqual([
      { question: [1], answers: [] },
      { question: [2], answers: [] },
    ]);
  });

  it('findQuestions ends a question with what its asker says in another thread', () => {
    expect(
      gathered(
        ['09:00:00', '甲', 'question', 1],
        ['09:00:10', '乙', 'chat', 2],
        ['09:00:20', '甲', 'chat', 2],
        ['09:00:30', '甲', 'chat', 3],
      )[0]!.question,
    ).toEqual([1]);
  });

  it("findQuestions leaves the asker's reactions out of the question", () => {
    expect(
      gathered(
        ['09:00:00', '甲', 'question', 1],
        ['09:00:05', '甲', 'reaction', 1],
        ['09:00:10', '甲', 'chat', 1],
      )[0],
    ).toEqual({ question: [1, 3], answers: [] });
  });

  it.each(['真的？', '啥', '在吗', '？？', '有人吗？', '为什么'])(
    'findQuestions does not take %j for one',
    (text) => {
      expect(gathered(['09:00', '甲', 'question', 1, text])).toEqual([]);
    },
  );
});

describe('findQuestions: what answers', () => {
  it('findQuestions does not let the asker answer himself', () => {
    expect(
      gathered(['09:00', '甲', 'question', 1], ['09:05', '甲', 'answer', 1], ['09:06', '甲', 'chat', 1])[0]!
        .answers,
    ).toEqual([]);
  });

  it("findQuestions takes what goes on from an answer in its author's words for an answer too", () => {
    expect(
      gathered(
        ['09:00', '甲', 'question', 1],
        ['09:01', '乙', 'answer', 1],
        ['09:02', '乙', 'chat', 2],
        ['09:03', '丙', 'chat', 2],
      )[0]!.answers,
    ).toEqual([2, 3]);
  });

  it('findQuestions ends an answer where its author pauses for more than three minutes', () => {
    expect(
      gathered(
        ['09:00:00', '甲', 'question', 1],
        ['09:01:00', '乙', 'answer', 1],
        ['09:04:01', '乙', 'chat', 2],
      )[0]!.answers,
    ).toEqual([2]);
  });

  it('findQuestions takes answers of several', () => {
    expect(
      gathered(['09:00', '甲', 'question', 1], ['09:01', '乙', 'answer', 1], ['09:02', '丙', 'answer', 1])[0]!
        .answers,
    ).toEqual([2, 3]);
  });

  it('findQuestions takes a chat for an answer only where it says something', () => {
    const answers = (text: string) =>
      gathered(['09:00', '甲', 'question', 1], ['09:01', '乙', 'chat', 1, text])[0]!.answers;
    expect([answers('嗯船呢'), answers('先到的先走，后到的等')]).toEqual([[], [2]]);
  });

  it('findQuestions takes a passage of a talk for an answer', () => {
    expect(gathered(['09:00', '甲', 'question', 1], ['09:01', '乙', 'talk', 1])[0]!.answers).toEqual([2]);
  });

  it.each<MessageKind>(['reaction', 'signin', 'notice', 'question'])(
    'findQuestions does not take a %s for an answer',
    (kind) => {
      expect(gathered(['09:00', '甲', 'question', 1], ['09:01', '乙', kind, 1])[0]!.answers).toEqual([]);
    },
  );

  it('findQuestions does not give the answer to a question back to the first question', () => {
    expect(
      gathered(['09:00', '甲', 'question', 1], ['09:01', '乙', 'question', 1], ['09:02', '甲', 'answer', 2]),
    ).toEqual([
      { question: [1], answers: [] },
      { question: [2], answers: [3] },
    ]);
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
  it("a question is one person's, its answers are others', later, each message in one question", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { questions } = study(day);
        const asked = questions.flatMap((q) => q.question);
        expect(new Set(asked).size).toBe(asked.length);
        for (const { question, answers } of questions) {
          const askers = new Set(question.map((n) => day.messages[n - 1]!.speaker));
          expect(askers.size).toBe(1);
          for (const n of answers) {
            expect(askers).not.toContain(day.messages[n - 1]!.speaker);
            expect(n).toBeGreaterThan(question[0]!);
            expect(day.messages[n - 1]!.duplicateOf).toBeNull();
            expect(asked).not.toContain(n);
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
