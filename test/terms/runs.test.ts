import { describe, expect, it } from 'vitest';
import { EvidenceList, evidenceId } from '../../src/terms/evidence.js';
import { partsOf } from '../../src/terms/parts.js';
import { candidateOf, collectRuns, nestingOf } from '../../src/terms/runs.js';
import { PhraseStatistics } from '../../src/terms/statistics.js';
import { WordBook } from '../../src/terms/word-book.js';
import { Lexicon, loadSegmenter, type Token, tokenize } from '../../src/text/index.js';
import { chat } from '../threads/chat.js';
import { words } from './chat.js';

const segmenter = loadSegmenter('@node-rs/jieba');
const book = new WordBook(segmenter, words, PhraseStatistics.read(''));
const nothing = new Lexicon([]);

function runsOf(...texts: string[]) {
  return runsBeside([], ...texts);
}

/** The runs of messages in which forms are known terms. */
function runsBeside(forms: string[], ...texts: string[]) {
  const { messages } = chat(texts.map((text, i) => `09:0${i} 阿橙 ${text}`).join('\n'));
  const tokens = messages.map((m) => tokenize(m.text, [], nothing, segmenter));
  const known = messages.map(({ text }): Token[] =>
    forms.flatMap((form) => {
      const start = text.indexOf(form);
      return start < 0 ? [] : [{ start, end: start + form.length, type: 'term', entry: 0 }];
    }),
  );
  const runs = collectRuns(messages, partsOf(messages, tokens, book, known), () => false);
  const candidates = Array.from({ length: runs.size }, (_, run) => candidateOf(runs, run, messages));
  return { runs, candidates, forms: candidates.map((c) => c.folded) };
}

describe('WordBook', () => {
  it('counts the listed runs that begin and end with a word, in logarithms', () => {
    const one = new WordBook(
      segmenter,
      { ...words, trade: new Set(['船票退款', '船票改签']), compounds: new Set(['车票退款', '船票退款单']) },
      PhraseStatistics.read(''),
    );
    expect(one.wordAt('船票', 0, 2, 'word')).toMatchObject({ asModifier: 2, asHead: 0 });
    expect(one.wordAt('退款', 0, 2, 'word')).toMatchObject({ asModifier: 0, asHead: Math.log2(3) });
    expect(one.wordAt('船票退款', 0, 4, 'word'), 'is no beginning of itself').toMatchObject({
      asModifier: 1,
    });
  });
});

describe('collectRuns', () => {
  it('collectRuns gives every run of neighbouring words of two characters or more', () => {
    expect(runsOf('商户终端，收单').forms).toEqual(['商户', '商户终端', '终端', '收单']);
  });

  it('collectRuns counts forms that differ in case or script as one, in the order of the first', () => {
    const { candidates } = runsOf('POS终端', 'pos終端');
    expect(candidates.map(({ surface, places }) => [surface, places.length])).toEqual([
      ['POS', 2],
      ['POS终端', 2],
      ['终端', 2],
    ]);
    expect(candidates[1]!.places).toEqual([
      { message: 0, start: 0, end: 5 },
      { message: 1, start: 0, end: 5 },
    ]);
  });

  it('collectRuns leaves out runs with a stop word that nobody said elsewhere', () => {
    expect(runsOf('我用终端').forms).not.toContain('用终端');
  });

  it('collectRuns takes a stop word inside a known term for a part of it', () => {
    expect(runsOf('用船记录').forms).not.toContain('用船记录');
    expect(runsBeside(['用船'], '用船记录').forms).toContain('用船记录');
  });

  it('collectRuns takes a particle inside a known term for a part of it', () => {
    expect(runsOf('饿了么门店').forms).not.toContain('饿了么门店');
    expect(runsBeside(['饿了么'], '饿了么门店').forms).toContain('饿了么门店');
  });

  it('collectRuns takes a stop word inside a listed run for a part of it', () => {
    expect(runsOf('港口用船单').forms).toContain('港口用船单');
    expect(runsOf('查港口用船单页面').forms).toContain('港口用船单页面');
  });

  it('collectRuns takes a stop word that ends or begins a noun for a part of it', () => {
    expect(runsOf('查凭证号').forms).toContain('凭证号');
    expect(runsOf('小终端').forms).toContain('小终端');
    expect(runsOf('在号').forms).toEqual([]);
    expect(runsOf('凭证，号').forms).toEqual(['凭证']);
  });

  it('collectRuns takes a number for a part of a listed run, and of nothing else', () => {
    expect(runsOf('查帆船9类证').forms).toContain('帆船9类证');
    expect(runsOf('终端9类').forms).not.toContain('终端9类');
  });

  it('collectRuns takes 第 for no part of what stands before it', () => {
    expect(runsOf('终端第9批').forms).not.toContain('终端第');
  });

  it('collectRuns leaves out what holds a stop word beside a known term', () => {
    expect(runsBeside(['用船'], '在用船记录').forms).not.toContain('在用船记录');
  });

  it('collectRuns tells apart as many forms as a day has', () => {
    const names = Array.from({ length: 1500 }, (_, k) => `light${k}`);
    const [some, others] = [names.slice(0, 750), names.slice(750)];
    expect(runsOf(some.join('，'), others.join('，')).forms).toEqual(names);
  });
});

describe('nestingOf', () => {
  it('nestingOf counts the places inside a longer run that occurs again', () => {
    const { runs, forms } = runsOf('商户终端', '商户终端', '终端');
    const nested = nestingOf(runs);
    expect(forms.map((form, run) => [form, nested[run]])).toEqual([
      ['商户', 2],
      ['商户终端', 0],
      ['终端', 2],
    ]);
  });

  it('nestingOf counts no place inside a run that occurs once', () => {
    expect([...nestingOf(runsOf('商户终端', '终端').runs)]).toEqual([0, 0, 0]);
  });
});

describe('EvidenceList', () => {
  it('EvidenceList holds as much as it is given', () => {
    const list = new EvidenceList();
    for (let k = 0; k < 1000; k++) list.add(evidenceId(`run of the tests:${k}`));
    expect(list.names()).toHaveLength(1000);
    expect(list.names().at(-1)).toBe('run of the tests:999');
  });
});
