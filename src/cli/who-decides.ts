import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

const longestWait = 2000;

/** What git calls whoever works in a folder; empty where there is no git, or it was never told. */
function nameInGit(folder: string): string {
  try {
    return execFileSync('git', ['config', 'user.name'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: longestWait,
    }).trim();
  } catch {
    return '';
  }
}

/**
 * Who is at the keyboard: as `HUATI_USER` says, else as git does for the workspace, else by the login name, which on many
 * machines is everybody's (root, admin).
 */
export const whoDecides = (folder: string): string =>
  process.env.HUATI_USER?.trim() || nameInGit(folder) || userInfo().username;
