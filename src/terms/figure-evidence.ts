import { type EvidenceList, evidenceId, indexed, numbered, paired } from './evidence.js';
import type { RunScene } from './run-scene.js';
import { type PhraseFigures, phraseFigures } from './statistics.js';
import type { WordBook } from './word-book.js';

/** A packed figure in four steps. */
const quarters = (name: keyof PhraseFigures) => {
  const shift = 4 * phraseFigures.indexOf(name) + 2;
  return (packed: number) => (packed >>> shift) & 3;
};
const [company, oddity, freedom, nesting] = [
  quarters('company'),
  quarters('oddity'),
  quarters('freedom'),
  quarters('nesting'),
];

/** Evidence by figure: of eight steps, but for the burst, which is told in four. */
const figures = (kind: string) => ({
  unseen: evidenceId(`unseen:${kind}`),
  each: phraseFigures.map((name, k) => ({
    shift: 4 * k,
    step: name === 'burst' ? 2 : 1,
    id: indexed(`${kind}.${name}`, 8),
  })),
  companyOddity: paired(`${kind}.companyOddity`, 4),
  freedomNesting: paired(`${kind}.freedomNesting`, 4),
});
const ofWord = figures('word');
const ofRun = figures('run');
const inRun = {
  leastCompany: numbered('leastCompany', 7),
  mostCompany: numbered('mostCompany', 7),
  firstCompany: numbered('firstCompany', 7),
  lastCompany: numbered('lastCompany', 7),
  leastOddity: numbered('leastOddity', 7),
  firstOddity: numbered('firstOddity', 7),
  lastOddity: numbered('lastOddity', 7),
};

/** What many days of talk show of it. */
export function overDays(place: number, { statistics }: WordBook, isRun: boolean, into: EvidenceList): void {
  const kind = isRun ? ofRun : ofWord;
  if (place < 0) {
    into.add(kind.unseen);
    return;
  }
  const whole = statistics.packedAt(place);
  for (const { shift, step, id } of kind.each) into.add(id[((whole >>> shift) & 15) >> step]!);
  into.add(kind.companyOddity(company(whole), oddity(whole)));
  into.add(kind.freedomNesting(freedom(whole), nesting(whole)));
}

/** What many days of talk show of the words that it is made of. */
export function ofItsWords(run: number, { runs }: RunScene, into: EvidenceList): void {
  const { words } = runs.parts;
  const place = runs.firstPlaces[run]!;
  const [from, to] = [runs.from[place]!, runs.to[place]!];
  const [first, last] = [words[from]!, words[to - 1]!];
  let [leastCompany, mostCompany, leastOddity] = [first.company, first.company, first.oddity];
  for (let at = from + 1; at < to; at++) {
    const { company, oddity } = words[at]!;
    if (company < leastCompany) leastCompany = company;
    if (company > mostCompany) mostCompany = company;
    if (oddity < leastOddity) leastOddity = oddity;
  }
  into.add(inRun.leastCompany(leastCompany / 2));
  into.add(inRun.mostCompany(mostCompany / 2));
  into.add(inRun.firstCompany(first.company / 2));
  into.add(inRun.lastCompany(last.company / 2));
  into.add(inRun.leastOddity(leastOddity / 2));
  into.add(inRun.firstOddity(first.oddity / 2));
  into.add(inRun.lastOddity(last.oddity / 2));
}
