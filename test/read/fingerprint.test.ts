import { describe, expect, it } from 'vitest';
import { Fingerprints, fingerprint } from '../../src/read/index.js';
import { chat } from '../threads/chat.js';

const { messages } = chat('09:00 阿橙 早\n09:00 半帆 早\n09:00 阿橙 早');

describe('fingerprint', () => {
  it('fingerprint is short, and another for another time, speaker or text', () => {
    const [one] = messages;
    expect(fingerprint(one!)).toMatch(/^[0-9a-f]{12}$/);
    for (const other of [{ time: '09:00:01' }, { speaker: '小舟' }, { text: '晚' }])
      expect(fingerprint({ ...one!, ...other })).not.toBe(fingerprint(one!));
    expect(fingerprint({ ...one!, n: 7, line: 9 } as typeof one & object)).toBe(fingerprint(one!));
  });

  it('Fingerprints finds a message whatever its number, of several alike the nearest', () => {
    const prints = new Fingerprints(messages);
    expect(prints.find({ message: fingerprint(messages[1]!), n: 99 })).toBe(2);
    expect(prints.find({ message: fingerprint(messages[0]!), n: 99 })).toBe(3);
    expect(prints.find({ message: fingerprint(messages[0]!), n: 1 })).toBe(1);
    expect(prints.find({ message: '0123456789ab', n: 1 })).toBeNull();
  });
});
