import { words } from '../lang/index.js';
import type { Heading } from '../talks/index.js';
import { escapeMarkdown as md, webAddress } from './escape.js';
import { articleFacts, helperLine, scheduleLine } from './life-words.js';
import type {
  AskedQuestion,
  EarlierQuestion,
  Report,
  ShownOldAnswer,
  Statement,
  TalkReport,
  TermReport,
  ThreadReport,
} from './model.js';
import { openLine } from './qa-list.js';
import { rangesOf } from './references.js';
import { shorten } from './shorten.js';
import { unseenItems } from './unseen.js';
import { weekdayOf } from './weekday.js';

const longestStatement = 160;
const mostAnswers = 4;
const mostHeadings = 24;
const mostFolded = 12;

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

class Writer {
  constructor(
    private readonly report: Report,
    private readonly links: MarkdownLinks,
  ) {}

  private get w() {
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
    return `〔${this.w.standing[s.standing]}〕${md(s.speaker)}：${md(shorten(s.text, longestStatement))}${this.documents(s)} ${this.cite(s.messages)}`;
  }

  /** What the numbers cited in a statement stand for. */
  documents({ documents }: Statement): string {
    return documents.length ? `（${documents.map((d) => md(this.w.document(d))).join('；')}）` : '';
  }

  asked({ question, answers }: AskedQuestion): string[] {
    const more = answers.length > mostAnswers ? ['  - …'] : [];
    return [
      `- **${this.w.asked}** ${md(question.speaker)}：${md(shorten(question.text, longestStatement))} ${this.cite(question.messages)}`,
      ...answers.slice(0, mostAnswers).map((a) => `  - **${this.w.answered}** ${this.statement(a)}`),
      ...more,
    ];
  }

  head(): string[] {
    const { counts, analysis } = this.report;
    const { w } = this;
    const weekday = weekdayOf(analysis.date);
    const extra = [
      counts.claimed === null ? '' : w.claimed(counts.claimed),
      counts.copies ? w.copies(counts.copies) : '',
    ].filter(Boolean);
    return [
      `# ${md(analysis.group)} ${analysis.date}${weekday === null ? '' : ` ${w.weekdays[weekday]}`}【${analysis.published ? w.privacy.edition : w.inner}】`,
      counts.messages ? `${w.counts(counts)}${extra.length ? `（${extra.join('；')}）` : ''}` : w.empty,
      ...(analysis.published
        ? [`${w.privacy.replaced(analysis.published)}。${w.privacy.notPromised}。`]
        : []),
    ];
  }

  todo(): string[] {
    const items = this.report.todo.map((t, i) =>
      `${i + 1}. ${md(t.text)} ${this.cite(t.messages)}`.trimEnd(),
    );
    return [`## ${this.w.todo}`, items.length ? items.join('\n') : this.w.nothingToDo];
  }

  heading({ level, text, n }: Heading): string {
    return `${'  '.repeat(level - 1)}- ${md(text)} ${this.cite([n])}`;
  }

  /** What a discussion is: its threads tell the rest. */
  discussion({ title, first, from, to, kept, pairs, speaker }: TalkReport): string[] {
    const { w } = this;
    const facts = [`${from}–${to}`, w.messages(kept), w.qaGroups(pairs), w.leader(md(speaker))];
    return [
      `## ${w.talkKinds.discussion}《${md(title)}》 ${this.cite([first])}`,
      facts.join(' · '),
      w.discussionHint,
    ];
  }

  talk(talk: TalkReport): string[] {
    const { w } = this;
    if (talk.kind === 'discussion') return this.discussion(talk);
    const facts = [
      w.talkBy(md(talk.speaker)),
      w.talkTimes(talk.from, talk.to, talk.lastAnswer),
      w.signins(talk.signins),
      w.imagesInTalk(talk.images.length),
      w.qaGroups(talk.qa.length),
    ];
    return [
      `## ${w.talkKinds.talk}《${md(talk.title)}》 ${this.cite([...talk.announcements.slice(-1), talk.passages[0]!])}`,
      facts.join(' · '),
      ...(talk.outline.length
        ? [
            `**${w.outline}**`,
            talk.outline
              .slice(0, mostHeadings)
              .map((h) => this.heading(h))
              .join('\n'),
          ]
        : []),
      `**${w.points}**`,
      talk.points.map((s) => `- ${this.statement(s)}`).join('\n'),
      ...(talk.qa.length ? [`**${w.talkQa}**`, talk.qa.flatMap((q) => this.asked(q)).join('\n')] : []),
      ...(talk.open.length
        ? [
            `**${w.talkOpen}**`,
            talk.open
              .map(
                (s) =>
                  `- ${md(s.speaker)}：${md(shorten(s.text, longestStatement))} ${this.cite(s.messages)}`,
              )
              .join('\n'),
          ]
        : []),
    ];
  }

