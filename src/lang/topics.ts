/** What is said of topics over many days, in Chinese. */
export const topicsZh = {
  description: '把一段日子的话题串归成话题：每个话题的名称、用词、代表性的话题串、谁在答、怎么变',
  span: '哪一段：2018-07-12、2018-W28、2018-07、2018，或 2018-01..2018-03',
  badSpan: (value: string) => `${value}：不是日期、周（2018-W28）、月（2018-07）、年，也不是“起..止”`,
  count: '要几个话题；不写由记录自己定',
  badCount: (value: string) => `${value}：请写 1 到 200 的整数`,
  anew: '重新归类，不沿用上次的话题（认得出的仍用原来的名称和颜色）',
  out: '写成文件：.html、.md 或 .json',
  badOut: (path: string) => `${path}：只会写 .html、.md 或 .json`,
  damaged: (path: string, reason: string) =>
    `${path}：留存的话题读不出（${reason}）。请从备份恢复，或移走它重新归类`,
  unknown: (path: string, topic: string) => `${path}：没有叫“${topic}”的话题，这条更正没有用上`,
  written: (count: number, path: string) => `${count} 个话题，写在 ${path}`,
  title: '话题',
  nothing: '没有可归类的话题串。',
  and: '与',
  counts: (topics: number, threads: number, messages: number, left: number) =>
    `${topics} 个话题，${threads} 个话题串、${messages} 条消息；${left} 个话题串归不进任何话题`,
  social: '闲聊不归类。',
  threads: (count: number) => `${count} 个话题串`,
  messages: (count: number) => `${count} 条`,
  terms: '用词',
  representative: '代表性的话题串',
  answerers: '谁在答',
  answered: (count: number) => `答 ${count} 问`,
  leftovers: '归不进任何话题的',
  more: (count: number) => `另有 ${count} 个`,
  family: '大类',
  trends: {
    new: '新出现',
    grown: '升温',
    steady: '平稳',
    shrunk: '降温',
    gone: '不再谈',
  },
  latest: '近期',
  pinned: '已置顶',
  charts: '图',
  share: (percent: number) => `占 ${percent}%`,
  correct: (path: string) =>
    `改名、合并、拆分、置顶写在 ${path}，例如：- topic: 名称后面括号里的代号，name: 新名称（或 into:、split:、pinned: true）`,
};

/** The same in English. */
export const topicsEn: typeof topicsZh = {
  description:
    'sorts the threads of some days into topics: each with a name, its terms, its most representative threads, who answers, how it moved',
  span: 'which days: 2018-07-12, 2018-W28, 2018-07, 2018, or 2018-01..2018-03',
  badSpan: (value) =>
    `${value}: neither a date, a week (2018-W28), a month (2018-07) or a year, nor "from..to"`,
  count: 'how many topics; otherwise as many as the logs bear',
  badCount: (value) => `${value}: expected a whole number from 1 to 200`,
  anew: 'find topics anew instead of keeping the last ones (those found again keep name and colour)',
  out: 'write a file: .html, .md or .json',
  badOut: (path) => `${path}: only .html, .md or .json can be written`,
  damaged: (path, reason) =>
    `${path}: the topics kept there cannot be read (${reason}). Restore the file, or move it away to find topics anew`,
  unknown: (path, topic) => `${path}: there is no topic "${topic}"; that correction was not used`,
  written: (count, path) => `${count} topics, written to ${path}`,
  title: 'Topics',
  nothing: 'There are no threads to sort.',
  and: ' and ',
  counts: (topics, threads, messages, left) =>
    `${topics} topics of ${threads} threads and ${messages} messages; ${left} threads are of no topic`,
  social: 'Small talk is not sorted.',
  threads: (count) => `${count} threads`,
  messages: (count) => `${count} messages`,
  terms: 'Terms',
  representative: 'Representative threads',
  answerers: 'Who answers',
  answered: (count) => `${count} questions`,
  leftovers: 'Of no topic',
  more: (count) => `${count} more`,
  family: 'Family',
  trends: { new: 'new', grown: 'rising', steady: 'steady', shrunk: 'falling', gone: 'gone' },
  latest: 'lately',
  pinned: 'pinned',
  charts: 'Charts',
  share: (percent) => `${percent}%`,
  correct: (path) =>
    `To rename, merge, split or pin topics write to ${path}, for instance: - topic: the id in brackets behind a name, name: a new name (or into:, split:, pinned: true)`,
};
