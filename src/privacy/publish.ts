import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import { fold } from '../text/index.js';
import { emptyKey, enrol, type PseudonymKey } from './pseudonyms.js';
import { Publisher, type PublishOptions } from './publisher.js';
import { namesOf } from './seen.js';

export type { PublishOptions } from './publisher.js';

/** A day as it may leave the group, and the key with the day's people in it. */
export interface Published {
  analysis: DayAnalysis;
  key: PseudonymKey;
}

/** Terms by what is left of them: one that stands nowhere any more, or was a name, is gone. */
function publicTerms(
  analysis: DayAnalysis,
  messages: readonly AnalysedMessage[],
  p: Publisher,
  own: PublishOptions['own'],
) {
  return analysis.terms.flatMap((term) => {
    const isSafe = term.known && !own?.has(term.term);
    const mayShow = (form: string) => isSafe || p.words(form) === form;
    if (!mayShow(term.term)) return [];
    const surface = term.surface.filter(mayShow);
    const forms = surface.map(fold);
    const left = term.messages.filter((n) => {
      const folded = fold(messages[n - 1]!.text);
      return forms.some((form) => folded.includes(form));
    });
    return left.length ? [{ ...term, surface, messages: left }] : [];
  });
}

/** Questions that may go out, without what of them stays inside: nobody can answer what he cannot read. */
const publicQuestions = <T extends { question: number[] }>(questions: readonly T[], p: Publisher): T[] =>
  questions
    .map((q) => ({ ...q, question: q.question.filter((n) => !p.isWithheld(n)) }))
    .filter((q) => q.question.length > 0);

/** Questions with the answers that may go out; one that has none left is gone. */
const publicAnswers = (qa: DayAnalysis['qa'], p: Publisher): DayAnalysis['qa'] =>
  publicQuestions(qa, p)
    .map((q) => ({ ...q, answers: q.answers.filter((n) => !p.isWithheld(n)) }))
    .filter((q) => q.answers.length > 0);

function publicTalks(analysis: DayAnalysis, p: Publisher): DayAnalysis['talks'] {
  const open = analysis.talks.filter(({ passages }) => !passages.some((n) => p.closed.has(n)));
  return open.map((talk) => ({
    ...(p.anything(talk) as typeof talk),
    speaker: p.name(talk.speaker),
    host: talk.host === null ? null : p.name(talk.host),
    title: p.title(talk.title, talk.kind === 'talk' ? talk.passages : talk.discussion),
    outline: talk.outline
      .filter(({ n }) => !p.isWithheld(n))
      .map((heading) => ({ ...heading, text: p.words(heading.text, [heading.n]) })),
  }));
}

/** Notes of these rules quote the log. */
const quoting = new Set(['time-malformed', 'text-before-first']);

/**
 * A day's analysis as it may leave the group (外发版): names replaced by pseudonyms everywhere, numbers and ids that lead to
 * a person masked, unconfirmed talk about companies left out; all offsets and numbers hold. Whatever is made from it by
 * the usual code is fit to be sent. Pure: same analysis, same key, same bytes.
 *
 * @example
 * const { analysis, key } = publish(inner, { vocabulary, lang: 'zh' });
 */
export function publish(analysis: DayAnalysis, options: PublishOptions): Published {
  const seen = namesOf(analysis).map((one) => {
    const known = options.known?.get(one.name);
    return known === undefined ? one : { ...one, is: known, sure: true };
  });
  const key = enrol(options.key ?? emptyKey, seen);
  const p = new Publisher(analysis, key, options);
  const messages = analysis.messages.map((m) => p.message(m));
  const terms = publicTerms(analysis, messages, p, options.own);
  const { version, group, date, format, language, segmenter, links, ...named } = analysis;
  const { qa, unanswered, header, threads, definitions, schedule, announced, notes, ...others } = named;
  const { messages: _own, terms: _left, talks: _open, ...rest } = others; // each has a rule of its own
  const held = (n: number) => p.isWithheld(n);
  return {
    key,
    analysis: {
      ...{ version, group, date, format, language, segmenter },
      header: { ...header, author: header.author === null ? null : p.name(header.author) },
      messages,
      links,
      threads: threads.map((t) => ({ ...t, title: p.title(t.title, t.messages) })),
      terms,
      definitions: definitions
        .filter(
          (d) => !d.messages.some(held) && terms.some((t) => t.term === d.term || t.surface.includes(d.term)),
        )
        .map((d) => ({ ...d, text: p.words(d.text, d.messages) })),
      qa: publicAnswers(qa, p),
      unanswered: publicQuestions(unanswered, p),
      talks: publicTalks(analysis, p),
      ...(p.anything(rest) as typeof rest),
      schedule: schedule && {
        ...schedule,
        slots: schedule.slots.map(({ date, time, guest, topic }, i) => ({
          date,
          time,
          guest: guest === null ? null : p.name(guest),
          topic: topic === null || options.closed?.slots.has(i) ? null : p.words(topic),
        })),
      },
      announced: announced.map((a, i) => ({
        ...a,
        guest: a.guest === null ? null : p.name(a.guest),
        topic: a.topic === null || held(a.n) || options.closed?.announced.has(i) ? null : p.words(a.topic),
      })),
      notes: notes.map((note) => ({
        ...note,
        detail: quoting.has(note.rule) ? '' : p.words(note.detail),
      })),
      published: p.counts,
    },
  };
}
