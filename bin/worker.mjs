// A worker process of a local run (src/pipeline/crew-worker.ts).
import { Program } from './program.mjs';

new Program().load('worker.cjs');
