import { describe, expect, it } from 'vitest';
import { nearFinder, nearLine } from '../../src/cli/glossary-session.js';
import { findCandidates } from '../../src/glossary/index.js';
import { words } from '../../src/lang/index.js';
import { entry } from '../glossary/entries.js';
import { used, usesOf } from '../glossary/uses.js';

const candidates = findCandidates(
  usesOf(...['灯塔费', '登塔费', '灯塔非'].map((term, i) => used(term, { '2021-03-01': 3 - i }))),
  [],
);
const nearTo = (entries: Parameters<typeof nearFinder>[0]) =>
  nearLine(nearFinder(entries, candidates)(candidates[0]!), words('zh').glossary);

describe('nearFinder(entries, candidates)', () => {
  it('tells entries from candidates, and by which form an entry is like a candidate', () => {
    const entries = [entry({ term: '航标费', aliases: ['灯塔废'] })];
    expect(nearTo(entries)).toBe('灯塔非（候选）、登塔费（候选）、航标费（也写作 灯塔废）');
  });

  it('what was put off is a candidate still, what was rejected or taken in is none', () => {
    const entries = [
      entry({ term: '登塔费', status: 'candidate' }),
      entry({ term: '灯塔非', status: 'rejected' }),
    ];
    expect(nearTo(entries)).toBe('登塔费（候选）');
    expect(nearTo([entry({ term: '港口费', aliases: ['登塔费'] })])).toBe(
      '港口费（也写作 登塔费）、灯塔非（候选）',
    );
  });
});
