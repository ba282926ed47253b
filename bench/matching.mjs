// How fast forms are found in text: 5,000 entries of invented forms beside the shipped glossary, chat of the same words, on
// one core. After a build: node bench/matching.mjs
// Prints megabytes of UTF-8 text a second (the best of five passes) and fails below 20.
import { loadDictionaries } from '../dist/pipeline/index.js';
import { fold, Lexicon } from '../dist/text/index.js';

const entriesAtLeast = 5_000;
const megabytes = 8;
const least = 20;

let seed = 1;
const random = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * n);
};
const common =
  '的一是不了在有我他这们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开支付清算商户银行卡账户渠道风控备付金牌照';
const word = () => Array.from({ length: 2 + random(4) }, () => common[random(common.length)]).join('');

const shipped = loadDictionaries({ glossary: true, overlays: [] }).entries;
const invented = Array.from({ length: Math.max(0, entriesAtLeast - shipped.length) }, (_, i) => ({
  ...shipped[i % shipped.length],
  term: word(),
  aliases: [word()],
}));
const lexicon = new Lexicon([...shipped, ...invented]);
const forms = lexicon.entries.map((entry) => entry.term);

const lines = [];
for (let bytes = 0; bytes < megabytes * 1e6; ) {
  const line = Array.from({ length: 4 + random(12) }, () =>
    random(6) ? word() : forms[random(forms.length)],
  ).join('');
  lines.push(fold(line));
  bytes += Buffer.byteLength(line);
}
const size = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0) / 1e6;

let best = 0;
let hits = 0;
for (let pass = 0; pass < 5; pass++) {
  const from = process.cpuUsage();
  hits = 0;
  for (const line of lines) hits += lexicon.match(line).length;
  const { user, system } = process.cpuUsage(from);
  best = Math.max(best, size / ((user + system) / 1e6));
}
console.log(
  `${lexicon.entries.length} entries, ${size.toFixed(1)} MB of text, ${hits} forms found: ${best.toFixed(1)} MB/s`,
);
if (best < least) {
  console.error(`slower than ${least} MB of text a second`);
  process.exitCode = 1;
}
