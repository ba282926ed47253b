import { cutTo } from '../text/index.js';

/** Text cut to a length at the end of a sentence or word where there is one near, with `…` where something is gone. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const breaks = [...cut.matchAll(/[。！？；，、/\s]/g)].map((m) => m.index);
  const at = breaks.at(-1);
  const whole = at !== undefined && at > most * 0.6 ? cut.slice(0, at) : cutTo(text, most);
  return `${whole}…`;
}
