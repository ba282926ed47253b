import type { Message } from '../read/index.js';
import { announcedTitle, type Links } from '../threads/index.js';
import type { Question } from './qa.js';

/** A guest's talk (主题分享) of a day; numbers of messages throughout, rising. */
export interface Talk {
  /** The guest, as the name stands in the log's message lines. */
  speaker: string;
  title: string;
  /** The messages that announce it. */
  announcements: number[];
  signins: number[];
  /** The talk itself. */
  passages: number[];
  /** Questions put during and after it, with the answers. */
  qa: Question[];
  /** What else in the talk's hour and thread an editor would publish with it. */
  discussion: number[];
}

/** Questions still belong to a talk this long after its last passage, in seconds. */
const afterwards = 2 * 3600;
const beforehand = 1800;
/** Shorter remarks are chatter, in characters. */
const shortestRemark = 12;

/** A notice of this talk names its title or its day; other notices of the group do not. */
const announces =
  /(?:今天|今日|今晚|明天|明晚|预约|稍后|马上).{0,60}分享|分享.{0,20}(?:今天|今日|今晚|明晚)/s;
const named =
  /(?:分享|聊聊?|讲讲?|介绍)(?:一下|下)?(?:的?(?:主题|内容|题目)(?:是|为)?)?[:：]?\s*[“"《「]?([^，。,！!？?“”"《》「」\n]{4,30})/;

function titleFor(speaker: string, passages: number[], announcements: number[], messages: Message[]): string {
  for (const n of [...announcements].reverse()) {
    const title = announcedTitle(messages[n - 1]!.text);
    if (title) return title;
  }
  for (const n of passages.slice(0, 4)) {
    const title = announcedTitle(messages[n - 1]!.text) ?? named.exec(messages[n - 1]!.text)?.[1]?.trim();
    if (title) return title;
  }
  const longest = passages
    .map((n) => messages[n - 1]!.text.split('\n')[0]!.trim())
    .find((line) => line.length >= 4 && line.length <= 24);
  return longest ?? speaker;
}

/** The talks of a day with what belongs to each. `questions` are all of the day's. */
export function findTalks(messages: Message[], links: Links, questions: Question[]): Talk[] {
  const originals = messages.filter((m) => m.duplicateOf === null);
  const firstPassages = links.talks.map((talk) => messages[talk.passages[0]! - 1]!.second);
  return links.talks.map(({ speaker, passages }, k) => {
    const start = firstPassages[k]!;
    const end = Math.min(
      messages[passages.at(-1)! - 1]!.second + afterwards,
      firstPassages[k + 1] ?? Number.POSITIVE_INFINITY,
    );
    const during = (m: Message) => m.second >= start - beforehand && m.second <= end;
    const kindOf = (m: Message) => links.kinds[m.n - 1]!;
    const announcements = originals
      .filter(
        (m) =>
          kindOf(m) === 'notice' &&
          (announces.test(m.text) || announcedTitle(m.text) !== null) &&
          m.second <= start,
      )
      .map((m) => m.n);
    const qa = questions.filter((q) => {
      const asked = messages[q.question[0]! - 1]!;
      return (
        during(asked) &&
        asked.speaker !== speaker &&
        q.answers.some((n) => messages[n - 1]!.speaker === speaker)
      );
    });
    const used = new Set([...passages, ...qa.flatMap((q) => [...q.question, ...q.answers])]);
    const discussion = originals.filter(
      (m) =>
        during(m) &&
        !used.has(m.n) &&
        m.text.length >= shortestRemark &&
        ['chat', 'answer', 'question'].includes(kindOf(m)),
    );
    return {
      speaker,
      title: titleFor(speaker, passages, announcements, messages),
      announcements,
      signins: originals.filter((m) => kindOf(m) === 'signin').map((m) => m.n),
      passages,
      qa,
      discussion: discussion.map((m) => m.n),
    };
  });
}
