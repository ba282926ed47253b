import type { Command } from 'commander';
import { words } from '../lang/index.js';
import type { PlanOptions } from './commands/plan.js';
import { type Declaring, deciding, examples } from './declare.js';
import type { RunCommandOptions } from './options.js';

/** Declares the commands that a scheduler drives: plan, worker, commit. */
export function declareTasks({ root, lang, io, finish }: Declaring): void {
  const { tasks: w, cli } = words(lang);
  deciding(root.command('plan').description(w.plan).argument('[paths...]', cli.paths), lang)
    .option('-o, --out <file>', w.planOut)
    .option('--shard <days>', w.shard)
    .option('--ranges <n>', w.ranges)
    .addHelpText('after', examples(lang, ['huati plan logs --out plan.jsonl']))
    .action(async (paths: string[], _, command: Command) => {
      const { plan } = await import('./commands/plan.js');
      finish(await plan(paths, command.optsWithGlobals<PlanOptions>(), io));
    });
  deciding(root.command('worker').description(w.worker), lang)
    .option('--stdio', w.stdio)
    .addHelpText('after', examples(lang, ['huati worker --stdio < plan.jsonl > receipts.jsonl']))
    .action(async (_, command: Command) => {
      const { worker } = await import('./commands/worker.js');
      finish(await worker(command.optsWithGlobals<RunCommandOptions>(), io));
    });
  root
    .command('commit')
    .description(w.commit)
    .argument('<plan>', w.planFile)
    .option('-o, --out <folder>', cli.out)
    .option('--tokens', cli.tokens)
    .addHelpText('after', examples(lang, ['huati commit plan.jsonl --out analyses']))
    .action(async (plan: string, _, command: Command) => {
      const { commit } = await import('./commands/commit.js');
      finish(await commit(plan, command.optsWithGlobals<RunCommandOptions>(), io));
    });
}
