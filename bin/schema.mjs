// Writes schema/day-analysis.schema.json as the code publishes it; to be run when src/analysis/schema.ts has changed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

await build();
const { dayAnalysisJsonSchema } = await import('../dist/analysis/index.js');
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'schema');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'day-analysis.schema.json'),
  `${JSON.stringify(dayAnalysisJsonSchema(), null, 2)}\n`,
);
