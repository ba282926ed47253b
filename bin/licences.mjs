// The licences of the packages whose code a bundle holds: most ask to be kept with it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packageOf = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;
const isLicence = (entry) => entry.isFile() && /^(?:licen[cs]e|copying|notice)/i.test(entry.name);

/** The folders of the packages that modules come from, sorted. */
function packageFolders(modules) {
  const folders = modules.flatMap((module) => packageOf.exec(module)?.[1] ?? []);
  return [...new Set(folders)].filter((folder) => existsSync(join(folder, 'package.json'))).sort();
}

/**
 * Name, version and licence of every package that some modules come from, with the text of its licence files; a package
 * that has none is named with the licence that it declares.
 * @param modules paths of the bundled modules
 */
export function licencesOf(modules) {
  const parts = packageFolders(modules).map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder, { withFileTypes: true })
      .filter(isLicence)
      .map((entry) => entry.name)
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return [`${name} ${version}: ${license?.type ?? license ?? 'no licence declared'}`, ...texts].join(
      '\n\n',
    );
  });
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
