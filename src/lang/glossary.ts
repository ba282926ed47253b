import { classesEn, classesZh, statusesEn, statusesZh } from './entry-names.js';
import { faultEn, faultZh } from './faults.js';
import { plural } from './plural.js';

/** How decisions about terms are called, in the help of each; Chinese. */
const examplesZh = {
  accept: [
    'huati glossary accept 出金 --definition 资金从平台账户付到用户银行卡。',
    'huati glossary accept 报备 --why 天天说 --force',
  ],
  reject: ['huati glossary reject 付款 --why 太泛'],
  merge: ['huati glossary merge 帐单 账单'],
  later: ['huati glossary later 路由 --why 先问问开发'],
  approve: ['huati glossary approve 断直连 --source 银支付〔2017〕209号 --checked-against-original'],
};

/** The same in English. */
const examplesEn: typeof examplesZh = {
  accept: [
    'huati glossary accept FeliCa --definition "contactless cards by Sony" --class tech',
    'huati glossary accept Q --why "said every day" --force',
  ],
  reject: ['huati glossary reject APP --why "too general"'],
  merge: ['huati glossary merge T0 T+0'],
  later: ['huati glossary later SDK --why "ask the developers first"'],
  approve: ['huati glossary approve NFC --source "ISO/IEC 18092" --checked-against-original'],
};

