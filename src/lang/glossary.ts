/** What `huati glossary` says, in Chinese. */
export const glossaryZh = {
  description: '词汇表：检查、查看、收录、导出',
  lint: '检查词汇表：重复、别名冲突、断链、循环、出处失效、仍被切开的词',
  lintPaths: '词汇表文件或文件夹；不写则检查工作区的，没有工作区则检查自带的',
  lintIn: '记录文件或文件夹：看词条在这些记录里是否仍被切开',
  sound: (entries: number) => `${entries} 个词条，没有发现问题。`,
  found: (problems: number, entries: number) => `${entries} 个词条，${problems} 个问题。`,
  rules: {
    duplicate: (detail: string) => `重复：${detail}`,
    'alias-clash': (detail: string) => `别名被另一词条占用：${detail}。合并两条，或去掉一边的别名`,
    dangling: (detail: string) => `${detail}：没有这个词条。补上词条，或去掉这条关系`,
    'not-canonical': (detail: string) => `${detail}：请写规范形式`,
    cycle: (detail: string) => `循环：${detail}`,
    contradiction: (detail: string) => `“${detail}”既是上位词又是下位词`,
    self: (detail: string) => `${detail}：指向自己`,
    'unsourced-approval': () => '已批准（approved）但没有出处（source）',
    'unchecked-approval': () => '已批准（approved）但没写谁在何时核对（checked）',
    'out-of-force': (detail: string) => `出处已失效：${detail}。改出处，或写 until、status: deprecated`,
    'in-force-backwards': (detail: string) => `生效晚于失效：${detail}`,
    split: (detail: string) => `多半被切开：${detail} 处`,
  },
};

/** The same in English. */
export const glossaryEn: typeof glossaryZh = {
  description: 'the glossary: check, look up, keep, export',
  lint: 'check a glossary: duplicates, alias clashes, dangling relations, cycles, sources out of force, split forms',
  lintPaths: "glossary files or folders; without any, the workspace's, or the shipped one",
  lintIn: 'logs in which forms should stay whole',
  sound: (entries) => `${entries} entries, nothing wrong.`,
  found: (problems, entries) => `${entries} entries, ${problems} problems.`,
  rules: {
    duplicate: (detail) => `stands twice: ${detail}`,
    'alias-clash': (detail) => `another entry has this form: ${detail}; merge them, or drop the alias of one`,
    dangling: (detail) => `${detail}: no such entry; add it, or drop the relation`,
    'not-canonical': (detail) => `${detail}: name the canonical form`,
    cycle: (detail) => `a circle: ${detail}`,
    contradiction: (detail) => `“${detail}” is both broader and narrower`,
    self: (detail) => `${detail}: leads to itself`,
    'unsourced-approval': () => 'approved without a source',
    'unchecked-approval': () => 'approved, but not said who checked it when (checked)',
    'out-of-force': (detail) =>
      `its source is out of force: ${detail}; change it, or write until or status: deprecated`,
    'in-force-backwards': (detail) => `in force later than out of force: ${detail}`,
    split: (detail) => `mostly split: ${detail} places`,
  },
};
