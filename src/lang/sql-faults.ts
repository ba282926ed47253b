/** What DuckDB says of a query, and how a Chinese reader is told; `near` is what it thinks was meant. */
const tellings: readonly (readonly [said: RegExp, zh: (...gaps: (string | undefined)[]) => string])[] = [
  [/^Parser Error: syntax error at or near "(.+?)"/, (word) => `“${word}”这里语法不对`],
  [/^Parser Error: syntax error at end of input/, () => '语句没有写完'],
  [/^Catalog Error: Table with name (\S+) does not exist!/, (name) => `没有 ${name} 这张表`],
  [/^Catalog Error: .*Function with name (\S+) does not exist!/, (name) => `没有 ${name} 这个函数`],
  [/^Binder Error: Referenced column "(.+?)" not found/, (name) => `没有 ${name} 这一列`],
  [
    /^Binder Error: column "(.+?)" must appear in the GROUP BY clause/,
    (name) => `${name} 要写进 GROUP BY，或用 any_value()、count() 之类汇总`,
  ],
  [
    /^Binder Error: No function matches the given name and argument types '(.+?)'/,
    (call) => `${call}：没有收这些类型的函数，先用 ::类型 转换`,
  ],
  [
    /^Conversion Error: Could not convert string '(.*?)' to (\S+)/s,
    (text, type) => `“${text}”转不成 ${type}；转不成的要留空就用 TRY_CAST`,
  ],
];
const near = /\n(?:Did you mean|Candidate bindings:) (.+)/;
const line = /\nLINE \d+:.*$/s;

/** What is wrong with a query, in Chinese where it is known, with the line of the query and the place in it. */
export function sqlFaultZh(said: string): string {
  for (const [pattern, tell] of tellings) {
    const found = pattern.exec(said);
    if (!found) continue;
    const meant = near.exec(said)?.[1]?.replace(/["?]/g, '').replaceAll(', ', '、');
    return `${tell(...found.slice(1))}${meant ? `；相近的有：${meant}` : ''}${line.exec(said)?.[0] ?? ''}`;
  }
  return said;
}
