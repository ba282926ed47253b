import fc from 'fast-check';
import matter from 'gray-matter';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/lang/index.js';
import { citedIn, offeredBy, recordMarkdown } from '../../src/records/index.js';
import { asked } from '../corpus/days.js';
import { recordOf, said, shortEvening, talkOf } from './talk-day.js';

const zh = words('zh');
const markdown = (...args: Parameters<typeof talkOf>) => recordMarkdown(talkOf(...args), 'public', zh);
const body = (...args: Parameters<typeof talkOf>) => matter(markdown(...args)).content;

describe('recordMarkdown', () => {
  it('a record is a post: front matter, the talk, the questions, the discussion', () => {
    expect(recordMarkdown(recordOf(shortEvening()), 'public', zh)).toBe(`---
layout: post
title: 20240301-灯塔怎么点亮
date: "2024-03-01 08:00:00"
author: 灯塔支付
tag: [publish]
guest: 灯塔客
host: 远山
---

## 一、主题分享

大家好，今晚说说灯塔怎么点亮。先把油灌满，再把芯子拨正。 <!-- 灯塔支付/2024-03-01#1-2 -->

## 二、Q&A

**Q：油要灌多少？** <!-- 灯塔支付/2024-03-01#3 -->

A：八成就够 <!-- 灯塔支付/2024-03-01#4 -->

A1：我们那边灌九成 <!-- 灯塔支付/2024-03-01#5 -->

S：冬天再添一点 <!-- 灯塔支付/2024-03-01#6 -->

## 三、自由讨论

S1：今年的雾真大啊 <!-- 灯塔支付/2024-03-01#7 -->
`);
  });

  it('the record of a discussion has no guest: who leads it is one of those who answer', () => {
    const day = shortEvening();
    const talk = {
      ...day.talks[0]!,
      kind: 'discussion' as const,
      passages: [],
      qa: [],
      discussion: [3, 4, 5, 7],
    };
    const draft = recordMarkdown(
      recordOf({ ...day, talks: [talk], qa: [{ ...asked(3), answers: [4, 5] }] }),
      'public',
      zh,
    );
    expect(matter(draft).data.guest).toBeUndefined();
    expect(draft).not.toContain('主题分享');
    expect(draft).toContain('A1：八成就够');
    expect(draft).toContain('A2：我们那边灌九成');
    expect(draft).toContain('date: "2024-03-01 08:02:00"');
  });

  it('a draft for the group alone is hidden from the site', () => {
    const { data } = matter(recordMarkdown(recordOf(shortEvening()), 'inner', zh));
    expect(data.tag).toEqual(['hidden']);
  });

  it('every message of the record is named in a comment', () => {
    const record = recordOf(shortEvening());
    expect([...citedIn(recordMarkdown(record, 'public', zh))].sort()).toEqual(offeredBy(record).sort());
  });

  it('front matter holds any title and name, on one line', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '"',
        "'",
        ':',
        '-',
        '\n',
        '#',
        '{',
        '}',
        '&',
        '*',
        '!',
        '油',
        ' ',
        '%',
        '@',
        '|',
        '>',
        '1',
      ),
    });
    fc.assert(
      fc.property(hostile, hostile, (title, host) => {
        const record = { ...talkOf(said('油')), title, host };
        const { data } = matter(recordMarkdown(record, 'public', zh));
        const line = (text: string) => text.replace(/\s+/g, ' ').trim();
        expect(data).toMatchObject({ title: line(`20240301-${title}`), host: line(host), guest: '灯塔客' });
      }),
    );
  });

  it('a message can bring in no HTML, no template, no link and no comment', () => {
    const text = body(
      said('<script>x</script> {% include a %} {{ site }} [a](javascript:b) <!-- c --> `d` ![e](f)'),
    );
    expect(text).not.toMatch(/<(?!!-- 灯塔支付)/);
    expect(text).not.toMatch(/[{}]/);
    expect(text).not.toMatch(/(?<!\\)[[`]/);
  });

  it('a message can begin no heading, list, quotation or rule', () => {
    for (const text of [
      '# 油',
      '- 油',
      '+ 油',
      '> 油',
      '1. 油',
      '--- 油',
      '=== 油',
      '~~~ 油',
      ': 油',
      '| 油 |',
    ])
      expect(body(said(text)).split('\n\n')[1]).toMatch(/^(?:\\|&gt;|1\\|油|\d\\)/);
  });

  it('a link keeps a plain web address and nothing else', () => {
    const linked = (url: string) =>
      body([
        {
          speaker: '灯塔客',
          text: '灯油价',
          attachments: [{ kind: 'link', title: '灯油价', url, start: 0, end: 3 }],
        },
      ]);
    expect(linked('https://a.example/x_(1)?q=油')).toContain(
      '[灯油价](https://a.example/x_%281%29?q=%E6%B2%B9)',
    );
    expect(linked('javascript:alert(1)')).toContain('〔链接 灯油价〕');
  });
});

describe('citedIn', () => {
  it('citedIn(markdown) reads ranges and several days, and no other comment', () => {
    const text = '<!-- 灯塔/2024-03-01#1-3 #7 灯塔/2024-03-02#2 --> <!-- 自己的话 #9 -->';
    expect([...citedIn(text)]).toEqual([
      '2024-03-01#1',
      '2024-03-01#2',
      '2024-03-01#3',
      '2024-03-01#7',
      '2024-03-02#2',
    ]);
  });

  it('citedIn(markdown) is not filled by a number that somebody mistyped', () => {
    expect(citedIn('<!-- a/b#1-99999999999 -->').size).toBeLessThanOrEqual(100_000);
  });
});
