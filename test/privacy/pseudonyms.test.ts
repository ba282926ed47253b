import { describe, expect, it } from 'vitest';
import { emptyKey, enrol } from '../../src/privacy/index.js';

const seen = (name: string, is: string | null = null, sure = false) => ({ name, is, ...(sure && { sure }) });
const key = enrol(emptyKey, [seen('海葵'), seen('半帆'), seen('灯芯草')]);

describe('enrol(key, seen)', () => {
  it('a person who turns out to have two numbers keeps the earlier one', () => {
    const { people } = enrol(key, [seen('灯芯草', '海葵', true)]);
    expect(people.map(({ number, names }) => [number, names])).toEqual([
      [1, ['海葵', '灯芯草']],
      [2, ['半帆']],
    ]);
  });

  it('the number that was given up is nobody else’s, however long', () => {
    const joined = enrol(key, [seen('灯芯草', '海葵', true)]);
    const again = enrol(JSON.parse(JSON.stringify(joined)), [seen('小舵')]);
    expect(again.people.find(({ names }) => names.includes('小舵'))?.number).toBe(4);
  });

  it('a guess of one day joins nobody who has a number', () => {
    expect(enrol(key, [seen('灯芯草', '海葵')])).toBe(key);
  });

  it('two names known to be one person’s share a number, whichever comes first', () => {
    expect(enrol(emptyKey, [seen('灯芯草', '海葵', true), seen('海葵')]).people).toHaveLength(1);
  });
});
