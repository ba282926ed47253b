import { type Command, Option } from 'commander';
import { words } from '../lang/index.js';
import type { MembersOptions } from './commands/members.js';
import { type Declaring, examples, reading, spanned } from './declare.js';
import { declareQa } from './declare-qa.js';
import type { RunCommandOptions, SpanOptions } from './options.js';

/** Declares the commands about the life of the group: records, questions, talks to come, members. */
export function declareGroup({ root, lang, io, finish }: Declaring): void {
  const w = words(lang).cli;
  reading(root.command('records').description(w.records), lang)
    .addOption(new Option('--internal', w.noPublic).implies({ public: false }))
    // its older name
    .addOption(new Option('--no-public').hideHelp())
    .addHelpText(
      'after',
      examples(lang, ['huati records logs', 'huati records logs/2024-05-16-chat.markdown --internal']),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { records } = await import('./commands/records.js');
      finish(await records(paths, command.optsWithGlobals<RunCommandOptions>(), io));
    });
  declareQa({ root, lang, io, finish });
  spanned(root.command('schedule').description(w.schedule), lang)
    .option('-o, --out <file>', w.scheduleOut)
    .addHelpText(
      'after',
      examples(lang, [
        'huati schedule logs',
        'huati schedule logs --out talks.ics',
        'huati schedule logs --span 2024-05-01.. --out talks.csv',
      ]),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { schedule } = await import('./commands/schedule.js');
      finish(await schedule(paths, command.optsWithGlobals<SpanOptions>(), io));
    });
  spanned(root.command('members').description(w.members), lang)
    .option('--roster <file>', w.memberList)
    .option('-o, --out <file>', w.membersOut)
    .addHelpText(
      'after',
      examples(lang, [
        'huati members logs --roster members.csv',
        'huati members logs --roster members.csv --span 2024-05-01.. --out facts.csv',
      ]),
    )
    .action(async (paths: string[], _, command: Command) => {
      const { members } = await import('./commands/members.js');
      finish(await members(paths, command.optsWithGlobals<MembersOptions>(), io));
    });
}
