import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { workerFlags } from './engine.js';
import { packaged } from './paths.js';
import type { RunOptions } from './run-options.js';
import type { Receipt, Task } from './tasks.js';

/** What a process is told first: all of a run's options that it needs, and the folder of its store. */
export interface WorkerSetup {
  run: Omit<RunOptions, 'cache' | 'interrupted' | 'wanted'>;
  store: string;
}

/** What a process says once it can do tasks; then it answers each with its receipt, in order. */
export const readiness = 'ready';

/** Says that a process ended at a task, which may have been the task's fault. */
export class WorkerDied extends Error {
  override name = 'WorkerDied';
}

/** Says that a process ended before it took up any task: none of them is to blame, and another process would fare no better. */
export class NeverReady extends Error {
  override name = 'NeverReady';
}

/** A task that was handed in, and who waits for its receipt. */
interface Asked {
  task: Task;
  resolve(receipt: Receipt): void;
  reject(error: Error): void;
}

/**
 * Does tasks one after the other in a process of its own, which is replaced where it ends: the task that it was at fails,
 * those that waited behind it go to the next process.
 */
export class WorkerProcess {
  private child: ChildProcess | null = null;
  private isReady = false;
  /** False once a process ended before it could do anything. */
  isUsable = true;
  private asked: Asked[] = [];

  constructor(private readonly setup: WorkerSetup) {
    this.start();
  }

  private start(): void {
    const child = fork(packaged('bin', 'worker.mjs'), [], {
      execArgv: [...process.execArgv, ...workerFlags],
      serialization: 'advanced', // options hold sets
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    this.isReady = false;
    child.on('message', (said: typeof readiness | Receipt) => {
      if (said === readiness) this.isReady = true;
      else this.asked.shift()?.resolve(said);
    });
    child.on('exit', () => this.ended(child));
    child.on('error', () => this.ended(child));
    this.send(this.setup);
    for (const { task } of this.asked) this.send(task);
  }

  /** A process that cannot be reached has ended, which is told apart. */
  private send(message: WorkerSetup | Task): void {
    this.child?.send(message, () => {});
  }

  private ended(child: ChildProcess): void {
    if (this.child !== child) return;
    this.child = null;
    if (!this.isReady) {
      this.isUsable = false;
      for (const { reject } of this.asked.splice(0)) reject(new NeverReady());
      return;
    }
    this.asked.shift()?.reject(new WorkerDied());
    if (this.asked.length) this.start();
  }

  /**
   * Has a task done, after those that were handed in before.
   * @throws {WorkerDied | NeverReady}
   */
  run(task: Task): Promise<Receipt> {
    if (!this.isUsable) return Promise.reject(new NeverReady());
    return new Promise((resolve, reject) => {
      this.asked.push({ task, resolve, reject });
      if (this.child) this.send(task);
      else this.start();
    });
  }

  /** Ends the process, whatever it is at; its tasks fail. */
  async stop(): Promise<void> {
    const { child } = this;
    this.isReady = false; // nobody takes its place
    if (!child?.kill('SIGKILL')) return;
    await once(child, 'exit');
  }
}
