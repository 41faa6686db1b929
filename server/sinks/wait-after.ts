const minute = 60_000;
const longest = 60 * minute;

/** Milliseconds to wait after so many failures in a row: one minute, doubled each time up to an hour, less up to a half by chance. */
export function waitAfter(failures: number): number {
  return Math.min(minute * 2 ** (failures - 1), longest) * (1 - Math.random() / 2);
}

/** The next whole minute: a finer time would tell which incidents were sent together. */
export function wholeMinute(milliseconds: number): number {
  return Math.ceil(milliseconds / minute) * minute;
}
