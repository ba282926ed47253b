import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { words } from '../../lang/index.js';
import { findPeople, knownIn } from '../../people/index.js';
import { linkModelFor } from '../../pipeline/index.js';
import { innerNames } from '../../privacy/index.js';
import { type Day, readDay } from '../../read/index.js';
import { Lexicon, loadSegmenter, resolveSegmenter, tokenize } from '../../text/index.js';
import { type ExplainedCandidate, type Explanation, explainLink, prepare } from '../../threads/index.js';
import { exitCodes, type Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { CommandError, Session } from '../session.js';

const longestText = 40;

/** A message in a line: number, time, name, how its text begins. */
function line(day: Day, n: number): string {
  const { time, speaker, text } = day.messages[n - 1]!;
  const flat = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
  const shown =
    flat.length > longestText ? `${flat.slice(0, longestText).replace(/[\ud800-\udbff]$/, '')}…` : flat;
  return `#${n} ${time} ${innerNames.show(speaker)}  ${shown}`;
}

/** Shows the candidates of one message with what spoke for and against each. */
export async function explain(
  path: string,
  number: string,
  options: RunCommandOptions,
  io: Io,
): Promise<number> {
  const session = new Session('analyze', options, io);
  const w = words(session.pipeline.lang);
  const day = readFile(resolve(io.cwd, path), session);
  const n = Number(number);
  if (!day.messages[n - 1]) throw new CommandError(w.explain.noMessage(number, day.messages.length));
  const model = linkModelFor(day.language);
  if (!model) throw new CommandError(w.explain.noModel);
  const known = knownIn(session.corrections.people, day.messages);
  const people = findPeople(day, session.workspace.owner, known);
  const lexicon = new Lexicon(session.dictionaries.entries);
  const segmenter = loadSegmenter(resolveSegmenter(session.pipeline.segmenter));
  const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i]!, lexicon, segmenter));
  const found = explainLink(prepare(day, people, tokens, session.dictionaries.words), model, n);
  if (options.json) io.out(`${JSON.stringify(found)}\n`);
  else io.out(found ? `${page(day, found, w)}\n` : `${line(day, n)}\n${w.explain.notWeighed}\n`);
  return exitCodes.ok;
}

function readFile(path: string, session: Session): Day {
  const { format } = session.pipeline.read;
  try {
    return readDay(readFileSync(path), { path, ...(format !== 'auto' && { format }) });
  } catch (error) {
    throw new CommandError(session.words.failed(session.shown(path), (error as Error).message));
  }
}

function page(day: Day, found: Explanation, w: ReturnType<typeof words>): string {
  const lines = found.candidates.map((candidate) => {
    const percent = `${Math.round(100 * candidate.probability)}%`.padStart(4);
    const what = candidate.n === found.n ? w.explain.starts : line(day, candidate.n);
    const mark = candidate.n === found.parent ? ` ← ${w.explain.chosen}` : '';
    return [`${percent}  ${what}${mark}`, ...reasons(candidate, w)].join('\n');
  });
  return `${line(day, found.n)}\n${lines.join('\n')}`;
}

/** What spoke for a candidate and what against it, each in a line; nothing where nothing did. */
function reasons({ evidence }: ExplainedCandidate, w: ReturnType<typeof words>): string[] {
  const say = (title: string, some: typeof evidence) =>
    some.length
      ? [
          `      ${title}${some.map((e) => `${w.explain.groups[e.group]} ${e.weight > 0 ? '+' : '−'}${Math.abs(e.weight).toFixed(1)}`).join(w.explain.comma)}`,
        ]
      : [];
  return [
    ...say(
      w.explain.supports,
      evidence.filter((e) => e.weight > 0),
    ),
    ...say(
      w.explain.opposes,
      evidence.filter((e) => e.weight < 0),
    ),
  ];
}
