// The program as the build bundles it (dist/program): a few files instead of some nine hundred modules, each with what V8
// compiled of it when the build tried it out.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// Optimised functions take less of what they call into themselves: most of the program is called from many places. V8 aborts
// where it finds this changed while it compiles a function, so it is said before there is one.
for (const flag of ['--max-inlined-bytecode-size=150', '--max-inlined-bytecode-size-cumulative=300'])
  setFlagsFromString(flag);

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'dist', 'program');
const elsewhere = createRequire(join(folder, 'main.cjs'));
/** V8 takes what itself compiled, with the same flags and on such a processor: its tag says so. */
const compiledOf = (file) => `${file}.${cachedDataVersionTag()}`;

/** Loads the CommonJS files of the bundle, and what they require beside it. */
export class Program {
  #modules = new Map();
  #scripts = new Map();

  /** What a file of the bundle exports. */
  load(name) {
    const known = this.#modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    this.#modules.set(name, module);
    const file = join(folder, name);
    const compiled = compiledOf(file);
    const script = new Script(
      `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`,
      {
        filename: file,
        cachedData: existsSync(compiled) ? readFileSync(compiled) : undefined,
      },
    );
    this.#scripts.set(file, script);
    const require = (id) => (id.startsWith('./') ? this.load(id.slice(2)) : elsewhere(id));
    script.runInThisContext()(module.exports, require, module, file, folder);
    return module.exports;
  }

  /** Keeps what V8 has compiled of the files so far, for the next start. */
  keepCompiled() {
    for (const [file, script] of this.#scripts) writeFileSync(compiledOf(file), script.createCachedData());
  }
}