  thread(t: ThreadReport, order: number): string[] {
    const { w } = this;
    const lines = [
      `### ${String.fromCharCode(65 + (order % 26))} ${md(t.title)}${t.dispute ? `【${w.dispute}】` : ''}${t.rumour ? `【${w.standing.rumour}】` : ''}`,
      `${t.from}–${t.to} · ${w.messages(t.count)} · ${w.people(t.people)} · ${this.cite([t.id])}`,
    ];
    const body = [
      ...t.questions.flatMap((q) => this.asked(q)),
      ...t.statements.map((s) => `- ${this.statement(s)}`),
    ];
    if (t.dispute) {
      body.push(`- **${w.dispute}**`);
      for (const s of t.dispute.for) body.push(`  - ${w.disputeFor} ${this.statement(s)}`);
      for (const s of t.dispute.against) body.push(`  - ${w.disputeAgainst} ${this.statement(s)}`);
    }
    for (const q of t.open)
      body.push(`- **${w.openHere}** ${md(shorten(q.text, longestStatement))} ${this.cite(q.messages)}`);
    for (const link of t.links) body.push(`- ${w.articles}：${this.article(link)} ${this.cite([link.n])}`);
    return [...lines, body.join('\n')];
  }

  article({ title, url }: { title: string; url: string }): string {
    const address = webAddress(url);
    return address
      ? `[${md(title || address)}](<${address.replace(/[<>]/g, encodeURIComponent)}>)`
      : md(title);
  }

  threads(): string[] {
    const { threads, brief } = this.report;
    const small = brief.map((t) => `${md(t.title)} ${this.cite([t.messages[0]!])}`);
    return [
      ...(threads.length
        ? [`## ${this.w.worthReading}`, ...threads.flatMap((t, i) => this.thread(t, i))]
        : []),
      ...(small.length ? [`**${this.w.small}**：${small.join(' · ')}`] : []),
    ];
  }

  /** `[2018-03-02#12](2018-03-02.html#m12)`: pages of earlier days lie beside this one. */
  dayLink({ date, n }: { date: string; n: number }): string {
    return `[${md(`${date}#${n}`)}](${encodeURIComponent(date)}.html#m${n})`;
  }

  old(answers: readonly ShownOldAnswer[] = []): string[] {
    return answers.map(
      (o) =>
        `  - ${this.w.qa.old}：${this.dayLink(o)} ${md(o.speaker)}：${md(shorten(o.answer, longestStatement))}`,
    );
  }

  earlier(q: EarlierQuestion): string {
    return `- ${md(q.asker)}：${md(shorten(q.question, longestStatement))} ${this.dayLink(q)}`;
  }

  before(): string[] {
    const { carried, moreCarried, closed, continued } = this.report.before;
    const w = this.w.qa;
    const lists: [string, string[]][] = [
      [
        w.carried,
        carried.flatMap((q) => [
          `${this.earlier(q)} · ${md(openLine(q, this.report.lang))}`,
          ...this.old(q.old),
        ]),
      ],
      [
        w.closed,
        closed.flatMap((q) => [
          `${this.earlier(q)} · ${w.reasons[q.by]}`,
          ...q.answers.map((a) => `  - ${this.statement(a)}`),
        ]),
      ],
    ];
    return [
      ...lists.flatMap(([heading, items]) => (items.length ? [`**${heading}**`, items.join('\n')] : [])),
      moreCarried ? w.moreCarried(moreCarried) : '',
      continued
        .map(
          (t) =>
            `- ${md(w.continued(t.speaker, t.title, t.date))} ${this.dayLink(t)} ${this.cite(t.questions)}`,
        )
        .join('\n'),
    ];
  }

