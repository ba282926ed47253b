import { resolve } from 'node:path';
import { isWithin } from '../../corpus/index.js';
import { words } from '../../lang/index.js';
import { TableStore } from '../../pipeline/index.js';
import { manifestOf, withEngine } from '../corpus-store.js';
import { exitCodes, type Io } from '../io.js';
import type { SpanOptions } from '../options.js';
import { CommandError, Session } from '../session.js';
import { spanOf } from '../span.js';

/** Writes the corpus as Parquet (`huati tables`), in one edition or the other. */
export async function writeTables(paths: string[], options: SpanOptions, io: Io): Promise<number> {
  const session = new Session('analyze', options, io);
  const span = spanOf(session, options);
  const folder = resolve(options.out ? session.out : `${session.out}/tables`);
  const before = manifestOf(session, folder);
  const store = await withEngine(session, () => TableStore.empty());
  for await (const { analysis } of session.days(paths, { wanted: ({ date }) => isWithin(date, span) }))
    await store.add(session.edition(analysis));
  if (io.interrupted()) return session.exitCode; // half a corpus is not written over a whole one
  try {
    const manifest = await store.write(folder, options.public ? 'public' : 'internal', before);
    const w = words(session.pipeline.lang).tables;
    session.say(w.written(manifest.days, manifest.files.length, session.shown(folder)));
    if (options.json) io.out(`${JSON.stringify({ folder, ...manifest, problems: session.problems })}\n`);
  } catch (error) {
    const { message } = error as Error;
    throw new CommandError(session.words.cannotWrite(session.shown(folder), message), exitCodes.output);
  } finally {
    store.close();
  }
  return session.exitCode;
}
