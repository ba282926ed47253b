import { DataFactory, type Quad_Object, Writer } from 'n3';
import { type Entry, fold } from '../../text/index.js';
import { Hierarchy } from '../hierarchy.js';
import { travellingHistory } from '../told.js';

const { namedNode, literal } = DataFactory;

const prefixes = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  huati: 'urn:huati:',
};
const term = (curie: string) => {
  const [prefix, name] = curie.split(':') as [keyof typeof prefixes, string];
  return namedNode(prefixes[prefix] + name);
};

/** Where concepts are named unless said otherwise: a name that leads nowhere and never changes. */
export const defaultBase = 'urn:huati:term:';

/** UTF-8 has no halves of surrogate pairs, and no address has any. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** A period in Dublin Core's own notation (DCMI Period Encoding Scheme). */
const period = ({ from, until }: Entry) =>
  [from && `start=${from};`, until && `end=${until};`].filter(Boolean).join(' ');

const zh = (text: string) => literal(wellFormed(text), 'zh');
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** A form as a label: what is written with kana is Japanese. */
const label = (form: string) => (kana.test(form) ? literal(wellFormed(form), 'ja') : zh(form));

/** What an entry's relations are looked up in. */
interface Concepts {
  /** The concepts that forms lead to; forms of entries that are not written lead to none. */
  nodesOf(forms: readonly string[]): Quad_Object[];
  hierarchy: Hierarchy;
}

/** What an entry says, as pairs of a property and a value, within the integrity conditions of SKOS (S13, S27). */
function statements(entry: Entry, { nodesOf, hierarchy }: Concepts): [string, Quad_Object][] {
  const plain = (text: string) => literal(wellFormed(text));
  const said: [string, Quad_Object[]][] = [
    ['rdf:type', [term('skos:Concept')]],
    ['skos:inScheme', [namedNode('urn:huati:glossary')]],
    [
      'skos:prefLabel',
      [label(entry.term), ...(entry.english ? [literal(wellFormed(entry.english), 'en')] : [])],
    ],
    ['skos:altLabel', entry.aliases.map(label).filter((l) => !l.equals(label(entry.term)))],
    ['skos:definition', entry.definition ? [zh(entry.definition)] : []],
    ['dct:source', entry.source ? [plain(entry.source)] : []],
    ['dct:spatial', entry.where ? [plain(entry.where)] : []],
    ['dct:valid', entry.from || entry.until ? [plain(period(entry))] : []],
    [
      'skos:scopeNote',
      (entry.senses ?? []).map((s) => zh(`${s.where}：${s.definition}${s.source ? `（${s.source}）` : ''}`)),
    ],
    ['skos:broader', nodesOf(entry.broader ?? [])],
    ['skos:narrower', nodesOf(entry.narrower ?? [])],
    [
      'skos:related',
      nodesOf((entry.related ?? []).filter((name) => !hierarchy.isSubordinate(entry.term, name))),
    ],
    ['huati:confusedWith', nodesOf(entry.confused ?? [])],
    ['dct:isReplacedBy', nodesOf(entry.replacedBy ? [entry.replacedBy] : [])],
    ['skos:note', entry.notes ? [zh(entry.notes)] : []],
    [
      'skos:historyNote',
      travellingHistory(entry).map((d) => plain([d.on, d.by, d.did, d.why].filter(Boolean).join(' '))),
    ],
    ['huati:class', [plain(entry.class)]],
    ['huati:status', [plain(entry.status)]],
  ];
  return said.flatMap(([property, values]) => values.map((v): [string, Quad_Object] => [property, v]));
}

/**
 * A glossary in SKOS (https://www.w3.org/TR/skos-reference/), written as Turtle. A concept's name is the base and its
 * folded term, so that it stays the same whatever else the glossary has. Relations to entries that are not written are left out.
 */
export function toSkos(entries: readonly Entry[], base: string = defaultBase): string {
  const canonical = new Map(entries.flatMap((e) => e.aliases.map((alias) => [fold(alias), e.term] as const)));
  for (const entry of entries) canonical.set(fold(entry.term), entry.term);
  const nodeOf = (name: string) => namedNode(base + encodeURIComponent(wellFormed(fold(name))));
  const concepts: Concepts = {
    nodesOf: (forms) => forms.flatMap((form) => canonical.get(fold(form)) ?? []).map(nodeOf),
    hierarchy: new Hierarchy(entries),
  };
  const writer = new Writer({ prefixes });
  writer.addQuad(namedNode('urn:huati:glossary'), term('rdf:type'), term('skos:ConceptScheme'));
  for (const entry of entries)
    for (const [property, value] of statements(entry, concepts))
      writer.addQuad(nodeOf(entry.term), term(property), value);
  let text = '';
  // with no stream to write to, it calls back before it returns
  writer.end((error, result: string) => {
    if (error) throw error;
    text = result;
  });
  return text;
}
