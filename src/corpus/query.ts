import { rollup } from 'd3-array';
import { emptyRoster, mergeRosters, type Roster } from '../people/index.js';
import type { Address } from './address.js';
import { type Articles, mergeArticles, noArticles } from './articles.js';
import type { Corpus, CorpusDay, DaySlice } from './corpus.js';
import type { OfDay } from './day-set.js';
import { type Exchange, exchangesOf } from './exchanges.js';
import { type Activities, mergeActivities, noActivities } from './members.js';
import { mergeByHalves } from './merge.js';
import type { Notice } from './notices.js';
import type { DayParts, PartName, Quoted } from './parts.js';
import { emptyProgramme, mergeProgrammes, type Programme } from './schedule.js';
import { endsOf, everyDay, isWithin, type Span } from './span.js';
import { mergeStories, noStory, type TermStory } from './term-story.js';
import { mergeTermUses, noTermUses, type TermUses } from './term-uses.js';
import type { ThreadDoc } from './thread-docs.js';
import { totalWords, type WordTotals } from './word-uses.js';

/**
 * Asks a corpus (查询): what its days, or those of a span, add up to. Reports, topics, comparisons and the glossary read
 * many days by no other way. Days come by group and date; sums are made as days are read, and hold no day.
 */
export class Query<P extends PartName> {
  /** Messages of the days that were quoted from so far. */
  private readonly said = new Map<string, DayParts['said']>();

  constructor(private readonly corpus: Corpus<P>) {}

  private within(span: Span = everyDay): CorpusDay<P>[] {
    return this.corpus.days.filter(({ date }) => isWithin(date, span));
  }

  /** Which days of a span there are. */
  dates(span?: Span): OfDay[] {
    return this.within(span).map(({ group, date }) => ({ group, date }));
  }

  /** The days of a span with all their parts, read once and held. */
  days(span?: Span): CorpusDay<P>[] {
    return this.within(span).map((day) => ({ ...day }));
  }

  /** The days of a span as topics read them, held. */
  slices(this: Query<'words' | 'threads'>, span?: Span): DaySlice[] {
    return this.within(span).map(({ group, date, words, threads }) => ({ group, date, words, threads }));
  }

  /** The first and the last date of a span, `YYYY-MM-DD`; '' where there is none. */
  ends(span: Span = everyDay): { first: string; last: string } {
    return endsOf(this.within(span).map(({ date }) => date));
  }

  /** Each group's last day, `YYYY-MM-DD`; '' where none of its logs has a date. */
  lastDays(): Map<string, string> {
    return rollup(
      this.corpus.days,
      (own) => endsOf(own.map(({ date }) => date)).last,
      ({ group }) => group,
    );
  }

  /**
   * Questions of all days with what later days did to them and earlier ones know of them.
   * @param keep days after which an open question is dropped
   */
  questions(this: Query<'questions'>, keep?: number): Exchange[] {
    return exchangesOf(
      this.within().map((day) => day.questions),
      keep,
    );
  }

  threads(this: Query<'threads'>, span?: Span): ThreadDoc[] {
    return this.within(span).flatMap((day) => day.threads);
  }

  words(this: Query<'words'>, span?: Span): WordTotals {
    return totalWords(this.within(span).map((day) => day.words));
  }

  terms(this: Query<'terms'>, span?: Span): TermUses {
    return this.sum('terms', span, mergeTermUses, noTermUses);
  }

  /** All that was said of the term that is sought. */
  story(this: Query<'story'>, span?: Span): TermStory {
    return this.sum('story', span, mergeStories, noStory);
  }

  people(this: Query<'people'>, span?: Span): Activities {
    return this.sum('people', span, mergeActivities, noActivities);
  }

  roster(this: Query<'roster'>): Roster {
    return this.sum('roster', everyDay, mergeRosters, emptyRoster);
  }

  /** Talks that were announced and given. */
  talks(this: Query<'talks'>, span?: Span): Programme {
    return this.sum('talks', span, mergeProgrammes, emptyProgramme);
  }

  articles(this: Query<'articles'>, span?: Span): Articles {
    return this.sum('articles', span, mergeArticles, noArticles);
  }

  notices(this: Query<'notices'>, span?: Span): Notice[] {
    return this.within(span).flatMap((day) => day.notices);
  }

  /** How many messages the days of a span have, second copies left out. */
  messages(this: Query<'pace'>, span?: Span): number {
    return this.within(span).reduce((all, day) => all + day.pace.messages, 0);
  }

  /** A message that counts, to be quoted; null where there is none at the address. */
  quote(this: Query<'said'>, { group, date, n }: Address): Quoted | null {
    const key = `${group}/${date}`;
    if (!this.said.has(key)) {
      const day = this.corpus.days.find((d) => d.group === group && d.date === date);
      this.said.set(key, day?.said ?? new Map());
    }
    return this.said.get(key)!.get(n) ?? null;
  }

  private sum<Q extends PartName>(
    this: Query<Q>,
    part: Q,
    span: Span | undefined,
    merge: (a: DayParts[Q], b: DayParts[Q]) => DayParts[Q],
    zero: DayParts[Q],
  ): DayParts[Q] {
    const days = this.within(span);
    function* parts() {
      for (const day of days) yield day[part] as DayParts[Q];
    }
    return mergeByHalves(parts(), merge, zero);
  }
}
