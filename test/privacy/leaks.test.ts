import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutputName, writeOutputs } from '../../src/pipeline/index.js';
import { publish } from '../../src/privacy/index.js';
import { fold } from '../../src/text/index.js';
import { contentsOf, folderWith } from '../pipeline/folder.js';
import { type Line, sampleAnalysis } from '../report/sample-report.js';
import { vocabulary } from './vocabulary.js';

const every: OutputName[] = ['html', 'markdown', 'brief', 'analysis', 'charts'];

/** Names that try to be something else: markup, patterns, emoji, damage, a term with a person behind it. */
const hostile = [
  '陈灯远-灯塔银行-产品',
  '^洛.*(灯)$',
  '<b>贾潮生</b>',
  '聚合支付_赵小舟',
  '鲸落🐳海',
  '潮?汐?守?夜',
  'Wharfinger & Sons',
  '老锚|渡口|运维',
  '__proto__',
  '](http://x.example)',
  '$&$1',
  '鳑鲏-  [',
];
/** What a page or a file may hold for reasons of its own. */
const markup = ['](http://x.example)', '$&$1'];
/** What of each must not be found anywhere. */
const secrets = [
  '陈灯远',
  '^洛.*(灯)$',
  '贾潮生',
  '赵小舟',
  '鲸落🐳海',
  '潮汐守夜',
  'Wharfinger',
  '老锚',
  '](http://x.example)',
];

const [guest] = hostile as [string];

/** A day in which every place that can hold a name holds one. */
function day(names: readonly string[], sentence: (name: string) => string) {
  const lines: Line[] = names.flatMap((name, i) => {
    const other = names[(i + 1) % names.length]!;
    const text = `@${other} ${sentence(name)}`;
    const mentions = [{ start: 0, end: other.length + 1, name: other, speaker: i % 2 ? other : null }];
    const url = `https://example.org/${encodeURIComponent(name)}?sign=1`;
    const link = { kind: 'link' as const, title: `${name}的主页`, url, start: text.length, end: text.length };
    return [{ speaker: name, text, mentions, attachments: [link] }];
  });
  const all = lines.map((_, i) => i + 1);
  const [first, second] = [names[0]!, names.at(-1)!];
  return sampleAnalysis(lines, {
    header: { author: first, lines: null },
    threads: [{ id: 1, title: `${first}说分账`, domain: 'payments', messages: all }],
    terms: [
      { term: '分账', surface: ['分账'], class: 'concept', known: true, messages: all },
      { term: first, surface: [first], class: 'concept', known: false, messages: all },
    ],
    definitions: [{ term: '分账', messages: [1], text: `${second}：分账就是分钱`, sure: true }],
    qa: [{ question: [1], answers: [2], follows: null, kind: 'question' }],
    talks: [
      {
        kind: 'talk',
        speaker: first,
        title: `${first}讲分账`,
        host: second,
        announcements: [],
        signins: [2],
        passages: [1],
        outline: [{ level: 1, text: `一、${second}的做法`, n: 1 }],
        images: [],
        links: [1],
        qa: [],
        discussion: [],
      },
    ],
    schedule: { n: 1, slots: [{ date: '2024-03-02', time: null, guest: second, topic: `${first}的分账` }] },
    announced: [
      {
        n: 1,
        date: '2024-03-02',
        time: '20:00',
        guest: second,
        topic: `${first}的分账`,
        state: 'planned',
        movedFrom: null,
      },
    ],
    notes: [{ level: 'warning', line: 1, rule: 'time-malformed', detail: `> 1:1 ${first}` }],
  });
}

/** Every byte that is written for a published day, names of files too, folded. */
async function written(names: readonly string[], sentence: (name: string) => string): Promise<string> {
  const folder = folderWith();
  const { analysis } = publish(day(names, sentence), { vocabulary, lang: 'zh' });
  await writeOutputs(analysis, { out: join(folder, 'out'), outputs: every, lang: 'zh', entries: [] });
  return fold(Object.entries(contentsOf(folder)).flat().join('\n'));
}

describe('published outputs', () => {
  it('no name of the roster stands in any byte of any file, however hostile it is', async () => {
    const all = await written(hostile, (name) => `分账的事问${name}，谢谢${name}老师。${name}：好`);
    for (const secret of [...secrets, ...hostile.filter((name) => !markup.includes(name))]) {
      if (secret === '__proto__') continue; // stands in the page's script, too
      expect(all.includes(fold(secret)), secret).toBe(false);
      expect(all.includes(encodeURIComponent(secret).toLowerCase()), secret).toBe(false);
    }
    expect(all).toContain('分账');
    expect(all).toContain('群友1');
  });

  it('the inner edition has them, so that the search would find them', async () => {
    const folder = folderWith();
    const inner = day(hostile, (name) => `分账的事问${name}`);
    await writeOutputs(inner, { out: folder, outputs: ['analysis'], lang: 'zh', entries: [] });
    const all = Object.values(contentsOf(folder)).join('\n');
    expect(all).toContain(guest);
    expect(all).toContain('贾潮生');
  });

  it('no generated name stands in any string of a published analysis, wherever the day has it', () => {
    const letters = fc.constantFrom(...'鳌鳎鲽鲳鲹龘Zz*+?([{\\^$|<>&"\'# -_😀');
    const core = fc.constantFrom('鲅鲎', '鲆魮', 'Qwyx', '鳑鲏');
    const name = fc
      .tuple(fc.string({ unit: letters, maxLength: 5 }), core)
      .map(([around, own]) => `${own}-${around}`);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 5 }), (names) => {
        const inner = day(names, (one) => `问过 ${one} 了`);
        const all = JSON.stringify(publish(inner, { vocabulary, lang: 'zh' }).analysis);
        for (const one of names) expect(all).not.toContain(JSON.stringify(one).slice(1, -1));
        for (const one of names) expect(all).not.toContain(one.split('-')[0]);
      }),
      { seed: 418, numRuns: 60 },
    );
  });
});
