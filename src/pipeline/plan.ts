import { basename } from 'node:path';
import { groups, least } from 'd3-array';
import { knownFinder } from '../people/index.js';
import { type Day, NotALog, type Note } from '../read/index.js';
import type { DayTask, DayWork } from './day-task.js';
import type { Input } from './inputs.js';
import type { LogSlice } from './log-slice.js';
import { type Log, Logs } from './logs.js';
import { codeVersion } from './paths.js';
import type { RunOptions } from './run-options.js';

/** A day that a run is to analyse: its task, the notes on it, and how many messages it has. */
export interface PlannedDay {
  input: Input;
  task: DayTask;
  notes: readonly Note[];
  messages: number;
}

/** An input that gives no day: no log and named by nobody, the copy of a log that gives it, or a failure. */
export type Unplanned =
  | { input: Input; status: 'skipped' }
  | { input: Input; status: 'copy'; original: Input }
  | { input: Input; status: 'failed'; reason: string; notALog: boolean };

/** A day's name apart from those of others of its group and date: the later one has a number behind its date. */
function keptApart(slice: LogSlice, seen: Set<string>): Pick<Day, 'date' | 'notes'> {
  let date = slice.date;
  for (let copy = 2; seen.has(`${slice.group}/${date}`); copy++) date = `${slice.date}_${copy}`;
  seen.add(`${slice.group}/${date}`);
  if (date === slice.date) return { date, notes: slice.notes };
  return { date, notes: [...slice.notes, { level: 'warning', line: 0, rule: 'same-day', detail: date }] };
}

/**
 * Logs of one group and date that are the same byte for byte, each with its original. That is the one with the shortest
 * name: who copies or downloads a file again gets ` (1)` or ` - 副本` behind its name.
 */
function copiesAmong(logs: readonly Log[]): Map<Input, Input> {
  const read = logs.flatMap((log) => ('slice' in log ? [log] : []));
  const alike = groups(read, ({ slice, digest }) => `${slice.group}/${slice.date}/${digest}`);
  const copies = new Map<Input, Input>();
  for (const [, same] of alike) {
    const original = least(same, ({ input }) => basename(input.path).length)!;
    for (const log of same) if (log !== original) copies.set(log.input, original.input);
  }
  return copies;
}

/**
 * An input that gives no task: passed over where it was merely found and is no log, else failed with the reason.
 */
export function unplanned(input: Input, error: unknown): Unplanned {
  const notALog = error instanceof NotALog;
  if (notALog && !input.named) return { input, status: 'skipped' };
  return { input, status: 'failed', reason: (error as Error).message, notALog };
}

/**
 * What a run is to do, input by input, in order; nothing is analysed. Null where somebody interrupts.
 * @param expect told how many of the inputs no run has read before, before they are read
 */
export async function planDays(
  inputs: readonly Input[],
  work: DayWork,
  options: RunOptions,
  expect?: (unread: number) => Promise<void>,
): Promise<(PlannedDay | Unplanned)[] | null> {
  const reader = new Logs(options, work.sought, codeVersion());
  const logs = await reader.all(inputs, expect);
  if (logs === null) return null;
  const copies = copiesAmong(logs);
  const find = knownFinder(reader.whoIsWho(logs.filter((log) => !copies.has(log.input))));
  const seen = new Set<string>();
  return logs.map((log) => {
    const { input } = log;
    if ('error' in log) return unplanned(input, log.error);
    const original = copies.get(input);
    if (original) return { input, status: 'copy', original };
    const { speakers, calling, language, format, group, terms, rejected, documents, messages } = log.slice;
    const apart = keptApart(log.slice, seen);
    try {
      const touching = {
        group,
        format,
        language,
        terms,
        rejected,
        documents,
        people: find(speakers, calling),
      };
      return {
        input,
        messages,
        ...work.plan({ path: input.path, digest: log.digest, ...apart, ...touching }),
      };
    } catch (error) {
      return unplanned(input, error);
    }
  });
}
