import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutputName, type OutputOptions, writeOutputs } from '../../src/pipeline/index.js';
import { readDay } from '../../src/read/index.js';
import { analyse } from '../analysis/analyse.js';
import { utf8 } from '../read/log.js';
import { chat, glossary, logOf } from '../threads/chat.js';
import { evening } from '../threads/talk.js';
import { contentsOf, filesIn, folderWith } from './folder.js';

const analysis = analyse(chat(evening));

const write = (folder: string, outputs: OutputName[], options: Partial<OutputOptions> = {}) =>
  writeOutputs(analysis, { out: join(folder, 'out'), outputs, lang: 'zh', entries: glossary, ...options });

describe('writeOutputs', () => {
  it.each<[OutputName, string]>([
    ['html', 'out/灯塔/2021-03-04.html'],
    ['markdown', 'out/灯塔/2021-03-04.md'],
    ['brief', 'out/灯塔/2021-03-04.txt'],
    ['analysis', 'out/灯塔/2021-03-04.json'],
  ])('the output %s is the file %s alone', async (output, path) => {
    const folder = folderWith();
    expect(await write(folder, [output])).toEqual([join(folder, path)]);
    expect(filesIn(folder)).toEqual([path]);
  });

  it('charts lie in a folder beside, as picture and as specification', async () => {
    const folder = folderWith();
    await write(folder, ['charts']);
    const files = filesIn(folder);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(file).toMatch(/^out\/灯塔\/2021-03-04\/[\w-]+\.(svg|vl\.json)$/);
    const contents = contentsOf(folder);
    for (const file of files.filter((name) => name.endsWith('.svg'))) {
      expect(contents[file]).toMatch(/^<svg/);
      expect(JSON.parse(contents[file.replace('.svg', '.vl.json')]!)).toHaveProperty('$schema');
    }
  });

  it('the page comes first, whatever the order in which outputs are declared', async () => {
    const folder = folderWith();
    const written = await write(folder, ['analysis', 'brief', 'markdown', 'html', 'charts']);
    expect(written.slice(0, 4).map((path) => path.split('.').at(-1))).toEqual(['html', 'md', 'txt', 'json']);
    expect(written.slice(4).every((path) => /\.(?:svg|vl\.json)$/.test(path))).toBe(true);
    for (const path of written) expect(existsSync(path)).toBe(true);
  });

  it('the analysis that is written is the analysis', async () => {
    const folder = folderWith();
    const [path] = await write(folder, ['analysis']);
    expect(JSON.parse(readFileSync(path!, 'utf8'))).toEqual(JSON.parse(JSON.stringify(analysis)));
  });

  it('the brief has at most 25 lines', async () => {
    const [path] = await write(folderWith(), ['brief']);
    expect(readFileSync(path!, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(25);
  });

  it('the Markdown names no chart and no page that is not there', async () => {
    const folder = folderWith();
    await write(folder, ['markdown', 'html', 'charts']);
    const markdown = readFileSync(join(folder, 'out/灯塔/2021-03-04.md'), 'utf8');
    const links = [...markdown.matchAll(/\]\(<?([^)#>\s]+)[^)]*\)/g)].map((m) => decodeURI(m[1]!));
    const local = links.filter((link) => !/^\w+:/.test(link));
    expect(local.length).toBeGreaterThan(0);
    for (const link of local) expect(existsSync(join(folder, 'out/灯塔', link)), link).toBe(true);
  });

  it('writing twice writes the same bytes', async () => {
    const [a, b] = [folderWith(), folderWith()];
    const outputs: OutputName[] = ['html', 'markdown', 'brief', 'analysis', 'charts'];
    await write(a, outputs);
    await write(b, outputs);
    expect(contentsOf(a)).toEqual(contentsOf(b));
  });

  it('writeOutputs throws what the file system says where it cannot write, and leaves nothing', async () => {
    const folder = folderWith({ out: 'a file' });
    await expect(write(folder, ['brief'])).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(filesIn(folder)).toEqual(['out']);
  });
});

describe('writeOutputs: images', () => {
  const pictured = analyse(
    chat(
      '09:00 阿橙 ![09:00](img/tide-1.jpg)\n09:01 半帆 ![09:01](../../etc/secret.png)\n09:02 小舵 ![x](tide.svg)',
    ),
  );
  const files = {
    'img/tide-1.jpg': 'jpg',
    'img/other.jpg': 'jpg',
    'img/tide.svg': '<svg/>',
    'etc/secret.png': 'png',
  };
  const copied = async (folder: string, images?: string) => {
    await writeOutputs(pictured, {
      out: join(folder, 'out'),
      outputs: ['html'],
      lang: 'zh',
      entries: [],
      images: images && join(folder, images),
    });
    return filesIn(join(folder, 'out')).filter((name) => !name.endsWith('.html'));
  };

  it('images that the log names and that lie in the folder are copied, and no other file', async () => {
    expect(await copied(folderWith(files), 'img')).toEqual(['灯塔/2021-03-04/tide-1.jpg']);
  });

  it('no image is copied where no folder is named, or where it is not there', async () => {
    expect(await copied(folderWith(files))).toEqual([]);
    expect(await copied(folderWith(files), 'nichts')).toEqual([]);
  });
});

describe('writeOutputs of a hostile log', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      ...[
        '..',
        '.',
        '',
        '/',
        '\\',
        '../../etc',
        'C:\\x',
        'con',
        'nul.md',
        'a/../../b',
        '~',
        '.hidden',
        '-rf',
        'a\0b',
      ],
      ...[
        '\n',
        '2021-03-04/../..',
        '%2e%2e%2f',
        '..\\..',
        '\u202e',
        '😀',
        'x'.repeat(300),
        '灯塔',
        '灯'.repeat(80),
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );

  it('nothing in a header, a path or a name chooses where a file is written', async () => {
    const folder = folderWith();
    const shape = /^[^/\\]{1,80}\/[^/\\]{1,90}\.(json|md|txt)$/;
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, fc.boolean(), async (group, date, name, irc) => {
        const text = irc
          ? `[08:15] <${name}> hi\n`
          : `---\ndate: ${date}\ntitle: ${name}\n---\n${logOf('09:00 阿橙 早')}\n> 09:01:00  ${name}\n\n早\n`;
        const day = readDay(utf8(text), { path: `${group}/${date}.md`, format: irc ? 'irc' : 'jekyll' });
        const named = readDay(utf8(text), { path: date, group, format: irc ? 'irc' : 'jekyll' });
        for (const each of [day, named]) {
          const out = join(folder, 'out');
          const written = await writeOutputs(analyse(each), {
            out,
            outputs: ['analysis', 'markdown', 'brief'],
            lang: 'zh',
            entries: [],
          });
          for (const path of written) expect(relative(out, path).replaceAll('\\', '/')).toMatch(shape);
        }
      }),
      { seed: 821, numRuns: 80 },
    );
    for (const path of filesIn(folder)) {
      expect(path).toMatch(/^out\//);
      expect(path.slice('out/'.length)).toMatch(shape);
      expect(path).not.toMatch(/\/\.|[\u0000-\u001f]/);
    }
  });
});