/** What `huati glossary` says, in Chinese. */
export const glossaryZh = {
  description: '词汇表：检查、查看、收录、导出',
  lint: '检查词汇表：YAML 里的笔误、重复、别名冲突、断链、循环、出处失效、仍被切开的词',
  lintPaths: '词汇表文件或文件夹；不写则检查工作区的，没有工作区则检查自带的',
  lintIn: '记录文件或文件夹：看词条在这些记录里是否仍被切开，是不是群里人的名字，出处里的 群/日期#n 有没有',
  lintOn: '按哪一天算今天：晚于它的核对和决定是写错了；不写时取今天',
  linted: (entries: number, problems: number, warnings: number, notes: number) =>
    [
      `${entries} 个词条`,
      problems ? `${problems} 个问题` : '没有发现问题',
      ...(warnings ? [`${warnings} 处提醒`] : []),
      ...(notes ? [`${notes} 处说明`] : []),
    ].join('，') + '。',
  levels: { warning: '提醒：', note: '说明：' },
  examples: examplesZh,
  candidates: '在用而词汇表没有的词，按值得收录的程度排列，附证据',
  most: '最多列出多少个，默认 30',
  candidatesOut: '写成 CSV（Excel 可直接打开，留有 释义、出处、决定、并入、理由 五列来填）',
  accept: '收录一个词：写进工作区的词汇表，分词立刻认得它',
  reject: '拒绝一个词：记下来，不再问起',
  merge: '把一个词并入已有词条，作为别名',
  later: '先放着，以后再问',
  term: '词',
  into: '并入哪个词条',
  class: '类别',
  definition: '释义，自己写的一两句话',
  source: '出处：文号、标准，或 群/日期#n',
  why: '理由',
  by: '谁决定的；不写时取 HUATI_USER、git 的 user.name 或登录名',
  on: '决定的日期；不写时取今天',
  evidence: '从哪些记录里取证据；不写时取工作区的记录',
  noOverlay: '没有可写的词汇表。先用 huati init 建工作区，或在 huati.yaml 里写 dictionaries',
  cannotDecide: {
    'no-entry': (term: string, into: string) =>
      into ? `词汇表里没有“${into}”，并不进去；先收录“${into}”，或写另一个词条` : `没写“${term}”并入哪个词条`,
    'into-itself': (term: string, _: string) => `“${term}”不能并入它自己；写另一个词条`,
    'into-rejected': (term: string, into: string) =>
      `“${into}”被拒绝过，“${term}”并进去就找不到了；先收录“${into}”，再并入`,
    'into-put-off': (term: string, into: string) =>
      `“${into}”还放着没定（再看），“${term}”并进去就找不到了；先收录“${into}”，再并入`,
    taken: (term: string, entry: string) =>
      `“${term}”已在词条里${entry === term ? '' : `，写在“${entry}”名下`}；要改，直接编辑那个词条`,
    'not-an-entry': (_: string, entry: string) =>
      `没有“${entry}”这个词条可以批准；先用 huati glossary accept 收录`,
    rejected: (_: string, entry: string) =>
      `“${entry}”被拒绝过，没有批准；要它就先用 huati glossary accept 收录`,
    'put-off': (_: string, entry: string) =>
      `“${entry}”还放着没定（再看），没有批准；先用 huati glossary accept 收录`,
    'no-source': (_: string, entry: string) =>
      `“${entry}”没有出处，没有批准；写上 --source（文号、标准，或 群/日期#n）`,
    changed: (_: string, entry: string) =>
      `“${entry}”这期间在别处改过（另一个窗口、另一个人？），这次没有写；重新开始，看过再决定`,
    malformed: (term: string, reason: string, file?: string) =>
      `“${term}”写不进词汇表${file ? `（${file}）` : ''}：${faultZh(reason)}`,
  },
  decided: (term: string, did: string, path: string) => `${term}：${did}，写进 ${path}`,
  decidedBefore: (term: string, did: string) => `${term}：早已这样决定（${did}），没有改动`,
  spelledAs: (term: string, entry: string) =>
    `“${term}”和词条“${entry}”像是同一个词的两种写法；是的话，先 huati glossary undo ${term}，再 huati glossary merge ${term} ${entry}`,
  usedNowhere: (term: string) => `读到的记录里哪里都没有“${term}”，请看看写得对不对`,
  useUnseen: (term: string) => `没有记录可看，“${term}”有没有人用不知道`,
  noLogsYet: (term: string) => `工作区里还没有记录，没看“${term}”用得怎样`,
  force: '不像词的也照写：标点、数字、单字、虚词、日常词、人名',
  doubts: {
    marks: (word: string, _: string) => `“${word}”只有标点`,
    digits: (word: string, _: string) => `“${word}”只有数字`,
    single: (word: string, _: string) => `“${word}”只有一个字`,
    stop: (word: string, _: string) => `“${word}”哪里都会说，不带话题`,
    everyday: (word: string, _: string) => `“${word}”是日常用词`,
    name: (word: string, name: string) =>
      word === name ? `“${word}”是群里人的名字` : `“${word}”是群里人的名字（${name}）`,
  },
  doubted: (doubt: string, did: string) => `${doubt}，没有${did}。真要${did}，加 --force`,
  doubtedRow: (doubt: string, did: string, command: string) =>
    `${doubt}，这一行没有办。真要${did}，用 huati glossary ${command} --force；不要就清空决定`,
  merged: {
    along: (into: string, forms: string) => `一并成为“${into}”的写法：${forms}`,
    led: (into: string, entries: string) => `关系改指“${into}”：${entries}`,
    left: (term: string, fields: string) => `“${term}”自己的${fields}没有带过去，还在它的词条里（已拒绝）`,
  },
  approve: '批准一个词条：记下出处、谁在何时核对',
  approveTerm: '词条，任何一种写法都行',
  original: '对过原文，不只是看别人怎么说',
  approved: (term: string, source: string, original: boolean, path: string) =>
    `${term}：批准，出处 ${source}，${original ? '对过原文' : '没对过原文'}，写进 ${path}`,
  reinstated: (term: string) =>
    `“${term}”原是已弃用（deprecated），批准后又算有效；不是这样就 huati glossary undo ${term}`,
  undo: '撤销上一个决定，或一个词的上一个决定：词条回到那之前',
  undoTerm: '词；不写时是最后一个决定（导入不能撤销：用 git）',
  undone: (term: string, did: string, on: string, by: string, paths: string) =>
    `撤销了 ${on} ${by} 对“${term}”的决定（${did}）：${paths} 回到那之前`,
  cannotUndoIn: (reason: string) => `没有撤销，词汇表文件读不全：${faultZh(reason)}`,
  cannotUndo: {
    none: (term: string, entry: string) =>
      (term ? `词汇表里没有对“${term}”的决定` : '词汇表里没有可以撤销的决定') +
      (entry ? `；它写在“${entry}”名下：huati glossary undo ${entry}` : ''),
    untold: (term: string, _: string) =>
      `${term ? `“${term}”的决定` : '这些决定'}没有记下原来是怎样的（手写的、导入的，或是早先的版本写的）；请改文件，或用 git 找回`,
    'decided-since': (term: string, _: string) =>
      `“${term}”后来又有决定，没有撤销；先撤销那个：huati glossary undo ${term}`,
    'edited-since': (term: string, place: string) =>
      `“${term}”在那之后有人改过，没有撤销；请直接改这几行：${place}`,
    'imported-since': (term: string, _: string) =>
      `最后一次可能是导入，没有撤销：导入的看 git diff glossary，用 git 找回；要撤销的是对“${term}”的决定，就写 huati glossary undo ${term}`,
  },
  did: {
    accept: '收录',
    reject: '拒绝',
    merge: '并入',
    later: '再看',
    approve: '批准',
    edit: '修改',
    import: '导入',
  },
  classes: classesZh,
  columns: {
    term: '词',
    aliases: '别的写法',
    near: '近似',
    before: '先前',
    class: '类别',
    messages: '条',
    days: '天',
    people: '人',
    threads: '话题线',
    first: '首见',
    last: '末见',
    oneVoice: '一人占',
    explained: '有解释',
    company: '常同现',
    example: '例',
    score: '分',
    definition: '释义',
    source: '出处',
    decision: '决定',
    into: '并入',
    why: '理由',
  },
  nearTerm: (term: string, form: string, known: boolean) => {
    const said = [known ? '' : '候选', form && `也写作 ${form}`].filter(Boolean).join('，');
    return said ? `${term}（${said}）` : term;
  },
  noCandidates: '没有候选词：记录里的词都有词条，或已经决定过。',
  candidatesListed: (shown: number, all: number) =>
    shown < all ? `共 ${all} 个候选词，列出前 ${shown} 个；看更多用 --most` : `共 ${all} 个候选词`,
  candidatesWritten: (count: number, all: number, path: string) =>
    count < all
      ? `共 ${all} 个候选词，前 ${count} 个写进 ${path}；写更多用 --most`
      : `${count} 个候选词，写进 ${path}`,
  candidatesHow:
    '条、天、人、话题线：写到这个词的有多少；一人占：说得最多的人占几成；有解释：群里解释过几次；分：用得越多、日子和人越多越高，解释过的加，一个人独用的减',
  candidatesNext: '下一步：huati glossary review 逐个定，或加 --out 表.csv 写成表格来填',
  sheetNext: (path: string) =>
    `下一步：在“决定”一列填 收录、拒绝、并入 或 再看，再 huati glossary decide ${path}`,
  exported: (count: number, path: string) => `${count} 个词条，写进 ${path}`,
  longCell: (term: string, column: string, length: number, most: number) =>
    `“${term}”的“${column}”有 ${length} 个字符，电子表格一格只容 ${most} 个，打开会截断；要在表格里改，先改短，或用 JSON、TBX`,
  nothingToExport: '没有这样状态的词条，什么也没写',
  export: '导出词汇表：Markdown、网页、JSON、CSV、SKOS、TBX、jieba 词典',
  exportFormat: '格式；不写时由 --out 的扩展名定，--json 时是 json：',
  exportOut: '写进哪个文件；不写时写到标准输出',
  exportStatus: '导出哪些状态的词条，用逗号分开，默认 approved,draft；all 是全部',
  exportBase: 'SKOS 里概念地址的开头',
  exportPublic: '外发版：不写谁定的、谁核对的',
  noFormat: (formats: string) => `请用 --format 说明格式：${formats}`,
  noStatus: (status: string, known: string) => `没有“${status}”这种状态。可以是 ${known}，或 all`,
  import: '导入 CSV 或 TBX：先列出会改什么，加 --yes 才写进工作区的词汇表',
  importFile: 'CSV 或 TBX（ISO 30042:2019）文件',
  importYes: '照预览写进词汇表',
  importKinds: '要 .csv 或 .tbx 文件',
  imported: {
    added: (term: string) => `新增 ${term}`,
    changed: (term: string, fields: string) => `修改 ${term}：${fields}`,
    unchecked: (term: string) =>
      `核对的是原来的释义和出处，改了就不作数；读过出处的人再批准：huati glossary approve ${term}`,
    counts: (
      added: number,
      changed: number,
      unchanged: number,
      clashes: number,
      problems: number,
      doubted: number,
    ) =>
      `新增 ${added}，修改 ${changed}，不变 ${unchanged}，冲突 ${clashes}，读不懂 ${problems}${doubted ? `，不像词 ${doubted}` : ''}`,
    doubted: (term: string, doubt: string) => `“${term}”：${doubt}，这一行没有导入。真要导入，加 --force`,
    dry: '什么也没写。加 --yes 写进工作区的词汇表',
    nothing: '没有要写的',
    written: (paths: string) => `写进 ${paths}`,
    clash: {
      taken: (form: string, entry: string) => `“${form}”已属于词条“${entry}”，没有导入`,
      twice: (form: string, _: string) => `“${form}”在文件里不止一次，只取第一次`,
      rejected: (form: string, _: string) =>
        `“${form}”在这里被拒绝过，没有导入。要收录请用 huati glossary accept`,
    },
  },
  decide: '读回填好的候选表（释义、出处、决定、并入、理由），逐行照办；再读一遍不会重复记',
  decideFile: 'huati glossary candidates --out 写的 CSV',
  sheetDecided: (done: number, already: number, failed: number, blank: number) =>
    [
      `办了 ${done} 行`,
      already ? `${already} 行早已这样决定，没有改动` : '',
      failed ? `${failed} 行没办成` : '',
      `${blank} 行没填`,
    ]
      .filter(Boolean)
      .join('，'),
  sheetColumn: (title: string) => `没有“${title}”这一列；要 huati glossary candidates --out 写的表`,
  sheetDecision: (term: string, cell: string) =>
    `“${term}”：看不懂的决定“${cell}”：收录、拒绝、并入、再看，或 accept、reject、merge、later`,
  sheetUndecided: (term: string, filled: string) =>
    `“${term}”：${filled}填了，决定没填；填上决定，或清空${filled}`,
  sheetMerge: (term: string, filled: string) =>
    `“${term}”：并入不带${filled}；清空${filled}，或直接编辑要并入的词条`,
  sheetInto: (term: string, did: string, into: string) =>
    `“${term}”：决定是${did}，并入却填了“${into}”，这一行没有办；决定改成并入，或清空并入`,
  sheetForm: (term: string, doubt: string) =>
    `“${term}”：别的写法里${doubt}，这一行没有办；从别的写法里去掉它`,
  formTaken: (form: string, entry: string) => `“${form}”已在词条“${entry}”里`,
  sheetClash: (term: string, did: string, first: string, line: number) =>
    `“${term}”在第 ${line} 行已有另一个决定（${first}），这一行（${did}）没有办；留一行`,
  fields: {
    term: '词',
    aliases: '别的写法',
    class: '类别',
    english: '英文',
    definition: '释义',
    source: '出处',
    where: '适用',
    from: '生效',
    until: '失效',
    confused: '别混',
    related: '相关',
    broader: '上位词',
    narrower: '下位词',
    replacedBy: '被取代',
    status: '状态',
    checkedBy: '核对人',
    checkedOn: '核对日期',
    checkedOriginal: '核对过原文',
    notes: '备注',
    senses: '义项',
    history: '历史',
  },
  statuses: statusesZh,
  page: {
    title: '词汇表',
    counts: (count: number) => `${count} 个词条`,
    search: '查词',
    searchHint: '词、别名、英文或拼音，按 / 键到这里',
    index: '拼音索引',
    allClasses: '全部类别',
    shown: '{shown} / {all} 条',
    noneShown: '没有这样的词。',
    force: '有效',
    check: '核对',
    inForce: (from: string, until: string) => `${from || '？'} 至 ${until || '今'}`,
    checked: (by: string, on: string, original: boolean) =>
      `${on} ${by}${original ? '，对过原文' : '，没对过原文'}`,
  },
  rules: {
    'full-width-list': (detail: string) =>
      `${detail}：这是一项。各项之间用半角逗号加空格；真是一个词就给它加英文引号`,
    'quoted-list': (detail: string) =>
      `${detail}：引号里面算一项。每一项各加引号，或都不加，用半角逗号加空格隔开`,
    'full-width-quotes': (detail: string) => `${detail}：全角引号算作文字。去掉；真要留着，外面再加英文引号`,
    'swallowed-key': (detail: string) =>
      `“${detail}”并进了上一行的文字。缩进与别的字段对齐，冒号用半角加空格`,
    'cut-by-comment': (detail: string) =>
      `${detail}：# 起是注释，不算在内。是文字就给整个值加英文引号；是注释就另起一行`,
    'form-edge': (detail: string) => `${detail}：词的两头或中间有空白、标点或看不见的字符。去掉`,
    tab: () => '有 Tab。改用空格',
    'hardly-a-term': (doubt: string) => `${doubt}，在记录里到处会被当成这个词。去掉，或改写得长一些`,
    'holds-a-name': (detail: string) => `${detail}：里面像是群友的名字，外发版多半不写。不想点名就换个写法`,
    duplicate: (detail: string) => `已经有了：${detail}。留一个`,
    'alias-clash': (detail: string, place: string) =>
      `别名与另一词条同形：${detail}（${place}）。合并两条，或去掉一边的别名`,
    'put-off-alias': (detail: string, place: string) =>
      `还放着没定（candidate），却已是另一词条的别名：${detail}（${place}）。删去这一条，或去掉那个别名`,
    'same-abbreviation': (detail: string, place: string) =>
      `英文缩写与另一词条相同，类别也相同：${detail}（${place}）。是一回事就合并；不是就把英文写全`,
    dangling: (detail: string) => `${detail}：没有这个词条。补上词条，或去掉这条关系`,
    'leads-to-rejected': (detail: string, place: string) =>
      `${detail}：这个词被拒绝过（${place}）。去掉这条关系；要它就用 huati glossary accept 收录`,
    'leads-to-put-off': (detail: string, place: string) =>
      `${detail}：这个词还放着没定（${place}）。先收录它（huati glossary accept），或去掉这条关系`,
    'not-canonical': (detail: string) => `${detail}：请写规范形式`,
    cycle: (detail: string) => `循环：${detail}。去掉其中一条关系`,
    contradiction: (detail: string) => `“${detail}”既是上位词又是下位词。去掉一边`,
    'related-hierarchy': (detail: string) =>
      `${detail}：已经是上位词或下位词（隔几层也算），不必再写相关。去掉一边；导出 SKOS 时不写这条相关`,
    self: (detail: string) => `${detail}：指向自己。去掉这条关系`,
    'bare-definition': (detail: string) => `释义只有“${detail}”。写上释义，或去掉 definition`,
    'bare-address': (detail: string) =>
      `出处只有网址：${detail}。写上是谁的什么文件（文号、标题、日期），网址会变`,
    'document-form': (detail: string) => `文号的写法：${detail}。照发文机关的写法写`,
    'unknown-document': (detail: string) =>
      `像是文号：${detail}。照发文机关的写法写；dictionaries/documents.yaml 里没有这个文号，请核对`,
    'no-such-day': (detail: string) => `出处 ${detail}：这个群读到的记录里没有这一天。请核对`,
    'no-such-message': (detail: string) => `出处 ${detail}：那一天没有这么多条。请核对`,
    'unsourced-approval': () => '已批准（approved）但没有出处。写上 source，或改回 status: draft',
    'unchecked-approval': () => '已批准（approved）但没写谁在何时核对。写上 checked，或改回 status: draft',
    'changed-since-check': (detail: string) =>
      `核对之后又改过：${detail}。释义或出处变了就再批准一次（huati glossary approve），没变就不用管`,
    'in-the-future': (detail: string) => `日期还没到：${detail}。改日期`,
    'out-of-force': (detail: string) => `出处已失效：${detail}。改出处，或写 until、status: deprecated`,
    'in-force-backwards': (detail: string) => `生效晚于失效：${detail}。改 from 或 until`,
    'stands-in': (detail: string, place: string) =>
      `代替了先前的同名词条（${place}），不继承它的内容；这些没有了：${detail}。要留就抄进这一条`,
    covered: (_: string, place: string) =>
      `不起作用：后面的词汇表里有同名词条（${place}）。要改的写到那里，这一条删去`,
    split: (detail: string) => `多半被切开：${detail} 处`,
  },
};

