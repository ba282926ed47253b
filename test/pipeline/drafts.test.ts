import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DraftOptions, writeDraft } from '../../src/pipeline/index.js';
import { recordOf, said, shortEvening, talkOf } from '../records/talk-day.js';
import { filesIn, folderWith } from './folder.js';

const options = (out: string): DraftOptions => ({ out, lang: 'zh', edition: 'inner', consent: '未问' });
const write = (out: string, record = recordOf(shortEvening())) => writeDraft(record, options(out), new Set());
const stem = 'records/2024-03-01-灯塔支付';

describe('writeDraft', () => {
  it('writes the post, its page and the note of what was drafted', () => {
    const out = folderWith({});
    expect(write(out).outcome).toBe('written');
    expect(filesIn(out).sort()).toEqual([`${stem}.html`, `${stem}.huati.json`, `${stem}.md`]);
  });

  it('a second run writes nothing anew, and the same bytes stand', () => {
    const out = folderWith({});
    write(out);
    const before = filesIn(out).map((file) => readFileSync(join(out, file), 'utf8'));
    expect(write(out).outcome).toBe('unchanged');
    expect(filesIn(out).map((file) => readFileSync(join(out, file), 'utf8'))).toEqual(before);
  });

  it('an accepted change is made on the next run; one to be decided on is counted', () => {
    const out = folderWith({});
    const record = talkOf(said('每天对帐', '灯灯亮了的的'));
    expect(write(out, record)).toMatchObject({ open: 2, outcome: 'written' });
    const fixes = join(out, `${stem}.fixes.yaml`);
    writeFileSync(fixes, readFileSync(fixes, 'utf8').replace('accept:', 'accept: yes # 改'));
    expect(write(out, record)).toMatchObject({ open: 1, outcome: 'written' });
    expect(readFileSync(join(out, `${stem}.md`), 'utf8')).toContain('每天对账');
    expect(readFileSync(fixes, 'utf8')).toContain('# 改');
  });

  it.each([
    ['好', 1],
    ['否', 1],
    ['yes', 1],
  ])('a decision may be written as %s', (word, open) => {
    const out = folderWith({});
    const record = talkOf(said('每天对帐', '灯灯亮了的的'));
    write(out, record);
    const fixes = join(out, `${stem}.fixes.yaml`);
    writeFileSync(fixes, readFileSync(fixes, 'utf8').replace('accept:', `accept: ${word}`));
    expect(write(out, record)).toMatchObject({ open, problems: [] });
  });

  it('a decision that is none says what may be written, with its line', () => {
    const out = folderWith({});
    const record = talkOf(said('每天对帐'));
    write(out, record);
    const fixes = join(out, `${stem}.fixes.yaml`);
    writeFileSync(fixes, readFileSync(fixes, 'utf8').replace('accept:', 'accept: 再说'));
    expect(write(out, record).problems).toEqual([
      expect.objectContaining({ line: 7, reason: expect.stringContaining('是') }),
    ]);
  });

  it('an edited draft keeps every byte, and the accepted changes are left to the editor', () => {
    const out = folderWith({});
    const record = talkOf(said('每天对帐'));
    write(out, record);
    const [draft, fixes] = [join(out, `${stem}.md`), join(out, `${stem}.fixes.yaml`)];
    writeFileSync(draft, `${readFileSync(draft, 'utf8')}\n编者：已核。`);
    const edited = readFileSync(draft);
    writeFileSync(fixes, readFileSync(fixes, 'utf8').replace('accept:', 'accept: yes'));
    expect(write(out, record)).toMatchObject({ outcome: 'kept', byHand: 1 });
    expect(readFileSync(draft).equals(edited)).toBe(true);
    expect(readFileSync(join(out, `${stem}.html`), 'utf8')).toContain(`${basename(draft)} 有人编辑过`);
  });

  it('to an edited draft what is found later is appended', () => {
    const out = folderWith({});
    write(out, talkOf(said('先灌油')));
    const draft = join(out, `${stem}.md`);
    writeFileSync(draft, readFileSync(draft, 'utf8').replace('先灌油', '首先灌油'));
    expect(write(out, talkOf(said('先灌油', '再拨芯'))).outcome).toBe('appended');
    const text = readFileSync(draft, 'utf8');
    expect(text).toContain('首先灌油');
    expect(text.split('<!-- huati: 新增 -->')[1]).toContain('再拨芯');
    expect(write(out, talkOf(said('先灌油', '再拨芯'))).outcome).toBe('kept');
  });

  it('a run that ended between note and draft is taken up by the next', () => {
    const out = folderWith({});
    write(out, talkOf(said('先灌油')));
    const draft = join(out, `${stem}.md`);
    const old = readFileSync(draft);
    write(out, talkOf(said('先灌油', '再拨芯')));
    // the note was written, the draft was not
    writeFileSync(draft, old);
    expect(write(out, talkOf(said('先灌油', '再拨芯'))).outcome).toBe('written');
    rmSync(draft);
    expect(write(out, talkOf(said('先灌油', '再拨芯'))).outcome).toBe('written');
  });

  it('a draft without its note is taken for edited', () => {
    const out = folderWith({});
    write(out, talkOf(said('先灌油')));
    rmSync(join(out, `${stem}.huati.json`));
    expect(write(out, talkOf(said('先灌油', '再拨芯'))).outcome).toBe('appended');
  });

  it('a file that is no draft, or not UTF-8, is left alone and nothing is written beside it', () => {
    for (const [bytes, outcome] of [
      ['# 我的笔记', 'foreign'],
      [Buffer.from([0xb5, 0xc6]), 'encoding'],
    ] as const) {
      const out = folderWith({ [`${stem}.md`]: '' });
      writeFileSync(join(out, `${stem}.md`), bytes);
      expect(write(out).outcome).toBe(outcome);
      expect(filesIn(out)).toEqual([`${stem}.md`]);
    }
  });

  it('a page that somebody changed is left alone', () => {
    const out = folderWith({});
    write(out);
    const page = join(out, `${stem}.html`);
    writeFileSync(page, '改过');
    expect(write(out).pageKept).toBe(true);
    expect(readFileSync(page, 'utf8')).toBe('改过');
  });

  it('two guests of a day have a draft each, whichever is found first', () => {
    const out = folderWith({});
    const other = { ...recordOf(shortEvening()), guest: '海鸥' };
    write(out);
    const taken = new Set<string>();
    expect(writeDraft(other, options(out), taken).markdown).toMatch(/-2\.md$/);
    expect(writeDraft(recordOf(shortEvening()), options(out), taken)).toMatchObject({ outcome: 'unchanged' });
  });

  it("a line leads into the day's page where there is one", () => {
    const out = folderWith({ '灯塔支付/2024-03-01.html': '' });
    write(out);
    const page = readFileSync(join(out, `${stem}.html`), 'utf8');
    expect(page).toContain(`href="../${encodeURIComponent('灯塔支付')}/2024-03-01.html#m4"`);
    const alone = folderWith({});
    write(alone);
    expect(readFileSync(join(alone, `${stem}.html`), 'utf8')).not.toContain('.html#m');
  });

  it('decisions that are no YAML stop the run before anything is written', () => {
    const out = folderWith({ [`${stem}.fixes.yaml`]: '- { kind: ' });
    expect(() => write(out)).toThrow(/fixes\.yaml:1/);
    expect(existsSync(join(out, `${stem}.md`))).toBe(false);
  });
});
