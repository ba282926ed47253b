/** What readers see for the classes of entries (类别), by the ids that stand in files. */
export const classesZh = {
  concept: '概念',
  tech: '技术',
  org: '机构',
  product: '产品',
  regulation: '法规',
  role: '角色',
};

/** The same in English. */
export const classesEn: typeof classesZh = {
  concept: 'concept',
  tech: 'technology',
  org: 'organisation',
  product: 'product',
  regulation: 'regulation',
  role: 'role',
};

/** What readers see for the statuses of entries (状态), by their ids. */
export const statusesZh = {
  candidate: '待议',
  draft: '草稿',
  approved: '已批准',
  rejected: '已拒绝',
  deprecated: '已弃用',
};

/** The same in English. */
export const statusesEn: typeof statusesZh = {
  candidate: 'put off',
  draft: 'draft',
  approved: 'approved',
  rejected: 'rejected',
  deprecated: 'deprecated',
};
