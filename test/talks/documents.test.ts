import { describe, expect, it } from 'vitest';
import { citationsIn, documentSchema, findCitations } from '../../src/talks/index.js';
import { chat } from '../threads/chat.js';

const table = [
  {
    number: '渡发〔2021〕12号',
    forms: ['12号文'],
    title: '灯油管理办法',
    issuer: '渡口',
    date: '2021-03-04',
  },
  { number: '银发〔2021〕34号', title: '船票清算规则', issuer: '码头', date: '2021', unsure: true },
].map((entry) => documentSchema.parse(entry));

const numbersIn = (text: string) => citationsIn(text, table).map((c) => c.document?.number ?? null);

describe('citationsIn', () => {
  it.each(['看12号文第三条', '12号文件里有', '〔2021〕12号'])(
    'citationsIn resolves the short form in %j',
    (text) => {
      expect(numbersIn(text)).toEqual(['渡发〔2021〕12号']);
    },
  );

  it.each(['银发〔2021〕34号', '按银发[2021]34号文', '银发（2021）第34号', '银发【2021】34 号'])(
    'citationsIn resolves %j however its brackets are written',
    (text) => {
      expect(numbersIn(text)).toEqual(['银发〔2021〕34号']);
    },
  );

  it('citationsIn leaves a number that the table does not have unresolved', () => {
    expect(numbersIn('99号文和银发〔2020〕34号')).toEqual([null, null]);
    expect(numbersIn('汇发〔2021〕34号')).toEqual([null]);
  });

  it('citationsIn takes a day of the month or a house number for no document', () => {
    expect(citationsIn('12号发船，住在34号院', table)).toEqual([]);
  });

  it('citationsIn says how it was cited, without the words before', () => {
    expect(citationsIn('我们都按银发〔2021〕34号文办', table)[0]).toEqual({
      text: '银发〔2021〕34号文',
      document: {
        number: '银发〔2021〕34号',
        title: '船票清算规则',
        issuer: '码头',
        date: '2021',
        unsure: true,
      },
    });
  });
});

describe('findCitations', () => {
  it('findCitations tells each document once a message', () => {
    const { messages } = chat(`
      09:00 阿橙 12号文出来了，12号文要看
      09:01 半帆 什么12号文`);
    expect(findCitations(messages, table).map((c) => c.n)).toEqual([1, 2]);
  });
});
