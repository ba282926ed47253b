import type { Entry } from '../../text/index.js';

/** A glossary as JSON: the entries as they stand in its files, an entry a line so that changes can be seen. */
export const toJson = (entries: readonly Entry[]): string =>
  `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`;
