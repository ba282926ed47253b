import { afterEach, describe, expect, it } from 'vitest';
import { today } from '../../src/cli/today.js';

const zone = process.env.TZ;

describe('today', () => {
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['Asia/Shanghai', '2024-05-16'],
    ['UTC', '2024-05-15'],
    ['America/New_York', '2024-05-15'],
  ])('today in %s is the day that the clock there shows: %s', (there, day) => {
    process.env.TZ = there;
    expect(today(new Date('2024-05-15T23:30:00Z'))).toBe(day);
  });
});
