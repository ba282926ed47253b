import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  findWorkspace,
  InvalidPipeline,
  readWorkspace,
  workspaceFile,
  workspaceTemplate,
} from '../../src/pipeline/index.js';
import { folderWith } from './folder.js';

const read = (text: string) => {
  const folder = folderWith({ [workspaceFile]: text });
  return { folder, workspace: () => readWorkspace(folder, '/elsewhere') };
};

function problems(text: string): string[] {
  const { folder, workspace } = read(text);
  try {
    workspace();
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidPipeline);
    for (const { path } of (error as InvalidPipeline).problems)
      expect(path).toBe(join(folder, workspaceFile));
    return (error as InvalidPipeline).problems.map((p) => `${p.line}: ${p.reason}`);
  }
}

describe('findWorkspace', () => {
  it('findWorkspace finds the folder with huati.yaml from a folder below it', () => {
    const folder = folderWith({ [workspaceFile]: '', 'logs/灯塔/_posts/a.md': '' });
    expect(findWorkspace(join(folder, 'logs', '灯塔', '_posts'))).toBe(folder);
    expect(findWorkspace(folder)).toBe(folder);
  });

  it('findWorkspace finds the nearest of two', () => {
    const folder = folderWith({ [workspaceFile]: '', [`in/${workspaceFile}`]: '' });
    expect(findWorkspace(join(folder, 'in'))).toBe(join(folder, 'in'));
  });

  it('findWorkspace finds none where there is none', () => {
    const folder = folderWith();
    mkdirSync(join(folder, 'deep'));
    expect(findWorkspace(join(folder, 'deep'))).toBeNull();
  });
});

describe('readWorkspace', () => {
  it('readWorkspace gives the defaults where there is none', () => {
    expect(readWorkspace(null, '/harbour')).toEqual({
      folder: '/harbour',
      sources: [],
      owner: [],
      dictionaries: [],
      corrections: resolve('/harbour', 'corrections'),
      output: resolve('/harbour', 'out'),
      consent: resolve('/harbour', 'consent.yaml'),
      pseudonyms: resolve('/harbour', '.huati/pseudonyms.json'),
      topics: resolve('/harbour', '.huati/topics.json'),
      corpus: resolve('/harbour', '.huati/corpus'),
      cache: resolve('/harbour', '.huati/cache'),
    });
  });

  it.each(['', '# nothing yet\n', '{}'])(
    'readWorkspace gives the defaults where huati.yaml says %j',
    (text) => {
      const { folder, workspace } = read(text);
      expect(workspace()).toMatchObject({ folder, sources: [], output: join(folder, 'out') });
    },
  );

  it('readWorkspace reads what huati.yaml says, its paths from its own folder', () => {
    const { folder, workspace } = read(
      'sources: [logs, ../more]\nowner: [阿橙]\ndictionaries: [mine.yaml]\noutput: reports\ncache: /var/tide\n',
    );
    expect(workspace()).toEqual({
      folder,
      sources: [join(folder, 'logs'), resolve(folder, '../more')],
      owner: ['阿橙'],
      dictionaries: [join(folder, 'mine.yaml')],
      corrections: join(folder, 'corrections'),
      output: join(folder, 'reports'),
      consent: join(folder, 'consent.yaml'),
      pseudonyms: join(folder, '.huati', 'pseudonyms.json'),
      topics: join(folder, '.huati', 'topics.json'),
      corpus: join(folder, '.huati', 'corpus'),
      cache: resolve('/var/tide'),
    });
  });

  it('readWorkspace reads what huati init writes', () => {
    const { folder, workspace } = read(workspaceTemplate);
    expect(workspace()).toEqual({
      folder,
      sources: [join(folder, 'logs')],
      owner: [],
      dictionaries: [join(folder, 'glossary')],
      corrections: join(folder, 'corrections'),
      output: join(folder, 'out'),
      consent: join(folder, 'consent.yaml'),
      pseudonyms: join(folder, '.huati', 'pseudonyms.json'),
      topics: join(folder, '.huati', 'topics.json'),
      corpus: join(folder, '.huati', 'corpus'),
      cache: join(folder, '.huati', 'cache'),
    });
  });

  it.each<[string, string, RegExp]>([
    [
      'an unknown key',
      'output: out\n# 船\nsorces: [logs]\n',
      /^3: .*unknown key sorces; expected sources, group, owner/,
    ],
    ['a value of the wrong kind', 'output: out\nsources: logs\n', /^2: sources: .*expected array/],
    [
      'a part of a list of the wrong kind',
      'sources:\n  - logs\n  - 7\n',
      /^3: sources\.1: .*expected string/,
    ],
    ['YAML that is none', 'output: out\nsources: [logs\n', /^\d: /],
    ['an alias that leads nowhere', 'output: *tide\n', /^1: .*alias/i],
    ['a list', '- logs\n', /^1: .*expected object/],
  ])('readWorkspace refuses %s, with its line', (_, text, expected) => {
    expect(problems(text)[0]).toMatch(expected);
  });
});
