import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Findings } from '../analysis/index.js';
import { langs } from '../lang/index.js';
import { formats } from '../read/index.js';
import { segmenterNames } from '../text/index.js';
import { type DeclaredStage, type Stage, type StageName, stages } from './stages.js';

export const outputNames = ['analysis', 'markdown', 'html', 'brief', 'charts'] as const;
export type OutputName = (typeof outputNames)[number];

const formatNames = formats.map((format) => format.name) as [string, ...string[]];

/** What `pipelines/*.yaml` may say, beside its stages. */
const declarationSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  read: z.strictObject({ format: z.enum(['auto', ...formatNames]).default('auto') }).prefault({}),
  segmenter: z.enum(['auto', ...segmenterNames]).default('auto'),
  glossary: z.boolean().default(true),
  lang: z.enum(langs).default('zh'),
  stages: z.array(z.unknown()).min(1),
  outputs: z.array(z.enum(outputNames)).min(1),
});

/** A pipeline (流程): what is read, the stages that a day goes through, and what is written. */
export type Pipeline = Omit<z.output<typeof declarationSchema>, 'stages'> & { stages: DeclaredStage[] };

/** Something wrong with a declaration, and where. */
export interface DeclarationProblem {
  path: string;
  line: number;
  reason: string;
}

/** Thrown before anything runs where a declaration is wrong; holds all that is wrong with it. */
export class InvalidPipeline extends Error {
  override name = 'InvalidPipeline';
  constructor(readonly problems: DeclarationProblem[]) {
    super(problems.map((p) => `${p.path}:${p.line}: ${p.reason}`).join('\n'));
  }
}

/** A name and options from `name` or `name: { … }`. */
function nameAndOptions(item: unknown): [string, unknown] | null {
  if (typeof item === 'string') return [item, {}];
  if (typeof item !== 'object' || item === null || Object.keys(item).length !== 1) return null;
  const [[name, options]] = Object.entries(item) as [[string, unknown]];
  return [name, options ?? {}];
}

function checkStages(
  items: unknown[],
  fail: (at: (string | number)[], reason: string) => void,
): DeclaredStage[] {
  const have = new Set<keyof Findings>();
  return items.flatMap((item, i): DeclaredStage[] => {
    const declared = nameAndOptions(item);
    if (!declared) {
      fail(['stages', i], 'expected a stage, `name` or `name: { option: value }`');
      return [];
    }
    const [name, given] = declared;
    if (!(name in stages)) {
      fail(['stages', i], `unknown stage ${name}; expected one of ${Object.keys(stages).join(', ')}`);
      return [];
    }
    const stage: Stage = stages[name as StageName];
    const missing = stage.needs.filter((need) => !have.has(need));
    if (missing.length)
      fail(['stages', i], `${name} needs ${missing.join(' and ')}, which no stage before it gives`);
    for (const gift of stage.gives) have.add(gift);
    const options = stage.options.safeParse(given);
    if (options.success) return [{ name: name as StageName, options: options.data }];
    for (const issue of options.error.issues)
      fail(['stages', i, name, ...(issue.path as string[])], `${name}: ${issue.message}`);
    return [];
  });
}

function positionOf(document: Document, path: (string | number)[], lines: LineCounter): number {
  let node: unknown = document.contents;
  let last = 1;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      const start = (pair.key as Node).range?.[0];
      if (start !== undefined) last = lines.linePos(start).line;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      const start = (node as Node | undefined)?.range?.[0];
      if (start !== undefined) last = lines.linePos(start).line;
    }
  }
  return last;
}

/**
 * Reads a pipeline's declaration.
 * @throws {InvalidPipeline} naming every line that is wrong and what was expected there
 */
export function readPipeline(path: string, text: string): Pipeline {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: DeclarationProblem[] = document.errors.map((e) => ({
    path,
    line: lines.linePos(e.pos[0]).line,
    reason: e.message.split('\n')[0]!,
  }));
  const fail = (at: (string | number)[], reason: string) =>
    problems.push({ path, line: positionOf(document, at, lines), reason });
  if (problems.length) throw new InvalidPipeline(problems);
  const parsed = declarationSchema.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      fail(issue.path as string[], `${issue.path.join('.') || 'pipeline'}: ${issue.message}`);
    throw new InvalidPipeline(problems);
  }
  const declared = checkStages(parsed.data.stages, fail);
  const gives = new Set(declared.flatMap(({ name }) => [...stages[name].gives] as string[]));
  const needed: (keyof Findings)[] = [
    'people',
    'segmenter',
    'tokens',
    'terms',
    'links',
    'threads',
    'questions',
    'talks',
    'schedule',
  ];
  const absent = needed.filter((need) => !gives.has(need));
  if (!problems.length && absent.length)
    fail(['stages'], `no stage gives ${absent.join(', ')}, which every output needs`);
  if (problems.length) throw new InvalidPipeline(problems);
  return { ...parsed.data, stages: declared };
}
