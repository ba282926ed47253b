const padded = (number: number, length: number) => String(number).padStart(length, '0');

/** The day of the clock where the program runs, `YYYY-MM-DD`, for commands that are not told one. */
export const today = (now: Date = new Date()): string =>
  [padded(now.getFullYear(), 4), padded(now.getMonth() + 1, 2), padded(now.getDate(), 2)].join('-');
