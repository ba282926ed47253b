import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const files = {
  'huati.yaml': 'sources: [logs]\n',
  'logs/灯塔/2021-03-04.md': logOf(
    '09:00 阿橙 请问备付金对账差错怎么处理？\n09:01 半帆 备付金对账差错先挂账',
  ),
  'logs/灯塔/2021-03-05.md': logOf('10:00 小舵 @半帆 备付金对账差错挂账多久？\n10:02 半帆 次日核对'),
};
const asked = [
  ['qa', '--json'],
  ['members', '--json'],
  ['schedule', '--from', '2021-01-01', '--json'],
  ['digest', '--month', '2021-03', '--json'],
  ['glossary', 'gaps', '--json'],
  ['glossary', 'show', '备付金', '--json'],
];

/** Spoils everything that is kept beside the analyses. */
function spoil(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true }) as string[])
    if (statSync(join(folder, name)).isFile()) writeFileSync(join(folder, name), 'spoilt');
}

it.each(asked)(
  'huati %s %s answers alike from days, from what is kept of them, and when that is spoilt',
  async (...argv) => {
    const folder = folderWith(files);
    const run = async () => (await huati(folder, argv)).out;
    const first = await run();
    expect(first).toContain('{');
    expect(await run()).toBe(first);
    spoil(join(folder, '.huati', 'cache', 'parts'));
    expect(await run()).toBe(first);
  },
);
