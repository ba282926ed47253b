import { escapeHtml } from './escape.js';

/** Markup that stands in a page as it is. Only {@link html} and charts that we drew ourselves make it. */
export class Markup {
  constructor(readonly source: string) {}
}

/** What may stand in a template: text is escaped, markup is not, what is missing leaves nothing. */
export type Part = Markup | string | number | null | undefined | false | readonly Part[];

function sourceOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return part.map(sourceOf).join('');
}

/**
 * A template of HTML in which every value is escaped unless it is markup already: what comes from a log cannot get into
 * a page in any other way. Values stand in text or in quoted attributes, nowhere else.
 *
 * @example html`<b title="${'"'}">${'<i>'}</b>`.source // '<b title="&quot;">&lt;i&gt;</b>'
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((source, string, i) => source + sourceOf(parts[i - 1]) + string));
}

/** Parts with a separator between them; those that are missing leave none. */
export function joined(parts: readonly Part[], separator: string): Part[] {
  const present = parts.filter((part) => sourceOf(part) !== '');
  return present.flatMap((part, i) => (i ? [separator, part] : [part]));
}
