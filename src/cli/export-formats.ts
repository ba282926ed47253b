/** Formats that a glossary is exported in. */
export const exportFormats = ['md', 'html', 'json', 'csv', 'skos', 'tbx', 'jieba'] as const;
export type ExportFormat = (typeof exportFormats)[number];
