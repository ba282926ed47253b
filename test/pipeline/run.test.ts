import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnalysedDay } from '../../src/analysis/index.js';
import { findInputs, noCache, runDays } from '../../src/pipeline/index.js';
import { gbk } from '../read/log.js';
import { logOf } from '../threads/chat.js';
import { folderWith } from './folder.js';
import { dayOf, dictionaries, doneOf, outcomes, pipeline } from './run.js';

const log = logOf('09:00 阿橙 灯塔的手续费是多少？\n09:01 半帆 千三');
const dated = `---\ndate: 2021-03-04\n---\n${log}`;
/** Another log of the same day. */
const other = `${dated}\n\n> 09:02:00  小舵\n\n千五`;

describe('runDays', () => {
  it('runDays analyses each log, in the order of the paths', async () => {
    const folder = folderWith({
      '灯塔/2021-03-05.md': log,
      '灯塔/2021-03-04.md': log,
      '码头/2021-03-04.md': log,
    });
    const done = doneOf(await outcomes(folder));
    expect(done.map(({ analysis: a }) => `${a.group}/${a.date} ${a.messages.length}`)).toEqual([
      '灯塔/2021-03-04 2',
      '灯塔/2021-03-05 2',
      '码头/2021-03-04 2',
    ]);
  });

  it('runDays skips what is no log in a folder, and fails it where it is named', async () => {
    const folder = folderWith({ 'notes.md': '从前有座山。', '2021-03-04.md': log });
    expect((await outcomes(folder)).map((o) => o.status)).toEqual(['done', 'skipped']);
    expect(await outcomes(folder, {}, ['notes.md'])).toMatchObject([{ status: 'failed', notALog: true }]);
  });

  it('runDays does not analyse days that nobody asks for, and gives the same of the others', async () => {
    const folder = folderWith({
      '灯塔/2021-03-04.md': log,
      '灯塔/2021-03-05.md': log,
      '码头/2021-03-05.md': log,
    });
    const asked: string[] = [];
    const puts: string[] = [];
    const cache = {
      ...noCache,
      put: (_: string, { analysis }: AnalysedDay) => void puts.push(analysis.group),
    };
    const wanted = ({ group, date }: { group: string; date: string }) => {
      asked.push(`${group}/${date}`);
      return group === '码头';
    };
    const some = await outcomes(folder, { wanted, cache });
    expect(asked).toEqual(['灯塔/2021-03-04', '灯塔/2021-03-05', '码头/2021-03-05']);
    expect(some.map((o) => o.status)).toEqual(['unwanted', 'unwanted', 'done']);
    expect(puts).toEqual(['码头']);
    expect(doneOf(some)[0]!.analysis).toEqual(doneOf(await outcomes(folder))[2]!.analysis);
  });

  it('runDays refuses to analyse a log that is changed between its two readings', async () => {
    const folder = folderWith({ '灯塔/2021-03-04.md': log });
    const cache = {
      ...noCache,
      putPart: () => writeFileSync(join(folder, '灯塔/2021-03-04.md'), log.replace('千三', '千五')),
    };
    expect(await outcomes(folder, { cache })).toMatchObject([
      { status: 'failed', reason: expect.stringContaining('changed') },
    ]);
  });

  it('runDays goes on after a file that cannot be read', async () => {
    const folder = folderWith({ 'a/2021-03-04.md': log, 'b/2021-03-04.md': log, 'c/2021-03-04.md': log });
    const { inputs } = await findInputs([folder]);
    rmSync(join(folder, 'b/2021-03-04.md'));
    mkdirSync(join(folder, 'b/2021-03-04.md'));
    const seen: string[] = [];
    for await (const o of runDays(inputs, {
      pipeline,
      dictionaries,
      cache: noCache,
      owner: [],
      tokens: false,
    }))
      seen.push(o.status === 'failed' ? `failed ${o.notALog}` : o.status);
    expect(seen).toEqual(['done', 'failed false', 'done']);
  });

  it('runDays reads a log in any encoding to the same analysis, but for a note', async () => {
    const [a, b] = doneOf(
      await outcomes(folderWith({ 'a/灯塔/2021-03-04.md': log, 'b/灯塔/2021-03-04.md': gbk(log) })),
    );
    expect(b!.analysis.notes).toMatchObject([{ rule: 'encoding', detail: 'GBK' }, { rule: 'same-day' }]);
    expect(b!.analysis.messages).toEqual(a!.analysis.messages);
  });

  it('runDays keeps two logs of one group and day apart, and says so', async () => {
    const folder = folderWith({
      '灯塔/a.md': dated,
      '灯塔/b.md': other,
      '灯塔/c.md': other.replace('千五', '千八'),
      '码头/a.md': dated,
    });
    const done = doneOf(await outcomes(folder));
    expect(done.map(({ analysis: a }) => [`${a.group}/${a.date}`, a.notes.map((n) => n.rule)])).toEqual([
      ['灯塔/2021-03-04', []],
      ['灯塔/2021-03-04_2', ['same-day']],
      ['灯塔/2021-03-04_3', ['same-day']],
      ['码头/2021-03-04', []],
    ]);
  });

  it('runDays leaves out the copy of a log and says of which: the original has the shortest name', async () => {
    const folder = folderWith({
      '灯塔/2021-03-04 (1).md': log,
      '灯塔/2021-03-04 - 副本.md': log,
      '灯塔/2021-03-04.md': log,
    });
    const found = await outcomes(folder);
    expect(
      found.map((o) => [basename(o.input.path), o.status === 'copy' ? basename(o.original.path) : o.status]),
    ).toEqual([
      ['2021-03-04 (1).md', '2021-03-04.md'],
      ['2021-03-04 - 副本.md', '2021-03-04.md'],
      ['2021-03-04.md', 'done'],
    ]);
    expect(doneOf(found)[0]!.analysis).toEqual(
      (await dayOf(folderWith({ '灯塔/2021-03-04.md': log }))).analysis,
    );
  });

  it('runDays leaves out no log of another day or group, whatever its bytes', async () => {
    const folder = folderWith({
      '灯塔/2021-03-04.md': log,
      '灯塔/2021-03-05.md': log,
      '码头/2021-03-04.md': log,
    });
    expect((await outcomes(folder)).map((o) => o.status)).toEqual(['done', 'done', 'done']);
  });

  it('runDays takes the group that it is told, and keeps days apart under it', async () => {
    const folder = folderWith({ '灯塔/a.md': dated, '码头/a.md': other });
    const done = doneOf(await outcomes(folder, { group: '港务' }));
    expect(done.map(({ analysis: a }) => `${a.group}/${a.date}`)).toEqual([
      '港务/2021-03-04',
      '港务/2021-03-04_2',
    ]);
  });

  it('runDays believes the format that a pipeline declares', async () => {
    const folder = folderWith({ '2009-05-06.txt': '=== x\nno log at all\n' });
    expect((await outcomes(folder))[0]!.status).toBe('skipped');
    const { analysis } = await dayOf(folder, { pipeline: { ...pipeline, read: { format: 'irc' } } });
    expect([analysis.format, analysis.messages.length]).toEqual(['irc', 2]);
  });

  it("runDays knows the owner's names", async () => {
    const folder = folderWith({ '2021-03-04.md': logOf('09:00 我 早\n09:01 半帆 @掌灯人 在吗') });
    const speaker = async (owner: string[]) =>
      (await dayOf(folder, { owner })).analysis.messages[1]!.mentions[0]!.speaker;
    expect([await speaker([]), await speaker(['掌灯人'])]).toEqual([null, '我']);
  });

  it('runDays without the glossary finds none of its terms', async () => {
    const folder = folderWith({ '2021-03-04.md': log });
    const known = async (glossary: boolean) =>
      (await dayOf(folder, { pipeline: { ...pipeline, glossary } })).analysis.terms.filter((t) => t.known)
        .length;
    expect(await known(true)).toBeGreaterThan(0);
    expect(await known(false)).toBe(0);
  });

  it('runDays gives the segmentation where it is asked for', async () => {
    const folder = folderWith({ '2021-03-04.md': log });
    expect((await dayOf(folder, { tokens: true })).analysis.messages[1]!.tokens).toEqual(['千三']);
  });

  it('runDays lets others do something between two days', async () => {
    const folder = folderWith({ 'a/2021-03-04.md': log, 'b/2021-03-04.md': log, 'c/2021-03-04.md': log });
    const { inputs } = await findInputs([folder]);
    const events: string[] = [];
    const turns = () => setImmediate(() => events.push('turn') < 9 && turns());
    turns();
    for await (const o of runDays(inputs, {
      pipeline,
      dictionaries,
      cache: noCache,
      owner: [],
      tokens: false,
    }))
      events.push(basename(join(o.input.path, '..')));
    const between = events.slice(events.indexOf('a') + 1, events.indexOf('b'));
    expect(between).toContain('turn');
  });

  it('runDays of nothing is nothing', async () => {
    expect(await outcomes(folderWith())).toEqual([]);
  });
});
