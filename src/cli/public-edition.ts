import { relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { DayAnalysis } from '../analysis/index.js';
import { mayBeSame, sameName } from '../corpus/index.js';
import { type Lang, type Words, words } from '../lang/index.js';
import { type KnownName, ownerName } from '../people/index.js';
import {
  alone,
  type ConsentFile,
  consentOf,
  type Dictionaries,
  englishWords,
  Held,
  type Input,
  namesOfLogs,
  type Reading,
  readKey,
  readShipped,
  type Workspace,
  writeKey,
} from '../pipeline/index.js';
import {
  type ClosedTalks,
  enrol,
  innerNames,
  type PseudonymKey,
  publish,
  publishEntry,
  publishLine,
  titlesTold,
  type Vocabulary,
  vocabularyOf,
} from '../privacy/index.js';
import {
  type Entry,
  isRemembered,
  loadSegmenter,
  resolveSegmenter,
  type SegmenterName,
} from '../text/index.js';
import { CommandError } from './command-error.js';
import { exitCodes } from './io.js';

/** What the public edition is made with. */
interface EditionSources {
  workspace: Workspace;
  /** Names that a person confirmed. */
  people: readonly KnownName[];
  /** What guests said of the publication of their talks. */
  consents: ConsentFile;
  dictionaries: Dictionaries;
  lang: Lang;
  /** Where outputs go. */
  out: string;
  /** A path as the user would write it. */
  shown(path: string): string;
}

/** The glossary as it may leave the group. */
interface PublicGlossary {
  entries: readonly Entry[];
  /** Terms of entries that stand, and stay inside as their names name somebody. */
  keptInside: readonly string[];
}

/** Something made with a key, and the key with the people whom it added. */
interface Keyed<T> {
  key: PseudonymKey;
  value: T;
}

/** The public edition of the days of a run: one key, kept in the workspace. */
export class PublicEdition {
  private readonly path: string;
  private readonly w: Words['privacy'];
  private readonly known: ReadonlyMap<string, string>;
  /** Titles of talks that stay inside, by group: those that the consent file names, and those of days that were published. */
  private readonly closedTitles = new Map<string, Set<string>>();
  private key: PseudonymKey;
  private vocabulary: Vocabulary | null = null;
  /** The glossary by the key as it was. */
  private published: (PublicGlossary & { key: PseudonymKey }) | null = null;
  /** Canonical forms of the entries that the group wrote itself. */
  private readonly own: ReadonlySet<string>;

  /** @throws {CommandError} where the key cannot be read, or lies where it would be sent */
  constructor(private readonly sources: EditionSources) {
    const { workspace, people, consents, dictionaries, lang, out, shown } = sources;
    this.own = new Set(dictionaries.laid);
    this.path = workspace.pseudonyms;
    this.w = words(lang).privacy;
    if (!relative(out, this.path).startsWith('..'))
      throw new CommandError('key-in-output', this.w.keyInOutput(shown(this.path)));
    try {
      this.key = readKey(this.path);
    } catch (error) {
      throw new CommandError('key-damaged', this.w.keyDamaged(shown(this.path), (error as Error).message));
    }
    for (const { talk, guest = '', title } of consents.entries)
      if (title && consentOf(consents, { talk, guest }) !== 'open')
        this.keepTitles(talk.slice(0, talk.lastIndexOf('/')), [title]);
    const confirmed = people.flatMap(({ name, is }) => (is === null ? [] : [[name, is] as const]));
    this.known = new Map([...workspace.owner.map((name) => [name, ownerName] as const), ...confirmed]);
  }

  /** Gives everybody in the logs of a run a number, before the first day goes out. */
  async enrol(inputs: readonly Input[], reading: Reading, interrupted: () => boolean) {
    const { workspace, people } = this.sources;
    const seen = await namesOfLogs(inputs, {
      ...reading,
      owner: workspace.owner,
      confirmed: people,
      interrupted,
    });
    if (interrupted()) return;
    this.adding((key) => ({ key: enrol(key, seen), value: null }));
  }

  /** Places of talks of the day whose guests have not agreed that they go out. */
  private closedTalksIn({ group, date, talks }: DayAnalysis): Set<number> {
    const at = (speaker: string) => ({ talk: `${group}/${date}`, guest: innerNames.show(speaker) });
    return new Set(
      talks.flatMap((t, i) => (consentOf(this.sources.consents, at(t.speaker)) === 'open' ? [] : [i])),
    );
  }

  private keepTitles(group: string, titles: readonly string[]): void {
    this.closedTitles.set(group, new Set([...(this.closedTitles.get(group) ?? []), ...titles]));
  }

  /** Whether a talk of a day that somebody announced may be told of; he calls the guest as he likes. */
  private isAgreed(group: string, date: string, guest: string | null): boolean {
    const { entries, isDoubtful } = this.sources.consents;
    const said = entries.filter((entry) => entry.talk === `${group}/${date}`);
    // 灯塔-阿橙 and 灯塔-半帆 share their firm: who agrees speaks for himself
    const isGuest = (name: string) => guest !== null && mayBeSame(name, guest) && sameName(name, guest);
    const own = said.filter((e) => e.guest !== undefined && isGuest(e.guest));
    // of several talks of a day one that is not known for its own waits for all
    const asked = own.length ? [...own, ...said.filter((e) => e.guest === undefined)] : said;
    return !isDoubtful && asked.length > 0 && asked.every((entry) => entry.known === 'open');
  }

  /** What of a day's talks, announcements and schedule nobody has agreed to publish. */
  private closedIn(analysis: DayAnalysis): ClosedTalks {
    const { group, announced, schedule } = analysis;
    const closed = (slots: readonly Pick<(typeof announced)[number], 'date' | 'guest'>[]) =>
      new Set(slots.flatMap(({ date, guest }, i) => (this.isAgreed(group, date, guest) ? [] : [i])));
    // the consent file asks for discussions too, and they are called as their threads, which go out
    const discussed = new Set(analysis.talks.flatMap((t) => (t.kind === 'discussion' ? [t.title] : [])));
    return {
      talks: this.closedTalksIn(analysis),
      announced: closed(announced),
      slots: closed(schedule?.slots ?? []),
      titles: [...(this.closedTitles.get(group) ?? [])].filter((title) => !discussed.has(title)),
    };
  }

  /** @param gated whether talks of the day without consent are left out; a command that asks for consent itself sees them */
  of(analysis: DayAnalysis, gated: boolean): DayAnalysis {
    const { known } = this;
    const vocabulary = this.vocabularyBy(analysis.segmenter);
    const { lang } = this.sources;
    const closed = this.closedIn(analysis);
    this.keepTitles(analysis.group, titlesTold(analysis, closed));
    const publishBy = (key: PseudonymKey) => {
      const published = publish(analysis, {
        ...{ key, known, vocabulary, lang, own: this.own },
        closed: gated ? closed : { ...closed, talks: new Set() },
      });
      return { key: published.key, value: published.analysis };
    };
    return this.adding(publishBy);
  }

  /** A line that somebody wrote of many days. */
  line(text: string): string {
    return publishLine(text, this.key, this.vocabularyBy(resolveSegmenter('auto')), this.sources.lang);
  }

  /** An entry; what people wrote into the workspace's own files as it may leave the group, null where it may not. */
  entry(entry: Entry): Entry | null {
    return publishEntry(entry, (text) => (this.own.has(entry.term) ? this.line(text) : text));
  }

  /** The glossary as it may leave the group. */
  get glossary(): PublicGlossary {
    if (this.published?.key === this.key) return this.published;
    const both = this.sources.dictionaries.entries.map((entry) => ({ entry, shown: this.entry(entry) }));
    this.published = {
      key: this.key,
      entries: both.flatMap(({ shown }) => shown ?? []),
      // what was rejected or put off is mostly rejected for being a name
      keptInside: both.flatMap(({ entry, shown }) => (shown || isRemembered(entry) ? [] : [entry.term])),
    };
    return this.published;
  }

  /** Entries whose forms are words, whoever is called so: shipped ones, and what the group lists as a firm or its product. */
  private get ordinary(): Entry[] {
    const firms = this.sources.dictionaries.entries.filter(
      (entry) => this.own.has(entry.term) && (entry.class === 'org' || entry.class === 'product'),
    );
    return [...readShipped().entries, ...firms];
  }

  private vocabularyBy(segmenter: SegmenterName): Vocabulary {
    this.vocabulary ??= vocabularyOf({
      segmenter: loadSegmenter(segmenter),
      entries: this.sources.dictionaries.entries,
      ordinary: this.ordinary,
      words: Object.values(this.sources.dictionaries.words),
      isEnglish: englishWords(),
    });
    return this.vocabulary;
  }

  /**
   * Adds people to the key, and keeps it before anything that was made with it is written. Another run may have added some
   * meanwhile: then what is asked for is made anew with them, so that no number means two people.
   * @param make what is asked for, by a key, and the key with whom it added
   */
  private adding<T>(make: (key: PseudonymKey) => Keyed<T>): T {
    const made = make(this.key);
    if (made.key === this.key) return made.value;
    try {
      return alone(this.path, () => {
        const now = readKey(this.path);
        const isKnown = isDeepStrictEqual(now.people, this.key.people);
        const key = isKnown ? this.key : now;
        const { key: added, value } = isKnown ? made : make(key);
        if (added !== key) writeKey(this.path, added);
        this.key = added;
        return value;
      });
    } catch (error) {
      if (error instanceof Held) throw error;
      const reason = (error as Error).message;
      throw new CommandError(
        'cannot-write',
        words(this.sources.lang).cli.cannotWrite(this.sources.shown(this.path), reason),
        exitCodes.output,
      );
    }
  }
}
