import type { Step } from '../topics/index.js';

const words = {
  zh: { day: '空白的日子没有记录。', week: '空白的周没有记录。', month: '空白的月份没有记录。' },
  en: {
    day: ' A day left blank has no log.',
    week: ' A week left blank has no log.',
    month: ' A month left blank has no log.',
  },
};

/** What the caption of a chart over time says of periods without a log (空白); nothing where all have one. */
export const gapNote = (
  periods: readonly { logged: boolean }[],
  step: Step,
  lang: keyof typeof words,
): string => (periods.every((p) => p.logged) ? '' : words[lang][step]);

/** A period as the name of a narrow column: without its century, or without its year. */
export const shortPeriod = (name: string, step: Step): string => name.slice(step === 'month' ? 2 : 5);
