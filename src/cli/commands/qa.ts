import { resolve } from 'node:path';
import { type Exchange, everyDay, isWithin, keepOpen, type Span } from '../../corpus/index.js';
import { type Lang, words } from '../../lang/index.js';
import { innerNames } from '../../privacy/index.js';
import { qaMarkdown, qaRows, qaText, type ShownExchange, showExchange } from '../../report/index.js';
import { fold } from '../../text/index.js';
import { readCorpus } from '../corpus.js';
import { csv } from '../csv.js';
import type { Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { spanOf } from '../span.js';
import { wholeNumber } from '../whole-number.js';
import { writeFile } from '../write-file.js';

export interface QaOptions extends SpanOptions {
  open?: boolean;
  term?: string;
  keep?: string;
}

/** Options as they are meant. */
interface Wanted {
  span: Span;
  keep: number;
  isOpenOnly: boolean;
  isWanted(e: Exchange): boolean;
}

function checked(options: QaOptions, session: Session): Wanted {
  const w = words(session.pipeline.lang).qa;
  const asked = spanOf(session, options);
  const keep = wholeNumber(session.words, '--keep', options.keep, { least: 0 }) ?? keepOpen;
  if (options.out && !/\.(?:md|csv)$/i.test(options.out))
    throw new CommandError('bad-out', w.badOut(options.out));
  // what was asked before the span and is open still is open in it
  const span = options.open ? { ...asked, from: everyDay.from } : asked;
  const term = options.term === undefined ? null : fold(options.term);
  return {
    span,
    keep,
    isOpenOnly: options.open ?? false,
    isWanted: (e) =>
      isWithin(e.at.date, span) &&
      (!options.open || e.state === 'open') &&
      (term === null ||
        e.terms.some((t) => fold(t) === term) ||
        e.question.some((m) => fold(m.text).includes(term))),
  };
}

function write(session: Session, content: string): string {
  const path = resolve(session.io.cwd, session.options.out!);
  writeFile(session, path, content);
  return path;
}

const count = (exchanges: readonly Pick<Exchange, 'state'>[], state: Exchange['state']) =>
  exchanges.filter((e) => e.state === state).length;

/** How many questions are listed, and of what state, unless all are open by choice. */
function countsOf(shown: readonly ShownExchange[], lang: Lang, isOpenOnly: boolean): string {
  const { qa } = words(lang);
  if (!shown.length) return qa.nothing;
  if (isOpenOnly) return qa.openCount(shown.length);
  return qa.counts(shown.length, count(shown, 'answered'), count(shown, 'later'), count(shown, 'open'));
}

function contentOf(
  shown: ShownExchange[],
  { dropped, passed }: Record<'dropped' | 'passed', number>,
  { keep, isOpenOnly }: Wanted,
  session: Session,
  out?: string,
): string {
  const { lang } = session.pipeline;
  const w = words(lang);
  if (out && /\.csv$/i.test(out)) return csv(qaRows(shown, lang));
  const head = {
    counts: [
      countsOf(shown, lang, isOpenOnly),
      ...(passed ? [w.qa.passed(passed)] : []),
      ...(dropped ? [w.qa.dropped(dropped, keep)] : []),
    ].join(lang === 'zh' ? '。' : '. '),
    edition: session.options.public ? w.privacy.edition : w.inner,
  };
  return out ? qaMarkdown(shown, head, lang) : qaText(shown, head, lang);
}

/** Lists the questions of a span of days (`huati qa`): answers, late ones too, what is open, and what was answered before. */
export async function qa(paths: string[], options: QaOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const wanted = checked(options, session);
  const corpus = await readCorpus(session, paths, ['questions'], {
    wanted: ({ date }) => isWithin(date, { ...everyDay, to: wanted.span.to }),
  });
  const found = corpus.questions(wanted.keep).filter(wanted.isWanted);
  const all = found.map((e) => showExchange(e, innerNames));
  const listed = all.filter((e) => e.state !== 'passed' && e.state !== 'dropped');
  const unlisted = {
    dropped: options.open ? 0 : count(all, 'dropped'),
    passed: count(all, 'passed'),
  };
  const file = options.out ? write(session, contentOf(listed, unlisted, wanted, session, options.out)) : null;
  if (options.json) session.answer({ days: corpus.dates().length, questions: all, file });
  else if (file) session.say(words(session.pipeline.lang).qa.written(listed.length, session.shown(file)));
  else io.out(contentOf(listed, unlisted, wanted, session));
  return session.exitCode;
}