const entriesEn = (count: number) => plural(count, 'entry', 'entries');

/** The same in English. */
export const glossaryEn: typeof glossaryZh = {
  description: 'the glossary: check, look up, keep, export',
  lint: 'check a glossary: slips in YAML, duplicates, alias clashes, dangling relations, cycles, sources out of force, split forms',
  lintPaths: "glossary files or folders; without any, the workspace's, or the shipped one",
  lintIn:
    "logs in which forms should stay whole, and be no member's name, and have the messages that sources name",
  lintOn: 'what day is today: later checks and decisions are mistakes; today unless said',
  linted: (entries, problems, warnings, notes) =>
    [
      entriesEn(entries),
      problems ? plural(problems, 'problem') : 'nothing wrong',
      ...(warnings ? [plural(warnings, 'warning')] : []),
      ...(notes ? [plural(notes, 'note')] : []),
    ].join(', ') + '.',
  levels: { warning: 'warning: ', note: 'note: ' },
  examples: examplesEn,
  candidates: 'terms in use that no entry lists, the most useful first, with evidence',
  most: 'list at most so many; 30 unless said',
  candidatesOut:
    'write CSV that opens right in Excel, with columns to fill in: definition, source, decision, into, why',
  accept: "accept a term: it goes into the workspace's glossary, and the segmenter knows it at once",
  reject: 'reject a term: it is kept in mind, and not asked about again',
  merge: 'make a term an alias of an entry',
  later: 'put a term off',
  term: 'term',
  into: 'the entry that it joins',
  class: 'class',
  definition: 'definition, a sentence or two of your own',
  source: 'source: number of a document, standard, or group/date#n',
  why: 'reason',
  by: 'who decides; HUATI_USER, the user.name of git, or your login name unless said',
  on: 'date of the decision; today unless said',
  evidence: "logs to take the evidence from; the workspace's unless said",
  noOverlay: 'no glossary to write to: make a workspace with huati init, or name dictionaries in huati.yaml',
  cannotDecide: {
    'no-entry': (term, into) =>
      into
        ? `the glossary has no “${into}” to merge into; accept “${into}” first, or name another entry`
        : `not said which entry “${term}” is merged into`,
    'into-itself': (term, _) => `“${term}” cannot be merged into itself; name another entry`,
    'into-rejected': (term, into) =>
      `“${into}” was rejected, and “${term}” would be lost with it; accept “${into}” first, then merge`,
    'into-put-off': (term, into) =>
      `“${into}” was put off, and “${term}” would be lost with it; accept “${into}” first, then merge`,
    taken: (term, entry) =>
      `“${term}” has an entry already${entry === term ? '' : `, as a form of “${entry}”`}; edit that one`,
    'not-an-entry': (_, entry) => `there is no entry “${entry}” to approve; huati glossary accept makes one`,
    rejected: (_, entry) =>
      `“${entry}” was rejected and is not approved; huati glossary accept takes it in first`,
    'put-off': (_, entry) =>
      `“${entry}” was put off and is not approved; huati glossary accept takes it in first`,
    'no-source': (_, entry) =>
      `“${entry}” has no source and is not approved; say --source (number of a document, standard, or group/date#n)`,
    changed: (_, entry) =>
      `“${entry}” was changed elsewhere meanwhile (another window, somebody else?); nothing was written: start again, and look before you decide`,
    malformed: (term, reason, file) =>
      `“${term}” cannot be written into the glossary${file ? ` (${file})` : ''}: ${faultEn(reason)}`,
  },
  decided: (term, did, path) => `${term}: ${did}, written to ${path}`,
  decidedBefore: (term, did) => `${term}: ${did} already, nothing changed`,
  spelledAs: (term, entry) =>
    `“${term}” and the entry “${entry}” look like two spellings of one word; if so, huati glossary undo ${term}, then huati glossary merge ${term} ${entry}`,
  usedNowhere: (term) =>
    `“${term}” stands nowhere in the logs that were read; see whether it is written right`,
  useUnseen: (term) => `there were no logs to look at: whether anybody uses “${term}” is not known`,
  noLogsYet: (term) => `the workspace has no logs yet: the use of “${term}” was not looked at`,
  force: 'write what is hardly a term, too: marks, digits, one character, stop words, everyday words, names',
  doubts: {
    marks: (word, _) => `“${word}” is marks alone`,
    digits: (word, _) => `“${word}” is digits alone`,
    single: (word, _) => `“${word}” is a single character`,
    stop: (word, _) => `“${word}” is said everywhere, whatever the talk is about`,
    everyday: (word, _) => `“${word}” is an everyday word`,
    name: (word, name) =>
      word === name ? `“${word}” is a member's name` : `“${word}” is a member's name (${name})`,
  },
  doubted: (doubt, did) => `${doubt}, and was not ${did}; --force does it all the same`,
  doubtedRow: (doubt, _, command) =>
    `${doubt}, and this line is not done; do it with huati glossary ${command} --force, or clear the decision`,
  merged: {
    along: (into, forms) => `forms of “${into}” now, too: ${forms}`,
    led: (into, entries) => `relations that lead to “${into}” now: ${entries}`,
    left: (term, fields) => `not taken over from “${term}”, and kept in its own entry (rejected): ${fields}`,
  },
  approve: 'approve an entry: its source, and who checked it when',
  approveTerm: 'entry, by any of its forms',
  original: 'the original was read, not only what others say of it',
  approved: (term, source, original, path) =>
    `${term}: approved by ${source}, ${original ? '' : 'not '}checked against the original, written to ${path}`,
  reinstated: (term) =>
    `“${term}” was deprecated and stands again, being approved; if that is not meant, huati glossary undo ${term}`,
  undo: 'take back the last decision, or the last about a term: the entry is what it was before',
  undoTerm: 'term; the last decision of all unless said (an import cannot be taken back: use git)',
  undone: (term, did, on, by, paths) =>
    `taken back: “${term}” ${did} by ${by} on ${on}; ${paths} is as it was before`,
  cannotUndoIn: (reason) =>
    `nothing is taken back, a file of the glossary cannot be read whole: ${faultEn(reason)}`,
  cannotUndo: {
    none: (term, entry) =>
      (term ? `the glossary has no decision about “${term}”` : 'the glossary has no decision to take back') +
      (entry ? `; it is a form of “${entry}”: huati glossary undo ${entry}` : ''),
    untold: (term, _) =>
      `${term ? `the decision about “${term}” does` : 'the decisions do'} not say what was before (written by hand, imported, or by an earlier version); edit the file, or use git`,
    'decided-since': (term, _) =>
      `“${term}” was decided about again since, nothing is taken back; take that back first: huati glossary undo ${term}`,
    'edited-since': (term, place) =>
      `somebody changed “${term}” since, nothing is taken back; edit these lines: ${place}`,
    'imported-since': (term, _) =>
      `the last may have been an import, nothing is taken back: for an import see git diff glossary, and use git; if the decision about “${term}” is meant, huati glossary undo ${term}`,
  },
  did: {
    accept: 'accepted',
    reject: 'rejected',
    merge: 'merged',
    later: 'put off',
    approve: 'approved',
    edit: 'edited',
    import: 'imported',
  },
  classes: classesEn,
  columns: {
    term: 'term',
    aliases: 'other forms',
    near: 'near',
    before: 'before',
    class: 'class',
    messages: 'messages',
    days: 'days',
    people: 'people',
    threads: 'threads',
    first: 'first',
    last: 'last',
    oneVoice: 'one voice',
    explained: 'explained',
    company: 'company',
    example: 'example',
    score: 'score',
    definition: 'definition',
    source: 'source',
    decision: 'decision',
    into: 'into',
    why: 'why',
  },
  nearTerm: (term, form, known) => {
    const said = [known ? '' : 'candidate', form && `also ${form}`].filter(Boolean).join(', ');
    return said ? `${term} (${said})` : term;
  },
  noCandidates: 'no candidates: every term in the logs has an entry or was decided about.',
  candidatesListed: (shown, all) =>
    shown < all ? `the first ${shown} of ${all} candidates; --most lists more` : plural(all, 'candidate'),
  candidatesWritten: (count, all, path) =>
    count < all
      ? `the first ${count} of ${all} candidates, written to ${path}; --most writes more`
      : `${plural(count, 'candidate')}, written to ${path}`,
  candidatesHow:
    'messages, days, people, threads: how many have the term; one voice: the share of whoever says it most; explained: how often somebody did; score: higher with use, days and people, more where it was explained, less where one person alone says it',
  candidatesNext: 'next: huati glossary review decides one by one; --out sheet.csv writes a sheet to fill in',
  sheetNext: (path) =>
    `next: fill the column “decision” with accept, reject, merge or later, then huati glossary decide ${path}`,
  exported: (count, path) => `${entriesEn(count)}, written to ${path}`,
  longCell: (term, column, length, most) =>
    `${column} of “${term}” has ${length} characters; a cell of a spreadsheet holds ${most}, the rest is cut off when it is opened: shorten it before editing there, or use JSON or TBX`,
  nothingToExport: 'no entries of such a status; nothing is written',
  export: 'export the glossary: Markdown, a web page, JSON, CSV, SKOS, TBX, a jieba dictionary',
  exportFormat: 'format; by the ending of --out unless said, with --json json:',
  exportOut: 'file to write; standard output unless said',
  exportStatus: 'entries of which statuses, parted by commas; approved,draft unless said, all for every one',
  exportBase: 'what the addresses of SKOS concepts begin with',
  exportPublic: 'the edition that may leave the group: without who decided and who checked',
  noFormat: (formats) => `say the format with --format: ${formats}`,
  noStatus: (status, known) => `no status “${status}”; it may be ${known}, or all`,
  import: "import CSV or TBX: shows what would change; with --yes it goes into the workspace's glossary",
  importFile: 'a CSV or TBX (ISO 30042:2019) file',
  importYes: 'write into the glossary what the preview shows',
  importKinds: 'expected a .csv or .tbx file',
  imported: {
    added: (term) => `new ${term}`,
    changed: (term, fields) => `changed ${term}: ${fields}`,
    unchecked: (term) =>
      `its check was of the definition and the source before this; whoever reads the source approves it again: huati glossary approve ${term}`,
    counts: (added, changed, unchanged, clashes, problems, doubted) =>
      `${added} new, ${changed} changed, ${unchanged} unchanged, ${plural(clashes, 'clash', 'clashes')}, ${problems} malformed${doubted ? `, ${plural(doubted, 'row')} with what is hardly a term` : ''}`,
    doubted: (term, doubt) => `“${term}”: ${doubt}; this line is not imported, --force takes it all the same`,
    dry: "nothing is written; --yes writes it into the workspace's glossary",
    nothing: 'nothing to write',
    written: (paths) => `written to ${paths}`,
    clash: {
      taken: (form, entry) => `“${form}” belongs to the entry “${entry}”; not imported`,
      twice: (form, _) => `“${form}” stands more than once in the file; the first one counts`,
      rejected: (form, _) => `“${form}” was rejected here; not imported. huati glossary accept takes it`,
    },
  },
  decide:
    'read back a sheet of candidates that was filled in, and do what each line says; once, however often it is read',
  decideFile: 'a CSV that huati glossary candidates --out wrote',
  sheetDecided: (done, already, failed, blank) =>
    [
      `${plural(done, 'line')} done`,
      already ? `${already} decided that way already and left alone` : '',
      failed ? `${failed} not done` : '',
      `${blank} left blank`,
    ]
      .filter(Boolean)
      .join(', '),
  sheetColumn: (title) => `no column “${title}”; expected a sheet that huati glossary candidates --out wrote`,
  sheetDecision: (term, cell) => `“${term}”: no decision: “${cell}”; it may be accept, reject, merge, later`,
  sheetUndecided: (term, filled) =>
    `“${term}”: filled in ${filled}, but no decision; fill in the decision, or clear the rest`,
  sheetMerge: (term, filled) =>
    `“${term}”: a merger takes no ${filled}; clear that, or edit the entry to merge into`,
  sheetInto: (term, did, into) =>
    `“${term}”: to be ${did}, and to go into “${into}”; this line is not done: decide merge, or clear into`,
  sheetForm: (term, doubt) =>
    `“${term}”: of its other forms, ${doubt}, and this line is not done; take it out of the other forms`,
  formTaken: (form, entry) => `“${form}” belongs to the entry “${entry}”`,
  sheetClash: (term, did, first, line) =>
    `“${term}”: line ${line} decides otherwise (${first}), and this line (${did}) is not done; keep one`,
  fields: {
    term: 'term',
    aliases: 'other forms',
    class: 'class',
    english: 'English',
    definition: 'definition',
    source: 'source',
    where: 'where',
    from: 'from',
    until: 'until',
    confused: 'not to be confused with',
    related: 'related',
    broader: 'broader',
    narrower: 'narrower',
    replacedBy: 'replaced by',
    status: 'status',
    checkedBy: 'checked by',
    checkedOn: 'checked on',
    checkedOriginal: 'original read',
    notes: 'notes',
    senses: 'senses',
    history: 'history',
  },
  statuses: statusesEn,
  page: {
    title: 'Glossary',
    counts: entriesEn,
    search: 'Search',
    searchHint: 'term, other form, English or pinyin; / leads here',
    index: 'Pinyin index',
    allClasses: 'all classes',
    shown: '{shown} / {all}',
    noneShown: 'No such term.',
    force: 'in force',
    check: 'checked',
    inForce: (from, until) => `${from || '?'} to ${until || 'now'}`,
    checked: (by, on, original) =>
      `${on} ${by}${original ? ', against the original' : ', not against the original'}`,
  },
  rules: {
    'full-width-list': (detail) =>
      `${detail} is one item; part items by a plain comma and a space, or put what is one form into quotation marks`,
    'quoted-list': (detail) =>
      `${detail}: what stands in quotation marks is one item; quote each, or none, with a plain comma and a space between`,
    'full-width-quotes': (detail) =>
      `${detail}: full-width quotation marks are part of the text; drop them, or put plain ones around them`,
    'swallowed-key': (detail) =>
      `“${detail}” became part of the text above it; indent it as the other fields, with a plain colon and a space`,
    'cut-by-comment': (detail) =>
      `${detail}: from # on it is a comment; put the whole value into quotation marks, or the comment into a line of its own`,
    'form-edge': (detail) =>
      `${detail}: spaces, marks or invisible characters at the ends of a form or in it; drop them`,
    tab: () => 'a tab; write spaces',
    'hardly-a-term': (doubt) =>
      `${doubt}, and would be found everywhere in the logs; drop it, or write a longer form`,
    'holds-a-name': (detail) =>
      `${detail}: has what a member is called in it, which the public edition mostly leaves out; write it otherwise if nobody is to be named`,
    duplicate: (detail) => `stands already: ${detail}; keep one`,
    'alias-clash': (detail, place) =>
      `another entry has this form: ${detail} (${place}); merge them, or drop the alias of one`,
    'put-off-alias': (detail, place) =>
      `put off, and an alias of another entry already: ${detail} (${place}); drop this entry, or that alias`,
    'same-abbreviation': (detail, place) =>
      `another entry of this class has the same English abbreviation: ${detail} (${place}); merge them, or write the English out`,
    dangling: (detail) => `${detail}: no such entry; add it, or drop the relation`,
    'leads-to-rejected': (detail, place) =>
      `${detail}: that word was rejected (${place}); drop the relation, or take the word in with huati glossary accept`,
    'leads-to-put-off': (detail, place) =>
      `${detail}: that word was put off (${place}); take it in first (huati glossary accept), or drop the relation`,
    'not-canonical': (detail) => `${detail}: name the canonical form`,
    cycle: (detail) => `a circle: ${detail}; drop one of the relations`,
    contradiction: (detail) => `“${detail}” is both broader and narrower; drop one`,
    'related-hierarchy': (detail) =>
      `${detail}: broader or narrower already, by however many steps, which is more than related; drop one (SKOS leaves out the related)`,
    self: (detail) => `${detail}: leads to itself; drop the relation`,
    'bare-definition': (detail) => `the definition is “${detail}” alone; write one, or drop definition`,
    'bare-address': (detail) =>
      `the source is an address alone: ${detail}; say whose document it is (number, title, date), as addresses change`,
    'document-form': (detail) => `number of a document: ${detail}; write it as its issuer does`,
    'unknown-document': (detail) =>
      `looks like the number of a document: ${detail}; write it as its issuer does, and check it: dictionaries/documents.yaml does not have it`,
    'no-such-day': (detail) =>
      `source ${detail}: the logs of this group that were read have no such day; check it`,
    'no-such-message': (detail) => `source ${detail}: that day has fewer messages; check it`,
    'unsourced-approval': () => 'approved without a source; write source, or status: draft',
    'unchecked-approval': () => 'approved, but not said who checked it when; write checked, or status: draft',
    'changed-since-check': (detail) =>
      `changed after it was checked: ${detail}; where definition or source became another, approve it again (huati glossary approve)`,
    'in-the-future': (detail) => `not yet: ${detail}; change the date`,
    'out-of-force': (detail) =>
      `its source is out of force: ${detail}; change it, or write until or status: deprecated`,
    'in-force-backwards': (detail) => `in force later than out of force: ${detail}; change from or until`,
    'stands-in': (detail, place) =>
      `stands in for an earlier entry (${place}) and inherits nothing of it; lost is ${detail}; copy here what is to stay`,
    covered: (_, place) =>
      `has no effect: an entry of a later glossary has its place (${place}); write there what is to hold, and delete this one`,
    split: (detail) => `mostly split: ${detail} places`,
  },
};
