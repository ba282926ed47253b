import { z } from 'zod';

export const termClasses = ['concept', 'tech', 'org', 'product', 'regulation', 'role'] as const;
export type TermClass = (typeof termClasses)[number];

export const entryStatuses = ['candidate', 'draft', 'approved', 'rejected', 'deprecated'] as const;
export type EntryStatus = (typeof entryStatuses)[number];

/** What may be decided about an entry, as its history names it. */
export const decisions = ['accept', 'reject', 'merge', 'later', 'approve', 'edit', 'import'] as const;

const longestForm = 60;
const form = z.string().trim().min(1).max(longestForm);
const forms = z.array(form);
const words = z.string().trim().min(1);
const day = z.iso.date({ error: 'expected a date, YYYY-MM-DD' });
const noMonth = /^\d{4}-(?!0[1-9]|1[0-2])/;
/** Whether a day is one of its month: February has no 31st. */
const isDay = (said: string) => z.iso.date().safeParse(said).success;
/** A year, a month or a day: rules are not always remembered to the day. */
const moment = z
  .string({
    error: ({ input }) =>
      typeof input === 'number'
        ? 'expected a date in quotation marks, YYYY, YYYY-MM or YYYY-MM-DD'
        : undefined,
  })
  .regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, {
    error: 'expected a date, YYYY, YYYY-MM or YYYY-MM-DD',
    abort: true,
  })
  .refine((said) => !noMonth.test(said), { error: 'expected a month from 01 to 12', abort: true })
  .refine((said) => said.length < 10 || isDay(said), { error: 'expected a day that its month has' });
const definition = words.describe('one or two sentences of our own');
const source = words.describe('regulation with number, standard, or group/date#n; without one it is 无出处');
const where = words.describe('where it holds, 中国内地 or 日本 for instance');

/** Another meaning of the same form (义项): 预付卡 in China and in Japan. */
const senseSchema = z.strictObject({ where, definition, source: source.optional() });

/** Who compared an entry with what it rests on, and when. */
const checkSchema = z.strictObject({
  by: words,
  on: day,
  original: z.boolean().describe('whether the original was read, not only what others say of it'),
});

/** What it takes to take a decision back (撤销). It says nothing of the term, and stays where the decision was taken. */
const undoSchema = z.strictObject({
  nth: z.int().min(1).describe('which decision of this glossary it is; several entries may share one'),
  of: z
    .string()
    .optional()
    .describe(
      'digest of all that it changed: two decisions of one number, of branches that were joined, are two',
    ),
  was: z
    .union([z.literal('new'), z.record(z.string(), z.unknown())])
    .describe(
      'the fields that it changed, as they were, null where they were not said; new: no such entry in the file',
    ),
  left: z.string().describe('digest of the entry as it was left, so that what people write later is noticed'),
});

/** A decision (决定) about an entry, as it was taken. */
const decisionSchema = z.strictObject({
  on: day,
  by: words,
  did: z.enum(decisions),
  why: words.optional(),
  along: forms.optional().describe('forms that came along with a merged word'),
  seen: z
    .strictObject({ messages: z.int().min(0), days: z.int().min(0), people: z.int().min(0) })
    .optional()
    .describe(
      'its use when that was decided: a rejected word is asked about again where it is far more in use',
    ),
  undo: undoSchema.optional(),
});
export type DecisionRecord = z.infer<typeof decisionSchema>;

/** One glossary entry (词条) as it stands in `dictionaries/payments/*.yaml`. */
export const entrySchema = z.strictObject({
  term: form.describe('canonical form'),
  aliases: forms
    .default([])
    .describe('other forms of the same concept; case, width and 繁简 need no form of their own'),
  class: z.enum(termClasses),
  english: words.optional(),
  definition: definition.optional(),
  source: source.optional(),
  where: where.optional(),
  senses: z.array(senseSchema).optional().describe('its other meanings, each with where it holds'),
  from: moment.optional().describe('in force from'),
  until: moment.optional().describe('in force until'),
  confused: forms.optional().describe('别混: what it is confused with'),
  related: forms.optional(),
  broader: forms.optional().describe('上位词'),
  narrower: forms.optional().describe('下位词; implied where the other entry names this one as broader'),
  replacedBy: form.optional().describe('what took its place'),
  status: z.enum(entryStatuses).default('draft'),
  checked: checkSchema.optional(),
  notes: words.optional(),
  history: z.array(decisionSchema).optional().describe('who decided what, when and why, oldest first'),
});

export type Entry = z.infer<typeof entrySchema>;

/** Entries that only remember what was decided: put off or rejected. */
export const isRemembered = ({ status }: Entry): boolean => status === 'rejected' || status === 'candidate';
