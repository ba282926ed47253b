import { fold } from './fold.js';

/** Units that {@link fold} turns into others: each beside what it becomes, traditional beside simplified characters mostly. */
export function foldPairs(): string {
  let found = '';
  // surrogates stay what they are
  for (let code = 0x80; code < 0x10000; code = code === 0xd7ff ? 0xe000 : code + 1) {
    const unit = String.fromCharCode(code);
    const folded = fold(unit);
    if (folded !== unit) found += unit + folded;
  }
  return found;
}
