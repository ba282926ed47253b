// Runs a program and tells what it took: wall time, processor time and peak memory of the process and of all its children.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { median } from 'd3-array';

/** How often the system is asked, in milliseconds. */
const everyMs = 40;
/** The system counts processor time in ticks of a hundredth of a second, memory in pages. */
const ticksPerSecond = 100;
const pageMegabytes = 4096 / 2 ** 20;

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // it has ended, or the system has no /proc
  }
};

/** A process and those that it started. */
function family(pid) {
  const children = read(`/proc/${pid}/task/${pid}/children`) ?? '';
  return [pid, ...children.split(' ').filter(Boolean).flatMap(family)];
}

/** What the processes of a family took so far: `seconds` of processor by process, and megabytes that they hold now. */
function look(pid, seconds) {
  let megabytes = 0;
  for (const one of family(pid)) {
    const stat = read(`/proc/${one}/stat`);
    if (stat === null) continue;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    seconds.set(one, (Number(fields[11]) + Number(fields[12])) / ticksPerSecond);
    megabytes += Number(fields[21]) * pageMegabytes;
  }
  return megabytes;
}

/**
 * Runs a program to its end. Processor time and memory are sampled, and known on Linux only (0 elsewhere).
 * @param options.heard whether what it writes is wanted
 * @returns seconds of wall time, seconds of processor time, megabytes at the peak, and what it wrote
 * @throws where it ends with another code than `codes` names
 */
export async function measured(command, args, { cwd, env = {}, codes = [0], heard = false } = {}) {
  const began = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', heard ? 'pipe' : 'ignore', 'inherit'],
  });
  const processors = new Map();
  let megabytes = 0;
  const sample = () => {
    megabytes = Math.max(megabytes, look(child.pid, processors));
  };
  const timer = setInterval(sample, everyMs);
  const pieces = [];
  child.stdout?.on('data', (piece) => pieces.push(piece));
  try {
    const code = await new Promise((done, failed) => child.on('close', done).on('error', failed));
    if (!codes.includes(code)) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
  } finally {
    clearInterval(timer);
  }
  const seconds = (performance.now() - began) / 1000;
  const processor = [...processors.values()].reduce((sum, s) => sum + s, 0);
  return { seconds, processor, megabytes, output: Buffer.concat(pieces).toString() };
}

/** Several measurements as one: the median of each figure. */
export const medianOf = (all) => ({
  seconds: median(all, (m) => m.seconds),
  processor: median(all, (m) => m.processor),
  megabytes: median(all, (m) => m.megabytes),
});
