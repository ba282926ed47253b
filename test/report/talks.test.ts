import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { talkKind } from '../../src/report/talks.js';

describe('what a talk is called', () => {
  it('a talk of the morning is none of the evening, and a discussion no talk', () => {
    const zh = words('zh');
    expect(talkKind({ kind: 'talk', from: '10:38' }, zh)).toBe('分享');
    expect(talkKind({ kind: 'talk', from: '20:00' }, zh)).toBe('晚间分享');
    expect(talkKind({ kind: 'discussion', from: '20:00' }, zh)).toBe('讨论记录');
  });
});
