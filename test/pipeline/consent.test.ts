import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTalks, consentOf, readConsents } from '../../src/pipeline/index.js';
import { folderWith } from './folder.js';

const at = (guest: string, talk = '灯塔/2024-03-01') => ({ talk, guest, title: '灯塔怎么点亮' });
const written = `# 群规：先问再发
- talk: 灯塔/2024-03-01 # 问过了
  guest: 灯塔客
  consent: 可公开

- { talk: 灯塔/2024-03-02, consent: 不可 }
`;
const fileOf = (text?: string) =>
  join(folderWith(text === undefined ? {} : { 'consent.yaml': text }), 'consent.yaml');

describe('the consent file', () => {
  it('says of a talk and its guest what may become of it; an entry without a guest speaks of the whole day', () => {
    const file = readConsents(fileOf(written));
    expect(consentOf(file, at('灯塔客'))).toBe('open');
    expect(consentOf(file, at('阿橙'))).toBe('unasked');
    expect(consentOf(file, at('阿橙', '灯塔/2024-03-02'))).toBe('refused');
  });

  it('of several entries the strictest holds', () => {
    const file = readConsents(fileOf(`${written}- { talk: 灯塔/2024-03-01, consent: 仅群内 }\n`));
    expect(consentOf(file, at('灯塔客'))).toBe('group');
  });

  it('a talk that it says nothing of is added as not asked, and what people wrote stays, comments too', () => {
    const path = fileOf(written);
    expect(addTalks(readConsents(path), [at('灯塔客'), at('阿橙'), at('阿橙')], 'zh')).toBe(1);
    const text = readFileSync(path, 'utf8');
    for (const line of written.split('\n')) expect(text).toContain(line);
    expect(text).toContain('guest: 阿橙');
    expect(addTalks(readConsents(path), [at('灯塔客'), at('阿橙')], 'zh')).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('of two runs at once each talk is added by one', () => {
    const file = readConsents(fileOf(written));
    expect([addTalks(file, [at('阿橙')], 'zh'), addTalks(file, [at('阿橙')], 'zh')]).toEqual([1, 0]);
  });

  it('a new one says at its top how it is filled in', () => {
    const path = fileOf();
    addTalks(readConsents(path), [at('灯塔客')], 'en');
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^# Consent to publish/);
    expect(text).toContain(
      '\n- talk: 灯塔/2024-03-01\n  guest: 灯塔客\n  title: 灯塔怎么点亮\n  consent: unasked\n',
    );
    expect(readConsents(path).problems).toEqual([]);
  });

  it('a consent that is none is a problem with its line, counts as not asked, and is not added again', () => {
    const path = fileOf(`${written}- talk: 灯塔/2024-03-03\n  consent: 公开\n- nonsense: 1\n`);
    const file = readConsents(path);
    expect(file.problems.map((p) => p.line).sort()).toEqual([8, 9, 9, 9]);
    expect(consentOf(file, at('阿橙', '灯塔/2024-03-03'))).toBe('unasked');
    expect(addTalks(file, [at('阿橙', '灯塔/2024-03-03')], 'zh')).toBe(0);
  });

  it('a malformed entry agrees to nothing on its day, and keeps what it refuses', () => {
    const strange = (text: string) => readConsents(fileOf(`${written}${text}\n`));
    const open = at('灯塔客');
    for (const text of [
      '{ talk: 灯塔/2024-03-01, guest: 灯塔客, consent: 可公开, note: 微信上说的 }',
      '{ talk: 灯塔/2024-03-01 }',
    ])
      expect(consentOf(strange(`- ${text}`), open)).toBe('unasked');
    expect(consentOf(strange('- { talk: 灯塔/2024-03-01, consent: 不可, note: 他改主意了 }'), open)).toBe(
      'refused',
    );
    expect(consentOf(strange('- { talk: 灯塔/2024-03-09, note: 晚点问 }'), open)).toBe('open');
  });

  it('one that does not tell its talk may refuse any: none counts as agreed', () => {
    for (const text of ['- { tallk: 灯塔/2024-03-01, consent: 不可 }', '- 灯塔客说不行', '-'])
      expect(consentOf(readConsents(fileOf(`${written}${text}\n`)), at('灯塔客'))).toBe('unasked');
  });

  it.each(['灯塔/2024-3-1', '灯塔/2024-03-', '灯塔/2024-02-30', '2024-03-01', '灯塔/'])(
    'a talk written as %s tells no day: it is told with its line, and none counts as agreed',
    (talk) => {
      const file = readConsents(fileOf(`${written}- { talk: ${talk}, consent: 不可 }\n`));
      expect(file.problems).toMatchObject([{ line: 7, reason: expect.stringContaining('YYYY-MM-DD') }]);
      expect(consentOf(file, at('灯塔客'))).toBe('unasked');
    },
  );

  it('a talk of a log without a date, or of a second one of its date, is named as the log is', () => {
    for (const talk of ['灯塔/notes', '灯塔/2024-02-30-chat', '灯塔/2024-03-01_2']) {
      const file = readConsents(fileOf(`- { talk: ${talk}, consent: 可公开 }\n`));
      expect(file.problems).toEqual([]);
      expect(consentOf(file, at('灯塔客', talk))).toBe('open');
    }
  });

  it('one that is no YAML or no list is refused, so that nothing is written into it', () => {
    for (const text of ['- { talk: ', 'talk: 灯塔\n'])
      expect(() => readConsents(fileOf(text))).toThrow(/consent\.yaml:1/);
  });
});
