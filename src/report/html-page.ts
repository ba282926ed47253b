import { type Words, words } from '../lang/index.js';
import type { Domain } from '../threads/index.js';
import type { Report } from './model.js';
import type { SiteFrame } from './site-frame.js';

/** A chart as inline SVG, already safe markup. */
export interface ThemedChart {
  light: string;
  dark: string;
}

/** A chart that the site's script draws where it comes into view. */
export interface EmbeddedChart {
  /** Relative address of the file that holds its specifications. */
  embedded: string;
}

/** What a page is made of besides the report. */
export interface PageAssets {
  /** The charts for a wide page and, where given, drawn anew for a phone: a scaled one cannot be read there. */
  charts: ((ThemedChart | EmbeddedChart) & {
    name: string;
    title: string;
    summary: string;
    narrow?: ThemedChart;
  })[];
  /** Relative address of an image that lies in the folder given with --images, or null (then a placeholder is shown). */
  image(attachment: { title: string; url: string }): string | null;
  /** The 25-line plain text, for the copy button. */
  brief: string;
  /** Where the page stands in a site; absent for a page alone. */
  site?: SiteFrame;
  /** Relative address of a term's page, or null where it has none; absent for a page alone. */
  termPage?(term: string): string | null;
}

/** A thread as the log's messages point to it. */
export interface ThreadPlace {
  id: number;
  title: string;
  domain: Domain;
  /** `A` of a thread with a section of its own, else nothing. */
  letter: string;
  /** Anchor of the section that tells of it, or null where only the log has it. */
  anchor: string | null;
}

/** A report with what every part of its page looks up. */
export interface Page {
  report: Report;
  assets: PageAssets;
  w: Words;
  /** The thread of a message. */
  threadOf: ReadonlyMap<number, ThreadPlace>;
}

/** `A` for the first thread. After 26 the letters come again; so many are never shown. */
export const letterOf = (order: number): string => String.fromCharCode(65 + (order % 26));

/** Anchors of a page: the one place where they are spelled. */
export const anchors = {
  message: (n: number) => `m${n}`,
  thread: (id: number) => `t${id}`,
  talk: (order: number) => `talk${order + 1}`,
  term: (order: number) => `term${order + 1}`,
};

function placesOf(report: Report): Map<number, ThreadPlace> {
  const letters = new Map(report.threads.map((t, i) => [t.id, letterOf(i)]));
  const talks = new Map(report.talks.flatMap((talk, i) => talk.passages.map((n) => [n, anchors.talk(i)])));
  const places = new Map<number, ThreadPlace>();
  for (const { id, title, domain, messages } of report.analysis.threads) {
    const letter = letters.get(id) ?? '';
    const talk = messages.map((n) => talks.get(n)).find((anchor) => anchor !== undefined);
    const place = { id, title, domain, letter, anchor: letter ? anchors.thread(id) : (talk ?? null) };
    for (const n of messages) places.set(n, place);
  }
  return places;
}

/** Gets a report ready for its page. */
export function preparePage(report: Report, assets: PageAssets): Page {
  return { report, assets, w: words(report.lang), threadOf: placesOf(report) };
}
