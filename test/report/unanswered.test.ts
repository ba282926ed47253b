import { describe, expect, it } from 'vitest';
import { type Line, lighthouseDay, sampleAnalysis, sampleReport } from './sample-report.js';

const open = (n: number) => ({ question: [n], follows: null, kind: 'question' as const });
const asking = (text: string, speaker = '阿舟'): Line => ({ speaker, text, kind: 'question' });
/** A day of one thread of these lines, every one of them an open question where it is marked as one. */
const dayOf = (lines: Line[]) =>
  sampleAnalysis(lines, {
    unanswered: lines.flatMap(({ kind }, i) => (kind === 'question' ? [open(i + 1)] : [])),
  });

describe('questions that nobody answered', () => {
  const asked = '海岛上的码牌押金一般退给谁？';

  it('stand under their thread as they stand in the list: of substance, each once', () => {
    const lines = [asking(asked), asking(asked, '小满'), asking('具体哪里？', '老贾')];
    const talk = ['码牌押金写在合同里', '合同范本群文件里有', '押金一年内退', '海岛还没退过'].map((text) => ({
      speaker: '陈默',
      text,
    }));
    const { threads, unanswered } = sampleReport(dayOf([...lines, ...talk]));
    expect(unanswered.map((q) => q.messages)).toEqual([[1]]);
    expect(threads.map((t) => t.open.map((q) => q.messages))).toEqual([[[1]]]);
  });

  it('are all listed, so that their number is what is said of them', () => {
    const lines = Array.from({ length: 30 }, (_, i) => asking(`${i} 号${asked}`));
    const report = sampleReport(dayOf(lines));
    expect(report.unanswered).toHaveLength(30);
    expect(report.todo.map((todo) => todo.text)).toContain('30 个问题没人答，见下');
  });

  it('put to a guest stand with his talk alone', () => {
    const day = lighthouseDay({ unanswered: [open(13)] });
    const report = sampleReport(day);
    expect(report.talks[0]!.open.map((q) => q.messages)).toEqual([[13]]);
    expect(report.unanswered).toEqual([]);
  });

  it('put by a guest are not put to him', () => {
    const messages = lighthouseDay().messages.map((m) => (m.n === 13 ? { ...m, speaker: '白鹭' } : m));
    const report = sampleReport(lighthouseDay({ messages, unanswered: [open(13)] }));
    expect(report.talks[0]!.open).toEqual([]);
  });
});
