import type { Element } from '@xmldom/xmldom';
import { fold } from '../../text/index.js';
import { childrenOf, elementsIn, isOf, notesOf, textIn, textOf, textsIn } from './tbx-elements.js';

/** A term of a concept (称谓), where it stands and how it may be used, as TBX names that. */
interface Designation {
  term: string;
  at: Element;
  usage: string;
}

/** A definition with its source; `where` it holds is said of our own only. */
interface Definition {
  definition: string;
  source: string | undefined;
  where: string | undefined;
  notes: string[];
}

/** A concept as an entry needs it. */
export interface Concept {
  /** What the entry is called: what is preferred before what is deprecated, whichever stands first. */
  main: Designation | undefined;
  /** Its other terms; of a second Chinese section those that are more than the same in other characters. */
  aliases: Designation[];
  english: string[];
  /** In Chinese sections, at the concept, in English ones, at terms. */
  definitions: Definition[];
  /** Sources of the whole, not of a definition or a term. */
  sources: string[];
  /** What other programs noted of the whole. */
  notes: string[];
}

const designationsIn = (section: Element): Designation[] =>
  childrenOf(section, 'termSec').flatMap((at) => {
    const term = textIn(at, 'term');
    return term === undefined
      ? []
      : [{ term, at, usage: textIn(at, 'termNote', 'administrativeStatus') ?? '' }];
  });

const isPreferred = ({ usage }: Designation) => usage.startsWith('preferred');
/** Whether a term is one that should not be used any more. */
export const isDeprecated = ({ usage }: Designation): boolean => /^(?:deprecated|superseded)/.test(usage);

const definitionsAt = (level: Element): Definition[] =>
  elementsIn(level).flatMap((child) => {
    const isGroup = child.localName === 'descripGrp';
    if (!isGroup && !isOf(child, 'descrip', 'definition')) return [];
    const definition = isGroup ? textIn(child, 'descrip', 'definition') : textOf(child);
    if (!definition) return [];
    const { own, others } = notesOf(child);
    return { definition, source: sourcesAt(child)[0], where: own.get('sense')?.[0], notes: others };
  });

const sourcesAt = (level: Element): string[] => textsIn(level, 'admin', 'source');
const notesAt = (level: Element): string[] => notesOf(level).others;

const languageOf = (section: Element) => section.getAttribute('xml:lang')?.toLowerCase() ?? '';

/** Chinese sections, or the first where there is none, and English ones. */
function sectionsOf(element: Element): { chinese: Element[]; english: Element[] } {
  const sections = childrenOf(element, 'langSec');
  const inChinese = sections.filter((s) => languageOf(s).startsWith('zh'));
  const chinese = inChinese.length ? inChinese : sections.slice(0, 1);
  const english = sections.filter((s) => !chinese.includes(s) && languageOf(s).startsWith('en'));
  return { chinese, english };
}

/** Reads a `conceptEntry`. */
export function conceptOf(element: Element): Concept {
  const { chinese, english } = sectionsOf(element);
  const [first = [], ...further] = chinese.map(designationsIn);
  // of our own the first is the term even of a deprecated entry, whose aliases are admitted
  const isOwn = notesOf(element).own.has('status');
  const usable = isOwn ? undefined : first.find((d) => !isDeprecated(d));
  const main = first.find(isPreferred) ?? usable ?? first[0];
  const known = new Set(first.map(({ term }) => fold(term)));
  const aliases = [
    ...first.filter((d) => d !== main),
    ...further.flat().filter(({ term }) => !known.has(fold(term))),
  ];
  const levels = [...chinese, element, ...english];
  const terms = [main, ...aliases].flatMap((d) => d?.at ?? []);
  return {
    main,
    aliases,
    english: english.flatMap(designationsIn).map(({ term }) => term),
    definitions: [...levels, ...terms].flatMap(definitionsAt),
    sources: levels.flatMap(sourcesAt),
    notes: [element, ...chinese, ...english].flatMap(notesAt),
  };
}

/** The term of the entry by the ids of its concept and of its terms, to which references lead. */
export function termsById(elements: readonly Element[]): Map<string, string> {
  const terms = new Map<string, string>();
  for (const element of elements) {
    const { main, aliases } = conceptOf(element);
    for (const at of main ? [element, main.at, ...aliases.map((d) => d.at)] : []) {
      const id = at.getAttribute('id');
      if (id) terms.set(id, main!.term);
    }
  }
  return terms;
}

/** What references at a level lead to: the entry of their target, or what they say where it has none. */
export const referencesAt = (level: Element, terms: ReadonlyMap<string, string>): string[] =>
  elementsIn(level)
    .filter((e) => isOf(e, 'ref') || isOf(e, 'ref', 'crossReference'))
    .map((ref) => terms.get(ref.getAttribute('target') ?? '') ?? textOf(ref))
    .filter(Boolean);

/** What an entry has no field for, a remark each: further definitions and English, what is said of single terms. */
export function remarksOn(concept: Concept, taken: Definition | undefined, source: string | undefined) {
  const { main, aliases, english, definitions, sources, notes } = concept;
  const isFurther = (d: Definition) => d !== taken && d.where === undefined;
  const cited = ({ definition, source: from }: Definition) => definition + (from ? `（${from}）` : '');
  const ofTerm = (d: Designation) => [
    ...(d !== main && isDeprecated(d) ? [`${d.term}：已弃用`] : []),
    ...notesAt(d.at).map((note) => (d === main ? note : `${d.term}：${note}`)),
    ...sourcesAt(d.at).flatMap((s) => (s === source ? [] : `${d.term}的出处：${s}`)),
  ];
  return [
    ...notes,
    ...definitions.filter(isFurther).map(cited),
    ...definitions.flatMap((d) => d.notes),
    ...sources.filter((s) => s !== source).map((s) => `出处：${s}`),
    ...[...(main ? [main] : []), ...aliases].flatMap(ofTerm),
    ...(english.length > 1 ? [`英文也作：${english.slice(1).join('、')}`] : []),
  ];
}

/**
 * What the entry rests on: the source of its definition, or of the whole. That of its term says where the term was found, and
 * serves where nothing is defined.
 */
export const sourceOf = ({ main, sources }: Concept, taken: Definition | undefined): string | undefined =>
  taken?.source ?? sources[0] ?? (taken || !main ? undefined : sourcesAt(main.at)[0]);
