/** Day of the week of a `YYYY-MM-DD`, 0 for Sunday; null where the date is none. */
export function weekdayOf(date: string): number | null {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return Number.isNaN(day) ? null : day;
}
