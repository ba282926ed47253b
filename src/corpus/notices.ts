import type { AnalysedMessage, DayAnalysis } from '../analysis/index.js';
import { isRulesOfGroup } from '../threads/index.js';

/** A notice that wants something done (要办的事), and whether somebody else took it up. */
export interface Notice {
  group: string;
  date: string;
  said: Pick<AnalysedMessage, 'n' | 'text' | 'mentions'>;
  answered: boolean;
}

/** A notice that wants something done, rather than telling something. */
const calls =
  /征集|招募|志愿者|招(?:一|两|几)位|有意者|满员|人上限|满 ?\d+|请走|请(?:各位|大家|尽快|联系|修改|备注|.{0,6}私信)|清理|移出|报名|投票|填写|提交/;

function isByAnother(a: number, b: number, analysis: DayAnalysis): boolean {
  const [x, y] = [analysis.messages[a - 1]!, analysis.messages[b - 1]!];
  return x.speaker !== y.speaker && x.kind !== 'reaction';
}

/**
 * What notices of the day ask of the group; its schedule, what announces talks, and its standing rules left out. It is
 * between the group and its organisers: nothing of it leaves the group.
 */
export function noticesOf(analysis: DayAnalysis): Notice[] {
  if (analysis.published) return [];
  const { group, date } = analysis;
  const answered = new Set(
    analysis.links
      .filter((l) => l.parent !== l.n && isByAnother(l.n, l.parent, analysis))
      .map((l) => l.parent),
  );
  const announced = new Set(analysis.talks.flatMap((t) => t.announcements));
  return analysis.messages
    .filter(
      (m) =>
        m.kind === 'notice' &&
        m.duplicateOf === null &&
        m.n !== analysis.schedule?.n &&
        !announced.has(m.n) &&
        !isRulesOfGroup(m.text) &&
        calls.test(m.text),
    )
    .map(({ n, text, mentions }) => ({
      ...{ group, date, said: { n, text, mentions } },
      answered: answered.has(n),
    }));
}
