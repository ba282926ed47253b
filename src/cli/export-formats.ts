import type { EntryStatus } from '../text/index.js';

/** The statuses of entries that an export has where none are named. */
export const exportedUnlessSaid: readonly EntryStatus[] = ['approved', 'draft'];

/** Formats that a glossary is exported in. */
export const exportFormats = ['md', 'html', 'json', 'csv', 'skos', 'tbx', 'jieba'] as const;
export type ExportFormat = (typeof exportFormats)[number];
