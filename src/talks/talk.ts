import { greatest, rollups } from 'd3-array';
import { everyone, type ResolvedMention } from '../people/index.js';
import type { Message } from '../read/index.js';
import type { Token } from '../text/index.js';
import { announcedTitle, type Links, type Thread } from '../threads/index.js';
import { discussionRecord } from './discussion-record.js';
import { type KeepingModel, keeperOf } from './keeping.js';
import { outlineOf } from './outline.js';
import type { Question } from './qa.js';
import type { Schedule } from './schedule.js';
import { isRecordable, type Talk } from './talk-entry.js';
import { announcedTopic, titleFor } from './title.js';

/** Questions still belong to a talk this long after its last passage, in seconds. */
const afterwards = 2 * 3600;
const beforehand = 1800;
/** Shorter remarks are chatter, in characters. */
const shortestRemark = 12;

/** A notice of this talk names its title or its day; other notices of the group do not. */
const announces =
  /(?:今天|今日|今晚|明天|明晚|预约|稍后|马上).{0,60}分享|分享.{0,20}(?:今天|今日|今晚|明晚)/s;
/** Said of the guest by somebody else: that he will talk. */
const presents = /分享|主题|开讲|(?:今天|今晚).{0,20}[讲聊]/;
/** Of a talk of this day. */
const today = /(?:今[天日晚]|晚上|稍后|马上).{0,60}分享|分享.{0,20}今[天日晚]/s;

/** What a talk is found from besides the links. */
export interface TalkSources {
  messages: Message[];
  mentions: readonly (readonly ResolvedMention[])[];
  links: Links;
  /** All questions of the day. */
  questions: Question[];
  schedule: Schedule | null;
  date: string;
  tokens: Token[][];
  threads: Thread[];
  /** The messages, by number, the title of whose thread a person put right. */
  titled?: ReadonlySet<number>;
  /** What editors keep; without it everything of some length in the talk's hours. */
  keeping?: KeepingModel | null;
}

/**
 * Whether a message says of what somebody will talk today whom the log's message lines have under another name. It is
 * the guest of the day's last talk: of an earlier one's nothing tells who is meant.
 */
function announcesUnknown(m: Message, { messages, mentions, links }: TalkSources): boolean {
  const called = mentions[m.n - 1]!.filter((x) => x.name !== everyone);
  const toCome = links.talks.filter(({ passages }) => messages[passages[0]! - 1]!.second >= m.second);
  if (toCome.length !== 1 || called.some((x) => x.speaker !== null)) return false;
  return links.kinds[m.n - 1] !== 'question' && today.test(m.text) && announcedTopic(m.text) !== null;
}

/** The messages before a talk that announce it: notices that name its title or its hour, and whoever presents the guest. */
function announcementsOf(speaker: string, start: number, s: TalkSources): number[] {
  return s.messages
    .filter((m) => {
      if (m.duplicateOf !== null || m.second > start || m.speaker === speaker) return false;
      const notice =
        s.links.kinds[m.n - 1] === 'notice' && (announces.test(m.text) || announcedTitle(m.text) !== null);
      const names = presents.test(m.text) && s.mentions[m.n - 1]!.some((x) => x.speaker === speaker);
      return notice || names || announcesUnknown(m, s);
    })
    .map((m) => m.n);
}

/** Whoever wrote most of the announcements, the first of several. */
function hostOf(announcements: readonly number[], messages: Message[]): string | null {
  const counts = rollups(
    announcements,
    (own) => own.length,
    (n) => messages[n - 1]!.speaker,
  );
  return greatest(counts, ([, a], [, b]) => a - b)?.[0] ?? null;
}

/** The title that a person gave the thread in which a talk begins; null where nobody did. */
function titleByHand(first: number, { threads, titled }: TalkSources): string | null {
  if (!titled?.size) return null;
  const thread = threads.find(({ messages }) => messages.includes(first));
  return thread?.messages.some((n) => titled.has(n)) ? thread.title : null;
}

