// `npm start`: the report of the sample days; `npm start -- <paths>`: the report of one's own.
import { join } from 'node:path';
import { build } from './build.mjs';
import { Program, root } from './program.mjs';

await build();
const { main } = new Program().load('main.cjs');
const given = process.argv.slice(2);
const samples = join(root, 'samples');
process.exitCode = await main(['report', ...(given.length ? given : [samples])]);
