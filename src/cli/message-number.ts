import type { Day } from '../read/index.js';

/**
 * The number of a message as it is typed, or copied from where huati shows it: `12`, `#12`, `group/date#12`; null where a
 * text is none, or an address of another day.
 */
export function messageNumber({ group, date }: Day, text: string): string | null {
  const typed = text.trim();
  const own = `${group}/${date}`;
  return /^#?(\d+)$/.exec(typed.startsWith(`${own}#`) ? typed.slice(own.length) : typed)?.[1] ?? null;
}