/** A talk without what only a look at the whole day can tell. */
function draftOf(k: number, hours: Hours, s: TalkSources): Omit<Talk, 'discussion'> {
  const { messages, links } = s;
  const { speaker, passages } = links.talks[k]!;
  const announcements = announcementsOf(speaker, messages[passages[0]! - 1]!.second, s);
  const having = (kind: string) =>
    passages.filter((n) => messages[n - 1]!.attachments.some((a) => a.kind === kind));
  return {
    kind: 'talk',
    speaker,
    title: titleByHand(passages[0]!, s) ?? titleFor(passages, announcements, s),
    host: hostOf(announcements, messages),
    announcements,
    signins: messages
      .filter((m) => m.duplicateOf === null && links.kinds[m.n - 1] === 'signin')
      .map((m) => m.n),
    passages,
    outline: outlineOf(passages, messages),
    images: having('image'),
    links: having('link'),
    qa: s.questions.filter((q) => {
      const asked = messages[q.question[0]! - 1]!;
      return (
        asked.second >= hours.from &&
        asked.second <= hours.to &&
        asked.speaker !== speaker &&
        q.answers.some((n) => messages[n - 1]!.speaker === speaker)
      );
    }),
  };
}

/** From when to when what is said may belong to a talk, in seconds. */
interface Hours {
  from: number;
  to: number;
}

function hoursOf({ links: { talks }, messages }: TalkSources): Hours[] {
  const secondOf = (n: number) => messages[n - 1]!.second;
  return talks.map(({ passages }, k) => ({
    from: secondOf(passages[0]!) - beforehand,
    to: Math.min(
      secondOf(passages.at(-1)!) + afterwards,
      talks[k + 1] ? secondOf(talks[k + 1]!.passages[0]!) : Number.POSITIVE_INFINITY,
    ),
  }));
}

/** Which talk of the day a message stands nearest to: the last that began before it, else the first. */
const nearestTo = (hours: readonly Hours[], second: number) =>
  Math.max(
    0,
    hours.findLastIndex(({ from }) => from <= second),
  );

/** The talks of a day with what belongs to each; of a day without any the record of its discussion, if it is worth one. */
export function findTalks(sources: TalkSources): Talk[] {
  const { messages, links, keeping } = sources;
  const hours = hoursOf(sources);
  const drafts = links.talks.map((_, k) => draftOf(k, hours[k]!, sources));
  if (!drafts.length) {
    const record = keeping ? discussionRecord(sources, keeping) : null;
    return record ? [record] : [];
  }
  const keeper = keeping ? keeperOf(drafts, sources, keeping) : null;
  // an editor leaves out a question with all its answers: what little of it he keeps, he keeps as discussion
  const qaOf = (k: number) =>
    drafts[k]!.qa.filter((q) => {
      const all = [...q.question, ...q.answers];
      return !keeper || all.filter(keeper.keepsUncalled).length * 2 >= all.length;
    });
  const chosen = drafts.map((draft, k) => ({ ...draft, qa: qaOf(k) }));
  const used = new Set(
    chosen.flatMap((t) => [...t.passages, ...t.qa.flatMap((q) => [...q.question, ...q.answers])]),
  );
  const worth = messages.filter((m) => {
    const kind = links.kinds[m.n - 1]!;
    if (used.has(m.n) || !isRecordable(m, kind)) return false;
    if (keeper) return keeper.keeps(m.n);
    const within = hours.some(({ from, to }) => m.second >= from && m.second <= to);
    return within && m.text.length >= shortestRemark && ['chat', 'answer', 'question'].includes(kind);
  });
  return chosen.map((draft, k) => ({
    ...draft,
    discussion: worth.filter((m) => nearestTo(hours, m.second) === k).map((m) => m.n),
  }));
}
