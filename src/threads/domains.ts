/** What a thread is about: the trade, the job and the group, or anything else (行业、职场与群务、闲聊). */
export const domains = ['payments', 'work', 'social'] as const;
export type Domain = (typeof domains)[number];
