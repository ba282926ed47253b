import type { Words } from '../lang/index.js';
import type { LifeReport } from './model.js';
import { weekdayOf } from './weekday.js';

/** `07-14 周六 20:00 某人《题目》`, or that nobody talks. */
export function scheduleLine(
  { date, time, guest, topic, state }: LifeReport['schedule'][number],
  w: Words,
): string {
  const weekday = weekdayOf(date);
  const when = [date.slice(5), weekday === null ? '' : w.weekdays[weekday]!, time ?? '']
    .filter(Boolean)
    .join(' ');
  const who = `${guest ?? ''}${topic && guest ? `《${topic}》` : (topic ?? '')}`;
  const said = state === 'planned' ? '' : w.schedule.states[state];
  return [when, who, said].filter(Boolean).join(' ');
}

/** Who helped, how often, on what. */
export const helperLine = ({ name, questions, terms }: LifeReport['helpers'][number], w: Words): string =>
  `${name} ${w.life.helped(questions)}${terms.length ? `${w.marks.colon}${terms.join(w.marks.list)}` : ''}`;

/** How often an article was shared and what followed, in words. */
export const articleFacts = ({ messages, after }: LifeReport['articles'][number], w: Words): string =>
  [...(messages.length > 1 ? [w.life.times(messages.length)] : []), w.life.setOff(after)].join(' · ');
