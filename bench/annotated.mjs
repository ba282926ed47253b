// The annotated days that are learned from: those of ../shared/gold, and those of bench/annotations, made by the same guide.
// Of the latter there are numbers, kinds, domains and terms alone: a day `<group>-<date>` has links (n, parent, kind),
// threads (root, domain), terms (canonical, forms, class), qa (question, answers) and defs (term, messages).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const shared = join(root, '..', 'shared');
export const source = join(shared, 'corpus', 'source');
const links = '.links.tsv';
/** Folders of annotations: the first is what is scored, both are learned from. */
export const folders = [join(shared, 'gold'), join(root, 'bench', 'annotations')].filter((folder) =>
  existsSync(folder),
);

const namesIn = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(links))
    .map((file) => file.slice(0, -links.length))
    .sort();

/** Days are left out of training in so many parts, by turns; each part has its share of both folders. */
export const folds = 5;

/** Every annotated day, `{ name, folder, path of its log, fold }`. */
export const annotatedLogs = folders.flatMap((folder) =>
  namesIn(folder).map((name, k) => {
    const [, group, date] = /^(.*?)-(\d{4}-\d\d-\d\d)$/.exec(name);
    const path = join(source, group, '_posts', `${date}-chat.markdown`);
    return { name, folder, path, fold: k % folds };
  }),
);

/** The rows of one annotation of a day: `links`, `threads`, `terms`, `qa` or `defs`. */
export const table = ({ folder, name }, what) =>
  readFileSync(join(folder, `${name}.${what}.tsv`), 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => line.split('\t'));
