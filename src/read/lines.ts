/** The lines of a text, however they end: with a line feed, a carriage return (classic Mac) or both (Windows). */
export const textLines = (text: string): string[] => text.split(/\r\n|\r|\n/);
