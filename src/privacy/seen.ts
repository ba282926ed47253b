import type { DayAnalysis } from '../analysis/index.js';
import { everyone } from '../people/index.js';
import type { SeenName } from './pseudonyms.js';

/** What of a day has names. */
interface NamedDay extends Pick<DayAnalysis, 'header' | 'schedule'> {
  messages: readonly Pick<DayAnalysis['messages'][number], 'speaker' | 'duplicateOf' | 'mentions'>[];
  /** What was announced, where that is known already. */
  announced?: DayAnalysis['announced'];
}

/** Every name of a day in the order in which it appears: speakers, whoever is called, the header's author. */
export function namesOf(analysis: NamedDay): SeenName[] {
  const copies = new Map(
    analysis.messages.flatMap((m) =>
      m.duplicateOf === null ? [] : [[m.speaker, analysis.messages[m.duplicateOf - 1]!.speaker] as const],
    ),
  );
  const speakers = new Set(analysis.messages.map((m) => m.speaker));
  const seen: SeenName[] = [];
  for (const { speaker, mentions } of analysis.messages) {
    seen.push({ name: speaker, is: copies.get(speaker) ?? null });
    for (const { name, speaker: is } of mentions)
      if (name !== everyone) seen.push({ name, is, called: !speakers.has(name) });
  }
  const { author } = analysis.header;
  if (author) seen.push({ name: author, is: null });
  for (const slot of analysis.schedule?.slots ?? [])
    if (slot.guest) seen.push({ name: slot.guest, is: null });
  for (const { guest } of analysis.announced ?? []) if (guest) seen.push({ name: guest, is: null });
  return seen.filter(({ name }) => name !== '');
}
