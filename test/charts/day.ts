import type { DayAnalysis } from '../../src/analysis/index.js';
import type { ChartOptions } from '../../src/charts/index.js';

type Thread = DayAnalysis['threads'][number];

/** A thread as a test says it: when its messages were sent, `HH:MM` each. */
export interface Said {
  title?: string;
  domain?: Thread['domain'];
  at: string[];
}

/** A term as a test says it: `[term, messages]`, or with `false` where the glossary lacks it. */
export type SaidTerm = [term: string, messages: number[], known?: boolean];

export const phone: ChartOptions = { lang: 'zh', theme: 'light', width: 360 };

const seconds = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60;
};

/** A day whose messages are numbered through its threads, one after the other. */
export function dayOf(said: Said[], terms: SaidTerm[] = []): DayAnalysis {
  const messages: DayAnalysis['messages'] = [];
  const threads = said.map(({ title = '退款怎么对账', domain = 'payments', at }): Thread => {
    const numbers = at.map((time) => {
      const n = messages.length + 1;
      messages.push({
        n,
        line: n,
        time: `${time}:00`,
        second: seconds(time),
        speaker: '甲',
        kind: 'chat',
        text: '',
        duplicateOf: null,
        attachments: [],
        mentions: [],
      });
      return n;
    });
    return { id: numbers[0] ?? 1, title, domain, messages: numbers };
  });
  return {
    version: 1,
    group: '支付夜校',
    date: '2024-05-16',
    format: 'jekyll',
    language: 'zh',
    segmenter: '@node-rs/jieba',
    header: { author: null, lines: null },
    messages,
    links: [],
    threads,
    terms: terms.map(([term, numbers, known = true]) => ({
      term,
      surface: [term],
      class: 'concept',
      known,
      messages: numbers,
    })),
    definitions: [],
    qa: [],
    unanswered: [],
    talks: [],
    documents: [],
    schedule: null,
    announced: [],
    notes: [],
  };
}

/** The day with message `n` marked as the second copy of another. */
export function withCopy(day: DayAnalysis, n: number, duplicateOf: number): DayAnalysis {
  return { ...day, messages: day.messages.map((m) => (m.n === n ? { ...m, duplicateOf } : m)) };
}

/** What a reader of the picture reads, text by text. */
export function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map((match) => match[1]!.replace(/<[^>]*>/g, ''));
}
