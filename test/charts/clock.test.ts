import { describe, expect, it } from 'vitest';
import { clock, hoursAround, timeChannel } from '../../src/charts/clock.js';

describe('clock(second)', () => {
  it('says hours and minutes', () => {
    expect(clock(9 * 3600 + 5 * 60 + 59)).toBe('09:05');
  });

  it('starts again after midnight', () => {
    expect(clock(24 * 3600 + 60)).toBe('00:01');
  });
});

describe('hoursAround(seconds)', () => {
  it('gives the whole hours that hold all', () => {
    expect(hoursAround([9.5 * 3600, 11.2 * 3600])).toEqual([9 * 3600, 12 * 3600]);
  });

  it('gives an hour even where all was said in one second', () => {
    expect(hoursAround([7200, 7200])).toEqual([7200, 10800]);
  });
});

describe('timeChannel(hours, width, orient)', () => {
  const times = (hours: [number, number], width: number) =>
    timeChannel(hours, width, 'top').axis.values.map(clock);

  it('marks as many hours as there is room for', () => {
    expect(times([0, 86400], 336)).toEqual(['00:00', '06:00', '12:00', '18:00', '00:00']);
    expect(times([0, 86400], 696)).toHaveLength(9);
  });

  it('marks hours that divide the day, wherever the talk begins', () => {
    expect(times([7 * 3600, 22 * 3600], 336)).toEqual(['09:00', '12:00', '15:00', '18:00', '21:00']);
  });
});
