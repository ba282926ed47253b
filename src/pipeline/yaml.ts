import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';

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

/** A YAML file as data, and the line of whatever stands at a path in it. */
export interface Declared {
  data: unknown;
  lineOf(at: readonly PropertyKey[]): number;
}

/** An object that knows its keys, and names them where it is given another. */
export const keyed = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown key ${issue.keys.join(', ')}; expected ${Object.keys(shape).join(', ') || 'none'}`
        : undefined,
  });

/** What a schema found wrong, each with its place; an unknown key is its own place. */
export const issuesOf = (error: z.ZodError): { at: PropertyKey[]; reason: string }[] =>
  error.issues.map((issue) => ({
    at: issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path,
    reason: issue.message,
  }));

/**
 * Reads a YAML file.
 * @throws {InvalidPipeline} where it is none, with the lines that are not
 */
export function parseYaml(path: string, text: string): Declared {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' });
  if (document.errors.length)
    throw new InvalidPipeline(
      document.errors.map((e) => ({
        path,
        line: lines.linePos(e.pos[0]).line,
        reason: e.message.split('\n')[0]!,
      })),
    );
  try {
    return { data: document.toJS() ?? {}, lineOf: (at) => lineOf(document, at, lines) };
  } catch (error) {
    // an alias that leads nowhere, or to too much
    throw new InvalidPipeline([{ path, line: 1, reason: (error as Error).message }]);
  }
}

function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: unknown = document.contents;
  let last = 1;
  const at = (found: Node | undefined) => {
    const start = found?.range?.[0];
    if (start !== undefined) last = lines.linePos(start).line;
  };
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      at(pair.key as Node);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      at(node as Node | undefined);
    }
  }
  return last;
}
