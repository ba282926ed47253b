import { describe, expect, it } from 'vitest';
import type { Utterance } from '../../src/threads/index.js';
import { kindsOf as kindsInPlace } from '../../src/threads/kinds.js';
import { kindsOf } from './chat.js';

const said = (...given: [speaker: string, form: Utterance['form'], length?: number][]): Utterance[] =>
  given.map(([speaker, form, length = 10], i) => ({
    n: i + 1,
    second: i,
    speaker,
    to: [],
    toUnknown: false,
    length,
    form,
    words: [],
    quotes: null,
  }));

describe('kindsOf', () => {
  it("kindsOf takes what replies to another's question for an answer", () => {
    expect(kindsInPlace(said(['甲', 'question'], ['乙', 'chat']), [0, 0], [])).toEqual([
      'question',
      'answer',
    ]);
  });

  it('kindsOf leaves a shared thing that replies to a question what it is', () => {
    expect(kindsInPlace(said(['甲', 'question'], ['乙', 'share']), [0, 0], [])).toEqual([
      'question',
      'share',
    ]);
  });

  it('kindsOf does not let the asker answer himself', () => {
    expect(kindsInPlace(said(['甲', 'question'], ['甲', 'chat']), [0, 0], [])).toEqual(['question', 'chat']);
  });

  it("kindsOf takes what goes on from one's own answer for an answer", () => {
    const utterances = said(['甲', 'question'], ['乙', 'chat'], ['乙', 'chat'], ['丙', 'chat']);
    expect(kindsInPlace(utterances, [0, 0, 1, 1], [])).toEqual(['question', 'answer', 'answer', 'chat']);
  });

  it('kindsOf leaves a reaction to a question a reaction', () => {
    expect(kindsInPlace(said(['甲', 'question'], ['乙', 'reaction']), [0, 0], [])).toEqual([
      'question',
      'reaction',
    ]);
  });

  it('kindsOf leaves a question back a question', () => {
    expect(kindsInPlace(said(['甲', 'question'], ['乙', 'question']), [0, 0], [])).toEqual([
      'question',
      'question',
    ]);
  });

  it("kindsOf takes a guest's long reply for an answer though it repeats the question", () => {
    const utterances = said(
      ['客', 'chat'],
      ['甲', 'question'],
      ['客', 'question', 40],
      ['乙', 'question', 40],
    );
    const kinds = kindsInPlace(utterances, [0, 1, 1, 1], [{ speaker: '客', passages: [0] }]);
    expect(kinds).toEqual(['talk', 'question', 'answer', 'question']);
  });

  it('kindsOf takes the passages of a talk for talk, whatever their form', () => {
    const utterances = said(['客', 'question'], ['客', 'share'], ['客', 'chat']);
    expect(kindsInPlace(utterances, [0, 0, 1], [{ speaker: '客', passages: [0, 1] }])).toEqual([
      'talk',
      'talk',
      'chat',
    ]);
  });

  it('a question with its answers in a log', () => {
    expect(
      kindsOf(`
        09:00:00 阿橙 灯塔的手续费现在是多少？
        09:00:40 小舵 千三左右，去年谈的
        09:00:50 小舵 今年还没有谈
        09:01:10 阿橙 谢谢`),
    ).toEqual(['question', 'answer', 'answer', 'reaction']);
  });

  it('a reply is what it says, not what it quotes', () => {
    const quoted = '「 半帆-灯塔: 请问灯油怎么记账？ 」 - - - - - - - - - -';
    const called = '「 群主: @所有人 明天码头停电 」 - - - - - - - - - -';
    expect(
      kindsOf(`
        09:00:00 阿橙 ${quoted} 单独开一个科目
        10:30:00 小舵 ${quoted} @半帆 你们是哪个渡口？
        12:30:00 老锚 ${called} 那早点对账`),
    ).toEqual(['chat', 'question', 'chat']);
  });
});
