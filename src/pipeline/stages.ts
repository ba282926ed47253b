import { z } from 'zod';
import type { Findings } from '../analysis/index.js';
import { findPeople } from '../people/index.js';
import type { Day } from '../read/index.js';
import { findAnnouncements, findCitations, findQuestions, findSchedule, findTalks } from '../talks/index.js';
import { type DiscoveryWords, findDefinitions, findTerms } from '../terms/index.js';
import { Lexicon, tokenize } from '../text/index.js';
import { correctLinks, correctThreads, findLinks, findThreads, tradeWords } from '../threads/index.js';
import type { Context, LoadSegmenter, WordLists } from './context.js';
import { keyed } from './yaml.js';

/** What the stages have found so far; each adds its own part and none changes another's. */
export type Draft = { day: Day } & Partial<Findings>;

/** What a stage is handed besides the draft. */
export interface StageInput {
  context: Context;
  lexicon: Lexicon;
  loadSegmenter: LoadSegmenter;
}

/** A step of the analysis of one day (一个阶段): a pure function with declared options, needs and gifts. */
export interface Stage {
  needs: readonly (keyof Findings)[];
  gives: readonly (keyof Findings)[];
  options: z.ZodType;
  run(draft: Draft, options: never, input: StageInput): Partial<Findings>;
}

function stage<O extends z.ZodType>(declared: {
  needs: readonly (keyof Findings)[];
  gives: readonly (keyof Findings)[];
  options: O;
  run(draft: Draft & Findings, options: z.output<O>, input: StageInput): Partial<Findings>;
}): Stage {
  return declared as Stage;
}

const none = keyed({});

const ofDiscovery = new WeakMap<WordLists, DiscoveryWords>();

/** The lists that discovery looks into; the same object every day, so that what is known by it is kept. */
export function discoveryWords(lists: WordLists): DiscoveryWords {
  const known = ofDiscovery.get(lists);
  if (known) return known;
  const { stopwords, trade, compounds, 'finance-morphemes': morphemes, 'terms-stop': notTerms } = lists;
  const fresh = { stopwords, morphemes, notTerms, trade, compounds };
  ofDiscovery.set(lists, fresh);
  return fresh;
}

/** Every stage that a pipeline may name, in the order in which data goes through them. */
export const stages = {
  people: stage({
    needs: [],
    gives: ['people'],
    options: none,
    run: ({ day }, _, { context }) => ({ people: findPeople(day, context.owner, context.people) }),
  }),
  segment: stage({
    needs: ['people'],
    gives: ['tokens', 'segmenter'],
    options: none,
    run: ({ day, people }, _, { context, lexicon, loadSegmenter }) => {
      const segmenter = loadSegmenter(context.segmenter);
      const tokens = day.messages.map((m, i) => tokenize(m.text, people.mentions[i]!, lexicon, segmenter));
      return { tokens, segmenter: segmenter.name };
    },
  }),
  terms: stage({
    needs: ['people', 'tokens'],
    gives: ['terms'],
    options: keyed({
      discover: z.boolean().default(true).describe('also terms that no glossary lists'),
    }),
    run: ({ day, people, tokens }, options, { context, lexicon, loadSegmenter }) => {
      const { words, rejected = [], termModel: model = null } = context;
      const segmenter = loadSegmenter(context.segmenter);
      const tools = { lexicon, segmenter, words: discoveryWords(words), rejected: new Set(rejected), model };
      return { terms: findTerms(day, people.mentions, tokens, tools, options) };
    },
  }),
  links: stage({
    needs: ['people', 'tokens'],
    gives: ['links'],
    options: none,
    run: ({ day, people, tokens }, _, { context }) => {
      const { words, linkModel, corrections } = context;
      const links = findLinks(day, people, tokens, words, linkModel);
      return { links: corrections ? correctLinks(links, corrections, day.messages) : links };
    },
  }),
  threads: stage({
    needs: ['tokens', 'links'],
    gives: ['threads'],
    options: none,
    run: ({ day, tokens, links }, _, { context: { words, corrections } }) => {
      const threads = findThreads(day.messages, tokens, links, words);
      return { threads: corrections ? correctThreads(threads, corrections) : threads };
    },
  }),
  talks: stage({
    needs: ['people', 'tokens', 'links', 'threads'],
    gives: ['questions', 'talks', 'schedule', 'announced', 'citations'],
    options: none,
    run: ({ day, people: { mentions }, tokens, links, threads }, _, { context }) => {
      const { messages, date } = day;
      const guests = new Set(links.talks.map((talk) => talk.speaker));
      const questions = findQuestions({
        ...links,
        messages,
        mentions,
        threads,
        guests,
        tradeWords: tokens.map(tradeWords),
        judge: context.turnModel ?? null,
      });
      const announced = findAnnouncements(messages, mentions, links.kinds, date);
      const schedule = findSchedule(announced);
      return {
        questions,
        schedule,
        citations: findCitations(messages, context.documents ?? []),
        announced,
        talks: findTalks({
          messages,
          mentions,
          links,
          questions,
          schedule,
          date,
          tokens,
          threads,
          titled: new Set(context.corrections?.titles.map(({ n }) => n)),
          keeping: context.keeping ?? null,
        }),
      };
    },
  }),
  definitions: stage({
    needs: ['terms', 'links', 'threads'],
    gives: ['definitions'],
    options: none,
    run: ({ day: { messages }, terms, links, threads }, _, { context: { termModel } }) => ({
      definitions: findDefinitions({ messages, ...links }, threads, terms.explainable, termModel ?? null),
    }),
  }),
} satisfies Record<string, Stage>;

export type StageName = keyof typeof stages;

/** A stage as a pipeline declares it, its options checked. */
export interface DeclaredStage {
  name: StageName;
  options: unknown;
}

/** Runs the stages of a pipeline over one day. Same day, same context: same findings. */
export function analyseDay(
  day: Day,
  declared: readonly DeclaredStage[],
  context: Context,
  loadSegmenter: LoadSegmenter,
): Findings {
  const input: StageInput = { context, lexicon: new Lexicon(context.entries, context.own), loadSegmenter };
  let draft: Draft = { day };
  for (const { name, options } of declared) {
    draft = { ...draft, ...(stages[name] as Stage).run(draft, options as never, input) };
  }
  return draft as Findings;
}
