import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { assemble, type DayAnalysis } from '../analysis/index.js';
import { type KnownName, knownIn } from '../people/index.js';
import { type Day, NotALog, readDay } from '../read/index.js';
import { citationsIn } from '../talks/index.js';
import { fold, Lexicon, loadSegmenter, rejectedForms, resolveSegmenter } from '../text/index.js';
import { type Cache, cacheKey } from './cache.js';
import type { Context, Dictionaries } from './context.js';
import { withCorrections } from './corrected.js';
import { type Corrections, noCorrections } from './corrections.js';
import type { Pipeline } from './declaration.js';
import type { Input } from './inputs.js';
import { keepingModel, linkModelFor, termModelFor, turnModelFor } from './models.js';
import { codeVersion } from './paths.js';
import { knownNames, readRoster } from './roster.js';
import { analyseDay } from './stages.js';

/** What a run is made of. */
export interface RunOptions {
  pipeline: Pipeline;
  dictionaries: Dictionaries;
  cache: Cache;
  /** Overrides the group that a path suggests. */
  group?: string | undefined;
  /** Names of the account's owner. */
  owner: readonly string[];
  /** What people put right in the workspace. */
  corrections?: Corrections;
  /** Whether each message carries its segmentation. */
  tokens: boolean;
  /** Whether rejected words are discovered nevertheless: to weigh new evidence on them. */
  rejectedToo?: boolean;
  /** Asked between logs while they are read for the roster, before the first outcome. */
  interrupted?(): boolean;
}

/** What became of one input. */
export type Outcome =
  | { input: Input; status: 'done'; analysis: DayAnalysis; cached: boolean }
  | { input: Input; status: 'skipped' }
  | { input: Input; status: 'failed'; reason: string; notALog: boolean };

/** The slice of dictionaries and corrections that touches a day. */
function contextFor(
  day: Day,
  lexicon: Lexicon,
  options: RunOptions,
  segmenter: Context['segmenter'],
  corrections: Context['corrections'] | null,
  known: readonly KnownName[],
  rejected: readonly string[],
): Context {
  const text = day.language === 'zh' ? day.messages.map((m) => m.text).join('\n') : '';
  const people = day.language === 'zh' ? knownIn(known, day.messages) : [];
  const cited = new Set(citationsIn(text, options.dictionaries.documents).map((c) => c.document?.number));
  const folded = rejected.length ? fold(text) : '';
  const notTerms = rejected.filter((form) => folded.includes(form));
  const documents = options.dictionaries.documents.filter((d) => cited.has(d.number));
  return {
    entries: lexicon.occurringIn(text),
    words: options.dictionaries.words,
    ...(notTerms.length && { rejected: notTerms }),
    owner: options.owner,
    segmenter,
    linkModel: linkModelFor(day.language),
    ...(documents.length && { documents }),
    termModel: termModelFor(day.language),
    keeping: keepingModel(),
    turnModel: turnModelFor(day.language),
    ...(people.length && { people }),
    ...(corrections && { corrections }),
  };
}

/** Two logs of one group and day keep apart: the later one has a number behind its date. */
function keepApart(day: Day, seen: Set<string>): Day {
  let date = day.date;
  for (let copy = 2; seen.has(`${day.group}/${date}`); copy++) date = `${day.date}_${copy}`;
  seen.add(`${day.group}/${date}`);
  if (date === day.date) return day;
  return {
    ...day,
    date,
    notes: [...day.notes, { level: 'warning', line: 0, rule: 'same-day', detail: date }],
  };
}

/** Who is who in this run: what people confirmed and, of several days, what their roster tells. */
async function whoIsWho(inputs: readonly Input[], options: RunOptions): Promise<readonly KnownName[]> {
  const confirmed = options.corrections?.people ?? [];
  if (inputs.length < 2) return confirmed;
  const { roster } = await readRoster(inputs, { ...options, ...options.pipeline.read });
  return knownNames(roster, confirmed, options.owner);
}

function readInput(input: Input, options: RunOptions): { day: Day; bytes: Uint8Array } {
  const { format } = options.pipeline.read;
  const bytes = readFileSync(input.path);
  const day = readDay(bytes, {
    path: input.path,
    ...(options.group && { group: options.group }),
    ...(format !== 'auto' && { format }),
  });
  return { day, bytes };
}

/**
 * Runs a pipeline's analysis over inputs, one day at a time, in order. One bad file never costs the rest: what cannot be
 * read is an outcome, not an exception. Between days the event loop turns, so that an interrupt is heard.
 */
export async function* runDays(inputs: readonly Input[], options: RunOptions): AsyncGenerator<Outcome> {
  const segmenter = resolveSegmenter(options.pipeline.segmenter);
  const lexicon = new Lexicon(options.pipeline.glossary ? options.dictionaries.entries : []);
  const { glossary } = options.pipeline;
  const rejected = glossary && !options.rejectedToo ? rejectedForms(options.dictionaries.entries) : [];
  const version = codeVersion();
  const known = await whoIsWho(inputs, options);
  if (options.interrupted?.()) return; // half a roster would give other results
  const seen = new Set<string>();
  for (const input of inputs) {
    await setImmediate();
    try {
      const { day: read, bytes } = readInput(input, options);
      const apart = keepApart(read, seen);
      const { day, corrections } = withCorrections(apart, options.corrections ?? noCorrections);
      const context = contextFor(day, lexicon, options, segmenter, corrections, known, rejected);
      const key = cacheKey(
        bytes,
        version,
        day.group,
        day.date,
        day.format,
        day.notes,
        options.pipeline.stages,
        options.tokens,
        context,
      );
      const stored = options.cache.get(key);
      const analysis =
        stored ?? assemble(analyseDay(day, options.pipeline.stages, context, loadSegmenter), options);
      if (!stored) options.cache.put(key, analysis);
      yield { input, status: 'done', analysis, cached: stored !== null };
    } catch (error) {
      const notALog = error instanceof NotALog;
      if (notALog && !input.named) yield { input, status: 'skipped' };
      else yield { input, status: 'failed', reason: (error as Error).message, notALog };
    }
  }
}
