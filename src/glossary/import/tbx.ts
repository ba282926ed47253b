import { DOMParser, type Element } from '@xmldom/xmldom';
import { fromExact } from '../exact.js';
import { notePrefix } from '../export/tbx.js';
import { addTold, type ImportFile } from '../told.js';

const textOf = (element: Element): string =>
  fromExact((element.textContent ?? '').replace(/[\t\n\r ]+/g, ' ').trim());

const childrenOf = (element: Element, name: string): Element[] => {
  const found: Element[] = [];
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1 && (child as Element).localName === name) found.push(child as Element);
  return found;
};

const childOf = (element: Element, name: string, type?: string): Element | undefined =>
  childrenOf(element, name).find((e) => type === undefined || e.getAttribute('type') === type);

const textIn = (element: Element, name: string, type?: string): string | undefined => {
  const found = childOf(element, name, type);
  return found && (textOf(found) || undefined);
};

/** The notes of an element: our own by their keys, and those of others. */
function notesOf(element: Element): { own: Map<string, string[]>; others: string[] } {
  const own = new Map<string, string[]>();
  const others: string[] = [];
  for (const text of childrenOf(element, 'note').map(textOf)) {
    const [, key, value] = /^huati\.([\w.]+): (.*)$/s.exec(text) ?? [];
    if (key) own.set(key, [...(own.get(key) ?? []), value!]);
    else if (text && !text.startsWith(notePrefix)) others.push(text);
  }
  return { own, others };
}

function decisionIn(group: Element): unknown {
  const { own } = notesOf(group);
  const did = own.get('did')?.[0];
  if (did === undefined) return null;
  const seen = own.get('seen')?.[0]?.split('/').map(Number);
  return told({
    on: textIn(group, 'date'),
    by: textIn(group, 'transacNote', 'responsibility'),
    did,
    why: own.get('why')?.[0],
    along: own.get('along'),
    seen: seen && { messages: seen[0], days: seen[1], people: seen[2] },
  });
}

/** Definitions at a level: the concept's own first, then those that hold somewhere else. */
function definitionsIn(level: Element) {
  const groups = childrenOf(level, 'descripGrp').filter((g) => childOf(g, 'descrip', 'definition'));
  const definitions = groups.map((g) => ({
    definition: textIn(g, 'descrip', 'definition'),
    source: textIn(g, 'admin', 'source'),
    where: notesOf(g).own.get('sense')?.[0],
  }));
  const bare = textIn(level, 'descrip', 'definition');
  return bare === undefined
    ? definitions
    : [{ definition: bare, source: undefined, where: undefined }, ...definitions];
}

const termsIn = (section: Element): string[] =>
  childrenOf(section, 'termSec').flatMap((s) => textIn(s, 'term') ?? []);

const languageOf = (section: Element) => section.getAttribute('xml:lang')?.toLowerCase() ?? '';

/** What is not said, or said with nothing, is left out. */
const told = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, v]) => v !== undefined && !(Array.isArray(v) && !v.length)),
  );

function saidBy(concept: Element): Record<string, unknown> {
  const sections = childrenOf(concept, 'langSec');
  const chinese = sections.find((s) => languageOf(s).startsWith('zh')) ?? sections[0];
  const english = sections.find((s) => s !== chinese && languageOf(s).startsWith('en'));
  const { own, others } = notesOf(concept);
  const one = (key: string) => own.get(key)?.[0];
  const levels = [chinese, concept, english].filter((level) => level !== undefined);
  const definitions = levels.flatMap(definitionsIn);
  const main = definitions.find((d) => d.where === undefined);
  const [term, ...aliases] = chinese ? termsIn(chinese) : [];
  const checked = ['by', 'on', 'original'].map((key) => one(`checked.${key}`));
  return told({
    term,
    aliases,
    class: one('class'),
    english: english && termsIn(english)[0],
    definition: main?.definition,
    source: main?.source ?? (chinese && textIn(chinese, 'admin', 'source')),
    where: one('where'),
    senses: definitions.filter((d) => d.where !== undefined).map(told),
    from: one('from'),
    until: one('until'),
    confused: own.get('confused'),
    related: childrenOf(concept, 'ref').map(textOf).filter(Boolean),
    broader: own.get('broader'),
    narrower: own.get('narrower'),
    replacedBy: one('replacedBy'),
    status: one('status'),
    checked: checked.some((part) => part !== undefined)
      ? { by: checked[0], on: checked[1], original: checked[2] === 'true' }
      : undefined,
    notes: [...(own.get('notes') ?? []), ...others].join('\n') || undefined,
    history: childrenOf(concept, 'transacGrp').map(decisionIn).filter(Boolean),
  });
}

/**
 * Reads TBX (ISO 30042:2019, DCA style): of any glossary terms, definitions, sources and notes; of huati's own everything.
 * The Chinese section is the entry's, or the first where there is none. A file with a document type is refused: entities
 * can be made to read other files or to swell without end. Never throws.
 */
export function readTbx(text: string): ImportFile {
  const file: ImportFile = { entries: [], problems: [] };
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const doctype = text.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (doctype >= 0) {
    file.problems.push({ line: lineAt(doctype), reason: 'a document type (DTD) is refused; take it out' });
    return file;
  }
  try {
    const stop = (level: string, message: string) => {
      if (level !== 'warning') throw new Error(message.split('\n')[0]);
    };
    const document = new DOMParser({ onError: stop }).parseFromString(
      text.replace(/^\ufeff/, ''),
      'application/xml',
    );
    const concepts = document.getElementsByTagNameNS('*', 'conceptEntry');
    if (!concepts.length)
      file.problems.push({
        line: 1,
        reason: 'expected conceptEntry elements, of TBX as of 2019 (ISO 30042)',
      });
    for (let concept = concepts[0]; concept; concept = next(concept)) read(file, concept);
  } catch (error) {
    const { message, locator } = error as Error & { locator?: { lineNumber?: number } };
    file.problems.push({ line: locator?.lineNumber ?? 1, reason: `no XML that can be read: ${message}` });
  }
  return file;
}

/** The concept after one; the list itself is searched anew at each look. */
function next(concept: Element): Element | undefined {
  for (let node = concept.nextSibling; node; node = node.nextSibling)
    if (node.nodeType === 1 && (node as Element).localName === 'conceptEntry') return node as Element;
  return undefined;
}

const read = (file: ImportFile, concept: Element): void =>
  addTold(file, concept.lineNumber ?? 1, saidBy(concept));
