import { ascending } from 'd3-array';
import type { DayAnalysis } from '../analysis/index.js';
import { type Address, byAddress } from './address.js';
import { addCounts } from './counts.js';
import { talksGiven } from './given.js';
import { addHelp, type Help, helpersOf, noHelp } from './helpers.js';
import { byDate } from './span.js';

/** What one name did on some days (一个名字的活动). */
export interface Activity {
  /** Second copies left out. */
  messages: number;
  /** Days on which it spoke, as `group/date`. */
  days: ReadonlySet<string>;
  /** Days on which it signed in by typing. */
  signins: ReadonlySet<string>;
  /** First messages of the talks that it gave, as `group/date#n`, with their titles; null where a title stays inside. */
  talks: ReadonlyMap<string, string | null>;
  help: Help;
  /** The last message that it wrote, by date; of two groups on one day the later by the clock. */
  last: Address & { time: string };
  /** Names under which others called it, with how often. */
  calledBy: ReadonlyMap<string, number>;
}

/** What the names of many days did, by name, sorted. */
export type Activities = ReadonlyMap<string, Activity>;

/** The activities of no days. */
export const noActivities: Activities = new Map();

type Last = Activity['last'];
const later = (a: Last, b: Last): Last =>
  (byDate(a.date, b.date) || ascending(a.time, b.time) || byAddress(a, b)) < 0 ? b : a;
const both = (a: ReadonlySet<string>, b: ReadonlySet<string>) => new Set([...a, ...b].sort());

/** Two activities of one person as one. */
export const addActivity = (a: Activity, b: Activity): Activity => ({
  messages: a.messages + b.messages,
  days: both(a.days, b.days),
  signins: both(a.signins, b.signins),
  talks: new Map([...a.talks, ...b.talks].sort(([x], [y]) => ascending(x, y))),
  help: addHelp(a.help, b.help),
  last: later(a.last, b.last),
  calledBy: addCounts(a.calledBy, b.calledBy),
});

/** Activities of other days as one: associative, commutative, with {@link noActivities} as zero. */
export function mergeActivities(a: Activities, b: Activities): Activities {
  const all = new Map(a);
  for (const [name, activity] of b)
    all.set(name, all.has(name) ? addActivity(all.get(name)!, activity) : activity);
  return new Map([...all].sort(([x], [y]) => ascending(x, y)));
}

/** How often each speaker was called, and how: the names in which members write out who they are. */
function callsOf(analysis: DayAnalysis): Map<string, Map<string, number>> {
  const calls = new Map<string, Map<string, number>>();
  for (const m of analysis.messages) {
    if (m.duplicateOf !== null) continue;
    for (const { name, speaker } of m.mentions)
      if (speaker !== null)
        calls.set(speaker, addCounts(calls.get(speaker) ?? new Map(), new Map([[name, 1]])));
  }
  return calls;
}

/**
 * What the names of a day did.
 * @param inner the day as it is inside, where the other is its public edition
 */
export function activitiesOf(analysis: DayAnalysis, inner: DayAnalysis = analysis): Activities {
  const { group, date } = analysis;
  const day = new Set([`${group}/${date}`]);
  const helpers = helpersOf(analysis);
  const calls = callsOf(analysis);
  const activities = new Map<string, Activity>();
  for (const m of analysis.messages) {
    if (m.duplicateOf !== null || !m.speaker) continue;
    const before = activities.get(m.speaker);
    const said: Activity = {
      messages: 1,
      days: day,
      signins: m.kind === 'signin' ? day : new Set(),
      talks: new Map(),
      help: before ? noHelp : (helpers.get(m.speaker) ?? noHelp),
      last: { group, date, n: m.n, time: m.time },
      calledBy: before ? new Map() : (calls.get(m.speaker) ?? new Map()),
    };
    activities.set(m.speaker, before ? addActivity(before, said) : said);
  }
  for (const { n, speaker, title } of talksGiven(analysis, inner)) {
    const before = activities.get(speaker);
    const talks = new Map([[`${group}/${date}#${n}`, title]]);
    if (before)
      activities.set(
        speaker,
        addActivity(before, { ...before, messages: 0, help: noHelp, calledBy: new Map(), talks }),
      );
  }
  return mergeActivities(noActivities, activities);
}
