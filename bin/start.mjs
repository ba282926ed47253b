// `npm start`: the report of the sample days; `npm start -- <paths>`: the report of one's own.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

await build();
const { main } = await import('../dist/cli/main.js');
const given = process.argv.slice(2);
const samples = join(dirname(fileURLToPath(import.meta.url)), '..', 'samples');
process.exitCode = await main(['report', ...(given.length ? given : [samples])]);
