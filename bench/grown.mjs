// Makes a corpus some times as large: each copy some years later, and with other people.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Leap years come round, so that every date has its like. */
const years = 4;
const later = (date, copy) => date.replace(/\d{4}/, (year) => String(Number(year) + years * copy));

/** A log as it might have been written some years later, by other people. */
function another(text, copy) {
  const names = [...new Set([...text.matchAll(/^> \d\d:\d\d:\d\d {2}(.+)$/gm)].map(([, name]) => name))];
  const longestFirst = names.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const renamed = longestFirst.reduce((so, name) => so.replaceAll(name, `${name}${copy}`), text);
  return renamed.replace(/^date:.*$/m, (line) => later(line, copy));
}

/** Writes logs below a folder, each as often as `times` says. */
export function grow(logs, times, folder) {
  for (const log of logs) {
    const text = readFileSync(log, 'utf8');
    const posts = join(folder, basename(dirname(dirname(log))), '_posts');
    mkdirSync(posts, { recursive: true });
    for (let copy = 0; copy < times; copy++)
      writeFileSync(join(posts, later(basename(log), copy)), copy ? another(text, copy) : text);
  }
}
