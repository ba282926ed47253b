import { ascending, descending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import {
  type Activities,
  activitiesOf,
  type DayWords,
  mergeActivities,
  noActivities,
  topTerms,
} from '../corpus/index.js';
import type { Names } from '../privacy/index.js';
import { countUnanswered, shorten } from '../report/index.js';
import { type Entry, fold, type TermClass } from '../text/index.js';
import type { SiteDay } from './home.js';
import type { SitePerson } from './people.js';
import type { SiteTerm } from './terms.js';

const mostTitles = 3;
const mostTerms = 4;
const longestExplanation = 240;
/** A term that the glossary lacks has a page where so many messages of two days or more use it. */
const fewestMessages = 3;

/** A term while days are added. */
interface Gathered {
  term: string;
  class: TermClass;
  known: boolean;
  written: Set<string>;
  days: SiteTerm['days'];
  people: Set<string>;
  threads: SiteTerm['threads'];
  explained: SiteTerm['explained'];
  company: Map<string, number>;
}

/** What a site tells of many days (站点内容), gathered a day at a time; the days themselves are not kept. */
export class SiteContents {
  readonly days: SiteDay[] = [];
  private readonly gathered = new Map<string, Gathered>();
  private activities: Activities = noActivities;

  constructor(private readonly names: Names) {}

  /** Takes in a day, as it may be shown. */
  add(analysis: DayAnalysis, words: DayWords): void {
    const { group, date } = analysis;
    const own = analysis.messages.filter((m) => m.duplicateOf === null);
    const threads = [...analysis.threads].sort(
      (a, b) => b.messages.length - a.messages.length || a.id - b.id,
    );
    this.days.push({
      ...{ group, date, messages: own.length },
      people: new Set(own.map((m) => m.speaker).filter(Boolean)).size,
      titles: threads
        .filter((t) => t.domain === 'payments')
        .slice(0, mostTitles)
        .map((t) => t.title),
      talks: analysis.talks.map((t) => t.title),
      open: countUnanswered(analysis, this.names),
    });
    this.activities = mergeActivities(this.activities, activitiesOf(analysis));
    this.addTerms(analysis, words);
  }

  private addTerms(analysis: DayAnalysis, words: DayWords): void {
    const { group, date } = analysis;
    const message = (n: number) => analysis.messages[n - 1]!;
    const threadOf = new Map(analysis.threads.flatMap((t) => t.messages.map((n) => [n, t] as const)));
    const counted = new Set(words.messages.n);
    const here: { key: string; threads: Set<number> }[] = [];
    for (const { term, class: of, known, surface, messages: all } of analysis.terms) {
      const messages = all.filter((n) => counted.has(n));
      if (!messages.length) continue;
      const key = fold(term);
      const g = this.gathered.get(key) ?? {
        ...{ term, class: of, known, days: [], people: new Set<string>(), threads: [], explained: [] },
        ...{ written: new Set<string>(), company: new Map<string, number>() },
      };
      this.gathered.set(key, g);
      g.days.push({ group, date, messages });
      for (const form of surface) g.written.add(fold(form));
      const threads = new Map<number, number>();
      for (const n of messages) {
        g.people.add(message(n).speaker);
        const id = threadOf.get(n)?.id;
        if (id !== undefined) threads.set(id, (threads.get(id) ?? 0) + 1);
      }
      for (const [id, count] of threads)
        g.threads.push({ group, date, n: id, title: threadOf.get(id)!.title, messages: count });
      here.push({ key, threads: new Set(threads.keys()) });
    }
    for (const { term, messages, text, sure } of analysis.definitions) {
      const [n] = messages;
      if (n === undefined || !sure) continue;
      const { speaker } = message(n);
      // an explanation names its term as the day does
      const use = analysis.terms.find((t) => t.term === term || t.surface.includes(term));
      this.gathered.get(fold(use?.term ?? term))?.explained.push({
        group,
        date,
        n,
        speaker: this.names.show(speaker),
        text: shorten(text, longestExplanation),
      });
    }
    this.addCompany(here);
  }

  private addCompany(here: readonly { key: string; threads: Set<number> }[]): void {
    for (const a of here)
      for (const b of here) {
        if (a === b) continue;
        const both = [...a.threads].filter((t) => b.threads.has(t)).length;
        if (!both) continue;
        const { company } = this.gathered.get(a.key)!;
        company.set(b.key, (company.get(b.key) ?? 0) + both);
      }
  }

  /** The terms that have a page, by their folded form; `entries` are the glossary's. */
  terms(entries: readonly Entry[]): Map<string, SiteTerm> {
    const known = new Map(entries.map((e) => [fold(e.term), e]));
    const terms = [...this.gathered].filter(
      ([, g]) =>
        g.known ||
        (g.days.length > 1 && g.days.reduce((sum, d) => sum + d.messages.length, 0) >= fewestMessages),
    );
    return new Map(
      terms
        .sort(([a], [b]) => ascending(a, b))
        .map(([key, { people, company, ...g }]) => [
          key,
          {
            ...g,
            entry: known.get(key) ?? null,
            people: people.size,
            threads: [...g.threads].sort(
              (a, b) => b.messages - a.messages || descending(a.date, b.date) || a.n - b.n,
            ),
            company: [...company]
              .sort(([a, x], [b, y]) => y - x || ascending(a, b))
              .map(([other, count]) => [this.gathered.get(other)!.term, count]),
          },
        ]),
    );
  }

  /** Everybody who spoke. */
  people(): SitePerson[] {
    return [...this.activities].map(([name, { messages, days, help, talks, last }]) => ({
      ...{
        name: this.names.show(name),
        messages,
        days: new Set([...days].map((day) => day.slice(day.lastIndexOf('/') + 1))).size,
        answered: help.questions,
        last,
      },
      terms: topTerms(help, mostTerms),
      talks: [...talks].flatMap(([address, title]) => {
        if (title === null) return [];
        const [, group, date, n] = /^(.*)\/([^/]*)#(\d+)$/.exec(address)!;
        return [{ group: group!, date: date!, n: Number(n), title }];
      }),
    }));
  }
}
