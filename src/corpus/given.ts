import { type DayAnalysis, guestTalks } from '../analysis/index.js';

/** A guest's talk, as it may be told of (一场分享). */
export interface GivenTalk {
  /** Its first message. */
  n: number;
  speaker: string;
  /** Null where the talk stays inside: that it was given may be told, and no more. */
  title: string | null;
  /** Messages in which somebody signed in. */
  signins: readonly number[];
}

/**
 * The guests' talks of a day.
 * @param inner the day as it is inside, where `day` is its public edition, which lacks talks without consent
 */
export function talksGiven(day: DayAnalysis, inner: DayAnalysis = day): GivenTalk[] {
  const told = new Map(guestTalks(day).map((talk) => [talk.passages[0]!, talk]));
  return guestTalks(inner).map(({ passages, signins }) => {
    const n = passages[0]!;
    const talk = told.get(n);
    return { n, signins, title: talk?.title ?? null, speaker: talk?.speaker ?? day.messages[n - 1]!.speaker };
  });
}
