import { isPersonal, isTrade, ownerName } from '../people/index.js';
import { fold } from '../text/index.js';
import { cardOf } from './card.js';
import type { Vocabulary } from './vocabulary.js';

/** Where a form of a name is a name. */
export type Where =
  /** Wherever it stands: nothing else is called so. */
  | 'anywhere'
  /** Wherever it stands as a word of its own. */
  | 'word'
  /** Where somebody is called, thanked, quoted or honoured by it. */
  | 'position';

const wideness: readonly Where[] = ['position', 'word', 'anywhere'];

/** Of two the one that holds in more places. */
export const widerOf = (a: Where, b: Where): Where => (wideness.indexOf(a) > wideness.indexOf(b) ? a : b);

/** A form under which a name may stand in a text, folded. */
export interface NameForm {
  form: string;
  where: Where;
  /** Part of a name that others may bear, too; a name of the day only. */
  given: boolean;
}

const isLatin = (folded: string) => /^[\x20-\x7e]+$/.test(folded);
const shortestLatin = 3;

function whereOf(folded: string, isPersonal: boolean, vocabulary: Vocabulary): Where {
  const letters = folded.replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length < (isLatin(letters) ? shortestLatin : 2) || vocabulary.isOrdinary(folded))
    return 'position';
  return isPersonal || /[^\p{L}\p{N}]/u.test(folded) ? 'anywhere' : 'word';
}

/** The name as it may be written: as it stands, with its spaces run together, and without the damage of lost emoji. */
const spellings = (name: string): string[] => {
  const bare = name.replace(/\[表情\]/g, '');
  const all = [name, bare, bare.replace(/\?+/g, ''), bare.replace(/\?+/g, ' ')];
  return [...new Set([name.trim(), ...all.map((text) => text.replace(/\s+/g, ' ').trim())])].filter(Boolean);
};

/** Runs of parts that begin at the first one or hold the person's own: a name cut short, or without its company. */
function runsOf(name: string, personal: readonly string[]): string[] {
  const { parts } = cardOf(name);
  const own = parts.findIndex(({ text }) => personal.some((p) => text.includes(p)));
  const runs: string[] = [];
  for (let i = 0; i < parts.length; i++)
    for (let j = i; j < parts.length; j++) {
      const isOwn = own >= i && own <= j;
      if (j - i >= (isOwn ? 0 : 1) && (isOwn || i === 0))
        runs.push(name.slice(parts[i]!.start, parts[j]!.end));
    }
  return runs;
}

/** What a person is called by when his name is a card: its first part, and no company. */
function firstPart(name: string, personal: readonly string[]): string[] {
  const { parts } = cardOf(name);
  const first = parts[0]?.text;
  if (!first || parts.length < 2 || isTrade(first)) return [];
  if (
    personal.length &&
    !personal.some((p) => first.includes(p)) &&
    !/^.{0,12}[(（]/.test(name.slice(first.length))
  )
    return [];
  return [first, ...(first.match(/\p{Script=Han}{2,}|[A-Za-z][A-Za-z0-9]{2,}/gu) ?? [])];
}

/** 老 and a surname at the end of a part: 灯塔老白 is called 老白. */
const familiar = /(?<=.)[老小]\p{Script=Han}$/u;

/** What a person is called by when the first part of his card ends in it. */
function familiarName(name: string): string[] {
  const found = familiar.exec(cardOf(name).parts[0]?.text ?? '')?.[0];
  return found && isPersonal(`${found[1]}总`) ? [found] : [];
}

/** Last characters of names that are words of their own: 其中总有, 今天哥几个. */
const wordAlone = /[一上下中来会成在有行多以可新天国年月日家生]/;

/** What friends make of the last character of a name: 帆 of 帆哥, 小帆. One that is a surname is more often somebody else's. */
function lastCharacter(own: string): string[] {
  const last = own.at(-1)!;
  const isTelling = !wordAlone.test(last) && !isPersonal(`${last}总`);
  return isTelling && /^\p{Script=Han}{2,3}$/u.test(own) ? [last, `小${last}`] : [];
}

/** What was called and reads as a sentence: words behind an `@` were taken for a name. */
const sentence = /[的了不你我他她这那么吗吧]|\p{Script=Han}{5}/u;

/** Where a name of one part that shows no person holds at most: a company that was called is no name anywhere else. */
const mostOfSingle = (name: string, isCalled: boolean): Where =>
  isTrade(name) || (isCalled && sentence.test(name)) ? 'position' : isCalled ? 'word' : 'anywhere';

interface NameKind {
  isCard: boolean;
  isCalled: boolean;
}

/** A key that grows by a day asks for the same forms again. */
const formsMade = new WeakMap<Vocabulary, Map<string, NameForm[]>>();

/**
 * The forms of a display name. `isCard` says that names are cards (`名-公司-岗位`), as in Chinese groups; a nick of IRC is one
 * word. `isCalled`: nobody spoke under it.
 */
export function formsOfName(name: string, vocabulary: Vocabulary, kind: NameKind): NameForm[] {
  const made = formsMade.get(vocabulary) ?? new Map<string, NameForm[]>();
  formsMade.set(vocabulary, made);
  const id = `${kind.isCard}${kind.isCalled}${name}`;
  const forms = made.get(id) ?? makeForms(name, vocabulary, kind);
  made.set(id, forms);
  return forms;
}

function makeForms(name: string, vocabulary: Vocabulary, { isCard, isCalled }: NameKind): NameForm[] {
  if (name === ownerName) return [];
  const forms = new Map<string, NameForm>();
  const add = (text: string, isPersonal = false, given = false, at: Where = 'anywhere') => {
    const form = fold(text).trim();
    const found = whereOf(form, isPersonal, vocabulary);
    const where = widerOf(found, at) === found ? at : found;
    if (form && !forms.has(form)) forms.set(form, { form, where, given });
  };
  const { personal } = cardOf(name);
  const isSingle = isCard && cardOf(name).parts.length < 2 && !personal.length;
  const most = isSingle ? mostOfSingle(name, isCalled) : 'anywhere';
  for (const spelling of spellings(name)) add(spelling, personal.includes(spelling), false, most);
  if (!isCard) return [...forms.values()];
  for (const own of personal) add(own, true);
  for (const text of runsOf(name, personal)) add(text);
  for (const text of firstPart(name, personal)) add(text);
  for (const text of familiarName(name)) add(text, false, false, 'word');
  // a firm that the glossary has reads as a name at times, and no part of it is a given name
  const isListed = (own: string) => vocabulary.isTerm(own) && vocabulary.isOrdinary(fold(own));
  for (const own of personal)
    if (/^\p{Script=Han}{3}$/u.test(own) && !isListed(own)) add(own.slice(1), false, true, 'word');
  for (const text of personal.flatMap(lastCharacter)) add(text, false, true, 'position');
  return [...forms.values()];
}
