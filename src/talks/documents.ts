import { z } from 'zod';
import type { Message } from '../read/index.js';

/** A document that people cite by number (文号), as it stands in `dictionaries/documents.yaml`. */
export const documentSchema = z.strictObject({
  number: z
    .string()
    .regex(/〔\d{4}〕第?\d{1,4}号$/, 'expected a number such as 银发〔2017〕1号')
    .describe('as its issuer writes it'),
  forms: z
    .array(z.string().regex(/^\d{1,4}号(?:文|令|公告)$/, 'expected a short form such as 1号文'))
    .default([])
    .describe('how people cite it, where that means this document alone'),
  title: z.string().trim().min(1).describe('in short, as the trade calls it'),
  issuer: z.string().trim().min(1),
  date: z
    .string()
    .regex(/^\d{4}(?:-\d\d){0,2}$/, 'expected YYYY-MM-DD, YYYY-MM or YYYY')
    .describe('of issue'),
  checked: z.boolean().default(false).describe("held against the issuer's own page"),
  unsure: z.boolean().default(false).describe('number, title or date is not certain'),
  until: z
    .string()
    .regex(/^\d{4}(?:-\d\d){0,2}$/, 'expected YYYY-MM-DD, YYYY-MM or YYYY')
    .optional()
    .describe('out of force since'),
  replacedBy: z.string().trim().min(1).optional().describe('number of what took its place'),
  note: z.string().trim().optional(),
});
export type Document = z.infer<typeof documentSchema>;

/** A document cited in a message, resolved where the table has it. */
export interface Citation {
  /** Number of the message. */
  n: number;
  /** As it was cited. */
  text: string;
  document: Pick<Document, 'number' | 'title' | 'issuer' | 'date' | 'unsure'> | null;
}

const cited =
  /([\u4e00-\u9fff]{0,8})[〔[(（【［]?((?:19|20)\d\d)[〕\])）】］年]第?\s?(\d{1,4})\s?号(?:文件|文|令|公告)?|(?<!\d)(\d{1,4})\s?号(?:文件?|令|公告)/g;
/** What every citation has in it. */
const hint = /\d\s?号/;
const numbered = /^(.*)〔(\d{4})〕第?(\d{1,4})号$/;
/** What an issuer's short name is made of, so that no word before it is taken along. */
const issuerTail = /[中国人民银行办发支付管监保证财税商汇综法公告规函字令]*$/;

/** Whether a citation's letters before the year fit a document's: the shorter ends the longer. */
function fits(letters: string, prefix: string): boolean {
  return letters.endsWith(prefix) || prefix.endsWith(letters);
}

function resolve(found: RegExpExecArray, table: readonly Document[]): Document | null {
  const [text, before, year, number, short] = found;
  if (short !== undefined) {
    const form = text.replace(/\s/g, '').replace('文件', '文');
    return table.find((d) => d.forms.includes(form)) ?? null;
  }
  const letters = issuerTail.exec(before!)![0];
  return (
    table.find((d) => {
      const [, prefix, ofYear, no] = numbered.exec(d.number)!;
      return ofYear === year && no === number && fits(letters, prefix!);
    }) ?? null
  );
}

/** The documents cited in a text, resolved by the table, in order. */
export function citationsIn(text: string, table: readonly Document[]): Omit<Citation, 'n'>[] {
  if (!hint.test(text)) return [];
  return [...text.matchAll(cited)].map((found) => {
    const document = resolve(found, table);
    const { number, title, issuer, date, unsure } = document ?? {};
    const before = found[1] ?? '';
    const shown = found[0].slice(before.length - issuerTail.exec(before)![0].length);
    return {
      text: shown,
      document: document
        ? { number: number!, title: title!, issuer: issuer!, date: date!, unsure: unsure! }
        : null,
    };
  });
}

/** The documents that the messages of a day cite, each once a message; second copies cite nothing of their own. */
export function findCitations(messages: readonly Message[], table: readonly Document[]): Citation[] {
  return messages
    .filter((m) => m.duplicateOf === null)
    .flatMap((m) => {
      const found = citationsIn(m.text, table);
      const isFirst = (c: Omit<Citation, 'n'>, k: number) => found.findIndex((o) => o.text === c.text) === k;
      return found.filter(isFirst).map((c) => ({ n: m.n, ...c }));
    });
}
