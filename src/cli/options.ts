import type { Lang } from '../lang/index.js';
import type { Format } from '../read/index.js';
import type { SegmenterChoice } from '../text/index.js';

/** Options that every command takes. */
export interface CommonOptions {
  lang?: Lang;
  quiet?: boolean;
  json?: boolean;
  workspace?: string;
}

/** Options of the commands that read logs. */
export interface RunCommandOptions extends CommonOptions {
  out?: string;
  format?: Format['name'];
  group?: string;
  segmenter?: SegmenterChoice;
  images?: string;
  tokens?: boolean;
  /** The edition that may leave the group (外发版). */
  public?: boolean;
  /** False with `--no-glossary`. */
  glossary?: boolean;
  /** False with `--no-cache`. */
  cache?: boolean;
  /** How many processes analyse days side by side; as many as pay where it is not given. */
  workers?: string;
}

/** Options of the commands that look at a span of days. */
export interface SpanOptions extends RunCommandOptions {
  /** A day, a week, a month, a year, or `2024-05-01..2024-05-10`. */
  span?: string;
  /** The older way to say it: `YYYY-MM-DD`, both included. */
  from?: string;
  to?: string;
}
