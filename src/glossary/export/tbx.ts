import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import type { Entry } from '../../text/index.js';
import { exactFolded } from '../exact.js';
import { travellingHistory } from '../told.js';

export const tbxNamespace = 'urn:iso:std:iso:30042:ed-2';
/** What has no category of its own in TBX-Basic stands in notes that begin so: `huati.class: tech`. */
export const notePrefix = 'huati.';

/** An element as plain data. */
interface Node {
  name: string;
  attributes: Record<string, string>;
  content: string | Node[];
}

type Children = (Node | Node[] | false | undefined)[];

const el = (name: string, attributes: Record<string, string>, content: string | Children): Node => ({
  name,
  attributes,
  content: typeof content === 'string' ? exactFolded(content) : content.flat().filter((c) => !!c),
});
const typed = (name: string, type: string, text: string) => el(name, { type }, text);
const note = (key: string, text: string | undefined) =>
  text !== undefined && el('note', {}, `${notePrefix}${key}: ${text}`);
const notes = (key: string, texts: readonly string[] | undefined) =>
  (texts ?? []).map((text) => el('note', {}, `${notePrefix}${key}: ${text}`));

const wholeStatus = (status: Entry['status']) =>
  status === 'deprecated' || status === 'rejected' ? 'deprecatedTerm-admn-sts' : 'preferredTerm-admn-sts';

const termSec = (term: string, status?: string) =>
  el('termSec', {}, [
    el('term', {}, term),
    status !== undefined && typed('termNote', 'administrativeStatus', status),
  ]);

const defined = (definition: string, source: string | undefined, where?: string) =>
  el('descripGrp', {}, [
    typed('descrip', 'definition', definition),
    source !== undefined && typed('admin', 'source', source),
    note('sense', where),
  ]);

const decided = (d: ReturnType<typeof travellingHistory>[number], i: number): Node =>
  el('transacGrp', {}, [
    typed('transac', 'transactionType', i ? 'modification' : 'origination'),
    el('date', {}, d.on),
    typed('transacNote', 'responsibility', d.by),
    note('did', d.did),
    note('why', d.why),
    notes('along', d.along),
    note('seen', d.seen && `${d.seen.messages}/${d.seen.days}/${d.seen.people}`),
  ]);

const langSec = (lang: string, content: Children) => el('langSec', { 'xml:lang': lang }, content);

function conceptEntry(entry: Entry, id: string, idOf: ReadonlyMap<string, string>): Node {
  const related = (entry.related ?? []).map((term) => {
    const target = idOf.get(term);
    return el('ref', { type: 'crossReference', ...(target && { target }) }, term);
  });
  const { definition, source, checked } = entry;
  return el('conceptEntry', { id }, [
    travellingHistory(entry).map(decided),
    related,
    note('class', entry.class),
    note('status', entry.status),
    note('where', entry.where),
    note('from', entry.from),
    note('until', entry.until),
    notes('confused', entry.confused),
    notes('broader', entry.broader),
    notes('narrower', entry.narrower),
    note('replacedBy', entry.replacedBy),
    note('checked.by', checked?.by),
    note('checked.on', checked?.on),
    note('checked.original', checked && String(checked.original)),
    note('notes', entry.notes),
    langSec('zh', [
      definition !== undefined && defined(definition, source),
      definition === undefined && source !== undefined && typed('admin', 'source', source),
      (entry.senses ?? []).map((s) => defined(s.definition, s.source, s.where)),
      termSec(entry.term, wholeStatus(entry.status)),
      entry.aliases.map((alias) => termSec(alias, 'admittedTerm-admn-sts')),
    ]),
    entry.english !== undefined && langSec('en', [termSec(entry.english)]),
  ]);
}

/** A node as an element, indented as deep as it stands. */
function build(document: Document, { name, attributes, content }: Node, depth: number): Element {
  const element = document.createElementNS(tbxNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (typeof content === 'string') element.appendChild(document.createTextNode(content));
  else {
    for (const child of content) {
      element.appendChild(document.createTextNode(`\n${'  '.repeat(depth + 1)}`));
      element.appendChild(build(document, child, depth + 1));
    }
    element.appendChild(document.createTextNode(`\n${'  '.repeat(depth)}`));
  }
  return element;
}

/**
 * A glossary in TermBase eXchange (ISO 30042:2019, TBX-Basic, DCA style), a concept an entry. The standard wants one
 * concept at least: without entries the file is not valid.
 */
export function toTbx(entries: readonly Entry[], title: string): string {
  const ids = entries.map((_, i) => `c${i + 1}`);
  const idOf = new Map(entries.map((e, i) => [e.term, ids[i]!]));
  const root = el('tbx', { type: 'TBX-Basic', style: 'dca', 'xml:lang': 'zh' }, [
    el('tbxHeader', {}, [el('fileDesc', {}, [el('sourceDesc', {}, [el('p', {}, title)])])]),
    el('text', {}, [
      el(
        'body',
        {},
        entries.map((e, i) => conceptEntry(e, ids[i]!, idOf)),
      ),
    ]),
  ]);
  const document = new DOMImplementation().createDocument(null, '');
  document.appendChild(build(document, root, 0));
  return `<?xml version="1.0" encoding="utf-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}
