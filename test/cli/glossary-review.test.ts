import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../pipeline/folder.js';
import { logOf } from '../threads/chat.js';
import { FakeTerminal, keys } from './keyboard.js';
import { huati } from './run.js';

const rs = ['--segmenter', '@node-rs/jieba', '--by', '阿橙', '--on', '2021-03-04'];
const workspace = () =>
  folderWith({
    'huati.yaml': 'sources: [logs]\ndictionaries: [glossary]\n',
    'glossary/own.yaml': '# 自己的词\n',
    'logs/灯塔/2021-03-04.md': logOf(
      '09:00 阿橙 账簿怎么接？\n09:01 半帆 账簿就是两家钱包的业务\n09:02 小舟 账簿费率多少\n09:03 小舟 入金和出金要几天\n09:04 半帆 出金当天，入金次日\n09:05 阿橙 出金和入金都走网关吗',
    ),
  });
const decided = (folder: string) => readFileSync(join(folder, 'glossary/decided.yaml'), 'utf8');

/** Runs a review with somebody at the keys; gives what the terminal said. */
async function review(folder: string, play: (at: FakeTerminal) => Promise<void>) {
  const at = new FakeTerminal();
  const run = huati(folder, ['glossary', 'review', ...rs], { keyboard: at });
  await play(at);
  return { ...(await run), said: at.said };
}

describe('huati glossary review', () => {
  it('shows the evidence, and a decision with its reason is in the file before the next question', async () => {
    const folder = workspace();
    const { code, said } = await review(folder, async (at) => {
      await at.when('怎么办', 'a');
      await at.when('理由', '常用', keys.enter);
      await at.when('怎么办');
      expect(decided(folder)).toMatch(/status: draft[\s\S]*did: accept, why: 常用, seen: \{messages: /);
      at.input.write('q');
    });
    expect(code).toBe(0);
    expect(said).toContain('3 条，1 天，3 人');
    expect(said).toMatch(/灯塔\/2021-03-04#\d/);
    expect(said).toContain('收录 1');
  });

  it('goes on where it was left: what was decided is not asked again, what was put off comes last', async () => {
    const folder = workspace();
    const asked = ({ said }: { said: string }) =>
      [...said.matchAll(/第 \d+ 个，共 \d+ 个 {2}(\S+)/g)].map((m) => m[1]);
    const first = await review(folder, async (at) => {
      await at.when('怎么办', 'l');
      await at.when('怎么办', 'r');
      await at.when('理由', keys.enter);
      await at.when('怎么办', 'q');
    });
    const [putOff, rejected, next] = asked(first);
    const again = await review(folder, async (at) => {
      await at.when('怎么办', 'l');
      await at.when('怎么办', 'q');
    });
    expect(asked(again)).toEqual([next, putOff]);
    expect(next).not.toBe(rejected);
    expect(again.said).toContain('说过再看');
  });

  it('Enter decides nothing and ends nothing', async () => {
    const folder = workspace();
    const { said } = await review(folder, async (at) => {
      await at.when('怎么办', keys.enter);
      await at.when('回车不算', 'l');
      await at.when('怎么办', 'q');
    });
    expect(decided(folder)).toContain('did: later');
    expect(said).toContain('再看 1');
  });

  it('a candidate is put right before it is accepted', async () => {
    const folder = workspace();
    await review(folder, async (at) => {
      await at.when('怎么办', 'e');
      await at.when('规范写法', '业务', keys.enter);
      await at.when('类别', keys.down, keys.enter);
      await at.when('英文', 'ledger', keys.enter);
      await at.when('释义', '一家钱包的账。', keys.enter);
      await at.when('出处', keys.enter);
      await at.when('理由', keys.enter);
      await at.when('怎么办', 'q');
    });
    expect(decided(folder)).toMatch(
      /term: (\S+)业务\n {2}aliases: \[\1\]\n {2}class: tech\n {2}english: ledger/,
    );
    expect(decided(folder)).toContain('definition: 一家钱包的账。');
    expect(decided(folder)).not.toContain('source');
  });

  it('a candidate joins an entry that is found by typing some of it', async () => {
    const folder = workspace();
    await review(folder, async (at) => {
      await at.when('怎么办', 'm');
      await at.when('并入哪个词条', '代', '扣', keys.enter);
      await at.when('理由', keys.enter);
      await at.when('怎么办', 'q');
    });
    expect(decided(folder)).toMatch(/term: 代扣\n {2}aliases: \[.*(?:账簿|入金|出金).*\]/);
  });

  it('what was put off and joins an entry does not wait any more, and taking that back restores every file', async () => {
    const folder = workspace();
    await review(folder, async (at) => {
      await at.when('怎么办', 'l');
      await at.when('怎么办', 'l');
      await at.when('怎么办', 'l');
      await at.when('怎么办', 'q');
    });
    const before = decided(folder);
    const waiting = () => decided(folder).match(/^ *status: candidate$/gm)?.length;
    const all = waiting()!;
    await review(folder, async (at) => {
      await at.when('怎么办', 'm');
      await at.when('并入哪个词条', '代', '扣', keys.enter);
      await at.when('理由', keys.enter);
      await at.when('怎么办');
      expect(waiting()).toBe(all - 1);
      at.input.write('u');
      await at.when('恢复原样');
      expect(decided(folder)).toBe(before);
      await at.when('怎么办', 'q');
    });
  });

  it('backing out of a question decides nothing and asks again', async () => {
    const folder = workspace();
    const { said } = await review(folder, async (at) => {
      await at.when('怎么办', 'r');
      await at.when('理由', keys.escape);
      await at.when('回到这个词');
      await at.when('怎么办', 'q');
    });
    expect(said).toContain('没有做决定');
    expect(existsSync(join(folder, 'glossary/decided.yaml'))).toBe(false);
  });

  it('the last decision is taken back, and the files are as they were before it, to the byte', async () => {
    const folder = workspace();
    const { said } = await review(folder, async (at) => {
      await at.when('怎么办', 'r');
      await at.when('理由', keys.enter);
      await at.when('怎么办');
      const before = decided(folder);
      at.input.write('l');
      await at.when('第 3 个');
      await at.when('怎么办');
      expect(decided(folder)).not.toBe(before);
      at.input.write('u');
      await at.when('恢复原样');
      expect(decided(folder)).toBe(before);
      await at.when('怎么办', 'u');
      await at.when('恢复原样');
      expect(existsSync(join(folder, 'glossary/decided.yaml'))).toBe(false);
      await at.when('怎么办', 'q');
    });
    expect([...said.matchAll(/第 (\d+) 个/g)].map((m) => m[1])).toEqual(['1', '2', '3', '2', '1']);
    expect(said).not.toContain('拒绝 1');
  });

  it('a file that somebody changed meanwhile is left alone', async () => {
    const folder = workspace();
    const path = join(folder, 'glossary/decided.yaml');
    await review(folder, async (at) => {
      await at.when('怎么办', 'l');
      await at.when('第 2 个');
      await at.when('怎么办');
      appendFileSync(path, '# 别人写的\n');
      at.input.write('u');
      await at.when('被别人改过');
      await at.when('怎么办', 'q');
    });
    expect(decided(folder)).toMatch(/did: later[\s\S]*# 别人写的/);
  });

  it('where nobody sits at a terminal it says what to do instead', async () => {
    const { code, err } = await huati(workspace(), ['glossary', 'review', ...rs]);
    expect([code, err]).toEqual([2, expect.stringContaining('huati glossary candidates --out')]);
  });
});
