import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DayAnalysis } from '../../src/analysis/index.js';
import { htmlPage } from '../../src/report/html.js';
import { bare, pageOf, textOf } from './sample-page.js';
import { lighthouseDay, sampleAnalysis, sampleReport } from './sample-report.js';

describe('htmlPage', () => {
  const day = pageOf(lighthouseDay());

  it('htmlPage gives every message an anchor, second copies and empty ones too', () => {
    const anchors = [...day.matchAll(/<li id="m(\d+)"/g)].map((found) => Number(found[1]));
    expect(anchors).toEqual(lighthouseDay().messages.map((m) => m.n));
  });

  it('htmlPage gives no two elements the same id', () => {
    const ids = [...day.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('htmlPage links to nothing within itself that is not there', () => {
    const ids = new Set([...day.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]));
    const targets = [...day.matchAll(/ href="#([^"]+)"/g)].map((found) => found[1]);
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  it('nothing stands in what opens and closes that leads elsewhere: a key or a tap does one thing there', () => {
    const signedIn = sampleAnalysis([
      { speaker: '阿舟', text: '签到', kind: 'signin' },
      { speaker: '老贾', text: '签到', kind: 'signin' },
    ]);
    for (const page of [day, pageOf(signedIn)])
      for (const [summary] of page.matchAll(/<summary>.*?<\/summary>/gs))
        expect(summary).not.toContain('<a ');
    expect(pageOf(signedIn)).toContain('<a href="#m1"');
  });

  it('htmlPage puts what must be done first and the log last', () => {
    const sections = [...day.matchAll(/<section id="(\w+)"/g)].map((found) => found[1]);
    expect(sections).toEqual([
      'todo',
      'summary',
      'talk1',
      'threads',
      'small',
      'unanswered',
      'terms',
      'helpers',
      'articles',
      'unseen',
      'people',
      'notes',
      'log',
    ]);
  });

  it('htmlPage shows both sides of a dispute once, under their question', () => {
    const thread = /<article.*?<\/article>/s.exec(day)![0];
    const sides = [...thread.matchAll(/<div class="side">.*?<\/div>/gs)].map((found) => textOf(found[0]));
    expect(sides.map((side) => /可以的|不行/.exec(side)?.[0])).toEqual(['可以的', '不行']);
    expect(thread.split('可以的')).toHaveLength(2);
  });

  it('htmlPage says of a statement who stands behind it', () => {
    expect(day).toMatch(/跑路了<\/span> <span class="by"><span class="badge rumour">转述，未核<\/span>/);
    expect(day).toMatch(/<span class="badge sourced">有出处<\/span><span class="name">小满<\/span>/);
  });

  it('htmlPage says of a definition without a source that it has none', () => {
    const terms = [...day.matchAll(/<details class="term".*?<\/details>/gs)].map((found) => textOf(found[0]));
    expect(terms.find((term) => term.includes('把一笔收款'))).toContain('无出处');
    expect(terms.find((term) => term.includes('替商户收下'))).toContain('灯塔标准 7 号');
  });

  it('htmlPage quotes no line of the log among its reading notes: a name may stand in it', () => {
    const notes: DayAnalysis['notes'] = [
      { level: 'warning', line: 9, rule: 'time-malformed', detail: '> 8:1:2 掌灯人' },
    ];
    const page = pageOf(lighthouseDay({ notes }));
    expect(page).toContain('第 9 行');
    expect(page).not.toContain('8:1:2');
  });

  it('htmlPage shows a chart for light and dark, and one drawn for a phone where there is one', () => {
    const drawn = { light: '<svg id="l"></svg>', dark: '<svg id="d"></svg>' };
    const chart = { name: 'activity', title: '消息', summary: '<早>上最多', ...drawn };
    const wide = pageOf(lighthouseDay(), { charts: [chart] });
    expect(wide).toContain(
      '<div class="any on-light"><svg id="l"></svg></div><div class="any on-dark"><svg id="d"></svg></div>',
    );
    expect(wide).toContain('消息: &lt;早&gt;上最多');
    const both = pageOf(lighthouseDay(), {
      charts: [{ ...chart, narrow: { light: '<svg/>', dark: '<svg/>' } }],
    });
    expect(both).toContain('<div class="wide on-light"><svg id="l">');
    expect(both).toContain('<div class="narrow on-dark"><svg/>');
  });

  it('htmlPage has a policy under which nothing but its own script runs', () => {
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(day)!;
    const scripts = [...day.matchAll(/<script>(.*?)<\/script>/gs)];
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256').update(scripts[0]![1]!).digest('base64');
    expect(policy!.replaceAll('&#39;', "'").split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", `script-src 'sha256-${hash}'`]),
    );
  });

  it('htmlPage has the same script and style every day', () => {
    const fixed = (page: string) => /<style>.*<\/script>/s.exec(page)![0];
    expect(fixed(pageOf(sampleAnalysis([{ speaker: '<', text: '</style>' }])))).toBe(fixed(day));
  });

  it('htmlPage of the same report has the same bytes', () => {
    expect(pageOf(lighthouseDay())).toBe(day);
  });

  it('htmlPage comes in pieces, none of which holds the whole log', () => {
    const pieces = [...htmlPage(sampleReport(lighthouseDay()), bare)];
    expect(Math.max(...pieces.map((piece) => piece.split('<li id="m').length - 1))).toBe(1);
  });

  it('htmlPage in English has English around the log, which stays as it is', () => {
    const page = pageOf(lighthouseDay(), {}, { lang: 'en' });
    expect(page).toContain('<html lang="en">');
    expect(page).toMatch(/<section id="log"[^>]* lang="zh-CN">/);
    const own = textOf(
      page.slice(page.indexOf('<nav'), page.indexOf('</nav>')).replace(/<ol><li>.*?<\/ol>|《.*?》/gs, ''),
    );
    expect(own).not.toMatch(/\p{Script=Han}/u);
  });

  it('htmlPage of a day without messages says so', () => {
    const page = pageOf(sampleAnalysis([]));
    expect(textOf(/<main.*<\/main>/s.exec(page)![0])).toContain('这一天没有消息。');
    expect(page).not.toContain('id="log"');
  });

  it('htmlPage of a day without messages tells why, where the reader noted it', () => {
    const notes: DayAnalysis['notes'] = [{ level: 'error', line: 1, rule: 'header-unclosed', detail: '' }];
    expect(pageOf(sampleAnalysis([], { notes }))).toContain('文件头没有结束的 ---');
  });
});
