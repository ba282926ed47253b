import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { addTold, type ImportFile } from '../told.js';
import { conceptOf, isDeprecated, referencesAt, remarksOn, sourceOf, termsById } from './tbx-concept.js';
import { childrenOf, notesOf, textIn } from './tbx-elements.js';

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

/** What is not said, or said with nothing, is left out. */
const told = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, v]) => v !== undefined && !(Array.isArray(v) && !v.length)),
  );

function saidBy(element: Element, terms: ReadonlyMap<string, string>): Record<string, unknown> {
  const { own } = notesOf(element);
  const one = (key: string) => own.get(key)?.[0];
  const concept = conceptOf(element);
  const { main, aliases, english, definitions } = concept;
  const taken = definitions.find((d) => d.where === undefined);
  const source = sourceOf(concept, taken);
  const ofTerms = [main, ...aliases].flatMap((d) => (d ? referencesAt(d.at, terms) : []));
  const checked = ['by', 'on', 'original'].map((key) => one(`checked.${key}`));
  return told({
    term: main?.term,
    aliases: aliases.map((d) => d.term),
    class: one('class'),
    english: english[0],
    definition: taken?.definition,
    source,
    where: one('where'),
    senses: definitions.filter((d) => d.where !== undefined).map(({ notes: _, ...sense }) => told(sense)),
    from: one('from'),
    until: one('until'),
    confused: own.get('confused'),
    // terms of one concept may refer to each other
    related: [...referencesAt(element, terms), ...ofTerms.filter((term) => term !== main?.term)],
    broader: own.get('broader'),
    narrower: own.get('narrower'),
    replacedBy: one('replacedBy'),
    status: one('status') ?? (main && isDeprecated(main) ? 'deprecated' : undefined),
    checked: checked.some((part) => part !== undefined)
      ? { by: checked[0], on: checked[1], original: checked[2] === 'true' }
      : undefined,
    notes: [...(own.get('notes') ?? []), ...remarksOn(concept, taken, source)].join('\n') || undefined,
    history: childrenOf(element, 'transacGrp').map(decisionIn).filter(Boolean),
  });
}

/**
 * Reads TBX (ISO 30042:2019, DCA or DCT style): of any glossary terms, definitions, sources, references and notes; of huati's
 * own everything. Chinese sections are the entry's, or the first where there is none. A file with a document type is refused:
 * entities can be made to read other files or to swell without end. Never throws.
 */
export function readTbx(text: string): ImportFile {
  const file: ImportFile = { entries: [], problems: [] };
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const doctype = text.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (doctype >= 0) {
    file.problems.push({ line: lineAt(doctype), reason: 'a document type (DTD) is refused; take it out' });
    return file;
  }
  // the parser wraps what it says in words about itself
  let fault: string | undefined;
  try {
    const stop = (level: string, message: string) => {
      if (level === 'warning') return;
      fault = message.split('\n')[0]!;
      throw new Error(fault);
    };
    const document = new DOMParser({ onError: stop }).parseFromString(
      text.replace(/^\ufeff/, ''),
      'application/xml',
    );
    const concepts = conceptsIn(document.getElementsByTagNameNS('*', 'conceptEntry')[0]);
    if (!concepts.length)
      file.problems.push({
        line: 1,
        reason: 'expected conceptEntry elements, of TBX as of 2019 (ISO 30042)',
      });
    const terms = termsById(concepts);
    for (const concept of concepts) addTold(file, concept.lineNumber ?? 1, saidBy(concept, terms));
  } catch (error) {
    const { message, locator } = error as Error & { locator?: { lineNumber?: number } };
    // where there is no element at all, it is in line 0
    const line = locator?.lineNumber || 1;
    file.problems.push({ line, reason: `no XML that can be read: ${fault ?? message}` });
  }
  return file;
}

/** Concepts from the first on; a list of the document would be searched anew at each look. */
function conceptsIn(first: Element | undefined): Element[] {
  const found: Element[] = [];
  for (let node: Node | null = first ?? null; node; node = node.nextSibling)
    if (node.nodeType === 1 && (node as Element).localName === 'conceptEntry') found.push(node as Element);
  return found;
}
