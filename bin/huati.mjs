#!/usr/bin/env node
import { build } from './build.mjs';
import { Program } from './program.mjs';

await build();
const { main } = new Program().load('main.cjs');
process.exitCode = await main(process.argv.slice(2));
