import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Lang, words } from '../lang/index.js';
import {
  applyFixes,
  citedIn,
  digestOf,
  type Edition,
  type Fix,
  type Merged,
  mergeDraft,
  offeredBy,
  offerFixes,
  onlyNew,
  recordMarkdown,
  recordPage,
  recordSections,
  type TalkRecord,
} from '../records/index.js';
import { type DraftNote, readNote, textAt } from './draft-note.js';
import { decideFixes } from './fix-file.js';
import { writeWhole } from './write.js';
import type { DeclarationProblem } from './yaml.js';

/** How records are drafted. */
export interface DraftOptions {
  /** The folder that the days' pages stand in, each in its group's; drafts stand in `records/` beside them. */
  out: string;
  lang: Lang;
  edition: Edition;
  consent: string;
}

/** What became of a record. */
export interface DraftResult {
  outcome: Merged['outcome'] | 'encoding';
  markdown: string;
  page: string;
  /** Whether the page was left because somebody changed it. */
  pageKept: boolean;
  fixesFile: string;
  /** Changes that nobody decided on. */
  open: number;
  /** Changes that were accepted and have to be made by hand, as somebody edited the draft. */
  byHand: number;
  problems: DeclarationProblem[];
}

/** Where drafts stand: `records/2024-03-01-group`, of a second guest of the day with a number behind it. */
const stemOf = (out: string, date: string, group: string, order: number): string =>
  join(out, 'records', `${date}-${group}${order === 1 ? '' : `-${order}`}`);

/** The first place that no other record of this run has, and in which no other guest's draft stands. */
function placeOf(record: TalkRecord, out: string, taken: Set<string>): string {
  for (let order = 1; ; order++) {
    const stem = stemOf(out, record.date, record.group, order);
    const guest = readNote(`${stem}.huati.json`)?.guest ?? record.guest;
    if (taken.has(stem) || guest !== record.guest) continue;
    taken.add(stem);
    return stem;
  }
}

/** The page of a day as a record's page finds it, if it is there. */
const dayPage = (out: string, group: string, date: string): string | null =>
  existsSync(join(out, group, `${date}.html`))
    ? `../${encodeURIComponent(group)}/${encodeURIComponent(date)}.html`
    : null;

/** What the draft that is there becomes; `undefined` text is a file that is not UTF-8, to which nothing can be appended. */
function merge(
  existing: string | null | undefined,
  note: DraftNote | null,
  record: TalkRecord,
  { edition, lang }: DraftOptions,
): Merged | { outcome: 'encoding' } {
  if (existing === undefined) return { outcome: 'encoding' };
  return mergeDraft(existing, note, {
    draft: recordMarkdown(record, edition, words(lang)),
    citedIn,
    sectionsOf(offered) {
      const found = onlyNew(record, offered);
      return found && recordSections(found, words(lang));
    },
  });
}

/** Writes the page, unless somebody changed it since it was written. */
function writePage(path: string, page: string, note: DraftNote, keep: () => void): boolean {
  const before = textAt(path);
  if (before === page) return true;
  if (before === undefined || (before !== null && !note.pageDigests.includes(digestOf(before)))) return false;
  note.pageDigests = [...new Set([...note.pageDigests, digestOf(page)])];
  keep();
  writeWhole(path, page);
  return true;
}

/** The accepted changes that a draft that somebody edited still lacks. */
const undone = (accepted: readonly Fix[], text: string) => accepted.filter((fix) => text.includes(fix.from));

/**
 * Writes a record's draft (`.md`), its page (`.html`), the changes to decide on (`.fixes.yaml`) and the note of what was
 * drafted (`.huati.json`). A draft that somebody touched is never written over. Wherever a run ends, files are whole and
 * the next run goes on: the note has a draft's digest before the draft is written, and what was appended only afterwards.
 * @throws {InvalidPipeline} where the changes to decide on are no YAML
 */
export function writeDraft(record: TalkRecord, options: DraftOptions, taken: Set<string>): DraftResult {
  const { out, lang } = options;
  const stem = placeOf(record, out, taken);
  const [markdown, page, fixesFile] = [`${stem}.md`, `${stem}.html`, `${stem}.fixes.yaml`];
  const existing = textAt(markdown);
  const before = readNote(`${stem}.huati.json`);
  const { accepted, open, problems } = decideFixes(
    fixesFile,
    offerFixes(record),
    words(lang).record.fixesHead,
  );
  const fixed = applyFixes(record, accepted);
  const merged = merge(existing, before, fixed, options);
  const result: DraftResult = {
    outcome: merged.outcome,
    markdown,
    page,
    pageKept: false,
    fixesFile,
    open: open.length,
    byHand: 0,
    problems,
  };
  if (merged.outcome === 'foreign' || merged.outcome === 'encoding') return result;
  const note: DraftNote = {
    version: 1,
    guest: record.guest,
    digests: [...(before?.digests ?? [])],
    pageDigests: before?.pageDigests ?? [],
    offered: [...new Set([...(before?.offered ?? []), ...offeredBy(record)])],
  };
  const keep = () => writeWhole(`${stem}.huati.json`, `${JSON.stringify(note, null, 1)}\n`);
  if (merged.outcome === 'written') {
    note.digests = [...new Set([...note.digests, digestOf(merged.text)])];
    keep();
  }
  if ('text' in merged) writeWhole(markdown, merged.text);
  const isEdited = merged.outcome === 'appended' || merged.outcome === 'kept';
  const byHand = isEdited ? undone(accepted, existing ?? '') : [];
  const shown = recordPage(fixed, {
    lang,
    edition: options.edition,
    consent: options.consent,
    fixes: open,
    fixesFile: basename(fixesFile),
    ...(isEdited && { edited: { file: basename(markdown), byHand } }),
    dayPage: (date) => dayPage(out, record.group, date),
  });
  const isWritten = writePage(page, shown, note, keep);
  keep();
  return { ...result, pageKept: !isWritten, byHand: byHand.length };
}

/** The draft of this day's first record that was written before; null where there is none. */
export function earlierDraft(out: string, group: string, date: string): string | null {
  const path = `${stemOf(out, date, group, 1)}.md`;
  return existsSync(path) ? path : null;
}
