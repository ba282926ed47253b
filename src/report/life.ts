import { ascending, sum } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { articlesOf, helpersOf, listArticles, programmeOf, scheduleOf, topTerms } from '../corpus/index.js';
import type { Names } from '../privacy/index.js';
import type { LifeReport } from './model.js';

const mostHelpers = 10;
const mostTerms = 4;

/** The schedule from this day on, as the day announces it; a talk that was given has a section of its own. */
function scheduleFor(analysis: DayAnalysis, names: Names): LifeReport['schedule'] {
  return scheduleOf(programmeOf(analysis))
    .filter((day) => day.date >= analysis.date && day.address !== null && day.state !== 'held')
    .map(({ date, time, guest, topic, state, address }) => ({
      date,
      time,
      guest: guest === null ? null : names.show(guest),
      topic,
      state,
      messages: [address!.n],
    }));
}

function signinsOf(analysis: DayAnalysis, names: Names): LifeReport['signins'] {
  const signed = analysis.messages.filter((m) => m.kind === 'signin' && m.duplicateOf === null && m.speaker);
  const speakers = [...new Set(signed.map((m) => m.speaker))];
  return { names: speakers.map((name) => names.show(name)), messages: signed.map((m) => m.n) };
}

/** What a day shows of the group's life: schedule, sign-ins, who helped, articles. */
export function lifeOf(analysis: DayAnalysis, names: Names): LifeReport {
  const helpers = [...helpersOf(analysis)]
    .sort(([a, x], [b, y]) => y.questions - x.questions || ascending(a, b))
    .slice(0, mostHelpers)
    .map(([name, help]) => ({
      name: names.show(name),
      questions: help.questions,
      terms: topTerms(help, mostTerms),
    }));
  const articles = listArticles(articlesOf(analysis)).map(({ title, url, shares }) => ({
    title,
    url,
    speaker: names.show(shares[0]!.speaker),
    messages: shares.map((share) => share.address.n),
    after: sum(shares, (share) => share.after),
    thread: shares[0]!.thread,
  }));
  return { schedule: scheduleFor(analysis, names), signins: signinsOf(analysis, names), helpers, articles };
}
