import { words } from '../lang/index.js';
import { escapeMarkdown as md, webAddress } from './escape.js';
import type { AskedQuestion, Report, Statement } from './model.js';
import { rangesOf } from './references.js';
import { shorten } from './shorten.js';
import { glossOf } from './statements.js';

export const longestStatement = 160;
const mostAnswers = 4;

/** A chart that lies beside the report. */
export interface ChartFile {
  title: string;
  path: string;
}

/** Where a Markdown report points to. */
export interface MarkdownLinks {
  /** The HTML page of the day, relative; message anchors are `#m<n>`. */
  page: string;
  charts: ChartFile[];
}

/** Lines that the parts of a Markdown report share: citations, statements, questions with their answers. */
export class MarkdownLines {
  constructor(
    readonly report: Report,
    readonly links: MarkdownLinks,
  ) {}

  get w() {
    return words(this.report.lang);
  }

  /** `[#90–#96](page#m90)`, one link a range. */
  cite(numbers: readonly number[], most = 4): string {
    const shown = rangesOf(numbers, most).map(
      ({ from, to }) => `[${from === to ? `#${from}` : `#${from}–#${to}`}](${this.links.page}#m${from})`,
    );
    return shown.join(' ') + (rangesOf(numbers).length > most ? ' …' : '');
  }

  statement(s: Statement): string {
    const said = shorten(s.text, longestStatement);
    return `〔${this.w.standing[s.standing]}〕${md(s.speaker)}${this.w.marks.colon}${md(said)}${this.documents(s, said)} ${this.cite(s.messages)}`;
  }

  /** What the numbers cited in a statement stand for, behind what is shown of it. */
  documents({ documents }: Statement, said: string): string {
    return documents.length
      ? `${this.w.marks.aside(documents.map((d) => md(glossOf(d, said, this.w))).join(this.w.marks.semicolon))}`
      : '';
  }

  asked({ question, answers }: AskedQuestion): string[] {
    const more = answers.length > mostAnswers ? ['  - …'] : [];
    return [
      `- **${this.w.asked}** ${md(question.speaker)}${this.w.marks.colon}${md(shorten(question.text, longestStatement))} ${this.cite(question.messages)}`,
      ...answers.slice(0, mostAnswers).map((a) => `  - **${this.w.answered}** ${this.statement(a)}`),
      ...more,
    ];
  }

  article({ title, url }: { title: string; url: string }): string {
    const address = webAddress(url);
    return address
      ? `[${md(title || address)}](<${address.replace(/[<>]/g, encodeURIComponent)}>)`
      : md(title);
  }

  /** `[2018-03-02#12](2018-03-02.html#m12)`: pages of earlier days lie beside this one. */
  dayLink({ date, n }: { date: string; n: number }): string {
    return `[${md(`${date}#${n}`)}](${encodeURIComponent(date)}.html#m${n})`;
  }
}
