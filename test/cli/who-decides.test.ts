import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whoDecides } from '../../src/cli/who-decides.js';
import { folderWith } from '../pipeline/folder.js';

const git = (folder: string, ...args: string[]) => spawnSync('git', args, { cwd: folder });
const hasGit = git('.', '--version').status === 0;

describe('whoDecides(folder)', () => {
  beforeEach(() => {
    // what git knows of whoever runs the tests is left out
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
    vi.stubEnv('GIT_CONFIG_SYSTEM', '/dev/null');
    vi.stubEnv('HUATI_USER', undefined);
  });
  afterEach(() => vi.unstubAllEnvs());

  it('is whom HUATI_USER names, whatever git says', () => {
    vi.stubEnv('HUATI_USER', ' 阿橙 ');
    expect(whoDecides(folderWith())).toBe('阿橙');
  });

  it.runIf(hasGit)('is whom git names in that folder', () => {
    const folder = folderWith();
    git(folder, 'init');
    git(folder, 'config', 'user.name', '半帆');
    expect(whoDecides(folder)).toBe('半帆');
  });

  it('is the login name where git was told no name, or is not there', () => {
    expect(whoDecides(folderWith())).toBe(userInfo().username);
    vi.stubEnv('PATH', folderWith());
    expect(whoDecides(folderWith())).toBe(userInfo().username);
  });
});
