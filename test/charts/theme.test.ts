import { describe, expect, it } from 'vitest';
import { paletteOf } from '../../src/charts/index.js';

/** Relative luminance and contrast as WCAG 2.2 has them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each(['light', 'dark'] as const)('paletteOf(%o)', (theme) => {
  const { background, ink, muted, domains, known, discovered, ramp } = paletteOf(theme);

  it.each(Object.entries({ ...domains, known, discovered }))('shows %s on the background', (_, color) => {
    expect(contrast(color, background)).toBeGreaterThanOrEqual(3);
  });

  it('has ink that can be read on the background and on every step of the ramp', () => {
    for (const [text, ground] of [
      [ink, background],
      [muted, background],
      ...ramp.map((s) => [s.ink, s.fill]),
    ])
      expect(contrast(text!, ground!)).toBeGreaterThanOrEqual(4.5);
  });

  it('steps away from the background, the more the further', () => {
    const steps = ramp.map(({ fill }) => contrast(fill, background));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBe(ramp.length);
  });
});
