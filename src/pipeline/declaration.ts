import { z } from 'zod';
import type { Findings } from '../analysis/index.js';
import { langs } from '../lang/index.js';
import { formatNames } from '../read/index.js';
import { segmenterNames } from '../text/index.js';
import { type DeclaredStage, type Stage, type StageName, stages } from './stages.js';
import { type DeclarationProblem, InvalidPipeline, issuesOf, keyed, parseYaml } from './yaml.js';

export const outputNames = ['analysis', 'markdown', 'html', 'brief', 'charts'] as const;
export type OutputName = (typeof outputNames)[number];

/** What `pipelines/*.yaml` may say, beside its stages. */
const declarationSchema = keyed({
  name: z.string().min(1),
  description: z.string().optional(),
  read: keyed({ format: z.enum(['auto', ...formatNames]).default('auto') }).prefault({}),
  segmenter: z.enum(['auto', ...segmenterNames]).default('auto'),
  glossary: z.boolean().default(true),
  lang: z.enum(langs).default('zh'),
  stages: z.array(z.unknown()).min(1),
  outputs: z.array(z.enum(outputNames)).min(1),
});

/** A pipeline (流程): what is read, the stages that a day goes through, and what is written. */
export type Pipeline = Omit<z.output<typeof declarationSchema>, 'stages'> & { stages: DeclaredStage[] };

/** A name and options from `name` or `name: { … }`. */
function nameAndOptions(item: unknown): [string, unknown] | null {
  if (typeof item === 'string') return [item, {}];
  if (typeof item !== 'object' || item === null || Object.keys(item).length !== 1) return null;
  const [[name, options]] = Object.entries(item) as [[string, unknown]];
  return [name, options ?? {}];
}

function checkStages(items: unknown[], fail: (at: PropertyKey[], reason: string) => void): DeclaredStage[] {
  const have = new Set<keyof Findings>();
  return items.flatMap((item, i): DeclaredStage[] => {
    const declared = nameAndOptions(item);
    if (!declared) {
      fail(['stages', i], 'expected a stage, `name` or `name: { option: value }`');
      return [];
    }
    const [name, given] = declared;
    if (!Object.hasOwn(stages, name)) {
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
    for (const { at, reason } of issuesOf(options.error))
      fail(['stages', i, name, ...at], `${name}: ${reason}`);
    return [];
  });
}

/**
 * Reads a pipeline's declaration.
 * @throws {InvalidPipeline} naming every line that is wrong and what was expected there
 */
export function readPipeline(path: string, text: string): Pipeline {
  const { data, lineOf } = parseYaml(path, text);
  const problems: DeclarationProblem[] = [];
  const fail = (at: PropertyKey[], reason: string) => problems.push({ path, line: lineOf(at), reason });
  const parsed = declarationSchema.safeParse(data);
  if (!parsed.success) {
    for (const { at, reason } of issuesOf(parsed.error)) fail(at, `${at.join('.') || 'pipeline'}: ${reason}`);
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
