import { group } from 'd3-array';
import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import { type Lang, type Words, words } from '../lang/index.js';
import { everyone } from '../people/index.js';
import { apart, fold } from '../text/index.js';
import { restOfCard } from './call-rest.js';
import { type ClosedTalks, noticesOf, saidInTalks, shares } from './closed.js';
import { type ClosedTitles, closedTitlesOf, placesOf, titleEdits } from './closed-titles.js';
import { applyEdits, type Edit, editedTokens, withinAny } from './edits.js';
import { FirmFinder } from './firms.js';
import { type Hearsay, hearsayOf } from './hearsay.js';
import { type Named, namedIn } from './introductions.js';
import { addressesIn, publicAddress } from './links.js';
import { maskText } from './masks.js';
import { type FoundName, joined, NameFinder } from './name-finder.js';
import type { PseudonymKey } from './pseudonyms.js';
import { namesOf } from './seen.js';
import type { Vocabulary } from './vocabulary.js';

/** What a day is published with. */
export interface PublishOptions {
  /** Who has which pseudonym so far. */
  key?: PseudonymKey;
  vocabulary: Vocabulary;
  /** Names that a person confirmed, and the account owner's: whom each means. */
  known?: ReadonlyMap<string, string>;
  /**
   * Places of talks that may not go out, and of announcements and of slots of the schedule whose talk may not: what a guest says
   * in his talk is left out, and what a talk is about is not told.
   */
  closed?: ClosedTalks;
  /** Canonical forms of the group's own entries: unlike those of others, their forms may name members. */
  own?: ReadonlySet<string>;
  lang: Lang;
}

const nothingClosed: ClosedTalks = { talks: new Set(), announced: new Set(), slots: new Set(), titles: [] };

type Attachment = AnalysedMessage['attachments'][number];

/** Finders are made once for a key. */
const finders = new WeakMap<PseudonymKey, Map<boolean, NameFinder>>();

/** What finds the people of a key in texts. */
export function finderOf(key: PseudonymKey, vocabulary: Vocabulary, isCard: boolean): NameFinder {
  const made = finders.get(key) ?? new Map<boolean, NameFinder>();
  const finder = made.get(isCard) ?? new NameFinder(key, vocabulary, isCard);
  finders.set(key, made.set(isCard, finder));
  return finder;
}

/** Rewrites what one day says: texts, names, addresses, titles. */
export class Publisher {
  readonly counts = { names: 0, numbers: 0, statements: 0 };
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly present: ReadonlySet<number>;
  private readonly finder: NameFinder;
  private readonly w: Words;
  readonly hearsay: Hearsay;
  /** Messages of talks that may not go out. */
  readonly closed: ReadonlySet<number>;
  /** Messages that announce one talk that may not go out, in whatever words. */
  private readonly closedNotices: ReadonlySet<number>;
  private readonly closedTitles: ClosedTitles;
  private readonly firms: FirmFinder;

  constructor(
    private readonly analysis: DayAnalysis,
    key: PseudonymKey,
    { vocabulary, lang, closed = nothingClosed }: PublishOptions,
  ) {
    this.closed = saidInTalks(analysis, closed.talks);
    this.w = words(lang);
    this.numbers = new Map(key.people.flatMap(({ number, names }) => names.map((name) => [name, number])));
    this.present = new Set(namesOf(analysis).map(({ name }) => this.numbers.get(name)!));
    this.finder = finderOf(key, vocabulary, analysis.language === 'zh');
    this.hearsay = hearsayOf(analysis);
    this.closedTitles = closedTitlesOf(analysis, closed, (title) => vocabulary.isTerm(title));
    this.closedNotices = noticesOf(analysis, closed.talks);
    const people = new Map(key.people.map(({ number, names }) => [number, names]));
    const namesBy = (number: number | undefined) => people.get(number ?? 0) ?? [];
    this.firms = new FirmFinder(
      analysis,
      [...this.present].flatMap(namesBy),
      (name) => namesBy(this.numbers.get(name)),
      vocabulary,
    );
  }

  /** A name as it is shown; a system line has none. */
  name(name: string): string {
    if (name === '' || name === everyone) return name;
    return this.w.privacy.member(this.numbers.get(name) ?? null);
  }

  private namesIn(text: string): FoundName[] {
    const found = this.finder.find(text, this.present);
    // who says his whole name may be known by a part of it
    const strangers = namedIn(text)
      .filter(({ start, end }) => found.filter((f) => f.start < end && start < f.end).length < 2)
      .map((named) => ({ ...named, number: this.numbers.get(text.slice(named.start, named.end)) ?? null }));
    return joined([...found, ...strangers]);
  }

