import type { People } from '../people/index.js';
import type { Day } from '../read/index.js';
import type { Announcement, Citation, Question, Schedule, Talk } from '../talks/index.js';
import type { Definition, Terms } from '../terms/index.js';
import type { SegmenterName, Token } from '../text/index.js';
import type { Links, Thread } from '../threads/index.js';
import type { DayAnalysis } from './schema.js';
import { type Segmentation, segmentationOf } from './segmentation.js';

/** Everything that the stages found in a day. */
export interface Findings {
  day: Day;
  people: People;
  segmenter: SegmenterName;
  tokens: Token[][];
  terms: Terms;
  links: Links;
  threads: Thread[];
  questions: Question[];
  talks: Talk[];
  schedule: Schedule | null;
  citations: Citation[];
  announced: Announcement[];
  /** Absent where a pipeline leaves them out. */
  definitions?: Definition[];
}

/** A day's analysis without tokens, and its segmentation: most who read the one do without the other. */
export interface AnalysedDay {
  analysis: DayAnalysis;
  segmentation: Segmentation;
}

/** Probabilities are told to the hundredth: more they are not worth. */
const rounded = (p: number | null) => (p === null ? null : Math.round(p * 100) / 100);

/** Puts what the stages found into the form that is written, cached and reported; how messages are cut stands apart. */
export function assemble(f: Findings): AnalysedDay {
  return { analysis: analysisOf(f), segmentation: segmentationOf(f.terms.tokens) };
}

function analysisOf(f: Findings): DayAnalysis {
  const { day, links } = f;
  return {
    version: 1,
    group: day.group,
    date: day.date,
    format: day.format,
    language: day.language,
    segmenter: f.segmenter,
    header: day.header,
    messages: day.messages.map((m, i) => ({
      n: m.n,
      line: m.line,
      time: m.time,
      second: m.second,
      speaker: m.speaker,
      kind: links.kinds[i]!,
      text: m.text,
      duplicateOf: m.duplicateOf,
      attachments: m.attachments,
      mentions: f.people.mentions[i]!,
    })),
    links: links.parents.map((parent, i) => ({
      n: i + 1,
      parent,
      probability: rounded(links.probabilities[i] ?? null),
    })),
    threads: f.threads,
    terms: f.terms.terms,
    definitions: f.definitions ?? [],
    qa: f.questions.filter((q) => q.answers.length > 0),
    unanswered: f.questions.filter((q) => q.answers.length === 0).map(({ answers: _, ...open }) => open),
    talks: f.talks,
    documents: f.citations,
    schedule: f.schedule,
    announced: f.announced,
    notes: day.notes,
  };
}
