import { isPersonal } from '../people/index.js';

/** A stretch of a text that names somebody. */
export interface Named {
  start: number;
  end: number;
}

/** With these words somebody says who he is (自我介绍); the name stands behind them. */
const introduces =
  /(?:我叫|(?:^|[，。,.！!；;\s])本人(?:叫|姓名)?|本人(?:叫|姓名)|鄙人|(?:名字|姓名|昵称)(?:叫|是|[:：])|(?:大家好|各位好|新人(?:报到|报道)?|自我介绍)[^我]{0,12}我是)[\s:：,，]*/g;
/** The name itself: up to where the sentence goes on. */
const introduced =
  /^(?:(?!.{0,3}[了的吗吧呢])[\u4e00-\u9fff·]{2,4}(?=[\s，。,.!！;；、（(]|来自|目前|现在|在|$)|[A-Za-z][A-Za-z .]{1,19}(?=[\s，。,.!！;；、（(]|$))/;
/** What such words are followed by as well, and names nobody. */
const noName =
  /^(?:来自|负责|从事|做|新来|新人|第一次|目前|现在|刚|一名|一个|一枚|主要|自己|公司|认为|觉得|也|就)/;

/** A list in which people put themselves down one after another (接龙). */
const signsUp = /接龙|报名|参加的?(?:请|同学|人)|签到表/;
const entry = /(?:^|[\s，,;；])\d{1,3}\s*[.、．)）:：]\s*(?=\S)/g;
const fewestEntries = 2;
const longestEntry = 24;
/** An entry of more words than a name card has is a sentence. */
const isSentence = /[。！？!?]|的|了|吗|怎么|可以|需要/;

/** `我是来自X的产品经理某某`: what he does, then the name, at the end of a clause. */
const byOffice =
  /我是(?:来自|在)?[^，。,.!！;；\n]{0,20}?(?:经理|总监|主管|负责人|工程师|架构师|开发|运营|产品|总|老师|顾问|专员|创始人|CEO|CTO)[\s:：]*(?<name>[\u4e00-\u9fff]{2,3})(?=[，。,.!！;；\s]|$)/g;
/** `我是来自X的某某`: a name by its look. */
const byOrigin =
  /我是(?:来自|在)?[^，。,.！!；;\n]{0,20}?的(?<name>[\u4e00-\u9fff]{2,3})(?=[，。,.！!；;\s]|$)/g;
const noNameByOffice = /[的了吗吧呢]|负责|经理|总监|岗|人员|团队|部门|一枚|同学|出身|方向|工作/;

function officesIn(text: string): Named[] {
  return [byOffice, byOrigin].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((found): Named[] => {
      const name = found.groups!.name!;
      if (noNameByOffice.test(name) || (pattern === byOrigin && !isPersonal(name))) return [];
      const end = found.index + found[0].length;
      return [{ start: end - name.length, end }];
    }),
  );
}

function introductionsIn(text: string): Named[] {
  return [...text.matchAll(introduces)].flatMap((found): Named[] => {
    const start = found.index + found[0].length;
    const rest = text.slice(start);
    const name = noName.test(rest) ? null : introduced.exec(rest);
    return name ? [{ start, end: start + name[0].trimEnd().length }] : [];
  });
}

/** A reply quotes at its head: `「name：…`. */
const quotes = /^\s*「\s*([^「」：:\n\0]{1,40}?)(?=\s*(?:\0|[：:](?!\/\/)))/;

/** The first line of what stands behind a number of a list. */
const firstLine = (text: string): string => text.split(/\n| {2,}/)[0]!.trimEnd();

/** A list is one of people where that is said around it: an item that tells of 报名 makes none of the items. */
function entriesIn(text: string): Named[] {
  const heads = [...text.matchAll(entry)];
  if (heads.length < fewestEntries) return [];
  const entries = heads.map((head, k) => {
    const start = head.index + head[0].length;
    return { start, said: firstLine(text.slice(start, heads[k + 1]?.index ?? text.length)) };
  });
  const last = entries.at(-1)!;
  const around = `${text.slice(0, heads[0]!.index)} ${text.slice(last.start + last.said.length)}`;
  if (!signsUp.test(around)) return [];
  return entries
    .filter(({ said }) => said && said.length <= longestEntry && !isSentence.test(said))
    .map(({ start, said }) => ({ start, end: start + said.length }));
}

/** Whom a reply quotes: all of the quotation before its colon, whatever of his card is left. */
function quotedIn(text: string): Named[] {
  const [head, name] = quotes.exec(text) ?? [];
  return head === undefined || !name || name === '我'
    ? []
    : [{ start: head.length - name.length, end: head.length }];
}

/**
 * Where a text names people who need not be known: who says who he is, who is put down in a list, and who is quoted.
 * Offsets are of UTF-16 units, rising.
 */
export const namedIn = (text: string): Named[] =>
  [...introductionsIn(text), ...officesIn(text), ...entriesIn(text), ...quotedIn(text)]
    .filter((a, i, all) => all.findIndex((b) => a.start < b.end && b.start < a.end) === i)
    .sort((a, b) => a.start - b.start);