  private nameEdit({ start, end, number }: FoundName): Edit {
    return { start, end, text: this.w.privacy.member(number), why: 'name' };
  }

  /** Guests in the message that announces them, however ordinary a word they are called by. */
  private guestEdits({ n, text }: AnalysedMessage): Edit[] {
    const folded = fold(text);
    const guests = this.analysis.announced.flatMap((a) => (a.n === n && a.guest ? [a.guest] : []));
    return guests.flatMap((guest) =>
      placesOf(fold(guest), folded).map(
        (start): Edit => ({ start, end: start + guest.length, text: this.name(guest), why: 'name' }),
      ),
    );
  }

  /** Firms that somebody names as his own, or as that of one of the people named. */
  private firmEdits(text: string, speakers: readonly string[], named: readonly Named[]): Edit[] {
    return this.firms
      .find(text, speakers, named)
      .map(({ start, end }): Edit => ({ start, end, text: this.w.privacy.firm, why: 'name' }));
  }

  /**
   * @param speakers whoever says it
   * @param m the message that the text is of, where it is one's
   * @param calls names in it that are seen to already
   */
  private edits(
    text: string,
    speakers: readonly string[],
    m: AnalysedMessage | null = null,
    calls: readonly Edit[] = [],
  ): Edit[] {
    const names = this.namesIn(text);
    return [
      ...titleEdits(this.closedTitles, text, m?.n ?? 0, this.w),
      ...this.addressEdits(text),
      ...maskText(text, this.w),
      ...names.map((found) => this.nameEdit(found)),
      ...(m ? this.guestEdits({ ...m, text }) : []),
      ...this.firmEdits(text, speakers, [...names, ...calls]),
    ];
  }

  private count(edits: readonly Edit[]): void {
    for (const { why } of edits) this.counts[why === 'name' ? 'names' : 'numbers']++;
  }

  /**
   * Words without mentions of their own: a title, a definition, the title of a link.
   * @param of numbers of the messages that they are taken from
   */
  words(text: string, of: readonly number[] = []): string {
    const speakers = new Set(of.map((n) => this.analysis.messages[n - 1]!.speaker));
    const edits = apart(this.edits(text, [...speakers]));
    return applyEdits(text, edits).text.replace(this.unknownCall, `$1@${this.w.privacy.member(null)}`);
  }

  /** A call that a title cut short, so that no roster has it. */
  private get unknownCall(): RegExp {
    return new RegExp(
      `(^|[^\\w.])@(?!${everyone}|${this.w.privacy.member(null)}|\\s)[^\\s@，。：:！!；;、?？〔〕]{1,40}`,
      'g',
    );
  }

  /** An address as strangers may have it; one with a name in it leads to its site alone. */
  private address(url: string): string {
    const shown = publicAddress(url);
    if (!shown) return '';
    let readable = shown;
    try {
      readable = decodeURIComponent(shown);
    } catch {
      // not encoded at all
    }
    if (!this.namesIn(readable).length) return shown;
    const site = `${new URL(shown).origin}/`;
    return this.namesIn(site).length ? '' : site;
  }

  /** Stickers, red packets and quotes lead to nothing that a stranger should have. */
  private attachmentAddress({ kind, url }: Attachment): string {
    return kind === 'link' || kind === 'file' || kind === 'image' ? this.address(url) : '';
  }

  private attachment(a: Attachment, text: string, start: number, end: number): Attachment {
    const isWords = a.kind === 'link' || a.kind === 'file' || a.kind === 'image';
    const title = end > start ? text.slice(start, end) : isWords ? this.words(a.title) : '';
    return { ...a, title, url: this.attachmentAddress(a), start, end };
  }

  /** Whether a message stays inside: hearsay about a company, part of a talk that may not go out, or its announcement. */
  isWithheld(n: number): boolean {
    return this.hearsay.messages.has(n) || this.closed.has(n) || this.closedNotices.has(n);
  }

  private withheld(m: AnalysedMessage): AnalysedMessage {
    const isTalk = this.closed.has(m.n) || this.closedNotices.has(m.n);
    const { closedTalk, closedNotice, withheld } = this.w.privacy;
    const text = this.closed.has(m.n) ? closedTalk : isTalk ? closedNotice : withheld;
    if (!isTalk) this.counts.statements++;
    return {
      ...m,
      speaker: this.name(m.speaker),
      text,
      attachments: [],
      mentions: [],
      ...(m.tokens && { tokens: [text], tokenTypes: ['mark' as const] }),
    };
  }

