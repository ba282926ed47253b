import { type Address, daysBetween } from './address.js';
import { isTerm } from './features.js';
import { type Closing, type OpenQuestion, type Step, sameName, throughDay } from './open.js';
import type { Asked, DayQuestions } from './questions.js';
import { type OldAnswer, PastAnswers, type PastState } from './search.js';

/** An open question of an earlier day, as it stands when another day is over. */
export interface CarriedQuestion extends OpenQuestion {
  /** For how many days it has been open; null where a log has no date. */
  days: number | null;
}

/** Questions that go on from the talk of an earlier day (分享续问). */
export interface ContinuedTalk {
  /** Where the talk began. */
  at: Address;
  speaker: string;
  title: string;
  /** First messages of the day's questions that belong to it. */
  questions: number[];
}

/** What earlier days have to say about a day (前情). */
export interface DayHistory {
  /** Old answers to the day's questions, by a question's first message; questions without one are not there. */
  old: ReadonlyMap<number, OldAnswer[]>;
  /** Questions of earlier days that are still open, the newest first. */
  carried: CarriedQuestion[];
  closed: Closing[];
  dropped: OpenQuestion[];
  continued: ContinuedTalk[];
}

/** A day of which nothing earlier is known. */
export const noHistory: DayHistory = { old: new Map(), carried: [], closed: [], dropped: [], continued: [] };

/** An open question is dropped after so many days, unless a command says otherwise. */
export const keepOpen = 30;
/** People come back to a guest's talk within so many days. */
const continuedWithin = 2;

/** A guest who is not called by name answers many things: what goes on from his talk has so many terms of it. */
const termsWithoutCall = 2;

interface GroupState {
  date: string;
  open: OpenQuestion[];
  talks: { at: Address; talk: DayQuestions['talks'][number] }[];
}

/** What a history holds, as JSON; the texts of answered questions are not in it. */
export interface HistoryState {
  past: PastState;
  groups: [string, GroupState][];
}

/** The day's questions that call the guest of an earlier talk, or that he answers, about what he spoke of. */
function continuedTalks(day: DayQuestions, state: GroupState): ContinuedTalk[] {
  const speaking = day.talks.map((t) => t.speaker);
  return state.talks.flatMap(({ at, talk }): ContinuedTalk[] => {
    const days = daysBetween(at.date, day.date);
    if (days === null || days > continuedWithin || speaking.some((s) => sameName(s, talk.speaker))) return [];
    const terms = new Set(talk.about.filter(isTerm));
    const isGuest = (name: string) => sameName(name, talk.speaker);
    const questions = day.asked.filter((q) => {
      const about = q.about.filter((f) => terms.has(f)).length;
      const calls = q.question.some((m) => m.mentions.some((x) => isGuest(x.speaker ?? x.name)));
      const answers = q.answers.some((m) => isGuest(m.speaker));
      return !isGuest(q.question[0]!.speaker) && (calls ? about >= 1 : answers && about >= termsWithoutCall);
    });
    if (!questions.length) return [];
    return [{ at, speaker: talk.speaker, title: talk.title, questions: questions.map((q) => q.n) }];
  });
}

/**
 * What was asked so far, day by day. It keeps questions and answers, not days, so that a run over years stays small.
 * Days of a group come in the order of their dates; one that comes late gets no history and changes none.
 */
export class QuestionHistory {
  private past = new PastAnswers();
  private groups = new Map<string, GroupState>();

  /** @param keep days after which an open question is dropped */
  constructor(private readonly keep: number = keepOpen) {}

  /** All that it knows, so that a later run need not go through the same days. */
  state(): HistoryState {
    return { past: this.past.state(), groups: [...this.groups] };
  }

  /**
   * A history as another left it.
   * @param read gives a question of one of its days again
   */
  static from({ past, groups }: HistoryState, read: (at: Address) => Asked, keep?: number): QuestionHistory {
    const history = new QuestionHistory(keep);
    history.past = PastAnswers.from(past, read);
    history.groups = new Map(groups);
    return history;
  }

  /** What the group answered before a date to a question like this. */
  oldAnswers({ at, asked }: OpenQuestion, before: string): OldAnswer[] {
    return this.past.find(asked, at.group, before);
  }

  /** What is open after the last day of each group, and when that was. */
  stillOpen(): { question: OpenQuestion; until: string }[] {
    return [...this.groups.values()].flatMap(({ date, open }) =>
      open.map((question) => ({ question, until: date })),
    );
  }

  /** Takes the next day, and tells what the days before it know about it. */
  next(day: DayQuestions): DayHistory {
    const state = this.groups.get(day.group);
    if (state && state.date >= day.date) return noHistory;
    const old = new Map<number, OldAnswer[]>();
    for (const asked of day.asked) {
      const found = asked.substantial ? this.past.find(asked, day.group, day.date) : [];
      if (found.length) old.set(asked.n, found);
    }
    const continued = state ? continuedTalks(day, state) : [];
    const { open, closed, dropped } = this.take(day, state);
    const carried = open
      .filter(({ at }) => at.date < day.date)
      .reverse()
      .map((question) => ({
        ...question,
        days: daysBetween(question.at.date, day.date),
      }));
    return { old, carried, closed, dropped, continued };
  }

  /** Takes the next day like {@link next}, where nobody wants to be told. */
  pass(day: DayQuestions): void {
    const state = this.groups.get(day.group);
    if (!state || state.date < day.date) this.take(day, state);
  }

  private take(day: DayQuestions, state: GroupState | undefined): Step {
    const step = throughDay(state?.open ?? [], day, this.past, this.keep);
    this.past.add(day);
    const talks = day.talks.map((talk) => ({ at: { group: day.group, date: day.date, n: talk.n }, talk }));
    this.groups.set(day.group, {
      date: day.date,
      open: step.open,
      talks: [
        ...(state?.talks ?? []).filter(({ at }) => (daysBetween(at.date, day.date) ?? 0) < continuedWithin),
        ...talks,
      ],
    });
    return step;
  }
}
