// Runs the program with its stages timed, and prints the seconds of processor time that each took, as JSON.
//   node bench/stages.mjs ARGUMENTS OF HUATI
import { main } from '../dist/cli/main.js';
import { stages } from '../dist/pipeline/stages.js';
import { loadSegmenter, resolveSegmenter } from '../dist/text/index.js';

const seconds = {};
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
/** A function that adds what it takes to `name`. */
const timed =
  (name, run) =>
  (...args) => {
    const began = now();
    try {
      return run(...args);
    } finally {
      seconds[name] = (seconds[name] ?? 0) + now() - began;
    }
  };

const args = process.argv.slice(2);
const segmenter = args[args.indexOf('--segmenter') + 1];
timed('load', () => loadSegmenter(resolveSegmenter(segmenter)))();
for (const [name, stage] of Object.entries(stages)) stage.run = timed(name, stage.run);
const began = now();
process.exitCode = await main(args);
const all = now() - began;
const inStages = Object.keys(stages).reduce((sum, name) => sum + (seconds[name] ?? 0), 0);
console.log(JSON.stringify({ ...seconds, rest: all - inStages }));
