#!/usr/bin/env node
import { build } from './build.mjs';

await build();
const { main } = await import('../dist/cli/main.js');
process.exitCode = await main(process.argv.slice(2));
