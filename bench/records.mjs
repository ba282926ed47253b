// How near drafted records are to those that editors wrote from the same logs.
//   npm run bench:records                      over ../shared/corpus
//   npm run bench:records -- 2018-02-09-prodarch=2018-02-09-wechat115.markdown …
// A draft is `<date>-<group>`; behind `=` stands the editors' file in ../shared/corpus/records.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const corpus = join(root, '..', 'shared', 'corpus');
/** Three evenings whose records are in the form of questions and answers. */
const chosen = [
  '2018-01-17-prodarch=2018-01-17-wechat105.markdown',
  '2018-01-29-prodarch=2018-01-29-wechat102.markdown',
  '2018-02-09-prodarch=2018-02-09-wechat115.markdown',
];
/** Two wordings are of one sentence if they share so much of their pairs of characters (Dice). */
const same = 0.5;

const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** A record's text without front matter, comments, pictures and labels. */
const textOf = (markdown) =>
  markdown
    .replace(/^---[\s\S]*?\n---/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/&[a-z]+;|&#\d+;/g, ' ')
    .replace(/^[\s*>#]*[QAS]\d*\s*[:：、.]/gm, '');

/** Questions with their answers: a line that begins with Q, and the lines with A or S until the next. */
function pairsOf(markdown) {
  const pairs = [];
  for (const line of markdown.replace(/<!--[\s\S]*?-->/g, '').split('\n')) {
    const [, label, text] = /^[\s*>]*([QAS])\d*\s*[:：、.]\s*(.*?)[\s*]*$/.exec(line) ?? [];
    if (label === 'Q') pairs.push({ question: letters(text), answers: [] });
    else if (label && pairs.length) pairs.at(-1).answers.push(letters(text));
    else if (pairs.length && line.trim() && !line.startsWith('#')) {
      const last = pairs.at(-1);
      if (last.answers.length) last.answers[last.answers.length - 1] += letters(line);
      else last.question += letters(line);
    }
  }
  return pairs.filter((pair) => pair.answers.length);
}

const bigrams = (text) =>
  new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2)));

/** How much of the shorter text's pairs of characters the longer has: editors join and cut messages. */
function overlap(a, b) {
  const [few, many] = [bigrams(a), bigrams(b)].sort((x, y) => x.size - y.size);
  if (!few.size) return 0;
  return [...few].filter((pair) => many.has(pair)).length / few.size;
}

function dice(a, b) {
  const [x, y] = [bigrams(a), bigrams(b)];
  return (2 * [...x].filter((pair) => y.has(pair)).length) / (x.size + y.size || 1);
}

/** Levenshtein distance in characters, by the longer of the two; 0 is the same text. */
function distance(a, b) {
  let before = Uint32Array.from({ length: b.length + 1 }, (_, j) => j);
  let row = new Uint32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    [before, row] = [row, before];
  }
  return before[b.length] / Math.max(a.length, b.length, 1);
}

function compare(draft, record) {
  const [own, theirs] = [pairsOf(draft), pairsOf(record)];
  const asked = theirs.map((pair) =>
    own.filter((o) => dice(o.question, pair.question) >= same || overlap(o.question, pair.question) >= 0.8),
  );
  const answered = theirs.filter((pair, i) =>
    asked[i].some((o) => pair.answers.some((a) => o.answers.some((b) => overlap(a, b) >= 0.8))),
  );
  const [a, b] = [letters(textOf(draft)), letters(textOf(record))];
  return {
    pairs: theirs.length,
    questions: asked.filter((found) => found.length).length,
    answered: answered.length,
    drafted: own.length,
    lengths: [a.length, b.length],
    distance: distance(a, b),
  };
}

const out = mkdtempSync(join(tmpdir(), 'huati-records-'));
try {
  const given = process.argv.slice(2);
  writeFileSync(join(out, 'huati.yaml'), '');
  for (const name of given.length ? given : chosen) {
    const [draft, record] = name.split('=');
    const [, date, group] = /^(\d{4}-\d\d-\d\d)-(.*)$/.exec(draft);
    const log = join(corpus, 'source', group, '_posts', `${date}-chat.markdown`);
    const argv = [
      join(root, 'bin', 'huati.mjs'),
      'records',
      log,
      '--no-public',
      '--quiet',
      '--workspace',
      out,
    ];
    spawnSync(process.execPath, argv, { stdio: 'inherit', cwd: out });
    const made = readdirSync(join(out, 'out', 'records')).find((file) => file === `${draft}.md`);
    if (!made) {
      console.log(`${draft}: no talk was found`);
      continue;
    }
    const text = readFileSync(join(out, 'out', 'records', made), 'utf8');
    const c = compare(text, readFileSync(join(corpus, 'records', record), 'utf8'));
    console.log(
      `${draft}  pairs ${c.pairs}, their questions in the draft ${c.questions}, with an answer of theirs ${c.answered}; drafted ${c.drafted}; characters ${c.lengths.join(' / ')}; edit distance ${c.distance.toFixed(2)}`,
    );
  }
} finally {
  rmSync(out, { recursive: true });
}
