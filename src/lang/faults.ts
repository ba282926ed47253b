/**
 * What the system and the libraries that read people's files say of a fault is English: errno, YAML, JSON, CSV, the schema's
 * own checks. Here is what a Chinese reader is told instead, and what to do. As in gettext the English sentence is the key;
 * one that is not here is told as it stands.
 */
type Telling = readonly [said: RegExp, told: (...gaps: string[]) => string];

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

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '“名: 值”',
  record: '“名: 值”',
  null: '空',
  undefined: '没有写',
  NaN: '不是数的数',
  date: '日期',
};
const kind = (name = '') => kinds[name] ?? name;
const listed = (options = '') => options.replaceAll('"', '').split('|').join('、');

/** What YAML may not look like; what is not listed is told as no YAML, with its column. */
const yaml: readonly Telling[] = [
  [/^Map keys must be unique/, () => '同一个名写了两次，留一个'],
  [/^Tabs are not allowed as indentation/, () => '缩进不能用 Tab，改用空格'],
  [
    /^Nested mappings are not allowed in compact mappings/,
    () => '一行里有两个“: ”；值里有冒号时给它加上引号',
  ],
  [/^Missing closing ['"]quote/, () => '引号没有配对'],
  [/^(?:All (?:sequence|mapping) items must start at the same column)/, () => '同一列表各项的缩进要一样'],
  [/^(?:Implicit (?:map )?keys need to be|A block sequence may not)/, () => '“名”后面要有冒号和值，写在一行'],
  [
    /^(?:Flow (?:sequence|map) in block collection|Missing ,|Unexpected flow-)/,
    () => '[ ] 或 { } 没有配对，或各项之间少了逗号',
  ],
  [/^Plain value cannot start with (.+?)(?: character)?(?: .*)?$/, (mark) => `值以 ${mark} 开头时要加引号`],
  [/^Unresolved alias|^Alias|^Excessive alias/, () => '以 * 开头的是别名，没有它指的东西；是文字就加引号'],
  [/^Invalid escape sequence (\S+)/, (mark) => `双引号里不认得 ${mark}；改用单引号`],
  [/ at line \d+, column (\d+):?$/, (column) => `不是合格的 YAML（第 ${column} 列起）`],
];

/** What a schema expects. */
const schema: readonly Telling[] = [
  [
    /^Invalid input: expected (\S+), received (\S+)$/,
    (want, got) =>
      got === 'undefined' ? `没有写，应是${kind(want)}` : `应是${kind(want)}，写的是${kind(got)}`,
  ],
  [/^Invalid (?:input|option): expected (?:one of )?(.+)$/, (options) => `应是 ${listed(options)}`],
  [/^Unrecognized keys?: (.+)$/, (keys) => `不认得 ${keys!.replaceAll('"', '')}，去掉或改名`],
  [/^unknown key (.+); expected (.+)$/, (keys, known) => `不认得 ${keys}；可以写 ${known}`],
  [/^Too small: expected string to have >=1 characters$/, () => '不能空着'],
  [/^Too small: expected array to have >=1 items$/, () => '至少写一项'],
  [/^Too small: expected string to have >=(\d+) characters$/, (n) => `至少 ${n} 个字`],
  [/^Too big: expected string to have <=(\d+) characters$/, (n) => `至多 ${n} 个字`],
  [/^Too small: expected \S+ to be (>=?)(\S+)$/, (sign, n) => `要${sign === '>' ? '大于' : '不小于'} ${n}`],
  [/^Too big: expected \S+ to be (<=?)(\S+)$/, (sign, n) => `要${sign === '<' ? '小于' : '不大于'} ${n}`],
  [/^Invalid string: must match pattern (.+)$/, (pattern) => `写法不合，应合于 ${pattern}`],
  [/^Invalid input$/, () => '写法不合'],
];

/** What huati itself expects of files that people write. */
const own: readonly Telling[] = [
  [/^expected a list of entries \(- term: …\)$/, () => '应是词条的列表（- term: …）'],
  [/^expected a list$/, () => '应是列表，每项以“- ”开头'],
  [/^expected one line$/, () => '只能写一行'],
  [/^expected a date, YYYY-MM-DD$/, () => '应是日期，写成 YYYY-MM-DD'],
  [/^expected a date in quotation marks, (.+)$/, () => '应是加引号的日期：YYYY、YYYY-MM 或 YYYY-MM-DD'],
  [
    /^expected the (\d+) hexadecimal digits of a message/,
    (n) => `应是一条消息的 ${n} 位十六进制数，加引号；用 huati correct 写最稳妥`,
  ],
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
  [/^no XML that can be read: (.+)$/s, (why) => `不是合格的 XML：${why}`],
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
];

/** Tables and exchange files. */
const data: readonly Telling[] = [
  [
    /^(?:Unexpected (?:token|end of JSON|non-whitespace)|Expected .* in JSON|Bad control character|Unterminated string in JSON|Expected property name)/,
    () => '不是合格的 JSON',
  ],
  [/^Quote Not Closed/, () => '引号没有配对'],
  [/^Invalid (?:Closing|Opening) Quote/, () => '引号的位置不对；单元格里有引号时写两个'],
];

const tellings = [...own, ...yaml, ...schema, ...data];

function told(said: string): string {
  const errno = system[/^(E[A-Z]+): /.exec(said)?.[1] ?? ''];
  if (errno) return errno;
  for (const [form, tell] of tellings) {
    const found = form.exec(said);
    if (found) return tell(...found.slice(1));
  }
  // titles.title: expected one line
  const field = /^([\p{L}\p{N}_.-]+): (.+)$/su.exec(said);
  return field ? `${field[1] === 'entry' ? '' : `${field[1]}：`}${told(field[2]!)}` : said;
}

/** Of several faults the first, and those behind it, each with its field. */
const several = /^(.+?); (?=[\p{L}\p{N}_.-]+: )(.+)$/su;

/** A fault, or several (`; ` between them), in Chinese. */
export function faultZh(said: string): string {
  const found = several.exec(said);
  return found ? `${told(found[1]!)}；${faultZh(found[2]!)}` : told(said);
}
