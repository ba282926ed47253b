/** The parts of a path, whatever its separator. */
const partsOf = (path: string): string[] => path.split(/[\\/]+/).filter(Boolean);

/** Names that Windows keeps for devices, whatever extension follows. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A string as one harmless path segment: letters, digits, `.`, `_`, `-`; never empty, never a dot name, at most 80 long.
 * Group and date come from paths and headers, which are untrusted, and become file names.
 */
export function safeSegment(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80)
    // the cut may leave a dot or half a character at the end
    .replace(/[.\-\ud800-\udbff]+$/, '');
  return device.test(safe) ? `log-${safe}`.slice(0, 80) : safe || 'log';
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

/** The calendar date at the start of a string, `YYYY-MM-DD`, or null where there is none or no such day exists. */
export function dateIn(text: string): string | null {
  const found = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (!found) return null;
  const date = new Date(`${found[0]}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found[0]) ? found[0] : null;
}
