import { plural } from './plural.js';

/** Words of the comparison: its command and its page; Chinese. */
export const compareZh = {
  description: '把几天、几周、几个月或几个群并排对比：用词、话题、接着聊的、人和时间',
  sides:
    '要对比的各边：一段时间（2024-05-16、2024-W20、2024-05、2024-Q2、2024、2024-05-01..2024-05-10、2024-05-01..、..2024-05-10）、群名，或 群名/一段时间；后面可写记录的路径',
  usual: '和“平时”对比：只给一天，另一边是它前面的几周（默认 4 周）',
  out: '写到哪个文件夹，或哪个文件（如 days.html，其余的放在它旁边）；默认：输出文件夹下的 compare',
  usualLabel: (weeks: number) => `平时（前 ${weeks} 周）`,
  fewSides: '至少要给两边，例如：huati compare 2018-07-11 2018-07-12 logs；或一天加 --usual',
  fileAsSide: (text: string) =>
    `${text} 是文件，不是对比的一边：先写两边（哪天、哪周、哪个群），再写记录，例如：huati compare 2018-07-11 2018-07-12 ${text}`,
  oneDay: (text: string) => `--usual 只和一边对比，写的是：${text}`,
  sameSides: (text: string) => `两边是一样的：${text}`,
  line: (form: string, first: string, second: string) => `  ${form}：${first} → ${second}`,
  badSide: (text: string, groups: string) =>
    `“${text}”不是日期、周、月、年、区间，也不是群名${groups ? `（有这些群：${groups}）` : ''}；写法见 huati compare --help`,
  emptySide: (label: string, first: string, last: string) =>
    `“${label}”这边没有记录（手头的记录从 ${first} 到 ${last}）`,
  title: '对比',
  kicker: '对比',
  and: ' 与 ',
  page: (path: string) => `对比页：${path}`,
  glance: '一眼看去',
  rows: {
    days: '天数',
    messages: '消息（不算签到、通知、单发的链接）',
    perDay: '每天消息',
    people: '发言的人',
    threads: '话题线',
    questions: '问题（当天答了）',
    talks: '分享',
  },
  answered: (asked: number, answered: number) => `${asked}（${answered}）`,
  missing: (label: string, group: string, dates: string) =>
    `${label}：${group && `${group} `}没有这些天的记录：${dates}`,
  missingMany: (count: number, first: string, last: string) => `${first} 到 ${last} 间的 ${count} 天`,
  shared: (days: string) => `这些天两边都有：${days}`,
  differs: '差别站得住的词',
  differsOf: (label: string) => `${label} 与其余各边相比`,
  differsHow: (tested: number, all: number) =>
    `数的是提到一个词的消息，不是次数；写的是别名也算。‰ 是每千条消息里有几条提到它。“站得住”是说不像碰巧（一百个里大约会错五个）；z 离 0 越远差别越可靠，正数是后一边更多。两边合计不到 5 条的词不下结论。共 ${all} 个词，检验了 ${tested} 个（对数似然比，Benjamini–Hochberg；z 出自带先验的对数几率比，Monroe 等，2008）。`,
  noneDiffer: '没有站得住的差别。',
  fewVoices: '主要是一两个人说的',
  fewVoicesHow: '条数有差别，但多半出自一两个人，不算群里的差别。',
  voice: (most: number, all: number) => `${all} 条里 ${most} 条是同一个人`,
  changes: { new: '只在后一边', gone: '只在前一边', grown: '后一边更多', shrunk: '前一边更多' },
  columns: { word: '词', change: '哪边更多', z: 'z', side: '条数（人数，每千条）' },
  count: (messages: number, people: number, rate: string) => `${messages} 条（${people} 人，${rate}‰）`,
  none: '—',
  moreWords: (count: number) => `另外 ${count} 个`,
  topics: '话题对照',
  topicsHow:
    '各边 3 条以上的话题线：有颜色的是 huati topics 归好的话题，其余按用词放在一起；同一行是同一个话题。',
  paired: '都聊了的',
  alone: (label: string) => `只在 ${label} 聊的`,
  noTopics: '没有 3 条以上的话题线。',
  topicSize: (threads: number, messages: number, people: number) =>
    `${threads > 1 ? `${threads} 条线，` : ''}${messages} 条，${people} 人`,
  wentOn: '接着聊的',
  wentOnFrom: (from: string, to: string) => `${from} → ${to}`,
  likeness: (value: string) => `相似 ${value}`,
  noneWentOn: '没有看出接着聊的话题线。',
  carried: '带过来的问题',
  carriedAnswered: '后来有人答了',
  carriedOpen: '还没人答',
  noneCarried: '没有带过来的问题。',
  people: '人和时间',
  cameAndWent: (gone: number, both: number, came: number) =>
    `只在前一边说话的 ${gone} 人，两边都说的 ${both} 人，只在后一边说的 ${came} 人`,
  most: '说得最多的',
  talks: '分享',
  noTalks: '没有分享。',
  passages: '原话',
  passagesOf: (word: string) => `“${word}”的原话`,
  morePassages: (count: number) => `另有 ${count} 条`,
  notSaid: '没有提到',
  bars: {
    title: '差别最大的词',
    subtitle: (a: string, b: string) => `每千条消息里提到的条数；左 ${a}，右 ${b}，按 z 排。`,
    summary: (a: string, b: string, list: string) => `每千条消息提到的条数，${a} 对 ${b}：${list}`,
  },
  scatter: {
    title: '用词散点',
    subtitle: (a: string, b: string) =>
      `横 ${a}，纵 ${b}：每千条消息里提到的条数（对数）。上色的是差别站得住的词，灰的不是；点一个词看原话。`,
    summary: (drawn: number, differ: number) => `${drawn} 个词，其中 ${differ} 个差别站得住。`,
    more: (label: string) => `${label} 更多`,
    same: '差别站不住',
  },
  hours: {
    title: '一天里的时间',
    subtitle: '每小时的消息数（按天平均）。',
    summary: (list: string) => `各边最热闹的钟点：${list}`,
  },
  csv: {
    ...{ word: '词', class: '类', known: '词汇表已有', change: '哪边更多', verdict: '结论' },
    ...{ z: 'z', delta: '对数几率比', chance: 'p' },
    ...{ messages: '条数', rate: '每千条', people: '人数', most: '最多的一人' },
  },
  verdicts: { differs: '有差别', 'few-voices': '一两个人说的', same: '站不住' },
};

