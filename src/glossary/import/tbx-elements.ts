import type { Element } from '@xmldom/xmldom';
import { fromExact } from '../exact.js';
import { notePrefix } from '../export/tbx.js';

/** What an element says, with white space as XML's tools fold it. */
export const textOf = (element: Element): string =>
  fromExact((element.textContent ?? '').replace(/[\t\n\r ]+/g, ' ').trim());

/** The elements in an element, in the order of the file. */
export function elementsIn(element: Element): Element[] {
  const found: Element[] = [];
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1) found.push(child as Element);
  return found;
}

/** Whether an element is of a data category: `<descrip type="definition">` in DCA style, `<basic:definition>` in DCT style. */
export const isOf = (element: Element, name: string, type?: string): boolean =>
  (element.localName === name && (type === undefined || element.getAttribute('type') === type)) ||
  (type !== undefined && element.localName === type);

/** The elements of a data category in an element, or in a group of such (`adminGrp`) there. */
export const childrenOf = (element: Element, name: string, type?: string): Element[] =>
  elementsIn(element)
    .flatMap((e) => (e.localName === `${name}Grp` ? elementsIn(e) : e))
    .filter((e) => isOf(e, name, type));

/** What they say; those that are empty say nothing. */
export const textsIn = (element: Element, name: string, type?: string): string[] =>
  childrenOf(element, name, type).map(textOf).filter(Boolean);

/** What the first of them says. */
export const textIn = (element: Element, name: string, type?: string): string | undefined =>
  textsIn(element, name, type)[0];

/** The notes of an element: our own by their keys, and those of other programs. */
export function notesOf(element: Element): { own: Map<string, string[]>; others: string[] } {
  const own = new Map<string, string[]>();
  const others: string[] = [];
  for (const text of textsIn(element, 'note')) {
    const [, key, value] = /^huati\.([\w.]+): (.*)$/s.exec(text) ?? [];
    if (key) own.set(key, [...(own.get(key) ?? []), value!]);
    else if (!text.startsWith(notePrefix)) others.push(text);
  }
  return { own, others };
}
