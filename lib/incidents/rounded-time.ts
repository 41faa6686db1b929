const fiveMinutes = 300_000;

/** ISO 8601, rounded down to five minutes: no finer time is recorded. */
export function roundedTime(milliseconds: number): string {
  return `${new Date(Math.floor(milliseconds / fiveMinutes) * fiveMinutes).toISOString().slice(0, 19)}Z`;
}
