import { createHash } from 'node:crypto';

/** The parts of a path, whatever its separator. */
const partsOf = (path: string): string[] => path.split(/[\\/]+/).filter(Boolean);

/** Names that Windows keeps for devices, whatever extension follows. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A string as one harmless path segment: letters, digits, `.`, `_`, `-`; never empty, never a dot name, at most 80 bytes long.
 * Group and date come from paths and headers, which are untrusted, and become file names.
 */
export function safeSegment(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .replace(/[.-]+$/, '');
  return shortened(device.test(safe) ? `log-${safe}` : safe || 'log');
}

/**
 * Most bytes of a segment in UTF-8: a file's name may have 255, and in the folders of tables a name is percent-encoded, three
 * times as long.
 */
const longestSegment = 80;

/** A segment that is not too long. One that was is told by a mark from others that begin alike. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= longestSegment) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 6);
  let head = '';
  for (const character of name) {
    if (Buffer.byteLength(head + character) > longestSegment - mark.length - 1) break;
    head += character;
  }
  return `${head.replace(/[.-]+$/, '')}-${mark}`;
}

/** The group of a log: the folder above `_posts`, else the folder that the file lies in. */
export function groupOf(path: string): string | null {
  const folders = partsOf(path).slice(0, -1);
  const at = folders.lastIndexOf('_posts');
  const folder = at > 0 ? folders[at - 1] : at < 0 ? folders.at(-1) : undefined;
  return folder && !/^\.{1,2}$|^[A-Za-z]:$/.test(folder) ? safeSegment(folder) : null;
}

/** File name without folders and extensions. */
export function stemOf(path: string): string {
  return (partsOf(path).at(-1) ?? '').replace(/(\.ascii)?\.(txt|md|markdown|log)$/i, '');
}

/** Nobody has logs of a chat from before these years, or from after them: such a date is a slip. */
const years = { first: 1970, last: 2099 };

/** Whether a chat may be of the year that a date begins with. */
export function isOfChats(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return year >= years.first && year <= years.last;
}

/** What stands for the date of a log that has none: its file's name, in which no date is left of a year without chats. */
export const nameForDate = (path: string): string =>
  safeSegment(stemOf(path)).replace(/(?<!\d)\d{4}-\d\d(?!\d)(?:-\d\d(?!\d))?/g, (date) =>
    isOfChats(date) ? date : date.replaceAll('-', '.'),
  );

/** The calendar date at the start of a string, `YYYY-MM-DD`, or null where there is none or no such day exists. */
export function dateIn(text: string): string | null {
  const found = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (!found) return null;
  const date = new Date(`${found[0]}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found[0]) ? found[0] : null;
}
