import { extname, resolve } from 'node:path';
import { inPinyinOrder } from '../../glossary/export/pinyin.js';
import { type Lang, words } from '../../lang/index.js';
import { type FindDayPage, noDayPages } from '../../report/index.js';
import { type Entry, entryStatuses } from '../../text/index.js';
import { csv } from '../csv.js';
import { dayPages } from '../day-pages.js';
import { type ExportFormat, exportedUnlessSaid, exportFormats } from '../export-formats.js';
import { statusNamed } from '../glossary-names.js';
import type { Io } from '../io.js';
import type { RunCommandOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { writeFile } from '../write-file.js';

/** What `huati glossary export` takes. */
export interface ExportOptions extends Omit<RunCommandOptions, 'format'> {
  format?: ExportFormat;
  status?: string;
  base?: string;
}

/** Formats by the endings of their files. */
const byEnding: Record<string, ExportFormat> = {
  '.md': 'md',
  '.markdown': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.csv': 'csv',
  '.ttl': 'skos',
  '.tbx': 'tbx',
  '.dict': 'jieba',
  '.txt': 'jieba',
  '.utf8': 'jieba',
};

/** What an export leads to: days that have pages, and what addresses of concepts begin with. */
interface Leads {
  findDay: FindDayPage;
  base: string | undefined;
}

type Writer = (entries: readonly Entry[], lang: Lang, leads: Leads) => Promise<string | Iterable<string>>;

/** Each format's code is loaded when it is asked for. */
const writers: Record<ExportFormat, Writer> = {
  md: async (entries, lang, { findDay }) =>
    (await import('../../report/glossary-markdown.js')).glossaryMarkdown(entries, lang, findDay),
  html: async (entries, lang, { findDay }) =>
    (await import('../../report/glossary-page.js')).glossaryPage(entries, lang, findDay),
  json: async (entries) => (await import('../../glossary/export/json.js')).toJson(entries),
  csv: async (entries, lang) =>
    csv((await import('../../glossary/export/csv.js')).toSheet(entries, words(lang).glossary.fields)),
  skos: async (entries, _, { base }) => (await import('../../glossary/export/skos.js')).toSkos(entries, base),
  tbx: async (entries, lang) =>
    (await import('../../glossary/export/tbx.js')).toTbx(entries, words(lang).glossary.page.title),
  jieba: async (entries) => (await import('../../glossary/export/jieba.js')).toJieba(entries),
};

/** The statuses that an option names. */
function statusesOf(said: string | undefined, noStatus: (status: string, known: string) => string) {
  if (said === undefined) return exportedUnlessSaid;
  if (said === 'all') return entryStatuses;
  return said.split(/[,，、]/).map((part) => {
    const status = statusNamed(part);
    if (!status) throw new CommandError('no-status', noStatus(part.trim(), entryStatuses.join('、')));
    return status;
  });
}

/** What the addresses of concepts may begin with: an address or a name, nothing that ends an IRI. */
const isBase = (base: string) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(base);

/** Tells what a spreadsheet would cut off, as what is read in from there again would lack it. */
async function tellLongCells(session: Session, entries: readonly Entry[]): Promise<void> {
  const { longCells, longestCell } = await import('../../glossary/export/csv.js');
  const w = words(session.pipeline.lang).glossary;
  for (const { term, field, length } of longCells(entries))
    session.say(w.longCell(term, w.fields[field], length, longestCell));
}

/** Writes the glossary in a format for other people and programs (`huati glossary export`). */
export async function exportGlossary(options: ExportOptions, io: Io): Promise<number> {
  const { format: said, status, base, ...rest } = options;
  const session = new Session('analyze', rest, io);
  const { lang } = session.pipeline;
  const w = words(lang).glossary;
  const path = options.out === undefined ? null : resolve(io.cwd, options.out);
  const ending = path === null ? undefined : byEnding[extname(path).toLowerCase()];
  const format = said ?? ending ?? (options.json ? 'json' : undefined);
  if (options.json && path === null && format !== 'json')
    throw new CommandError('conflict', session.words.conflict(`--json --format ${format}`));
  if (!format) throw new CommandError('no-format', w.noFormat(exportFormats.join('、')));
  if (base !== undefined && !isBase(base))
    throw new CommandError('invalid-value', session.words.invalidValue('--base'));
  const statuses = new Set(statusesOf(status, w.noStatus));
  if (options.public) await session.enrol();
  const chosen = session.entries.filter((entry) => statuses.has(entry.status));
  // whichever of the workspace's files an entry stands in, it has one place in the export
  const entries = inPinyinOrder(chosen).map(({ entry }) => entry);
  if (!entries.length) throw new CommandError('nothing-to-export', w.nothingToExport);
  if (format === 'csv') await tellLongCells(session, entries);
  const text = await writers[format](entries, lang, {
    findDay: path === null ? noDayPages : dayPages(session, path),
    base,
  });
  if (path !== null) writeFile(session, path, text);
  if (options.json) session.answer({ format, entries, file: path });
  else if (path === null) for (const piece of typeof text === 'string' ? [text] : text) io.out(piece);
  if (path !== null) session.say(w.exported(entries.length, session.shown(path)));
  return session.exitCode;
}
