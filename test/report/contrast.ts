/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** The words of a page that have less than 4.5:1 on what lies behind them (WCAG 2.2, 1.4.3), or that are faded out. */
export const poorContrast = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const channels = (color: string) => color.match(/[\d.]+/g)!.map(Number);
    const luminance = (color: string) => {
      const [r, g, b] = channels(color).map((c) =>
        c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const paperOf = (element: Element): string => {
      const { backgroundColor } = getComputedStyle(element);
      return channels(backgroundColor)[3] === 0 ? paperOf(element.parentElement!) : backgroundColor;
    };
    const isFaded = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).opacity !== '1' || isFaded(element.parentElement));
    return [...document.querySelectorAll('main *, nav *')]
      .filter(
        (e) =>
          !e.closest('svg, option') &&
          [...e.childNodes].some((c) => c.nodeType === 3 && c.textContent!.trim()),
      )
      .filter((e) => {
        const [a, b] = [luminance(getComputedStyle(e).color), luminance(paperOf(e))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5 || isFaded(e);
      })
      .map((e) => `${e.className}: ${e.textContent}`);
  });
