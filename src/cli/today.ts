/** The day of the clock, `YYYY-MM-DD`, for commands that are not told one. */
export const today = (): string => new Date().toISOString().slice(0, 10);
