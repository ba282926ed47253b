import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transpileModule } from 'typescript';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { folderWith } from './pipeline/folder.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(
  ([, code]) => code!,
);

/** Runs an example as it stands, in a folder with the samples, which are its logs too; gives what it printed. */
async function ran(example: string): Promise<string> {
  const folder = folderWith({ 'out/.keep': '' });
  for (const name of ['samples', 'logs'])
    cpSync(join(root, 'samples'), join(folder, name), { recursive: true });
  const code = transpileModule(example, { compilerOptions: { module: 99, target: 99 } }).outputText;
  const library = join(root, 'src', 'index.ts');
  writeFileSync(join(folder, 'example.mjs'), code.replace("from 'huati'", `from '${library}'`));
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const before = process.cwd();
  process.chdir(folder);
  try {
    await import(join(folder, 'example.mjs'));
  } finally {
    process.chdir(before);
  }
  return log.mock.calls.map((said) => said.join(' ')).join('\n');
}

afterEach(() => vi.restoreAllMocks());

describe('README', () => {
  it('has an example of a day, of several days, and of the public edition', () => {
    expect(examples).toHaveLength(3);
  });

  it('the example of a day prints its threads and its report', async () => {
    expect(await ran(examples[0]!)).toMatch(/\d+\n[\s\S]*^# .*2024-05-16/m);
  });

  it('the example of several days prints their questions', async () => {
    expect(await ran(examples[1]!)).toMatch(/^answered \S/m);
  });

  it('the example of the public edition prints pseudonyms', async () => {
    expect(await ran(examples[2]!)).toMatch(/群友|成员/);
  });
});
