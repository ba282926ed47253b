import { z } from 'zod';

export const termClasses = ['concept', 'tech', 'org', 'product', 'regulation', 'role'] as const;
export type TermClass = (typeof termClasses)[number];

export const entryStatuses = ['candidate', 'draft', 'approved', 'rejected', 'deprecated'] as const;

const form = z.string().trim().min(1).max(60);

/** One glossary entry (词条) as it stands in `dictionaries/payments/*.yaml`. */
export const entrySchema = z.strictObject({
  term: form.describe('canonical form'),
  aliases: z
    .array(form)
    .default([])
    .describe('other forms of the same concept; case, width and 繁简 need no form of their own'),
  class: z.enum(termClasses),
  english: z.string().trim().optional(),
  definition: z.string().trim().optional().describe('one or two sentences of our own'),
  source: z
    .string()
    .trim()
    .optional()
    .describe('regulation with number, standard, or group/date#n; without one it is 无出处'),
  where: z.string().trim().optional().describe('where it holds, 中国内地 or 日本 for instance'),
  confused: z.array(form).optional().describe('别混: what it is confused with'),
  related: z.array(form).optional(),
  status: z.enum(entryStatuses).default('draft'),
});

export type Entry = z.infer<typeof entrySchema>;
