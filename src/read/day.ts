/** Something a message carries beside its words; `start` and `end` are UTF-16 offsets of its title in the message's text. */
export interface Attachment {
  kind: 'link' | 'image' | 'file' | 'sticker' | 'redpacket' | 'quote';
  /** What the log names it: a link's title, an image's time, a sticker's label. May be empty. */
  title: string;
  /** As it stands in the log, unescaped; never followed, and checked again before it becomes a link on a page. */
  url: string;
  start: number;
  end: number;
}

/** One message (一条消息). `group/date#n` is its address everywhere. */
export interface Message {
  /** Ordinal in the file, from 1. Nothing renumbers, sorts or drops messages. */
  n: number;
  /** Line of the message's header in the file, from 1. */
  line: number;
  /** `HH:MM:SS` as the log has it; `HH:MM:00` where the log has minutes only. */
  time: string;
  /** Seconds since the log's first midnight, as the clock shows them; a clock that jumps back shows it. */
  second: number;
  /** The name as it stands in the log's header line. Empty for a system line. */
  speaker: string;
  /** The words, with the exporter's damage undone. */
  text: string;
  attachments: Attachment[];
  /** The earlier message of which this one is the second copy, where a day stands twice under two names. */
  duplicateOf: number | null;
}

/** What went wrong or looked odd while reading; worded at the edge, in the reader's language. */
export interface Note {
  /** `info` says what was done about something harmless; the others make the run end with exit code 1. */
  level: 'info' | 'warning' | 'error';
  /** Line in the file, from 1; 0 where the whole file is meant. */
  line: number;
  rule: NoteRule;
  detail: string;
}

export type NoteRule =
  | 'header-unclosed'
  | 'header-invalid'
  | 'header-code'
  | 'date-missing'
  | 'date-differs'
  | 'date-far'
  | 'time-invalid'
  | 'time-malformed'
  | 'text-before-first'
  | 'message-long'
  | 'encoding'
  | 'encoding-damaged'
  | 'same-day'
  | 'correction-lost';

/** One log file (一天的记录), read. */
export interface Day {
  group: string;
  /** `YYYY-MM-DD`, or the file's name where the log has no date. */
  date: string;
  format: string;
  language: 'zh' | 'en';
  /** What the log's header claims: neither is to be trusted. */
  header: { author: string | null; lines: number | null };
  messages: Message[];
  notes: Note[];
}
