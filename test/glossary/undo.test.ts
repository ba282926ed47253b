import { describe, expect, it } from 'vitest';
import {
  CannotUndo,
  changesFor,
  lastDecision,
  nextMark,
  type Ruling,
  withDecisions,
  withoutDecision,
} from '../../src/glossary/index.js';
import { type Entry, readDictionary } from '../../src/text/index.js';

const own = `# 海上的词
- {term: 灯塔, class: org, aliases: [灯楼]}
- term: 浮标
  class: tech # 浮着的
  related: [雾号]
- {term: 雾号, class: tech, aliases: [雾笛], english: foghorn}
`;
const read = (text: string): Entry[] => readDictionary({ path: 'sea.yaml', text }).entries;
const ruling = (did: Ruling['did'], term: string, into?: string): Ruling => ({
  ...{ did, term, by: '阿橙', on: '2021-03-04' },
  ...(into && { into }),
});
const decide = (text: string, ...rulings: Ruling[]) =>
  rulings.reduce((t, r) => {
    const changes = changesFor(r, read(t), undefined);
    return withDecisions(t, changes, nextMark(read(t), changes));
  }, text);
const undo = (text: string, term?: string) =>
  withoutDecision({ path: 'sea.yaml', text }, lastDecision(read(text), term));
const hindrance = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof CannotUndo) return { ...error };
    throw error;
  }
  return null;
};

describe('a decision that is taken back', () => {
  it.each([
    ['an acceptance', ruling('accept', '锚')],
    ['a rejection', ruling('reject', '锚')],
    ['a rejection of an entry that stood', ruling('reject', '浮标')],
    ['what was put off', ruling('later', '锚')],
    ['a merger', ruling('merge', '锚', '灯塔')],
    ['a merger of an entry with all that led to it', ruling('merge', '雾号', '灯塔')],
  ])('%s leaves every entry as it was, comments too', (_, r) => {
    const decided = decide(own, r);
    expect(read(decided)).not.toEqual(read(own));
    expect(read(undo(decided))).toEqual(read(own));
    for (const comment of ['# 海上的词', '# 浮着的']) expect(undo(decided)).toContain(comment);
  });

  it('is the last of all, or the last about a word, under the name that was merged too', () => {
    const decided = decide(
      own,
      ruling('accept', '锚'),
      ruling('merge', '航灯', '灯塔'),
      ruling('reject', '缆'),
    );
    expect(lastDecision(read(decided))).toMatchObject({ nth: 3, did: 'reject', term: '缆' });
    expect(lastDecision(read(decided), '航灯')).toMatchObject({ nth: 2, did: 'merge', term: '航灯' });
    expect(read(undo(undo(undo(decided, '锚'))))).toEqual(read(own));
  });

  it('is one of two that have a number, a day and a hand in common, as branches that are joined give them', () => {
    const [one, other] = [decide(own, ruling('accept', '锚')), decide(own, ruling('reject', '浮标'))];
    const joined = `${other}${one.slice(one.indexOf('- term: 锚'))}`;
    expect(read(undo(joined, '锚'))).toEqual(read(other));
    expect(read(undo(joined, '浮标'))).toEqual(read(one));
  });

  it('a file that held nothing else is empty', () => {
    expect(undo(decide('', ruling('accept', '锚')))).toBe('');
    expect(undo(decide('# 自己的词\n', ruling('accept', '锚')))).toContain('# 自己的词');
  });

  it('stays where somebody changed the entry since, and its lines are told', () => {
    const edited = decide(own, ruling('accept', '锚')).replace('class: concept', 'class: tech');
    expect(hindrance(() => undo(edited))).toMatchObject({
      hindrance: 'edited-since',
      term: '锚',
      place: { path: 'sea.yaml', from: 6 + 1, to: 6 + 5 },
    });
    const noted = decide(own, ruling('accept', '锚')).replace('class: concept', 'class: concept # 铁的');
    expect(hindrance(() => undo(noted))).toMatchObject({ hindrance: 'edited-since' });
  });

  it('stays where the entry was decided about since', () => {
    const decided = decide(own, ruling('merge', '航灯', '灯塔'), ruling('merge', '航标灯', '灯塔'));
    expect(hindrance(() => undo(decided, '航灯'))).toMatchObject({
      hindrance: 'decided-since',
      term: '灯塔',
    });
  });

  it('stays where an import or a hand changed the history since, which does not say what was before', () => {
    const imported = withDecisions(decide(own, ruling('accept', '锚')), [
      {
        entry: { term: '锚', aliases: [], class: 'concept', status: 'draft' },
        change: { english: 'anchor' },
        decision: { on: '2021-03-05', by: '半帆', did: 'import', why: 'sea.csv' },
      },
    ]);
    expect(hindrance(() => undo(imported, '锚'))).toMatchObject({ hindrance: 'untold', term: '锚' });
  });

  it('of a glossary stays where the last may have been an import; the last about a word does not', () => {
    const imported = (on: string) =>
      withDecisions(decide(own, ruling('accept', '锚')), [
        {
          entry: { term: '浮标', aliases: [], class: 'tech', status: 'draft' },
          change: { english: 'buoy' },
          decision: { on, by: '半帆', did: 'import', why: 'sea.csv' },
        },
      ]);
    for (const on of ['2021-03-04', '2021-03-05']) {
      expect(hindrance(() => undo(imported(on)))).toMatchObject({ hindrance: 'imported-since', term: '锚' });
      expect(undo(imported(on), '锚')).not.toContain('锚');
      const after = decide(imported(on), { ...ruling('reject', '浮标'), on: '2021-03-05' });
      expect(undo(after)).toBe(imported(on));
    }
    expect(undo(imported('2021-03-03'))).not.toContain('锚');
  });

  it('that there is none is another thing than a history that does not say what was before', () => {
    expect(hindrance(() => undo(own, '锚'))).toMatchObject({ hindrance: 'none', term: '锚' });
    const untold = '- {term: 锚, class: tech, history: [{on: 2021-03-04, by: 阿橙, did: accept}]}\n';
    expect(hindrance(() => undo(untold))).toMatchObject({ hindrance: 'untold' });
  });
});
