import { type EvidenceList, evidenceId, numbered } from './evidence.js';
import type { RunScene } from './run-scene.js';
import { around } from './surroundings.js';

/** Counts in steps: three for two doublings. */
const log = (count: number) => Math.log2(count) * 1.5;

const always = evidenceId('always');
const inDay = {
  count: numbered('count', 8),
  messages: numbered('messages', 8),
  people: numbered('people', 5),
  nested: numbered('nested', 5),
  quoted: numbered('quoted', 3),
  listed: numbered('listed', 3),
  explained: numbered('explained', 3),
  opens: numbered('opens', 3),
  closes: numbered('closes', 3),
};

/** In how many messages a run occurs, and of how many people. */
function spreadOf(run: number, scene: RunScene): { numbers: number; people: number } {
  const { runs, speakers, countedAt } = scene;
  const look = ++scene.looks;
  let [numbers, people, last] = [0, 0, -1];
  for (let place = runs.firstPlaces[run]!; place >= 0; place = runs.nextPlace[place]!) {
    const message = runs.parts.messageOf[runs.from[place]!]!;
    if (message === last) continue;
    numbers++;
    last = message;
    const speaker = speakers[message]!;
    if (countedAt[speaker] === look) continue;
    countedAt[speaker] = look;
    people++;
  }
  return { numbers, people };
}

/** What the day itself shows: how often, by whom, alone or inside something longer, named or explained. */
function inTheDay(run: number, scene: RunScene, into: EvidenceList): void {
  const { messages, runs, nested } = scene;
  const count = runs.counts[run]!;
  const { numbers, people } = spreadOf(run, scene);
  const { quoted, listed, explained, opens, closes } = around(messages, runs, run);
  into.add(inDay.count(log(count)));
  into.add(inDay.messages(log(numbers)));
  into.add(inDay.people(log(people)));
  into.add(inDay.nested((5 * nested[run]!) / count));
  into.add(inDay.quoted((3 * quoted) / count));
  into.add(inDay.listed((3 * listed) / count));
  into.add(inDay.explained((3 * explained) / count));
  into.add(inDay.opens((3 * opens) / count));
  into.add(inDay.closes((3 * closes) / count));
}

/** How many kinds of runs that occur once there are. */
export const onceKinds = 64;

/** The kind of a run that occurs once: the day shows the same of all of a kind. */
export function onceInDay(run: number, { messages, runs, nested }: RunScene): number {
  const { quoted, listed, explained, opens, closes } = around(messages, runs, run);
  return quoted | (listed << 1) | (explained << 2) | (opens << 3) | (closes << 4) | (nested[run]! << 5);
}

/** What the day shows of a run. */
export function dayEvidence(run: number, scene: RunScene, into: EvidenceList): void {
  into.add(always);
  inTheDay(run, scene, into);
}
