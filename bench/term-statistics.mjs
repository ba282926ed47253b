// Counts what many days of talk say of each phrase, without the glossary: the `statistics` of models/terms-zh.json.
import { partsOf } from '../dist/terms/parts.js';
import { candidateOf, collectRuns } from '../dist/terms/runs.js';
import { PhraseStatistics } from '../dist/terms/statistics.js';
import { WordBook } from '../dist/terms/word-book.js';

/** A phrase is kept that stood on so many days. */
const fewestDays = 3;
const nibble = (x) => Math.max(0, Math.min(15, Math.round(x)));

function entropy(counts, total) {
  let h = 0;
  for (const c of counts.values()) h -= (c / total) * Math.log2(c / total);
  return h;
}
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

const none = new Set();
const noLists = { stopwords: none, morphemes: none, notTerms: none, trade: none, compounds: none };
const bookOf = (segmenter) => new WordBook(segmenter, noLists, PhraseStatistics.read(''));

/** First pass: on how many days each phrase stands, so that the second need keep only what recurs. */
export function phrasesOf(days, segmenter) {
  const seen = new Map();
  const book = bookOf(segmenter);
  for (const { messages, tokens } of days) {
    const runs = collectRuns(messages, partsOf(messages, tokens, book));
    for (let run = 0; run < runs.size; run++) count(seen, runs.folded(run));
  }
  return new Set([...seen].filter(([, n]) => n >= fewestDays).map(([p]) => p));
}

/** The runs of a day whose forms are among those kept, as objects, their places with the tokens within the message. */
function candidatesOf(messages, parts, kept) {
  const runs = collectRuns(messages, parts);
  return Array.from({ length: runs.size }, (_, run) => run)
    .filter((run) => kept.has(runs.folded(run)))
    .map((run) => {
      const candidate = candidateOf(runs, run, messages);
      const places = [];
      for (let place = runs.firstPlaces[run]; place >= 0; place = runs.nextPlace[place]) {
        const { message } = candidate.places[places.length];
        const first = parts.rows[message];
        places.push({ message, from: runs.from[place] - first, to: runs.to[place] - first });
      }
      const first = runs.firstPlaces[run];
      const words = parts.words.slice(runs.from[first], runs.to[first]);
      return { folded: candidate.folded, words, places };
    });
}

/**
 * @param days `{ messages, tokens }`, segmented without a glossary
 * @param seeds words of finance, from which the company that a phrase keeps is judged
 * @param general word → frequency of a general reference, the segmenter's own
 */
export function countPhrases(days, segmenter, seeds, general) {
  const kept = phrasesOf(days, segmenter);
  const book = bookOf(segmenter);
  const rows = new Map();
  const unigrams = new Map();
  let words = 0;
  const rowOf = (phrase) => {
    const none = { parts: null, count: 0, days: 0, near: 0 };
    const row = rows.get(phrase) ?? {
      ...none,
      speakers: new Set(),
      left: new Map(),
      right: new Map(),
      inside: new Map(),
    };
    rows.set(phrase, row);
    return row;
  };
  let seedWords = seeds;
  for (let round = 0; round < 2; round++) {
    rows.clear();
    let nearAll = 0;
    let all = 0;
    for (const { messages, tokens } of days) {
      const parts = partsOf(messages, tokens, book);
      const seedIn = messages.map((_, i) =>
        parts.words
          .slice(parts.rows[i], parts.rows[i + 1])
          .filter((word) => word && seedWords.has(word.folded))
          .map((word) => word.folded),
      );
      if (round === 1)
        for (const word of parts.words)
          if (word) {
            count(unigrams, word.folded);
            words++;
          }
      const candidates = candidatesOf(messages, parts, kept);
      const spans = messages.map(() => []);
      for (const c of candidates) {
        const r = rowOf(c.folded);
        r.parts = c.words.map((w) => w.folded);
        r.days++;
        for (const place of c.places) {
          const m = messages[place.message];
          r.count++;
          r.speakers.add(m.speaker);
          const row = tokens[place.message];
          const word = (k) => (row[k] ? m.text.slice(row[k].start, row[k].end) : '');
          count(r.left, word(place.from - 1) || `^${r.count}`);
          count(r.right, word(place.to) || `$${r.count}`);
          const own = new Set(c.words.map((w) => w.folded));
          const near = [place.message - 1, place.message, place.message + 1].some((k) =>
            seedIn[k]?.some((s) => !own.has(s) && !c.folded.includes(s)),
          );
          r.near += near ? 1 : 0;
          nearAll += near ? 1 : 0;
          all++;
          spans[place.message].push({ ...place, folded: c.folded });
        }
      }
      if (round === 1)
        for (const list of spans)
          for (const a of list)
            for (const b of list)
              if (b !== a && b.from <= a.from && b.to >= a.to) count(rowOf(a.folded).inside, b.folded);
    }
    const base = Math.log(nearAll / (all - nearAll));
    for (const r of rows.values()) r.company = Math.log((r.near + 1) / (r.count - r.near + 1)) - base;
    if (round === 0)
      seedWords = new Set(
        [...rows]
          .filter(([p, r]) => r.parts.length === 1 && p.length > 1 && r.days >= 5 && r.company > 0.7)
          .map(([p]) => p),
      );
  }
  const generalTotal = [...general.values()].reduce((a, b) => a + b, 0);
  const figures = [...rows].map(([phrase, r]) => {
    let oddity;
    if (r.parts.length === 1) {
      const here = r.count / words;
      const there = ((general.get(phrase) ?? 0) + 1) / generalTotal;
      oddity = 5 + Math.log(here / there) * 1.5;
    } else {
      // the loosest seam, as pointwise mutual information over what its two sides have in common
      let loosest = Infinity;
      for (let k = 1; k < r.parts.length; k++) {
        const side = (ps) =>
          (ps.length === 1 ? unigrams.get(ps[0]) : rows.get(ps.join(''))?.count) ?? r.count;
        const a = side(r.parts.slice(0, k));
        const b = side(r.parts.slice(k));
        loosest = Math.min(loosest, Math.log((r.count * words) / (a * b)));
      }
      oddity = loosest * 1.5;
    }
    const most = Math.max(0, ...r.inside.values());
    return [
      phrase,
      {
        days: nibble(Math.log2(r.days) * 1.8),
        speakers: nibble(Math.log2(r.speakers.size) * 1.6),
        freedom: nibble(Math.min(entropy(r.left, r.count), entropy(r.right, r.count)) * 2),
        nesting: nibble((15 * most) / r.count),
        company: nibble(7 + r.company * 3),
        oddity: nibble(oddity),
        burst: nibble(Math.log2(r.count / r.days) * 4),
      },
    ];
  });
  return { base64: PhraseStatistics.write(figures), figures };
}
