import { classesEn, classesZh, statusesEn, statusesZh } from './entry-names.js';

/**
 * What the system and the libraries that read people's files say of a fault is English of their own: errno, YAML, JSON, CSV, the
 * schema's own checks. Here is what a reader is told instead, and what to do. As in gettext the English sentence is the key;
 * one that is not here is told as it stands.
 */
type Tell = (...gaps: string[]) => string;
/** A sentence, and how it is told in Chinese and in English; without the last it is plain English as it is. */
type Telling = readonly [said: RegExp, zh: Tell, en?: Tell];

/** Faults of the file system, by errno. */
const system: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  ENOTDIR: '路径中间有一段是文件，不是文件夹',
  EISDIR: '这是文件夹，要的是文件',
  EACCES: '没有权限',
  EPERM: '系统不允许',
  EROFS: '所在的盘只能读',
  EEXIST: '已经有同名的文件',
  ENOTEMPTY: '文件夹里还有东西',
  ENOSPC: '磁盘满了，腾出空间再来',
  EDQUOT: '磁盘配额用完了，腾出空间再来',
  EMFILE: '同时打开的文件太多，少开几个进程（--workers）再来',
  ENFILE: '同时打开的文件太多，少开几个进程（--workers）再来',
  ENAMETOOLONG: '文件名太长，换短一些',
  ELOOP: '链接绕成了圈',
  EBUSY: '正被别的程序占用，关掉它再来',
  EIO: '盘读写出错',
};

/** Kinds of data as they are written, in Chinese and in English. */
const kinds: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ['文字', 'text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: [' true 或 false', 'true or false'],
  array: ['列表', 'a list'],
  object: ['“名: 值”', '“name: value”'],
  record: ['“名: 值”', '“name: value”'],
  null: ['空', 'nothing'],
  undefined: ['没有写', 'nothing'],
  NaN: ['不是数的数', 'no number'],
  date: ['日期', 'a date'],
};
const kindZh = (name = '') => kinds[name]?.[0] ?? name;
const kindEn = (name = '') => kinds[name]?.[1] ?? name;
const unquoted = (options = '') => options.replaceAll('"', '');
const listedZh = (options?: string) => unquoted(options).split('|').join('、');
const listedEn = (options?: string) => unquoted(options).split('|').join(', ');

type Names = Readonly<Record<string, string>>;
/** What may be written, each with the name that readers know it by, where it is a class or a status: files hold ids. */
function choices(
  options: string | undefined,
  namings: readonly Names[],
  shown: (id: string, name: string) => string,
) {
  const ids = unquoted(options).split('|');
  const names = namings.find((n) => ids.every((id) => Object.hasOwn(n, id)));
  return ids.map((id) => (names && names[id] !== id ? shown(id, names[id]!) : id));
}
const choicesZh = (options?: string) =>
  choices(options, [classesZh, statusesZh], (id, name) => `${id}（${name}）`).join('、');
const choicesEn = (options?: string) =>
  choices(options, [classesEn, statusesEn], (id, name) => `${id} (${name})`).join(', ');

