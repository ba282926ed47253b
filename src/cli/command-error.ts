import { exitCodes } from './io.js';

/** Thrown where a command cannot begin; its message is for the user, its code for the shell. */
export class CommandError extends Error {
  override name = 'CommandError';
  constructor(
    message: string,
    readonly code: number = exitCodes.usage,
  ) {
    super(message);
  }
}

/** Thrown where somebody interrupted what needs all days; that was said already. */
export class Interrupted extends CommandError {
  override name = 'Interrupted';
  constructor() {
    super('', exitCodes.interrupted);
  }
}
