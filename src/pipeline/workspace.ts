import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { readEdited } from './edited.js';
import { InvalidPipeline, issuesOf, keyed, parseYaml } from './yaml.js';

export const workspaceFile = 'huati.yaml';

/** What `huati.yaml` may say. Paths are relative to it. */
const workspaceSchema = keyed({
  sources: z
    .array(z.string())
    .default([])
    .describe('files, folders or globs that a command without paths reads'),
  group: z.string().min(1).optional().describe('name of the group, where folders do not give it'),
  owner: z.array(z.string()).default([]).describe('names under which others speak of 我'),
  dictionaries: z
    .array(z.string())
    .default([])
    .describe('glossary files or folders laid over the shipped one'),
  corrections: z.string().default('corrections').describe('folder of what people put right'),
  consent: z.string().default('consent.yaml').describe('what may be published of which talk'),
  output: z.string().default('out').describe('where reports go'),
  pseudonyms: z
    .string()
    .default('.huati/pseudonyms.json')
    .describe('key from pseudonyms to people; tells who is who, never to be sent'),
  topics: z
    .string()
    .default('.huati/topics.json')
    .describe('topics of earlier runs, so that they stay what they are; not to be thrown away'),
  corpus: z
    .string()
    .default('.huati/corpus')
    .describe('the corpus as Parquet tables, kept up by runs; may be thrown away'),
  cache: z.string().default('.huati/cache').describe('days that were analysed before; may be thrown away'),
});

/** A workspace (工作区), its paths resolved. */
export type Workspace = z.output<typeof workspaceSchema> & { folder: string };

/** The folder that holds `huati.yaml`, from `start` upward; null where there is none. */
export function findWorkspace(start: string): string | null {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, workspaceFile))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/**
 * Reads the workspace of a folder, or the defaults where it has none.
 * @throws {InvalidPipeline} with path and line of what is wrong in `huati.yaml`
 */
export function readWorkspace(folder: string | null, start: string): Workspace {
  if (folder === null) return placed(workspaceSchema.parse({}), start);
  const path = join(folder, workspaceFile);
  const { data, lineOf } = parseYaml(path, readEdited(path));
  const parsed = workspaceSchema.safeParse(data);
  if (parsed.success) return placed(parsed.data, folder);
  throw new InvalidPipeline(
    issuesOf(parsed.error).map(({ at, reason }) => ({
      path,
      line: lineOf(at),
      reason: `${at.join('.') || workspaceFile}: ${reason}`,
    })),
  );
}

function placed(declared: z.output<typeof workspaceSchema>, folder: string): Workspace {
  const at = (path: string) => resolve(folder, path);
  return {
    folder,
    sources: declared.sources.map(at),
    group: declared.group,
    owner: declared.owner,
    dictionaries: declared.dictionaries.map(at),
    corrections: at(declared.corrections),
    consent: at(declared.consent),
    output: at(declared.output),
    pseudonyms: at(declared.pseudonyms),
    topics: at(declared.topics),
    corpus: at(declared.corpus),
    cache: at(declared.cache),
  };
}

/** What of such a workspace is not to be committed, as git's ignore file names it. */
export const keptFromGit = ['.huati/', 'out/', '*.lock'];

/** The `huati.yaml` that `huati init` writes. */
export const workspaceTemplate = `# huati 工作区。路径都相对于这个文件。
# 从哪里读：文件、文件夹或通配符；命令后面不写路径时读这些
sources: [logs]

# 群名；不写时取记录所在文件夹的名字：logs/支付夜宵/2024-05-16-chat.markdown
# group: 支付夜宵

# 别人怎么称呼“我”（导出记录的账号），可写多个
owner: []

# 自己的词汇表，叠加在自带的之上；同名词条以这里的为准
dictionaries: [glossary]

# 更正放在哪里：接话、种类、标题、谁是谁（huati correct 写在这里）
corrections: corrections

# 每场分享的公开许可：未问、可公开、仅群内、不可（huati records 补上新的分享）
consent: consent.yaml

# 报告写到哪里
output: out

# 外发版的化名对照表：谁是几号。能查出谁是谁，留在本地，不要外发
pseudonyms: .huati/pseudonyms.json

# 归好的话题：下次沿用它们的名称和颜色
topics: .huati/topics.json

# 语料表（Parquet，按群和月份），每次运行补上新的日子；可以随时删掉
corpus: .huati/corpus

# 算过的日子，可以随时删掉
cache: .huati/cache
`;
