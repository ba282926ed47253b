/** Where something is wrong: a file, by its whole path, and a line of it, from 1. */
export interface Place {
  path?: string;
  line?: number;
}

/** Something in the input, the glossary or the workspace that was wrong while a command did its work. */
export interface Problem extends Place {
  /** What is wrong, for programs: `not-a-log`. */
  code: string;
  /** The same for people, in their language, as it was said. */
  message: string;
}

/**
 * What a command answers with under `--json`, whichever command it is: one object on one line, what went wrong last in it.
 * An answer that names no `error` is one of a command that ran.
 */
export const answerOf = (answer: object, problems: readonly Problem[]): string =>
  `${JSON.stringify({ ...answer, problems })}\n`;
