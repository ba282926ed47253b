import { exitCodes } from './io.js';

/** Thrown where a command cannot begin. */
export class CommandError extends Error {
  override name = 'CommandError';
  /**
   * @param code what is wrong, for programs: `no-paths`
   * @param message the same for the user
   * @param exit for the shell
   */
  constructor(
    readonly code: string,
    message: string,
    readonly exit: number = exitCodes.usage,
  ) {
    super(message);
  }
}

/** Thrown where somebody interrupted what needs all days; that was said already. */
export class Interrupted extends CommandError {
  override name = 'Interrupted';
  constructor() {
    super('interrupted', '', exitCodes.interrupted);
  }
}
