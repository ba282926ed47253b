import type { DayAnalysis } from '../../src/analysis/index.js';
import { type DayQuestions, questionsOf } from '../../src/corpus/index.js';
import { type Line, sampleAnalysis } from '../report/sample-report.js';

/** Words that no question is about, in these tests. */
export const stopwords: ReadonlySet<string> = new Set(['请问', '怎么', '一下']);

const glossary = ['分账', '潮汐网关', '备付金', '海岛钱包'];

/** A day of the lighthouse group: its terms are those of the glossary that stand in its lines. */
export function dayOf(date: string, lines: readonly Line[], rest: Partial<DayAnalysis> = {}): DayAnalysis {
  const found = (term: string) => lines.flatMap((line, i) => (line.text.includes(term) ? [i + 1] : []));
  const terms = glossary
    .map((term) => ({ term, surface: [term], class: 'concept' as const, known: true, messages: found(term) }))
    .filter((t) => t.messages.length);
  return sampleAnalysis(lines, { date, terms, ...rest });
}

/** Its questions. */
export const questionsOn = (
  date: string,
  lines: readonly Line[],
  rest: Partial<DayAnalysis> = {},
): DayQuestions => questionsOf(dayOf(date, lines, rest), stopwords);

/** A line that calls somebody: `@name ` and the text. */
export const calling = (speaker: string, name: string, text: string, called: string | null = null): Line => ({
  speaker,
  text: `@${name} ${text}`,
  mentions: [{ start: 0, end: name.length + 1, name, speaker: called }],
});

/** A question by its messages, on its own. */
export const asked = (...question: number[]) => ({ question, follows: null, kind: 'question' as const });

export const asks = (speaker: string, text: string): Line => ({ speaker, text, kind: 'question' });

/** The question that the tests carry from day to day. */
export const tide = '请问潮汐网关的备付金夜里的批次怎么对账？';
export const openTide = (date = '2024-03-01'): DayQuestions =>
  questionsOn(date, [asks('阿舟', tide)], { unanswered: [asked(1)] });

/** The same question with its answer. */
export const answeredTide = (date = '2024-03-01'): DayQuestions =>
  questionsOn(
    date,
    [asks('阿舟', tide), { speaker: '小满', text: '备付金夜里两点出文件，按潮汐网关的批次号对账就行' }],
    { qa: [{ ...asked(1), answers: [2] }] },
  );

/** Days with questions about other things, so that words have a frequency. */
export const otherDays = (first: number, count: number): DayQuestions[] =>
  Array.from({ length: count }, (_, i) =>
    questionsOn(
      `2024-02-${String(first + i).padStart(2, '0')}`,
      [
        asks('老贾', `海岛钱包的第${i}种灯油颜色应该挑哪一种呢？`),
        { speaker: '白鹭', text: `第${i}种灯油颜色我挑的是深蓝，海岛钱包里都有` },
      ],
      { qa: [{ ...asked(1), answers: [2] }] },
    ),
  );
