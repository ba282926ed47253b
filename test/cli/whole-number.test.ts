import { describe, expect, it } from 'vitest';
import { wholeNumber } from '../../src/cli/whole-number.js';
import { words } from '../../src/lang/index.js';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { huati } from './run.js';

const { cli } = words('zh');

describe('wholeNumber', () => {
  it('wholeNumber takes digits within the range, and nothing where nothing was given', () => {
    expect(wholeNumber(cli, '--most', '20')).toBe(20);
    expect(wholeNumber(cli, '--keep', '0', { least: 0 })).toBe(0);
    expect(wholeNumber(cli, '--most', undefined)).toBeUndefined();
  });

  it.each(['0', '0x2', '1e0', '1.5', '-1', '', ' 2', '２', '201', '99999999999999999999'])(
    'wholeNumber refuses %j, and says what can be',
    (value) => {
      expect(() => wholeNumber(cli, '--count', value, { most: 200 })).toThrow(
        `--count ${value}：要写 1 到 200 的整数`,
      );
    },
  );
});

describe('options that are numbers', () => {
  const files = {
    'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
    'glossary/own.yaml': '',
    'logs/灯塔/2021-03-04.md': logOf('09:00 阿橙 灯油怎么记账'),
  };
  it.each([
    ['analyze --workers', 1, 999],
    ['brief --workers', 1, 999],
    ['topics --count', 1, 200],
    ['compare 2021-03-04 --usual', 1, 52],
    ['find 灯油 --context', 0, 999_999],
    ['find 灯油 --limit', 0, 999_999],
    ['qa --keep', 0, 999_999],
    ['glossary gaps --unused', 1, 999_999],
    ['glossary gaps --most', 1, 999_999],
    ['glossary candidates --most', 1, 999_999],
    ['plan --shard', 1, 9999],
    ['plan --ranges', 1, 9999],
  ])('%s says in the language of its reader what it takes', async (command, least, most) => {
    const folder = folderWith(files);
    const option = command.split(' ').at(-1)!;
    for (const value of ['0x2', '1e0', '一'])
      for (const lang of ['zh', 'en'] as const) {
        const { code, err } = await huati(folder, [...command.split(' '), value, '--lang', lang]);
        expect([code, err]).toEqual([2, `${words(lang).cli.notWhole(option, value, least, most)}\n`]);
      }
  });
});