  /** Who is called; a name of the key that goes on behind what the day took for it is taken whole, and so is a broken card. */
  private calls({ text, mentions }: AnalysedMessage): Edit[] {
    const found = mentions.length ? this.finder.find(text, this.present) : [];
    const byStart = group(found, (f) => f.start);
    return mentions.map(({ start, end, name }): Edit => {
      const isCall = text[start] === '@';
      const wider = byStart.get(start + (isCall ? 1 : 0))?.find((f) => f.end > end);
      const shown = wider ? this.w.privacy.member(wider.number) : this.name(name);
      const last = wider?.end ?? end;
      return {
        ...{ start, end: last + (isCall ? restOfCard(text.slice(last)) : 0) },
        ...{ text: `${isCall ? '@' : ''}${shown}`, why: 'name' },
      };
    });
  }

  message(m: AnalysedMessage): AnalysedMessage {
    if (this.isWithheld(m.n)) return this.withheld(m);
    const calls = this.calls(m);
    const edits = apart([...calls, ...this.edits(without(m.text, calls), [m.speaker], m, calls)]);
    this.count(edits);
    this.counts.numbers += m.attachments.filter((a) => a.url && this.attachmentAddress(a) !== a.url).length;
    const { text, moved } = applyEdits(m.text, edits);
    const cut = m.tokens && m.tokenTypes;
    const segmented = cut && editedTokens(m.text, m.tokens!, m.tokenTypes!, edits, typeOf);
    const isWithin = withinAny(calls);
    return {
      ...m,
      speaker: this.name(m.speaker),
      text,
      attachments: m.attachments.map((a) => this.attachment(a, text, moved(a.start), moved(a.end, true))),
      mentions: m.mentions.flatMap((x, i) =>
        isWithin(x.start)
          ? []
          : {
              start: moved(x.start),
              end: moved(calls[i]!.end, true),
              name: this.name(x.name),
              speaker: x.speaker === null ? null : this.name(x.speaker),
            },
      ),
      ...(segmented && { tokens: segmented.tokens, tokenTypes: segmented.types }),
    };
  }

  /** Addresses that sign, lead to a person, or hold a name. */
  private addressEdits(text: string): Edit[] {
    return addressesIn(text).flatMap(({ start, end, url }): Edit[] => {
      const shown = this.address(url) || this.w.privacy.masks.link;
      return shown === url ? [] : [{ start, end, text: shown, why: 'number' }];
    });
  }

  /**
   * What has no rule of its own: names that are known and all that {@link words} sees go from every string in it, and what
   * is said of a message that is withheld.
   */
  anything(value: unknown): unknown {
    if (typeof value === 'string') return this.numbers.has(value) ? this.name(value) : this.words(value);
    if (Array.isArray(value))
      return value.filter((item) => !this.isHeld(item)).map((item) => this.anything(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.anything(item)]));
  }

  private isHeld(item: unknown): boolean {
    const n = typeof item === 'object' && item !== null && 'n' in item ? item.n : null;
    return typeof n === 'number' && this.isWithheld(n);
  }

  /** A title; one that tells what is withheld tells its kind alone. */
  title(title: string, of: readonly number[]): string {
    const folded = fold(title);
    if (
      of.some(
        (n) =>
          (this.closed.has(n) || this.closedNotices.has(n)) &&
          shares(title, this.analysis.messages[n - 1]!.text, fewestShared),
      )
    )
      return this.w.privacy.closedTitle;
    const tells =
      of.some((n) => this.hearsay.messages.has(n)) &&
      (this.hearsay.companies.some((company) => folded.includes(company)) ||
        of.some(
          (n) =>
            this.hearsay.messages.has(n) && shares(title, this.analysis.messages[n - 1]!.text, fewestShared),
        ));
    if (tells) return this.w.privacy.withheldTitle;
    const announced = of.flatMap((n) => this.closedTitles.at.get(n) ?? []);
    return announced.some((topic) => folded.includes(topic))
      ? this.w.privacy.closedTitle
      : this.words(title, of);
  }
}

/** A text with blanks for what is seen to already: no name reaches into it. */
function without(text: string, edits: readonly Edit[]): string {
  if (!edits.length) return text;
  const units = text.split('');
  for (const { start, end } of edits) units.fill('\0', start, end);
  return units.join('');
}

const typeOf = ({ why, text }: Edit) =>
  why === 'name' ? (text.startsWith('@') ? ('mention' as const) : ('word' as const)) : ('mark' as const);

/** A title that has so many characters in a row of a message tells it. */
const fewestShared = 4;
