import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { compareWords, readSide } from '../../src/compare/index.js';
import { compareCode } from '../../src/site/index.js';
import { dayOf, ordinaryDay } from '../compare/days.js';

it('the browser counts as the program does', () => {
  const modules = ['compare/sides', 'corpus/keyness', 'compare/log-odds', 'compare/words'].map((name) => {
    const source = readFileSync(`src/${name}.ts`, 'utf8');
    const options = {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    };
    return ts.transpileModule(source, { compilerOptions: options }).outputText;
  });
  const d3 = 'node_modules/d3-array/dist/d3-array.min.js';
  const window: { huatiCompare?: { compareWords: typeof compareWords; readSide: typeof readSide } } = {};
  const page = vm.createContext({ window });
  vm.runInContext(readFileSync(d3, 'utf8'), page);
  vm.runInContext(compareCode(modules), page);
  const [a, b] = [[dayOf('2021-03-04', ordinaryDay(1))], [dayOf('2021-03-05', ordinaryDay(2))]];
  const inPage = JSON.parse(JSON.stringify(window.huatiCompare!.compareWords(a, b)));
  expect(inPage).toEqual(JSON.parse(JSON.stringify(compareWords(a, b))));
  expect(JSON.stringify(window.huatiCompare!.readSide('灯塔/2018-W27'))).toBe(
    JSON.stringify(readSide('灯塔/2018-W27')),
  );
});
