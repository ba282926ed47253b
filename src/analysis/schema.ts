import { z } from 'zod';
import { slotStates, talkKinds } from '../talks/index.js';
import { segmenterNames, termClasses, tokenTypes } from '../text/index.js';
import { domains, messageKinds } from '../threads/index.js';

const n = z.int().min(1).describe('number of a message, its ordinal in the log from 1');
const numbers = z.array(n).describe('numbers of messages, rising, without repeats');
const offset = z.int().min(0).describe("UTF-16 offset into the message's text");

const attachment = z.strictObject({
  kind: z.enum(['link', 'image', 'file', 'sticker', 'redpacket', 'quote']),
  title: z.string(),
  url: z.string().describe('as the log has it; untrusted'),
  start: offset,
  end: offset,
});

const mention = z.strictObject({
  start: offset,
  end: offset,
  name: z.string(),
  speaker: z
    .string()
    .nullable()
    .describe('the speaker of the day whom it means; null where that is not known'),
});

const message = z.strictObject({
  n,
  line: z.int().min(1).describe("line of the message's header in the log"),
  time: z.string(),
  second: z.int().describe("seconds since the log's first midnight"),
  speaker: z.string(),
  kind: z.enum(messageKinds),
  text: z.string().describe("the words, the exporter's damage undone"),
  duplicateOf: n.nullable(),
  attachments: z.array(attachment),
  mentions: z.array(mention),
  tokens: z.array(z.string()).optional().describe('segmentation, with --tokens'),
  tokenTypes: z.array(z.enum(tokenTypes)).optional().describe('what each token is, with --tokens'),
});

const time = z.string().nullable().describe('HH:MM, where it is said');

const open = z.strictObject({
  question: numbers,
  follows: n.nullable().describe('first message of the question that it follows up'),
  kind: z
    .enum(['question', 'statement'])
    .describe('`statement`: said as a fact, then confirmed or corrected by the guest'),
});
const question = z.strictObject({ ...open.shape, answers: numbers });

/** The day analysis (一天的分析): the program's own artifact, one JSON file a day. */
export const dayAnalysisSchema = z.strictObject({
  version: z.literal(1),
  group: z.string(),
  date: z.string(),
  format: z.string(),
  language: z.enum(['zh', 'en']),
  segmenter: z.enum(segmenterNames),
  header: z.strictObject({ author: z.string().nullable(), lines: z.int().nullable() }),
  messages: z.array(message),
  links: z.array(
    z.strictObject({
      n,
      parent: n.describe('the message that n goes on from; n itself where a thread starts'),
      probability: z
        .number()
        .min(0)
        .max(1)
        .nullable()
        .describe('how probable the model holds it, calibrated; null where rules or a person decided'),
    }),
  ),
  threads: z.array(z.strictObject({ id: n, title: z.string(), domain: z.enum(domains), messages: numbers })),
  terms: z.array(
    z.strictObject({
      term: z.string(),
      surface: z.array(z.string()),
      class: z.enum(termClasses),
      known: z.boolean().describe('whether the glossary has it; otherwise it was discovered'),
      messages: numbers,
    }),
  ),
  definitions: z
    .array(
      z.strictObject({
        term: z.string().describe('as the day calls it: its canonical form, or one of its surface forms'),
        messages: numbers,
        text: z.string(),
        sure: z.boolean().describe('whether reports and the glossary show it; else a passage worth reading'),
      }),
    )
    .describe('where the group explains a term, or may'),
  qa: z.array(question).describe('answered questions of the whole day'),
  unanswered: z.array(open).describe('questions that nobody answered that day'),
  talks: z.array(
    z.strictObject({
      kind: z
        .enum(talkKinds)
        .describe(
          "`talk`: a guest's; `discussion`: nobody gives one, but the day's discussion is worth a record",
        ),
      speaker: z
        .string()
        .describe(
          "the guest, of a discussion whoever answers most: the name as it stands in the log's message lines",
        ),
      title: z.string(),
      host: z.string().nullable().describe('whoever announces the guest, as the log names him'),
      announcements: numbers,
      signins: numbers,
      passages: numbers.describe('the talk itself; a discussion has none'),
      outline: z
        .array(z.strictObject({ level: z.literal([1, 2, 3]), text: z.string(), n }))
        .describe('numbered lines of the passages'),
      images: numbers.describe('passages with a picture'),
      links: numbers.describe('passages with a link'),
      qa: z.array(question),
      discussion: numbers.describe(
        'what else an editor would publish with it, anywhere in the day; no passage and no message of its qa. Of a discussion all of it',
      ),
    }),
  ),
  documents: z
    .array(
      z.strictObject({
        n,
        text: z.string().describe('as it was cited'),
        document: z
          .strictObject({
            number: z.string(),
            title: z.string(),
            issuer: z.string(),
            date: z.string().describe('of issue: YYYY-MM-DD, YYYY-MM or YYYY'),
            unsure: z.boolean().describe('number, title or date is not certain'),
          })
          .nullable()
          .describe('what the table of documents has it for; null where it is not in it'),
      }),
    )
    .describe('documents that messages cite by number'),
  schedule: z
    .strictObject({
      n,
      slots: z.array(
        z.strictObject({
          date: z.string(),
          time,
          guest: z.string().nullable(),
          topic: z.string().nullable(),
        }),
      ),
    })
    .nullable()
    .describe('the latest schedule of talks that the day announces'),
  announced: z
    .array(
      z.strictObject({
        n,
        date: z.string(),
        time,
        guest: z.string().nullable().describe('as he is called; null where the day is free or he stays'),
        topic: z.string().nullable(),
        state: z.enum(slotStates),
        movedFrom: z.string().nullable().describe('the day from which the talk was moved'),
      }),
    )
    .describe('all that the day announces of talks, in the order in which it is said; later ones hold'),
  notes: z.array(
    z.strictObject({
      level: z.enum(['info', 'warning', 'error']),
      line: z.int().min(0),
      rule: z.string(),
      detail: z.string(),
    }),
  ),
  published: z
    .strictObject({
      names: z.int().min(0).describe('names replaced in messages'),
      numbers: z.int().min(0).describe('numbers, ids and addresses masked in messages'),
      statements: z.int().min(0).describe('messages left out'),
    })
    .optional()
    .describe('what was done for the public edition (外发版); absent from the internal one'),
});

export type DayAnalysis = z.infer<typeof dayAnalysisSchema>;
export type AnalysedMessage = DayAnalysis['messages'][number];

/** The talks that guests gave; records of discussions are none. */
export const guestTalks = ({ talks }: Pick<DayAnalysis, 'talks'>): DayAnalysis['talks'] =>
  talks.filter((talk) => talk.kind === 'talk');

/** The JSON Schema (draft 2020-12) of a day analysis, as published under `schema/`. */
export function dayAnalysisJsonSchema(): object {
  return {
    $id: 'https://huati.example/schema/day-analysis.json',
    title: 'huati day analysis',
    ...z.toJSONSchema(dayAnalysisSchema),
  };
}
