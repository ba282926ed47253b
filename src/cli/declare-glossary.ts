import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Ruling } from '../glossary/index.js';
import { type Lang, words } from '../lang/index.js';
import { termClasses } from '../text/index.js';
import type { ApproveOptions } from './commands/glossary-approve.js';
import type { CandidatesOptions } from './commands/glossary-candidates.js';
import type { DecideOptions } from './commands/glossary-decide.js';
import type { ExportOptions } from './commands/glossary-export.js';
import type { ImportOptions } from './commands/glossary-import.js';
import type { LintOptions } from './commands/glossary-lint.js';
import { examples, segmenterOption } from './declare.js';
import { declareKeeping } from './declare-keeping.js';
import { exportFormats } from './export-formats.js';
import { classNamed } from './glossary-names.js';
import type { Io } from './io.js';
import type { CommonOptions } from './options.js';

/** Declares `huati glossary …`; each part's code is loaded when it is called. */
export function declareGlossary(root: Command, lang: Lang, io: Io, finish: (code: number) => void): void {
  const w = words(lang).glossary;
  const glossary = root.command('glossary').description(w.description);

  glossary
    .command('lint')
    .description(w.lint)
    .argument('[paths...]', w.lintPaths)
    .option('--in <logs...>', w.lintIn)
    .option('--on <date>', w.lintOn)
    .addOption(segmenterOption(lang))
    .addHelpText('after', examples(lang, ['huati glossary lint', 'huati glossary lint glossary --in logs']))
    .action(async (paths: string[], _, command: Command) => {
      const { lintGlossary } = await import('./commands/glossary-lint.js');
      finish(await lintGlossary(paths, command.optsWithGlobals<LintOptions>(), io));
    });

  glossary
    .command('candidates')
    .description(w.candidates)
    .argument('[paths...]', words(lang).cli.paths)
    .option('--most <count>', w.most)
    .option('-o, --out <file>', w.candidatesOut)
    .option('--no-cache', words(lang).cli.noCache)
    .addOption(segmenterOption(lang))
    .addHelpText(
      'after',
      `\n${w.candidatesHow}\n${examples(lang, ['huati glossary candidates', 'huati glossary candidates --most 100 --out candidates.csv'])}`,
    )
    .action(async (paths: string[], _, command: Command) => {
      const { glossaryCandidates } = await import('./commands/glossary-candidates.js');
      finish(await glossaryCandidates(paths, command.optsWithGlobals<CandidatesOptions>(), io));
    });

  const ruling = (did: Ruling['did']) => {
    const command = glossary
      .command(did)
      .description(w[did])
      .argument('<term>', w.term)
      .option('--why <text>', w.why)
      .option('--by <name>', w.by)
      .option('--on <date>', w.on)
      .option('--in <logs...>', w.evidence)
      .addOption(segmenterOption(lang))
      .addHelpText('after', examples(lang, w.examples[did]));
    if (did === 'merge') command.argument('<entry>', w.into);
    if (did === 'accept' || did === 'merge') command.option('--force', w.force);
    if (did === 'accept')
      command
        .addOption(classOption(lang))
        .option('--definition <text>', w.definition)
        .option('--source <text>', w.source);
    command.action(async (...given: unknown[]) => {
      const self = given.at(-1) as Command;
      const [term, into] = self.args;
      const { decideTerm } = await import('./commands/glossary-decide.js');
      finish(await decideTerm(did, term!, into, self.optsWithGlobals<DecideOptions>(), io));
    });
  };
  for (const did of ['accept', 'reject', 'merge', 'later'] as const) ruling(did);

  glossary
    .command('decide')
    .description(w.decide)
    .argument('<sheet>', w.decideFile)
    .option('--by <name>', w.by)
    .option('--on <date>', w.on)
    .addHelpText('after', examples(lang, ['huati glossary decide candidates.csv']))
    .action(async (file: string, _, command: Command) => {
      const { decideSheet } = await import('./commands/glossary-sheet.js');
      finish(await decideSheet(file, command.optsWithGlobals<DecideOptions>(), io));
    });
  declareStanding(glossary, lang, io, finish);
  declareKeeping(glossary, lang, io, finish);
  declareExchange(glossary, lang, io, finish);
}

/** `--class` by id or by the name that the program shows; a wrong one is told both. */
function classOption(lang: Lang): Option {
  const w = words(lang).glossary;
  const known = termClasses.map((id) => (w.classes[id] === id ? id : `${w.classes[id]} (${id})`));
  return new Option('--class <class>', `${w.class}${words(lang).marks.colon}${known.join(', ')}`)
    .choices(known)
    .argParser((said) => {
      const meant = classNamed(said);
      if (!meant) throw new InvalidArgumentError(`Allowed choices are ${known.join(', ')}.`);
      return meant;
    });
}

/** Declares what may be done about entries and decisions that stand. */
function declareStanding(glossary: Command, lang: Lang, io: Io, finish: (code: number) => void): void {
  const w = words(lang).glossary;
  glossary
    .command('approve')
    .description(w.approve)
    .argument('<term>', w.approveTerm)
    .option('--source <text>', w.source)
    .option('--checked-against-original', w.original)
    .option('--why <text>', w.why)
    .option('--by <name>', w.by)
    .option('--on <date>', w.on)
    .addHelpText('after', examples(lang, w.examples.approve))
    .action(async (term: string, _, command: Command) => {
      const { approveTerm } = await import('./commands/glossary-approve.js');
      finish(approveTerm(term, command.optsWithGlobals<ApproveOptions>(), io));
    });

  glossary
    .command('undo')
    .description(w.undo)
    .argument('[term]', w.undoTerm)
    .addHelpText('after', examples(lang, ['huati glossary undo', 'huati glossary undo NFC']))
    .action(async (term: string | undefined, _, command: Command) => {
      const { undoDecision } = await import('./commands/glossary-undo.js');
      finish(undoDecision(term, command.optsWithGlobals<CommonOptions>(), io));
    });
}

/** Declares how a glossary goes to other programs and comes from them. */
function declareExchange(glossary: Command, lang: Lang, io: Io, finish: (code: number) => void): void {
  const w = words(lang).glossary;
  glossary
    .command('export')
    .description(w.export)
    .addOption(
      new Option('--format <format>', `${w.exportFormat} ${exportFormats.join(', ')}`).choices(exportFormats),
    )
    .option('-o, --out <file>', w.exportOut)
    .option('--status <statuses>', w.exportStatus)
    .option('--base <iri>', w.exportBase)
    .option('--public', w.exportPublic)
    .addHelpText(
      'after',
      examples(lang, [
        'huati glossary export --out glossary.html',
        'huati glossary export --out glossary.csv',
      ]),
    )
    .action(async (_, command: Command) => {
      const { exportGlossary } = await import('./commands/glossary-export.js');
      finish(await exportGlossary(command.optsWithGlobals<ExportOptions>(), io));
    });

  glossary
    .command('import')
    .description(w.import)
    .argument('<file>', w.importFile)
    .option('--yes', w.importYes)
    .option('--force', w.force)
    .option('--by <name>', w.by)
    .option('--on <date>', w.on)
    .addHelpText(
      'after',
      examples(lang, ['huati glossary import glossary.csv', 'huati glossary import glossary.csv --yes']),
    )
    .action(async (file: string, _, command: Command) => {
      const { importGlossary } = await import('./commands/glossary-import.js');
      finish(await importGlossary(file, command.optsWithGlobals<ImportOptions>(), io));
    });
}
