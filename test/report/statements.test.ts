import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { innerNames } from '../../src/privacy/index.js';
import { glossOf, sayWords } from '../../src/report/statements.js';
import { noticeTodo } from '../../src/report/todo.js';

describe('glossOf', () => {
  const document = {
    number: '海岛银行公告〔2020〕第7号',
    title: '灯油收付办法',
    issuer: '海岛银行',
    date: '2020-03-01',
    unsure: false,
  };
  const gloss = (text: string) => glossOf(document, text, words('zh'));

  it('glossOf(document, text) tells number, title and date of a document that is cited in short', () => {
    expect(gloss('看7号文')).toBe('海岛银行公告〔2020〕第7号：灯油收付办法，2020-03-01 发布');
  });

  it('glossOf(document, text) repeats neither a number nor a title that the text has', () => {
    expect(gloss('看海岛银行公告[2020]7号')).toBe('灯油收付办法，2020-03-01 发布');
    expect(gloss('海岛银行公告〔2020〕第7号（灯油收付办法）')).toBe('2020-03-01 发布');
  });
});

describe('sayWords', () => {
  it('a text stands in one line, without emoji codes and without the line below what is quoted', () => {
    const reply = '「半帆-灯塔：灯油几点到」\n- - - - - - - - - - - - - - -\n下午\n三点[微笑]';
    expect(sayWords(reply)).toBe('「半帆-灯塔：灯油几点到」 下午 三点');
    expect(sayWords('「灯油」- 归港口管')).toBe('「灯油」- 归港口管');
  });

  it('of a message that is quoted the beginning is told, of what is said to it all', () => {
    const said = '灯油由港口统一采购，按月和各灯塔结算，差额在下个月的第一周补上';
    expect(sayWords(`「半帆-灯塔：${said}」谁来核对差额？`)).toBe(
      '「半帆-灯塔：灯油由港口统一采购，按月和各灯塔结算…」谁来核对差额？',
    );
    expect(sayWords('按合同里「结算周期」那一条，灯油由港口统一采购，按月和各灯塔结算')).toContain(
      '「结算周期」',
    );
  });
});

describe('noticeTodo', () => {
  const todo = (text: string, answered = false) =>
    noticeTodo(
      { group: '灯塔', date: '2024-03-01', said: { n: 1, text, mentions: [] }, answered },
      innerNames,
      'zh',
    ).text;

  it('noticeTodo says that nobody replied to a question', () => {
    expect(todo('请问哪位愿意报名守夜？')).toContain('（群内无人应）');
    expect(todo('请问哪位愿意报名守夜？', true)).not.toContain('无人应');
  });

  it('noticeTodo says nothing of the kind of what only tells something', () => {
    expect(todo('守夜的请填写排班表，今天收齐。')).not.toContain('无人应');
  });

  it.each(['@所有人， 请填写排班表', '@所有人，请填写排班表', '@阿橙 @小舵\u2005：请填写排班表'])(
    'a call is told without whom it calls and the punctuation behind: %s',
    (text) => {
      expect(todo(text)).toBe(words('zh').todoCall('请填写排班表'));
    },
  );

  it('a call that begins with nobody is told whole', () => {
    expect(todo('请填写排班表')).toBe(words('zh').todoCall('请填写排班表'));
  });
});