/** The same in English. */
export const compareEn: typeof compareZh = {
  description:
    'set days, weeks, months or groups side by side: words, topics, what went on, people and hours',
  sides:
    'the sides: a span of days (2024-05-16, 2024-W20, 2024-05, 2024-Q2, 2024, 2024-05-01..2024-05-10, 2024-05-01.., ..2024-05-10), a group, or GROUP/SPAN; then paths of logs',
  usual: 'compare one day with the usual: the weeks before it (4 unless told)',
  out: 'folder to write into, or a file such as days.html (the others go beside it); by default compare in the output folder',
  usualLabel: (weeks) => `the usual (${plural(weeks, 'week')} before)`,
  fewSides:
    'give two sides at least, for example: huati compare 2018-07-11 2018-07-12 logs; or one day and --usual',
  fileAsSide: (text) =>
    `${text} is a file and no side: first the sides (days, weeks, groups), then the logs, for example: huati compare 2018-07-11 2018-07-12 ${text}`,
  oneDay: (text) => `--usual goes with one side, not with: ${text}`,
  sameSides: (text) => `both sides are the same: ${text}`,
  line: (form, first, second) => `  ${form}: ${first} → ${second}`,
  badSide: (text, groups) =>
    `“${text}” is no date, week, month, year or span, and no group${groups ? ` (there are: ${groups})` : ''}; see huati compare --help`,
  emptySide: (label, first, last) =>
    `there are no logs for “${label}” (the logs at hand go from ${first} to ${last})`,
  title: 'Comparison',
  kicker: 'Comparison',
  and: ' and ',
  page: (path) => `the comparison: ${path}`,
  glance: 'At a glance',
  rows: {
    days: 'days',
    messages: 'messages (without sign-ins, notices, bare links)',
    perDay: 'messages a day',
    people: 'people who spoke',
    threads: 'threads',
    questions: 'questions (answered that day)',
    talks: 'talks',
  },
  answered: (asked, answered) => `${asked} (${answered})`,
  missing: (label, group, dates) => `${label}: no log${group && ` of ${group}`} for ${dates}`,
  missingMany: (count, first, last) => `${plural(count, 'day')} from ${first} to ${last}`,
  shared: (days) => `on both sides: ${days}`,
  differs: 'Words whose difference holds',
  differsOf: (label) => `${label} against the others`,
  differsHow: (tested, all) =>
    `Counted are messages with a word or one of its aliases, not occurrences; ‰ is messages in a thousand. A difference holds where it is hardly chance (about five in a hundred are wrong); the further z is from 0, the surer, and above 0 the second side has more. Of words in fewer than five messages of both sides nothing is said. Of ${plural(all, 'word')}, ${tested} were tested (log-likelihood ratio, Benjamini–Hochberg; z is of the log-odds ratio with an informative prior, Monroe et al. 2008).`,
  noneDiffer: 'No difference holds.',
  fewVoices: 'Mostly one or two voices',
  fewVoicesHow:
    'The numbers differ, but most of the messages are by one or two people: no difference of the group.',
  voice: (most, all) => `${most} of ${plural(all, 'message')} by one person`,
  changes: {
    new: 'only on the second side',
    gone: 'only on the first side',
    grown: 'more on the second side',
    shrunk: 'more on the first side',
  },
  columns: { word: 'word', change: 'where more', z: 'z', side: 'messages (people, in a thousand)' },
  count: (messages, people, rate) => `${messages} (${plural(people, 'person', 'people')}, ${rate}‰)`,
  none: '–',
  moreWords: (count) => `${count} more`,
  topics: 'Topics side by side',
  topicsHow:
    'Threads of three messages or more of all sides: under topics that huati topics found, which have a colour, or clustered by their words; a row is a topic.',
  paired: 'On more than one side',
  alone: (label) => `On ${label} alone`,
  noTopics: 'No threads of three messages or more.',
  topicSize: (threads, messages, people) =>
    `${threads > 1 ? `${threads} threads, ` : ''}${plural(messages, 'message')}, ${plural(people, 'person', 'people')}`,
  wentOn: 'What went on',
  wentOnFrom: (from, to) => `${from} → ${to}`,
  likeness: (value) => `alike ${value}`,
  noneWentOn: 'No thread was seen to go on.',
  carried: 'Questions carried over',
  carriedAnswered: 'answered later',
  carriedOpen: 'still open',
  noneCarried: 'No question was carried over.',
  people: 'People and hours',
  cameAndWent: (gone, both, came) =>
    `${gone} speak on the first side only, ${both} on both, ${came} on the second side only`,
  most: 'Who said most',
  talks: 'Talks',
  noTalks: 'No talks.',
  passages: 'Passages',
  passagesOf: (word) => `Passages with “${word}”`,
  morePassages: (count) => `${count} more`,
  notSaid: 'not said',
  bars: {
    title: 'The words that differ most',
    subtitle: (a, b) => `Messages with the word in a thousand; left ${a}, right ${b}, by z.`,
    summary: (a, b, list) => `Messages in a thousand, ${a} to ${b}: ${list}`,
  },
  scatter: {
    title: 'Words by their use on each side',
    subtitle: (a, b) =>
      `Across ${a}, up ${b}: messages in a thousand (logarithmic). Coloured where the difference holds; a click on a word shows its passages.`,
    summary: (drawn, differ) => `${plural(drawn, 'word')}, of which ${differ} differ.`,
    more: (label) => `more in ${label}`,
    same: 'no difference',
  },
  hours: {
    title: 'Hours of the day',
    subtitle: 'Messages in an hour, the mean over days.',
    summary: (list) => `The busiest hour of each side: ${list}`,
  },
  csv: {
    ...{ word: 'word', class: 'class', known: 'in glossary', change: 'where more', verdict: 'verdict' },
    ...{ z: 'z', delta: 'log-odds', chance: 'p' },
    ...{ messages: 'messages', rate: 'in a thousand', people: 'people', most: 'most by one' },
  },
  verdicts: { differs: 'differs', 'few-voices': 'few voices', same: 'does not hold' },
};
