import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { workerFlags } from '../../src/pipeline/engine.js';

const program = new URL('../../bin/program.mjs', import.meta.url).href;
const telling = `await import('${program}');console.log((await import('node:v8')).cachedDataVersionTag())`;

/** What V8 calls code that it compiles for the program, in a process with some flags. */
const tagWith = (flags: readonly string[]) =>
  spawnSync(process.execPath, [...flags, '--input-type=module', '-e', telling], {
    encoding: 'utf8',
  }).stdout.trim();

const isKept = (flags: readonly string[]) =>
  existsSync(new URL(`../../dist/program/main.cjs.${tagWith(flags)}`, import.meta.url));

describe('the build', () => {
  it('keeps what V8 compiled of the program, for a start from the shell and for a worker', () => {
    expect(isKept([])).toBe(true);
    expect(isKept(workerFlags)).toBe(true);
  });

  it('lays the licences of all packages that it bundles beside the program', () => {
    const licences = readFileSync(new URL('../../dist/program/licences.txt', import.meta.url), 'utf8');
    for (const name of ['commander', 'gray-matter', 'vega-lite', 'yaml', 'zod'])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+`, 'm'));
    expect(licences).not.toContain('no licence declared');
  });
});
