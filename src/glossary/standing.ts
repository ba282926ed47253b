import type { YAMLMap } from 'yaml';
import { type DecisionRecord, type Entry, fold, readDictionary } from '../text/index.js';
import { CannotDecide } from './entry-nodes.js';

/** The entries of a file as they stand before decisions are written into it. */
export class Standing {
  private readonly entries = new Map<string, Entry>();
  private readonly faults: readonly { line: number; reason: string }[];
  /** Terms of this batch of decisions that were looked at: a later one rests on the one before. */
  private readonly seen = new Set<string>();

  constructor(private readonly text: string) {
    const { entries, problems } = readDictionary({ path: '', text });
    this.faults = problems;
    for (const entry of entries)
      if (!this.entries.has(fold(entry.term))) this.entries.set(fold(entry.term), entry);
  }

  private lineAt(offset: number): number {
    return this.text.slice(0, offset).split('\n').length;
  }

  /**
   * Checks that a decision is about the entry that stands in the file.
   * @param node the entry in the file, where it has it
   * @param entry what whoever decided took it for
   * @param decision an import was compared with the file already
   * @throws {CannotDecide} where it is no valid entry, so that the program knows nothing of it, or somebody has decided about
   * it since
   */
  check(node: YAMLMap | undefined, entry: Entry, { did }: Pick<DecisionRecord, 'did'>): void {
    const key = fold(entry.term);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (!node) return;
    const now = this.entries.get(key);
    if (!now) throw new CannotDecide('malformed', this.faultIn(node));
    const isSame = now.status === entry.status && now.history?.length === entry.history?.length;
    if (did !== 'import' && !isSame) throw new CannotDecide('changed', entry.term);
  }

  private faultIn({ range }: YAMLMap): string {
    const [from, to] = range ? [this.lineAt(range[0]), this.lineAt(range[1])] : [0, 0];
    const own = this.faults.find(({ line }) => line >= from && line <= to);
    return (own ?? this.faults[0])!.reason;
  }
}