  unanswered(): string[] {
    const { unanswered, before } = this.report;
    const items = unanswered.flatMap((s) => [
      `- ${md(s.speaker)}：${md(shorten(s.text, longestStatement))} ${this.cite(s.messages)}`,
      ...this.old(before.old.get(s.messages[0]!)),
    ]);
    const blocks = [items.join('\n'), ...this.before()].filter(Boolean);
    return blocks.length ? [`## ${this.w.unanswered}`, ...blocks] : [];
  }

  term(t: TermReport): string {
    const note = t.definition ? `：${md(t.definition)}（${t.source ? md(t.source) : this.w.noSource}）` : '';
    return `- **${md(t.term)}**${note} ${this.cite(t.messages)}`;
  }

  terms(): string[] {
    const { used, discovered, defined } = this.report.terms;
    const { w } = this;
    if (!used.length && !discovered.length) return [];
    return [
      `## ${w.terms}`,
      ...(defined.length
        ? [
            `**${w.termsDefined}**`,
            defined
              .map((d) => `- **${d.terms.map(md).join('、')}** ${this.statement(d.statement)}`)
              .join('\n'),
          ]
        : []),
      ...(discovered.length
        ? [
            `**${w.termsNew}**：${discovered.map((t) => `${md(t.term)} ${this.cite(t.messages, 2)}`).join(' · ')}`,
          ]
        : []),
      `**${w.termsUsed}**`,
      used
        .slice(0, 12)
        .map((t) => this.term(t))
        .join('\n'),
    ];
  }

  unseen(): string[] {
    const { w } = this;
    const items = unseenItems(this.report.unseen, this.report.lang).map(({ text, messages }) =>
      `${text} ${this.cite(messages, 5)}`.trimEnd(),
    );
    const folded = this.report.folded
      .filter((t) => t.messages.length > 1)
      .slice(0, mostFolded)
      .map((t) => `${md(t.title)} ${w.messages(t.messages.length)} ${this.cite([t.messages[0]!])}`);
    return [
      `## ${w.unseen}`,
      items.length ? items.join(' · ') : w.none,
      ...(folded.length ? [`**${w.folded}**：${folded.join(' · ')}`] : []),
      w.silentNote,
    ];
  }

  life(): string[] {
    const { schedule, signins, helpers, articles } = this.report.life;
    const { w } = this;
    return [
      ...(schedule.length
        ? [
            `## ${w.life.schedule}`,
            schedule.map((day) => `- ${md(scheduleLine(day, w))} ${this.cite(day.messages)}`).join('\n'),
          ]
        : []),
      ...(signins.names.length
        ? [
            `**${w.life.signins}**：${w.life.signedIn(signins.names.length)} ${this.cite(signins.messages)}`,
            signins.names.map(md).join('、'),
          ]
        : []),
      ...(helpers.length
        ? [`## ${w.life.helpers}`, helpers.map((h) => `- ${md(helperLine(h, w))}`).join('\n')]
        : []),
      ...(articles.length
        ? [
            `## ${w.life.articles}`,
            articles
              .map(
                (a) =>
                  `- ${this.article(a)} · ${md(a.speaker)} · ${articleFacts(a, w)} ${this.cite(a.messages)}`,
              )
              .join('\n'),
          ]
        : []),
    ];
  }

  figures(): string[] {
    const { people, counts } = this.report;
    const { w } = this;
    return [
      `## ${w.whoSpoke}`,
      people.map((p) => `${md(p.name)} ${p.count}`).join(' · ') || w.none,
      ...(counts.messages && this.links.charts.length
        ? [`## ${w.figures}`, ...this.links.charts.map((c) => `![${md(c.title)}](${c.path})`)]
        : []),
    ];
  }
}

/** A day's report as Markdown. Everything that comes from the log is escaped. */
export function toMarkdown(report: Report, links: MarkdownLinks): string {
  const writer = new Writer(report, links);
  if (!report.counts.messages) return `${writer.head().join('\n\n')}\n`;
  const { w } = { w: words(report.lang) };
  const blocks = [
    ...writer.head(),
    ...writer.todo(),
    ...(report.summary.length ? [`## ${w.inOneLine}`, report.summary.map(md).join('；')] : []),
    ...report.talks.flatMap((talk) => writer.talk(talk)),
    ...writer.threads(),
    ...writer.unanswered(),
    ...writer.terms(),
    ...writer.life(),
    ...writer.unseen(),
    ...writer.figures(),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
