import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { entrySchema, readYamlEntries, type SourceFile } from '../text/index.js';
import { type LintProblem, type LintRule, lintRules } from './lint-problem.js';

/** A slip within an entry; `at` is its place in the text. */
interface Slip {
  rule: LintRule;
  detail: string;
  at: number;
}

type Read = Scalar<string>;

const isText = (node: unknown): node is Read => isScalar(node) && typeof node.value === 'string';
const isPlain = ({ type }: Read) => type === 'PLAIN';

/** Fields whose values are forms of terms. */
const formFields = new Set(['term', 'aliases', 'confused', 'related', 'broader', 'narrower', 'replacedBy']);

const quoted = /^(?:“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|＂[^＂]*＂)$/;
/** Marks that no form begins or ends with; 24%, C++ and 《办法》 are forms. */
const edge = /^[\s\p{Cf},，、;；.。:：|\\/]|[\s\p{Cf},，、;；。:：|\\/]$|[\p{Cc}\p{Cf}]/u;
const finished = /[。！？.!?）)”」』]$/;
const field = new RegExp(`^\\s*(?:${Object.keys(entrySchema.shape).join('|')})\\s*[:：]`);

const slip = (rule: LintRule, detail: string, { range }: Read): Slip => ({ rule, detail, at: range![0] });

/**
 * What follows `#` behind a text is a comment. It is taken for a part of the text where no space follows, as in `见 #3`,
 * or where a definition has not come to its end.
 */
function cutByComment(key: string, node: Read): Slip[] {
  const { comment } = node;
  if (!isPlain(node) || typeof comment !== 'string') return [];
  const isCut = /^[^\s#]/.test(comment) || (key === 'definition' && !finished.test(node.value));
  return isCut ? [slip('cut-by-comment', `${key}: ${node.value} #${comment}`, node)] : [];
}

/** A line of a plain text that goes on with the name of a field: deeper indented than the field, it was none. */
function swallowedKeys(node: Read, text: string): Slip[] {
  if (!isPlain(node)) return [];
  const [from, to] = node.range!;
  const lines = text.slice(from, to).split('\n');
  return lines.flatMap((line, i) => {
    if (i === 0 || !field.test(line)) return [];
    const at = from + lines.slice(0, i).join('\n').length + 1;
    return [{ rule: 'swallowed-key' as const, detail: line.trim(), at }];
  });
}

/** Forms that are searched for, of which those of marks alone are told as hardly terms. */
const isMarks = (key: string, { value }: Read) =>
  (key === 'term' || key === 'aliases') && !/[\p{L}\p{N}]/u.test(value);

function formSlips(key: string, node: Read): Slip[] {
  if (isMarks(key, node)) return [];
  if (!formFields.has(key) || quoted.test(node.value) || !edge.test(node.value)) return [];
  return [slip('form-edge', `${key}: ${JSON.stringify(node.value)}`, node)];
}

function textSlips(key: string, node: Read, text: string): Slip[] {
  const isQuoted = isPlain(node) && quoted.test(node.value);
  return [
    ...(isQuoted ? [slip('full-width-quotes', `${key}: ${node.value}`, node)] : []),
    ...cutByComment(key, node),
    ...swallowedKeys(node, text),
    ...formSlips(key, node),
  ];
}

/** Whether full-width marks part an item that is no form of its own: 二、三类户 beside others is, 灯费、岸费 is not. */
function isRun({ value }: Read, isAlone: boolean): boolean {
  const text = value.replace(edge, '');
  return (isAlone ? /[，、；;]/ : /[，；]/).test(text) || /\p{Script=Han}{2}、\p{Script=Han}{2}/u.test(text);
}

/** Whether an item in quotation marks is a list of Chinese words: `["灯费,岸费"]`, where each was to be quoted. */
function isQuotedList({ value }: Read): boolean {
  const parts = value.split(/[,;|]/);
  return parts.length > 1 && parts.every((part) => /\p{Script=Han}/u.test(part));
}

/** Lists whose items are parted by marks that part nothing in YAML: a form with such a mark is put into quotation marks. */
function listSlips(key: string, list: YAMLSeq, text: string): Slip[] {
  return list.items.flatMap((item) => {
    if (!isText(item)) return isMap(item) ? mapSlips(item, text) : [];
    if (isPlain(item) && isRun(item, list.items.length === 1))
      return [slip('full-width-list', `${key}: [${item.value}]`, item), ...cutByComment(key, item)];
    if (!isPlain(item) && isQuotedList(item))
      return [slip('quoted-list', `${key}: [${JSON.stringify(item.value)}]`, item)];
    return textSlips(key, item, text);
  });
}

function pairSlips({ key, value }: Pair, text: string): Slip[] {
  const name = String(isScalar(key) ? key.value : key);
  if (isText(value)) return textSlips(name, value, text);
  if (isSeq(value)) return listSlips(name, value, text);
  return isMap(value) ? mapSlips(value, text) : [];
}

const mapSlips = (map: YAMLMap, text: string): Slip[] => map.items.flatMap((pair) => pairSlips(pair, text));

/** The first tab of an entry: it looks like spaces, and is none. */
function tabIn({ range }: YAMLMap, text: string): Slip[] {
  const at = text.slice(range![0], range![1]).indexOf('\t');
  return at < 0 ? [] : [{ rule: 'tab', detail: '', at: range![0] + at }];
}

/**
 * What people write into a glossary file that is valid YAML and says another thing than they meant (笔误): full-width marks
 * in lists, `#` in a text, forms with marks or spaces at their ends, tabs. In the order of the lines.
 */
export function yamlSlips({ path, text: written }: SourceFile): LintProblem[] {
  const { document, text, lineAt } = readYamlEntries(written);
  const items = isSeq(document.contents) ? (document.contents.items as unknown[]).filter(isMap) : [];
  return items.flatMap((item) =>
    [...mapSlips(item, text), ...tabIn(item, text)].map(({ rule, detail, at }) => ({
      ...{ path, line: lineAt(at), term: String(item.get('term') ?? '').trim() },
      ...{ rule, level: lintRules[rule], detail },
    })),
  );
}