/** What YAML may not look like; what is not listed is told as no YAML, with its column. */
const yaml: readonly Telling[] = [
  [/^Map keys must be unique/, () => '同一个名写了两次，留一个', () => 'one name stands twice; keep one'],
  [
    /^Tabs are not allowed as indentation|^expected spaces as indentation, found a tab/,
    () => '缩进不能用 Tab，改用空格',
    () => 'a tab as indentation; expected spaces',
  ],
  [
    /^expected (\d+) spaces before (.+), found (\d+)$/,
    (expected, what, found) => `缩进不对：“${what}”前面应有 ${expected} 个空格，写的是 ${found} 个`,
    (expected, what, found) =>
      `wrong indentation: expected ${expected} spaces before “${what}”, found ${found}`,
  ],
  [
    /^expected “(\S+) ”, found “(.+)”$/,
    (expected, found) => `“${found}”应写成“${expected} ”：半角冒号，后面空一格`,
    (expected, found) => `expected “${expected} ” with a plain colon and a space, found “${found}”`,
  ],
  [
    /^Nested mappings are not allowed in compact mappings/,
    () => '一行里有两个“: ”；值里有冒号时给它加上引号',
    () => 'two “: ” in one line; put a value that has a colon into quotation marks',
  ],
  [/^Missing closing ['"]quote/, () => '引号没有配对', () => 'a quotation mark is not closed'],
  [
    /^(?:All (?:sequence|mapping) items must start at the same column|Sequence item without)/,
    () => '同一列表各项的缩进要一样，都以“- ”开头',
    () => 'items of one list begin with “- ” at the same column',
  ],
  [
    /^(?:Implicit (?:map )?keys need to be|A block sequence may not)/,
    () => '“名”后面要有冒号、空格和值，写在一行',
    () => 'expected a name, a colon, a space and a value in one line',
  ],
  [
    /^(?:Flow (?:sequence|map) in block collection|Missing ,|Unexpected flow-|Unexpected (?:,|empty item) in)/,
    () => '[ ] 或 { } 没有配对，或各项之间的逗号不对',
    () => '[ ] or { } is not closed, or a comma between items is missing or one too many',
  ],
  [
    /^Plain value cannot start with (?:.*? )?(\S+?)(?: at line .*)?$/,
    (mark) => `值以 ${mark} 开头时要加引号`,
    (mark) => `put a value that begins with ${mark} into quotation marks`,
  ],
  [
    /^Unresolved alias|^Alias|^Excessive alias/,
    () => '以 * 开头的是别名，没有它指的东西；是文字就加引号',
    () => 'what begins with * is an alias that leads nowhere; put text into quotation marks',
  ],
  [
    /^Invalid escape sequence (\S+)/,
    (mark) => `双引号里不认得 ${mark}；改用单引号`,
    (mark) => `${mark} means nothing in double quotation marks; use single ones`,
  ],
  [
    /^Source contains multiple documents/,
    () => '“---”分出了两份；一个文件里只写一份',
    () => '“---” begins a second document; expected one a file',
  ],
  [
    / at line \d+, column (\d+):?$/,
    (column) => `不是合格的 YAML（第 ${column} 列起）`,
    (column) => `not valid YAML from column ${column} on`,
  ],
];

/** What a schema expects. */
const schema: readonly Telling[] = [
  [
    /^Invalid input: expected int, received number$/,
    () => '应是整数，写的是带小数的数',
    () => 'expected a whole number, found a fraction',
  ],
  [
    /^Invalid input: expected (\S+), received null$/,
    (want) => `空着，应是${kindZh(want)}；写上，或去掉这个名（以 # 开头的值要加引号）`,
    (want) =>
      `empty; expected ${kindEn(want)}, or no such name (put a value that begins with # into quotation marks)`,
  ],
  [
    /^Invalid input: expected (\S+), received (\S+)$/,
    (want, got) =>
      got === 'undefined' ? `没有写，应是${kindZh(want)}` : `应是${kindZh(want)}，写的是${kindZh(got)}`,
    (want, got) =>
      got === 'undefined'
        ? `missing; expected ${kindEn(want)}`
        : `expected ${kindEn(want)}, found ${kindEn(got)}`,
  ],
  [
    /^Invalid (?:input|option): expected (?:one of )?(.+)$/,
    (options) => `应是 ${choicesZh(options)}`,
    (options) => `expected ${options!.includes('|') ? 'one of ' : ''}${choicesEn(options)}`,
  ],
  [
    /^Unrecognized keys?: (.+)$/,
    (keys) => `不认得 ${unquoted(keys)}，去掉或改名`,
    (keys) => `unknown name ${unquoted(keys)}; rename it or leave it out`,
  ],
  [/^unknown key (.+); expected (.+)$/, (keys, known) => `不认得 ${keys}；可以写 ${known}`],
  [/^Too small: expected string to have >=1 characters$/, () => '不能空着', () => 'may not be empty'],
  [/^Too small: expected array to have >=1 items$/, () => '至少写一项', () => 'expected at least one item'],
  [
    /^Too small: expected string to have >=(\d+) characters$/,
    (n) => `至少 ${n} 个字`,
    (n) => `expected at least ${n} characters`,
  ],
  [
    /^Too big: expected string to have <=(\d+) characters$/,
    (n) => `至多 ${n} 个字`,
    (n) => `expected at most ${n} characters`,
  ],
  [
    /^Too small: expected \S+ to be (>=?)(\S+)$/,
    (sign, n) => `要${sign === '>' ? '大于' : '不小于'} ${n}`,
    (sign, n) => `expected ${sign === '>' ? 'more than' : 'at least'} ${n}`,
  ],
  [
    /^Too big: expected \S+ to be (<=?)(\S+)$/,
    (sign, n) => `要${sign === '<' ? '小于' : '不大于'} ${n}`,
    (sign, n) => `expected ${sign === '<' ? 'less than' : 'at most'} ${n}`,
  ],
  [
    /^Invalid string: must match pattern (.+)$/,
    (pattern) => `写法不合，应合于 ${pattern}`,
    (pattern) => `expected text of the form ${pattern}`,
  ],
  [
    /^Invalid discriminator value\. Expected (.+)$/,
    (options) => `应是 ${listedZh(options?.replaceAll(/['\s]/g, ''))}`,
    (options) => `expected one of ${listedEn(options?.replaceAll(/['\s]/g, ''))}`,
  ],
  [/^Invalid input$/, () => '写法不合', () => 'not of the expected form'],
];

/** What huati itself expects of files that people write. */
const own: readonly Telling[] = [
  [/^expected a list of entries \(- term: …\)$/, () => '应是词条的列表（- term: …）'],
  [
    /^conflict markers of git in lines (\d+) to (\d+)$/,
    (from, to) =>
      `第 ${from} 到 ${to} 行是 git 合并留下的冲突：留下该留的，删去 <<<<<<<、=======、>>>>>>> 这几行`,
    (from, to) =>
      `lines ${from} to ${to} are a conflict that git left; keep what holds, and take out the lines <<<<<<<, =======, >>>>>>>`,
  ],
  [/^expected a list$/, () => '应是列表，每项以“- ”开头'],
  [/^neither UTF-8 nor GBK/, () => '编码坏了，既不是 UTF-8 也不是 GBK；改好这一行，另存为 UTF-8'],
  [/^expected one line$/, () => '只能写一行'],
  [/^expected a date, YYYY-MM-DD$/, () => '应是日期，写成 YYYY-MM-DD'],
  [
    /^expected a date in quotation marks, (.+)$/,
    () => '应是加英文引号（" "）的日期：YYYY、YYYY-MM 或 YYYY-MM-DD',
  ],
  [/^expected a date, YYYY, YYYY-MM or YYYY-MM-DD$/, () => '应是日期：YYYY、YYYY-MM 或 YYYY-MM-DD'],
  [/^expected a month from 01 to 12$/, () => '没有这个月，月是 01 到 12'],
  [/^expected a day that its month has$/, () => '那个月没有这一天'],
  [
    /^expected the (\d+) hexadecimal digits of a message/,
    (n) => `应是一条消息的 ${n} 位十六进制数，加引号；用 huati correct 写最稳妥`,
  ],
  [/^expected a talk as group\/date/, () => '应写成“群/日期”，日期是 YYYY-MM-DD'],
  [/^expected yes or no/, () => '应是“是”或“否”；没有定就空着'],
  [
    /^expected topic and one of name/,
    () => '应有 topic，和 name、into、split（词的列表）、pinned: true 中的一个',
  ],
  [/^expected a stage,/, () => '应是一个步骤：`名` 或 `名: { 选项: 值 }`'],
  [/^expected a column (.+)$/, (column) => `缺少“${column}”这一列`],
  [/^expected conceptEntry elements/, () => '应有 conceptEntry 元素（TBX 2019，ISO 30042）'],
  [/^expected (links, .+)$/, (known) => `应是“名: 列表”，名可以是 ${known}`],
  [/^a document type \(DTD\) is refused/, () => '不收文档类型声明（DTD），请去掉'],
  [/^no XML that can be read: missing root element$/, () => '不是 XML：里面没有元素'],
  [
    /^no XML that can be read: Opening and ending tag mismatch: "(.+)" != "(.+)"$/,
    (open, close) => `不是合格的 XML：<${open}> 没有结束，就到了 </${close}>`,
  ],
  [
    /^no XML that can be read: unclosed xml tag\(s\): (.+)$/,
    (open) => `不是合格的 XML：没有结束的元素：${open}`,
  ],
  [/^no XML that can be read: entity not found:(.+)$/, (entity) => `不是合格的 XML：不认得 ${entity}`],
  [/^no XML that can be read: /, () => '不是合格的 XML，用 XML 编辑器看看这一行'],
  [/^(.+) is none of (.+)$/, (value, known) => `“${value}”不认得；应是 ${known!.replaceAll(', ', '、')}`],
  [/^unknown stage (\S+); expected one of (.+)$/, (name, known) => `没有 ${name} 这个步骤；有 ${known}`],
  [
    /^(\S+) needs (.+), which no stage before it gives$/,
    (name, needs) => `${name} 要用 ${needs!.replaceAll(' and ', '、')}，前面没有步骤给出`,
  ],
  [/^no stage gives (.+), which every output needs$/, (names) => `没有步骤给出 ${names}，写任何结果都要用到`],
  [
    /^(.+) stands for another document already;/,
    (form) => `“${form}”已经指另一份文件；从其中一份里去掉这个简称`,
  ],
  [/^one number stands twice$/, () => '同一个号写了两次'],
  [/^(.+) changed while it was read; run again$/, (path) => `${path} 读的时候变了；再运行一次`],
  [
    /^(.+): planned with another version of the program, its options, dictionaries or corrections; plan again$/,
    (path) => `${path}：计划是用另一个版本的程序，或别的选项、词汇表、更正做的；重新做一份计划`,
  ],
  [
    /^the output could not be written into the store \(HUATI_CACHE, --workspace\)$/,
    () => '成果写不进存放它的文件夹（HUATI_CACHE、--workspace）',
  ],
  [
    /^the analysis ([0-9a-f]{64}) is not there: its map task comes first$/,
    (key) => `还没有 ${key} 的分析：先做它所在的 map 任务`,
  ],
  [
    /^(.+): no log of (.+), (.+)$/,
    (file, group, date) =>
      `${file}：没有 ${group} ${date} 的记录（<群>/<日期>….markdown）；记录在别处的，用 --source 指明`,
    (file, group, date) =>
      `${file}: there is no log of ${group}, ${date} (<group>/<date>….markdown); if the logs lie elsewhere, name their folder by --source`,
  ],
  [
    /^(.+): no log (\S+) beside it$/,
    (file, log) => `${file}：旁边没有它的记录 ${log}`,
    (file, log) => `${file}: its log ${log} is not beside it`,
  ],
  [
    /^(.+): not named <group>-<date>\.links\.tsv$/,
    (file) => `${file}：文件名应是 <群>-<日期>.links.tsv，如 灯塔-2024-05-16.links.tsv`,
    (file) =>
      `${file}: a file of annotations is named <group>-<date>.links.tsv, like night-2024-05-16.links.tsv`,
  ],
  [
    /^(.+):(\d+): no link of a day with (\d+) messages$/,
    (file, line, messages) =>
      `${file} 第 ${line} 行：应是“序号⇥接第几条⇥种类”，序号从 1 到 ${messages}（那天有 ${messages} 条），接的那条不在它之后，另起的写它自己；没有表头`,
    (file, line, messages) =>
      `${file}, line ${line}: expected "n⇥parent⇥kind": numbers from 1 to ${messages} (that day has ${messages} messages), the parent no later than n, n itself where a thread starts; no heading`,
  ],
  [
    /^(.+):(\d+): no link of a log with (\d+) lines$/,
    (file, line, lines) => `${file} 第 ${line} 行：应是“行号 行号 -”，行号从 0 数，记录只有 ${lines} 行`,
    (file, line, lines) =>
      `${file}, line ${line}: expected "line line -", counted from 0; the log has ${lines} lines`,
  ],
  [
    /^the model (.+) cannot be used \((.+)\)$/s,
    (path, why) => `模型 ${path} 用不了（${toldZh(why)}）；重新学一个，或换一个 HUATI_MODELS`,
    (path, why) =>
      `the model ${path} cannot be used (${toldEn(why)}); train it anew, or name another folder by HUATI_MODELS`,
  ],
  [
    /^a line break in the name of a folder$/,
    () => '文件夹的名字里有换行，没有读；给它改个名再来',
    () => 'the name of this folder has a line break; not read: rename it and run again',
  ],
  [
    /^learned for (zh|en)$/,
    (language) => `是从${language === 'zh' ? '中文' : '英文'}记录学来的，文件名应是 threads-${language}.json`,
    (language) =>
      `it was learned from ${language === 'zh' ? 'Chinese' : 'English'} logs, and is to be named threads-${language}.json`,
  ],
  [
    /^empty, though named after a day$/,
    () => '文件是空的，名字却是某一天的：多半没有导出成功，重新导出；那天真没有记录的，删掉它',
    () =>
      'it is empty, though named after a day: its export seems to have failed, export it again; delete it if that day has no log',
  ],
  [/^every worker that analysed it died$/, () => '每个分析它的进程都中途结束了'],
];

/** Tables and exchange files. */
const data: readonly Telling[] = [
  [/^IO Error: .*No space left on device/s, () => system.ENOSPC!, () => 'no space left on device'],
  [
    /^(?:Unexpected (?:token|end of JSON|non-whitespace)|Expected .* in JSON|Bad control character|Unterminated string in JSON|Expected property name)/,
    () => '不是合格的 JSON',
    () => 'not valid JSON',
  ],
  [/^Quote Not Closed/, () => '引号没有配对', () => 'a quotation mark is not closed'],
  [
    /^Invalid (?:Closing|Opening) Quote/,
    () => '引号的位置不对；单元格里有引号时写两个',
    () => 'a misplaced quotation mark; within a cell write two',
  ],
  [
    /^fewer cells than titles, as if it were a part of line (\d+)$/,
    (line) => `格数比标题少，像是第 ${line} 行断开的一部分，没有读`,
    (line) => `fewer cells than titles, as if it were a part of line ${line}; not read`,
  ],
];

const tellings = [...own, ...yaml, ...schema, ...data];
/** A known sentence as it is told by `tell`; null where it is not known. */
function toldBy(tell: (telling: Telling) => Tell | undefined, said: string): string | null {
  for (const telling of tellings) {
    const found = telling[0].exec(said);
    if (found) return tell(telling)?.(...found.slice(1)) ?? said;
  }
  return null;
}

// titles.title: expected one line; “失效”: expected a date
const field = /^([\p{L}\p{N}_.-]+|“[^”]+”): (.+)$/su;

function toldZh(said: string): string {
  const errno = system[/^(E[A-Z]+): /.exec(said)?.[1] ?? ''];
  const told = errno ?? toldBy(([, zh]) => zh, said);
  if (told !== null) return told;
  const [, name, rest] = field.exec(said) ?? [];
  return rest === undefined ? said : `${name === 'entry' ? '' : `${name}：`}${toldZh(rest)}`;
}

function toldEn(said: string): string {
  const errno = /^E[A-Z]+: (.+?), \w+(?: '.*')?$/.exec(said)?.[1];
  const told = errno ?? toldBy(([, , en]) => en, said);
  if (told !== null) return told;
  const [, name, rest] = field.exec(said) ?? [];
  return rest === undefined ? said : `${name === 'entry' ? '' : `${name}: `}${toldEn(rest)}`;
}

/** Of several faults the first, and those behind it, each with its field. */
const several = /^(.+?); (?=(?:[\p{L}\p{N}_.-]+|“[^”]+”): )(.+)$/su;

/** What kind of fault a sentence tells of: alike are those that differ in nothing but what they name. */
export function faultKind(said: string): string {
  const first = several.exec(said)?.[1] ?? said;
  const known = tellings.find(([pattern]) => pattern.test(first));
  if (known) return known[0].source;
  const [, name, rest] = field.exec(first) ?? [];
  return rest === undefined ? unnamed(first) : `${unnamed(name!)}: ${faultKind(rest)}`;
}

const unnamed = (text: string) => text.replace(/“[^”]*”|"[^"]*"|\d+/g, '…');

/** A fault, or several (`; ` between them), in Chinese. */
export function faultZh(said: string): string {
  const found = several.exec(said);
  return found ? `${toldZh(found[1]!)}；${faultZh(found[2]!)}` : toldZh(said);
}

/** The same in English. */
export function faultEn(said: string): string {
  const found = several.exec(said);
  return found ? `${toldEn(found[1]!)}; ${faultEn(found[2]!)}` : toldEn(said);
}
