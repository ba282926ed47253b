import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/pipeline/index.js';

const entry = (number: string, more = '') =>
  `- number: ${number}\n  title: 灯油管理办法\n  issuer: 渡口\n  date: 2021-03-04\n${more}`;

describe('readDocuments', () => {
  it('readDocuments reads the shipped table without a problem', () => {
    const { documents, problems } = readDocuments(
      'documents.yaml',
      readFileSync('dictionaries/documents.yaml', 'utf8'),
    );
    expect(problems).toEqual([]);
    expect(documents.length).toBeGreaterThan(10);
  });

  it('readDocuments names file and line of what is wrong', () => {
    const { problems } = readDocuments('d.yaml', entry('渡发〔2021〕1号') + entry('渡发2021'));
    expect(problems).toEqual([expect.objectContaining({ path: 'd.yaml', line: 5 })]);
    expect(problems[0]!.reason).toContain('银发〔2017〕1号');
  });

  it('readDocuments does not let one short form stand for two documents', () => {
    const text =
      entry('渡发〔2021〕1号', '  forms: [1号文]\n') + entry('渡发〔2022〕1号', '  forms: [1号文]\n');
    const { documents, problems } = readDocuments('d.yaml', text);
    expect(documents).toEqual([]);
    expect(problems[0]!.reason).toContain('1号文');
  });

  it('readDocuments tells of a file that is no YAML', () => {
    expect(readDocuments('d.yaml', '- number: [').problems).toHaveLength(1);
  });
});
