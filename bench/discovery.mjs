// How long it takes to find terms that nobody listed, beside segmenting the same logs, in one process and by wall time: the
// runs of words of each day collected and judged, against load and cut of the raw text by the same segmenter. After a build:
//   node bench/discovery.mjs [LOGS]
// By default the logs are those of ../shared/corpus/source, else of samples/. Fails where discovery takes longer.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { findPeople } from '../dist/people/index.js';
import { loadDictionaries, termModelFor } from '../dist/pipeline/index.js';
import { discoveryWords } from '../dist/pipeline/stages.js';
import { readDay } from '../dist/read/index.js';
import { judgeCandidates, runsIn } from '../dist/terms/discover.js';
import { leastOdds } from '../dist/terms/pieces.js';
import { wordBook } from '../dist/terms/word-book.js';
import { Lexicon, loadSegmenter, resolveSegmenter, tokenize, withoutTerms } from '../dist/text/index.js';
import { root, source } from './annotated.mjs';

const folder = resolve(process.argv[2] ?? (existsSync(source) ? source : join(root, 'samples')));
const logs = (await glob('**/_posts/*', { cwd: folder, absolute: true })).sort();
const texts = logs.map((log) => readFileSync(log, 'utf8'));

let seconds = 0;
/** What `work` gives; the time that it takes is added up. */
function timed(work) {
  const began = process.hrtime.bigint();
  const result = work();
  seconds += Number(process.hrtime.bigint() - began) / 1e9;
  return result;
}
function taken() {
  const all = seconds;
  seconds = 0;
  return all;
}

const segmenter = timed(() => {
  const loaded = loadSegmenter(resolveSegmenter('auto'));
  for (const text of texts) loaded.cut(text);
  return loaded;
});
const segmenting = taken();

const { entries, words } = loadDictionaries({ glossary: true, overlays: [] });
const lexicon = new Lexicon(entries);
const model = termModelFor('zh');
let [runs, candidates] = [0, 0];
logs.forEach((path, i) => {
  const day = readDay(Buffer.from(texts[i]), { path });
  const { mentions } = findPeople(day, []);
  const tokens = day.messages.map((m, k) => tokenize(m.text, mentions[k], lexicon, segmenter));
  const known = tokens.map((row) => row.filter((t) => t.type === 'term'));
  timed(() => {
    const book = wordBook(segmenter, discoveryWords(words), model.statistics);
    const plain = day.messages.map((m, k) =>
      known[k].length ? withoutTerms(m.text, mentions[k], tokens[k], segmenter) : tokens[k],
    );
    const scene = runsIn(day.messages, plain, book, known);
    runs += scene.runs.size;
    candidates += judgeCandidates(scene, model.terms, leastOdds).length;
  });
});
const discovery = taken();

console.log(
  `${logs.length} logs, ${segmenter.name}: segmenting ${segmenting.toFixed(2)} s; ${runs} runs judged, ${candidates} candidates: ${discovery.toFixed(2)} s, ${(discovery / segmenting).toFixed(2)} times as long`,
);
if (discovery >= segmenting) {
  console.error('discovery takes longer than segmenting');
  process.exitCode = 1;
}
